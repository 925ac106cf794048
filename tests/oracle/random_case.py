"""Draws a small random valid case for a seed and prints it as TOML: python3 random_case.py SEED > case.toml."""
import datetime
import json
import random
import sys

import contributions as supply
from case_reading import ENDED, STATES, Case, View
from random_words import EARLY, REFERENCE, Words, day, likelihood

KINDS = (["pledge"] * 13 + ["refusal"] * 3 + ["demand"] * 2 + ["red_line"] * 3 + ["condition"] * 2 + ["requirement"] * 4
         + ["position"] * 2 + ["assessment", "plan", "event"])
DATES_ASKED = (REFERENCE, EARLY)


def toml(value):
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (datetime.date, int, float)):
        return str(value)
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(part)}" for key, part in value.items()) + " }"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value)


def written(tables):
    """A whole case file: one table `case`, all others lists of tables."""
    lines = []
    for key, entries in tables.items():
        for entry in entries:
            lines.append(f"[{key}]" if key == "case" else f"[[{key}]]")
            lines.extend(f"{word} = {toml(value)}" for word, value in entry.items())
            lines.append("")
    return "\n".join(lines)


class Claims:
    """Draws claims in the words of a case."""

    def __init__(self, words):
        self.words, self.rng = words, words.rng

    def amount(self, capability, number, unit):
        if capability == "fund":
            return "0" if number == 0 and not unit else f"0.{number:02d}" + (f" {unit}" if unit else "")
        return f"{number}" + (f" {unit}" if unit else "")

    def bound(self, capability, signs, most=7):
        """An operator and its numbers, which stay below `most`."""
        rng, sign = self.rng, self.rng.choice(signs)
        if capability == "jets":
            return "> 0" if sign == ">" else "= 0"
        unit = rng.choice(["", "", "soldiers"] if capability == "troops" else ["", *self.words.currencies()])
        amount = lambda number: self.amount(capability, number, unit)
        if sign == "in":
            low = rng.randrange(0, 5)
            return f"in {amount(low)}..{amount(low + rng.randrange(0, 4))}"
        if sign == "about":
            return f"about {amount(rng.randrange(2, most))}"
        if sign == "=" and rng.random() < .3 or sign == ">" and rng.random() < .5:
            return f"{sign} 0"
        return f"{sign} {amount(rng.randrange(2 if capability == 'fund' else 1, most))}"

    def head(self, capability, by=False, each=True):
        """A measure of a capability; `by`: somebody is named; `each`: perhaps each of a group."""
        heads = [head for head in self.words.heads[capability]
                 if (not by or head and head[0].startswith("by")) and (each or not head or "each" not in head[0])]
        return f"{capability}({', '.join(self.rng.choice(heads))})"

    def measure(self, signs, by=False, each=True, capability=None):
        """A measure atom with one of the operators."""
        capability = capability or self.rng.choice(self.words.tables["capability"])["id"]
        return f"{self.head(capability, by, each)} {self.bound(capability, signs)}"

    def issue(self):
        rng, issue = self.rng, self.rng.choice(self.words.tables["issue"])
        if "scale" in issue:
            return f"{issue['id']} {rng.choice(['=', '!=', '<', '<=', '>', '>='])} {rng.randrange(10, 91, 20)}"
        signs = ["=", "!=", "="] + (["<", "<=", ">", ">="] if issue.get("ordered", True) else [])
        return f"{issue['id']} {rng.choice(signs)} {rng.choice(issue['options'])}"

    def atom(self):
        """Any atom."""
        rng, draw = self.rng, self.rng.random()
        if self.words.tables["issue"] and draw < .5:
            return self.issue()
        if self.words.factors and draw < .65:
            return rng.choice(self.words.factors)
        return self.measure(["=", "!=", "<", "<=", ">", ">=", "in", "about"])

    def condition(self):
        """A condition of factors, or any other."""
        rng, factors = self.rng, self.words.factors
        if factors and rng.random() < .65:
            one = rng.choice(factors)
            other = rng.choice(factors)
            return rng.choice([one, one, f"not {one}", f"{one} and {other}", f"{one} or not {other}"])
        return self.atom()

    def mixed(self, depth=2):
        """A claim of any form, not too deep."""
        rng, draw = self.rng, self.rng.random()
        if depth == 0 or draw < .5:
            return self.atom()
        if draw < .62:
            return f"not {self.bracketed(depth)}"
        if draw < .76:
            return f"{self.bracketed(depth)} and {self.bracketed(depth)}"
        if draw < .9:
            return f"{self.bracketed(depth)} or {self.bracketed(depth)}"
        return f"if {self.mixed(depth - 1)} then {self.mixed(depth - 1)}"

    def bracketed(self, depth):
        inner = self.mixed(depth - 1)
        return f"({inner})" if " and " in inner or " or " in inner or inner.startswith("if ") else inner

    def pledge(self):
        rng = self.rng
        signs = ["=", "=", "in", "in", "in", "about", "about", "about", "<=", "<", ">=", ">="] + [">"] * 2
        parts = [self.pledged(signs) for _ in range(rng.choice([1, 1, 1, 1, 2]))]
        claim = " and ".join(parts)
        return f"if {self.condition()} then {claim}" if rng.random() < .15 else claim

    def pledged(self, signs):
        """One atom of a pledge; there is no pledge of a capability that is not there."""
        capability = self.rng.choice(self.words.tables["capability"] + self.words.tables["capability"][:1])["id"]
        return self.measure([">"] if capability == "jets" else signs, by=True, capability=capability)

    def zero(self):
        """A conjunction of `measure = 0`."""
        capabilities = [entry["id"] for entry in self.words.tables["capability"]]
        return " and ".join(f"{self.head(self.rng.choice(capabilities), by=True, each=False)} = 0"
                            for _ in range(self.rng.choice([1, 1, 1, 2])))

    def broad(self, capability):
        """A measure of many lines: everybody's, a group's, or those in the widest place."""
        words, rng = self.words, self.rng
        choices = [""] + [f"by {group}" for group in words.groups] + [f"in {place}" for place in words.places[:1]]
        return f"{capability}({rng.choice(choices)})"

    def needed(self):
        """What a requirement or a demand asks for: mostly a conjunction of atoms, perhaps under `if`."""
        rng = self.rng
        if rng.random() < .08:
            return self.mixed()
        parts = []
        for _ in range(rng.choice([1, 1, 1, 2])):
            capability = rng.choice(self.words.tables["capability"] + self.words.tables["capability"][:1])["id"]
            signs = [">"] if capability == "jets" else [">=", ">=", ">=", ">", "=", "in", "about"]
            head = self.broad(capability) if rng.random() < .75 else self.head(capability, each=False)
            parts.append(f"{head} {self.bound(capability, signs, 5)}")
        claim = " and ".join(parts)
        return f"if {self.condition()} then {claim}" if rng.random() < .15 else claim

    def of_kind(self, kind):
        if kind == "pledge":
            return self.pledge()
        if kind == "refusal" or kind == "red_line" and self.rng.random() < .6:
            return self.zero()
        if kind == "requirement" or kind == "demand" and self.rng.random() < .6:
            return self.needed()
        if kind == "condition":
            return f"if {self.condition()} then {self.mixed(1)}"
        return self.mixed()


