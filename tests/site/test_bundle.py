"""What the build makes smaller says the same as before, to a browser."""

import re
from pathlib import Path

import pytest

from bundle.styles import IMPORT, joined_styles
from tests.project import ROOT
from tests.site.driving import Reader

INDEX = ROOT / "docs/assets/css/index.css"
SCRIPTS = [file for file in ROOT.glob("docs/assets/js/**/*.js") if "vendor" not in file.parts]

RULES = r"""(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  const bare = (rule) => rule.cssText.replace(/\s+/g, " ").replace(/ ?([,()*/]) ?/g, "$1")
    .replace(/(\([\w-]+): /g, "$1:");
  return [...sheet.cssRules].map(bare);
}"""
"""Rules as a browser reads them; in what it only keeps, custom properties, blanks may differ."""

NESTED = re.compile(r"`[^`]*\$\{[^}`]*`")
"""A template literal within another."""


def test_styles_without_blanks_are_the_same_rules(reader: Reader) -> None:
    """`rcssmin` takes some blanks for idle that part a selector from its ancestor."""
    names = IMPORT.findall(INDEX.read_text("utf-8"))
    whole = "".join((INDEX.parent / name).read_text("utf-8") for name in names)
    page = reader.window()
    rules = page.evaluate(RULES, whole)

    assert len(rules) > len(names)
    assert page.evaluate(RULES, joined_styles(INDEX)) == rules


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda file: file.name)
def test_no_template_literal_holds_another(script: Path) -> None:
    found = NESTED.findall(script.read_text("utf-8"))

    assert not found, "`rjsmin` takes the inner one for code and drops its blanks"
