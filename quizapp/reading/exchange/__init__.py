"""Questions from elsewhere as native fields: what a reader finds, what people write, and sheets of questions.

A new head of a column goes into sheet_heads.py.
"""
