"""An attempt is its events: facts, the state they fold into, and the rules that decide them.

A newcomer may add a rule, or an event with its fold. An event's KIND and the names of its fields are on disk for good.
"""
