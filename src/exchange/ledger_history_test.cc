// The case as it was known on a day, against a naive model of histories that keeps everything in memory.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "base/random.h"
#include "exchange/ledger_case.h"
#include "exchange/ledger_check.h"
#include "exchange/ledger_entry.h"
#include "exchange/ndjson.h"
#include "ledger/ledger_folder_test.h"
#include "model/standing.h"

namespace surety {
namespace {

constexpr std::uint64_t kSeed = 20250821;
constexpr int kHistories = 500;

std::string day_text(int day) {
  const std::string number = std::to_string(day);
  return "2025-03-" + (number.size() < 2 ? "0" + number : number);
}
Date day(int number) { return *Date::parse(day_text(number)); }

// What a statement says, as far as the model has to know it.
struct Said {
  std::optional<int> said;  // nothing: only its source knows
  std::optional<int> from, to;
  std::string speaker = "A", status = "accepted";
  bool withdrawn = false;
  int likelihood = 50;  // per cent
  std::set<std::string> supersedes;
};

struct Step {
  enum class Kind { add, correct, decide, judge, retract } kind = Kind::add;
  int recorded = 1;  // a day
  std::string id, analyst;
  Said content;
  bool accept = false;
  int likelihood = 0;
  std::int64_t target = 0;  // of a retraction
};

// A statement as the model has it.
struct Modelled {
  Said content;
  std::string status;
  std::map<std::string, int> judged;
};

constexpr int kSourceDay = 9;            // of the source that knows when something was said
constexpr std::int64_t kVocabulary = 4;  // records before the first step

int said_day(const Said& s) { return s.said.value_or(kSourceDay); }

// Applies all steps known on a day, retractions first, and nothing cleverer than that.
std::map<std::string, Modelled> known_on(const std::vector<Step>& steps, int known) {
  std::set<std::size_t> back;
  for (std::size_t i = steps.size(); i-- > 0;)
    if (steps[i].recorded <= known && steps[i].kind == Step::Kind::retract && !back.contains(i))
      back.insert(static_cast<std::size_t>(steps[i].target - kVocabulary - 1));
  std::map<std::string, Modelled> statements;
  for (std::size_t i = 0; i < steps.size() && steps[i].recorded <= known; ++i) {
    const Step& step = steps[i];
    if (back.contains(i)) continue;
    if (step.kind == Step::Kind::add) statements[step.id] = {step.content, step.content.status, {}};
  }
  for (std::size_t i = 0; i < steps.size() && steps[i].recorded <= known; ++i) {
    const Step& step = steps[i];
    const auto at = statements.find(step.id);
    if (back.contains(i) || at == statements.end()) continue;
    if (step.kind == Step::Kind::correct) at->second.content = step.content;
    if (step.kind == Step::Kind::judge) at->second.judged[step.analyst] = step.likelihood;
  }
  for (auto& [id, statement] : statements) statement.status = statement.content.status;
  for (std::size_t i = 0; i < steps.size() && steps[i].recorded <= known; ++i) {
    const auto at = statements.find(steps[i].id);
    if (!back.contains(i) && at != statements.end() && steps[i].kind == Step::Kind::decide)
      at->second.status = steps[i].accept ? "accepted" : "rejected";
  }
  return statements;
}

std::set<std::string> current_in(const std::map<std::string, Modelled>& statements, int valid) {
  std::set<std::string> current;
  for (const auto& [id, s] : statements) {
    bool is = s.status == "accepted" && !s.content.withdrawn && said_day(s.content) <= valid &&
              s.content.from.value_or(0) <= valid && valid <= s.content.to.value_or(99);
    for (const auto& [other, t] : statements)
      if (t.content.supersedes.contains(id) && t.status == "accepted" && said_day(t.content) <= valid)
        is = false;
    if (is) current.insert(id);
  }
  return current;
}

Statement statement_of(const std::string& id, const Said& s) {
  Statement statement;
  statement.id = id;
  statement.kind = StatementKind::position;
  statement.speakers = {s.speaker};
  statement.chain = {{"page", std::nullopt}};
  if (s.said) statement.said = DateRange{day(*s.said), day(*s.said)};
  if (s.from || s.to) {
    statement.effective = DateRange{};
    if (s.from) statement.effective->from = day(*s.from);
    if (s.to) statement.effective->to = day(*s.to);
  }
  if (s.withdrawn) statement.state = PledgeState::withdrawn;
  statement.status = *value_of_word<StatementStatus>(s.status);
  statement.likelihood = ProbabilityRange::exactly(s.likelihood / 100., s.likelihood / 100.);
  statement.supersedes = {s.supersedes.begin(), s.supersedes.end()};
  return statement;
}

Case vocabulary() {
  Case c;
  c.id = "history";
  c.reference_date = day(28);
  for (const char* id : {"A", "B"}) {
    Actor actor;
    actor.id = id;
    c.actors.push_back(actor);
  }
  Source page;
  page.id = "page";
  page.date = day(kSourceDay);
  c.sources.push_back(page);
  return c;
}

DeclaredEntry entry_of(const std::string& id, const Said& s) {
  Case c;
  c.statements.push_back(statement_of(id, s));
  return declared_entries(c).front();
}

// Draws steps that a ledger may refuse, and keeps those that it takes.
class History {
 public:
  History(std::uint64_t seed, const std::string& path) : random_(seed) {
    REQUIRE(create_ledger(path));
    auto opened = open_ledger(path, LedgerAccess::write);
    REQUIRE(opened);
    ledger_ = *std::move(opened);
    auto writing = begin(1);
    for (const DeclaredEntry& entry : declared_entries(vocabulary()))
      REQUIRE(writing->append(entry.kind, entry.payload));
    REQUIRE(writing->commit());
    for (int day = 1; day <= 20 && steps.size() < 40;) {
      try_step(day);
      if (random_.chance(.4)) ++day;
    }
  }

