"""The benchmark compares like with like, and counts as it says."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
import yaml

from benchmarks.contestants import STYLE, floor, stock_settings
from benchmarks.lighthouse import Report
from benchmarks.npm import HERE, VERSIONS
from benchmarks.pagefind import BARE, BUNDLE
from benchmarks.queries import queries
from benchmarks.results import (
    FLOOR,
    OURS,
    PAGEFIND,
    STOCK,
    Judgement,
    Results,
    Times,
    judgement,
)
from benchmarks.searching import Search, address, count, place
from benchmarks.serving import Server, served
from benchmarks.tables import markdown
from benchmarks.weight import Weight
from tests.project import ROOT

PAGE = """<!doctype html>
<html lang="en" class="js"><head><title>A site</title><link rel="stylesheet" href="a.css"></head>
<body><header class="top"><nav>elsewhere</nav></header>
<main><article class="md-content__inner" data-scope="x">
<h1 id="top" class="big">A <em>raid</em></h1>
<div class="head"><p style="color: red">Words &amp; <span class="ref">more</span>.</p></div>
<ed-noted><aside class="note"><a data-kind="b" href="../a/">An actor</a></aside></ed-noted>
<figure><svg viewBox="0 0 9 9" class="map"><rect class="bar" width="3"/></svg>
<figcaption>Seen</figcaption></figure>
<button>Press</button><script>run()</script><!-- aside -->
</article></main></body></html>"""

PAINTS = Times(
    {
        FLOOR: [100.0, 200.0, 100.0],
        OURS: [150.0, 220.0, 400.0],
        STOCK: [300.0, 400.0, 500.0],
    },
    FLOOR,
)

SEARCHES = {
    OURS: Search(150_000, 3, [100.0, 110.0, 130.0], first=3, close=4),
    PAGEFIND: Search(120_000, 7, [100.0, 100.0, 100.0], first=1, close=2),
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Serve a site of two pages, a font and what it has for lost readers."""
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    (site / "index.html").write_text("home " * 200, "utf-8")
    (site / "a/index.html").write_text("a", "utf-8")
    (site / "a.woff2").write_bytes(b"font")
    (site / "404.html").write_text("lost", "utf-8")
    (tmp_path / "secret.html").write_text("secret", "utf-8")
    with served(site) as running:
        yield running


