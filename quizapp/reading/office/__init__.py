"""Office files from anywhere: archives and XML looked at before they are opened, workbooks cell by cell."""
