"""Tests of formats.native; broken/ has faulty files, each with the faults expected of it."""