  Ledger& ledger() { return *ledger_; }
  std::vector<Step> steps;
  int refused = 0;

 private:
  std::unique_ptr<LedgerWriting> begin(int day, const std::string& analyst = "anna") {
    auto writing = ledger_->begin_writing(analyst, day_text(day) + "T10:00:00Z");
    REQUIRE(writing);
    return *std::move(writing);
  }

  std::string any_id() { return ids_.empty() ? "S0" : ids_[random_.below(ids_.size())]; }

  Said any_content() {
    Said s;
    if (random_.chance(.8)) s.said = static_cast<int>(random_.between(1, 20));
    if (random_.chance(.3)) s.from = static_cast<int>(random_.between(1, 20));
    if (random_.chance(.3)) s.to = static_cast<int>(random_.between(s.from.value_or(1), 25));
    if (random_.chance(.3)) s.speaker = "B";
    if (random_.chance(.3)) s.status = random_.chance(.5) ? "proposed" : "rejected";
    s.withdrawn = random_.chance(.1);
    s.likelihood = static_cast<int>(random_.between(0, 100));
    for (int n = 0; n < 2; ++n)
      if (random_.chance(.4)) s.supersedes.insert(any_id());
    return s;
  }

  void try_step(int day) {
    Step step;
    step.recorded = day;
    step.analyst = random_.chance(.5) ? "anna" : "ben";
    const std::uint64_t draw = random_.below(10);
    std::string payload;
    RecordKind kind = RecordKind::statement;
    step.id = any_id();
    if (draw < 4 || ids_.empty()) {
      step.id = "S" + std::to_string(steps.size() + 1);
      step.content = any_content();
      payload = entry_of(step.id, step.content).payload;
    } else if (draw < 6) {
      step.kind = Step::Kind::correct;
      kind = RecordKind::correction;
      step.content = any_content();
      payload = correction_payload(entry_of(step.id, step.content), "read again");
    } else if (draw < 7) {
      step.kind = Step::Kind::decide;
      kind = RecordKind::decision;
      step.accept = random_.chance(.5);
      payload = std::string("{\"accept\":") + (step.accept ? "true" : "false") + ",\"statement\":\"" +
                step.id + "\"}";
    } else if (draw < 8) {
      step.kind = Step::Kind::judge;
      kind = RecordKind::judgement;
      step.likelihood = static_cast<int>(random_.between(0, 1));
      payload = "{\"likelihood\":" + std::to_string(step.likelihood) + ",\"statement\":\"" + step.id + "\"}";
    } else {
      step.kind = Step::Kind::retract;
      kind = RecordKind::retraction;
      step.id = "";
      step.target = kVocabulary + 1 + static_cast<std::int64_t>(random_.below(steps.size()));
      payload = "{\"reason\":\"undone\",\"record\":" + std::to_string(step.target) + "}";
    }
    auto writing = begin(day, step.analyst);
    const auto appended = writing->append(kind, payload);
    const auto faults =
        appended ? check_all(*ledger_, "h", surety::day_of(writing->moment()), {}) : Result<Faults>();
    if (!appended || appended->already_there || !faults || !faults->empty() || !writing->commit()) {
      ++refused;
      return;
    }
    if (step.kind == Step::Kind::add) ids_.push_back(step.id);
    steps.push_back(step);
  }

