"""The score book as a table and as exports.

Nothing here writes: a newcomer may add columns and sheets.
"""
