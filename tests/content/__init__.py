"""Tests of what we write: rules of style and sourcing that a machine can check."""
