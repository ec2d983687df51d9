"""What quizapp's speed is measured by, each measure beside its peer in the same run: python -m benchmarks [NAME…]."""
