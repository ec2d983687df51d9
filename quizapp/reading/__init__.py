"""Bytes to text, tables, nodes and values with their places: files, encodings, settings.

What people wrote is read or refused here, never guessed.
"""
