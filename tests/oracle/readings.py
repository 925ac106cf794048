"""Readings of the normative page where it leaves a choice; the oracle follows them, so that one line turns each over."""

# What a counting rule sifts before disputes and totals with their parts are worked out.
# "statement": state and credibility first; role, place and respect afterwards, on what each line adds.
# "nothing": everything afterwards (a dispute stands or falls with its best source).
# "everything": all of it first, as if what is not counted had not been said.
SIFTED_FIRST = "statement"

# Whether a presence-only requirement has null for counted_min, counted_max, gap_min and gap_max as well.
PRESENCE_IS_ALL_NULL = True

# Whether a demand that nothing satisfies by being absent only (`= 0`, `<= n`, `< n`) is no need.
NEEDS_ASK_FOR_SOMETHING = True

# Whether a contribution of the table is "counted by" a rule only if some requirement's row counts it.
COUNTED_BY_NEEDS_A_ROW = True
