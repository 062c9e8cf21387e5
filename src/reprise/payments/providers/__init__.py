"""Payment providers: one interface in our words, one folder a provider, one registry line."""
