#!/usr/bin/env python3
"""The ledger of cases/ukraine-2025-08 over two days: the British figure of April, August and September.

Usage: second_day_test.py PROGRAM [NAME...]"""
import json

from ledger_trial import ROOT, UKRAINE, done, folder, run_tests, same, surety, verified

SECOND_DAY = ROOT / "tests/ledger/second-day.toml"


def on(day):
    return ["--analyst", "Anna", "--recorded", f"{day}T10:00:00Z"]


def ledger_of_two_days():
    ledger = folder() / "ukraine.ledger"
    done("ledger", "init", ledger)
    done("ledger", "import", ledger, UKRAINE, *on("2025-08-21"))
    done("ledger", "add", ledger, SECOND_DAY, *on("2025-09-05"))
    done("ledger", "supersede", ledger, "S52", "X13", "--reason", "the later figure of the same state", *on("2025-09-05"))
    return ledger


LEDGER = ledger_of_two_days()


def rows(table, verb, *words):
    """Of an answer, a stopped one too: two groups of ten that share members are much work for the probabilities."""
    code, out, err = surety(verb, LEDGER, *words, "--format", "json")
    assert code in (0, 3), err
    return json.loads(out)["tables"][table]["rows"]


def british(valid, known="2025-09-05"):
    """(id, low, high, role) of what is pledged for the United Kingdom's ground troops."""
    found = rows("contributions", "coverage", "--as-of", valid, "--known", known)
    return sorted((row["statement"], row["low"], row["high"], row["role"]) for row in found
                  if row["capability"] == "ground_troops" and row["by"] == ["GBR"] and row["low"] is not None)


def test_april_is_superseded_in_august_and_the_role_changes():
    same(british("2025-05-01"), [("X13", 0, 10000, None)], "in May the figure of April stands")
    same(british("2025-08-21"), [("S52", 3000, 5000, "trainers"), ("X18", 200, 900, None)],
         "in August trainers, and another page says hundreds")


def test_what_was_not_known_yet_does_not_count():
    same(british("2025-08-21", known="2025-08-21"), [("S52", 3000, 5000, "trainers")])
    current = {row["id"] for row in rows("statements", "statements", "--current", "--known", "2025-08-21")}
    assert "X10" not in current and "S52" in current


def test_september_says_one_total_for_ten():
    found = [row for row in rows("contributions", "coverage", "--as-of", "2025-09-05") if row["statement"] == "X20"]
    same([(row["by"], row["low"], row["high"]) for row in found], [(["ten_september"], 25000, 30000)])
    assert "X20" not in {row["statement"] for row in rows("contributions", "coverage", "--as-of", "2025-09-03")}


def test_the_first_day_is_answered_as_on_the_first_day():
    for verb in ("assess", "conflict", "coverage"):
        then = json.loads(done(verb, LEDGER, "--known", "2025-08-21", "--format", "json"))
        case = json.loads(done(verb, UKRAINE, "--format", "json"))
        same(then["tables"], case["tables"], verb)
        same(then["figures"], case["figures"], verb)


def test_the_front_answer_reads_what_the_whole_case_says():
    toml = folder() / "both.toml"
    for valid in ("2025-08-21", "2025-09-05"):
        toml.write_text(done("ledger", "export", LEDGER, "--toml"))
        for verb in ("assess", "conflict"):
            ledger, case = (json.loads(done(verb, path, "--as-of", valid, "--format", "json")) for path in (LEDGER, toml))
            same(ledger["tables"], case["tables"], f"{verb} {valid}")


def test_the_ledger_is_whole():
    same(verified(LEDGER)[0], 0)


if __name__ == "__main__":
    run_tests(globals())
