#!/usr/bin/env python3
"""One small scenario per mistake, the finding it must give beside the line.

  bad.py EARSHOT ROOT

Each NAME.lua (or folder NAME/) says what is expected in comments on the line itself:
  go "helpd"   --> E101 helped          this code on this line, this in its message or hint
A file that is not Lua says it in its first line instead:   --> 7 E001 comma
Findings that are not announced are a failure; so is one that is announced and does not come.
`--> none` says that there is none.
"""

import glob
import json
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cases  # noqa: E402

MARK = re.compile(rb"-->\s*(?:(\d+)\s+)?([EWI]\d\d\d|none)((?:(?!-->)[^\n\r])*)")


def expected_in(path, root):
    """[(file, line, code, words)]"""
    wanted = []
    name = os.path.relpath(path, root)
    with open(path, "rb") as file:
        for number, line in enumerate(file.read().split(b"\n"), 1):
            for at, code, words in MARK.findall(line):
                if code != b"none":
                    wanted.append((name, int(at or number), code.decode(),
                                   words.decode("utf-8", "replace").strip()))
    return wanted


def findings_of(binary, paths):
    """What `check` says of each path; the single files all in one run of it."""
    found = {}
    files = [p for p in paths if not os.path.isdir(p)]
    if files:
        names = [os.path.basename(p) for p in files]
        out, err, code = cases.run(binary, ["check", "--json", *names],
                                   cwd=os.path.dirname(files[0]))
        if not out:
            raise SystemExit(f"check: exit {code}\n" + cases.show(err))
        for path, name in zip(files, names):
            found[path] = [f for f in json.loads(out)["findings"] if f["file"] == name]
    for path in paths:
        if path not in found:
            out, _, _ = cases.run(binary, ["check", "--json", path])
            found[path] = json.loads(out)["findings"]
    return found


def problem_of(path, found):
    folder = os.path.isdir(path)
    files = glob.glob(path + "/**/*.lua", recursive=True) if folder else [path]
    wanted = [row for file in sorted(files)
              for row in expected_in(file, path if folder else os.path.dirname(path))]
    for file, line, want, words in wanted:
        match = next((f for f in found if f["code"] == want and f["file"] == file
                      and f.get("line", 0) == line
                      and words in f["message"] + " " + f.get("hint", "")), None)
        if match is None:
            return f"no {want} '{words}' at {file}:{line}; found\n{found_words(found)}"
        found.remove(match)
    if found:
        return "not announced\n" + found_words(found)
    return None


def found_words(found):
    return "\n".join(f"{f['file']}:{f.get('line', 0)}:{f.get('column', 0)}: {f['code']} "
                     f"{f['message']} | {f.get('hint', '')}" for f in found) or "nothing"


def main():
    binary, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    part = sys.argv[3] if len(sys.argv) > 3 else ""
    results = cases.Results()
    paths = glob.glob(os.path.join(root, "tests/bad/*.lua"))
    paths += [p.rstrip("/") for p in glob.glob(os.path.join(root, "tests/bad/*/"))]
    paths = sorted(p for p in paths
                   if not p.endswith("__pycache__") and part in os.path.basename(p))
    found = findings_of(binary, paths)
    for path in paths:
        results.add("bad " + os.path.basename(path), problem_of(path, found[path]))
    results.exit()


main()
