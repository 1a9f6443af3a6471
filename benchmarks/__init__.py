"""Weighs a first view of the site and times it, beside a bare page and beside the stock theme."""
