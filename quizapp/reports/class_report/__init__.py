"""The class report: what a paper's scores say in sentences, tables and one drawing, written as a page or a document."""
