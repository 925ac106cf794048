// See provenance_facts.h.
#include "analysis/provenance_facts.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"
#include "model/likelihood.h"

namespace surety {
namespace {

// Gathers the fields that are there.
class Gathering {
 public:
  Gathering& add(std::string key, std::string text) {
    if (!text.empty()) facts_.emplace_back(std::move(key), std::move(text));
    return *this;
  }
  Gathering& add(std::string key, const std::vector<std::string>& list) {
    return add(std::move(key), joined(list, ", "));
  }
  Gathering& add(const std::string& key, const Texts& texts) {
    for (const auto& [language, text] : texts) add(language.empty() ? key : key + "." + language, text);
    return *this;
  }
  Gathering& add(std::string key, const std::optional<Date>& day) {
    return day ? add(std::move(key), day->iso()) : *this;
  }
  Gathering& add(std::string key, const std::optional<double>& number) {
    return number ? add(std::move(key), fmt::format("{}", *number)) : *this;
  }
  Gathering& add(std::string key, const std::optional<std::int64_t>& number) {
    return number ? add(std::move(key), std::to_string(*number)) : *this;
  }
  Gathering& add(std::string key, const std::optional<DateRange>& range);
  Gathering& add(std::string key, const std::optional<WrittenClaim>& claim) {
    return claim ? add(std::move(key), print_claim(claim->claim)) : *this;
  }
  Gathering& add_yes(std::string key, bool yes) { return yes ? add(std::move(key), "true") : *this; }
  Facts facts() { return std::move(facts_); }

