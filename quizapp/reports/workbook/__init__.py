"""The workbook of scores (成绩册): everything that the committee hands in, on the sheets of one .xlsx.

A newcomer adds a sheet to `sheets`, and names it in `_add_sheets` there.
"""
