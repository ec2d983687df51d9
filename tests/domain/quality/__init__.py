"""Tests of the checks of quality."""
