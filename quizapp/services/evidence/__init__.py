"""What the records themselves prove: replayed, sealed, checked against the seal and against each other.

A check reads, and returns findings; it mends nothing.
"""
