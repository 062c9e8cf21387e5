"""Reprise: an open, self-hosted marketplace for refurbished electronics."""
