"""Activities from files: read (`calendars`), understood (`values`, `rows`), compared (`planning`), written."""
