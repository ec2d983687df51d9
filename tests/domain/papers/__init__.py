"""Papers: their rules, what they draw from, and how they are composed."""
