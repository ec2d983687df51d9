"""Banks, courses and papers read: nodes to domain values, and every fault with its place.

A new field of a paper is read here.
"""
