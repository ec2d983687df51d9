"""The score table and its export. A newcomer may touch words and columns; where the table leads is handed to it."""
