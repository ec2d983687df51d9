"""Programs that tests start, kill and run against each other."""
