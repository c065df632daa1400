"""Transcription: files to words with times, kept as plain data, written in the usual formats."""
