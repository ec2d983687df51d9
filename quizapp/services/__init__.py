"""What people do with the domain: a folder, or a file, for each job.

`ports` names what they need of the outside. A new use of a job goes into its folder; what two jobs share goes into the
lower of them, never the other way: their order is a contract in pyproject.toml.
"""
