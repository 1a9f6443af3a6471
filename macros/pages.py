"""Reads the pages before the build: front matter, sections, annotations, and what they call.

Jinja's own parser, with the markers of `mkdocs.yml`, finds the shortcodes; so a call over several
lines or with quotes in it is read as the build will read it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.problems import Problem

COMMENT_MARKERS = ("{##", "##}")
"""The same as in `mkdocs.yml`: Jinja's own opener would swallow `{#id}`."""

FIRST = frozenset({"ident", "slug", "document"})
"""What the first argument of the shortcodes is called."""

FRONT_MATTER = re.compile(r"\A---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)
FENCE = re.compile(r"^(?P<fence>```+|~~~+).*?^(?P=fence)\s*$", re.DOTALL | re.MULTILINE)
CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
HEADING = re.compile(
    r"^(?P<level>#{1,6})[ \t]+(?P<title>.+?)(?:[ \t]*\{[ ]?#(?P<id>[\w-]+)[^}]*\})?[ \t]*$",
    re.MULTILINE,
)
LONE_BRACE = re.compile(r"(?<!\{)\{\s*(?P<name>[a-z_]+)\([^{}]*\)\s*\}(?!\})")
HINTS = {
    "end of print statement": ": is a `}}` missing, or a comma?",
    "unexpected char '\u201c'": ": write straight quotes",
    "unexpected char '\u2019'": ": write straight quotes",
    "unexpected '}'": ": a shortcode ends with `}}`",
    "unexpected end of template": ": is a `}}` missing?",
}
"""What Jinja says of a slip of the pen, and the likely fix."""

UNDERLINED = re.compile(r"^(?P<title>[^\s>#|].*)\n(?:=+|-{2,})[ \t]*$", re.MULTILINE)
"""The other form of a heading: it cannot carry an id, so a chapter may not have it."""
NOTE_BLOCK = re.compile(
    r"^/// html \| aside#note-(?P<id>[a-z0-9-]+)\.ed-note\.(?P<kind>[a-z]+)[ \t]*$", re.MULTILINE
)

MARKDOWN = Environment(  # noqa: S701  only parsed, never rendered
    comment_start_string=COMMENT_MARKERS[0],
    comment_end_string=COMMENT_MARKERS[1],
)

Fault = tuple[int, int, str]
"""A line, a column (0: none) and what is wrong there."""

Shortcode = tuple[str, tuple[str | None, ...], tuple[tuple[str, str | None], ...], int]
"""A call as Jinja reads it: name, arguments, named arguments, line."""


@dataclass(frozen=True)
class Call:
    """A shortcode in a page: its name, its plain arguments, its line, and where it stands."""

    name: str
    args: tuple[str | None, ...]
    named: tuple[tuple[str, str | None], ...]
    line: int
    section: str
    counts: bool
    """Whether it counts as a mention: in code spans it does not."""

    @property
    def first(self) -> str:
        """The first argument, by whatever name it is given, or nothing."""
        given = [*self.args, *(value for name, value in self.named if name in FIRST)]
        return (given[0] if given else None) or ""

    @property
    def locator(self) -> str | None:
        """The second argument of `cite`, or nothing."""
        return self.args[1] if len(self.args) > 1 else dict(self.named).get("locator")


@dataclass(frozen=True)
class Section:
    """A part of a page under a heading; `id` is empty above the first one that has an id."""

    id: str
    title: str
    level: int
    line: int


@dataclass(frozen=True)
class NoteBlock:
    """An annotation: its id, its kind and its line."""

    id: str
    kind: str
    line: int


@dataclass(frozen=True)
class Page:
    """A page as its author wrote it. `path` is relative to `docs/`, with forward slashes."""

    path: str
    front_matter: str
    text: str
    """The body, with as many empty lines before it as the front matter has."""
    sections: tuple[Section, ...]
    calls: tuple[Call, ...]
    notes: tuple[NoteBlock, ...]
    problems: tuple[Problem, ...]

    @property
    def folder(self) -> str:
        """The folder it stands in, as `actors`; empty at the top."""
        return self.path.rpartition("/")[0]

    @property
    def slug(self) -> str:
        """Its file name without the ending."""
        return self.path.rpartition("/")[2].removesuffix(".md")

    def section(self, ident: str) -> Section | None:
        """Give the section of that id, if there is one."""
        return next((section for section in self.sections if section.id == ident), None)


def read_pages(docs: Path) -> tuple[Page, ...]:
    """Read every page under `docs`, in the order of their paths."""
    return tuple(
        _read(path, path.relative_to(docs).as_posix()) for path in sorted(docs.rglob("*.md"))
    )


def _read(file: Path, path: str) -> Page:
    try:
        return read_page(path, file.read_text("utf-8"))
    except UnicodeDecodeError as error:
        line = file.read_bytes().count(b"\n", 0, error.start) + 1
        fault = Problem(f"docs/{path}", line, 0, "is not saved as UTF-8")
        return replace(
            read_page(path, file.read_text("utf-8", errors="replace")), problems=(fault,)
        )


def read_page(path: str, source: str) -> Page:
    """Read one page from its text. What is wrong with its syntax is in `problems`."""
    matter = FRONT_MATTER.match(source)
    text = FRONT_MATTER.sub(_blank, source)
    prose = CODE_SPAN.sub(_blank, FENCE.sub(_blank, text))
    sections = tuple(_sections(prose))
    problems = [
        Problem(f"docs/{path}", *fault) for fault in (*_open_blocks(prose), *_lone_braces(prose))
    ]
    try:
        calls = tuple(_calls(text, prose, sections))
    except TemplateSyntaxError as error:
        calls = ()
        problems.append(Problem(f"docs/{path}", error.lineno, 0, _hinted(error.message or "")))
    return Page(
        path=path,
        front_matter=matter[1] if matter else "",
        text=text,
        sections=sections,
        calls=calls,
        notes=tuple(
            NoteBlock(m["id"], m["kind"], _line(prose, m)) for m in NOTE_BLOCK.finditer(prose)
        ),
        problems=tuple(problems),
    )


def _open_blocks(prose: str) -> Iterator[Fault]:
    """Find the blocks that are still open where the next one, or a heading, begins."""
    opened = 0
    for number, line in enumerate([*prose.splitlines(), "# the end"], 1):
        begins = line.startswith("/// ")
        if opened and (begins or HEADING.match(line)):
            yield opened, 0, "the block that begins here is not closed: end it with a line `///`"
        if begins or HEADING.match(line) or line.strip() == "///":
            opened = number if begins else 0


def _lone_braces(prose: str) -> Iterator[Fault]:
    """Find what looks like a shortcode in single braces: it would be printed as it stands."""
    for match in LONE_BRACE.finditer(prose):
        name = match["name"]
        yield _line(prose, match), 0, f"a shortcode stands in double braces: `{{{{ {name}(…) }}}}`"


def _hinted(message: str) -> str:
    """Add the likely fix to what Jinja says of a syntax error."""
    hint = next((fix for part, fix in HINTS.items() if part in message), "")
    return message + hint


def _blank(match: re.Match[str]) -> str:
    """Keep the line breaks and drop the rest, so that lines keep their numbers."""
    return "\n" * match[0].count("\n")


def _line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start()) + 1


def _sections(prose: str) -> Iterator[Section]:
    found = [
        Section(m["id"] or "", m["title"], len(m["level"]), _line(prose, m))
        for m in HEADING.finditer(prose)
    ]
    found += [Section("", m["title"], 2, _line(prose, m)) for m in UNDERLINED.finditer(prose)]
    yield from sorted(found, key=lambda section: section.line)


def _calls(text: str, prose: str, sections: tuple[Section, ...]) -> Iterator[Call]:
    counted = list(_shortcodes(prose))
    for words in _shortcodes(text):
        counts = words in counted
        if counts:
            counted.remove(words)
        name, args, named, line = words
        above = [section.id for section in sections if section.line <= line and section.id]
        yield Call(name, args, named, line, above[-1] if above else "", counts)


def _shortcodes(text: str) -> Iterator[Shortcode]:
    for call in MARKDOWN.parse(text).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name):
            args = tuple(map(_constant, call.args))
            named = tuple((keyword.key, _constant(keyword.value)) for keyword in call.kwargs)
            yield call.node.name, args, named, call.lineno


def _constant(expression: nodes.Node) -> str | None:
    return str(expression.value) if isinstance(expression, nodes.Const) else None
