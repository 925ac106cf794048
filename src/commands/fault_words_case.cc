// German for what a case is held to (model/case_*.cc) and for the advice about it.
#include <array>

#include "commands/fault_catalogue.h"

namespace surety {
namespace {

constexpr auto kPairs = std::to_array<Phrase>({
    // Whose fault it is stands in front.
    {"{table} '{}': {message}", "{} '{}': {}"},
    {"{table}: {message}", "{}: {}"},

    // ---- names -------------------------------------------------------------------------------
    {"unknown actor '{}' in '{}'", "unbekannter Akteur '{}' in '{}'"},
    {"unknown place '{}' in '{}'", "unbekannter Ort '{}' in '{}'"},
    {"unknown role '{}' in '{}'", "unbekannte Rolle '{}' in '{}'"},
    {"unknown source '{}' in '{}'", "unbekannte Quelle '{}' in '{}'"},
    {"unknown source or actor '{}' in '{}'", "'{}' in '{}' ist weder Quelle noch Akteur"},
    {"unknown modality '{}' in '{}'", "unbekannte Modalität '{}' in '{}'"},
    {"unknown statement '{}' in '{}'", "unbekannte Aussage '{}' in '{}'"},
    {"the id of a declared {ofan}", "die Kennung {} aus dem Fall"},
    {"did you mean '{}'?", "war gemeint: '{}'?"},

    // ---- ids ---------------------------------------------------------------------------------
    {"ids that begin with '{}' belong to the program",
     "Kennungen, die mit '{}' beginnen, gehören dem Programm"},
    {"the id '{}' belongs to the program", "die Kennung '{}' gehört dem Programm"},
    {"another id", "eine andere Kennung"},
    {"the id is taken by the {table} at {}", "die Kennung ist schon vergeben: {} in {}"},
    {"an id of its own", "eine eigene Kennung"},
    {"the id is empty", "die Kennung ist leer"},
    {"the id is not well formed", "die Kennung hat keine gültige Form"},
    {"letters, digits and _, not beginning with a digit, single dots inside, no word of the claim language",
     "Buchstaben, Ziffern und _, am Anfang keine Ziffer, innen einzelne Punkte, kein Wort der "
     "Behauptungssprache"},
    {"a text without white space, control characters, comma and #",
     "ein Text ohne Leerraum, Steuerzeichen, Komma und #"},

    // ---- circles and sums --------------------------------------------------------------------
    {"it is a member of itself: {}", "der Akteur ist Mitglied seiner selbst: {}"},
    {"it lies within itself: {}", "der Ort liegt in sich selbst: {}"},
    {"it supersedes itself: {}", "die Aussage ersetzt sich selbst: {}"},
    {"no circle", "kein Kreis"},
    {"with it the amounts of '{}' add up to more than 10^18",
     "damit ergeben die Mengen von '{}' zusammen mehr als 10^18"},
    {"smaller amounts, or a larger unit", "kleinere Mengen oder eine größere Einheit"},

    // ---- statements --------------------------------------------------------------------------
    {"'{}' ends on {number}, before it begins on {number}", "'{}' endet am {}, vor dem Beginn am {}"},
    {"from <= to", "from <= to"},
    {"it has neither a chain nor evidence", "weder 'chain' noch 'evidence' ist angegeben"},
    {"chain = [...] or evidence = { source = ... }", "chain = [...] oder evidence = { source = ... }"},
    {"its evidence ends before it starts", "die Fundstelle in 'evidence' endet vor ihrem Anfang"},
    {"start <= end", "start <= end"},
    {"it was said on {number} and supersedes '{}', said later, on {number}",
     "sie ist vom {} und ersetzt '{}', die erst danach gesagt wurde, am {}"},
    {"a statement that was said before it", "eine Aussage, die vorher gesagt wurde"},
    {"a {key} has no state '{}'", "bei der Art '{}' gibt es kein 'state' mit dem Wert '{}'"},
    {R"(kind = "pledge"; other kinds can only be withdrawn or expired)",
     R"(kind = "pledge"; andere Arten können nur withdrawn oder expired sein)"},
    {"it has an 'if' and no claim", "sie hat ein 'if', aber keine Behauptung"},
    {R"(claim = "...")", R"(claim = "...")"},
    {"it has no speaker", "'speaker' nennt niemanden"},
    {"an actor's id or a list of them", "die Kennung eines Akteurs oder eine Liste davon"},
    {"'{key}' is outside {number} to {number}", "'{}' liegt nicht zwischen {} und {}"},
    {"it is outside {number} to {number}", "der Wert liegt nicht zwischen {} und {}"},
    {"a whole number from {number} to {number}", "eine ganze Zahl von {} bis {}"},

    // ---- actors, issues, rules, rotations, burdens -------------------------------------------
    {"a membership ends before it begins", "eine Mitgliedschaft endet vor ihrem Beginn"},
    {"'{}' is a {key} and has no members", "'{}' hat die Art '{}' und damit keine Mitglieder"},
    {"a group or an organisation", "eine Gruppe oder Organisation"},
    {"it acts for itself", "der Akteur handelt für sich selbst"},
    {"another actor", "ein anderer Akteur"},
    {"there are more than {number} unnamed members", "es gibt mehr als {} nicht genannte Mitglieder"},
    {"at most {number}", "höchstens {}"},
    {"a {key} has no members", "die Art '{}' hat keine Mitglieder"},
    {R"(kind = "group" or "organisation")", R"(kind = "group" oder "organisation")"},
    {"it has neither options nor a scale", "weder 'options' noch 'scale' ist angegeben"},
    {"options = [...] or scale = [0, 100]", "options = [...] oder scale = [0, 100]"},
    {"it has both options and a scale", "'options' und 'scale' sind beide angegeben"},
    {"one of the two", "eines von beiden"},
    {"the option '{}' cannot be named in a claim", "die Option '{}' lässt sich in keiner Behauptung nennen"},
    {"letters, digits and _, not beginning with a digit, no word of the claim language",
     "Buchstaben, Ziffern und _, am Anfang keine Ziffer, kein Wort der Behauptungssprache"},
    {"the option '{}' stands twice", "die Option '{}' steht zweimal da"},
    {"each option once", "jede Option einmal"},
    {"the unit '{}' of money is no currency", "die Geldeinheit '{}' ist keine Währung"},
    {"money needs a currency as its unit", "Geld braucht eine Währung als Einheit"},
    {"'{}' is no currency", "'{}' ist keine Währung"},
    {"an ISO 4217 code such as EUR", "ein Code nach ISO 4217, etwa EUR"},
    {"the claim of '{}' does not only set measures to zero",
     "die Behauptung von '{}' setzt nicht nur Mengen auf null"},
    {"a statement whose claim is 'measure = 0', or several joined by 'and'",
     "eine Aussage, deren Behauptung eine Menge auf null setzt, oder mehrere mit 'and' verbunden"},
    {"a rule cannot begin with pledges that have ended",
     "eine Regel kann nicht mit beendeten Zusagen beginnen"},
    {"a state from reported_option to deployed", "ein Wert von reported_option bis deployed"},
    {"a second default; the first is '{}' at {}", "ein zweites 'default'; das erste hat '{}' in {}"},
    {"one default rule", "eine einzige Regel mit 'default'"},
    {"'{}' is not above 0", "'{}' liegt nicht über 0"},
    {"a number above 0", "eine Zahl über 0"},
    {"it has months and a ratio", "Monate und 'ratio' sind beide angegeben"},
    {"it has neither a ratio nor both numbers of months",
     "weder 'ratio' noch beide Monatszahlen sind angegeben"},
    {"tour_months and interval_months, or ratio", "tour_months und interval_months, oder ratio"},
    {"there are no shares", "Anteile fehlen"},
    {"{ FRA = 1.0, ... }", "{ FRA = 1.0, ... }"},
    {"the share of '{}' is not above 0", "der Anteil von '{}' liegt nicht über 0"},
    {"it has no reference date", "der Stichtag fehlt"},
    {"reference_date = 2025-08-21", "reference_date = 2025-08-21"},

    // ---- advice ------------------------------------------------------------------------------
    {"it refuses what '{}' pledged before and does not supersede it",
     "sie verweigert, was '{}' zuvor zugesagt hat, und ersetzt es nicht"},
    {R"(supersedes = ["{}"], if it takes the pledge back)",
     R"(supersedes = ["{}"], falls sie die Zusage zurücknimmt)"},
    {"its claim of '{}' names only groups without members",
     "ihre Behauptung zu '{}' nennt nur Gruppen ohne Mitglieder"},
    {"members of the group, or unnamed_members", "Mitglieder der Gruppe, oder unnamed_members"},
    {"its total of '{}' and that of '{}' share members",
     "ihre Gesamtmenge von '{}' und die von '{}' haben gemeinsame Mitglieder"},
    {"pledges of single members, or groups of which one contains the other",
     "Zusagen einzelner Mitglieder, oder Gruppen, von denen eine die andere enthält"},
});

}  // namespace

std::span<const Phrase> case_fault_words() { return kPairs; }

}  // namespace surety
