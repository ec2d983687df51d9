"""Made for tests: items, banks, papers, workplaces and attempts of which a test says only what matters to it."""
