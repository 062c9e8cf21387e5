"""The sandbox payment provider: an outside party of our own, where no money moves.

It runs as a process of its own (`python -m reprise.sandbox.payment`), keeps its own books in its
own database schema, and imports nothing of Reprise but the kernel.  See README.md.
"""
