"""What the current pledges supply: contributions, refusals, disputes, totals and their parts (semantics 6)."""
from dataclasses import dataclass, field

import claim_language


@dataclass(frozen=True)
class Measure:
    """The lines that somebody speaks of: a capability, its actors (None: all), a place and a role (None: any)."""
    capability: str
    actors: frozenset
    place: str
    role: str


@dataclass(eq=False)
class Contribution:
    """One measure atom of a pledge, or one member's share of a `by each`; numbers are whole (hundredths of money)."""
    statement: dict
    by: list
    measure: Measure
    low: int = None
    high: int = None
    spread: list = field(default_factory=list)
    conditions: list = field(default_factory=list)

    @property
    def unquantified(self):
        return self.low is None


@dataclass(eq=False)
class Line:
    """All the counted reports on one measure, read as one: the ends of the dispute and the best source's spread."""
    measure: Measure
    low: int
    high: int
    best: Contribution
    reports: list


def measure_of(view, atom, actors=None):
    names = actors if actors is not None else atom[3]
    return Measure(atom[1], None if names is None else frozenset(view.case.union(names, view.valid)), atom[4], atom[5])


def inside(case, part, whole):
    """Whether every line of `part` is a line of `whole`; an unspecified place or role is inside an absent one only."""
    return (part.capability == whole.capability
            and (whole.actors is None or (part.actors is not None and part.actors <= whole.actors))
            and case.place_within(part.place, whole.place) and whole.role in (None, part.role))


def overlapping(case, one, other):
    """Whether two measures have a line in common."""
    places = [None, *case.places]
    return (one.capability == other.capability
            and (one.actors is None or other.actors is None or bool(one.actors & other.actors))
            and any(case.place_within(p, one.place) and case.place_within(p, other.place) for p in places)
            and (one.role is None or other.role is None or one.role == other.role))


def amounts(case, atom, unit):
    """Low, high and spread (amount, weight) of a pledge's atom; all empty for an unquantified one."""
    sign = atom[6]
    numbers = [case.whole(atom[1], amount, unit) for amount in atom[7]]
    if sign == "about":
        spread = case.about_spread(numbers[0])
        return numbers[0], numbers[0], [(numbers[0] + step, spread + 1 - abs(step)) for step in range(-spread, spread + 1)]
    if sign == ">" and numbers[0] == 0:
        return None, None, []
    low, high = {"=": lambda n: (n, n), ">=": lambda n: (n, n), ">": lambda n: (n + 1, n + 1),
                 "<=": lambda n: (0, n), "<": lambda n: (0, n - 1)}.get(sign, lambda n: (n, numbers[-1]))(numbers[0])
    return low, high, [(amount, 1) for amount in range(low, high + 1)]


def of_pledge(view, statement, unit=None):
    """The contributions of one pledge, its money in hundredths of `unit` (default: the capability's)."""
    conditions, parts = claim_language.conditions_and_parts(view.case.claim_of(statement))
    found = []
    for atom in parts:
        low, high, spread = amounts(view.case, atom, unit)
        voices = [[name] for name in view.case.union(atom[3], view.valid)] if atom[2] else [list(atom[3] or [])]
        for voice in voices:
            actors = frozenset(voice) if atom[2] else measure_of(view, atom).actors
            measure = Measure(atom[1], actors, atom[4], atom[5])
            found.append(Contribution(statement, voice, measure, low, high, spread, conditions))
    return found


def zero_measures(view, statement):
    """The measures that a claim sets to zero, if it is a plain conjunction of `measure = 0`; else nothing."""
    conditions, parts = claim_language.conditions_and_parts(view.case.claim_of(statement))
    plain = all(part[0] == "measure" and part[6] == "=" and part[7][0][0] == 0 for part in parts)
    return [measure_of(view, part) for part in parts] if plain and not conditions else []


def contributions(view, capability, unit=None):
    """The contributions to a capability that no later refusal removes, in the order of the case."""
    case, kept = view.case, []
    refusals = [(case.said_from(entry), measure) for entry in view.of_kind("refusal") for measure in zero_measures(view, entry)]
    for statement in view.of_kind("pledge"):
        said = case.said_from(statement)
        for offer in of_pledge(view, statement, unit):
            removed = any(later > said and inside(case, offer.measure, zero) for later, zero in refusals)
            if offer.measure.capability == capability and not removed:
                kept.append(offer)
    return kept


def state_of(case, statement):
    """The state of a pledge, by default from whether its claim bounds an amount."""
    if statement["kind"] != "pledge":
        return statement.get("state")
    _, parts = claim_language.conditions_and_parts(case.claim_of(statement))
    bounded = any(not (atom[6] == ">" and atom[7][0][0] == 0) for atom in parts)
    return statement.get("state", "quantified_offer" if bounded else "stated_willingness")


def quality(case, statement):
    """Sorts the best source first: reliability, credibility, the latest said, the id."""
    source = case.source_of(statement) or {}
    return (source.get("reliability", "G"), statement.get("credibility", 6),
            -case.said_from(statement).toordinal(), statement["id"])


def lines_of(case, offers):
    """Quantified contributions put together by measure, parts before the totals that contain them."""
    together = {}
    for offer in offers:
        if not offer.unquantified:
            together.setdefault(offer.measure, []).append(offer)
    lines = [Line(measure, min(o.low for o in reports), max(o.high for o in reports),
                  min(reports, key=lambda o: quality(case, o.statement)), reports)
             for measure, reports in together.items()]
    return sorted(lines, key=lambda line: sum(contains(case, line, other) for other in lines))


def contains(case, total, part):
    """Whether one line is a total of which the other is a part."""
    return total.measure != part.measure and inside(case, part.measure, total.measure)


def remainders(case, lines, value, counts, add_pairs):
    """What each line adds to its parts when `value(line)` is its amount (None: not there); `lines` as from lines_of."""
    added = []
    for n, line in enumerate(lines):
        amount = value(line)
        parts = [m for m in range(n) if contains(case, line, lines[m])]
        left_out = sum(added[m] for m in parts if not counts(lines[m]))
        together = summed(case, [lines[m] for m in parts], [added[m] for m in parts], counts, add_pairs)
        added.append(0 if amount is None else max(0, amount - left_out - together))
    return added


def clashing_totals(case, lines):
    """Pairs of totals of several actors that share members and lines, neither containing the other."""
    several = [line for line in lines if line.measure.actors is None or len(line.measure.actors) > 1]
    return [(one, other) for n, one in enumerate(several) for other in several[n + 1:]
            if overlapping(case, one.measure, other.measure)
            and not contains(case, one, other) and not contains(case, other, one)]


def summed(case, lines, added, counts, add_pairs):
    """The sum over counted lines; of two totals that clash only the larger counts unless `add_pairs`."""
    amount = {id(line): added[n] for n, line in enumerate(lines) if counts(line)}
    total = sum(amount.values())
    if not add_pairs:
        for one, other in clashing_totals(case, lines):
            if id(one) in amount and id(other) in amount:
                total -= min(amount[id(one)], amount[id(other)])
    return total


def sums(case, lines, counts):
    """The smallest and the largest sum over the lines that count, every pledge holding."""
    low = summed(case, lines, remainders(case, lines, lambda line: line.low, counts, False), counts, False)
    high = summed(case, lines, remainders(case, lines, lambda line: line.high, counts, True), counts, True)
    return min(low, high), max(low, high)  # a part that does not count can turn the ends of its total round
