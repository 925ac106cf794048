"""Holds a program against the oracle on random cases: python3 compare.py PROGRAM FIRST_SEED LAST_SEED [--switches].

Every table and column that the machine contract names is compared, and the contract's own keys. With --switches each
seed is also asked as of an earlier day and with one statement switched off, or with some switched off.
"""
import argparse
import hashlib
import json
import pathlib
import random
import subprocess
import sys
import tempfile
from collections import Counter

import oracle
from case_reading import Case
from random_case import random_case
from random_words import EARLY

CLOSE = 1e-9
SECONDS = 60
ORDERED = {"concessions", "ways_out"}
SETS = {"members", "gives_up", "if_untrue", "lacking", "by", "counted_by"}
NAMES = {"rules": ["requirement", "rule"], "contributions": ["statement", "capability", "by"], "conflicts": ["members"],
         "concessions": ["members"], "contradicting_assumptions": ["members"], "ways_out": ["members"],
         "moves_in_every_way": ["statement"], "moves_in_no_way": ["statement"]}
FIGURE_KEYS = {"value", "low", "high", "unit", "because"}


def ask(program, case, command, switches):
    """The program's answer as JSON, and its exit code; a plain text in place of an answer that is none."""
    try:
        done = subprocess.run([program, command, case, "--format", "json", *switches], capture_output=True, text=True,
                              encoding="utf-8", timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return f"no answer within {SECONDS} seconds", None
    try:
        return json.loads(done.stdout), done.returncode
    except ValueError:
        return f"no JSON (exit {done.returncode}): {(done.stderr or done.stdout).strip()[:300]}", done.returncode


def contract_faults(got, command, text, expected):
    """What an answer lacks of the machine contract."""
    faults = []
    head = got.get("surety", {})
    if not isinstance(head.get("version"), str) or head.get("format") != 1:
        faults.append(f"surety.version or surety.format is {head}")
    if head.get("input_sha256") != hashlib.sha256(text.encode()).hexdigest():
        faults.append(f"input_sha256 is {head.get('input_sha256')}, not that of the case file")
    for key, value in (("command", command), ("case", expected["case"]), ("as_of", expected["as_of"]), ("complete", True)):
        if got.get(key) != value:
            faults.append(f"{key} is {got.get(key)!r}, expected {value!r}")
    if not isinstance(got.get("text"), list):
        faults.append("text is no list")
    for key, figure in got.get("figures", {"figures": {}}).items():
        if not FIGURE_KEYS <= set(figure) or not isinstance(figure["because"], list):
            faults.append(f"figure {key} lacks one of {sorted(FIGURE_KEYS)}")
    for key, table in got.get("tables", {"tables": {}}).items():
        if not all(isinstance(table.get(part), list) for part in ("columns", "rows")):
            faults.append(f"table {key} lacks columns or rows")
            continue
        names = [column.get("key") for column in table["columns"]]
        if not all({"key", "unit"} <= set(column) for column in table["columns"]):
            faults.append(f"table {key}: a column without key or unit")
        if not set(oracle.SHAPE.get(key, [])) <= set(names):
            faults.append(f"table {key}: columns {names}, expected {oracle.SHAPE[key]}")
        if not all(set(names) <= set(row) and isinstance(row.get("because"), list) for row in table["rows"]):
            faults.append(f"table {key}: a row lacks a column or its because")
    return faults


def rounded(value):
    """A value in a form that can be compared as a whole: numbers to the tolerance, sets in order."""
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, list):
        return [rounded(part) for part in value]
    return float(value) if isinstance(value, (int, float)) else repr(value)


def plain_row(row, columns):
    return {column: sorted(row[column]) if column in SETS and isinstance(row.get(column), list) else rounded(row.get(column))
            for column in columns}


def alike(one, other):
    """Whether two values are equal, numbers within the tolerance."""
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= CLOSE * max(1.0, abs(one))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(alike, one, other))
    return type(one) is type(other) and one == other


def numbers_in(text):
    """The numbers of a written sum such as 3, "3", "3-5", "3..5" or [3, 5]; None if it is something else."""
    if isinstance(text, bool) or text is None:
        return None
    if isinstance(text, (int, float)):
        return [float(text)] * 2
    parts = text if isinstance(text, list) else str(text).replace("..", " ").replace("-", " ").replace("–", " ").split()
    try:
        found = [float(part) for part in parts]
    except ValueError:
        return None
    return found * 2 if len(found) == 1 else found


def offers_alike(row, got):
    """Column `offers` may say none, unquantified or the sum in any form, or list the statements that offer."""
    expected = row["offers"]
    if isinstance(got, list) and all(isinstance(part, str) for part in got) and numbers_in(got) is None:
        return sorted(set(got)) == row["offering"]
    if isinstance(got, list) and not got:
        return row["offering"] == []
    if isinstance(expected, list):
        return alike(numbers_in(got), [float(amount) for amount in expected])
    return got == expected


