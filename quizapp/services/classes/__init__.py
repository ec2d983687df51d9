"""The class: bringing in its list, and reading tables of people against it.

A new head of a column goes into `enrolment`.
"""
