"""The statistics of a paper's items and of the test as a whole; `analysis` puts them together.

A newcomer may add a figure, with the source of its formula.
"""
