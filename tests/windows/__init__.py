"""What only Windows shows, run on Windows Python under Wine by `.ci/windows`."""
