#!/usr/bin/env python3
"""Whether the pictures in docs/charts are what the program draws. Usage: charts_test.py PROGRAM"""
import pathlib
import subprocess
import sys

TOOL = pathlib.Path(__file__).resolve().parent.parent.parent / "tools/draw_charts.py"
sys.exit(subprocess.run([sys.executable, TOOL, sys.argv[1], "--check"], check=False).returncode)
