"""How one file writes its questions, learnt from all of its lines before any is read: a new way goes here."""
