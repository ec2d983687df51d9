"""Word files as lines: paragraphs and tables as they are seen, with standard library XML alone.

A quirk of Word goes into the file of the part of Word it is in.
"""
