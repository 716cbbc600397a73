#!/usr/bin/env python3
"""Every pack and template that comes with Earshot: without a finding, and its tests hold.

  packs.py EARSHOT ROOT

W180 is let pass: one pack is there to show a Lua function, and check says that it is one.
"""

import glob
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cases  # noqa: E402


def findings_of(binary, path):
    out, err, code = cases.run(binary, ["check", "--json", path])
    if code != 0:
        return f"exit {code}\n" + cases.show(out + err)
    others = [f for f in json.loads(out)["findings"] if f["code"] != "W180"]
    return "\n".join(f"{f['file']}:{f['line']}: {f['code']} {f['message']}" for f in others) or None


def problem_of(binary, arguments):
    out, err, code = cases.run(binary, arguments)
    return None if code == 0 else f"exit {code}\n" + cases.show(out + err)


def main():
    binary, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    results = cases.Results()
    packs = glob.glob(os.path.join(root, "scripts/packs/*/"))
    for path in sorted(packs + glob.glob(os.path.join(root, "scripts/templates/*.lua"))):
        name = os.path.relpath(path, os.path.join(root, "scripts"))
        results.add(f"check {name}", findings_of(binary, path))
        results.add(f"test {name}", problem_of(binary, ["test", path]))
    results.exit()


main()
