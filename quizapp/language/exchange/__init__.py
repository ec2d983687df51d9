"""What is said of questions that come in and go out: texts and Word, sheets, what Moodle writes, an import."""
