"""Papers and their forms: drawn, fixed, composed, listed, found in the pool.

A fixed form is fixed for ever: its digest stands in journals, so how `forms` writes one is not to be touched.
"""
