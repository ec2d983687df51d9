"""Home, cover, question, sheet, result, and what an invigilator does."""
