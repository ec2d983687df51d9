"""Slow proofs of what must never happen."""
