"""The score workbook, read back."""
