// See general_options.h.
#include "commands/general_options.h"

namespace surety {

std::span<const OptionRow> general_options() {
  static const std::vector<OptionRow> options = {
      {"lang",
       "en|de",
       {"the language of the answer (default: $SURETY_LANG, else en)",
        "die Sprache der Antwort (sonst: $SURETY_LANG, sonst en)"},
       false},
      {"format",
       "text|markdown|json|csv|html|docx|xlsx",
       {"how the answer is laid out (default: the first of these)",
        "wie die Antwort gesetzt wird (sonst: das erste davon)"},
       false},
      {"table",
       "KEY",
       {"which table of the answer --format csv writes (default: the first)",
        "welche Tabelle der Antwort --format csv schreibt (sonst: die erste)"},
       false},
      {"chart",
       "KEY",
       {"one picture of the answer as SVG, or as what the ending of --output says: .svg .png .pdf",
        "ein Bild der Antwort als SVG, oder so, wie --output endet: .svg .png .pdf"},
       false},
      {"style",
       "FILE.docx",
       {"the styles of --format docx, from a file of yours (default: our own)",
        "die Stile für --format docx aus einer eigenen Datei (sonst: unsere)"},
       false},
      {"output",
       "FILE",
       {"write the answer to a file, whole or not at all",
        "die Antwort in eine Datei schreiben, ganz oder gar nicht"},
       false},
      {"width",
       "N",
       {"columns of the text page (default: the terminal's up to 100, else 80)",
        "Breite der Textseite (sonst: die des Terminals bis 100, sonst 80)"},
       false},
      {"colour",
       "auto|always|never",
       {"bold and pale text (default: auto, in a terminal without $NO_COLOR)",
        "fette und blasse Schrift (sonst: auto, im Terminal ohne $NO_COLOR)"},
       false},
      {"ascii", "", {"bars and dashes in ASCII", "Balken und Striche in ASCII"}, false},
      {"help", "", {"say what the command does", "sagen, was der Befehl tut"}, false},
      {"version", "", {"say which version this is", "sagen, welche Version das ist"}, false},
  };
  return options;
}

}  // namespace surety
