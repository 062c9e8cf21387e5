"""Who insures devices against breakage and theft: outside parties (decision 0021)."""
