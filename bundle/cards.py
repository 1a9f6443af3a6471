"""Writes cards as scripts: a page opened as a file may load nothing else."""

import json
from collections.abc import Mapping


def cards_script(page: str, cards: Mapping[str, str]) -> str:
    """Give the cards of the records on a page as a script that keeps them."""
    text = json.dumps(cards, ensure_ascii=False, separators=(",", ":"))
    return f"(window.readerCards??={{}})[{json.dumps(page)}]={text};\n"
