// See case_toml_writer.h.
#include "exchange/case_toml_writer.h"

#include <cmath>
#include <cstdint>
#include <span>

#include "exchange/toml_document.h"

namespace surety {
namespace {

// Writes `key = value` lines; what is empty or missing is left out.
class TableWriter {
 public:
  explicit TableWriter(std::string& out) : out_(out) {}

  void header(std::string_view name) {
    if (!out_.empty()) out_ += '\n';
    out_ += name;
    out_ += '\n';
  }
  void literal(std::string_view key, std::string_view value) {
    out_ += toml_key(key);
    out_ += " = ";
    out_ += value;
    out_ += '\n';
  }
  void text(std::string_view key, std::string_view value) {
    if (!value.empty()) literal(key, toml_text(value));
  }
  void flag(std::string_view key, bool value, bool usual) {
    if (value != usual) literal(key, value ? "true" : "false");
  }
  void number(std::string_view key, const std::optional<double>& value) {
    if (value)
      literal(key, *value == std::trunc(*value) && std::abs(*value) < 1e15
                       ? std::to_string(static_cast<std::int64_t>(*value))
                       : toml_number(*value));
  }
  void date(std::string_view key, const std::optional<Date>& value) {
    if (value) literal(key, value->iso());
  }
  void texts(std::string_view key, const Texts& value) {
    if (!value.empty()) literal(key, texts_literal(value));
  }
  void ids(std::string_view key, const std::vector<std::string>& value) {
    if (!value.empty()) literal(key, list(value, [](const std::string& id) { return toml_text(id); }));
  }
  // One id as itself, several as a list.
  void one_or_list(std::string_view key, const std::vector<std::string>& value) {
    if (value.size() == 1)
      literal(key, toml_text(value.front()));
    else
      ids(key, value);
  }
  void claim(std::string_view key, const std::optional<WrittenClaim>& value) {
    if (value) text(key, print_claim(value->claim));
  }
  void likelihood(std::string_view key, const ProbabilityRange& range) {
    if (range.low() == range.high())
      literal(key, toml_number(range.low()));
    else
      literal(key, "{ low = " + toml_number(range.low()) + ", high = " + toml_number(range.high()) + " }");
  }
  void outside(const OutsideKeys& keys) {
    for (const auto& [key, value] : keys) literal(key, value);
  }

  template <class T, class F>
  static std::string list(const std::vector<T>& items, F item_literal) {
    std::string out = "[";
    for (const T& item : items) out += (out.size() > 1 ? ", " : "") + item_literal(item);
    return out + "]";
  }
  static std::string texts_literal(const Texts& value) {
    if (value.size() == 1 && value.begin()->first.empty()) return toml_text(value.begin()->second);
    std::string out = "{";
    for (const auto& [language, text] : value)
      out += (out.size() > 1 ? ", " : " ") + toml_key(language) + " = " + toml_text(text);
    return out + (value.empty() ? "}" : " }");
  }

