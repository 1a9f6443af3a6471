"""What an author may write in a page: the blocks that stand alone between two empty lines."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import TypeVar

from macros.backlinks import Backlinks, Mention
from macros.comparing import sides
from macros.debates import laid
from macros.facets import facets, values
from macros.library import Library
from macros.models import Term
from macros.models.page import ChapterMatter
from macros.months import by_month
from macros.origins import find
from macros.pages import Page
from macros.problems import UnknownIdError, unknown
from macros.prose import prose
from macros.relations import by_words, diagram, relation_lines
from macros.render import block
from macros.shares import leans_on, shares_of

T = TypeVar("T")

BACKGROUND = "background"
CHAPTER_PART = 2
"""The level of the headings that a chapter's own contents list."""
WORTH_DRAWING = 2
"""The relations from which on a full profile draws them."""


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
        sources = [source for source in self._library.sources.values() if source.id in cited]
        return self._block(
            "chapter_head",
            slug=slug,
            called=[source for source in sources if source.called],
            sections=[section for section in page.sections if section.level == CHAPTER_PART],
            matter=matter,
            minutes=measured.minutes,
            words=f"{measured.words:,}",
            source_count=len(sources),
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
        debate = find("debates", ident, self._library.debates)
        return self._block("debate", laid=laid(debate))

    def questions(self, slug: str) -> str:
        """Ask about a chapter: self-checks with answers, discussion, an exercise."""
        asked = find("questions", slug, self._library.questions)
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
        actor = find("actors", ident, self._library.actors)
        terms = [term.id for term in self._library.terms.values() if term.actor == ident]
        return self._block("fact_box", actor=actor, terms=terms)

    def appearances(self, ident: str) -> str:
        """Show an actor's relations, events, and where the book mentions it."""
        actor = find("actors", ident, self._library.actors)
        lines = relation_lines(actor, self._library)
        drawn = actor.tier == "full" and len(lines) >= WORTH_DRAWING
        return self._block(
            "appearances",
            actor=actor,
            relations=by_words(lines),
            diagram=diagram(actor, lines, self._library) if drawn else None,
        )

    def timeline(self) -> str:
        """List every event in full, under its year and month."""
        events = self._library.events.values()
        years = groupby(events, key=lambda event: event.date.machine[:4])
        listed = [(year, by_month(found)) for year, found in years]
        anchors = [(f"year-{year}", year) for year, _ in listed]
        return self._block(
            "timeline",
            years=listed,
            anchors=anchors,
            facets=facets(self._library),
            values=values,
        )

    def glossary(self) -> str:
        """List every term, under its letter."""
        names = {term.id: self._library.name(term) for term in self._library.terms.values()}
        terms = sorted(self._library.terms.values(), key=lambda term: _order(names[term.id]))
        letters = groupby(terms, key=lambda term: _letter(names[term.id]))
        listed = [(letter, list(found)) for letter, found in letters]
        anchors = [(f"letter-{letter.lower()}", letter) for letter, _ in listed]
        used = {term.id: self._used(term) for term in terms}
        return self._block("glossary", letters=listed, anchors=anchors, used=used)

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
        debates = [laid(debate) for debate in self._library.debates.values()]
        return self._block("debate_list", debates=debates)

    def compare_actors(self) -> str:
        """List every actor with a profile in the same parts, of which two can be set together."""
        library = self._library
        ordered = sorted(library.actors.values(), key=lambda actor: actor.name.casefold())
        shown = [(a, by_words(relation_lines(a, library))) for a in ordered if a.has_page]
        return self._block("compare_actors", actors=shown)

    def compare_accounts(self) -> str:
        """List every event of which the accounts differ, account by account."""
        events = [event for event in self._library.events.values() if event.accounts]
        return self._block("compare_accounts", events=[(e, sides(e)) for e in events])

    def forecast_table(self) -> str:
        """Set each forecast beside what came and how it is judged."""
        return self._block("forecast_table", forecasts=self._library.forecasts)

    def _block(self, template: str, **context: object) -> str:
        return block(template, lib=self._library, back=self._back, **context)

    def _chapter(self, slug: str) -> tuple[Page, ChapterMatter]:
        if slug not in self._library.chapters:
            raise UnknownIdError(unknown("chapter", slug, self._library.chapters))
        return self._library.chapter(slug)

    def _used(self, term: Term) -> list[Mention]:
        """Give the sections that name a term or the actor that it is, in the order of reading."""
        named = [("terms", term.id), ("actors", term.actor or "")]
        chapters = [self._library.chapter(slug)[0] for slug in self._library.chapters]
        pages = {page.path: page for page in [*chapters, *self._library.pages.values()]}
        paths = list(pages)

        def place(mention: Mention) -> tuple[int, int]:
            sections = ["", *(section.id for section in pages[mention.path].sections)]
            return paths.index(mention.path), sections.index(mention.section)

        return sorted({m for key in named for m in self._back.mentioned(*key)}, key=place)

    def _cited_in(self, page: Page) -> Counter[str]:
        """Count a page's own citations by source, the most cited first."""
        cited = Counter(c.first for c in page.calls if c.name == "cite" and c.counts)
        return Counter(dict(cited.most_common()))


def _order(name: str) -> str:
    """Give what a name is sorted by: its letters and digits, whatever their case."""
    return re.sub(r"^\W+", "", name).casefold()


def _letter(name: str) -> str:
    """Give the letter under which a name stands in a list."""
    return _order(name)[:1].upper()


def _by_kind(records: Iterable[T]) -> dict[str, list[T]]:
    kinds: defaultdict[str, list[T]] = defaultdict(list)
    for record in records:
        kinds[getattr(record, "kind")].append(record)  # noqa: B009  records of several collections
    return dict(kinds)
