"""The book as a table and as rows to export."""
