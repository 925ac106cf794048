#!/usr/bin/env python3
"""Holds src/ to docs/layers.txt and to the other rules of the house that a program can see.

Usage: check_layers.py [ROOT]. Prints every fault as FILE:LINE: sentence, and leaves with 1 if there is one."""
import pathlib
import re
import sys

LINES_MAX = 400
PURE_ROOMS = {"model", "solve", "worlds", "analysis", "outlook"}
DOORS = {"cli", "server", "sweep"}
# The eight questions: coverage.cc and coverage_months.cc belong to one, and no question knows another.
QUESTION = re.compile(r"analysis/(provenance|coverage|conflict|deal|power|forecast|deterrence|sensitivity)")
# In a pure room nothing opens a file, prints, asks the clock or draws a number that it was not given.
IMPURE = re.compile(r"#\s*include\s*<(fstream|iostream|cstdio|filesystem|ctime|unistd\.h|sys/(?:socket|stat|time)\.h)>"
                    r"|\b(system_clock|steady_clock|high_resolution_clock|random_device)\b")
# Headers with macros that leak, with long compile times, or with a door of their own: the rooms whose business they
# are (None: any), and in how many .cc files of the house. Never in a header.
CONFINED = [("minisat/", {"solve"}, 1), ("toml++/", {"exchange"}, 1),
            ("nlohmann/", None, 1), ("CLI/", {"cli"}, 1), ("sqlite3.h", {"ledger", "exchange"}, 2), ("simdjson", {"ledger"}, 1),
            ("mpi.h", {"sweep"}, 1), ("boost/beast", {"server"}, 1)]

faults = []


def fault(path, line, sentence):
    faults.append(f"src/{path}:{line}: {sentence}")


def read_layers(path):
    """room -> the rooms it may include, itself among them."""
    lines = [line.split("#")[0].partition(":") for line in path.read_text().splitlines()]
    return {room.strip(): {room.strip(), *uses.split()} for room, colon, uses in lines if colon}


def check_include(path, number, bracket, target, files, allowed):
    room, ours = path.split("/")[0], target in files
    if bracket == "<" and ours:
        fault(path, number, f'{target} is ours and stands in ""')
    elif bracket == '"' and not ours:
        fault(path, number, f"{target} is no file of src/; what others wrote stands in <>")
    elif ours and target.split("/")[0] not in allowed.get(room, ()):
        fault(path, number, f"{room} may not include {target} (docs/layers.txt)")
    mine, other = QUESTION.match(path), QUESTION.match(target)
    if mine and other and mine[1] != other[1]:
        fault(path, number, f"{mine[1]} knows no other question, and not {target}")


def check_confined(includes):
    for prefix, rooms, most in CONFINED:
        users = [(path, number) for path, number, target in includes if target.startswith(prefix)]
        for path, number in users:
            if path.endswith(".h") or (rooms and path.split("/")[0] not in rooms):
                fault(path, number, f"<{prefix}> belongs in a .cc of {' or '.join(sorted(rooms or {'any room'}))}")
        sources = sorted({path for path, _ in users if path.endswith(".cc")})
        for path in sources[most:]:
            fault(path, 1, f"<{prefix}> is already included in {', '.join(sources[:most])}, and once is enough")


def check_file(path, lines, allowed):
    room, is_test = path.split("/")[0], path.endswith(("_test.cc", "_test.h"))
    if room not in allowed:
        fault(path, 1, f"room {room} is not in docs/layers.txt")
    if path.count("/") != 1:
        fault(path, 1, "files stand directly in their room")
    if not lines or not re.match(r"// \w.{10,}", lines[0]):
        fault(path, 1, "line 1 must say what the file is for")
    if len(lines) > LINES_MAX:
        fault(path, LINES_MAX + 1, f"{len(lines)} lines; a file has at most {LINES_MAX}")
    for number, line in enumerate(lines, 1):
        if room not in DOORS and re.match(r"\s*(int|auto)\s+main\s*\(", line):
            fault(path, number, f"main belongs in {', '.join(sorted(DOORS))}")
        if room in PURE_ROOMS and not is_test and (found := IMPURE.search(line.split("//")[0])):
            fault(path, number, f"{room} is pure and does without {found[1] or found[2]}")


def find_circles(graph):
    """Each circle of components once, as the list of its members."""
    done, circles = set(), []
    for start in sorted(graph):
        if start in done:
            continue
        path = {start: iter(sorted(graph[start]))}  # the component under our feet is the last one
        while path:
            other = next(path[list(path)[-1]], None)
            if other is None:
                done.add(path.popitem()[0])
            elif other in path:
                circles.append(list(path)[list(path).index(other):] + [other])
            elif other not in done:
                path[other] = iter(sorted(graph.get(other, ())))
    return circles


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent)
    allowed = read_layers(root / "docs/layers.txt")
    files = {p.relative_to(root / "src").as_posix(): p.read_text().splitlines()
             for p in sorted((root / "src").rglob("*")) if p.suffix in (".h", ".cc")}
    homes, graph, includes = {}, {}, []
    for path, lines in files.items():
        check_file(path, lines, allowed)
        component = path.rsplit(".", 1)[0]
        if (home := homes.setdefault(component.rsplit("/", 1)[1], component)) != component:
            fault(path, 1, f"shares its name with {home}")
        for number, line in enumerate(lines, 1):
            if not (found := re.match(r'\s*#\s*include\s*([<"])([^>"]+)', line)):
                continue
            check_include(path, number, found[1], found[2], files, allowed)
            includes += [(path, number, found[2])] * (not path.endswith(("_test.cc", "_test.h")))
            if found[2] in files and (other := found[2].rsplit(".", 1)[0]) != component:
                graph.setdefault(component, set()).add(other)
    check_confined(includes)
    faults.extend("circle: " + " -> ".join(circle) for circle in find_circles(graph))
    print("\n".join(faults) or f"layers: {len(files)} files in {len(allowed)} rooms, no fault")
    sys.exit(bool(faults))


main()
