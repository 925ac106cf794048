// See case_toml_keys.h. A new key is one line in the list of its table.
#include "exchange/case_toml_keys.h"

#include <array>
#include <cstddef>

#include "exchange/case_toml_forms.h"

namespace surety {
namespace {

using enum Presence;

// clang-format off
// One key a line.
constexpr auto kCaseKeys = std::to_array<TableKey<Case>>({
    {"id", required, member<&Case::id>},
    {"reference_date", required, member<&Case::reference_date>},
    {"title", optional, member<&Case::title>},
    {"about_percent", optional, member<&Case::about_percent>},
});

constexpr auto kActorKeys = std::to_array<TableKey<Actor>>({
    {"id", required, member<&Actor::id>},
    {"kind", required, member<&Actor::kind>},
    {"name", optional, member<&Actor::name>},
    {"iso3", optional, member<&Actor::iso3>},
    {"acts_for", optional, member<&Actor::acts_for>},
    {"member_of", optional, read_member_of},
    {"members", optional, read_members},
    {"unnamed_members", optional, read_unnamed_members},
    {"population", optional, member<&Actor::population>},
    {"gdp", optional, member<&Actor::gdp>},
    {"forces", optional, member<&Actor::forces>},
});

constexpr auto kPlaceKeys = std::to_array<TableKey<LocationPlace>>({
    {"id", required, member<&LocationPlace::id>},
    {"name", optional, member<&LocationPlace::name>},
    {"within", optional, member<&LocationPlace::within>},
});

constexpr auto kRoleKeys = std::to_array<TableKey<Role>>({
    {"id", required, member<&Role::id>},
    {"name", optional, member<&Role::name>},
});

constexpr auto kCapabilityKeys = std::to_array<TableKey<Capability>>({
    {"id", required, member<&Capability::id>},
    {"name", optional, member<&Capability::name>},
    {"unit", optional, member<&Capability::unit>},
    {"money", optional, member<&Capability::money>},
    {"closed", optional, member<&Capability::closed>},
});

constexpr auto kIssueKeys = std::to_array<TableKey<Issue>>({
    {"id", required, member<&Issue::id>},
    {"options", optional, member<&Issue::options>},
    {"scale", optional, read_scale},
    {"name", optional, member<&Issue::name>},
    {"ordered", optional, member<&Issue::ordered>},
});

constexpr auto kFactorKeys = std::to_array<TableKey<Factor>>({
    {"id", required, member<&Factor::id>},
    {"likelihood", required, member<&Factor::likelihood>},
    {"name", optional, member<&Factor::name>},
});

constexpr auto kSourceKeys = std::to_array<TableKey<Source>>({
    {"id", required, member<&Source::id>},
    {"outlet", optional, member<&Source::outlet>},
    {"date", optional, member<&Source::date>},
    {"language", optional, member<&Source::language>},
    {"url", optional, member<&Source::url>},
    {"sha256", optional, member<&Source::sha256>},
    {"author", optional, member<&Source::author>},
    {"reliability", optional, read_reliability},
    {"name", optional, member<&Source::name>},
});

constexpr auto kModalityKeys = std::to_array<TableKey<Modality>>({
    {"id", required, member<&Modality::id>},
    {"likelihood", required, member<&Modality::likelihood>},
    {"name", optional, member<&Modality::name>},
});

constexpr auto kStatementKeys = std::to_array<TableKey<Statement>>({
    {"id", required, member<&Statement::id>},
    {"kind", required, member<&Statement::kind>},
    {"speaker", required, read_speaker},
    {"chain", optional, read_chain},
    {"evidence", optional, read_evidence},
    {"claim", optional, member<&Statement::claim>},
    {"if", optional, member<&Statement::condition>},
    {"holder", optional, read_holder},
    {"addressee", optional, read_addressee},
    {"said", optional, read_said},
    {"effective", optional, read_effective},
    {"state", optional, member<&Statement::state>},
    {"modality", optional, member<&Statement::modality>},
    {"likelihood", optional, member<&Statement::likelihood>},
    {"credibility", optional, read_credibility},
    {"caveat", optional, member<&Statement::caveats>},
    {"goal", optional, member<&Statement::goal>},
    {"supersedes", optional, member<&Statement::supersedes>},
    {"gloss", optional, member<&Statement::gloss>},
    {"status", optional, member<&Statement::status>},
    {"note", optional, member<&Statement::note>},
});

constexpr auto kAssumptionKeys = std::to_array<TableKey<Assumption>>({
    {"id", required, member<&Assumption::id>},
    {"claim", required, member<&Assumption::claim>},
    {"reason", optional, member<&Assumption::reason>},
    {"enabled", optional, member<&Assumption::enabled>},
});

constexpr auto kCountingRuleKeys = std::to_array<TableKey<CountingRule>>({
    {"id", required, member<&CountingRule::id>},
    {"name", optional, member<&CountingRule::name>},
    {"states_from", optional, member<&CountingRule::states_from>},
    {"roles_excluded", optional, member<&CountingRule::roles_excluded>},
    {"credibility_to", optional, read_credibility_to},
    {"respect", optional, member<&CountingRule::respect>},
    {"default", optional, member<&CountingRule::is_default>},
});

constexpr auto kExchangeRateKeys = std::to_array<TableKey<ExchangeRate>>({
    {"from", required, member<&ExchangeRate::from>},
    {"to", required, member<&ExchangeRate::to>},
    {"rate", required, read_rate},
    {"date", optional, member<&ExchangeRate::date>},
    {"source", optional, member<&ExchangeRate::source>},
});

constexpr auto kRotationKeys = std::to_array<TableKey<Rotation>>({
    {"id", required, member<&Rotation::id>},
    {"name", optional, member<&Rotation::name>},
    {"tour_months", optional, member<&Rotation::tour_months>},
    {"interval_months", optional, member<&Rotation::interval_months>},
    {"ratio", optional, member<&Rotation::ratio>},
    {"source", optional, member<&Rotation::source>},
});

constexpr auto kBurdenKeyKeys = std::to_array<TableKey<BurdenKey>>({
    {"id", required, member<&BurdenKey::id>},
    {"shares", required, read_shares},
    {"source", optional, member<&BurdenKey::source>},
    {"name", optional, member<&BurdenKey::name>},
});

// clang-format on

// Faulty entries are kept, so that whoever names them is not told that they do not exist.
template <class T, std::size_t n>
void read_entry(TomlReading& reading, const TomlNode& node, std::string_view name,
                const std::array<TableKey<T>, n>& keys, std::vector<T>& into) {
  T entry;
  entry.at = reading.document().place(node);
  read_table<T>(reading, node, "[[" + std::string(name) + "]]", keys, entry, &entry.outside);
  into.push_back(std::move(entry));
}

struct CaseTable {
  std::string_view name;
  void (*read)(TomlReading&, const TomlNode&, std::string_view, Case&);
};

// `entries<kActorKeys, &Case::actors>`: how one [[actor]] is read.
template <auto& keys, auto list>
void entries(TomlReading& reading, const TomlNode& node, std::string_view name, Case& into) {
  read_entry(reading, node, name, keys, into.*list);
}

constexpr auto kCaseTables = std::to_array<CaseTable>({
    {"actor", entries<kActorKeys, &Case::actors>},
    {"place", entries<kPlaceKeys, &Case::places>},
    {"role", entries<kRoleKeys, &Case::roles>},
    {"capability", entries<kCapabilityKeys, &Case::capabilities>},
    {"issue", entries<kIssueKeys, &Case::issues>},
    {"factor", entries<kFactorKeys, &Case::factors>},
    {"source", entries<kSourceKeys, &Case::sources>},
    {"modality", entries<kModalityKeys, &Case::modalities>},
    {"statement", entries<kStatementKeys, &Case::statements>},
    {"assumption", entries<kAssumptionKeys, &Case::assumptions>},
    {"counting_rule", entries<kCountingRuleKeys, &Case::counting_rules>},
    {"exchange_rate", entries<kExchangeRateKeys, &Case::exchange_rates>},
    {"rotation", entries<kRotationKeys, &Case::rotations>},
    {"burden_key", entries<kBurdenKeyKeys, &Case::burden_keys>},
});

}  // namespace

void read_case_head(TomlReading& reading, const TomlNode& node, Case& into) {
  into.at = reading.document().place(node);
  read_table<Case>(reading, node, "[case]", kCaseKeys, into, &into.outside);
}

bool read_case_entry(TomlReading& reading, std::string_view name, const TomlNode& node, Case& into) {
  for (const CaseTable& table : kCaseTables)
    if (table.name == name) {
      table.read(reading, node, name, into);
      return true;
    }
  return false;
}

const std::vector<std::string>& case_table_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all = {"case"};
    for (const CaseTable& table : kCaseTables) all.emplace_back(table.name);
    return all;
  }();
  return names;
}

}  // namespace surety
