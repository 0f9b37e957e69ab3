"""Known facts come from a manifest; a faulty line is named with its number and costs nothing else."""

from datetime import date

import pytest

from sources.manifest import parse_manifest
from sources.model import Facts


def test_facts_are_found_by_file_name_and_other_keys_are_ignored():
    line = (
        '{"article": "a.txt", "url": "https://journal.example/a", "title": " Titre ", "author": null,'
        ' "publisher": "Le Journal", "published_on": "2025-05-02T06:00:00+02:00", "mood": "grey"}'
    )
    facts, faults = parse_manifest(line.encode(), "manifest.jsonl")
    assert faults == ()
    assert facts == {
        "a.txt": Facts("https://journal.example/a", "Titre", None, "Le Journal", date(2025, 5, 2)),
    }


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{not json", "not a JSON object"),
        ('["a.txt"]', "article"),
        ('{"title": "sans fichier"}', "article"),
        ('{"article": "a.txt", "published_on": "mai 2025"}', "mai 2025"),
        ('{"article": "a.txt", "published_on": 20250502}', "not a date"),
        ('{"article": "a.txt", "url": "file:///etc/passwd"}', "http"),
        ('{"article": "a.txt", "title": 7}', "not text"),
    ],
)
def test_a_faulty_line_is_named_and_the_others_are_kept(line: str, expected: str):
    content = f'\ufeff{line}\n\n{{"article": "b.txt", "author": "Zoé"}}\n'.encode()
    facts, faults = parse_manifest(content, "presse/manifest.jsonl")
    assert facts == {"b.txt": Facts(author="Zoé")}
    assert [fault.line for fault in faults] == [1]
    problem = faults[0].problem
    assert problem.reason == "bad_manifest_line"
    assert expected in problem.detail
    assert "presse/manifest.jsonl, line 1" in problem.detail
    assert problem.cure


def test_a_file_described_twice_with_other_facts_keeps_the_first_and_names_the_second():
    content = b'{"article": "a.txt", "author": "Un"}\n{"article": "a.txt", "author": "Deux"}\n'
    facts, faults = parse_manifest(content, "manifest.jsonl")
    assert facts["a.txt"].author == "Un"
    assert [fault.line for fault in faults] == [2]


def test_facts_survive_the_ledger():
    facts = Facts(url="https://journal.example/é", published_on=date(2024, 2, 29))
    assert Facts.from_json(facts.to_json()) == facts