def spans(rng, first):
    """An `effective` that begins near a day."""
    later = first + datetime.timedelta(days=rng.randrange(0, 90))
    return rng.choice([first, later, {"from": first}, {"from": first, "to": later}, {"to": later}])


def add_dates(rng, words, statement):
    """Chain or evidence, `said` and `effective`."""
    said = day(rng)
    if rng.random() < .7:
        link = {"id": rng.choice(words.sources + words.others), "date": day(rng)}
        statement["chain"] = rng.choice([[rng.choice(words.sources)], [link, rng.choice(words.sources)],
                                         rng.sample(words.sources, len(words.sources))])
    if "chain" not in statement or rng.random() < .15:
        statement["evidence"] = {"source": rng.choice(words.sources), "start": 10, "end": 17, "quote": "so said"}
    if rng.random() < .75:
        statement["said"] = rng.choice([said, said, said, said, {"from": said, "to": said + datetime.timedelta(days=9)},
                                        {"from": said}, {"to": said}])
    if rng.random() < .18:
        statement["effective"] = spans(rng, day(rng, (2025, 4, 1), 60))


def add_marks(rng, words, statement, earlier):
    """Likelihood, modality, credibility, state, goal, status, supersedes and what is only carried along."""
    chance = lambda limit: rng.random() < limit
    if chance(.55):
        statement["modality"] = rng.choice(words.modalities)
    if chance(.3):
        statement["likelihood"] = likelihood(rng)
    if chance(.5):
        statement["credibility"] = rng.randrange(1, 7)
    if statement["kind"] == "pledge" and chance(.4):
        statement["state"] = rng.choice(STATES * 3 + ENDED * 2)
    if statement["kind"] in ("demand", "position", "requirement", "plan") and chance(.3):
        statement["goal"] = True
    if chance(.13):
        statement["status"] = rng.choice(["proposed", "rejected", "accepted"])
    if earlier and chance(.12):
        statement["supersedes"] = [rng.choice(earlier)]
    if chance(.1):
        statement["caveat"] = ["subject to parliament"]
    if chance(.1):
        statement["addressee"] = rng.choice(words.states)
    if chance(.1):
        statement["x_note"] = "kept and ignored"


