#!/usr/bin/env python3
"""Commas left out of the packs and templates, a few and many: each is told, once, in one run.

  left_out.py EARSHOT ROOT
"""

import glob
import json
import os
import random
import re
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cases  # noqa: E402

TOKEN = re.compile(r'--\[\[.*?\]\]|--[^\n]*|\[\[.*?\]\]|"(?:\\.|[^"\\\n])*"|\w+|\s+|.', re.S)
MOST = 100  # of one file: the program tells no more at once
FEW = (1, 4, MOST)


def tokens_of(source):
    return [(m.start(), m.group()) for m in TOKEN.finditer(source)
            if not m.group().isspace() and not m.group().startswith("--")]


def needed_commas(source):
    """Where the commas stand without which a table cannot be read: between a value that
    is written out and the next entry."""
    tokens = tokens_of(source)
    opened, found = [], []
    for i, (at, text) in enumerate(tokens[:-2]):
        if text in "({":
            opened.append(text)
        elif text in ")}" and opened:
            opened.pop()
        elif text == "," and opened and opened[-1] == "{":
            before, behind, then = (tokens[k][1] for k in (i - 1, i + 1, i + 2))
            written = before[0] in '"}' or before.isdigit() or before in ("true", "false")
            if written and (behind[0] in '"{' or then == "="):
                found.append(at)
    return found


def leave_out(source, commas):
    """The source without them, and the lines on which they stood."""
    lines = sorted(source.count("\n", 0, at) + 1 for at in commas)
    for at in sorted(commas, reverse=True):
        source = source[:at] + source[at + 1:]
    return source, lines


def told_lines(findings, name):
    """The lines of missing commas; a finding of another kind stands as its words."""
    return [f["line"] if "comma missing" in f["message"] else f["message"]
            for f in findings if f["file"] == name and f["code"] == "E001"]


def problem_of(told, lines):
    if sorted(told, key=str) == sorted(lines, key=str):
        return None
    return f"left out on lines {lines}\n           told {told}"


def write_all(root, folder):
    """Every pack and template with commas left out; {name: the lines they stood on}"""
    chance = random.Random(1)
    wanted = {}
    for path in sorted(glob.glob(os.path.join(root, "scripts/**/*.lua"), recursive=True)):
        with open(path, encoding="utf-8") as file:
            source = file.read()
        commas = needed_commas(source)
        title = os.path.relpath(path, root).replace(os.sep, "_")[:-len(".lua")]
        for count in sorted({min(few, len(commas)) for few in FEW} - {0}):
            name = f"{title}_{count}.lua"
            text, wanted[name] = leave_out(source, chance.sample(commas, count))
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
    return wanted


def main():
    binary, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    results = cases.Results()
    with tempfile.TemporaryDirectory(prefix="earshot-test-") as folder:
        wanted = write_all(root, folder)
        out, _, _ = cases.run(binary, ["check", "--json", *wanted], cwd=folder)
    findings = json.loads(out)["findings"]
    for name, lines in wanted.items():
        results.add("bad left_out " + name, problem_of(told_lines(findings, name), lines))
    results.exit()


main()
