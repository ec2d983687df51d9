"""Banks and their questions for those who write them: coverage, a question's form, what may not be looked up now.

A newcomer may begin with `coverage`.
"""
