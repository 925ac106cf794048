"""The ways out of a view's conflicts, their order and who moves in every one or in none (semantics 9)."""
import coverage_rows
from conflicts import GIVEN_UP, Conflicts


def coverage_left(view):
    """Shares of the worst-covered requirement and all requirements that lack something, by the default rule."""
    rows = coverage_rows.rule_rows(view, [coverage_rows.default_rule(view.case)], chances=False)
    shares = [(row["share_min"], row["share_max"]) for row in rows if row["share_min"] is not None]
    worst = min(shares) if shares else (None, None)
    lacking = list(dict.fromkeys(row["requirement"] for row in rows if row["lacking"]))
    return {"share_min": worst[0], "share_max": worst[1], "lacking": lacking}


def ways(view, found):
    """The ways out in their order."""
    statements, rows = view.case.statements, []
    for members in found.concessions:
        gives_up = [name for name in members if statements[name]["kind"] in GIVEN_UP]
        rows.append({"members": members, "gives_up": gives_up,
                     "if_untrue": [name for name in members if name not in gives_up],
                     "price": found.price(members),
                     "keeps_goals": not any(statements[name].get("goal", False) for name in members),
                     **coverage_left(view.minus(members))})
    rows.sort(key=lambda row: (not row["keeps_goals"], bool(row["if_untrue"]), row["price"],
                               len(row["members"]), sorted(row["members"])))
    return rows


def tables(view):
    found = Conflicts(view)
    rows = ways(view, found)
    considered = [row for row in rows if row["keeps_goals"]] or rows
    moved = [set(row["members"]) for row in considered]
    disputed = [name for name in found.names if any(name in members for members in found.conflicts)]
    every = [name for name in disputed if moved and all(name in members for members in moved)]
    none = [name for name in disputed if not any(name in members for members in moved)]
    return {"ways_out": rows, "moves_in_every_way": [{"statement": name} for name in every],
            "moves_in_no_way": [{"statement": name} for name in none]}
