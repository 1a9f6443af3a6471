"""Reads `data/` and `docs/` into a `Library`, or says everything that is wrong with them."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros import shapes, yamlfile
from macros.checks import check_records
from macros.library import Library
from macros.models import (
    CHARTS,
    Actor,
    Background,
    ChapterMatter,
    Chart,
    Debate,
    Dispute,
    Event,
    OfNoKind,
    PageMatter,
    Place,
    QuestionSet,
    Record,
    Region,
    Source,
    Term,
)
from macros.origins import Origins
from macros.orphans import check_orphans
from macros.page_checks import check_pages
from macros.pages import Page, read_pages
from macros.problems import ContentError, Problem

FILES: dict[str, tuple[str, type[Record]]] = {
    "sources": ("sources", Source),
    "background": ("background", Background),
    "events": ("timeline", Event),
    "terms": ("glossary", Term),
    "places": ("places", Place),
    "debates": ("debates", Debate),
    "disputes": ("disputes", Dispute),
    "charts": ("charts", Chart),
    "questions": ("questions", QuestionSet),
}
"""The collections that are read as a whole: the file of each, a list, and what one record says."""

MAP = "data/map/iraq-region.geojson"
"""The base map. GeoJSON is JSON, and JSON is YAML: its mistakes are told like any others."""

NO_MAP = Region(type="FeatureCollection", bbox=(0, 0, 1, 1), source="none", features=())
"""What stands in for a map that cannot be read, until that is told."""


def load(root: Path) -> Library:
    """Read and check `data/` and `docs/` under `root`, or raise `ContentError`: all mistakes."""
    reader = _Reader(root)
    pages = {page.path: page for page in read_pages(root / "docs")}
    matter = {path: found for path, page in pages.items() if (found := reader.matter(page))}
    collections = {name: reader.collection(name) for name in FILES}
    events = collections.pop("events")
    library = Library(
        actors=reader.actors(),
        region=reader.region(),
        events=dict(sorted(events.items(), key=lambda item: item[1].date.order)),
        pages=pages,
        matter=matter,
        **collections,
    )
    for source in library.sources.values():
        reader.origins.add("documents", source.document, "data/sources.yaml", ())
    reader.origins.add("documents", "background", "data/background.yaml", ())
    reader.problems += check_records(library, reader.origins)
    reader.problems += check_pages(library, reader.origins)
    if not reader.problems:  # what a faulty record names is not known: orphans are for later
        reader.problems += check_orphans(library, reader.origins)
    if reader.problems:
        raise ContentError(reader.problems)
    return library


@dataclass
class _Reader:
    root: Path
    origins: Origins = field(default_factory=Origins)
    problems: list[Problem] = field(default_factory=list)

    def collection(self, name: str) -> dict[str, Any]:
        """Read the file of a collection into a mapping by id, less the records that are faulty."""
        stem, model = FILES[name]
        path = f"data/{stem}.yaml"
        text = self._text(path)
        if text is None or not isinstance(text.value, list):
            self.origins.unread.add(name)
            if text:
                self.problems.append(Problem(path, *text.place(), "must be a list of records"))
            return {}
        found: dict[str, Any] = {}
        key = "chapter" if name == "questions" else "id"
        for index, value in enumerate(text.value):
            ident = str(value.get(key, "")) if isinstance(value, dict) else ""
            if ident and ident in self.origins.ids("sources" if name == "background" else name):
                message = f'the id "{ident}" is taken already'
                self.problems.append(Problem(path, *text.place((index, key)), message))
                continue  # the first keeps the id, so that its uses are judged by it
            kind = str(value.get("kind", "")) if isinstance(value, dict) else ""
            form = CHARTS.get(kind, OfNoKind) if name == "charts" else model
            record, problems = shapes.check(text, path, form, (index,))
            self.problems += problems
            self.origins.add(name, ident, path, (index,))
            if record is not None:
                found[ident] = record
        return found

    def actors(self) -> dict[str, Actor]:
        """Read `data/actors/*.yaml` into a mapping by id, less those that are faulty."""
        found: dict[str, Actor] = {}
        for file in sorted(self.root.glob("data/actors/*.yaml")):
            path = f"data/actors/{file.name}"
            self.origins.add("actors", file.stem, path, ())
            text = self._text(path)
            if text is None:
                continue
            actor, problems = shapes.check(text, path, Actor)
            self.problems += problems
            if actor and actor.id != file.stem:
                message = f'the id "{actor.id}" is not the name of the file, "{file.stem}"'
                self.problems.append(Problem(path, *text.place(("id",)), message))
            elif actor:
                found[actor.id] = actor
        return found

    def region(self) -> Region:
        """Read the base map."""
        text = self._text(MAP)
        region, problems = shapes.check(text, MAP, Region) if text else (None, [])
        self.problems += problems
        return region or NO_MAP

    def matter(self, page: Page) -> PageMatter | None:
        """Read a page's front matter."""
        path = f"docs/{page.path}"
        if page.folder == "chapters":
            self.origins.add("chapters", page.slug, path, ())
        try:
            offset = 1 if page.front_matter else 0
            text = yamlfile.parse(page.front_matter or "{}", line_offset=offset)
        except yamlfile.NotYamlError as error:
            self.problems.append(Problem(path, *error.place, f"is not YAML: {error}"))
            return None
        self.origins.texts[path] = text
        model = ChapterMatter if page.folder == "chapters" else PageMatter
        matter, problems = shapes.check(text, path, model)
        self.problems += [*shapes.duplicate_keys(text, path), *problems]
        return matter

    def _text(self, path: str) -> yamlfile.YamlText | None:
        file = self.root / path
        if not file.exists():
            self.problems.append(Problem(path, 1, 1, "is missing"))
            return None
        try:
            text = yamlfile.read(file)
        except yamlfile.NotYamlError as error:
            self.problems.append(Problem(path, *error.place, f"is not YAML: {error}"))
            return None
        self.origins.texts[path] = text
        self.problems += shapes.duplicate_keys(text, path)
        return text
