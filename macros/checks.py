"""What no single record can know: that ids exist, locators fit and questions have answers."""

from collections.abc import Iterator
from itertools import chain

from macros import locators
from macros.library import Library
from macros.models import Citation, QuestionSet, Record, Spans
from macros.origins import NOUNS, Origins
from macros.problems import Problem, unknown
from macros.references import references
from macros.yamlfile import Steps


def check_records(library: Library, origins: Origins) -> list[Problem]:
    """Find what is wrong between the records of `data/`."""
    found = list(_unknown_ids(library, origins))
    found += _wrong_locators(library, origins)
    found += chain.from_iterable(
        _questions(s, library, origins) for s in library.questions.values()
    )
    found += _reversed_spans(library, origins)
    return found


def _unknown_ids(library: Library, origins: Origins) -> Iterator[Problem]:
    for collection, ident, record in library.records():
        for reference in references(record):
            known = origins.ids(reference.collection)
            if origins.lacks(reference.collection, reference.id):
                message = unknown(NOUNS[reference.collection], reference.id, known)
                yield origins.problem(collection, ident, reference.steps, message)


def _wrong_locators(library: Library, origins: Origins) -> Iterator[Problem]:
    for collection, ident, record in library.records():
        for citation, steps in _citations(record):
            cited = library.sources.get(citation.id) or library.background.get(citation.id)
            if cited and (fault := locators.fault(cited, citation.locator)):
                yield origins.problem(collection, ident, (*steps, "locator"), fault)


def _reversed_spans(library: Library, origins: Origins) -> Iterator[Problem]:
    """Find the spans of charts whose events stand in the wrong order."""
    events = library.events
    for ident, chart in library.charts.items():
        for index, span in enumerate(chart.spans if isinstance(chart, Spans) else ()):
            known = span.begins in events and span.ends in events
            if known and events[span.ends].date.last <= events[span.begins].date.first:
                message = f'ends on the day on which "{span.begins}" happens, or before it'
                yield origins.problem("charts", ident, ("spans", index, "ends"), message)


def _citations(value: object, way: Steps = ()) -> Iterator[tuple[Citation, Steps]]:
    if isinstance(value, Citation):
        yield value, way
    elif isinstance(value, Record):
        for name, info in type(value).model_fields.items():
            yield from _citations(getattr(value, name), (*way, info.alias or name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _citations(item, (*way, index))


def _questions(asked: QuestionSet, library: Library, origins: Origins) -> Iterator[Problem]:
    page = library.pages.get(f"chapters/{asked.chapter}.md")
    sections = {section.id for section in page.sections} if page else set()
    objectives = {objective.id for objective in asked.objectives}
    for index, check in enumerate(asked.checks):
        if page and check.section not in sections:
            message = unknown("section", check.section, sections)
            steps: Steps = ("checks", index, "section")
            yield origins.problem("questions", asked.chapter, steps, message)
        if check.objective not in objectives:
            message = unknown("objective", check.objective, objectives)
            steps = ("checks", index, "objective")
            yield origins.problem("questions", asked.chapter, steps, message)
