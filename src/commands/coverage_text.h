// What `coverage` tells a reader: bars by counting rule, what is missing, what was asked for, how sure it is.
#pragma once
#include <vector>

#include "commands/command.h"
#include "commands/coverage_findings.h"

namespace surety {

// The whole page, in the language of the request.
std::vector<Block> coverage_blocks(const Standing& standing, const CoverageFindings& found,
                                   const Request& request);

// The sections after the bars: how sure, rotation, burden, timeline, the check panel
// (coverage_sections.cc).
void add_how_sure(const Standing& standing, const CoverageFindings& found, Language language,
                  std::vector<Block>& blocks);
void add_rotation(const Standing& standing, const CoverageFindings& found, Language language,
                  std::vector<Block>& blocks);
void add_burden(const Standing& standing, const CoverageFindings& found, Language language,
                std::vector<Block>& blocks);
void add_timeline(const Standing& standing, const CoverageFindings& found, Language language,
                  std::vector<Block>& blocks);
void add_sizing(const Standing& standing, const CoverageFindings& found, Language language,
                std::vector<Block>& blocks);
void add_assumed(const Standing& standing, const CoverageFindings& found, Language language,
                 std::vector<Block>& blocks);
// Lines to paste: why this figure, what if the first pledge were as large as the need.
void add_commands(const Standing& standing, const CoverageFindings& found, const Request& request,
                  std::vector<Block>& blocks);

// "8 of the ten countries name no number; to close the gap, each ..."
std::string remaining_text(const Standing& standing, const CoverageFindings& found, const RemainingShare& one,
                           Language language);

// `phrase` with its {} replaced in turn.
std::string phrased(Phrase phrase, const std::vector<std::string>& values, Language language);
// "ground troops – Ukraine [S58]"
std::string requirement_name(const Standing& standing, const CoverageFindings& found, int requirement,
                             Language language);

}  // namespace surety
