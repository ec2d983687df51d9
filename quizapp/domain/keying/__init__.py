"""Answers given on paper, keyed in a line for each person: what a line says, and the draft they are kept in."""
