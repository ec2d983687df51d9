"""Reusable pieces of screens: each shows values it is given and says what a person did; none knows a service."""
