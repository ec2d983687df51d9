"""Practice: what a person answers for themselves, apart from any score.

A newcomer may change what a round draws. The events are on disk for good.
"""
