#!/usr/bin/env python3
"""Runs clang-tidy over everything a build folder compiles, side by side, and says nothing when all is well.

Usage: check_tidy.py FOLDER. A file that was clean is not read again until it, one of our headers below it, the rules or
the compiler's options change: FOLDER/tidy remembers."""
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

TIDY = "clang-tidy-19"
# Tests read the value of what must be there (a missing one stops the test, which is what it is for), and doctest's
# macros swell a test case and hide the checks that it makes. An oracle may recurse: no deeper than its few variables.
LEFT_OUT_IN_TESTS = "-bugprone-unchecked-optional-access,-readability-function-size,-misc-no-recursion"
ROOT = pathlib.Path(__file__).resolve().parent.parent


def reads(path, seen):
    """The file and all our headers that it includes, however deep."""
    waiting = [path]
    while waiting:
        path = waiting.pop()
        if path in seen or not path.is_file():
            continue
        seen.add(path)
        for target in re.findall(r'^\s*#\s*include\s*"([^"]+)"', path.read_text(), re.MULTILINE):
            waiting += [ROOT / "src" / target, ROOT / target, path.parent / target]
    return sorted(seen)


def key(entry, rules):
    """A name that changes with everything clang-tidy's answer depends on."""
    digest = hashlib.sha256(rules + entry["command"].encode())
    for path in reads(pathlib.Path(entry["file"]), set()):
        digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()


def tidy(folder, entry, rules):
    """What clang-tidy has to say of one file; nothing when it is clean."""
    mark = folder / "tidy" / key(entry, rules)
    if mark.exists():
        return ""
    command = [TIDY, "--quiet", "-p", str(folder), entry["file"]]
    if entry["file"].endswith("_test.cc"):
        command.append(f"--checks={LEFT_OUT_IN_TESTS}")
    answer = subprocess.run(command, capture_output=True, text=True)
    if answer.returncode == 0:
        mark.touch()
        return ""
    return answer.stdout or answer.stderr


def main():
    folder = pathlib.Path(sys.argv[1])
    (folder / "tidy").mkdir(exist_ok=True)
    version = subprocess.run([TIDY, "--version"], capture_output=True, check=True).stdout
    rules = version + (ROOT / ".clang-tidy").read_bytes() + pathlib.Path(__file__).read_bytes()
    entries = json.loads((folder / "compile_commands.json").read_text())
    failed = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for number, said in enumerate(pool.map(lambda entry: tidy(folder, entry, rules), entries), 1):
            if sys.stderr.isatty():
                print(f"\rclang-tidy {number}/{len(entries)}", end="" if number < len(entries) else "\r\033[K",
                      file=sys.stderr, flush=True)
            print(said, end="")
            failed += bool(said)
    sys.exit(bool(failed))


main()
