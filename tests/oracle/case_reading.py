"""Reads a case file for the oracle: its vocabulary, groups, money, likelihoods and what is current (semantics 1-5)."""
import datetime
import tomllib
from fractions import Fraction

import claim_language

LONG_AGO = datetime.date.min
STATES = ["reported_option", "stated_willingness", "quantified_offer", "legally_committed", "earmarked", "ready", "deployed"]
ENDED = ["withdrawn", "expired"]
MODALITIES = {"insists": (".95", ".99"), "refuses": (".95", ".99"), "commits": (".80", ".95"), "is_sceptical": (".80", ".95"),
              "intends": (".55", ".95"), "is_ready": (".55", ".80"), "asserts": (".55", ".80"),
              "could_imagine": (".20", ".45"), "possibly": (".20", ".55")}


def span(value):
    """The two ends of a date or a { from, to }; a single date is the start of an open span."""
    if value is None:
        return None, None
    if isinstance(value, dict):
        return value.get("from"), value.get("to")
    return value, None


def ends(value):
    """The two ends of a likelihood that is a number or { low, high }."""
    if isinstance(value, dict):
        return Fraction(value["low"]), Fraction(value["high"])
    return Fraction(value), Fraction(value)


class Case:
    """The words and statements of one case file."""

    def __init__(self, text):
        raw = tomllib.loads(text, parse_float=Fraction)
        by_id = lambda table: {entry["id"]: entry for entry in raw.get(table, [])}
        self.id = raw["case"]["id"]
        self.reference = raw["case"]["reference_date"]
        self.about = Fraction(raw["case"].get("about_percent", 10))
        self.actors, self.places, self.roles = by_id("actor"), by_id("place"), by_id("role")
        self.capabilities, self.issues, self.factors = by_id("capability"), by_id("issue"), by_id("factor")
        self.sources, self.statements, self.assumptions = by_id("source"), by_id("statement"), by_id("assumption")
        self.rules = by_id("counting_rule")
        self.modalities = {name: (Fraction(low), Fraction(high)) for name, (low, high) in MODALITIES.items()}
        self.modalities.update({name: ends(entry["likelihood"]) for name, entry in by_id("modality").items()})
        self.rates = [(rate["from"], rate["to"], Fraction(rate["rate"])) for rate in raw.get("exchange_rate", [])]

    def parse(self, text):
        return claim_language.parse(text, self)

    def claim_of(self, entry):
        """The whole claim of a statement or an assumption, or None."""
        if "claim" not in entry:
            return None
        claim = self.parse(entry["claim"])
        return ("if", self.parse(entry["if"]), claim) if "if" in entry else claim

    # Actors and places

    def is_group(self, actor):
        return self.actors[actor]["kind"] == "group"

    def unnamed(self, group):
        count = self.actors[group].get("unnamed_members", 0)
        return [f"{group}#{number}" for number in range(1, (1 if count == "unknown" else count) + 1)]

    def direct_members(self, group, valid):
        """The declared members of a group on a date, from its own list and from the members' lists."""
        listed = [(entry if isinstance(entry, dict) else {"actor": entry}) for entry in self.actors[group].get("members", [])]
        for actor, entry in self.actors.items():
            for link in entry.get("member_of", []):
                link = link if isinstance(link, dict) else {"group": link}
                if link["group"] == group:
                    listed.append({**link, "actor": actor})
        on_date = [entry["actor"] for entry in listed
                   if entry.get("from", LONG_AGO) <= valid <= entry.get("to", datetime.date.max)]
        return list(dict.fromkeys(on_date))

    def flattened(self, actor, valid):
        """The actors of lines that an id stands for on a date."""
        if not self.is_group(actor):
            return [actor]
        found = []
        for member in self.direct_members(actor, valid):
            found.extend(self.flattened(member, valid))
        return list(dict.fromkeys(found + self.unnamed(actor)))

    def union(self, actors, valid):
        return list(dict.fromkeys(name for actor in actors for name in self.flattened(actor, valid)))

    def line_actors(self, capability):
        named = [actor for actor in self.actors if not self.is_group(actor)]
        unnamed = [name for actor in self.actors if self.is_group(actor) for name in self.unnamed(actor)]
        return named + unnamed + ([] if self.capabilities[capability].get("closed", False) else ["others"])

    def place_within(self, place, outer):
        """Whether a place (None: unspecified) lies in another (None: anywhere)."""
        while outer is not None and place is not None and place != outer:
            place = self.places[place].get("within")
        return outer is None or place == outer

    # Amounts

    def is_money(self, capability):
        return self.capabilities[capability].get("money", False)

    def rate(self, start, goal):
        """The exact rate along the shortest path of exchange rates."""
        reached, frontier = {start: Fraction(1)}, [start]
        while goal not in reached and frontier:
            fresh = []
            for here in frontier:
                for one, other, rate in self.rates:
                    for near, far, factor in ((one, other, rate), (other, one, 1 / rate)):
                        if near == here and far not in reached:
                            reached[far] = reached[here] * factor
                            fresh.append(far)
            frontier = fresh
        return reached[goal]

    def whole(self, capability, amount, unit=None):
        """An amount of a claim as a whole number: hundredths of `unit` (default: the capability's) for money."""
        number, written = amount
        if not self.is_money(capability):
            return int(number)
        own = self.capabilities[capability]["unit"]
        return round(number * 100 * self.rate(written or own, unit or own))

    def about_spread(self, number):
        return int(number * self.about // 100)

    def bounds(self, atom, unit=None):
        """The operator of a measure atom and its bounds as whole numbers; `about` becomes `in`."""
        numbers = [self.whole(atom[1], amount, unit) for amount in atom[7]]
        if atom[6] == "about":
            spread = self.about_spread(numbers[0])
            return "in", [numbers[0] - spread, numbers[0] + spread]
        return atom[6], numbers

    # Statements

    def said_from(self, statement):
        """The first day on which a statement counts as said; the earliest day of all when nothing tells."""
        if "said" in statement:
            return span(statement["said"])[0] or LONG_AGO
        dates = [link["date"] for link in statement.get("chain", []) if isinstance(link, dict) and "date" in link]
        if dates:
            return min(dates)
        source = self.source_of(statement)
        return source.get("date", LONG_AGO) if source else LONG_AGO

    def source_of(self, statement):
        if "evidence" in statement:
            return self.sources[statement["evidence"]["source"]]
        links = [link["id"] if isinstance(link, dict) else link for link in statement.get("chain", [])]
        sources = [link for link in links if link in self.sources]
        return self.sources[sources[-1]] if sources else None

    def likelihood(self, statement):
        if "likelihood" in statement:
            return ends(statement["likelihood"])
        return self.modalities.get(statement.get("modality"), (Fraction(".50"), Fraction(".80")))

    def holders(self, statement):
        if "holder" in statement:
            return (statement["holder"],)
        speakers = statement["speaker"] if isinstance(statement["speaker"], list) else [statement["speaker"]]
        return tuple(sorted({self.actors[speaker].get("acts_for", speaker) for speaker in speakers}))


class View:
    """What counts of a case on one date, with statements and assumptions switched on or off."""

    def __init__(self, case, valid=None, only=None, without=()):
        self.case, self.valid = case, valid or case.reference
        switched_on = lambda name: name not in without and (only is None or name in only)
        accepted = [entry for entry in case.statements.values()
                    if entry.get("status", "accepted") == "accepted" and switched_on(entry["id"])]
        said = [entry for entry in accepted if case.said_from(entry) <= self.valid]
        superseded = {name for entry in said for name in entry.get("supersedes", [])}
        self.statements = [entry for entry in said if entry["id"] not in superseded and self.stands(entry)]
        self.assumptions = [entry for entry in case.assumptions.values()
                            if entry.get("enabled", True) and switched_on(entry["id"])]

    def stands(self, statement):
        first, last = span(statement.get("effective"))
        return ((first or LONG_AGO) <= self.valid <= (last or datetime.date.max)
                and statement.get("state") not in ENDED)

    def of_kind(self, kind):
        return [entry for entry in self.statements if entry["kind"] == kind and "claim" in entry]

    def minus(self, names):
        """The same view after some of its statements have been given up; nothing comes back in their place."""
        rest = object.__new__(View)
        rest.case, rest.valid, rest.assumptions = self.case, self.valid, self.assumptions
        rest.statements = [entry for entry in self.statements if entry["id"] not in names]
        return rest
