"""Sitting a paper: home, start, time, orders, result."""
