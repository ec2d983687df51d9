"""What the committee decides and what it amounts to: corrections, voids, orders, make-ups, notes, totals.

A newcomer may add a rule that refuses. The facts are in `attempt.decisions`, and on disk for good.
"""
