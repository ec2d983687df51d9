"""What can be wrong in files: what was not understood, and what to do about it.

Sentences may be changed freely; a code is asked for by its name somewhere else.
"""
