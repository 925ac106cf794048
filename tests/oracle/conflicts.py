"""All minimal conflicts and concessions of a view, and what they cost, by exhaustive reasoning (semantics 8 and 9)."""
import math
from fractions import Fraction

from situations import Budget, maximal_sets

GIVEN_UP = {"pledge", "refusal", "demand", "red_line", "condition", "position", "plan"}


def minimal_outside(names, largest):
    """The smallest sets of names that lie in none of the `largest` sets (bit masks over names).

    Such a set holds, for every largest set, something outside it; the sets are built up one largest set at a time.
    """
    found = {0}
    for whole in largest:
        inside = {mask for mask in found if mask & whole == mask}
        longer = {mask | 1 << i for mask in inside for i in range(len(names)) if not whole >> i & 1}
        found -= inside
        found |= {mask for mask in longer if not any(mask & other == other for other in found)}
        found = {mask for mask in found if not any(mask != other and mask & other == other for other in found)}
    in_order = sorted(found, key=lambda mask: (mask.bit_count(), [-(mask >> i & 1) for i in range(len(names))]))
    return [[names[i] for i in range(len(names)) if mask >> i & 1] for mask in in_order]


def firmness(case, name):
    """round(100 x middle of the likelihood) of a statement, halves up."""
    low, high = case.likelihood(case.statements[name])
    return math.floor(100 * (low + high) / 2 + Fraction(1, 2))


def once(claim):
    """A claim that only repeats itself ("a and a") says no more than its part."""
    if claim[0] in ("and", "or") and len(set(claim[1])) == 1:
        return claim[1][0]
    return claim


class Conflicts:
    """The conflicts and concessions of the current statements under the enabled assumptions."""

    def __init__(self, view):
        self.view, case = view, view.case
        spoken = [entry for entry in view.statements if "claim" in entry]
        self.claims = {entry["id"]: case.claim_of(entry) for entry in spoken}
        self.names = list(self.claims)
        hard = [case.claim_of(entry) for entry in view.assumptions]
        largest = maximal_sets(case, view.valid, hard, list(self.claims.values()), Budget())
        self.contradicting, self.conflicts, self.concessions = [], [], []
        if not largest:
            names = [entry["id"] for entry in view.assumptions]
            self.contradicting = minimal_outside(names, maximal_sets(case, view.valid, [], hard, Budget()))
            return
        whole = (1 << len(self.names)) - 1
        if whole not in largest:
            self.conflicts = minimal_outside(self.names, largest)
            self.concessions = [[name for i, name in enumerate(self.names) if not mask >> i & 1] for mask in largest]
            self.concessions.sort(key=lambda members: (self.price(members), len(members), sorted(members)))

    def price(self, members):
        """The sum of the members' firmness; equal claims of one holder count once, with the firmest."""
        events = {}
        for name in members:
            event = (self.view.case.holders(self.view.case.statements[name]), once(self.claims[name]))
            events[event] = max(events.get(event, 0), firmness(self.view.case, name))
        return sum(events.values())

    def tables(self):
        return {"conflicts": [{"members": members} for members in self.conflicts],
                "concessions": [{"members": members, "price": self.price(members)} for members in self.concessions],
                "contradicting_assumptions": [{"members": members} for members in self.contradicting]}
