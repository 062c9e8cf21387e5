"""The adapter to the sandbox carrier."""
