"""Forms drawn from papers: what is asked for is met, by chance that is the same on every machine."""
