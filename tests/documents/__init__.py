"""Tests of what files for people have in common."""