 private:
  std::string& out_;
};

// `from = ..., to = ...`, as much of it as there is.
std::string ends_literal(const DateRange& range) {
  std::string out;
  if (range.from) out += "from = " + range.from->iso();
  if (range.to) out += (out.empty() ? "to = " : ", to = ") + range.to->iso();
  return out;
}

std::string memberships_literal(const std::vector<Membership>& memberships, const std::string& other) {
  return TableWriter::list(memberships, [&](const Membership& m) {
    const std::string ends = ends_literal(m.when);
    return ends.empty() ? toml_text(m.other) : "{ " + other + " = " + toml_text(m.other) + ", " + ends + " }";
  });
}

void write(TableWriter& out, const Actor& actor) {
  out.text("kind", word(actor.kind));
  out.texts("name", actor.name);
  out.text("iso3", actor.iso3);
  out.text("acts_for", actor.acts_for);
  if (!actor.member_of.empty()) out.literal("member_of", memberships_literal(actor.member_of, "group"));
  if (!actor.members.empty()) out.literal("members", memberships_literal(actor.members, "actor"));
  if (actor.unnamed_members)
    out.literal("unnamed_members",
                actor.unnamed_unknown ? "\"unknown\"" : std::to_string(*actor.unnamed_members));
  out.number("population", actor.population);
  out.number("gdp", actor.gdp);
  out.number("forces", actor.forces);
}

void write(TableWriter& out, const LocationPlace& place) {
  out.texts("name", place.name);
  out.text("within", place.within);
}

void write(TableWriter& out, const Role& role) { out.texts("name", role.name); }

void write(TableWriter& out, const Capability& capability) {
  out.texts("name", capability.name);
  out.text("unit", capability.unit);
  out.flag("money", capability.money, false);
  out.flag("closed", capability.closed, false);
}

void write(TableWriter& out, const Issue& issue) {
  out.ids("options", issue.options);
  if (issue.scale)
    out.literal("scale",
                "[" + std::to_string(issue.scale->first) + ", " + std::to_string(issue.scale->second) + "]");
  out.texts("name", issue.name);
  out.flag("ordered", issue.ordered, true);
}

void write(TableWriter& out, const Factor& factor) {
  out.likelihood("likelihood", factor.likelihood);
  out.texts("name", factor.name);
}

void write(TableWriter& out, const Source& source) {
  out.text("outlet", source.outlet);
  out.date("date", source.date);
  out.text("language", source.language);
  out.text("url", source.url);
  out.text("sha256", source.sha256);
  out.text("author", source.author);
  if (source.reliability != 0) out.text("reliability", std::string(1, source.reliability));
  out.texts("name", source.name);
}

void write(TableWriter& out, const Modality& modality) {
  out.likelihood("likelihood", modality.likelihood);
  out.texts("name", modality.name);
}

std::string evidence_literal(const Evidence& evidence) {
  std::string out = "{ source = " + toml_text(evidence.source);
  if (evidence.start) out += ", start = " + std::to_string(*evidence.start);
  if (evidence.end) out += ", end = " + std::to_string(*evidence.end);
  if (!evidence.quote.empty()) out += ", quote = " + toml_text(evidence.quote);
  return out + " }";
}

void write_dates(TableWriter& out, const Statement& s) {
  if (s.said && s.said->from && s.said->from == s.said->to)
    out.date("said", s.said->from);
  else if (s.said && *s.said != DateRange{})
    out.literal("said", "{ " + ends_literal(*s.said) + " }");
  if (s.effective && s.effective->from && !s.effective->to)
    out.date("effective", s.effective->from);
  else if (s.effective && *s.effective != DateRange{})
    out.literal("effective", "{ " + ends_literal(*s.effective) + " }");
}

void write(TableWriter& out, const Statement& s) {
  out.text("kind", word(s.kind));
  out.one_or_list("speaker", s.speakers);
  if (!s.chain.empty())
    out.literal("chain", TableWriter::list(s.chain, [](const ChainLink& link) {
                  return link.date ? "{ id = " + toml_text(link.id) + ", date = " + link.date->iso() + " }"
                                   : toml_text(link.id);
                }));
  if (s.evidence) out.literal("evidence", evidence_literal(*s.evidence));
  out.claim("claim", s.claim);
  out.claim("if", s.condition);
  out.one_or_list("holder", s.holders);
  out.one_or_list("addressee", s.addressees);
  write_dates(out, s);
  if (s.state) out.text("state", word(*s.state));
  out.text("modality", s.modality);
  if (s.likelihood) out.likelihood("likelihood", *s.likelihood);
  if (s.credibility) out.literal("credibility", std::to_string(*s.credibility));
  if (!s.caveats.empty()) out.literal("caveat", TableWriter::list(s.caveats, TableWriter::texts_literal));
  out.flag("goal", s.goal, false);
  out.ids("supersedes", s.supersedes);
  out.texts("gloss", s.gloss);
  if (s.status != StatementStatus::accepted) out.text("status", word(s.status));
  out.texts("note", s.note);
}

void write(TableWriter& out, const Assumption& assumption) {
  out.claim("claim", assumption.claim);
  out.texts("reason", assumption.reason);
  out.flag("enabled", assumption.enabled, true);
}

void write(TableWriter& out, const CountingRule& rule) {
  out.texts("name", rule.name);
  if (rule.states_from != PledgeState::quantified_offer) out.text("states_from", word(rule.states_from));
  out.ids("roles_excluded", rule.roles_excluded);
  if (rule.credibility_to != 6) out.literal("credibility_to", std::to_string(rule.credibility_to));
  out.ids("respect", rule.respect);
  out.flag("default", rule.is_default, false);
}

void write(TableWriter& out, const ExchangeRate& rate) {
  out.text("from", rate.from);
  out.text("to", rate.to);
  out.text("rate", rate.rate);
  out.date("date", rate.date);
  out.text("source", rate.source);
}

void write(TableWriter& out, const Rotation& rotation) {
  out.texts("name", rotation.name);
  out.number("tour_months", rotation.tour_months);
  out.number("interval_months", rotation.interval_months);
  out.number("ratio", rotation.ratio);
  out.text("source", rotation.source);
}

void write(TableWriter& out, const BurdenKey& key) {
  std::string shares = "{";
  for (const auto& [actor, share] : key.shares)
    shares += (shares.size() > 1 ? ", " : " ") + toml_key(actor) + " = " + toml_number(share);
  out.literal("shares", shares + (key.shares.empty() ? "}" : " }"));
  out.text("source", key.source);
  out.texts("name", key.name);
}

template <class T>
void write_entries(TableWriter& out, std::string_view name, const std::vector<T>& entries) {
  for (const T& entry : entries) {
    out.header("[[" + std::string(name) + "]]");
    if constexpr (requires { entry.id; }) out.literal("id", toml_text(entry.id));
    write(out, entry);
    out.outside(entry.outside);
  }
}

}  // namespace

std::string case_toml(const Case& c) {
  std::string text;
  TableWriter out(text);
  out.outside(c.beside);  // before the first table, or they would belong to it
  out.header("[case]");
  out.literal("id", toml_text(c.id));
  out.date("reference_date", c.reference_date);
  out.texts("title", c.title);
  if (c.about_percent != 10) out.literal("about_percent", std::to_string(c.about_percent));
  out.outside(c.outside);
  write_entries(out, "actor", c.actors);
  write_entries(out, "place", c.places);
  write_entries(out, "role", c.roles);
  write_entries(out, "capability", c.capabilities);
  write_entries(out, "issue", c.issues);
  write_entries(out, "factor", c.factors);
  write_entries(out, "source", c.sources);
  write_entries(out, "modality", c.modalities);
  write_entries(out, "statement", c.statements);
  write_entries(out, "assumption", c.assumptions);
  write_entries(out, "counting_rule", c.counting_rules);
  write_entries(out, "exchange_rate", c.exchange_rates);
  write_entries(out, "rotation", c.rotations);
  write_entries(out, "burden_key", c.burden_keys);
  return text;
}

}  // namespace surety
