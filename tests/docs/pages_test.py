#!/usr/bin/env python3
"""Holds what the documents show to what the program says, to the byte.

Usage: pages_test.py PROGRAM [--update] [PAGE...]      without PAGE: README.md and every page below docs/ and cases/

    <!-- file: flood-aid.toml -->          the next ```toml block is put beside the cases under this name
    <!-- $ surety assess flood-aid.toml --> the next ```text block is what this prints
    <!-- $ surety assess cases/x  from: Ways out  to: Why? -->   only the lines from the first that begins with the one
                                           text to the last before one that begins with the other (either may be missing)

--update writes down what the program says now."""
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SECONDS_MAX = 300
SETTING = {"COLUMNS": "80", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "TZ": "UTC", "TERM": "dumb"}
SHOWN = re.compile(r"<!-- (file:|\$ surety) (.*?) -->\n```(toml|text)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PIECE = re.compile(r"^(.*?)(?:  from: (.*?))?(?:  to: (.*?))?$")


def said(program, folder, line):
    """What the program answers to a command line, or the piece of it that is asked for."""
    command, first, last = PIECE.match(line).groups()
    done = subprocess.run([program, *shlex.split(command)], cwd=folder, env={**os.environ, **SETTING},
                          stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS_MAX)
    lines = (done.stdout + done.stderr).decode("utf-8").splitlines()
    begin = next((i for i, text in enumerate(lines) if first and text.startswith(first)), 0)
    end = next((i for i, text in enumerate(lines) if last and i > begin and text.startswith(last)), len(lines))
    return "".join(text + "\n" for text in lines[begin:end]).strip("\n") + "\n"


def checked(program, page, folder):
    """The page as it should be, and the command lines that answer otherwise."""
    wrong = []

    def block(match):
        kind, rest, fence, body = match.groups()
        if kind == "file:":
            (folder / rest).write_text(body, encoding="utf-8")
            return match.group(0)
        answer = said(program, folder, rest)
        if answer != body:
            wrong.append(f"{page.relative_to(ROOT)}: surety {rest} says something else than the page")
        return f"<!-- {kind} {rest} -->\n```{fence}\n{answer}```"

    return SHOWN.sub(block, page.read_text(encoding="utf-8")), wrong


def main(arguments):
    program = str(pathlib.Path(arguments[0]).resolve())
    named = [pathlib.Path(name).resolve() for name in arguments[1:] if name != "--update"]
    pages = named or [ROOT / "README.md", *sorted(ROOT.glob("docs/**/*.md")), *sorted(ROOT.glob("cases/**/*.md"))]
    passed = failed = 0
    for page in pages:
        with tempfile.TemporaryDirectory() as scratch:
            folder = pathlib.Path(scratch)
            for name in ("cases", "docs"):
                (folder / name).symlink_to(ROOT / name)
            shown, wrong = checked(program, page, folder)
        if "--update" in arguments:
            page.write_text(shown, encoding="utf-8")
            continue
        print(*wrong, sep="\n", end="\n" if wrong else "")
        failed += bool(wrong)
        passed += not wrong
    if "--update" not in arguments:
        print(f"{passed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
