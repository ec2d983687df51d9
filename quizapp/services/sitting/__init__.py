"""Sitting a paper: home's list, the door, beginning, going on, orders from the invigilator, the result.

Each step asks a rule of the domain, writes, and returns; a new rule goes into the domain.
"""
