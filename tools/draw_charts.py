#!/usr/bin/env python3
"""Draws the pictures that the documents show, from the cases.

Usage: draw_charts.py PROGRAM [--check]      --check: draws nothing, and says which picture is not what PROGRAM draws"""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CASE = "cases/ukraine-2025-08"
CHARTS = {"coverage": ("assess", "coverage:S58"), "offers": ("assess", "offers:S58"), "conflicts": ("assess", "conflicts"),
          "timeline": ("statements", "timeline"), "distribution": ("coverage", "distribution:S58"),
          "burden": ("coverage", "burden:S58")}


def main():
    program, check = str(pathlib.Path(sys.argv[1]).resolve()), "--check" in sys.argv[2:]
    wrong = []
    for name, (command, key) in CHARTS.items():
        path = ROOT / f"docs/charts/{name}.svg"
        svg = subprocess.run([program, command, CASE, "--chart", key, "--lang", "en"], cwd=ROOT, capture_output=True, check=True).stdout
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(svg)
        elif not path.exists() or path.read_bytes() != svg:
            wrong.append(f"{path.relative_to(ROOT)} is not what `surety {command} {CASE} --chart {key}` draws: tools/draw_charts.py draws it anew")
    print("\n".join(wrong + [f"{len(CHARTS) - len(wrong)} passed, {len(wrong)} failed"]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
