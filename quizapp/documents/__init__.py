"""What files for people have in common, whichever print or report makes them: pages, Word parts, widths of text.

A newcomer may add parts; what is here already shows in every print and report, whose golden files say so.
"""
