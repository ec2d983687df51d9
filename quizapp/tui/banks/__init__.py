"""A bank as its teacher sees it: the shelf, the form for one question, and questions brought in from elsewhere.

A newcomer may touch the words and the form's rows.
"""
