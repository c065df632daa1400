"""Synthesis: scripts of sentences, voices that say them, and where the speech goes. No Qt."""
