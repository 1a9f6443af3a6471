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


def test_the_last_word_of_a_phrase_carries_the_sign() -> None:
    phrase = "It [went *quite* out](#note-out){ .ed-anchor #anchor-out }."

    html = _html(f"{phrase}\n\n/// html | aside#note-out.ed-note.context\nTwo nights.\n///\n")

    assert 'class="ed-anchor context"' in html
    assert 'went <em>quite</em> <span class="ed-anchor__end">out</span></a>' in html


def test_a_paragraph_and_its_annotations_stand_in_one_element() -> None:
    phrases = "[In](#note-in){ .ed-anchor #anchor-in } [out](#note-out){ .ed-anchor #anchor-out }"
    note = "/// html | aside#note-{}.ed-note.source\nTwo nights.\n///\n"
    notes = "\n".join(map(note.format, ("in", "out")))

    html = _html(f"Before.\n\n{phrases}\n\n{notes}\n\nAfter.\n")

    inside = html.partition('<ed-noted class="ed-noted">')[2].partition("</ed-noted>")[0]
    assert inside.count("<aside") == html.count("<aside") == 2
    assert "Before" not in inside
    assert "After" not in inside
