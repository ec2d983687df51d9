"""What the committee decides: overrides, voids, corrections and marking again, notes, marks from outside, totals.

A new decision is recorded through `committee_journal` alone.
"""
