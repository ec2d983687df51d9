"""Practice: what is practised, a question with its answer at once, how a round went.

A newcomer may touch all of it: no mark depends on it.
"""
