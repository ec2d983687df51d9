"""Marks that a person gives: essays in piles, and answers from paper keyed in.

A half-given mark is never written; a newcomer may begin with the tables.
"""
