"""Machines without a network, what they bring back, and what somebody may have done to it."""
