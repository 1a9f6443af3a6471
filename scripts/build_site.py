"""Build the site strictly into a folder: `build_site.py FOLDER [--offline]`.

With `--offline`, for a memory stick: addresses are plain files, and what only a server uses is left
out. A build that fails leaves the folder as it was, and exits as MkDocs does.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

THEME_ONLY = ("assets/images", "assets/javascripts", "assets/stylesheets")
"""What Material brings and our pages never ask for: see overrides/base.html."""

SERVER_ONLY = ("404.html", "sitemap.xml", "sitemap.xml.gz")


def main() -> int:
    """Build, prune, and put the result in place; give the exit code."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("folder", type=Path)
    reader.add_argument("--offline", action="store_true")
    asked = reader.parse_args()
    Path(".cache").mkdir(exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix="building-", dir=".cache"))
    made.chmod(0o755)  # as a folder is that nobody wanted to keep private
    style = ["--no-directory-urls"] if asked.offline else []
    done = subprocess.run(  # noqa: S603  our own words
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(made), *style],
        check=False,
    )
    if done.returncode:
        shutil.rmtree(made, ignore_errors=True)
        return done.returncode
    for name in THEME_ONLY + (SERVER_ONLY if asked.offline else ()):
        path = made / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.rmtree(asked.folder, ignore_errors=True)
    shutil.move(made, asked.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
