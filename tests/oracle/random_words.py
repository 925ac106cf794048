"""Draws the vocabulary of a random case: actors, groups, places, capabilities, issues, factors, sources, money."""
import datetime

REFERENCE = datetime.date(2025, 6, 15)
EARLY = datetime.date(2025, 5, 1)
STATES_OF_THE_WORLD = ["FRA", "GBR", "DEU", "ITA", "USA", "RUS", "UKR", "POL"]


def day(rng, first=(2025, 3, 1), days=118):
    return datetime.date(*first) + datetime.timedelta(days=rng.randrange(days))


def name(rng, entry, text):
    """Gives an entry a name now and then."""
    if rng.random() < .25:
        entry["name"] = {"en": text, "de": text + " (de)"}
    return entry


def likelihood(rng):
    """One number, or two ends."""
    low, high = sorted(rng.choice(range(5, 100, 5)) / 100 for _ in range(2))
    if rng.random() < .08:
        return rng.choice([0.0, 1.0])
    return low if rng.random() < .4 or low == high else {"low": low, "high": high}


class Words:
    """The words of one random case, drawn in a fixed order from one random number generator."""

    def __init__(self, rng):
        self.rng = rng
        self.tables = {key: [] for key in ("actor", "place", "role", "capability", "issue", "factor", "source",
                                           "modality", "exchange_rate")}
        self.states = rng.sample(STATES_OF_THE_WORLD, rng.choice([2, 3, 3, 4]))
        self.groups, self.persons, self.others = [], [], []
        self.draw_actors()
        self.draw_groups()
        self.draw_places_and_roles()
        self.draw_capabilities()
        self.draw_issues_and_factors()
        self.draw_sources()
        self.heads = {entry["id"]: self.draw_heads(entry) for entry in self.tables["capability"]}

    def draw_actors(self):
        rng, actors = self.rng, self.tables["actor"]
        for state in self.states:
            actors.append(name(rng, {"id": state, "kind": "state", "iso3": state}, f"State {state}"))
        if rng.random() < .6:
            self.persons.append("p.first")
            actors.append(name(rng, {"id": "p.first", "kind": "person", "acts_for": self.states[0]}, "First person"))
        for kind, chance in (("organisation", .25), ("outlet", .2), ("anonymous", .2)):
            if rng.random() < chance:
                actors.append({"id": f"an_{kind}", "kind": kind})
                self.others.append(f"an_{kind}")

    def draw_groups(self):
        rng, actors = self.rng, self.tables["actor"]
        by_id = {entry["id"]: entry for entry in actors}
        if rng.random() < .75:
            pair = rng.sample(self.states, 2)
            group = {"id": "pact", "kind": "group", "members": list(pair)}
            if rng.random() < .35:
                moved = group["members"].pop()
                by_id[moved]["member_of"] = ["pact"]
                if rng.random() < .3:
                    group["members"].append(moved)
            elif rng.random() < .5:
                third = rng.choice(self.states)
                group["members"].append({"actor": third, **self.dated()})
            actors.append(name(rng, group, "The pact"))
            self.groups.append("pact")
        if rng.random() < .5:
            group = {"id": "many", "kind": "group", "members": rng.sample(self.states, rng.choice([1, 2]))}
            if self.groups and rng.random() < .75:
                if rng.random() < .5:
                    actors[-1]["member_of"] = ["many"]
                else:
                    group["members"].append("pact")
            if rng.random() < .6 or len(group["members"]) < 2:
                group["unnamed_members"] = rng.choice([1, 2, "unknown", "unknown"])
            elif rng.random() < .4:
                by_id[self.states[-1]].setdefault("member_of", []).append({"group": "many", **self.dated()})
            actors.append(group)
            self.groups.append("many")

    def dated(self):
        """The days of a membership: running, over, or not begun on the reference date."""
        return self.rng.choice([{"from": datetime.date(2024, 1, 1)}, {"to": datetime.date(2025, 5, 20)},
                                {"from": datetime.date(2025, 5, 20), "to": datetime.date(2025, 12, 31)},
                                {"from": datetime.date(2025, 7, 1)}])

    def draw_places_and_roles(self):
        rng = self.rng
        chain = rng.choice([[], ["UKR_LAND"], ["EUROPE", "UKR_LAND"], ["EUROPE", "UKR_LAND"], ["EUROPE", "UKR_LAND", "KYIV"]])
        for n, place in enumerate(chain):
            entry = {"id": place}
            if n and rng.random() < .85:
                entry["within"] = chain[n - 1]
            self.tables["place"].append(name(rng, entry, f"Place {place}"))
        for role in rng.choice([[], ["trainers"], ["trainers"], ["trainers", "combat"]]):
            self.tables["role"].append({"id": role})
        self.places, self.roles = chain, [entry["id"] for entry in self.tables["role"]]

    def draw_capabilities(self):
        rng, found = self.rng, self.tables["capability"]
        if rng.random() < .9:
            found.append(name(rng, {"id": "troops", "unit": "soldiers"}, "Troops"))
        if rng.random() < .45:
            found.append(name(rng, {"id": "jets"}, "Jets"))
        if rng.random() < .45 or not found:
            found.append({"id": "fund", "unit": "EUR", "money": True})
            rates = [{"from": "USD", "to": "EUR", "rate": rng.choice(["0.5", "0.9", "0.87"])},
                     {"from": "USD", "to": "GBP", "rate": rng.choice(["0.8", "0.75"])}]
            if rng.random() < .5:
                rates[0] = {"from": "EUR", "to": "USD", "rate": rng.choice(["2", "1.25", "1.1"])}
            self.tables["exchange_rate"] = rates[:rng.choice([1, 2])]
        for entry in found:
            if rng.random() < .3:
                entry["closed"] = True

    def currencies(self):
        return ["EUR", "USD", "GBP"][:1 + len(self.tables["exchange_rate"])]

    def draw_issues_and_factors(self):
        rng, issues = self.rng, self.tables["issue"]
        if rng.random() < .65:
            issues.append(name(rng, {"id": "us_role", "options": ["none", "minimal", "partial", "lead"][:rng.choice([3, 4])]},
                               "Role of the US"))
        if rng.random() < .45:
            issues.append({"id": "burden", "options": ["shared", "single", "pooled"], "ordered": False})
        if rng.random() < .35:
            issues.append({"id": "openness", "scale": [0, 100]})
        for factor in rng.choice([[], ["ceasefire"], ["ceasefire"], ["ceasefire", "vote.passed"]]):
            self.tables["factor"].append(name(rng, {"id": factor, "likelihood": likelihood(rng)}, "A factor"))
        self.factors = [entry["id"] for entry in self.tables["factor"]]

    def draw_sources(self):
        rng = self.rng
        for n in range(rng.choice([1, 2, 3])):
            entry = {"id": f"paper-{n}", "outlet": "A paper", "language": "en"}
            if rng.random() < .7:
                entry["date"] = day(rng)
            if rng.random() < .7:
                entry["reliability"] = rng.choice("ABCDEF")
            self.tables["source"].append(entry)
        if rng.random() < .4:
            self.tables["modality"].append({"id": "hints", "likelihood": {"low": .3, "high": .45}})
        if rng.random() < .2:
            self.tables["modality"].append({"id": "insists", "likelihood": rng.choice([.9, {"low": .85, "high": .94}])})
        self.sources = [entry["id"] for entry in self.tables["source"]]
        self.modalities = ["insists", "refuses", "commits", "is_sceptical", "intends", "is_ready", "asserts",
                           "could_imagine", "possibly"]
        self.modalities += ["hints"] if any(entry["id"] == "hints" for entry in self.tables["modality"]) else []

    def draw_by(self):
        """Whose amounts a measure adds up, never nobody's."""
        rng, draw = self.rng, self.rng.random()
        if self.groups and draw < .3:
            return f"by {rng.choice(self.groups)}"
        if self.groups and draw < .42:
            return f"by each {rng.choice(self.groups)}"
        if draw < .52:
            return "by " + " + ".join(rng.sample(self.states, 2))
        if self.others and draw < .55:
            return f"by {rng.choice(self.others)}"
        return f"by {rng.choice(self.states)}"

    def draw_heads(self, capability):
        """A few measures of a capability that the statements share, as lists of parts; the first is by one state."""
        rng, heads = self.rng, []
        several = {"troops": 5, "jets": 4, "fund": 3}[capability["id"]]
        for n in range(several):
            by = self.draw_by() if n else f"by {self.states[0]}"
            parts = [by] if n < several - 1 or rng.random() < .4 else []
            if self.places and rng.random() < (.35 if n else .2):
                parts.append(f"in {rng.choice(self.places)}")
            if self.roles and n and rng.random() < .3:
                parts.append(f"as {rng.choice(self.roles)}")
            if parts not in heads:
                heads.append(parts)
        if capability["id"] != "jets" and rng.random() < .6:
            heads = self.draw_family(several)
        return heads

    def draw_family(self, several):
        """Measures that contain one another: of a state, a part of it, a group of it; or two pairs that share a state."""
        rng, state = self.rng, self.states[0]
        if len(self.states) > 2 and rng.random() < .5:
            return [[f"by {state}"], [f"by {state} + {self.states[1]}"], [f"by {self.states[1]} + {self.states[2]}"]]
        group = rng.choice(self.groups) if self.groups else f"{state} + {self.states[1]}"
        special = [f"in {place}" for place in self.places] + [f"as {role}" for role in self.roles]
        family = [[f"by {state}"], [f"by {state}", rng.choice(special)] if special else [f"by {self.states[-1]}"],
                  [f"by {group}"], [f"by each {group}"] if self.groups else [f"by {self.states[1]}"]]
        return family[:several]
