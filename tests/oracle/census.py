"""Counts what the random cases of seeds 0..299 contain and fails if something is too rare: python3 census.py."""
import sys
from collections import Counter

import claim_language
import contributions as supply
import oracle
from case_reading import ENDED, STATES, Case, View
from conflicts import firmness
from random_case import random_case

SEEDS = range(300)
OFTEN = 20
CONFLICTS = 100
KINDS = ["pledge", "refusal", "demand", "red_line", "condition", "requirement", "position", "assessment", "plan", "event"]
SIGNS = ["=", "!=", "<", "<=", ">", ">="]
EXPECTED = ([f"kind {kind}" for kind in KINDS] + [f"state {state}" for state in STATES + ENDED]
            + [f"measure {sign}" for sign in SIGNS + ["in", "about"]] + [f"issue {sign}" for sign in SIGNS]
            + [f"pledge {sign}" for sign in ("=", "in", "about", "<=", "<", ">=", ">", "> 0", "by each")]
            + [f"claim {word}" for word in ("if", "or", "and", "not", "factor", "measure", "issue")]
            + [f"by {word}" for word in ("pact", "many", "each", "+", "nobody")]
            + [f"group {word}" for word in ("nested", "dated", "member_of", "number", "unknown")]
            + [f"in {place}" for place in ("EUROPE", "UKR_LAND", "KYIV")] + ["within"]
            + ["as trainers", "as combat", "factor ceasefire", "factor vote.passed", "other currency"]
            + [f"capability {word}" for word in ("unit", "presence", "money", "closed")]
            + [f"issue {word}" for word in ("ordered", "unordered", "scale")]
            + [f"rule {word}" for word in ("states_from", "roles_excluded", "credibility_to", "respect", "default",
                                           "all_quantified")]
            + [f"likelihood {word}" for word in ("number", "range", "modality", "none")]
            + [f"statement {word}" for word in ("proposed", "rejected", "supersedes", "goal", "effective", "holder",
                                                "without claim", "said later", "said open", "current", "superseded",
                                                "several speakers")]
            + [f"assumption {word}" for word in ("enabled", "disabled")]
            + [f"condition {word}" for word in ("of factors", "other")]
            + [f"supply {word}" for word in ("dispute", "part", "clashing totals", "refused", "refusal in vain",
                                             "counted", "unquantified")]
            + [f"answer {word}" for word in ("conflict", "if untrue", "loses goals", "every way", "no way", "price of equals",
                                             "need", "presence only", "met between", "met range", "lacking")])


def count_words(case, count):
    """Actors, places, capabilities, issues, rules and assumptions."""
    for actor, entry in case.actors.items():
        members = entry.get("members", [])
        count["group member_of"] += bool(entry.get("member_of"))
        count["group dated"] += sum(isinstance(link, dict) for link in members + entry.get("member_of", []))
        if case.is_group(actor):
            count["group nested"] += any(case.is_group(name) for name in case.direct_members(actor, case.reference))
            if "unnamed_members" in entry:
                count["group unknown" if entry["unnamed_members"] == "unknown" else "group number"] += 1
    count["within"] += sum("within" in entry for entry in case.places.values())
    for name, entry in case.capabilities.items():
        count["capability " + ("money" if case.is_money(name) else "unit" if "unit" in entry else "presence")] += 1
        count["capability closed"] += entry.get("closed", False)
    for entry in case.issues.values():
        count["issue " + ("scale" if "scale" in entry else "ordered" if entry.get("ordered", True) else "unordered")] += 1
    for rule in case.rules.values():
        count.update(f"rule {key}" for key in rule)
        count["rule all_quantified"] += rule["id"] == "all_quantified"
    count.update("assumption " + ("enabled" if entry.get("enabled", True) else "disabled") for entry in case.assumptions.values())


def count_atoms(claim, kind, count):
    """Operators and what measures name."""
    for atom in claim_language.atoms(claim):
        count[f"claim {atom[0]}"] += 1
        if atom[0] == "factor":
            count[f"factor {atom[1]}"] += 1
        if atom[0] == "issue":
            count[f"issue {atom[2]}"] += 1
        if atom[0] != "measure":
            continue
        count[f"measure {atom[6]}"] += 1
        count["by each"] += atom[2]
        count["by +"] += len(atom[3] or ()) > 1
        count.update(f"by {name}" for name in atom[3] or ("nobody",))
        count.update([f"in {atom[4]}", f"as {atom[5]}"])
        count["other currency"] += atom[7][0][1] in ("USD", "GBP")
        if kind == "pledge":
            count[f"pledge {atom[6]}" + (" 0" if atom[6] == ">" and not atom[7][0][0] else "")] += 1
            count["pledge by each"] += atom[2]


def words_of(claim):
    """Every connective in a claim, once each time it stands there."""
    if claim[0] in ("or", "and"):
        return [claim[0]] + [word for part in claim[1] for word in words_of(part)]
    return [claim[0]] + [w for part in claim[1:] for w in words_of(part)] if claim[0] in ("if", "not") else []


