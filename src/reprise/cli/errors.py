from __future__ import annotations


class Problem(Exception):
    """Something the person at the keyboard can mend; the message is one clear sentence."""
