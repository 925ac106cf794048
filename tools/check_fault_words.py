#!/usr/bin/env python3
"""Whether every message about a fault has a German one.

Usage: check_fault_words.py [FILE...]      without FILE: all of src

The rooms below `commands` say what is wrong in English; src/commands/fault_words_*.cc has the German. This looks up
every literal of two words and more in the English of that catalogue: there it stands as a whole, or as a part where
it is put together with something. So a new message without a German fails the tests, whether or not a test provokes
it; what the tests do provoke, tests/test_main.cc holds against the catalogue as whole sentences."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SRC = ROOT / "src"
# Rooms whose sentences have their German beside them: of these only what stands in a fault without one is looked up,
# and of the doors nothing.
BILINGUAL_ROOMS = ("commands", "report")
DOORS = ("cli", "server", "sweep")
FAULT_IN_ENGLISH = re.compile(r"(?:\boption_fault|refused\(Faults|faults\.push_back|\bfail)\s*[({]")
# Files that speak to nobody, or in both languages at once.
QUIET = {
    "base/check.h": "for programmers",
    "model/atom_sentence.cc": "pairs", "model/claim_sentence.cc": "pairs", "model/likelihood.cc": "pairs",
    "model/claim_printer.cc": "the claim language", "report/json_writer.cc": "JSON", "solve/convolution.cc": "pragmas",
    "analysis/coverage_sizing.cc": "titles of sources", "analysis/coverage_oracle.h": "for tests",
    "model/random_claim.h": "for tests", "exchange/picture_conversion.cc": "pairs",
}
QUIET_TEXTS = {"quantified offers", "bezifferte Angebote",  # a pair
               "assumed in this what-if", "in diesem Was-wäre-wenn angenommen",  # a pair
               "known_from, known_to, content, decided, accepted, said_from, first_day, last_day",  # columns
               "SQLite format 3\0",  # a file's first bytes
               "mpz_get_si and mpq_set_si carry 64 bits"}  # for programmers
TOKEN = re.compile(r"""//[^\n]*|/\*.*?\*/|R"(\w*)\((.*?)\)\1"|"((?:[^"\\\n]|\\.)*)"|'(?:[^'\\\n]|\\.)+'""", re.DOTALL)
ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "v": "\v", "f": "\f"}
SQL = re.compile(r"\b(?:SELECT|INSERT|CREATE|DELETE FROM|PRAGMA|BEGIN IMMEDIATE)\b|^ FROM ")
GAP = re.compile(r"\{[A-Za-z0-9:]*\}")


class Literal:
    """A string literal, or several side by side: its text, its line, and what stands around it."""

    def __init__(self, text, start, line):
        self.text, self.start, self.end, self.line, self.before, self.after = text, start, start, line, "", ""

    def is_whole(self):
        return self.before in "({,?:=" and self.after in ",;)}:?"


def text_of(match):
    if match[2] is not None:
        return match[2]
    return re.sub(r"\\(.)", lambda m: ESCAPES.get(m[1], m[1]), match[3])


def literals(path):
    """The literals of a file, and its code without comments and with empty literals."""
    source, found, code, at = path.read_text(), [], "", 0
    for match in TOKEN.finditer(source):
        code += source[at:match.start()]
        at = match.end()
        line_start = source.rfind("\n", 0, match.start()) + 1
        if match[2] is None and match[3] is None or source[line_start:match.start()].startswith("#"):
            continue
        if found and code[found[-1].end:].strip() == "":
            found[-1].text += text_of(match)
        else:
            found.append(Literal(text_of(match), len(code), source.count("\n", 0, match.start()) + 1))
        found[-1].end = len(code)
    code += source[at:]
    for literal in found:
        literal.before, literal.after = code[:literal.start].rstrip()[-1:], code[literal.end:].lstrip()[:1]
    return found, code


def english_of(path):
    return [literal.text for literal in literals(path)[0] if literal.before == "{"]


