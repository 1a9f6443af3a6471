"""The macros that pages call. Of the engine these modules know nothing: `main.py` does."""

import time

LOADED = time.time()
"""When these modules were read, in seconds: `main.py` reads them anew once a file is younger."""
