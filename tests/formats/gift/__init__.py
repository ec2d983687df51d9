"""Tests of GIFT."""
