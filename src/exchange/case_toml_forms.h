// Values of the case file that have a form of their own: dates with open ends, chains, members, scales,
// shares.
#pragma once
#include "exchange/toml_table.h"
#include "model/case.h"

namespace surety {

void read_member_of(TomlReading& reading, const TomlNode& node, Actor& into);
void read_members(TomlReading& reading, const TomlNode& node, Actor& into);
void read_unnamed_members(TomlReading& reading, const TomlNode& node, Actor& into);  // a number or "unknown"
void read_scale(TomlReading& reading, const TomlNode& node, Issue& into);            // [0, 100]
void read_reliability(TomlReading& reading, const TomlNode& node, Source& into);     // "A" .. "F"
void read_speaker(TomlReading& reading, const TomlNode& node, Statement& into);      // an id or a list
void read_holder(TomlReading& reading, const TomlNode& node, Statement& into);
void read_addressee(TomlReading& reading, const TomlNode& node, Statement& into);
void read_chain(TomlReading& reading, const TomlNode& node, Statement& into);  // ids or { id, date }
void read_evidence(TomlReading& reading, const TomlNode& node, Statement& into);
void read_said(TomlReading& reading, const TomlNode& node, Statement& into);  // one date: that day
void read_effective(TomlReading& reading, const TomlNode& node,
                    Statement& into);  // one date: from that day on
void read_credibility(TomlReading& reading, const TomlNode& node, Statement& into);  // 1-6
void read_credibility_to(TomlReading& reading, const TomlNode& node, CountingRule& into);
void read_rate(TomlReading& reading, const TomlNode& node,
               ExchangeRate& into);  // a text, so that it is exact
void read_shares(TomlReading& reading, const TomlNode& node, BurdenKey& into);

}  // namespace surety
