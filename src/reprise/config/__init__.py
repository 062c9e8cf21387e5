"""Settings, root URLs and server entry points."""
