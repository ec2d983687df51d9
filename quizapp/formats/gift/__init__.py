"""GIFT, Moodle's text format: read with all that its documentation has, written so that nothing is lost in silence."""
