"""The public read API: what anybody may know about what is on sale, and why it is shown."""
