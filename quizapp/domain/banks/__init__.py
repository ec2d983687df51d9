"""Item banks, and what makes their items measure.

A newcomer may add a check of quality: a function in a file of checks and a line in the registry of `quality`.
"""