def catalogue():
    """The English of every pair and word, each with a pattern of what it fits."""
    words = english_of(SRC / "commands/fault_catalogue.cc")
    gaps = {"{}": ".*", "{number}": "[0-9.-]+", "{key}": "[A-Za-z0-9_]+", "{code}": r"[\[{'].*", "{message}": r"(?!)"}
    any_word = "(?:" + "|".join(map(re.escape, words)) + ")"

    def shape(text):
        named = [gaps.get(gap, any_word) for gap in GAP.findall(text)] + [""]
        return re.compile("".join(re.escape(part) + gap for part, gap in zip(GAP.split(text), named)), re.DOTALL)

    pairs = [text for path in sorted(SRC.glob("commands/fault_words_*.cc")) if not path.name.endswith("_test.cc")
             for text in english_of(path)]
    return [(text, shape(text)) for text in words + pairs]


def is_known(literal, entries):
    """What a literal leaves open, and names in quotes and numbers of a part, may stand in a gap of the catalogue. What
    is put into a literal may bring its own quotes."""
    text = literal.text[2:] if literal.text.startswith(": ") else literal.text
    if literal.is_whole() and not GAP.search(text):
        return any(shape.fullmatch(text) or entry.startswith(text) or entry.endswith(text) for entry, shape in entries)
    if literal.is_whole():
        pieces, bare = GAP.split(text.replace("'", "")), [entry.replace("'", "") for entry, _ in entries]
        return any(entry.startswith(pieces[0]) and entry.endswith(pieces[-1]) and in_order(pieces, entry) for entry in bare)
    pieces = GAP.split(re.sub(r"'[a-z_]+'", "'{}'", re.sub(r"\d+", "{}", text)))
    return any(in_order(pieces, entry) for entry, _ in entries)


def in_order(pieces, text):
    at = 0
    for piece in pieces:
        found = text.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def speaks(text):
    return not SQL.search(text) and len(re.findall(r"[A-Za-z]{2,}", GAP.sub("", text))) > 1 and " " in text.strip() and not re.fullmatch(r"[\[{].*[\]}]", text)


def in_faults(found, code):
    """Those of a room with pairs that stand inside of a fault, and in no Phrase there."""
    spans = []
    for match in FAULT_IN_ENGLISH.finditer(code):
        depth, end = 1, match.end()
        while depth and end < len(code):
            depth += (code[end] in "({") - (code[end] in ")}")
            end += 1
        spans.append((match.start(), end))
    pairs = set()  # {"in English", "in German"}
    for first, second in zip(found, found[1:]):
        if first.before == "{" and second.after == "}" and code[first.end:second.start].strip() == ",":
            pairs |= {first.start, second.start}
    return [literal for literal in found
            if literal.start not in pairs and any(a < literal.start < b and "Phrase{" not in code[a:literal.start] for a, b in spans)]


def check(path, entries):
    name = path.relative_to(SRC).as_posix()
    if name in QUIET:
        return []
    found, code = literals(path)
    if name.split("/")[0] in BILINGUAL_ROOMS:
        found = in_faults(found, code)
    return [f"{path.relative_to(ROOT)}:{literal.line}: no German in src/commands/fault_words_*.cc for {literal.text!r}"
            for literal in found
            if speaks(literal.text) and literal.text not in QUIET_TEXTS and not is_known(literal, entries)]


def main():
    paths = [pathlib.Path(name).resolve() for name in sys.argv[1:]] or sorted(
        path for path in SRC.glob("*/*.*") if path.parent.name not in DOORS
        and not path.name.endswith(("_test.cc", "_test.h")) and not path.name.startswith("fault_"))
    entries = catalogue()
    wrong = [line for path in paths for line in check(path, entries)]
    print(*wrong, sep="\n", end="\n" if wrong else "")
    sys.exit(bool(wrong))


main()
