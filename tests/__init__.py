"""A folder for each layer of quizapp, in it one for each job; samples/ and instruments/ are what they share."""
