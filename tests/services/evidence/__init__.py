"""What the records prove: seals, replays, and what a verification finds."""
