"""Facts that have to stand in two places: each pair agrees."""

from typing import get_args

import pytest
import yaml

from macros.annotations import LABELS
from macros.citations import CSL_FIELDS
from macros.models.actor import RELATION_WORDS, RelationType
from macros.models.source import Csl
from macros.origins import NOUNS
from macros.page_checks import NAMES, NOTE_KINDS
from macros.pages import COMMENT_MARKERS
from tests.project import ROOT


@pytest.fixture(scope="module")
def settings() -> dict[str, str]:
    """Give what `mkdocs.yml` sets for the macros."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    plugins = yaml.load(text, yaml.BaseLoader)["plugins"]  # noqa: S506  builds nothing but text
    return next(plugin["macros"] for plugin in plugins if "macros" in plugin)


def test_pages_are_checked_with_the_markers_that_the_build_uses(settings: dict[str, str]) -> None:
    ours = settings["j2_comment_start_string"], settings["j2_comment_end_string"]

    assert ours == COMMENT_MARKERS


def test_every_kind_of_relation_is_worded() -> None:
    assert list(RELATION_WORDS) == list(get_args(RelationType))


def test_every_kind_of_annotation_is_labelled() -> None:
    assert sorted(LABELS) == sorted(NOTE_KINDS)


def test_every_field_of_a_citation_reaches_pandoc_under_its_own_name() -> None:
    fields = {name: field.alias or name for name, field in Csl.model_fields.items()}

    assert fields == CSL_FIELDS


def test_every_collection_has_a_name_for_messages() -> None:
    assert set(NAMES.values()) <= NOUNS.keys()
