"""What an author may write in a page: the blocks that stand alone between two empty lines."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple, TypeVar

from macros.backlinks import Backlinks
from macros.dates import Date
from macros.library import Library
from macros.models import RELATION_WORDS, Actor, Citation, Debate, Position, Relation, Source
from macros.models.page import ChapterMatter
from macros.origins import NOUNS
from macros.pages import Page
from macros.problems import UnknownIdError, unknown
from macros.prose import prose
from macros.render import block

T = TypeVar("T")

BACKGROUND = "background"
CHAPTER_PART = 2
"""The level of the headings that a chapter's own contents list."""
LEANING = 30
"""From this share of the citations on, in per cent, a chapter says that it leans on one voice."""
REPORTS = "ISW's weekly reports"
"""What the voice is called that speaks in all of the situation reports."""


class RelationLine(NamedTuple):
    """A relation as a profile words it, seen from either end."""

    words: str
    other: str
    dates: Date | None
    note: str | None
    sources: tuple[Citation, ...]


class OrderedDebate(NamedTuple):
    """A debate with its positions in the order of the scale, those not placed last."""

    id: str
    question: str
    why: str
    scale: tuple[str, ...]
    positions: list[Position]


class Share(NamedTuple):
    """How often a chapter cites a source, and what part of its citations that is, in per cent."""

    source: Source
    times: int
    percent: int


class Lean(NamedTuple):
    """The voice that a chapter cites most, and its part of the citations, in per cent."""

    name: str
    percent: int


class Blocks:
    """The block shortcodes, each several lines of Markdown."""

    def __init__(self, library: Library, back: Backlinks, citations: Mapping[str, str]) -> None:
        """Speak from a library, its backlinks and its formatted citations."""
        self._library = library
        self._back = back
        self._citations = citations

    def chapter_head(self, slug: str) -> str:
        """Open a chapter: sentence, reading time, objectives, people and terms to know."""
        page, matter = self._chapter(slug)
        measured = prose(page, self._library)
        asked = self._library.questions.get(slug)
        cited = self._cited_in(page).keys()
        return self._block(
            "chapter_head",
            slug=slug,
            sections=[section for section in page.sections if section.level == CHAPTER_PART],
            matter=matter,
            minutes=measured.minutes,
            words=f"{measured.words:,}",
            source_count=len(cited & self._library.sources.keys()),
            background_count=len(cited & self._library.background.keys()),
            objectives=asked.objectives if asked else (),
        )

    def chapter_list(self) -> str:
        """List the chapters with their sentence and reading time."""
        chapters = [(slug, *self._chapter(slug)) for slug in self._library.chapters]
        lines = [(s, matter, prose(page, self._library).minutes) for s, page, matter in chapters]
        return self._block("chapter_list", chapters=lines)

    def chapter_timeline(self, slug: str, caption: str) -> str:
        """List the events of a chapter in the order of their dates, under a caption."""
        self._chapter(slug)
        events = [event for event in self._library.events.values() if event.chapter == slug]
        return self._block("chapter_timeline", events=events, caption=caption)

    def debate(self, ident: str) -> str:
        """Show a debate, position by position."""
        debate = _find("debates", ident, self._library.debates)
        return self._block("debate", debate=_ordered(debate))

    def questions(self, slug: str) -> str:
        """Ask about a chapter: self-checks with answers, discussion, an exercise."""
        asked = _find("questions", slug, self._library.questions)
        return self._block("questions", asked=asked)

    def sources_read(self, slug: str) -> str:
        """List the sources that a chapter cites, each with its standpoint and its share."""
        cited = self._cited_in(self._chapter(slug)[0])
        library = self._library
        shares = shares_of(library, cited)
        return self._block(
            "sources_read",
            citations=self._citations,
            sources=shares,
            leans=leans_on(shares),
            background=[library.background[i] for i in cited if i in library.background],
        )

    def fact_box(self, ident: str) -> str:
        """Show who an actor is: script, roles, other spellings."""
        actor = _find("actors", ident, self._library.actors)
        terms = [term.id for term in self._library.terms.values() if term.actor == ident]
        return self._block("fact_box", actor=actor, terms=terms)

    def appearances(self, ident: str) -> str:
        """Show an actor's relations, events, and where the book mentions it."""
        actor = _find("actors", ident, self._library.actors)
        return self._block("appearances", actor=actor, relations=self._relations(actor))

    def timeline(self) -> str:
        """List every event in full, under its year."""
        events = self._library.events.values()
        years = groupby(events, key=lambda event: event.date.machine[:4])
        return self._block("timeline", years=[(year, list(found)) for year, found in years])

    def glossary(self) -> str:
        """List every term, under its letter."""
        names = {term.id: self._library.name(term) for term in self._library.terms.values()}
        terms = sorted(self._library.terms.values(), key=lambda term: _order(names[term.id]))
        letters = groupby(terms, key=lambda term: _letter(names[term.id]))
        return self._block("glossary", letters=[(letter, list(found)) for letter, found in letters])

    def bibliography(self, document: str) -> str:
        """List the texts of one source document, or the pages of `background`, with their use."""
        sources = [s for s in self._library.sources.values() if s.document == document]
        pages = list(self._library.background.values()) if document == BACKGROUND else []
        if not sources and not pages:
            known = {source.document for source in self._library.sources.values()} | {BACKGROUND}
            raise UnknownIdError(unknown("document", document, known))
        return self._block(
            "bibliography",
            sources=sources,
            pages=sorted(pages, key=lambda page: page.label.casefold()),
            citations=self._citations,
        )

    def actor_index(self) -> str:
        """List every actor by kind, with a sentence each."""
        ordered = sorted(self._library.actors.values(), key=lambda actor: actor.order)
        return self._block("actor_index", kinds=_by_kind(ordered))

    def place_list(self) -> str:
        """List every place by name."""
        names = self._library.name
        places = sorted(self._library.places.values(), key=lambda place: names(place).casefold())
        return self._block("place_list", places=places)

    def dispute_list(self) -> str:
        """List every point at which the sources differ, by kind."""
        return self._block("dispute_list", kinds=_by_kind(self._library.disputes.values()))

    def debate_list(self) -> str:
        """List every debate, position by position."""
        debates = [_ordered(debate) for debate in self._library.debates.values()]
        return self._block("debate_list", debates=debates)

    def forecast_table(self) -> str:
        """Set each forecast beside what came and how it is judged."""
        return self._block("forecast_table", forecasts=self._library.forecasts)

    def _block(self, template: str, **context: object) -> str:
        return block(template, lib=self._library, back=self._back, **context)

    def _chapter(self, slug: str) -> tuple[Page, ChapterMatter]:
        if slug not in self._library.chapters:
            raise UnknownIdError(unknown("chapter", slug, self._library.chapters))
        return self._library.chapter(slug)

    def _cited_in(self, page: Page) -> Counter[str]:
        """Count a page's own citations by source, the most cited first."""
        cited = Counter(c.first for c in page.calls if c.name == "cite" and c.counts)
        return Counter(dict(cited.most_common()))

    def _relations(self, actor: Actor) -> dict[str, list[RelationLine]]:
        """Give an actor's relations as both ends record them, its own first, by their words."""
        own = [_line(relation, relation.target, own=True) for relation in actor.relations]
        others = [
            _line(relation, other.id, own=False)
            for other in self._library.actors.values()
            for relation in other.relations
            if relation.target == actor.id
        ]
        lines: defaultdict[str, list[RelationLine]] = defaultdict(list)
        for line in own + others:
            lines[line.words].append(line)
        return dict(lines)


