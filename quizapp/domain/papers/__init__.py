"""Papers and how one becomes a form: rules of sitting, drawing, composing, the blueprint's table.

A newcomer may change how a paper is composed. What a seed draws is the same on any machine and in any version: what
stands in `chance`, `selection`, `feasibility` and `forms` changes no form.
"""
