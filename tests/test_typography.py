"""Quotation marks and apostrophes as a printer sets them."""

import markdown
import pytest


@pytest.mark.parametrize(
    ("written", "set_as"),
    [
        ('say "so"', "say “so”"),
        ("the state's own", "the state’s own"),
        ('"*so*" he said', "“<em>so</em>” he said"),
        ('*so*"', "<em>so</em>”"),
        ('("so")', "(“so”)"),
        ("Kata'ib \"and 'so' on\"", "Kata’ib “and ‘so’ on”"),
        ("a `\"b\"` 'c'", 'a <code>"b"</code> ‘c’'),
        ("[x](y.md \"a 'b'\")'s", '<a href="y.md" title="a \'b\'">x</a>’s'),
        ("it&#39;s &#34;it&#34;", "it’s “it”"),
        ("7-9 June, K-1, 2020-06-24, a/1-2", "7–9 June, K-1, 2020-06-24, a/1-2"),
        (r"back\\slash 's", r"back\slash ‘s"),
    ],
)
def test_marks_are_curled_and_nothing_else(written: str, set_as: str) -> None:
    made = markdown.markdown(written, extensions=["macros.typography"])

    assert made == f"<p>{set_as}</p>"


def test_what_templates_print_as_html_is_reached_too() -> None:
    made = markdown.markdown('<p class="a">The "lamp"</p>', extensions=["macros.typography"])

    assert made == '<p class="a">The “lamp”</p>'