def draw_statement(rng, words, claims, number, earlier):
    first = {1: "requirement", 2: "pledge", 3: "pledge"}.get(number, "pledge")
    kind = first if number < 4 and rng.random() < .7 else rng.choice(KINDS)
    statement = {"id": f"S{number:02d}", "kind": kind}
    speaker = rng.choice(words.states + words.persons + words.others)
    statement["speaker"] = rng.sample(words.states, 2) if rng.random() < .06 else speaker
    if rng.random() < .12:
        statement["holder"] = rng.choice(words.states)
    twins = [entry for entry in earlier if entry["kind"] == kind and "claim" in entry]
    if twins and rng.random() < .12:
        twin = rng.choice(twins)
        statement.update({key: twin[key] for key in ("speaker", "holder", "claim", "if") if key in twin})
    elif rng.random() > .03:
        statement["claim"] = claims.of_kind(kind)
        if rng.random() < (.3 if kind == "pledge" else .08) and kind not in ("refusal", "red_line"):
            statement["if"] = claims.condition()
    add_dates(rng, words, statement)
    add_marks(rng, words, statement, [entry["id"] for entry in earlier])
    return statement


def draw_assumptions(rng, words, claims):
    found = []
    for n in range(rng.choice([0, 1, 1, 2, 3])):
        claim = f"if {claims.atom()} then {claims.atom()}" if rng.random() < .75 else claims.mixed(1)
        entry = {"id": f"A{n + 1}", "claim": claim, "reason": {"en": "The analyst says so", "de": "Der Analyst sagt es"}}
        if rng.random() < .25:
            entry["enabled"] = rng.random() < .2
        found.append(entry)
    if rng.random() < .06:
        atom = claims.atom()
        found.append({"id": f"A{len(found) + 1}", "claim": atom})
        found.append({"id": f"A{len(found) + 1}", "claim": f"not {atom}"})
    return found


