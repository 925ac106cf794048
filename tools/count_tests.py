#!/usr/bin/env python3
"""Reads what ctest wrote down (JUnit XML) and prints what failed and one closing line: N passed, N failed.

Usage: count_tests.py FILE. A test that counts its own cases (doctest's summary, or a line "N passed, N failed") counts
as many; any other test counts as one."""
import re
import sys
import xml.etree.ElementTree

CASES = re.compile(r"^\[doctest\] test cases: +\d+ \| +(\d+) passed \| +(\d+) failed"
                   r"|^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$", re.MULTILINE)


def count(test):
    """How many cases of one ctest test passed, failed and were skipped. What could not be started has failed."""
    status, skipped = test.get("status"), test.find("skipped")
    if skipped is not None and skipped.get("message", "").startswith("SKIP_"):
        return 0, 0, 1
    found = CASES.findall(test.findtext("system-out") or "")
    numbers = [int(number) for number in found[-1] if number] if found else [int(status == "run"), 0]
    passed, failed, skipped = (numbers + [0])[:3]
    return passed, max(failed, int(status != "run")), skipped


def main():
    tests = list(xml.etree.ElementTree.parse(sys.argv[1]).getroot().iter("testcase"))
    counts = [count(test) for test in tests]
    for test, (_, failed, _) in zip(tests, counts):
        if failed:
            print(f"failed: {test.get('name')}")
    passed, failed, skipped = (sum(column) for column in zip((0, 0, 0), *counts))
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    sys.exit(bool(failed or not passed))


main()