def need_differences(want, got):
    """Rows of `needs`, paired by statement and capability."""
    key = lambda row: (row["statement"], row["capability"])
    if Counter(map(key, want)) != Counter(map(key, got)):
        return [f"needs: expected {[key(row) for row in want]}, got {[key(row) for row in got]}"]
    pairs = zip(sorted(want, key=key), sorted(got, key=key))
    return [f"needs: expected {row}, got {other}" for row, other in pairs if not offers_alike(row, other.get("offers"))]


def row_differences(table, want, got):
    """What differs between two lists of rows: their order where it is said, else as a bag of rows."""
    columns = oracle.SHAPE[table]
    want, got = ([plain_row(row, columns) for row in rows] for rows in (want, got))
    if table in ORDERED and len(want) == len(got) and all(map(alike, want, got)):
        return []
    rest, missing = list(got), []
    for row in want:
        match = next((other for other in rest if alike(row, other)), None)
        if match is None:
            missing.append(row)
        else:
            rest.remove(match)
    if missing or rest:
        return told(table, missing, rest)
    if table in ORDERED:
        order = [[row["members"] for row in rows] for rows in (want, got)]
        return [f"{table}: order {order[1]}, expected {order[0]}"]
    return []


def told(table, missing, rest):
    """Sentences about rows that have no equal; two rows of one thing are told as the columns in which they differ."""
    faults, rest = [], list(rest)
    for row in missing:
        near = next((other for other in rest if all(other[key] == row[key] for key in NAMES[table])), None)
        if near is None:
            faults.append(f"{table}: missing {row}")
            continue
        rest.remove(near)
        named = ", ".join(str(row[key]) for key in NAMES[table])
        apart = [f"{key} is {near[key]}, expected {row[key]}" for key in row if not alike(row[key], near[key])]
        faults.append(f"{table} [{named}]: {'; '.join(apart)}")
    return faults + [f"{table}: too much {row}" for row in rest]


def duality_faults(tables):
    """Whether the program's own conflicts and concessions are the minimal hitting sets of each other."""
    families = [[frozenset(row["members"]) for row in tables.get(key, {"rows": []})["rows"]]
                for key in ("conflicts", "concessions")]
    faults = []
    for sets, others, word in ((*families, "conflict"), (*reversed(families), "concession")):
        for one in sets:
            if not all(one & other for other in others):
                faults.append(f"duality: {word} {sorted(one)} misses a set of the other kind")
            elif any(all((one - {name}) & other for other in others) for name in one):
                faults.append(f"duality: {word} {sorted(one)} is not minimal")
    return faults


def differences(got, code, command, text, switches):
    """All differences between an answer and the oracle's; None if the oracle could not walk the case."""
    options = {"valid": switches.get("as_of"), "only": switches.get("only"), "without": switches.get("without", ())}
    expected = json.loads(json.dumps(oracle.answer(text, command, **options), default=oracle.plain))
    if "skipped" in expected:
        return None
    if isinstance(got, str):
        return [got]
    faults = contract_faults(got, command, text, expected) + ([] if code == 0 else [f"exit code {code}"])
    for table, content in expected["tables"].items():
        rows = got.get("tables", {}).get(table, {"rows": []}).get("rows", [])
        faults += need_differences(content["rows"], rows) if table == "needs" else row_differences(table, content["rows"], rows)
    price = expected["figures"].get("cheapest_concession", {}).get("value")
    if command == "conflict":
        if got.get("figures", {}).get("cheapest_concession", {}).get("value") != price:
            faults.append(f"cheapest_concession: expected {price}, got {got.get('figures')}")
        faults += duality_faults(got.get("tables", {}))
    return faults


def questions(text, seed, with_switches):
    """The switches to ask a case with, as (arguments, the same for the oracle)."""
    yield [], {}
    if with_switches:
        rng, case = random.Random(seed), Case(text)
        names = [*case.statements, *case.assumptions]
        yield ["--as-of", str(EARLY)], {"as_of": EARLY}
        off = rng.sample(names, 1)
        yield ["--without", ",".join(off)], {"without": set(off)}
        on = rng.sample(names, len(names) * 2 // 3)
        yield ["--only", ",".join(on)], {"only": set(on)}


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("first", type=int)
    parser.add_argument("last", type=int)
    parser.add_argument("--switches", action="store_true")
    asked = parser.parse_args(arguments)
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(asked.first, asked.last + 1):
            text = random_case(seed)
            case = pathlib.Path(folder) / f"case-{seed}.toml"
            case.write_bytes(text.encode())
            for switches, options in questions(text, seed, asked.switches):
                for command in oracle.COMMANDS:
                    got, code = ask(asked.program, str(case), command, switches)
                    faults = differences(got, code, command, text, options)
                    if faults is None:
                        continue
                    passed, failed = passed + (not faults), failed + bool(faults)
                    for fault in faults:
                        print(f"seed {seed} {' '.join([command, *switches])}: {fault}")
            case.unlink()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
