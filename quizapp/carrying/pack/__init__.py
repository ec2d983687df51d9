"""Packs: attempts as one file, FILE.zip, to carry to where they are collected."""
