// German for what goes wrong while a question is answered: what-if, options, rates, sums, the machine.
#include <array>

#include "commands/fault_catalogue.h"

namespace surety {
namespace {

constexpr auto kPairs = std::to_array<Phrase>({
    // ---- options and what-if -----------------------------------------------------------------
    {"'{}' does not fit here", "'{}' passt hier nicht"},
    {"ids such as S51,S52", "Kennungen wie S51,S52"},
    {"a number of seconds above 0, at most 1000000", "eine Zahl von Sekunden über 0, höchstens 1000000"},
    {"no statement or assumption is called '{}'", "keine Aussage oder Annahme heißt '{}'"},
    {"the id of a statement or an assumption", "die Kennung einer Aussage oder Annahme"},
    {"this claim speaks of more than one amount", "diese Behauptung nennt mehr als eine Menge"},
    {"a statement with one amount", "eine Aussage mit einer einzigen Menge"},
    {"this statement claims no amount", "diese Aussage nennt keine Menge"},
    {"this sets nothing", "damit wird nichts gesetzt"},
    {"ID.likelihood=0.4 or ID.amount=8000", "KENNUNG.likelihood=0.4 oder KENNUNG.amount=8000"},
    {"no statement is called '{}'", "keine Aussage heißt '{}'"},
    {"a number from 0 to 1, or a range such as 0.2..0.4",
     "eine Zahl von 0 bis 1, oder ein Bereich wie 0.2..0.4"},
    {"'{}' is no amount", "'{}' ist keine Menge"},
    {"digits only, at most 1000000000000000", "nur Ziffern, höchstens 1000000000000000"},
    {"an assumption has no {key}: it holds, or it is off",
     "eine Annahme hat kein '{}': sie gilt, oder sie ist abgeschaltet"},
    {"a statement or a factor, or --without {}", "eine Aussage oder ein Ereignis, oder --without {}"},
    {"this statement claims nothing", "diese Aussage enthält keine Behauptung"},
    {"statement '{}' is not current on this date (rejected, ended, superseded or not yet said)",
     "Aussage '{}' gilt an diesem Tag nicht (abgelehnt, beendet, ersetzt oder noch nicht gesagt)"},
    {"a disabled assumption or a proposed statement",
     "eine abgeschaltete Annahme oder eine vorgeschlagene Aussage"},
    {"a case and a group CNF cannot be asked about at once",
     "nach einem Fall und einer Gruppen-CNF lässt sich nicht zugleich fragen"},
    {"either a case or --gcnf FILE", "entweder ein Fall oder --gcnf DATEI"},
    {"nothing to look at", "nichts zu untersuchen"},
    {"a case, or --gcnf FILE", "ein Fall, oder --gcnf DATEI"},
    {"this answer has no table", "diese Antwort hat keine Tabelle"},
    {R"(this answer has no table "{}"; it has {})", R"(diese Antwort hat keine Tabelle "{}"; es gibt {})"},

    // ---- exchange rates ----------------------------------------------------------------------
    {"the rate '{}' is no positive decimal", "der Kurs '{}' ist keine Dezimalzahl über 0"},
    {R"(a text such as "1.1634", above 0, of at most 40 digits)",
     R"(ein Text wie "1.1634", über 0, mit höchstens 40 Ziffern)"},
    {"the rate leads from {} to itself", "der Kurs führt von {} zu sich selbst"},
    {"two currencies", "zwei Währungen"},
    {"the rate from {} to {} contradicts {}", "der Kurs von {} nach {} widerspricht {}"},
    {"one rate for a pair of currencies", "ein einziger Kurs für zwei Währungen"},
    {"two shortest ways from {} to {} give different rates: {} and {}",
     "zwei kürzeste Wege von {} nach {} ergeben verschiedene Kurse: {} und {}"},
    {"rates that agree, or one from {} to {}", "übereinstimmende Kurse, oder einer von {} nach {}"},
    {"the exchange rates name more than {number} currencies",
     "die Wechselkurse nennen mehr als {} Währungen"},
    {"codes of ISO 4217", "Codes nach ISO 4217"},
    {"no exchange rate leads from {} to {}", "kein Wechselkurs führt von {} nach {}"},
    {"the amount passes 10^18 hundredths of {}", "die Menge übersteigt 10^18 Hundertstel von {}"},

    // ---- sums and probabilities --------------------------------------------------------------
    {"the pledges for '{}' add up to more than 10^18",
     "die Zusagen für '{}' ergeben zusammen mehr als 10^18"},
    {"more than {number} statements bring totals and parts at once",
     "mehr als {} Aussagen bringen zugleich Gesamtmengen und Teile"},
    {"more than {number} factors and totals with parts pull a sum both ways",
     "mehr als {} Ereignisse und Gesamtmengen mit Teilen ziehen eine Summe in beide Richtungen"},
    {"the amounts that belong together can add up to too many different values",
     "die zusammengehörigen Mengen können zu viele verschiedene Summen ergeben"},
    {"the adding of amounts was ended before it was finished",
     "das Zusammenzählen der Mengen wurde vorzeitig beendet"},
    {"the totals that overlap have more than {number} outcomes together; fewer or narrower amounts are "
     "needed",
     "die Gesamtmengen, die sich überschneiden, haben zusammen mehr als {} Ausgänge; nötig sind weniger oder "
     "engere Mengen"},
    {"the totals that overlap share {number} events, which have too many outcomes together",
     "die Gesamtmengen, die sich überschneiden, teilen {} Ereignisse mit zusammen zu vielen Ausgängen"},
    {"a sum can depend on {number} factors at most, not on {number}",
     "eine Summe kann von höchstens {} Ereignissen abhängen, nicht von {}"},
    {"the amounts together are larger than {number}", "die Mengen zusammen sind größer als {}"},
    {"the low end of a likelihood lies above its high end",
     "das untere Ende einer Wahrscheinlichkeit liegt über dem oberen"},

    // ---- sums that the program itself has put together wrongly -------------------------------
    {"an amount of a sum hangs on an event that does not exist",
     "eine Menge einer Summe hängt an einem Ereignis, das es nicht gibt"},
    {"the probability of an event lies between 0 and 1",
     "die Wahrscheinlichkeit eines Ereignisses liegt zwischen 0 und 1"},
    {"two rivals of a sum are two of its amounts", "zwei Rivalen einer Summe sind zwei ihrer Mengen"},
    {"amount number {number} of a sum has a part that does not exist",
     "Menge Nummer {} einer Summe hat einen Teil, den es nicht gibt"},
    {"amount number {number} of a sum contains itself", "Menge Nummer {} einer Summe enthält sich selbst"},
    {"amount number {number} of a sum names a part twice",
     "Menge Nummer {} einer Summe nennt einen Teil zweimal"},
    {"amount number {number} of a sum does not name a part of one of its parts",
     "Menge Nummer {} einer Summe nennt einen Teil eines ihrer Teile nicht"},
    {"amount number {number} of a sum hangs on an event that does not exist",
     "Menge Nummer {} einer Summe hängt an einem Ereignis, das es nicht gibt"},
    {"amount number {number} of a sum has no proper range",
     "Menge Nummer {} einer Summe hat keinen gültigen Bereich"},
    {"amount number {number} of a sum is a triangle without a middle",
     "Menge Nummer {} einer Summe ist ein Dreieck ohne Mitte"},
    {"amount number {number} of a sum does not name every outcome of the factors",
     "Menge Nummer {} einer Summe nennt nicht jeden Ausgang der Ereignisse"},

    // ---- the machine: what strerror() says, in the C locale ----------------------------------
    {"Permission denied", "keine Berechtigung"},
    {"Operation not permitted", "nicht erlaubt"},
    {"Input/output error", "Ein-/Ausgabefehler"},
    {"Cannot allocate memory", "kein Speicher frei"},
    {"Too many open files", "zu viele offene Dateien"},
    {"Too many open files in system", "zu viele offene Dateien im System"},
    {"No such file or directory", "Datei oder Ordner nicht vorhanden"},
    {"Not a directory", "kein Ordner"},
    {"Is a directory", "das ist ein Ordner"},
    {"File exists", "die Datei gibt es schon"},
    {"File name too long", "der Dateiname ist zu lang"},
    {"File too large", "die Datei ist zu groß"},
    {"No space left on device", "der Datenträger ist voll"},
    {"Disk quota exceeded", "der zugeteilte Speicherplatz ist aufgebraucht"},
    {"Read-only file system", "das Dateisystem ist schreibgeschützt"},
    {"Broken pipe", "niemand liest mehr"},
    {"Bad file descriptor", "die Ausgabe ist geschlossen"},
    {"Invalid argument", "ungültige Angabe"},
    {"Text file busy", "die Datei wird gerade ausgeführt"},
    {"Device or resource busy", "das Gerät ist belegt"},
    {"No such device or address", "Gerät oder Adresse nicht vorhanden"},
    {"Too many levels of symbolic links", "zu viele Verweise hintereinander"},
    {"Stale file handle", "die Datei ist auf dem Server nicht mehr da"},
    {"Connection timed out", "Zeitüberschreitung"},
    {"Resource temporarily unavailable", "im Augenblick nicht verfügbar"},
    {"Value too large for defined data type", "die Datei ist zu groß"},
});

}  // namespace

std::span<const Phrase> answer_fault_words() { return kPairs; }

}  // namespace surety
