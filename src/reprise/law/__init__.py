"""Law: pure, dated, cited.  No framework, no clock, no I/O."""
