"""Damaged and hostile files from anywhere: refused in words, soon, in little memory."""
