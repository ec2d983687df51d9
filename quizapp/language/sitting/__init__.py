"""What is said while a paper is sat, from the home screen to the result.

Sentences may be changed freely; a code is asked for by its name somewhere else.
"""
