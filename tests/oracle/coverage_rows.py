"""The coverage tables of a view: rules, contributions and needs, with P(met) by walking all worlds (semantics 7)."""
from fractions import Fraction
from itertools import product

import claim_language
import contributions as supply
import readings
from case_reading import STATES, ends
from situations import Budget, compare

BUILT_IN = "all_quantified"


def rules_of(case):
    """The counting rules in the order of the case, the built-in one last unless the case has its own."""
    rules = list(case.rules.values())
    return rules if BUILT_IN in case.rules else rules + [{"id": BUILT_IN}]


def default_rule(case):
    marked = [rule for rule in case.rules.values() if rule.get("default", False)]
    return (marked + rules_of(case))[0]


class Counting:
    """What a counting rule counts in a view."""

    def __init__(self, view, rule):
        self.view, self.rule, self.case = view, rule, view.case
        respected = [entry for entry in view.statements if entry["id"] in rule.get("respect", [])]
        self.zeros = [measure for entry in respected for measure in supply.zero_measures(view, entry)]

    def statement_counts(self, statement):
        """State and credibility of a pledge."""
        state = STATES.index(supply.state_of(self.case, statement))
        return (state >= STATES.index(self.rule.get("states_from", "quantified_offer"))
                and statement.get("credibility", 6) <= self.rule.get("credibility_to", 6))

    def line_counts(self, measure, needed):
        """Role, place and respect of what lies on a measure."""
        return (supply.inside(self.case, measure, needed) and measure.role not in (self.rule.get("roles_excluded", []))
                and not any(supply.inside(self.case, measure, zero) for zero in self.zeros))

    def counts(self, offer, needed):
        return (not offer.unquantified and self.statement_counts(offer.statement)
                and self.line_counts(offer.measure, needed))

    def lines(self, offers, needed):
        """The lines to add up, and the test of which of them count."""
        if readings.SIFTED_FIRST == "everything":
            return supply.lines_of(self.case, [o for o in offers if self.counts(o, needed)]), lambda line: True
        if readings.SIFTED_FIRST == "statement":
            chosen = [o for o in offers if self.statement_counts(o.statement)]
            return supply.lines_of(self.case, chosen), lambda line: self.line_counts(line.measure, needed)
        return supply.lines_of(self.case, offers), lambda line: self.counts(line.best, needed)


def required(case, atom):
    """What an atom of a requirement needs, in hundredths of its own unit for money; None if it bounds nothing below."""
    sign, number = atom[6], case.whole(atom[1], atom[7][0], atom[7][0][1])
    if sign == "about":
        return number - case.about_spread(number)
    return {">=": number, "=": number, "in": number, ">": number + 1}.get(sign)


def presence_only(case, capability):
    return "unit" not in case.capabilities[capability]


def requirement_atoms(view):
    """The atoms of requirements that make a row, as (statement, atom)."""
    for statement in view.of_kind("requirement"):
        for atom in claim_language.asserted_measures(view.case.claim_of(statement), through_or=False):
            if required(view.case, atom) is not None:
                yield statement, atom


def measures_needed(view, atom):
    """The measure of a requirement, or one for each actor of a `by each`."""
    if not atom[2]:
        return [supply.measure_of(view, atom)]
    return [supply.measure_of(view, atom, [name]) for name in view.case.union(atom[3], view.valid)]


class Worlds:
    """P(met) of one requirement and rule: every choice of pledges that hold, factors that happen and amounts."""

    def __init__(self, case, lines, counts, need, budget):
        self.case, self.need, self.budget, self.all = case, need, budget, lines
        counted = [line for line in lines if counts(line)]
        self.lines = [line for line in lines if line in counted
                      or any(supply.contains(case, total, line) for total in counted)]
        self.counts = counts
        self.statements = list({line.best.statement["id"]: line.best.statement for line in self.lines}.values())
        conditions = [c for line in self.lines for c in line.best.conditions]
        self.factors = list(dict.fromkeys(atom[1] for c in conditions for atom in claim_language.atoms(c) if atom[0] == "factor"))
        self.clusters = self.connected()
        self.known = {}

    def connected(self):
        """Lines whose sums hang together, in clusters that can be walked apart."""
        linked = supply.clashing_totals(self.case, self.lines)
        linked += [(a, b) for a in self.lines for b in self.lines if supply.contains(self.case, a, b)]
        clusters = [[line] for line in self.lines]
        for one, other in linked:
            joined = [line for cluster in clusters if one in cluster or other in cluster for line in cluster]
            clusters = [c for c in clusters if one not in c and other not in c] + [joined]
        return [[line for line in self.lines if line in cluster] for cluster in clusters]

    def cluster_sums(self, n, present, high):
        """How many of the equally weighted amounts of a cluster's present lines give each sum."""
        cluster = self.clusters[n]
        key = (n, tuple(id(line) in present for line in cluster), high)
        if key not in self.known:
            spreads = [line.best.spread if id(line) in present else [(None, 1)] for line in cluster]
            self.budget.spend(len(cluster) * len(list(product(*spreads))))
            sums = {}
            for choice in product(*spreads):
                value = dict(zip(map(id, cluster), (amount for amount, _ in choice)))
                added = supply.remainders(self.case, cluster, lambda line: value[id(line)], self.counts, high)
                weight = 1
                for _, share in choice:
                    weight *= share
                total = supply.summed(self.case, cluster, added, self.counts, high)
                sums[total] = sums.get(total, 0) + weight
            self.known[key] = sums
        return self.known[key]

    def met_with(self, present, high):
        """The probability that the amounts of the present lines meet the need."""
        sums = {0: 1}
        for n in range(len(self.clusters)):
            joined = {}
            for one, weight in sums.items():
                for other, share in self.cluster_sums(n, present, high).items():
                    joined[one + other] = joined.get(one + other, 0) + weight * share
            sums = joined
        whole = sum(sums.values())
        return Fraction(sum(weight for total, weight in sums.items() if total >= self.need), whole)

    def condition_met(self, condition, happens, high):
        if any(atom[0] != "factor" for atom in claim_language.atoms(condition)):
            return high
        return claim_language.holds(condition, lambda atom: happens[atom[1]])

    def worlds(self, high):
        """Every choice of what holds and happens, as (truths, P(met) in it)."""
        known = {}
        for truths in product((True, False), repeat=len(self.statements) + len(self.factors)):
            hold = {s["id"]: truth for s, truth in zip(self.statements, truths)}
            happens = dict(zip(self.factors, truths[len(self.statements):]))
            present = frozenset(id(line) for line in self.lines if hold[line.best.statement["id"]]
                                and all(self.condition_met(c, happens, high) for c in line.best.conditions))
            if present not in known:
                known[present] = self.met_with(present, high)
            yield truths, known[present]

    def corners(self, high):
        """P(met) at every corner of the likelihood ranges."""
        ranges = [self.case.likelihood(s) for s in self.statements]
        ranges += [ends(self.case.factors[name]["likelihood"]) for name in self.factors]
        worlds = list(self.worlds(high))
        choices = [sorted(set(span)) for span in ranges]
        count = 1
        for choice in choices:
            count *= len(choice)
        self.budget.spend(count * len(worlds))
        for corner in product(*choices):
            total = 0
            weights = [Fraction(1)]
            for chance in corner:
                weights = [w * p for w in weights for p in (chance, 1 - chance)]
            for weight, (_, met) in zip(weights, worlds):
                total += weight * met
            yield total


