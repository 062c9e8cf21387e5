"""The sandbox carrier: an outside party of our own, which moves no parcel.

It runs as a process of its own (`python -m reprise.sandbox.carrier`), keeps nothing, and imports
nothing of Reprise but the kernel.  See README.md.
"""
