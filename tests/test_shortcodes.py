"""What each shortcode prints of the sound project, to the letter.

What the blocks print is in `tests/golden/`, which `python -m tests.regolden` rewrites.
"""

import inspect
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from macros import wiring
from macros.blocks import Blocks
from macros.figures import Figures
from macros.library import Library
from macros.models import Actor, Dispute
from macros.page_checks import ARGUMENTS, NAMES, PLAIN, WHOLE
from macros.problems import UnknownIdError
from macros.shortcodes import Shortcodes
from tests.project import SOUND, filler
from tests.regolden import CALLS, GOLDEN, golden_file, printed

PARTS = (Shortcodes, Blocks, Figures)
"""What pages may call."""

LINKS = {
    # an actor with a page, and one with a line in the index
    'actor("keeper")': "[Ada Marsh](/actors/keeper.md){ .ed-ref .ed-actor }",
    'actor("pilots")': "[the pilots](/actors/index.md#pilots){ .ed-ref .ed-actor }",
    'actor("keeper", "she")': "[she](/actors/keeper.md){ .ed-ref .ed-actor }",
    'actor("keeper", "the\n  keeper")': "[the keeper](/actors/keeper.md){ .ed-ref .ed-actor }",
    'term("lamp")': "[Lamp](/glossary.md#lamp){ .ed-ref .ed-term }",
    'term("lamp", "lamps")': "[lamps](/glossary.md#lamp){ .ed-ref .ed-term }",
    'term("board")': "[Harbour Board](/glossary.md#board){ .ed-ref .ed-term }",  # its actor's name
    'event("storm")': "[A storm put out the lamp](/timeline.md#storm){ .ed-ref .ed-event }",
    'event("storm", "it blew")': "[it blew](/timeline.md#storm){ .ed-ref .ed-event }",
    'place("head")': "[The Head](/map.md#head){ .ed-ref .ed-place }",
    'place("head", "there")': "[there](/map.md#head){ .ed-ref .ed-place }",
    'cite("gazette-1901")': "[Gazette, 7 March 1901](/sources.md#gazette-1901){ .ed-cite }",
    'cite("almanac-1901")': "[Almanac 1901](/sources.md#almanac-1901){ .ed-cite }",  # background
    'cite("log-1901", "title")': "[Marsh 1901, title](/sources.md#log-1901){ .ed-cite }",
    # an en dash between numbers, and no other hyphen is touched
    'cite("log-1901", "paras 1-2, 4")': (
        "[Marsh 1901, paras 1\N{EN DASH}2, 4](/sources.md#log-1901){ .ed-cite }"
    ),
    'cite("log-1901", "sub-title")': "[Marsh 1901, sub-title](/sources.md#log-1901){ .ed-cite }",
    'dispute("storm-nights")': (
        "[Sources differ](/disagreements.md#storm-nights){ .ed-ref .ed-dispute "
        'aria-label="Sources differ: How many nights was the lamp out?" }'
    ),
    'dispute("storm-nights", "or three?")': (
        "[or three?](/disagreements.md#storm-nights){ .ed-ref .ed-dispute }"
    ),
    'note("out", "went out")': "[went out](#note-out){ .ed-anchor #anchor-out }",
}

UNKNOWN = {
    'actor("keper")': 'no actor "keper"; did you mean "keeper"?',
    'term("lmap")': 'no term "lmap"; did you mean "lamp"?',
    'event("lamp")': 'no event "lamp"; did you mean "lamp-lit"?',
    'place("haed")': 'no place "haed"; did you mean "head"?',
    'cite("gazette-1900")': 'no source "gazette-1900"; did you mean "gazette-1901"?',
    'cite("almanach-1901")': 'no source "almanach-1901"; did you mean "almanac-1901"?',
    'dispute("storm-days")': 'no dispute "storm-days"; did you mean "storm-nights"?',
    'chapter_head("lmap")': 'no chapter "lmap"; did you mean "lamp"?',
    'chapter_timeline("lmap", "")': 'no chapter "lmap"; did you mean "lamp"?',
    'debate("who-paid")': 'no debate "who-paid"; did you mean "who-pays"?',
    'questions("lmap")': 'no set of questions "lmap"; did you mean "lamp"?',
    'sources_read("lmap")': 'no chapter "lmap"; did you mean "lamp"?',
    'fact_box("keper")': 'no actor "keper"; did you mean "keeper"?',
    'appearances("keper")': 'no actor "keper"; did you mean "keeper"?',
    'chapter_map("lmap", "")': 'no chapter "lmap"; did you mean "lamp"?',
    'relation_diagram("keper")': 'no actor "keper"; did you mean "keeper"?',
    'chart("what-it-costs")': 'no chart "what-it-costs"; did you mean "what-it-cost"?',
    'bibliography("esay")': 'no document "esay"; did you mean "essay"?',
}


@pytest.fixture(scope="module")
def fill(sound: Library) -> Callable[..., str]:
    """Give what fills in the shortcodes of a page."""
    return filler(sound)


@pytest.fixture(scope="module")
def blocks() -> dict[Path, str]:
    """Give what the blocks print now, by golden file."""
    return printed()


