"""Tests of questions in workbooks."""
