"""Marks given by hand: essays by their points, and answers keyed in from paper."""
