"""Links, anchors, titles, languages and pictures of every built page."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, normpath
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from tests.project import ROOT
from tests.site.built import Page, texts

ADDRESSES = ("href", "src", "action", "poster", "data")
"""The attributes that hold an address."""

OUTSIDE = re.compile(r"(?i)^(https?:|mailto:|data:)")
THIS_MACHINE = re.compile(rf"(?i)file:/|127\.0\.0\.1|localhost|{re.escape(str(ROOT))}")
ITS_OWN_ADDRESS = re.compile(r'<link rel="canonical" href="[^"]*">')
READ_BY_PEOPLE = frozenset({".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"})
ARABIC = re.compile(r"[\u0600-\u06FF\u0750-\u077F\u08A0-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC]")

ANY_ADDRESS = "404.html"
"""Served in place of any missing page, however deep: its links must start at the site's root."""


def _addresses(page: Page) -> Iterator[str]:
    """Give the addresses on a page that stay within the site."""
    for element in page.elements:
        for name in ADDRESSES:
            address = element.get(name)
            if address is not None and not OUTSIDE.match(address):
                yield address


def _contents(pages: dict[str, Page]) -> list[Page]:
    return [page for page in pages.values() if page.path != ANY_ADDRESS]


def test_every_link_leads_to_a_file_and_an_anchor(site: Path, pages: dict[str, Page]) -> None:
    dead = []
    for page in pages.values():
        for address in set(_addresses(page)):
            path, anchor = page.leads_to(address)
            there = path in pages or (site / path).is_file()
            if not there or (anchor and path in pages and anchor not in pages[path].ids):
                dead.append(f"{page.path}: {address}")

    assert not dead, "these links lead nowhere:\n" + "\n".join(sorted(dead))


def test_no_link_climbs_out_of_the_site(pages: dict[str, Page]) -> None:
    out = [
        f"{page.path}: {address}"
        for page in _contents(pages)
        for address in _addresses(page)
        if normpath(f"{dirname(page.path)}/{urlsplit(address).path}".lstrip("/")).startswith("..")
    ]

    assert not out, "these links leave the site's folder:\n" + "\n".join(out)


def test_no_link_starts_at_the_root_of_the_server(pages: dict[str, Page]) -> None:
    absolute = [
        f"{page.path}: {address}"
        for page in _contents(pages)
        for address in _addresses(page)
        if address.startswith("/")
    ]

    assert not absolute, "the site may stand in any folder; write page.md:\n" + "\n".join(absolute)


def test_no_file_names_the_machine_it_was_built_on(site: Path) -> None:
    files = [file.relative_to(site) for file in site.rglob("*") if file.suffix in READ_BY_PEOPLE]
    named = [
        f"{file}: {line.strip()[:120]}"
        for file in files
        if file.name != "sitemap.xml"
        for line in ITS_OWN_ADDRESS.sub("", (site / file).read_text("utf-8")).splitlines()
        if THIS_MACHINE.search(line)
    ]

    assert not named, "\n".join(named)


def test_every_id_stands_once_on_its_page(pages: dict[str, Page]) -> None:
    twice = [
        f"{page.path}: #{ident}"
        for page in pages.values()
        for ident, times in Counter(e.get("id") for e in page.elements).items()
        if ident and times > 1
    ]

    assert not twice, "a link finds only the first of these:\n" + "\n".join(twice)


def test_nothing_carries_a_style_attribute(pages: dict[str, Page]) -> None:
    styled = [
        f"{page.path}: <{element.tag} style={element.get('style')!r}>"
        for page in pages.values()
        for element in page.elements
        if element.get("style") is not None
    ]

    assert not styled, "a strict policy empties these; give a class:\n" + "\n".join(styled)


def test_every_page_has_a_title_of_its_own(pages: dict[str, Page]) -> None:
    titles = {
        page.path: "".join(texts(next(page.root.iter("title")))).strip() for page in pages.values()
    }
    counts = Counter(titles.values())
    shared = [f"{path}: {title!r}" for path, title in titles.items() if counts[title] > 1]

    assert not shared, "these titles are empty or shared:\n" + "\n".join(shared)
    assert all(titles.values())


def test_every_page_describes_itself(pages: dict[str, Page]) -> None:
    silent = [
        page.path
        for page in pages.values()
        if not any(m.get("name") == "description" and m.get("content") for m in _metas(page))
    ]

    assert not silent, f"no description in the front matter of {silent}"


def test_every_page_has_one_main_heading(pages: dict[str, Page]) -> None:
    headings = {page.path: len(list(page.root.iter("h1"))) for page in pages.values()}
    wrong = {path: count for path, count in headings.items() if count != 1}

    assert not wrong, f"pages with no or several h1: {wrong}"


def test_every_page_says_its_language(pages: dict[str, Page]) -> None:
    mute = [page.path for page in pages.values() if page.root.get("lang") != "en"]

    assert not mute, f'these pages lack <html lang="en">: {mute}'


def test_arabic_script_is_marked_as_such(pages: dict[str, Page]) -> None:
    unmarked = [
        f"{page.path}: {word.strip()[:60]}"
        for page in pages.values()
        for word in _outside_arabic(page.root)
        if ARABIC.search(word)
    ]

    assert not unmarked, 'these need lang="ar" and dir="rtl":\n' + "\n".join(unmarked)


def test_every_picture_says_what_it_shows(pages: dict[str, Page]) -> None:
    silent = [
        f"{page.path}: <{element.tag} {dict(element.attrib)}>"
        for page in pages.values()
        for element in page.elements
        if _is_picture(element) and not _says_something(element)
    ]

    assert not silent, "these pictures have no text for those who cannot see:\n" + "\n".join(silent)


def _metas(page: Page) -> Iterator[Element]:
    return page.root.iter("meta")


def _outside_arabic(element: Element) -> Iterator[str]:
    """Give the texts that stand in no element marked as Arabic."""
    if element.get("lang") == "ar" and element.get("dir") == "rtl":
        return
    yield element.text or ""
    for child in element:
        yield from _outside_arabic(child)
        yield child.tail or ""


def _is_picture(element: Element) -> bool:
    """Whether an element shows something; what is hidden from screen readers is mere ornament."""
    if element.get("aria-hidden") == "true":
        return False
    return str(element.tag).rpartition("}")[2] == "img" or element.get("role") == "img"


def _says_something(element: Element) -> bool:
    if element.get("role") != "img":
        return bool(element.get("alt", "").strip())
    titles = [child for child in element if str(child.tag).rpartition("}")[2] == "title"]
    named = element.get("aria-label") or element.get("aria-labelledby")
    return bool(named or any((title.text or "").strip() for title in titles))
