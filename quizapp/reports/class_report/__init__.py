"""The class report: what a paper's scores say in sentences, tables and one drawing.

A newcomer adds a part beside those in `results`, `topics_and_units` or `people`, and names it in `report`.
"""
