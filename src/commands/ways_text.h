// The ways out as rows and sentences, and the commands that lead on from the front answer.
#pragma once
#include "commands/command.h"
#include "model/standing.h"
#include "outlook/assess.h"
#include "report/document.h"

namespace surety {

// Heading, one row a way (at most kWaysShown, all where `all`), who moves in every way and who in none, what
// is lacking.
void lay_out_ways(const Standing& standing, const Assessment& assessment, bool all, Document& document);

// "Why?" and "What if?": two command lines that work when pasted.
void lay_out_next_steps(const Request& request, const Standing& standing, const Assessment& assessment,
                        Document& document);

// Tables ways_out, moves_in_every_way, moves_in_no_way, and remaining_options of the first ways.
std::vector<Table> ways_tables(const Standing& standing, const Assessment& assessment);

}  // namespace surety
