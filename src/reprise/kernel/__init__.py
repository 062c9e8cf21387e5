"""The ground: value types with no I/O, no Django, no law."""
