"""What is said of decisions after hand-in.

Sentences may be changed freely; a code is asked for by its name somewhere else.
"""
