#!/usr/bin/env python3
"""Runs the golden tests: what the program says, to the byte.

Usage: check_golden.py PROGRAM [--update] [FILE...]      without FILE: all of tests/golden/*.test

    # A comment: what this block is about.
    $ surety coverage cases/ukraine-2025-08 --format csv
    ----
    exactly what stands on stdout
    ---- stderr
    exactly what stands on stderr (without this part: nothing)
    ---- exit 2
    ====
    # The next block: there may be several in a file, and several commands in a block.

The last command's exit code counts, 0 if none is named. --update writes down what the program says now."""
import difflib
import os
import pathlib
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECONDS_MAX = 300
SETTING = {"COLUMNS": "80", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "TZ": "UTC", "TERM": "dumb"}


def ask(program, head):
    """Runs the commands of a block's head and returns the block as it should stand in the file."""
    stdout, stderr, code = "", "", 0
    for line in head.splitlines():
        if not line.startswith("$ surety"):
            continue
        command = [program] + shlex.split(line)[2:]
        answer = subprocess.run(command, cwd=ROOT, env={**os.environ, **SETTING}, stdin=subprocess.DEVNULL,
                                capture_output=True, timeout=SECONDS_MAX)
        stdout += answer.stdout.decode("utf-8", "backslashreplace")
        stderr += answer.stderr.decode("utf-8", "backslashreplace")
        code = answer.returncode
    block = head + "----\n" + ended(stdout)
    if stderr:
        block += "---- stderr\n" + ended(stderr)
    return block + (f"---- exit {code}\n" if code else "")


def ended(text):
    """The text with a line end; a text that lacks one says so, in order that the file can hold it."""
    return text if text.endswith("\n") or not text else text + "\n(no line end)\n"


def check(program, block):
    """What the block should be, and what is wrong with it (nothing: the same as it is)."""
    head = block.partition("\n----\n")[0] + "\n"
    wrong = [line for line in head.splitlines() if line and line[0] != "#" and not line.startswith("$ surety")]
    if wrong or "$ surety" not in head:
        return block, f"a block opens with # comments and `$ surety` commands, then a line ----: {wrong[:1]}\n"
    try:
        said = ask(program, head)
    except (OSError, subprocess.TimeoutExpired, ValueError) as error:
        return block, f"{error}\n"
    diff = difflib.unified_diff(block.splitlines(True), said.splitlines(True), "expected", "said")
    return said, "".join(diff)


def check_path(program, path, update):
    """Checks every block of a file; returns how many passed and how many failed."""
    blocks = path.read_text(encoding="utf-8").split("\n====\n")
    blocks = [block if block.endswith("\n") else block + "\n" for block in blocks]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda block: check(program, block), blocks))
    if update and any(said != block for block, (said, _) in zip(blocks, results)):
        path.write_text("====\n".join(said for said, _ in results), encoding="utf-8")
        print(f"{path}: written anew")
    failed = [(block, trouble) for block, (said, trouble) in zip(blocks, results)
              if trouble and not (update and said != block)]
    for block, trouble in failed:
        print(f"{path}: FAILED\n{block.partition('----')[0]}{trouble}")
    return len(blocks) - len(failed), len(failed)


def main():
    words = [word for word in sys.argv[1:] if word != "--update"]
    if not words:
        sys.exit(__doc__)
    program = str(pathlib.Path(words[0]).resolve())
    paths = [pathlib.Path(word) for word in words[1:]] or sorted((ROOT / "tests/golden").glob("*.test"))
    counts = [check_path(program, path, "--update" in sys.argv) for path in paths]
    passed, failed = (sum(count) for count in zip((0, 0), *counts))
    print(f"{passed} passed, {failed} failed")
    sys.exit(bool(failed))


main()
