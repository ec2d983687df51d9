"""The tests, arranged as quizapp is."""