def _ask(server: Server, path: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_the_floor_has_little_style() -> None:
    assert len(STYLE.encode()) <= 1500


def test_the_floor_keeps_the_text_and_nothing_for_looks_or_scripts() -> None:
    page = floor(PAGE)
    body = page.partition("<body>")[2]

    assert [line for line in body.splitlines() if line] == [
        '<h1 id="top">A <em>raid</em></h1>',
        "<p>Words &amp; more.</p>",
        '<aside><a href="../a/">An actor</a></aside>',
        '<figure><svg viewBox="0 0 9 9"><rect width="3"></rect></svg>',
        "<figcaption>Seen</figcaption></figure>",
        "</body>",
        "</html>",
    ]
    assert page.count("<link") == 1  # the empty icon


def test_the_stock_theme_is_as_it_comes() -> None:
    settings = yaml.load(stock_settings((ROOT / "mkdocs.yml").read_text("utf-8")), yaml.BaseLoader)  # noqa: S506  builds nothing but text

    assert settings["theme"] == {"name": "material", "font": "false"}
    assert settings["plugins"].count("search") == 1
    assert not {"extra_css", "extra_javascript"} & settings.keys()


def test_the_stock_theme_shows_the_same_pages() -> None:
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    ours = yaml.load(text, yaml.BaseLoader)  # noqa: S506  builds nothing but text
    stock = yaml.load(stock_settings(text), yaml.BaseLoader)  # noqa: S506

    for what in ("nav", "markdown_extensions", "site_url"):
        assert stock[what] == ours[what]
    assert [p for p in stock["plugins"] if p != "search"] == [
        p for p in ours["plugins"] if p != "search" and "search" not in p
    ]


def test_what_only_mkdocs_understands_stays() -> None:
    text = stock_settings("site_url: !ENV [SITE_URL, '']\ntheme: x\nplugins: [search]\n")

    assert "!ENV [SITE_URL, '']" in text


def test_pages_are_served_compressed(server: Server) -> None:
    response, body = _ask(server, "/")

    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert response.headers["Content-Encoding"] == "gzip"
    assert response.headers["Content-Length"] == str(len(body))
    assert gzip.decompress(body).decode() == "home " * 200


def test_fonts_are_served_as_they_are(server: Server) -> None:
    response, body = _ask(server, "/a.woff2?v=1")

    assert response.headers["Content-Type"] == "font/woff2"
    assert response.headers["Content-Encoding"] is None
    assert body == b"font"


@pytest.mark.parametrize("path", ["/b/", "/../secret.html", "/%2e%2e/secret.html"])
def test_what_is_not_of_the_site_is_not_found(server: Server, path: str) -> None:
    response, body = _ask(server, path)

    assert response.status == 404
    assert gzip.decompress(body) == b"lost"


def test_the_server_remembers_what_it_was_asked(server: Server) -> None:
    _ask(server, "/a/")

    assert server.asked == ["/a/"]


def test_ratios_are_taken_pair_by_pair() -> None:
    assert PAINTS.ratios(OURS) == [1.1, 1.5, 4.0]
    assert PAINTS.ratio(OURS) == 1.5
    assert PAINTS.median(OURS) == 220


def _report(performance: float, shift: float) -> Report:
    """Give what Lighthouse says of a page that fails one audit that counts."""
    return Report.model_validate(
        {
            "audits": {
                "cumulative-layout-shift": {"score": 1, "numericValue": shift},
                "speed": {"score": 0.5},
                "contrast": {"score": 0},
                "advice": {"score": 0},
                "labels": {"score": 1},
            },
            "categories": {
                "performance": {
                    "score": performance,
                    "auditRefs": [{"id": "speed", "weight": 10}],
                },
                "accessibility": {
                    "score": 0.9,
                    "auditRefs": [
                        {"id": "contrast", "weight": 7},
                        {"id": "advice", "weight": 0},
                        {"id": "labels", "weight": 7},
                    ],
                },
                "best-practices": {"score": 1, "auditRefs": []},
                "seo": {"score": 1, "auditRefs": []},
            },
        }
    )


def test_a_page_is_judged_by_its_median_and_its_worst_shift() -> None:
    runs = [_report(0.97, 0), _report(1, 0.25), _report(0.99, 0)]

    assert judgement(runs) == Judgement(
        {"performance": 99, "accessibility": 90, "best-practices": 100, "seo": 100},
        0.25,
        {"contrast"},
    )


def test_each_target_is_met_or_not() -> None:
    results = Results(
        {OURS: Weight(Counter(HTML=150_000), 13)}, PAINTS, {"home": judgement([_report(1, 0)])}
    )

    assert [(verdict.measured, verdict.met) for verdict in results.verdicts()] == [
        ("150.0 KB in 13", False),
        ("1.50 times", True),
        ("0.000", True),
        ("100 / 90 / 100 / 100", False),
    ]


def test_what_was_not_measured_has_no_table() -> None:
    text = markdown(Results({OURS: Weight(Counter(HTML=40_000, fonts=9_999), 3)}), "Made so.")

    assert text == (
        "| first view of a chapter, KB | HTML | CSS | script | fonts | other | all | requests |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
        "| this site | 40.0 | 0.0 | 0.0 | 10.0 | 0.0 | 50.0 | 3 |\n"
        "\n"
        "| target | measured | met |\n"
        "| --- | ---: | ---: |\n"
        "| a chapter's first view: at most 150 KB in 12 requests | 50.0 KB in 3 | yes |\n"
        "\n"
        "Made so.\n"
    )


def test_the_first_result_is_held_against_pagefinds_and_the_answers_against_the_list() -> None:
    results = Results(searches=SEARCHES, queries=4)

    assert [(verdict.measured, verdict.met) for verdict in results.verdicts()] == [
        ("1.10 times", True),
        ("3 of 4", False),
    ]


def test_a_search_shows_what_it_cost_and_what_it_found() -> None:
    table = markdown(Results(searches=SEARCHES, queries=4), "Made so.").splitlines()

    ours, pagefind = table[2:4]
    assert ours == "| this site | 150.0 | 3 | 110 | 1.10 | 1.00 to 1.30 | 75% | 100% |"
    assert pagefind.endswith(" | 120.0 | 7 | 100 | 1.00 | 1.00 to 1.00 | 25% | 50% |")


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("actors/pmf.md", "actors/pmf/"),
        ("actors/index.md#khazali", "actors/#khazali"),
        ("glossary.md#pmf", "glossary/#pmf"),
        ("about.md", "about/"),
        ("index.md", ""),
        ("index.md#chapters", "#chapters"),
    ],
)
def test_an_answer_has_its_address_in_the_site(path: str, there: str) -> None:
    assert address(path) == there


def test_an_answer_is_where_a_result_is_it_or_offers_it() -> None:
    results = [["about/"], ["glossary/", "glossary/#bloc", "glossary/#pmf"]]

    assert place("about.md", results) == 0
    assert place("glossary.md#pmf", results) == 1
    assert place("glossary.md#ied", results) is None


def test_answers_are_counted_first_and_among_those_looked_over() -> None:
    search = Search()
    count(search, ["about.md", "map.md", "index.md"], [[["about/"]], [["about/"], ["map/"]], []])

    assert (search.first, search.close) == (1, 2)


def test_the_bare_page_asks_for_pagefind_when_it_is_to_search() -> None:
    assert f"./{BUNDLE}/pagefind.js" in BARE.partition('"focus"')[2]
    assert "<link" in BARE  # the empty icon
    assert BARE.count("http") == 0


def test_a_list_of_queries_may_explain_itself(tmp_path: Path) -> None:
    file = tmp_path / "queries.txt"
    file.write_text("# What is this?\nhashd\tactors/pmf.md\n", "utf-8")

    assert queries(file) == [("hashd", "actors/pmf.md")]


def test_the_lock_pins_what_is_named_and_no_registry() -> None:
    packages = json.loads((HERE / "package-lock.json").read_text("utf-8"))["packages"]

    assert {name: packages[f"node_modules/{name}"]["version"] for name in VERSIONS} == VERSIONS
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert all("integrity" in package for name, package in packages.items() if name)
