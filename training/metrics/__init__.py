"""Measures of speakers, pitch, spectra, defects and words, each one with a closed-form test."""
