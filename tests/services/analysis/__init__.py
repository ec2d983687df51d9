"""What a class answered, and what that says of the questions."""
