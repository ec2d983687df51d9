"""Workbooks and archives from anywhere, honest and hostile."""
