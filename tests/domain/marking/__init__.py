"""From responses to marks, and answers keyed in from paper."""
