"""The bundle that is carried to machines without a network."""
