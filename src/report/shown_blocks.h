// Blocks as they may be shown: what a case file says, without anything that a terminal or a page might obey.
#pragma once
#include <vector>

#include "report/document.h"

namespace surety {

// The blocks with every text on one line and every control shown as U+FFFD (base/text.h, on_one_line); in a
// command tab and line ends are shown as U+FFFD, too, since a space there would quietly be another command.
// The writers for people call this first, so that none of them can forget a field. Cost: one copy.
std::vector<Block> shown_blocks(const std::vector<Block>& blocks);

// What a block says as plain strings in reading order, untouched: for writers that lay nothing out.
// Cells of one row, and what stands side by side, are joined by two spaces; empty ones are left out.
std::vector<std::string> plain_strings(const Block& block);

}  // namespace surety
