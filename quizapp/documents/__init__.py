"""Files for people: what stands on their pages, in `page`, and a writer for each kind of file, in `writers`.

A newcomer may add a block to `page`, and says in every writer how it is written; golden files say what showed before.
"""
