// ChainCheck: every record of a ledger hashed anew, and every derived row derived anew.
#pragma once
#include <cstdint>

#include "ledger/ledger.h"
#include "ledger/sqlite_file.h"
#include "ledger/sqlite_tables.h"

namespace surety {

// Looks every record up by its number, hashes its line, and holds it against the hash kept beside it, the
// record after it and the moment before it.
LedgerCheck check_chain(SqliteFile& file);

// Derives all tables anew in memory and holds them against those of the file. Empty: they are equal. REQUIRES
// a chain that was checked.
std::string check_derived(SqliteFile& file, SqliteTables& tables);

}  // namespace surety
