"""Tests of the prints; golden/ has what they should be, byte for byte."""
