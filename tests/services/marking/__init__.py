"""Essays marked, and answers keyed in from paper."""
