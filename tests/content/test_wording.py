"""The words we use: no filler, no word that takes a side, one spelling of each name."""

import re
from collections.abc import Container, Iterator
from pathlib import Path

import pytest

from macros.library import Library
from macros.models import Actor
from tests.content.reading import DOCS, Said, exceptions, line_of
from tests.project import ROOT

FILLERS = (
    r"it (?:is|should be|must be|is also) (?:important|worth|crucial|interesting|noted|notable)",
    r"(?:it is |is )?worth (?:noting|mentioning|remembering|pointing out)",
    r"(?:complex|rich|intricate|vibrant) (?:tapestry|mosaic|web|interplay)",
    r"delv(?:e|es|ed|ing)",
    r"pivotal|crucial(?:ly)?|paramount|multifaceted|nuanced",
    r"underscor(?:e|es|ed|ing)",
    r"(?:a|as) testament to",
    r"in conclusion|in summary|to sum up|needless to say|at the end of the day",
    r"navigat(?:e|es|ed|ing) the (?:complexit|challeng|intricac)\w+",
    r"(?:\w+al|\w+ic|security|media|sectarian) landscapes?|landscape of",
    r"sh(?:ed|eds|edding) (?:new )?light on",
    r"play(?:s|ed|ing)? an? (?:\w+ )?role in",
    r"(?:ever-|rapidly )(?:changing|evolving|shifting)",
    r"in today's world|in the realm of|a double-edged sword|game.changer",
)
"""Phrases that say nothing, or let an adjective do the work of evidence."""

FILLER = re.compile(rf"(?i)\b(?:{'|'.join(FILLERS)})\b")

LOADED = {
    r"Daesh|ISIS|ISIL": "the Islamic State (IS)",
    r"(?i:martyr(?:s|ed|dom)?)": "killed, and say who calls it martyrdom",
    r"(?i:liquidat(?:e|es|ed|ing|ions?))": "killed",
    r"(?i:tentacles?|imperialis[mt]\w*)": "say what was backed, and by whom",
    r"(?i:gangs?)": "armed group, faction",
    r"(?i:fortress)": "the Green Zone",
}
"""Words that take a side, for quotations only, and what our own voice says in their place."""

ABBREVIATION = re.compile(r"[A-Z.]{2,}")
SLANTED = re.compile(
    r"[\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{ACUTE ACCENT}\N{PRIME}"
    r"\N{MODIFIER LETTER APOSTROPHE}\N{MODIFIER LETTER RIGHT HALF RING}"
    r"\N{MODIFIER LETTER LEFT HALF RING}]"
)
FILES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("data/**/*.yaml")])

ON_NAMES = "docs/about.md"
"""Where we explain which spellings there are."""

OTHER_NAMES = "other_names.txt"


def test_there_is_no_filler(unquoted: Said) -> None:
    found = [
        f"{line_of(place, match[0])}: “{match[0]}” in: {_around(text, match)}"
        for place, text in unquoted
        for match in FILLER.finditer(text)
    ]

    assert not found, "say the thing itself:\n" + "\n".join(found)


@pytest.mark.parametrize(("word", "instead"), LOADED.items())
def test_a_word_that_takes_a_side_is_quoted(
    library: Library, unquoted: Said, word: str, instead: str
) -> None:
    loaded = re.compile(rf"\b(?:{word})\b")
    named = [actor.name for actor in library.actors.values() if loaded.search(actor.name)]
    names = re.compile("|".join(map(re.escape, named)) or r"(?!)")
    found = [
        f"{line_of(place, match[0])}: {_around(text, match)}"
        for place, text in unquoted
        for match in loaded.finditer(names.sub("", text))  # a body's own name is a name
    ]

    assert not found, f"quote it, or write “{instead}”:\n" + "\n".join(found)


def test_a_name_has_one_spelling(library: Library, unquoted: Said) -> None:
    spellings = _other_spellings(library, other_names=exceptions(OTHER_NAMES))
    found = [
        f"{line_of(place, match[0])}: “{form}”, for which we write “{name}”: {_around(text, match)}"
        for form, name in spellings
        for place, text in unquoted
        if place != ON_NAMES
        for match in _whole(form).finditer(text)
    ]

    assert not found, (
        f"write the name as its record has it; where this is another name and no other spelling,"
        f" list it in {OTHER_NAMES}:\n" + "\n".join(found)
    )


def test_the_list_of_other_names_holds_no_more_than_it_must(
    library: Library, unquoted: Said
) -> None:
    forms = {form for form, _ in _other_spellings(library)}
    texts = [text for place, text in unquoted if place != ON_NAMES]
    idle = [
        form
        for form in exceptions(OTHER_NAMES)
        if form not in forms or not any(_whole(form).search(text) for text in texts)
    ]

    assert not idle, f"take these out of {OTHER_NAMES}; nothing needs them: {idle}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_apostrophes_are_straight(file: Path) -> None:
    text = file.read_text("utf-8")
    found = [
        f"line {text.count(chr(10), 0, m.start()) + 1}: {m[0]}" for m in SLANTED.finditer(text)
    ]

    assert not found, f"write ' instead: {found}"


def _other_spellings(
    library: Library, other_names: Container[str] = ()
) -> Iterator[tuple[str, str]]:
    """Give each spelling that a source uses and we do not, with the name that we write.

    Where it is a person's, its surname alone counts too.
    """
    records = (*library.actors.values(), *library.terms.values(), *library.places.values())
    for record in records:
        name = str(getattr(record, "name", None) or getattr(record, "term", None))
        for alias in record.aliases:
            if not alias.sources or alias.form in other_names or ABBREVIATION.fullmatch(alias.form):
                continue
            forms = {alias.form}
            if isinstance(record, Actor) and record.kind == "person":
                forms.add(alias.form.split()[-1])
            for form in forms:
                if form.casefold() not in name.casefold():
                    yield form, name


def _whole(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-]){re.escape(form)}(?![\w-])")


def _around(text: str, match: re.Match[str]) -> str:
    return f"…{text[max(0, match.start() - 40) : match.end() + 40]}…"
