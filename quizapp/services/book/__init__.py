"""Attempts replayed, marked and kept in the score book.

The book says what journals and forms tell, and `evidence` verifies it: change neither alone.
"""
