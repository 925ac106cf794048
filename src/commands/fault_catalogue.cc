// The words that may stand in the gaps of the catalogue, each list in the form that its sentences need.
#include "commands/fault_catalogue.h"

#include <array>

namespace surety {
namespace {

// "statement 'S1': ..."
constexpr auto kTables = std::to_array<Phrase>({
    {"case", "Fall"},
    {"actor", "Akteur"},
    {"place", "Ort"},
    {"role", "Rolle"},
    {"capability", "Fähigkeit"},
    {"issue", "Streitfrage"},
    {"factor", "Ereignis"},
    {"source", "Quelle"},
    {"modality", "Modalität"},
    {"statement", "Aussage"},
    {"assumption", "Annahme"},
    {"counting rule", "Zählregel"},
    {"exchange rate", "Wechselkurs"},
    {"rotation", "Rotation"},
    {"burden key", "Lastenschlüssel"},
});

// "'x' is an issue, ..."
constexpr auto kAn = std::to_array<Phrase>({
    {"a capability", "eine Fähigkeit"},
    {"an issue", "eine Streitfrage"},
    {"a factor", "ein Ereignis"},
    {"an actor", "ein Akteur"},
    {"a place", "ein Ort"},
    {"a role", "eine Rolle"},
    {"an option", "eine Option"},
});

// "..., not an actor"
constexpr auto kNo = std::to_array<Phrase>({
    {"a capability", "keine Fähigkeit"},
    {"an issue", "keine Streitfrage"},
    {"a factor", "kein Ereignis"},
    {"an actor", "kein Akteur"},
    {"a place", "kein Ort"},
    {"a role", "keine Rolle"},
});

// "the id of an actor ..."
constexpr auto kOfAn = std::to_array<Phrase>({
    {"actor", "eines Akteurs"},
    {"place", "eines Orts"},
    {"role", "einer Rolle"},
    {"source", "einer Quelle"},
    {"source or actor", "einer Quelle oder eines Akteurs"},
    {"modality", "einer Modalität"},
    {"statement", "einer Aussage"},
});

// What a value of a TOML file is.
constexpr auto kValues = std::to_array<Phrase>({
    {"a table", "eine Tabelle"},
    {"a list", "eine Liste"},
    {"a text", "ein Text"},
    {"a whole number", "eine ganze Zahl"},
    {"a number", "eine Zahl"},
    {"true or false", "true oder false"},
    {"a date", "ein Datum"},
    {"a time of day", "eine Uhrzeit"},
    {"a value", "ein Wert"},
});

// Where the TOML library stopped, and what it had found there already.
constexpr auto kTomlParts = std::to_array<Phrase>({
    {"binary integer", "Binärzahl"},
    {"octal integer", "Oktalzahl"},
    {"decimal integer", "ganze Zahl"},
    {"hexadecimal integer", "Hexadezimalzahl"},
    {"comment", "Kommentar"},
    {"string", "Text"},
    {"unicode scalar sequence", "Unicode-Zeichen"},
    {"literal string", "Text"},
    {"boolean", "true oder false"},
    {"floating-point", "Dezimalzahl"},
    {"hexadecimal floating-point", "Hexadezimalzahl"},
    {"date", "Datum"},
    {"time", "Uhrzeit"},
    {"date-time", "Zeitpunkt"},
    {"date-time offset", "Zeitzone"},
    {"value", "Wert"},
    {"key", "Schlüssel"},
    {"table header", "Tabellenkopf"},
    {"key-value pair", "Schlüssel mit Wert"},
    {"root table", "oberste Tabelle"},
    {"array", "Liste"},
    {"inline table", "Tabelle in geschweiften Klammern"},
    {"table", "Tabelle"},
    {"array-of-tables", "Liste von Tabellen"},
    {"integer", "ganze Zahl"},
});

// What it would have taken there, "expected ..., saw ..."
constexpr auto kTomlWanted = std::to_array<Phrase>({
    {"space or tab", "ein Leerzeichen oder Tabulator"},
    {"hex digit", "eine Hexadezimalziffer"},
    {"value-terminator", "das Ende des Werts"},
    {"decimal digit", "eine Ziffer"},
    {"decimal digit or '.'", "eine Ziffer oder '.'"},
    {"decimal digit or exponent", "eine Ziffer oder ein Exponent"},
    {"exponent digit", "eine Ziffer des Exponenten"},
    {"exponent digit or sign", "eine Ziffer oder das Vorzeichen des Exponenten"},
    {"exponent decimal digit or sign", "eine Ziffer oder das Vorzeichen des Exponenten"},
    {"hexadecimal digit", "eine Hexadezimalziffer"},
    {"hexadecimal digit or '.'", "eine Hexadezimalziffer oder '.'"},
    {"hexadecimal digit or exponent", "eine Hexadezimalziffer oder ein Exponent"},
    {"'x' or 'X'", "'x' oder 'X'"},
    {"digit", "eine Ziffer"},
    {"expected digit or sign", "eine Ziffer oder ein Vorzeichen"},
    {"4-digit year", "ein Jahr mit vier Ziffern"},
    {"2-digit month", "ein Monat mit zwei Ziffern"},
    {"2-digit day", "ein Tag mit zwei Ziffern"},
    {"2-digit hour", "eine Stunde mit zwei Ziffern"},
    {"2-digit minute", "eine Minute mit zwei Ziffern"},
    {"2-digit second", "eine Sekunde mit zwei Ziffern"},
    {"fractional digits", "Nachkommastellen"},
    {"space, 'T' or 't'", "ein Leerzeichen, 'T' oder 't'"},
    {"bare key starting character or string delimiter", "der Anfang eines Schlüssels"},
    {"a comment or whitespace", "ein Kommentar oder das Zeilenende"},
    {"value", "ein Wert"},
    {"keys, tables, whitespace or comments", "ein Schlüssel, eine Tabelle oder ein Kommentar"},
    {"comma or closing ']'", "ein Komma oder ']'"},
    {"comma or closing '}'", "ein Komma oder '}'"},
    {"key or closing '}'", "ein Schlüssel oder '}'"},
});

constexpr auto kLists = std::to_array<WordList>({
    {"table", kTables},
    {"an", kAn},
    {"no", kNo},
    {"ofan", kOfAn},
    {"value", kValues},
    {"toml", kTomlParts},
    {"wanted", kTomlWanted},
});

}  // namespace

std::span<const WordList> fault_word_lists() { return kLists; }

}  // namespace surety
