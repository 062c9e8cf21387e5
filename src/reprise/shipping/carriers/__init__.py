"""Adapters to carriers: the interface in `base.py`, one line each in `registry.py`."""
