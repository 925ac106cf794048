// Which statements are asked for: the options that `statements` and `timeline` share.
#pragma once
#include <expected>
#include <span>
#include <string>
#include <vector>

#include "base/search_text.h"
#include "commands/command.h"
#include "model/standing.h"

namespace surety {

// --find --actor --holder --kind --capability --issue --source --credibility --provenance --current
std::span<const OptionRow> filter_options();

// Values of one option are alternatives; every option that is given must fit. Empty: everything passes.
struct StatementFilter {
  SearchedText find{""};
  std::vector<std::string> actors, holders, kinds, capabilities, issues, sources, provenance;
  std::vector<int> credibility;
  bool current = false;

  bool narrows() const;  // whether anything was asked for
  bool finds(std::string_view text) const { return find.found_in(text); }
};

// Refuses words that the case does not have, with a near one.
std::expected<StatementFilter, Faults> requested_filter(const Request& request, const Case& c);

// Indices of the statements that fit, rising.
std::vector<int> matching(const Standing& standing, const StatementFilter& filter);

// Ids of the assumptions that fit, the unnamed members of groups among them, in declared order. They are
// found by text, capability and issue; where a speaker, a kind or a source is asked for, none fits.
std::vector<std::string> matching_assumptions(const Standing& standing, const StatementFilter& filter);

}  // namespace surety
