"""The adapter to the sandbox payment provider."""
