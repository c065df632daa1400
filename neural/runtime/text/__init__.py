"""Text in; phones with stress, the words they belong to, and pauses out. No torch."""
