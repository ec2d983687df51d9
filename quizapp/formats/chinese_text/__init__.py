"""试题 text as Word files and groups pass it around: .txt, .md and .docx, read tolerantly and written as .txt."""