@pytest.mark.parametrize(("call", "link"), LINKS.items())
def test_a_link_is_printed_on_one_line(fill: Callable[..., str], call: str, link: str) -> None:
    assert fill(f"{{{{ {call} }}}}") == link


@pytest.mark.parametrize("call", CALLS)
def test_a_block_prints_what_its_golden_file_has(blocks: dict[Path, str], call: str) -> None:
    file = golden_file(call)

    assert blocks[file] == file.read_text("utf-8"), (
        "if this is what you want, run python -m tests.regolden and read the difference"
    )


def test_no_golden_file_is_left_over(blocks: dict[Path, str]) -> None:
    assert set(GOLDEN.iterdir()) == blocks.keys(), "run python -m tests.regolden"


@pytest.mark.parametrize(("call", "message"), UNKNOWN.items())
def test_an_unknown_id_suggests_the_right_one(
    fill: Callable[..., str], call: str, message: str
) -> None:
    with pytest.raises(UnknownIdError) as caught:
        fill(f"{{{{ {call} }}}}")

    assert str(caught.value) == message


def test_every_block_has_a_golden_file() -> None:
    blocks = {name for part in (Blocks, Figures) for name in vars(part) if name[0] != "_"}

    assert blocks == {call.partition("(")[0] for call in CALLS}


def test_the_checks_know_every_shortcode_that_pages_may_call(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(wiring, "format_citations", lambda *_: {})

    names = [function.__name__ for function in wiring.read(SOUND).shortcodes]

    assert sorted(names) == sorted(NAMES.keys() | PLAIN)


@pytest.mark.parametrize("kind", get_args(Actor.model_fields["kind"].annotation))
def test_an_actor_of_any_kind_stands_in_the_index(sound: Library, kind: str) -> None:
    keeper = sound.actors["keeper"].model_copy(update={"kind": kind})

    index = filler(replace(sound, actors={"keeper": keeper}))("{{ actor_index() }}")

    assert "[Ada Marsh]" in index, f"{kind} has no heading in actor_index.md.jinja"


@pytest.mark.parametrize("kind", get_args(Dispute.model_fields["kind"].annotation))
def test_a_dispute_of_any_kind_stands_in_the_list(sound: Library, kind: str) -> None:
    storm = sound.disputes["storm-nights"].model_copy(update={"kind": kind})

    disputes = filler(replace(sound, disputes={storm.id: storm}))("{{ dispute_list() }}")

    assert storm.point in disputes, f"{kind} has no heading in dispute_list.md.jinja"


def test_actors_of_a_kind_stand_in_the_order_of_what_they_are_sorted_under(
    sound: Library,
) -> None:
    sorts = {"harbour-board": "Wharf, Board of the", "keeper": "Marsh, Ada", "pilots": None}
    actors = {
        ident: sound.actors[ident].model_copy(update={"kind": "group", "sort": sort})
        for ident, sort in sorts.items()
    }

    index = filler(replace(sound, actors=actors))("{{ actor_index() }}")

    places = [index.index(f'id="{ident}"') for ident in ("keeper", "pilots", "harbour-board")]
    assert places == sorted(places)


def test_a_term_may_begin_with_a_quotation_mark(sound: Library) -> None:
    quoted = sound.terms["lamp"].model_copy(update={"term": '"Lamp"'})

    glossary = filler(replace(sound, terms={**sound.terms, "lamp": quoted}))("{{ glossary() }}")

    assert "## L { #letter-l }\n" in glossary


def test_see_also_runs_both_ways(sound: Library) -> None:
    glossary = filler(sound)("{{ glossary() }}")
    board, lamp = (_entry(glossary, ident) for ident in ("board", "lamp"))

    assert "See also</span> [Harbour Board](/glossary.md#board)" in lamp
    assert "See also</span> [Lamp](/glossary.md#lamp)" in board


def test_a_term_is_used_where_its_actor_is_named(sound: Library) -> None:
    terms = {**sound.terms, "board": sound.terms["board"].model_copy(update={"actor": "keeper"})}

    glossary = filler(replace(sound, terms=terms))("{{ glossary() }}")

    used = _entry(glossary, "board").partition("Where it is used")[2]
    assert used.find("(/chapters/lamp.md)") < used.find("(/actors/harbour-board.md)")
    assert "(/chapters/lamp.md)" in used


def _entry(page: str, ident: str) -> str:
    """Give the entry of an id on a page of entries."""
    return next(entry for entry in page.split("</article>") if f"{{ #{ident} }}" in entry)


@pytest.mark.parametrize("name", sorted(NAMES.keys() | PLAIN))
def test_a_shortcode_takes_what_the_check_of_pages_says(name: str) -> None:
    function = next(getattr(part, name) for part in PARTS if hasattr(part, name))
    takes = list(inspect.signature(function).parameters.values())[1:]

    assert tuple(parameter.name for parameter in takes) == ARGUMENTS.get(name, ())
    assert (name in WHOLE) == (
        len(takes) > 1 and all(parameter.default is parameter.empty for parameter in takes)
    )
