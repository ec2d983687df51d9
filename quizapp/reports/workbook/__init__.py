"""The workbook of scores (成绩册): everything that the committee hands in, on the sheets of one .xlsx."""
