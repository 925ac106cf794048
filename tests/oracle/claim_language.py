"""Reads the claim language of a case (semantics 4) into nested tuples, for the oracle of the tests.

Shapes: ("if", A, B), ("or", (A, ...)), ("and", (A, ...)), ("not", A), ("factor", ID),
("issue", ID, OP, VALUE) and ("measure", CAPABILITY, EACH, BY, PLACE, ROLE, OP, AMOUNTS), where BY is a
tuple of actor ids or None, OP is a comparison, "in" or "about", and AMOUNTS are (NUMBER, UNIT or None).
"""
import re
from fractions import Fraction

KEYWORDS = {"if", "then", "or", "and", "not", "by", "each", "in", "as", "about"}
COMPARISONS = {"=", "!=", "<", "<=", ">", ">="}
TOKEN = re.compile(r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<word>[A-Za-z_]\w*(?:\.\w+)*)|(?P<sign>\.\.|!=|<=|>=|[=<>(),+]))",
                   re.ASCII)


class ClaimFault(ValueError):
    """A claim that cannot be read."""


def tokens_of(text):
    """The words, numbers and signs of a claim, each as (sort, text)."""
    found, at = [], 0
    while text[at:].strip():
        match = TOKEN.match(text, at)
        if not match:
            raise ClaimFault(f"cannot read {text[at:]!r} in {text!r}")
        found.append((match.lastgroup, match.group(match.lastgroup)))
        at = match.end()
    return found


class Reader:
    """Walks over the tokens of one claim; `words` names the issues, factors and capabilities."""

    def __init__(self, text, words):
        self.tokens, self.at, self.words, self.text = tokens_of(text), 0, words, text

    def peek(self):
        return self.tokens[self.at][1] if self.at < len(self.tokens) else None

    def take(self, expected=None):
        token = self.peek()
        if token is None or (expected is not None and token != expected):
            raise ClaimFault(f"expected {expected or 'more'}, found {token} in {self.text!r}")
        self.at += 1
        return token

    def word(self):
        token = self.take()
        if self.tokens[self.at - 1][0] != "word" or token in KEYWORDS:
            raise ClaimFault(f"expected an id, found {token} in {self.text!r}")
        return token

    def number(self):
        token = self.take()
        if self.tokens[self.at - 1][0] != "number":
            raise ClaimFault(f"expected a number, found {token} in {self.text!r}")
        return Fraction(token)

    def claim(self):
        if self.peek() == "if":
            self.take()
            condition = self.claim()
            self.take("then")
            return ("if", condition, self.claim())
        return self.chain("or", lambda: self.chain("and", self.single))

    def chain(self, word, part):
        """A list of parts joined by `word`; a part that is itself such a list is spread out."""
        parts = [part()]
        while self.peek() == word:
            self.take()
            parts.append(part())
        if len(parts) == 1:
            return parts[0]
        flat = []
        for item in parts:
            flat.extend(item[1] if item[0] == word else [item])
        return (word, tuple(flat))

    def single(self):
        if self.peek() == "not":
            self.take()
            return ("not", self.single())
        if self.peek() == "(":
            self.take()
            inner = self.claim()
            self.take(")")
            return inner
        return self.atom()

    def atom(self):
        name = self.word()
        if name in self.words.factors:
            return ("factor", name)
        if name in self.words.issues:
            return self.issue(name)
        if name in self.words.capabilities:
            return self.measure(name)
        raise ClaimFault(f"unknown word {name} in {self.text!r}")

    def comparison(self):
        sign = self.take()
        if sign not in COMPARISONS:
            raise ClaimFault(f"expected a comparison, found {sign} in {self.text!r}")
        return sign

    def issue(self, name):
        sign = self.comparison()
        if "scale" in self.words.issues[name]:
            return ("issue", name, sign, int(self.number()))
        return ("issue", name, sign, self.word())

    def measure(self, name):
        self.take("(")
        each, by, place, role = False, None, None, None
        while self.peek() != ")":
            part = self.take()
            if part == "by":
                if self.peek() == "each":
                    each = bool(self.take())
                by = [self.word()]
                while self.peek() == "+":
                    self.take()
                    by.append(self.word())
            elif part == "in":
                place = self.word()
            elif part == "as":
                role = self.word()
            else:
                raise ClaimFault(f"expected by, in or as, found {part} in {self.text!r}")
            if self.peek() != ")":
                self.take(",")
        self.take(")")
        sign, amounts = self.bound()
        return ("measure", name, each, tuple(by) if by else None, place, role, sign, amounts)

    def bound(self):
        if self.peek() == "about":
            self.take()
            return "about", (self.amount(),)
        if self.peek() == "in":
            self.take()
            low = self.amount()
            self.take("..")
            return "in", (low, self.amount())
        return self.comparison(), (self.amount(),)

    def amount(self):
        number, unit = self.number(), None
        if self.at < len(self.tokens) and self.tokens[self.at][0] == "word" and self.peek() not in KEYWORDS:
            unit = self.word()
        return number, unit


def parse(text, words):
    """The tuple form of a claim."""
    reader = Reader(text, words)
    claim = reader.claim()
    if reader.peek() is not None:
        raise ClaimFault(f"unexpected {reader.peek()} in {text!r}")
    return claim


def atoms(claim):
    """All atoms of a claim, in the order in which they are written."""
    if claim[0] in ("or", "and"):
        return [atom for part in claim[1] for atom in atoms(part)]
    if claim[0] == "if":
        return atoms(claim[1]) + atoms(claim[2])
    if claim[0] == "not":
        return atoms(claim[1])
    return [claim]


def holds(claim, truth):
    """Whether a claim is true when `truth(atom)` says so of its atoms."""
    kind = claim[0]
    if kind == "if":
        return not holds(claim[1], truth) or holds(claim[2], truth)
    if kind == "or":
        return any(holds(part, truth) for part in claim[1])
    if kind == "and":
        return all(holds(part, truth) for part in claim[1])
    if kind == "not":
        return not holds(claim[1], truth)
    return truth(claim)


def asserted_measures(claim, through_or=True):
    """The measure atoms reached from the top of a claim through "and", "then" and, if wanted, "or", in the order of the text."""
    found, open_parts = [], [claim]
    while open_parts:
        part = open_parts.pop()
        if part[0] == "if":
            open_parts.append(part[2])
        elif part[0] == "and" or (part[0] == "or" and through_or):
            open_parts.extend(reversed(part[1]))
        elif part[0] == "measure":
            found.append(part)
    return found


def conditions_and_parts(claim):
    """The conditions that stand before a claim, and the parts of the conjunction that is claimed under them."""
    conditions = []
    while claim[0] == "if":
        conditions.append(claim[1])
        claim = claim[2]
    return conditions, list(claim[1]) if claim[0] == "and" else [claim]
