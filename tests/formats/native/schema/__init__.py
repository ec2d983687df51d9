"""The schema that editors take, beside what the reader says."""
