"""Find the browser that the tests drive, and install one where there is none.

As a script it prints the path and exits 0, or says what is missing and how to get it and exits 1.
Uses the standard library and, for a browser of its own, Playwright.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

DRIVER_NEEDS = "libatomic1"
"""The library that Playwright's driver wants and a bare Debian lacks."""

NO_DRIVER = """\
Playwright, which drives the browser in the tests, does not start on this machine (see above).
On Debian and Ubuntu it wants one library more: sudo apt install libatomic1"""

FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Chromium's sandbox does not start for root.
    *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
)
"""What keeps a browser from work, and from words with other hosts, of its own."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

MISSING = """\
No browser: the tests need Chromium or Chrome, and none could be found or installed.
Get one in either of these ways and try again:
    sudo apt install chromium                           (Debian)
    .venv/bin/python -m playwright install chromium     (any system)
Or name one that you have: export READER_CHROMIUM=/path/to/chrome"""


def find() -> str | None:
    """Give the path of a browser: the one named in the environment, the system's, Playwright's."""
    named = os.environ.get("READER_CHROMIUM")
    for name in (named, *NAMES):
        if name and (path := shutil.which(name)):
            return path
    return _own_of_playwright()


def main() -> int:
    """Make sure that there is a browser and give the exit code."""
    named = os.environ.get("READER_CHROMIUM")
    if named and not shutil.which(named):
        print(f"READER_CHROMIUM names no program: {named}")
    if not (_driver_starts() or (_apt(DRIVER_NEEDS) and _driver_starts())):
        _run([sys.executable, "-m", "playwright", "--version"])
        print(NO_DRIVER)
        return 1
    path = find() or (_apt("chromium") and find()) or _from_playwright()
    print(f"browser: {path}" if path else MISSING)
    return 0 if path else 1


def _driver_starts() -> bool:
    """Say whether Playwright's driver runs: it is a program with needs of its own."""
    command = [sys.executable, "-m", "playwright", "--version"]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0  # noqa: S603


def _apt(package: str) -> bool:
    """Install a package of Debian's where that is possible without asking; say whether it was."""
    apt = shutil.which("apt-get")
    if not apt or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    print(f"Installing Debian's package {package} (once) …", flush=True)
    _run([apt, "-qq", "update"])
    _run([apt, "-qq", "install", "--yes", "--no-install-recommends", package])
    return True


def _from_playwright() -> str | None:
    """Let Playwright fetch its own browser."""
    print("Asking Playwright for its own Chromium …", flush=True)
    _run([sys.executable, "-m", "playwright", "install", "chromium"])
    return find()


def _own_of_playwright() -> str | None:
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415  may not be there yet
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _run(command: list[str]) -> None:
    """Run a command and show what it says; whether it helped, `find` will tell."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=environment, check=False, stdout=sys.stderr)  # noqa: S603  our words


if __name__ == "__main__":
    sys.exit(main())
