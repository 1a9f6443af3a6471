"""Tests of what readers get: the built site, its links, its HTML, and how a browser shows it."""
