"""Word files as lines: paragraphs and tables as they are seen, with standard library XML alone."""