def count_statement(case, entry, current, count):
    count[f"kind {entry['kind']}"] += 1
    if entry["kind"] == "pledge" and "claim" in entry:
        count[f"state {supply.state_of(case, entry)}"] += 1
    count["statement " + entry.get("status", "accepted")] += 1
    count.update(f"statement {key}" for key in ("supersedes", "goal", "effective", "holder") if key in entry)
    count["statement without claim"] += "claim" not in entry
    count["statement several speakers"] += isinstance(entry["speaker"], list)
    count["statement said later"] += case.said_from(entry) > case.reference
    count["statement said open"] += entry.get("said", None) is None
    count["statement current"] += entry["id"] in current
    given = entry.get("likelihood", entry.get("modality"))
    count["likelihood " + ("none" if given is None else "modality" if isinstance(given, str) else
                           "range" if isinstance(given, dict) else "number")] += 1
    if "claim" in entry:
        claim = case.claim_of(entry)
        count_atoms(claim, entry["kind"], count)
        count.update(f"claim {word}" for word in words_of(claim))


def count_supply(view, count):
    """What happens to pledges: disputes, totals and parts, refusals."""
    case = view.case
    for entry in view.of_kind("pledge"):
        for condition in claim_language.conditions_and_parts(case.claim_of(entry))[0]:
            only_factors = all(atom[0] == "factor" for atom in claim_language.atoms(condition))
            count["condition " + ("of factors" if only_factors else "other")] += 1
    for capability in case.capabilities:
        offers = supply.contributions(view, capability)
        every = [o for entry in view.of_kind("pledge") for o in supply.of_pledge(view, entry)
                 if o.measure.capability == capability]
        count["supply refused"] += len(every) - len(offers)
        zeros = [zero for entry in view.of_kind("refusal") for zero in supply.zero_measures(view, entry)]
        count["supply refusal in vain"] += sum(any(supply.inside(case, o.measure, z) for z in zeros) for o in offers)
        count["supply unquantified"] += sum(offer.unquantified for offer in offers)
        lines = supply.lines_of(case, offers)
        count["supply dispute"] += sum(len(line.reports) > 1 for line in lines)
        count["supply part"] += sum(any(supply.contains(case, total, line) for total in lines) for line in lines)
        count["supply clashing totals"] += len(supply.clashing_totals(case, lines))


def count_answers(case, text, count):
    answers = {command: oracle.answer(text, command) for command in oracle.COMMANDS}
    count["answer skipped"] += any("skipped" in answer for answer in answers.values())
    rows = lambda command, table: answers[command]["tables"].get(table, {"rows": []})["rows"]
    count["answer conflict"] += bool(rows("conflict", "conflicts"))
    count["answer contradicting assumptions"] += bool(rows("conflict", "contradicting_assumptions"))
    for row in rows("assess", "ways_out"):
        count["answer if untrue"] += bool(row["if_untrue"])
        count["answer loses goals"] += not row["keeps_goals"]
        count["answer lacking"] += bool(row["lacking"])
        count["answer price of equals"] += row["price"] < sum(firmness(case, n) for n in row["members"])
    count["answer every way"] += len(rows("assess", "moves_in_every_way"))
    count["answer no way"] += len(rows("assess", "moves_in_no_way"))
    for row in rows("coverage", "rules"):
        count["answer presence only"] += row["required"] is None
        if row["met_low"] is not None:
            count["answer met between"] += 0 < row["met_high"] and row["met_low"] < 1
            count["answer met range"] += row["met_low"] < row["met_high"]
    count["supply counted"] += sum(bool(row["counted_by"]) for row in rows("coverage", "contributions"))
    count["answer need"] += len(rows("coverage", "needs"))


def census(seeds):
    """How often each thing occurs over the seeds."""
    count = Counter()
    for seed in seeds:
        text = random_case(seed)
        case = Case(text)
        view = View(case)
        current = {entry["id"] for entry in view.statements}
        superseded = {name for entry in view.statements for name in entry.get("supersedes", [])}
        count["statement superseded"] += len(superseded)
        count_words(case, count)
        for entry in case.statements.values():
            count_statement(case, entry, current, count)
        for entry in case.assumptions.values():
            count_atoms(case.claim_of(entry), "assumption", count)
        count_supply(view, count)
        count_answers(case, text, count)
    return count


def main():
    count = census(SEEDS)
    for thing in sorted(count, key=str):
        print(f"{count[thing]:6} {thing}")
    rare = [thing for thing in EXPECTED if count[thing] < OFTEN]
    rare += ["answer conflict"] if count["answer conflict"] < CONFLICTS else []
    for thing in rare:
        print(f"too rare: {thing} {count[thing]}")
    print(f"{len(SEEDS)} cases, {count['answer conflict']} with a conflict, {len(rare)} things too rare")
    return 1 if rare else 0


if __name__ == "__main__":
    sys.exit(main())
