"""Pages are read before the build as the build will read them: calls, sections, annotations."""

from pathlib import Path
from textwrap import dedent

import pytest

from macros.pages import Call, NoteBlock, Page, Section, read_page, read_pages


def _read(text: str) -> Page:
    return read_page("chapters/lamp.md", dedent(text))


def _only_call(text: str) -> Call:
    (call,) = _read(text).calls
    return call


def test_a_page_is_known_by_its_path() -> None:
    page = read_page("actors/keeper.md", "")

    assert (page.folder, page.slug) == ("actors", "keeper")


def test_a_page_at_the_top_is_in_no_folder() -> None:
    page = read_page("index.md", "")

    assert (page.folder, page.slug) == ("", "index")


def test_all_pages_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for path in ("b.md", "a/c.md", "a/b/d.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(f"# {path}\n", "utf-8")
    (tmp_path / "picture.svg").write_text("<svg/>", "utf-8")

    paths = [page.path for page in read_pages(tmp_path)]

    assert paths == ["a/b/d.md", "a/c.md", "b.md"]


def test_lines_count_the_front_matter() -> None:
    page = _read("""\
        ---
        title: The lamp
        ---

        {{ term("lamp") }}
        """)

    assert (page.front_matter, page.calls[0].line) == ("title: The lamp\n", 5)


def test_a_page_without_front_matter_is_all_text() -> None:
    page = _read("# Lamp\n\n---\n\nIt burned.\n\n---\n")

    assert (page.front_matter, page.text) == ("", "# Lamp\n\n---\n\nIt burned.\n\n---\n")


def test_a_call_gives_its_name_and_its_plain_arguments() -> None:
    call = _only_call('{{ cite("log-1901", "para. 2") }}')

    assert (call.name, call.args, call.first) == ("cite", ("log-1901", "para. 2"), "log-1901")


@pytest.mark.parametrize(
    ("argument", "read"),
    [
        ("'went \"out\"'", 'went "out"'),
        ('"it\'s out"', "it's out"),
        (r'"went \"out\""', 'went "out"'),
        ('"a }} brace"', "a }} brace"),
        ("name", None),
    ],
)
def test_an_argument_is_read_with_its_quotes(argument: str, read: str | None) -> None:
    assert _only_call(f'{{{{ note("out", {argument}) }}}}').args == ("out", read)


def test_a_call_over_several_lines_stands_on_its_first() -> None:
    call = _only_call('\nIt {{ event(\n  "storm",\n  "went out"\n) }}.\n')

    assert (call.args, call.line) == (("storm", "went out"), 2)


def test_a_call_inside_another_is_read_too() -> None:
    names = {call.name for call in _read('{{ note("a", term("lamp")) }}').calls}

    assert names == {"note", "term"}


@pytest.mark.parametrize(
    "code",
    [
        '`{{ term("lamp") }}`',
        '``a ` {{ term("lamp") }}``',
        '`over\n{{ term("lamp") }}\nlines`',
        '```\n{{ term("lamp") }}\n```',
        '````\n```\n{{ term("lamp") }}\n````',
        '~~~ jinja\n{{ term("lamp") }}\n~~~',
    ],
)
def test_a_call_in_code_is_read_but_does_not_count(code: str) -> None:
    page = _read(f'{code}\n\n{{{{ term("board") }}}}\n')

    assert [(call.first, call.counts) for call in page.calls] == [("lamp", False), ("board", True)]


def test_of_two_equal_calls_on_a_line_only_the_one_outside_code_counts() -> None:
    page = _read('`{{ term("lamp") }}` prints {{ term("lamp") }}.')

    assert sorted(call.counts for call in page.calls) == [False, True]


def test_a_lone_backtick_ends_with_its_paragraph() -> None:
    page = _read("A ` sign.\n\n## Storm {#storm}\n\nAnother ` sign.\n")

    assert [section.id for section in page.sections] == ["storm"]


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("## The storm {#storm}", Section("storm", "The storm", 2, 1)),
        ("### The storm { #storm }", Section("storm", "The storm", 3, 1)),
        ("## The storm {#storm .ed-wide}", Section("storm", "The storm", 2, 1)),
        ("# The storm", Section("", "The storm", 1, 1)),
        ("## 4 to 6 March: C# {#storm-1901}", Section("storm-1901", "4 to 6 March: C#", 2, 1)),
    ],
)
def test_a_heading_opens_a_section(line: str, section: Section) -> None:
    assert _read(f"{line}\n").sections == (section,)


@pytest.mark.parametrize(
    "line", ["#tag", "    # code", "a # b", "```\n# comment\n```", "####### 7"]
)
def test_what_only_looks_like_a_heading_opens_none(line: str) -> None:
    assert read_page("index.md", f"{line}\n").sections == ()


def test_a_call_belongs_to_the_last_section_with_an_id_above_it() -> None:
    page = _read("""\
        {{ term("a") }}

        ## One {#one}

        {{ term("b") }}

        ### Two

        {{ term("c") }}

        ## Three {#three}

        {{ term("d") }}
        """)

    assert [call.section for call in page.calls] == ["", "one", "one", "three"]


def test_a_section_is_found_by_its_id() -> None:
    page = _read("## One {#one}\n\n## Two {#two}\n")

    assert (page.section("two"), page.section("three")) == (Section("two", "Two", 2, 3), None)


def test_an_annotation_has_an_id_a_kind_and_a_line() -> None:
    page = _read("""\
        It went out.

        /// html | aside#note-out-1.ed-note.disputed
        For two nights?
        ///
        """)

    assert page.notes == (NoteBlock("out-1", "disputed", 3),)


def test_an_annotation_in_code_is_none() -> None:
    assert _read("```\n/// html | aside#note-out.ed-note.source\n///\n```\n").notes == ()


def test_a_broken_shortcode_is_told_with_its_line() -> None:
    page = _read('\n\n{{ term("lamp" }}\n')

    assert [(p.path, p.line) for p in page.problems] == [("docs/chapters/lamp.md", 3)]


def test_an_id_in_braces_opens_no_comment() -> None:
    page = _read('## One {#one}\n\n{{ term("lamp") }}\n\n## Two {#two}\n')

    assert [call.first for call in page.calls] == ["lamp"]
