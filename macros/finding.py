"""What the search can find: an entry for every page, section and record that has an address."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from macros.backlinks import Backlinks, Key, Mention
from macros.folding import fold, words
from macros.library import Library
from macros.models import Actor, Alias, Background, Dispute, Event, Source
from macros.page_checks import NAMES
from macros.pages import Page
from macros.prose import prose

KINDS = (
    "actor",
    "term",
    "place",
    "event",
    "source",
    "debate",
    "dispute",
    "background",
    "figure",
    "chapter",
    "section",
    "page",
)
"""The kinds of entries: of several that fit equally well, the first kind comes first."""

NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
"""How a reader may write the number of a chapter."""

SMALL = frozenset({"a", "against", "al", "and", "for", "in", "of", "on", "the", "to"})
"""The words of a name that its initials leave out."""

MOST_WORDS = 5
"""How long the name of an office may be: what is longer tells a story."""

LINKED = frozenset({"actor", "term", "event", "place", "dispute"})
"""The shortcodes whose second argument is the words that a link shows."""


@dataclass(frozen=True)
class Entry:
    """What a reader may look for. Everything is plain text; `names` and above are shown."""

    kind: str
    title: str
    address: str
    """A path relative to `docs/`, with an anchor where it has one: `glossary.md#pmf`."""
    about: str = ""
    """A word or two beside the kind: "armed group", "25 June 2020"."""
    text: str = ""
    """What it is, or the running text of a section: the line shown below a title is from here."""
    names: tuple[str, ...] = ()
    """Other spellings, Arabic script, abbreviations."""
    phrases: tuple[str, ...] = ()
    """What else it goes by: the words of its id, and those with which the book links to it."""
    more: tuple[str, ...] = ()
    """The words, folded and in order, of what else stands at its address."""
    told: tuple[str, ...] = ()
    """The addresses of the sections that mention it."""


def search_records(library: Library, back: Backlinks) -> tuple[Entry, ...]:
    """Give all entries, kind by kind, each kind in the order of its file."""
    finder = _Finder(library, back)
    return (
        *finder.actors(),
        *finder.terms(),
        *finder.places(),
        *finder.events(),
        *finder.sources(),
        *finder.background(),
        *finder.debates(),
        *finder.disputes(),
        *finder.figures(),
        *finder.chapters(),
        *finder.pages(),
    )


class _Finder:
    """Makes the entries, collection by collection."""

    def __init__(self, library: Library, back: Backlinks) -> None:
        self._library = library
        self._back = back
        self._phrases = _link_texts(library.pages.values())
        self._known = frozenset(map(fold, _all_names(library)))

    def actors(self) -> Iterator[Entry]:
        short = {t.actor: t.abbreviation for t in self._library.terms.values() if t.abbreviation}
        for actor in self._library.actors.values():
            page = self._library.pages.get(f"actors/{actor.id}.md") if actor.has_page else None
            names = _names(actor.name, actor.aliases, actor.arabic, short.get(actor.id))
            yield Entry(
                kind="actor",
                title=actor.name,
                address=page.path if page else f"actors/index.md#{actor.id}",
                about=actor.kind.replace("-", " "),
                text=actor.summary,
                names=names,
                phrases=(
                    *_initials(actor.kind, (actor.name, *names)),
                    *_offices(actor),
                    *self._called(("actors", actor.id), actor.name, *names),
                ),
                more=_more(actor.summary, _roles(actor), _running(page, self._library)),
                told=self._told(("actors", actor.id)),
            )

    def terms(self) -> Iterator[Entry]:
        library = self._library
        for term in library.terms.values():
            name = library.name(term)
            script, short = library.script(term), term.abbreviation
            names = _names(name, library.aliases(term), script, short)
            yield Entry(
                kind="term",
                title=name,
                address=f"glossary.md#{term.id}",
                text=term.definition,
                names=names,
                phrases=self._called(("terms", term.id), name, *names),
                told=self._told(("terms", term.id)),
            )

    def places(self) -> Iterator[Entry]:
        library = self._library
        for place in library.places.values():
            name = library.name(place)
            names = _names(name, library.aliases(place), library.script(place))
            yield Entry(
                kind="place",
                title=name,
                address=f"map.md#{place.id}",
                about=place.kind,
                text=place.happened,
                names=names,
                phrases=self._called(("places", place.id), name, *names),
                told=self._told(("places", place.id)),
            )

    def events(self) -> Iterator[Entry]:
        for event in self._library.events.values():
            yield Entry(
                kind="event",
                title=event.headline,
                address=f"timeline.md#{event.id}",
                about=str(event.date),
                text=event.detail,
                phrases=(*_dates(event), *self._called(("events", event.id), event.headline)),
                more=_more(event.detail, self._around(event)),
                told=self._told(("events", event.id)),
            )

    def sources(self) -> Iterator[Entry]:
        for source in self._library.sources.values():
            yield self._cited("source", source, source.standpoint, _reading_note(source))

    def background(self) -> Iterator[Entry]:
        for page in self._library.background.values():
            yield self._cited("background", page)

    def _cited(self, kind: str, source: Source | Background, *said: str) -> Entry:
        """Give a text, with what its title and the first of what is said of it show."""
        title = source.title if source.title[-1] in ".?!" else f"{source.title}."
        text = " ".join((title, *said[:1]))
        return Entry(
            kind=kind,
            title=source.label,
            address=f"sources.md#{source.id}",
            about=source.container_title or "",
            text=text,
            phrases=(source.title, *filter(None, [source.container_title])),
            more=_more(text, *said[1:]),
            told=self._told(("sources", source.id)),
        )

    def debates(self) -> Iterator[Entry]:
        for debate in self._library.debates.values():
            positions = " ".join(f"{p.holder}: {p.says}" for p in debate.positions)
            yield Entry(
                kind="debate",
                title=debate.question,
                address=f"debates.md#{debate.id}",
                text=debate.why,
                phrases=self._called(("debates", debate.id), debate.question),
                more=_more(debate.why, positions, " ".join(debate.scale)),
                told=self._told(("debates", debate.id)),
            )

    def disputes(self) -> Iterator[Entry]:
        for dispute in self._library.disputes.values():
            first = dispute.reading or dispute.accounts[0].says
            yield Entry(
                kind="dispute",
                title=dispute.point,
                address=f"disagreements.md#{dispute.id}",
                text=first,
                phrases=self._called(("disputes", dispute.id), dispute.point),
                more=_more(first, _accounts(dispute)),
                told=self._told(("disputes", dispute.id)),
            )

    def figures(self) -> Iterator[Entry]:
        for chart in self._library.charts.values():
            mentions = self._back.mentioned("charts", chart.id)
            if mentions:
                yield Entry(
                    kind="figure",
                    title=chart.title,
                    address=f"{mentions[0].path}#figure-{chart.id}",
                    about=mentions[0].title,
                    text=chart.caption,
                    told=self._told(("charts", chart.id)),
                )

    def chapters(self) -> Iterator[Entry]:
        chapters = [self._library.chapter(slug) for slug in self._library.chapters]
        for page, matter in chapters:
            numbers = (f"Chapter {matter.number}", f"Chapter {NUMBERS[matter.number or 0]}")
            called = (matter.label,) if matter.label else numbers
            yield Entry(
                kind="chapter",
                title=matter.title,
                address=page.path,
                about=called[0],
                text=matter.description,
                phrases=(*called, *matter.also),
            )
        for page, _ in chapters:
            yield from self._sections(page)

    def pages(self) -> Iterator[Entry]:
        others = [page for page in self._library.pages.values() if _stands_alone(page)]
        for page in others:
            matter = self._library.matter[page.path]
            yield Entry(
                kind="page",
                title=matter.title,
                address=page.path,
                text=matter.description,
                names=matter.also,
                phrases=(page.folder or page.slug,),
            )
        for page in others:
            yield from self._sections(page)

    def _sections(self, page: Page) -> Iterator[Entry]:
        """Give the sections of a page, each with the text down to the next heading."""
        lines = page.text.splitlines()
        ends = [section.line - 1 for section in page.sections[1:]]
        for section, end in zip(page.sections, [*ends, len(lines)], strict=True):
            if section.id and section.level > 1:
                part = replace(page, text="\n".join(lines[section.line : end]))
                yield Entry(
                    kind="section",
                    title=section.title,
                    address=f"{page.path}#{section.id}",
                    about=self._library.matter[page.path].title,
                    text=_running(part, self._library),
                )

    def _told(self, key: Key) -> tuple[str, ...]:
        """Give where a record is mentioned in the chapters."""
        mentions = self._back.mentioned(*key)
        return tuple(_address(m) for m in mentions if m.path.startswith("chapters/"))

    def _called(self, key: Key, *names: str) -> tuple[str, ...]:
        """Give what a record is called beside its own names and those of others, each once."""
        phrases = (key[1].replace("-", " "), *self._phrases.get(key, ()))
        known = self._known.union(map(fold, names))
        folded = {fold(phrase): phrase for phrase in reversed(phrases)}
        return tuple(p for f, p in reversed(folded.items()) if f not in known)

    def _around(self, event: Event) -> str:
        """Give who was there, where, and what is said of it."""
        library = self._library
        actors = (library.actors[ident].name for ident in event.actors)
        places = (library.name(library.places[ident]) for ident in event.places)
        return " ".join((*actors, *places, *(account.says for account in event.accounts)))


def _all_names(library: Library) -> Iterator[str]:
    """Give the names of everybody and everything that has one: they lead nowhere else."""
    for actor in library.actors.values():
        yield from (actor.name, *(alias.form for alias in actor.aliases))
    for record in (*library.terms.values(), *library.places.values()):
        yield from (library.name(record), *(alias.form for alias in record.aliases))


def _link_texts(pages: Iterable[Page]) -> Mapping[Key, tuple[str, ...]]:
    """Give the words with which the pages link to each record: a single one says too little."""
    found: defaultdict[Key, list[str]] = defaultdict(list)
    for call in (call for page in pages for call in page.calls if call.name in LINKED):
        text = call.args[1] if len(call.args) > 1 else dict(call.named).get("text")
        if text and len(words(text)) > 1:
            found[NAMES[call.name], call.first].append(text)
    return {key: tuple(dict.fromkeys(texts)) for key, texts in found.items()}


def _names(name: str, aliases: Iterable[Alias], *others: str | None) -> tuple[str, ...]:
    """Give every other way of writing a name, once."""
    forms = dict.fromkeys([*(alias.form for alias in aliases), *filter(None, others)])
    return tuple(form for form in forms if form != name)


def _initials(kind: str, names: Collection[str]) -> Iterator[str]:
    """Give the initials of the names that are written in capitals, but for those of persons."""
    if kind == "person":
        return
    for name in names:
        parts = [part for part in re.split(r"[ \N{EN DASH}-]+", name) if part not in SMALL]
        initials = "".join(part if part.isupper() else part[0] for part in parts)
        enough = 2 if kind == "state" else 3
        if initials.isupper() and len(parts) >= enough and initials not in names:
            yield initials


def _offices(actor: Actor) -> Iterator[str]:
    """Give the offices of a person that say enough to be looked for: "speaker" alone does not."""
    if actor.kind == "person":
        yield from (role.role for role in actor.roles if 1 < len(words(role.role)) <= MOST_WORDS)


def _dates(event: Event) -> tuple[str, ...]:
    """Give the date of an event in words, and that of a day in figures."""
    in_figures = event.date.text
    return (str(event.date), in_figures) if in_figures.count("-") == 2 else (str(event.date),)  # noqa: PLR2004  year, month and day


def _more(shown: str, *texts: str) -> tuple[str, ...]:
    """Give the words of texts that what is shown does not have."""
    found = words(" ".join(texts)) - words(shown)
    return tuple(sorted(word for word in found if len(word) > 1))


def _running(page: Page | None, library: Library) -> str:
    """Give the running text of a page, with its lists and annotations."""
    if page is None:
        return ""
    found = prose(page, library)
    return " ".join((*found.paragraphs, *found.items, *found.notes))


def _roles(actor: Actor) -> str:
    return " ".join(role.role for role in actor.roles)


def _reading_note(source: Source) -> str:
    return f"{source.good_for} {source.caution} {source.leaves_out} {source.provenance}"


def _accounts(dispute: Dispute) -> str:
    accounts = (f"{account.holder or ''} {account.says}" for account in dispute.accounts)
    return " ".join((*accounts, dispute.settled.says if dispute.settled else ""))


def _stands_alone(page: Page) -> bool:
    """Tell whether a page is neither a chapter nor a profile, but an index or the like."""
    return page.folder == "" or page.slug == "index"


def _address(mention: Mention) -> str:
    return mention.path + (f"#{mention.section}" if mention.section else "")
