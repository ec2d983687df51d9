"""What an exam is: values and rules, no files, no clock, no screen."""
