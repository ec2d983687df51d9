"""The screens: they know services, and nothing knows them.

`shell` is the app as screens see it; `app` opens the first flow; the rooms beside them lead into the jobs.
"""
