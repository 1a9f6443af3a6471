"""The labels of sources in a sentence: shortened, kept whole, joined."""

import markdown

EXTENSIONS = ["attr_list", "md_in_html", "macros.source_labels"]


def _html(text: str) -> str:
    return markdown.markdown(text, extensions=EXTENSIONS)


def _cite(label: str, source: str = "log") -> str:
    return f"[{label}](/sources.md#{source}){{ .ed-cite }}"


def test_a_source_named_again_shows_only_the_place() -> None:
    html = _html(f"Lit. {_cite('Log 1901, para. 2')} Out. {_cite('Log 1901, paras 3, 5')}")

    assert ">Log 1901, " in html
    assert 'aria-label="Log 1901, paras 3, 5"' in html
    assert '><span class="ed-cite__at">paras 3, 5</span></a>' in html


def test_a_source_between_keeps_the_label_whole() -> None:
    first, other = _cite("Log 1901, para. 2"), _cite("Gazette 1901", "gazette")

    html = _html(f"Lit. {first} {other} {first}")

    assert html.count(">Log 1901, <span") == 2


def test_a_new_paragraph_names_the_source_again() -> None:
    cite = _cite("Log 1901, para. 2")

    assert _html(f"Lit. {cite}\n\nOut. {cite}").count(">Log 1901, <span") == 2


def test_a_long_place_may_break() -> None:
    html = _html(_cite("Log 1901, paras 2-3, 5-7, 11-13, 15, 17"))

    assert "ed-cite__at" not in html


def test_a_label_without_a_place_stays_as_it_is() -> None:
    assert ">Gazette, 7 March 1901</a>" in _html(_cite("Gazette, 7 March 1901"))


def test_a_word_inside_a_label_is_no_place() -> None:
    label = "Gazette headline writers 1901"

    assert f">{label}</a>" in _html(_cite(label))


def test_labels_in_a_row_are_one_bracket() -> None:
    html = _html(f"Lit. {_cite('Log')} {_cite('Gazette', 'gazette')} Out. {_cite('Log')}")

    assert html.count('<span class="ed-cites">') == 1
    assert html.partition("</span>")[0].count("<a ") == 2
    assert "</span> Out." in html


def test_labels_are_joined_inside_html_too() -> None:
    html = _html(f'<p class="a" markdown>{_cite("Log")} {_cite("Gazette", "gazette")}</p>')

    assert '<span class="ed-cites">' in html
