"""A bank's text changed where an item changes and nowhere else: edits, ids, imports merged in.

It changes people's files: every result is read again before it is written, and a newcomer leaves that so.
"""
