"""Walks every situation that differs for the claims at hand and says which claims can be true together (semantics 4, 8).

Issues and factors are walked option by option. The amounts of a capability are walked unit by unit: a step adds one to
the lines of one class (lines that the same measures select), and a measure's value is not told apart above the largest
number that any atom names for it, plus one. Saturated sums of saturated sums are the saturated whole sums, so every
situation is reached; nothing is left out and the walk is finite.
"""
import claim_language

MOST_STEPS = 2_000_000


class TooLarge(Exception):
    """The walk would take too many steps."""


class Budget:
    """Counts steps and stops a walk that grows too large."""

    def __init__(self, most=MOST_STEPS):
        self.left = most

    def spend(self, steps):
        self.left -= steps
        if self.left < 0:
            raise TooLarge(f"more than {MOST_STEPS} steps")


def compare(sign, bounds, value):
    """Whether a number stands in the relation `sign` to the bounds."""
    if sign == "in":
        return bounds[0] <= value <= bounds[1]
    bound = bounds[0]
    return {"=": value == bound, "!=": value != bound, "<": value < bound, "<=": value <= bound,
            ">": value > bound, ">=": value >= bound}[sign]


def issue_truths(issue, found):
    """The sets of atoms on one issue that some choice makes true."""
    if "scale" in issue:
        choices, rank = range(issue["scale"][0], issue["scale"][1] + 1), lambda value: value
    else:
        choices, rank = range(len(issue["options"])), issue["options"].index
    return {frozenset(atom for atom in found if compare(atom[2], [rank(atom[3])], choice)) for choice in choices}


def measures_of(case, valid, atom):
    """The measures an atom speaks of, as (actors or None, place, role): one, or one for each actor."""
    actors = None if atom[3] is None else case.union(atom[3], valid)
    if atom[2]:
        return [(frozenset([actor]), atom[4], atom[5]) for actor in actors]
    return [(None if actors is None else frozenset(actors), atom[4], atom[5])]


def line_classes(case, capability, measures):
    """The sets of measures that select a common line, one set for each class of lines."""
    classes = set()
    for actor in case.line_actors(capability):
        for place in [*case.places, None]:
            for role in [*case.roles, None]:
                classes.add(frozenset(
                    measure for measure in measures
                    if (measure[0] is None or actor in measure[0]) and case.place_within(place, measure[1])
                    and measure[2] in (None, role)))
    return sorted((c for c in classes if c), key=lambda c: sorted(map(measures.index, c)))


def connected(measures, classes):
    """Measures that share lines, directly or through others, put together."""
    parts = [{measure} for measure in measures]
    for shared in classes:
        joined = set().union(*(part for part in parts if part & shared))
        parts = [part for part in parts if not part & shared] + [joined]
    return [[measure for measure in measures if measure in part] for part in parts]


def reachable(measures, classes, cells, budget):
    """All combinations of the cells that the measures' values can lie in; `cells[m][value]` is a measure's cell."""
    tops = [len(cells[measure]) - 1 for measure in measures]
    states, waiting = {(0,) * len(measures)}, [[measures.index(m) for m in c] for c in classes]
    done = set()
    while waiting:
        open_count = lambda c: min(sum(i in other for other in waiting) for i in c)
        steps = min(waiting, key=lambda c: (open_count(c), c))
        waiting.remove(steps)
        frontier = states
        while frontier:
            budget.spend(len(frontier))
            frontier = {tuple(min(value + 1, tops[i]) if i in steps else value for i, value in enumerate(state))
                        for state in frontier} - states
            states = states | frontier
        closed = [i for i in range(len(measures)) if i not in done and not any(i in c for c in waiting)]
        done.update(closed)
        states = {tuple(cells[measures[i]][value] if i in closed else value for i, value in enumerate(state))
                  for state in states}
    for i in range(len(measures)):
        if i not in done:
            states = {state[:i] + (cells[measures[i]][state[i]],) + state[i + 1:] for state in states}
    return states


def capability_truths(case, valid, capability, found, budget):
    """For each connected part of a capability's measures: its measures, their bounds, and the cells reached."""
    bounds = {}
    for atom in found:
        for measure in measures_of(case, valid, atom):
            bounds.setdefault(measure, []).append(case.bounds(atom))
    measures = list(bounds)
    cells = {}
    for measure, named in bounds.items():
        top = max(max(numbers) for _, numbers in named) + 1
        profiles = [tuple(compare(sign, numbers, value) for sign, numbers in named) for value in range(top + 1)]
        cells[measure] = [profiles.index(profile) for profile in profiles]
    classes = line_classes(case, capability, measures)
    for part in connected(measures, classes):
        inside = [c for c in classes if c <= set(part)]
        yield part, reachable(part, inside, cells, budget)


