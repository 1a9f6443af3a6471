"""Each annotation opens with its kind in words, linked back to the phrase that it stands for."""

import markdown
import pytest

EXTENSIONS = ["attr_list", "md_in_html", "pymdownx.blocks.html", "macros.annotations"]


def _html(text: str) -> str:
    return markdown.markdown(text, extensions=EXTENSIONS)


def _note(kind: str, text: str = "Two nights.") -> str:
    return _html(f"/// html | aside#note-out.ed-note{kind}\n{text}\n///\n")


@pytest.mark.parametrize(
    ("kind", "word"), [("source", "Source"), ("context", "Context"), ("disputed", "Disputed")]
)
def test_an_annotation_opens_with_its_kind_linked_to_its_phrase(kind: str, word: str) -> None:
    html = _note(f".{kind}")

    assert 'id="note-out" role="note"' in html
    assert html.split("\n", 1)[1] == (
        f'<p class="ed-note__label"><a class="ed-note__back" href="#anchor-out">{word}</a></p>\n'
        "<p>Two nights.</p>\n"
        "</aside>"
    )


def test_the_label_comes_before_all_paragraphs() -> None:
    html = _note(".source", "One.\n\nTwo.")

    assert html.index("Source") < html.index("<p>One.</p>") < html.index("<p>Two.</p>")


def test_the_way_back_leads_to_the_anchor_of_the_phrase() -> None:
    phrase = "It [went out](#note-out){ .ed-anchor #anchor-out }."

    html = _html(f"{phrase}\n\n/// html | aside#note-out.ed-note.context\nTwo nights.\n///\n")

    assert html.count('id="anchor-out"') == html.count('href="#anchor-out"') == 1
    assert html.count('id="note-out"') == html.count('href="#note-out"') == 1


def test_only_the_front_of_an_id_is_changed_for_the_way_back() -> None:
    html = _html("/// html | aside#note-a-note-b.ed-note.context\nTwo nights.\n///\n")

    assert 'href="#anchor-a-note-b"' in html


@pytest.mark.parametrize(
    "block",
    [
        "/// html | aside#note-out.ed-note.contested\nTwo nights.\n///\n",
        "/// html | aside#note-out.source\nTwo nights.\n///\n",
        "/// html | div#note-out.ed-note.source\nTwo nights.\n///\n",
    ],
)
def test_any_other_block_is_left_alone(block: str) -> None:
    html = _html(block)

    assert "ed-note__label" not in html
    assert "role=" not in html


def test_two_annotations_have_a_label_each() -> None:
    html = _note(".source") + _note(".disputed")

    assert html.count("ed-note__label") == 2


def test_the_label_repeats_the_phrase() -> None:
    phrase = "It [went out](#note-out){ .ed-anchor #anchor-out }."

    html = _html(f"{phrase}\n\n/// html | aside#note-out.ed-note.context\nTwo nights.\n///\n")

    assert '<span class="ed-note__phrase"> on “went out”</span>' in html


def test_a_source_between_keeps_the_label_whole() -> None:
    first = "[Log 1901, para. 2](/sources.md#log){ .ed-cite }"
    other = "[Gazette 1901](/sources.md#gazette){ .ed-cite }"

    html = _html(f"Lit. {first} {other} {first}\n")

    assert html.count(">Log 1901, para. 2</a>") == 2


def test_a_source_named_again_at_once_shows_only_the_place() -> None:
    first = "[Log 1901, para. 2](/sources.md#log){ .ed-cite }"
    again = "[Log 1901, paras 3, 5](/sources.md#log){ .ed-cite }"

    html = _html(f"Lit. {first} Out. {again}\n\nLit again. {again}\n")

    assert html.count(">Log 1901, para. 2</a>") == 1
    assert html.count('aria-label="Log 1901, paras 3, 5"') == 1
    assert html.count(">paras 3, 5</a>") == html.count(">Log 1901, paras 3, 5</a>") == 1