  Random random_;
  std::unique_ptr<Ledger> ledger_;
  std::vector<std::string> ids_;
};

std::set<std::string> current_ids(const Case& c, Date valid) {
  std::set<std::string> ids;
  for (const int i : current_statements(c, valid)) ids.insert(c.statements[static_cast<std::size_t>(i)].id);
  return ids;
}

// Whether the day is one on which the ledger and the model agree about everything.
void compare(History& history, int known, int valid) {
  const auto model = known_on(history.steps, known);
  LedgerView view;
  view.known = day(known);
  view.analyst = "anna";
  const auto whole = case_of_ledger(history.ledger(), "h", view);
  REQUIRE(whole);
  CHECK(whole->c.statements.size() == model.size());
  for (const Statement& s : whole->c.statements) {
    REQUIRE(model.contains(s.id));
    const Modelled& m = model.at(s.id);
    CHECK(word(s.status) == m.status);
    const int likelihood = m.judged.contains("anna") ? 100 * m.judged.at("anna") : m.content.likelihood;
    CHECK(s.likelihood->low() == doctest::Approx(likelihood / 100.));
    CHECK(s.speakers.front() == m.content.speaker);
  }
  CHECK(current_ids(whole->c, day(valid)) == current_in(model, valid));
  view.current_on = day(valid);
  const auto narrow = case_of_ledger(history.ledger(), "h", view);
  REQUIRE(narrow);
  CHECK(current_ids(narrow->c, day(valid)) == current_in(model, valid));
  view.parties = {"B"};
  const auto theirs = case_of_ledger(history.ledger(), "h", view);
  REQUIRE(theirs);
  std::set<std::string> wanted, got;
  for (const std::string& id : current_in(model, valid))
    if (model.at(id).content.speaker == "B") wanted.insert(id);
  for (const std::string& id : current_ids(theirs->c, day(valid)))
    if (find_statement(theirs->c, id)->speakers.front() == "B") got.insert(id);
  CHECK(got == wanted);
}

std::string all_lines(Ledger& ledger) {
  std::string bytes;
  REQUIRE(write_ndjson(ledger, [&](std::string_view piece) {
    bytes += piece;
    return true;
  }));
  return bytes;
}

}  // namespace

TEST_CASE("what was known on a day is what a naive model says, in random histories") {
  INFO("seed " << kSeed);
  const LedgerFolder folder;
  Random random(kSeed);
  int refused = 0, taken = 0;
  for (int number = 0; number < kHistories; ++number) {
    INFO("history " << number);
    History history(kSeed + static_cast<std::uint64_t>(number), folder.path("h" + std::to_string(number)));
    refused += history.refused;
    taken += static_cast<int>(history.steps.size());
    for (int n = 0; n < 6; ++n)
      compare(history, static_cast<int>(random.between(1, 21)), static_cast<int>(random.between(1, 25)));
    const auto check = history.ledger().verify();
    REQUIRE(check);
    CHECK_MESSAGE(check->whole(), check->sentence);

    const std::string copy = folder.path("copy" + std::to_string(number));
    const std::string bytes = all_lines(history.ledger()), file = folder.file("lines", bytes);
    REQUIRE(create_ledger(copy));
    auto other = open_ledger(copy, LedgerAccess::write);
    REQUIRE(other);
    {
      auto writing = (*other)->begin_writing("carl", "2025-01-01T00:00:00Z");
      REQUIRE(writing);
      REQUIRE(take_ndjson(**other, **writing, file, [](std::int64_t) { return true; }));
      const auto head = (*writing)->commit();
      REQUIRE(head);
      CHECK(head->hash == check->head.hash);
    }
    CHECK(all_lines(**other) == bytes);
    CHECK((*other)->verify()->whole());
    folder.clear();
  }
  CHECK(refused > kHistories);  // the draws do try what is not allowed
  CHECK(taken > 10 * kHistories);
  MESSAGE(kHistories << " histories, " << taken << " records, " << refused << " refused, seed " << kSeed);
}

}  // namespace surety