def shares_of(library: Library, cited: Mapping[str, int]) -> list[Share]:
    """Give the sources among what is cited, each with its share; background pages do not count."""
    times = {ident: n for ident, n in cited.items() if ident in library.sources}
    whole = sum(times.values())
    return [Share(library.sources[i], n, round(100 * n / whole)) for i, n in times.items()]


def leans_on(shares: Iterable[Share]) -> Lean | None:
    """Give the voice that a chapter leans on, or nothing; weekly reports are one voice."""
    voices: Counter[str] = Counter()
    for share in shares:
        weekly = share.source.document == "reports"
        voices[REPORTS if weekly else share.source.label] += share.times
    if not voices:
        return None
    name, times = voices.most_common(1)[0]
    percent = round(100 * times / voices.total())
    return Lean(name, percent) if percent >= LEANING else None


def _order(name: str) -> str:
    """Give what a name is sorted by: its letters and digits, whatever their case."""
    return re.sub(r"^\W+", "", name).casefold()


def _letter(name: str) -> str:
    """Give the letter under which a name stands in a list."""
    return _order(name)[:1].upper()


def _line(relation: Relation, other: str, *, own: bool) -> RelationLine:
    """Word a relation from either end, in the past tense where its dates have an end."""
    kind = RELATION_WORDS[relation.type]
    over = relation.dates is not None and not relation.dates.text.endswith("/..")
    present, past = (kind.present, kind.past) if own else (kind.inverse, kind.inverse_past)
    words = past if over else present
    return RelationLine(words, other, relation.dates, relation.note, relation.sources)


def _ordered(debate: Debate) -> OrderedDebate:
    def step(position: Position) -> int:
        return len(debate.scale) + 1 if position.step == "not placed" else position.step

    positions = sorted(debate.positions, key=step)
    return OrderedDebate(debate.id, debate.question, debate.why, debate.scale, positions)


def _by_kind(records: Iterable[T]) -> dict[str, list[T]]:
    kinds: defaultdict[str, list[T]] = defaultdict(list)
    for record in records:
        kinds[getattr(record, "kind")].append(record)  # noqa: B009  records of several collections
    return dict(kinds)


def _find(collection: str, ident: str, known: Mapping[str, T]) -> T:
    if ident not in known:
        raise UnknownIdError(unknown(NOUNS[collection], ident, known.keys()))
    return known[ident]
