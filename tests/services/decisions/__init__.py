"""Corrections, overrides, make-ups, totals and marks from outside."""
