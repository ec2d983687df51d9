"""Publications: a paper as one file, FILE.quiz."""