 private:
  Facts facts_;
};

std::string range_text(const DateRange& range) {
  const std::string from = range.from ? range.from->iso() : "", to = range.to ? range.to->iso() : "";
  return from == to ? from : from + "/" + to;
}

Gathering& Gathering::add(std::string key, const std::optional<DateRange>& range) {
  return range ? add(std::move(key), range_text(*range)) : *this;
}

std::string likelihood_fact(ProbabilityRange range) {
  if (range.low() == range.high()) return fmt::format("{}", range.low());
  return fmt::format("{}..{}", range.low(), range.high());
}

std::string chain_text(const std::vector<ChainLink>& chain) {
  std::vector<std::string> links;
  for (const ChainLink& link : chain) links.push_back(link.date ? link.id + "@" + link.date->iso() : link.id);
  return joined(links, " > ");
}

std::string members_text(const std::vector<Membership>& memberships) {
  std::vector<std::string> texts;
  for (const Membership& one : memberships) {
    const std::string when = range_text(one.when);
    texts.push_back(when.empty() ? one.other : one.other + "@" + when);
  }
  std::ranges::sort(texts);  // the order of members says nothing
  return joined(texts, ", ");
}

Facts actor_facts(const Actor& a) {
  Gathering g;
  g.add("kind", std::string(word(a.kind))).add("name", a.name).add("iso3", a.iso3);
  g.add("acts_for", a.acts_for).add("member_of", members_text(a.member_of));
  g.add("members", members_text(a.members));
  if (a.unnamed_unknown)
    g.add("unnamed_members", std::string("unknown"));
  else
    g.add("unnamed_members", a.unnamed_members);
  return g.add("population", a.population).add("gdp", a.gdp).add("forces", a.forces).facts();
}

Facts source_facts(const Source& s) {
  Gathering g;
  g.add("outlet", s.outlet).add("date", s.date).add("language", s.language).add("url", s.url);
  g.add("sha256", s.sha256).add("author", s.author).add("name", s.name);
  if (s.reliability != 0) g.add("reliability", std::string(1, s.reliability));
  return g.facts();
}

Facts issue_facts(const Issue& i) {
  Gathering g;
  g.add("options", i.options).add("name", i.name);
  if (i.scale) g.add("scale", fmt::format("{}..{}", i.scale->first, i.scale->second));
  if (!i.ordered) g.add("ordered", std::string("false"));
  return g.facts();
}

Facts capability_facts(const Capability& c) {
  Gathering g;
  g.add("name", c.name).add("unit", c.unit).add_yes("money", c.money).add_yes("closed", c.closed);
  return g.facts();
}

Facts rule_facts(const CountingRule& r) {
  Gathering g;
  g.add("name", r.name).add("states_from", std::string(word(r.states_from)));
  g.add("roles_excluded", r.roles_excluded).add("credibility_to", std::to_string(r.credibility_to));
  g.add("respect", r.respect).add_yes("default", r.is_default);
  return g.facts();
}

Facts rotation_facts(const Rotation& r) {
  Gathering g;
  g.add("name", r.name).add("tour_months", r.tour_months).add("interval_months", r.interval_months);
  return g.add("ratio", r.ratio).add("source", r.source).facts();
}

Facts burden_facts(const BurdenKey& b) {
  Gathering g;
  g.add("name", b.name).add("source", b.source);
  for (const auto& [actor, share] : b.shares) g.add("shares." + actor, std::optional(share));
  return g.facts();
}

Facts named_facts(const Texts& name) { return Gathering().add("name", name).facts(); }

Facts chance_facts(const Texts& name, ProbabilityRange likelihood) {
  return Gathering().add("name", name).add("likelihood", likelihood_fact(likelihood)).facts();
}

Facts place_facts(const LocationPlace& p) {
  return Gathering().add("name", p.name).add("within", p.within).facts();
}

Facts rate_facts(const ExchangeRate& r) {
  return Gathering().add("rate", r.rate).add("date", r.date).add("source", r.source).facts();
}

Facts case_facts(const Case& c) {
  Gathering g;
  g.add("reference_date", c.reference_date).add("title", c.title);
  return g.add("about_percent", std::to_string(c.about_percent)).facts();
}

}  // namespace

std::vector<FieldChange> changed_fields(const Facts& from, const Facts& to) {
  const auto text_of = [](const Facts& facts, const std::string& key) {
    const auto at = std::ranges::find(facts, key, &Facts::value_type::first);
    return at == facts.end() ? std::string() : at->second;
  };
  std::vector<FieldChange> changes;
  for (const auto& [key, text] : from)
    if (std::string other = text_of(to, key); other != text) changes.push_back({key, text, std::move(other)});
  for (const auto& [key, text] : to)
    if (std::ranges::find(from, key, &Facts::value_type::first) == from.end())
      changes.push_back({key, "", text});
  return changes;
}

Facts content_facts(const Statement& s) {
  Gathering g;
  g.add("kind", std::string(word(s.kind))).add("speaker", s.speakers).add("holder", s.holders);
  g.add("addressee", s.addressees).add("chain", chain_text(s.chain)).add("said", s.said);
  g.add("effective", s.effective).add("claim", s.claim).add("if", s.condition);
  if (s.state) g.add("state", std::string(word(*s.state)));
  g.add("modality", s.modality).add_yes("goal", s.goal).add("supersedes", s.supersedes);
  g.add("gloss", s.gloss);
  for (const Texts& caveat : s.caveats) g.add("caveat", caveat);
  if (s.evidence) {
    g.add("evidence.source", s.evidence->source).add("evidence.start", s.evidence->start);
    g.add("evidence.end", s.evidence->end).add("evidence.quote", s.evidence->quote);
  }
  return g.add("note", s.note).facts();
}

Facts judgement_facts(const Case& c, const Statement& s) {
  Gathering g;
  g.add("likelihood", likelihood_fact(likelihood_of(c, s)));
  if (s.credibility) g.add("credibility", std::to_string(*s.credibility));
  return g.facts();
}

Facts assumption_facts(const Assumption& a) {
  return Gathering().add("claim", std::optional(a.claim)).add("reason", a.reason).facts();
}

std::vector<DeclaredWord> vocabulary_facts(const Case& c) {
  std::vector<DeclaredWord> words = {{"case", c.id, case_facts(c)}};
  for (const Actor& one : c.actors) words.push_back({"actor", one.id, actor_facts(one)});
  for (const LocationPlace& one : c.places) words.push_back({"place", one.id, place_facts(one)});
  for (const Role& one : c.roles) words.push_back({"role", one.id, named_facts(one.name)});
  for (const Capability& one : c.capabilities) words.push_back({"capability", one.id, capability_facts(one)});
  for (const Issue& one : c.issues) words.push_back({"issue", one.id, issue_facts(one)});
  for (const Factor& one : c.factors)
    words.push_back({"factor", one.id, chance_facts(one.name, one.likelihood)});
  for (const Source& one : c.sources) words.push_back({"source", one.id, source_facts(one)});
  for (const Modality& one : c.modalities)
    words.push_back({"modality", one.id, chance_facts(one.name, one.likelihood)});
  for (const CountingRule& one : c.counting_rules)
    words.push_back({"counting_rule", one.id, rule_facts(one)});
  for (const ExchangeRate& one : c.exchange_rates)
    words.push_back({"exchange_rate", "rate:" + one.from + "-" + one.to, rate_facts(one)});
  for (const Rotation& one : c.rotations) words.push_back({"rotation", one.id, rotation_facts(one)});
  for (const BurdenKey& one : c.burden_keys) words.push_back({"burden_key", one.id, burden_facts(one)});
  return words;
}

}  // namespace surety
