"""Commands by which the committee decides after hand-in.

Each file may be changed by itself.
"""
