"""What the pages must keep to: shortcodes that exist, ids that exist, annotations that pair up."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain, pairwise

from macros import locators
from macros.library import Library
from macros.models import ChapterMatter
from macros.origins import NOUNS, Origins
from macros.pages import Call, Page
from macros.problems import Problem, unknown
from macros.references import references

NAMES = {
    "actor": "actors",
    "term": "terms",
    "event": "events",
    "place": "places",
    "cite": "sources",
    "dispute": "disputes",
    "debate": "debates",
    "chart": "charts",
    "fact_box": "actors",
    "appearances": "actors",
    "relation_diagram": "actors",
    "chapter_head": "chapters",
    "chapter_timeline": "chapters",
    "chapter_map": "chapters",
    "questions": "questions",
    "bibliography": "documents",
    "sources_read": "chapters",
}
"""The shortcodes whose first argument is an id, and the collection that must have it."""

PLAIN = frozenset(
    {
        "note",
        "timeline",
        "glossary",
        "actor_index",
        "cast_by_chapter",
        "month_strip",
        "place_list",
        "place_map",
        "dispute_list",
        "compare_accounts",
        "compare_actors",
        "debate_list",
        "forecast_table",
        "chapter_list",
    }
)
"""The others."""

ARGUMENTS = {
    **dict.fromkeys(("actor", "term", "event", "place", "dispute"), ("ident", "text")),
    **dict.fromkeys(("debate", "chart", "fact_box", "appearances", "relation_diagram"), ("ident",)),
    **dict.fromkeys(("chapter_head", "questions", "sources_read"), ("slug",)),
    "bibliography": ("document",),
    **dict.fromkeys(("chapter_timeline", "chapter_map"), ("slug", "caption")),
    "month_strip": ("first", "last", "caption"),
    "cite": ("ident", "locator"),
    "note": ("ident", "text"),
}
"""What the shortcodes that take anything take, in order."""

WHOLE = frozenset({"note", "chapter_timeline", "chapter_map", "month_strip"})
"""The shortcodes of which no argument may be left out."""

OF_ITS_PAGE = {
    "actors": ("fact_box", "appearances"),
    "chapters": ("chapter_head", "chapter_timeline", "chapter_map", "questions", "sources_read"),
}
"""The blocks that, in each folder, must name their own page."""

NOTE_KINDS = ("source", "context", "disputed")


def check_pages(library: Library, origins: Origins) -> list[Problem]:
    """Find what is wrong in the pages, each with its line."""
    pages = library.pages.values()
    found = list(chain.from_iterable(page.problems for page in pages))
    for page in pages:
        found += _calls(page, library, origins)
        if not page.problems:  # else it is not known what it calls
            found += chain(_notes(page), _note_places(page))
        found += _sections(page)
        found += _front_matter(page, library, origins)
    return found + list(_profiles(library, origins))


def _problem(page: Page, line: int, message: str) -> Problem:
    return Problem(f"docs/{page.path}", line, 0, message)


def _calls(page: Page, library: Library, origins: Origins) -> Iterator[Problem]:
    for call in page.calls:
        if call.name not in NAMES and call.name not in PLAIN:
            yield _problem(page, call.line, unknown("shortcode", call.name, [*NAMES, *PLAIN]))
        elif fault := _misused(page, call):
            yield _problem(page, call.line, fault)
        elif call.name in NAMES:
            collection = NAMES[call.name]
            known = origins.ids(collection)
            if origins.lacks(collection, call.first):
                message = unknown(NOUNS[collection], call.first, known)
                yield _problem(page, call.line, message)
            elif call.name == "cite":
                cited = library.sources.get(call.first) or library.background.get(call.first)
                if cited and (fault := locators.fault(cited, call.locator)):
                    yield _problem(page, call.line, fault)


def _misused(page: Page, call: Call) -> str | None:
    """Say what is wrong with the arguments of a call, or nothing."""
    wanted = ARGUMENTS.get(call.name, ())
    given = len(call.args) + len(call.named)
    strange = next((name for name, _ in call.named if name not in wanted), None)
    if strange:
        return f"`{call.name}` takes no `{strange}`"
    if given > len(wanted) or given < (len(wanted) if call.name in WHOLE else min(1, len(wanted))):
        shape = ", ".join(f'"{name}"' for name in wanted)
        return f"`{call.name}` takes ({shape}), not {given} argument{'s' * (given != 1)}"
    if None in call.args:
        return f'what `{call.name}` takes stands in quotes: `{call.name}("…")`'
    if call.name in OF_ITS_PAGE.get(page.folder, ()) and call.first != page.slug:
        return f'`{call.name}` on this page must name "{page.slug}", not "{call.first}"'
    return None


def _notes(page: Page) -> Iterator[Problem]:
    phrases = [(c.first, c.line) for c in page.calls if c.name == "note" and c.counts]
    asides = [(note.id, note.line) for note in page.notes]
    anchors, blocks = dict(phrases), dict(asides)
    for places, what in ((phrases, "phrase"), (asides, "annotation")):
        counts = Counter(ident for ident, _ in places)
        for ident, line in places:
            if counts[ident] > 1:
                yield _problem(
                    page, line, f'"{ident}" has {counts[ident]} {what}s: give each an id'
                )
    for ident in anchors.keys() - blocks.keys():
        message = (
            f'no annotation "{ident}": add the block `/// html | aside#note-{ident}.ed-note.…`'
        )
        yield _problem(page, anchors[ident], message)
    for ident in blocks.keys() - anchors.keys():
        message = f'no phrase carries the annotation "{ident}": add `note("{ident}", "…")`'
        yield _problem(page, blocks[ident], message)
    for note in page.notes:
        if note.kind not in NOTE_KINDS:
            yield _problem(page, note.line, unknown("kind of annotation", note.kind, NOTE_KINDS))


def _note_places(page: Page) -> Iterator[Problem]:
    """Find the annotations that stand apart from their phrases, or in another order."""
    phrases = {c.first: c.line for c in page.calls if c.name == "note" and c.counts}
    counts = Counter(note.id for note in page.notes)
    notes = [note for note in page.notes if counts[note.id] == 1 and note.id in phrases]
    told = list(phrases)
    for note in notes:
        if phrases[note.id] not in _paragraph_before(page, note.line):
            message = (
                f'the annotation "{note.id}" stands apart from its phrase on line '
                f"{phrases[note.id]}: put it right after that paragraph"
            )
            yield _problem(page, note.line, message)
    for first, second in pairwise(notes):
        if told.index(first.id) > told.index(second.id):
            message = (
                f'the annotation "{second.id}" stands after "{first.id}", and its phrase before: '
                "put annotations in the order of their phrases"
            )
            yield _problem(page, second.line, message)


def _paragraph_before(page: Page, line: int) -> range:
    """Give the lines of the paragraph before an annotation, other annotations passed over."""
    lines = page.text.splitlines()
    end = line - 1
    while end and (text := lines[end - 1].strip()) in {"", "///"}:
        opened = max((note.line for note in page.notes if note.line <= end), default=1)
        end = opened - 1 if text else end - 1
    start = end
    while start > 1 and lines[start - 2].strip():
        start -= 1
    return range(start, end + 1)


def _sections(page: Page) -> Iterator[Problem]:
    for section in page.sections:
        if page.folder == "chapters" and section.level > 1 and not section.id:
            message = f'the heading "{section.title}" needs an id of its own: `{{#…}}`'
            yield _problem(page, section.line, message)
    counts = Counter(section.id for section in page.sections if section.id)
    for section in page.sections:
        if counts[section.id] > 1:
            message = f'the id "{section.id}" stands {counts[section.id]} times on this page'
            yield _problem(page, section.line, message)


def _front_matter(page: Page, library: Library, origins: Origins) -> Iterator[Problem]:
    matter = library.matter.get(page.path)
    path = f"docs/{page.path}"
    for reference in references(matter) if matter else ():
        known = origins.ids(reference.collection)
        if origins.lacks(reference.collection, reference.id):
            place = origins.texts[path].place(reference.steps)
            yield Problem(path, *place, unknown(NOUNS[reference.collection], reference.id, known))
    if isinstance(matter, ChapterMatter):
        sections = {section.id for section in page.sections}
        for index, ident in enumerate(matter.single_source):
            if ident not in sections:
                place = origins.texts[path].place(("single-source", index))
                yield Problem(path, *place, unknown("section", ident, sections))


def _profiles(library: Library, origins: Origins) -> Iterator[Problem]:
    slugs = {page.slug for page in library.pages.values() if page.folder == "actors"}
    for actor in library.actors.values():
        if actor.has_page and actor.id not in slugs:
            message = f"a {actor.tier} actor needs its page docs/actors/{actor.id}.md"
            yield origins.problem("actors", actor.id, ("tier",), message)
    for slug in sorted(slugs - {"index"}):
        actor_ = library.actors.get(slug)
        if slug not in origins.ids("actors"):
            message = unknown("actor", slug, origins.ids("actors"))
            yield Problem(f"docs/actors/{slug}.md", 1, 0, message)
        elif actor_ and not actor_.has_page:
            message = f'"{slug}" has a page, but its tier is entry'
            yield origins.problem("actors", slug, ("tier",), message)
