"""Makes the files that pages load beside their own: built once, and kept until a source changes."""