def single_truth(case, atom):
    """The test of one value against one atom; a cell is told by the smallest value in it."""
    sign, numbers = case.bounds(atom)
    return lambda value: compare(sign, numbers, value)


def parts_of_situation(case, valid, claims, budget):
    """Independent parts of a situation, each as (keys it decides, list of {key: true or false})."""
    found = list(dict.fromkeys(atom for claim in claims for atom in claim_language.atoms(claim)))
    for name, issue in case.issues.items():
        mine = [atom for atom in found if atom[0] == "issue" and atom[1] == name]
        if mine:
            yield mine, [{atom: atom in true for atom in mine} for true in issue_truths(issue, mine)]
    for atom in found:
        if atom[0] == "factor":
            yield [atom], [{atom: True}, {atom: False}]
    for capability in case.capabilities:
        mine = [atom for atom in found if atom[0] == "measure" and atom[1] == capability]
        if not mine:
            continue
        tests = [((atom, measure), measure, single_truth(case, atom))
                 for atom in mine for measure in measures_of(case, valid, atom)]
        for measures, states in capability_truths(case, valid, capability, mine, budget):
            inside = [(key, measures.index(measure), test) for key, measure, test in tests if measure in measures]
            outcomes = {tuple(test(state[i]) for _, i, test in inside) for state in states}
            keys = [key for key, _, _ in inside]
            yield keys, [dict(zip(keys, outcome)) for outcome in outcomes]


def keys_of(case, valid, claim):
    """Everything that has to be decided before a claim is true or false."""
    keys = []
    for atom in claim_language.atoms(claim):
        keys.extend([(atom, m) for m in measures_of(case, valid, atom)] if atom[0] == "measure" else [atom])
    return keys


def largest_of(masks):
    """The masks that no other mask contains."""
    kept = []
    for mask in sorted(masks, key=int.bit_count, reverse=True):
        if not any(mask & other == mask for other in kept):
            kept.append(mask)
    return kept


def undominated(states):
    """Of the half-walked situations that leave the same open, those that make the largest sets of claims true."""
    by_open = {}
    for bits, mask in states:
        by_open.setdefault(bits, set()).add(mask)
    return [(bits, mask) for bits, masks in by_open.items() for mask in largest_of(masks)]


def maximal_sets(case, valid, hard, soft, budget):
    """The largest sets of soft claims (as bit masks) that fit together with the hard ones; none if the hard ones clash."""
    claims = list(hard) + list(soft)
    needs = [set(keys_of(case, valid, claim)) for claim in claims]
    parts = sorted(parts_of_situation(case, valid, claims, budget), key=lambda part: len(part[1]))
    number = {key: i for i, key in enumerate(dict.fromkeys(key for keys, _ in parts for key in keys))}
    known, waiting, states = set(), set(range(len(claims))), [(0, 0)]

    own = {atom: [number[key] for key in keys_of(case, valid, atom)] for claim in claims
           for atom in claim_language.atoms(claim)}

    def true_in(claim, bits):
        return claim_language.holds(claim, lambda atom: all(bits >> n & 1 for n in own[atom]))

    for keys, outcomes in [((), [{}]), *parts]:
        known.update(keys)
        ready = [i for i in waiting if needs[i] <= known]
        waiting.difference_update(ready)
        keep = sum(1 << number[key] for key in set().union(*(needs[i] for i in waiting)) & known)
        choices = [sum(1 << number[key] for key, yes in outcome.items() if yes) for outcome in outcomes]
        budget.spend(len(states) * len(choices) * (1 + len(ready)))
        verdicts, following = {}, set()
        for bits, mask in states:
            for choice in choices:
                now = bits | choice
                if now not in verdicts:
                    verdicts[now] = [true_in(claims[i], now) for i in ready]
                if all(verdicts[now][n] for n, i in enumerate(ready) if i < len(hard)):
                    gained = sum(1 << (i - len(hard)) for n, i in enumerate(ready) if i >= len(hard) and verdicts[now][n])
                    following.add((now & keep, mask | gained))
        states = undominated(following)
    return [mask for _, mask in states]