def draw_rules(rng, words, case):
    """Counting rules; a rule respects only what plainly sets measures to zero."""
    view = View(case)
    zeros = [entry["id"] for entry in case.statements.values() if "claim" in entry and supply.zero_measures(view, entry)]
    found = []
    for n in range(rng.choice([0, 1, 2, 2, 3])):
        rule = {"id": "all_quantified" if rng.random() < .14 and n == 0 else f"rule_{n}"}
        if rng.random() < .6:
            rule["states_from"] = rng.choice(STATES[:2] + STATES)
        if words.roles and rng.random() < .5:
            rule["roles_excluded"] = rng.sample(words.roles, 1)
        if rng.random() < .4:
            rule["credibility_to"] = rng.randrange(2, 6)
        if zeros and rng.random() < .6:
            rule["respect"] = rng.sample(zeros, rng.choice([1, min(2, len(zeros))]))
        if rng.random() < .3 and not any("default" in other for other in found):
            rule["default"] = True
        found.append(rule)
    return found


def unspoken(text):
    """Whether a case touches a combination of pledges of which the normative page does not speak."""
    case = Case(text)
    for valid in DATES_ASKED:
        view = View(case, valid)
        view.statements = list(case.statements.values())
        if any(case.is_group(actor) and len(case.flattened(actor, valid)) < 2 for actor in case.actors):
            return True
        offers = [offer for entry in view.of_kind("pledge") for offer in supply.of_pledge(view, entry)]
        for n, one in enumerate(offers):
            for other in offers[n + 1:]:
                same = one.measure == other.measure
                if same and (one.statement is other.statement or one.by != other.by):
                    return True
        if any(odd_overlap(case, [o for o in offers if o.measure.capability == name]) for name in case.capabilities):
            return True
    return False


def odd_overlap(case, offers):
    """Whether lines overlap other than as total and part, or as one single pair of totals that share members."""
    measures = list(dict.fromkeys(offer.measure for offer in offers))
    pairs = [(one, other) for n, one in enumerate(measures) for other in measures[n + 1:]
             if supply.overlapping(case, one, other)
             and not supply.inside(case, one, other) and not supply.inside(case, other, one)]
    if not pairs:
        return False
    (one, other), *more = pairs
    nested = any(supply.inside(case, part, whole) for part in (one, other) for whole in measures if whole != part)
    return bool(more) or nested or len(one.actors) < 2 or len(other.actors) < 2 or len(one.actors & other.actors) == 0


def forget_what_is_later(statement, case):
    """Nothing supersedes what is said after it: that would be a fault of the case."""
    said = case.said_from(statement)
    if any(case.said_from(case.statements[other]) > said for other in statement.get("supersedes", [])):
        del statement["supersedes"]


def attempt(rng, seed):
    """One draw of a case, or None if its groups do not fit; pledges that do not fit are drawn again."""
    words = Words(rng)
    claims = Claims(words)
    head = {"id": f"random-{seed}", "reference_date": REFERENCE}
    if rng.random() < .8:
        head["about_percent"] = rng.choice([20, 25, 34, 50])
    tables = {"case": [head], **words.tables, "statement": [], "assumption": [], "counting_rule": []}
    if unspoken(written(tables)):
        return None
    count = rng.choice([7, 8, 9, 10, 11, 12])
    while len(tables["statement"]) < count:
        fresh = draw_statement(rng, words, claims, len(tables["statement"]) + 1, tables["statement"])
        tables["statement"].append(fresh)
        forget_what_is_later(fresh, Case(written(tables)))
        if fresh["kind"] == "pledge" and unspoken(written(tables)):
            tables["statement"].pop()
    tables["assumption"] = draw_assumptions(rng, words, claims)
    tables["counting_rule"] = draw_rules(rng, words, Case(written(tables)))
    return written(tables)


def random_case(seed):
    """The text of the case of a seed; always the same for the same seed."""
    tries = 0
    while True:
        text = attempt(random.Random(f"{seed}:{tries}"), seed)
        if text is not None:
            return text
        tries += 1


if __name__ == "__main__":
    sys.stdout.write(random_case(int(sys.argv[1])))
