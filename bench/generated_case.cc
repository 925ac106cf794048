// See generated_case.h.
#include "generated_case.h"

#include <algorithm>

#include "base/random.h"

namespace surety {
namespace {

constexpr int kParties = 40;
constexpr int kPlaces = 6;
constexpr int kCapabilities = 8;

std::string party(std::uint64_t i) { return "P" + std::to_string(i); }
std::string capability(std::uint64_t i) { return "cap" + std::to_string(i); }

std::string head(int issues) {
  std::string text = "[case]\nid = \"generated\"\nreference_date = 2030-06-15\n\n";
  for (int i = 0; i < kParties; ++i)
    text += "[[actor]]\nid = \"" + party(static_cast<std::uint64_t>(i)) + "\"\nkind = \"state\"\n\n";
  text += "[[actor]]\nid = \"bloc\"\nkind = \"group\"\nmembers = [";
  for (int i = 0; i < kParties / 2; ++i)
    text += (i > 0 ? ", \"" : "\"") + party(static_cast<std::uint64_t>(i)) + "\"";
  text += "]\n\n";
  for (int i = 0; i < kPlaces; ++i) text += "[[place]]\nid = \"L" + std::to_string(i) + "\"\n\n";
  text +=
      "[[role]]\nid = \"trainers\"\n\n[[factor]]\nid = \"ceasefire\"\nlikelihood = { low = 0.2, high = 0.4 "
      "}\n\n";
  for (int i = 0; i < kCapabilities; ++i)
    text +=
        "[[capability]]\nid = \"" + capability(static_cast<std::uint64_t>(i)) + "\"\nunit = \"soldiers\"\n\n";
  for (int i = 0; i < issues; ++i)
    text += "[[issue]]\nid = \"i" + std::to_string(i) +
            "\"\noptions = [\"none\", \"low\", \"middle\", \"high\"]\n\n";
  return text + "[[source]]\nid = \"paper\"\ndate = 2030-06-01\n\n";
}

struct Drawn {
  std::string kind, claim;
};

Drawn draw(Random& random, int issues) {
  const std::string cap = capability(random.below(kCapabilities)),
                    place = "L" + std::to_string(random.below(kPlaces));
  const std::string who = party(random.below(kParties)), amount = std::to_string(500 * random.between(1, 20));
  const std::string issue = "i" + std::to_string(random.below(static_cast<std::uint64_t>(issues)));
  const std::uint64_t kind = random.below(100);
  if (kind < 45) {
    const std::string measure =
        cap + "(by " + who + ", in " + place + (random.chance(.2) ? ", as trainers)" : ")");
    if (random.chance(.3)) return {"pledge", measure + " > 0"};
    return {"pledge", (random.chance(.2) ? "if ceasefire then " : "") + measure +
                          (random.chance(.5) ? " about " : " >= ") + amount};
  }
  if (kind < 47)
    return {"red_line",
            cap + "(by " + (random.chance(.3) ? std::string("bloc") : who) + ", in " + place + ") = 0"};
  if (kind < 48)
    return {"requirement", cap + "(in " + place + ") >= " + std::to_string(1000 * random.between(20, 60))};
  if (kind < 53) return {"demand", cap + "(by " + who + ") > 0"};
  if (kind < 56) return {"condition", "if " + issue + " < middle then " + cap + "(by " + who + ") = 0"};
  if (kind < 58) return {"position", issue + " <= low"};
  return {"position", issue + " >= " + (random.chance(.6) ? "low" : "middle")};
}

}  // namespace

std::string generated_case(int statements, std::uint64_t seed) {
  Random random(seed);
  const int issues = std::max(4, statements / 20);
  std::string text = head(issues);
  for (int i = 0; i < statements; ++i) {
    const Drawn drawn = draw(random, issues);
    text += "[[statement]]\nid = \"S" + std::to_string(i) + "\"\nkind = \"" + drawn.kind +
            "\"\nspeaker = \"" + party(random.below(kParties)) + "\"\nchain = [\"paper\"]\nsaid = 2030-06-" +
            (i % 14 < 9 ? "0" : "") + std::to_string(1 + i % 14) + "\nclaim = \"" + drawn.claim + "\"\n\n";
  }
  return text;
}

}  // namespace surety
