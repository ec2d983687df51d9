"""The analysis and 讲评 on screen."""
