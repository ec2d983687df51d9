"""Tests of formats.native."""
