"""The command line, a file for each command or two; conftest.py has a home and a way to call the program on it."""
