"""Bytes on a disk: what is asked of the operating system, locks, files written whole, files that only grow.

What docs promise about power cuts and full disks is kept here: change it only beside the tests that kill and fill.
"""
