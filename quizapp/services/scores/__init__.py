"""The score book as a table and as exports.

Nothing here writes: a newcomer may add sheets, and columns to the list of them in `book.score_columns`.
"""
