// See case_toml_forms.h.
#include "exchange/case_toml_forms.h"

#include <array>

namespace surety {
namespace {

using Kind = TomlNode::Kind;
using enum Presence;

constexpr auto kMemberOfKeys = std::to_array<TableKey<Membership>>({
    {"group", required, member<&Membership::other>},
    {"from", optional,
     [](TomlReading& r, const TomlNode& n, Membership& m) { read_value(r, n, m.when.from); }},
    {"to", optional, [](TomlReading& r, const TomlNode& n, Membership& m) { read_value(r, n, m.when.to); }},
});
constexpr auto kMembersKeys = std::to_array<TableKey<Membership>>({
    {"actor", required, member<&Membership::other>},
    {"from", optional,
     [](TomlReading& r, const TomlNode& n, Membership& m) { read_value(r, n, m.when.from); }},
    {"to", optional, [](TomlReading& r, const TomlNode& n, Membership& m) { read_value(r, n, m.when.to); }},
});
constexpr auto kChainLinkKeys = std::to_array<TableKey<ChainLink>>({
    {"id", required, member<&ChainLink::id>},
    {"date", optional, member<&ChainLink::date>},
});
constexpr auto kEvidenceKeys = std::to_array<TableKey<Evidence>>({
    {"source", required, member<&Evidence::source>},
    {"start", optional, member<&Evidence::start>},
    {"end", optional, member<&Evidence::end>},
    {"quote", optional, member<&Evidence::quote>},
});

// A list whose entries are ids or small tables.
template <class T>
std::vector<T> ids_or_tables(TomlReading& reading, const TomlNode& node, std::span<const TableKey<T>> keys,
                             const std::string& expected, std::string T::* id) {
  std::vector<T> list;
  if (node.kind != Kind::list) {
    reading.wrong_kind(node, "a list of ids or of " + expected);
    return list;
  }
  for (const TomlNode& entry : reading.children(node)) {
    T item;
    if constexpr (requires { item.at; }) item.at = reading.document().place(entry);
    if (entry.kind == Kind::text)
      item.*id = entry.text;
    else if (entry.kind == Kind::table)
      read_table<T>(reading, entry, expected, keys, item, nullptr);
    else
      reading.wrong_kind(entry, "an id or " + expected);
    list.push_back(std::move(item));
  }
  return list;
}

std::optional<int> admiralty_number(TomlReading& reading, const TomlNode& node) {
  if (node.kind != Kind::integer)
    reading.wrong_kind(node, "a whole number from 1 to 6");
  else if (node.integer < 1 || node.integer > 6)
    reading.fault(node, "'" + node.key + "' is " + std::to_string(node.integer),
                  "a whole number from 1 to 6");
  else
    return static_cast<int>(node.integer);
  return std::nullopt;
}

}  // namespace

void read_member_of(TomlReading& reading, const TomlNode& node, Actor& into) {
  into.member_of =
      ids_or_tables<Membership>(reading, node, kMemberOfKeys, "{ group, from, to }", &Membership::other);
}

void read_members(TomlReading& reading, const TomlNode& node, Actor& into) {
  into.members =
      ids_or_tables<Membership>(reading, node, kMembersKeys, "{ actor, from, to }", &Membership::other);
}

void read_unnamed_members(TomlReading& reading, const TomlNode& node, Actor& into) {
  if (node.kind == Kind::text && node.text == "unknown") {
    into.unnamed_members = 1;
    into.unnamed_unknown = true;
  } else if (node.kind != Kind::integer) {
    reading.wrong_kind(node, "a whole number or \"unknown\"");
  } else {
    read_value(reading, node, into.unnamed_members);
  }
}

void read_scale(TomlReading& reading, const TomlNode& node, Issue& into) {
  const std::string expected = "two whole numbers, such as [0, 100]";
  if (node.kind != Kind::list) return reading.wrong_kind(node, expected);
  const auto ends = reading.children(node);
  if (ends.size() != 2 || ends[0].kind != Kind::integer || ends[1].kind != Kind::integer)
    return reading.fault(node, "a scale has two ends, whole numbers", expected);
  if (ends[0].integer >= ends[1].integer)
    return reading.fault(node, "the scale begins at or above its end", "a low end below the high end");
  if (ends[0].integer < -kNumberMax || ends[1].integer > kNumberMax)
    return reading.fault(node, "the scale is larger than 10^15", "ends from -10^15 to 10^15");
  into.scale = {ends[0].integer, ends[1].integer};
}

void read_reliability(TomlReading& reading, const TomlNode& node, Source& into) {
  const std::string expected = R"(one of "A", "B", "C", "D", "E", "F")";
  if (node.kind != Kind::text) return reading.wrong_kind(node, expected);
  if (node.text.size() != 1 || node.text[0] < 'A' || node.text[0] > 'F')
    return reading.fault(node, "unknown reliability '" + quoted_for_message(node.text) + "'", expected);
  into.reliability = node.text[0];
}

void read_speaker(TomlReading& reading, const TomlNode& node, Statement& into) {
  read_one_or_list(reading, node, into.speakers);
}

void read_holder(TomlReading& reading, const TomlNode& node, Statement& into) {
  read_one_or_list(reading, node, into.holders);
}

void read_addressee(TomlReading& reading, const TomlNode& node, Statement& into) {
  read_one_or_list(reading, node, into.addressees);
}

void read_chain(TomlReading& reading, const TomlNode& node, Statement& into) {
  into.chain = ids_or_tables<ChainLink>(reading, node, kChainLinkKeys, "{ id, date }", &ChainLink::id);
}

void read_evidence(TomlReading& reading, const TomlNode& node, Statement& into) {
  if (node.kind != Kind::table) return reading.wrong_kind(node, "{ source, start, end, quote }");
  Evidence evidence;
  read_table<Evidence>(reading, node, "evidence", kEvidenceKeys, evidence, nullptr);
  into.evidence = std::move(evidence);
}

void read_said(TomlReading& reading, const TomlNode& node, Statement& into) {
  if (const auto when = date_or_range(reading, node))
    into.said = when->day ? DateRange{when->day, when->day} : when->range;
}

void read_effective(TomlReading& reading, const TomlNode& node, Statement& into) {
  if (const auto when = date_or_range(reading, node))
    into.effective = when->day ? DateRange{when->day, std::nullopt} : when->range;
}

void read_credibility(TomlReading& reading, const TomlNode& node, Statement& into) {
  into.credibility = admiralty_number(reading, node);
}

void read_credibility_to(TomlReading& reading, const TomlNode& node, CountingRule& into) {
  if (const auto number = admiralty_number(reading, node)) into.credibility_to = *number;
}

void read_rate(TomlReading& reading, const TomlNode& node, ExchangeRate& into) {
  if (node.kind == Kind::number || node.kind == Kind::integer)
    return reading.fault(node, "'rate' is a number without quotes",
                         "an exact decimal in quotes, such as \"1.1634\"");
  read_value(reading, node, into.rate);
}

void read_shares(TomlReading& reading, const TomlNode& node, BurdenKey& into) {
  if (node.kind != Kind::table) return reading.wrong_kind(node, "a table such as { FRA = 1.0, GBR = 0.8 }");
  for (const TomlNode& entry : reading.children(node)) {
    std::optional<double> share;
    if (entry.kind == Kind::table)
      reading.wrong_kind(entry, "a number (an id with a dot stands in quotes)");
    else
      read_value(reading, entry, share);
    if (share) into.shares[entry.key] = *share;
  }
}

}  // namespace surety
