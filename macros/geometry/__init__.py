"""Where things stand in a picture: numbers only, worked out without files, HTML or colours.

Every picture is drawn on a canvas of the same width, about as many units as a phone has pixels, so
that a text of 12 units can be read there; wider windows show it larger.
"""
