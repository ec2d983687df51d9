"""What is said of papers carried out and attempts carried back.

Sentences may be changed freely; a code is asked for by its name somewhere else.
"""
