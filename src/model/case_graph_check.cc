// Circles in a case: groups in themselves, places in themselves, statements that supersede each other.
#include <unordered_map>

#include "model/case_checking.h"

namespace surety {
namespace {

using Edges = std::vector<std::vector<int>>;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

// Circles of a graph, each as its nodes in order; at least one of every knot, found by depth-first search
// without recursion. A node that was left is never entered again, so that the cost is linear.
std::vector<std::vector<int>> circles(const Edges& edges) {
  enum class Mark { untouched, on_path, left };
  std::vector<Mark> marks(edges.size(), Mark::untouched);
  std::vector<std::vector<int>> found;
  std::vector<int> path;
  std::vector<std::size_t> next(edges.size(), 0);
  for (std::size_t start = 0; start < edges.size(); ++start) {
    if (marks[start] != Mark::untouched) continue;
    path.assign(1, static_cast<int>(start));
    marks[start] = Mark::on_path;
    while (!path.empty()) {
      const int node = path.back();
      if (next[at(node)] == edges[at(node)].size()) {
        marks[at(node)] = Mark::left;
        path.pop_back();
        continue;
      }
      const int other = edges[at(node)][next[at(node)]++];
      if (marks[at(other)] == Mark::on_path) {
        std::size_t begin = path.size();
        while (path[begin - 1] != other) --begin;
        found.emplace_back(path.begin() + static_cast<std::ptrdiff_t>(begin) - 1, path.end());
      } else if (marks[at(other)] == Mark::untouched) {
        marks[at(other)] = Mark::on_path;
        path.push_back(other);
      }
    }
  }
  return found;
}

// Things by id; the first bearer where there are several.
template <class T>
class Positions {
 public:
  explicit Positions(const std::vector<T>& things) {
    for (std::size_t i = 0; i < things.size(); ++i)
      if (!things[i].id.empty())
        at_.try_emplace(things[i].id, static_cast<int>(i));  // a missing id is a fault by itself
  }
  int of(const std::string& id) const {
    const auto found = at_.find(id);
    return found == at_.end() ? -1 : found->second;
  }

 private:
  std::unordered_map<std::string, int> at_;
};

// A circle of very many names is named by its first ones.
template <class T>
std::string circle_text(const std::vector<T>& things, const std::vector<int>& circle) {
  constexpr std::size_t kShown = 20;
  std::string text;
  for (std::size_t i = 0; i < circle.size() && i < kShown; ++i) text += things[at(circle[i])].id + " > ";
  if (circle.size() > kShown) text += "... > ";
  return text + things[at(circle.front())].id;
}

template <class T>
void report(CaseChecking& checking, const std::vector<T>& things, const Edges& edges, std::string_view noun,
            std::string_view key, const std::string& message) {
  for (const std::vector<int>& circle : circles(edges)) {
    const T& first = things[at(circle.front())];
    checking.fault({noun, first.id, first.at}, key, -1, message + ": " + circle_text(things, circle),
                   "no circle");
  }
}

void check_memberships(CaseChecking& checking) {
  const std::vector<Actor>& actors = checking.c.actors;
  const Positions<Actor> position(actors);
  Edges members(actors.size());
  for (std::size_t i = 0; i < actors.size(); ++i) {
    for (const Membership& m : actors[i].members)
      if (const int other = position.of(m.other); other >= 0) members[i].push_back(other);
    for (const Membership& m : actors[i].member_of)
      if (const int group = position.of(m.other); group >= 0)
        members[at(group)].push_back(static_cast<int>(i));
  }
  report(checking, actors, members, "actor", "members", "it is a member of itself");
}

void check_places(CaseChecking& checking) {
  const std::vector<LocationPlace>& places = checking.c.places;
  const Positions<LocationPlace> position(places);
  Edges around(places.size());
  for (std::size_t i = 0; i < places.size(); ++i)
    if (const int outer = position.of(places[i].within); outer >= 0) around[i].push_back(outer);
  report(checking, places, around, "place", "within", "it lies within itself");
}

void check_superseding(CaseChecking& checking) {
  const std::vector<Statement>& statements = checking.c.statements;
  const Positions<Statement> position(statements);
  Edges earlier(statements.size());
  for (std::size_t i = 0; i < statements.size(); ++i)
    for (const std::string& id : statements[i].supersedes)
      if (const int other = position.of(id); other >= 0) earlier[i].push_back(other);
  report(checking, statements, earlier, "statement", "supersedes", "it supersedes itself");
}

}  // namespace

void check_case_circles(CaseChecking& checking) {
  check_memberships(checking);
  check_places(checking);
  check_superseding(checking);
}

}  // namespace surety
