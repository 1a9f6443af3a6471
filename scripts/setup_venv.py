"""Make `.venv` and install into it what `requirements.txt` pins, or say what is missing.

Uses the standard library only, and no syntax that an old Python could not read: the check of the
version must get as far as its message.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

OLDEST = (3, 11, 2)
VENV = Path(".venv")
STAMP = VENV / "ready"


def main() -> None:
    """Set up, and leave a stamp that `make` compares with `requirements.txt`."""
    if sys.version_info[:3] < OLDEST:
        _stop(
            f"This is Python {sys.version.split()[0]}; the site needs 3.11.2 or newer.",
            "Name another one: make PYTHON=python3.12 test",
        )
    if importlib.util.find_spec("ensurepip") is None:
        _install_venv_support()
    print("Setting up .venv (half a minute, once) …", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    _run([sys.executable, "-m", "venv", str(VENV)], "The virtual environment cannot be made.")
    _run(
        [
            str(VENV / "bin" / "python"),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--require-hashes",
            "--requirement",
            "requirements.txt",
        ],
        "A package cannot be installed: see above. Is there a network?",
    )
    STAMP.touch()


def _install_venv_support() -> None:
    """Debian ships Python without the part that puts pip into a virtual environment."""
    apt = shutil.which("apt-get")
    if apt and os.geteuid() == 0:
        print("Installing python3-venv, which this Python lacks …", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for words in (["update"], ["install", "--yes", "--no-install-recommends", "python3-venv"]):
            subprocess.run(  # noqa: S603  fixed words
                [apt, "-qq", *words], env=environment, check=False, stdout=subprocess.DEVNULL
            )
        importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:
        _stop(
            "This Python cannot make virtual environments with pip: python3-venv is missing.",
            "Install it and try again: sudo apt install python3-venv (Debian, Ubuntu)",
        )


def _run(command: list[str], trouble: str) -> None:
    if subprocess.run(command, check=False).returncode:  # noqa: S603  our own words
        shutil.rmtree(VENV, ignore_errors=True)
        _stop(trouble)


def _stop(*lines: str) -> None:
    sys.exit("\n".join(lines))


if __name__ == "__main__":
    main()
