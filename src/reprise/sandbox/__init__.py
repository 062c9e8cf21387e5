"""Outside parties of our own, for demos and tests."""