def number(case, capability, amount):
    """A whole amount as it is printed: hundredths of money as decimals."""
    return amount / 100 if case.is_money(capability) and amount is not None else amount


def presence_row(row, view, statement, atom, needed):
    """The row of a requirement that something be there at all."""
    offers = [o for o in supply.contributions(view, atom[1]) if supply.inside(view.case, o.measure, needed)]
    empty = None if readings.PRESENCE_IS_ALL_NULL else 0
    row.update(counted_min=empty, counted_max=empty, required=None, share_min=None, share_max=None, gap_min=empty,
               gap_max=empty, met_low=None, met_high=None, lacking=not offers)
    return row


def rule_row(view, statement, atom, needed, rule, chances=True, budget=None):
    """One row of table `rules`, with the marker `lacking` that the ways out read."""
    case, row = view.case, {"requirement": statement["id"], "rule": rule["id"]}
    if presence_only(case, atom[1]):
        return presence_row(row, view, statement, atom, needed)
    need, unit = required(case, atom), atom[7][0][1] if case.is_money(atom[1]) else None
    counting = Counting(view, rule)
    lines, counts = counting.lines(supply.contributions(view, atom[1], unit), needed)
    low, high = supply.sums(case, lines, counts)
    show = lambda amount: number(case, atom[1], amount)
    row.update(counted_min=show(low), counted_max=show(high), required=show(need),
               share_min=Fraction(low, need) if need else None, share_max=Fraction(high, need) if need else None,
               gap_min=show(max(0, need - high)), gap_max=show(max(0, need - low)), lacking=need > low)
    if chances:
        worlds = Worlds(case, lines, counts, need, budget or Budget())
        row.update(met_low=min(worlds.corners(False)), met_high=max(worlds.corners(True)))
    return row


def rule_rows(view, rules, chances=True, budget=None):
    return [rule_row(view, statement, atom, needed, rule, chances, budget)
            for statement, atom in requirement_atoms(view)
            for needed in measures_needed(view, atom) for rule in rules]


def contribution_rows(view):
    """Table `contributions`: every contribution as its pledge states it."""
    case, rows = view.case, []
    needed = [measure for _, atom in requirement_atoms(view) for measure in measures_needed(view, atom)]
    for capability in case.capabilities:
        for offer in supply.contributions(view, capability):
            if not readings.COUNTED_BY_NEEDS_A_ROW:
                needed = [supply.Measure(capability, None, None, None)]
            counted = [rule["id"] for rule in rules_of(case)
                       if any(Counting(view, rule).counts(offer, measure) for measure in needed)]
            rows.append({"statement": offer.statement["id"], "capability": capability, "by": offer.by,
                         "place": offer.measure.place, "role": offer.measure.role,
                         "low": number(case, capability, offer.low), "high": number(case, capability, offer.high),
                         "unquantified": offer.unquantified, "state": supply.state_of(case, offer.statement),
                         "counted_by": counted})
    return rows


def need_rows(view):
    """Table `needs`: what demands ask for, with "none", "unquantified" or the sum of what is offered, low and high."""
    case, rows = view.case, []
    for statement in view.of_kind("demand"):
        for atom in claim_language.asserted_measures(case.claim_of(statement)):
            if readings.NEEDS_ASK_FOR_SOMETHING and compare(*case.bounds(atom), 0):
                continue
            offers = supply.contributions(view, atom[1])
            if all(offer.unquantified for offer in offers):
                says = "unquantified" if offers else "none"
            else:
                ends_of_sum = supply.sums(case, supply.lines_of(case, offers), lambda line: True)
                says = [number(case, atom[1], amount) for amount in ends_of_sum]
            rows.append({"statement": statement["id"], "capability": atom[1], "offers": says,
                         "offering": sorted({offer.statement["id"] for offer in offers})})
    return rows


def tables(view):
    rows = rule_rows(view, rules_of(view.case), budget=Budget())
    for row in rows:
        del row["lacking"]
    return {"rules": rows, "contributions": contribution_rows(view), "needs": need_rows(view)}
