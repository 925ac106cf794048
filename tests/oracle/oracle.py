"""Answers `conflict`, `coverage` and `assess` for a case from the normative page alone, by walking every possibility.

python3 oracle.py CASE.toml conflict|coverage|assess [--as-of D] [--only IDS] [--without IDS]
"""
import argparse
import datetime
import json
import sys
from fractions import Fraction

import coverage_rows
import ways_out
from case_reading import Case, View
from conflicts import Conflicts
from situations import TooLarge

COMMANDS = ("conflict", "coverage", "assess")
SHAPE = {"rules": ["requirement", "rule", "counted_min", "counted_max", "required", "share_min", "share_max", "gap_min",
                   "gap_max", "met_low", "met_high"],
         "contributions": ["statement", "capability", "by", "place", "role", "low", "high", "unquantified", "state",
                           "counted_by"],
         "needs": ["statement", "capability", "offers"],
         "conflicts": ["members"], "concessions": ["members", "price"], "contradicting_assumptions": ["members"],
         "ways_out": ["members", "gives_up", "if_untrue", "price", "keeps_goals", "share_min", "share_max", "lacking"],
         "moves_in_every_way": ["statement"], "moves_in_no_way": ["statement"]}


def tables_of(view, command):
    """The rows of every table of an answer, with exact fractions where a figure is not whole."""
    if command == "conflict":
        return Conflicts(view).tables()
    return {"coverage": coverage_rows, "assess": ways_out}[command].tables(view)


def answer(text, command, valid=None, only=None, without=()):
    """The answer to a command, in the shape of the machine contract as far as it names columns."""
    case = Case(text)
    view = View(case, valid, only, without)
    result = {"command": command, "case": case.id, "as_of": {"valid": str(view.valid), "known": str(case.reference)}}
    try:
        found = tables_of(view, command)
    except TooLarge as reason:
        return {**result, "complete": False, "skipped": str(reason), "tables": {}}
    tables = {key: {"columns": [{"key": column} for column in SHAPE[key]], "rows": rows} for key, rows in found.items()}
    figures = {}
    if found.get("concessions"):
        figures["cheapest_concession"] = {"value": found["concessions"][0]["price"]}
    return {**result, "complete": True, "figures": figures, "tables": tables}


def plain(value):
    """A fraction as the number that JSON knows."""
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else float(value)
    raise TypeError(type(value))


def ids(text):
    return set(text.split(","))


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("case")
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("--as-of", type=datetime.date.fromisoformat)
    parser.add_argument("--only", type=ids)
    parser.add_argument("--without", type=ids, default=set())
    asked = parser.parse_args(arguments)
    with open(asked.case, encoding="utf-8") as file:
        text = file.read()
    json.dump(answer(text, asked.command, asked.as_of, asked.only, asked.without), sys.stdout, indent=1, default=plain)
    print()


if __name__ == "__main__":
    main(sys.argv[1:])
