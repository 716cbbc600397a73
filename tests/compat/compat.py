#!/usr/bin/env python3
"""`check --compat` on every pack that comes with Earshot: a moment gets another name, a reply
other words; that breaks saved runs; what is to be pasted mends all of it.

  compat.py EARSHOT ROOT
"""

import glob
import json
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cases  # noqa: E402

MOMENTS = 2  # of a scenario, renamed one after the other


def renamed_moment(text, moment):
    """With another name for it wherever it is named, tests and conditions too."""
    return re.sub(rf"""(["'(/]){re.escape(moment)}(?=["')/])""", rf"\1{moment}_as_it_is_now", text)


def reworded_reply(text):
    """The first reply with two words more at its beginning; tests that say it follow."""
    match = re.search(r'(?m)^\s*you "([^"]{12})', text)
    return text.replace('"' + match.group(1), '"Well then, ' + match.group(1))


def compared(binary, old, new):
    out, err, code = cases.run(binary, ["check", "--compat", "--json", old, new])
    return (json.loads(out) if out else {"error": cases.show(err)}), code


def problem_of(binary, path, edited):
    with tempfile.TemporaryDirectory() as folder:
        new = os.path.join(folder, os.path.basename(path))
        with open(new, "w", encoding="utf-8") as file:
            file.write(edited)
        told, code = compared(binary, path, new)
        if code != 1 or not told.get("paste") or told["runs"]["carried"] == told["runs"]["played"]:
            return f"exit {code}: nothing is broken, or nothing to paste: {told}"
        with open(new, "a", encoding="utf-8") as file:
            file.write("\n" + told["paste"])
        told, code = compared(binary, path, new)
    if code != 0 or told["changes"] or told["runs"]["carried"] != told["runs"]["played"]:
        return f"exit {code} after pasting: {told}"
    return None


def main():
    binary, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    results = cases.Results()
    for path in sorted(glob.glob(os.path.join(root, "scripts/packs/*/*.lua"))):
        if path.endswith("/pack.lua"):
            continue
        with open(path, encoding="utf-8") as file:
            text = file.read()
        name = os.path.basename(path)
        for moment in re.findall(r'(?m)^moment "([^"]+)"', text)[:MOMENTS]:
            results.add(f"{name}: moment {moment} has another name",
                        problem_of(binary, path, renamed_moment(text, moment)))
        results.add(f"{name}: a reply has other words",
                    problem_of(binary, path, reworded_reply(text)))
    results.exit()


main()
