#!/usr/bin/env python3
"""Every pack and template that comes with Earshot, and the scenarios in README and GUIDE:
without a finding, and its tests hold.

  packs.py EARSHOT ROOT

W180 is let pass: one pack is there to show a Lua function, and check says that it is one.
"""

import glob
import json
import os
import re
import sys
import tempfile
import xml.etree.ElementTree

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


def tests_problem_of(binary, path):
    """The pack's own tests hold, and between them reach every ending."""
    out, err, code = cases.run(binary, ["test", path, "--json"])
    if code != 0:
        return f"exit {code}\n" + cases.show(out + err)
    outcomes = json.loads(out)["coverage"]["outcomes"]
    if outcomes["met"] != outcomes["of"]:
        return f"its tests reach {outcomes['met']} of {outcomes['of']} outcomes"
    return None


def junit_problem_of(binary, path):
    """The report is XML, and counts what it holds."""
    with tempfile.TemporaryDirectory() as folder:
        report = os.path.join(folder, "junit.xml")
        out, _, _ = cases.run(binary, ["test", path, "--json", "--junit", report])
        suite = xml.etree.ElementTree.parse(report).getroot()
    told = [(t["name"], t["passed"]) for t in json.loads(out)["tests"]]
    found = [(c.get("name"), c.find("failure") is None) for c in suite.iter("testcase")]
    counts = (suite.get("tests"), suite.get("failures"), suite.get("errors"))
    wanted = (str(len(told)), str(sum(not passed for _, passed in told)), "0")
    if told != found or counts != wanted:
        return f"the report says {counts} {found}, the tests said {wanted} {told}"
    return None


# A pack that has fewer replies is a tutorial: there is nothing to guess in it.
TUTORIAL = 8


def bands_problem_of(binary, path):
    """What customer-model.md asks of every pack: nothing is out of reach for a guesser, nothing is
    a matter of course, the script never gets there, and guessing seldom does."""
    out, err, code = cases.run(binary, ["simulate", path, "--json"])
    if code != 0:
        return f"exit {code}\n" + cases.show(out + err)
    players = {p["player"]: p for p in json.loads(out)["players"]}
    wrong = [f"{name} broke off {p['runs'] - p['ended']} times"
             for name, p in players.items() if p["runs"] != p["ended"]]
    if len(players["random"]["replies"]) < TUTORIAL:
        return "\n".join(wrong) or None
    wrong += [f"a guesser ends '{o['id']}' in {o['percent']} % of runs, not in 1 to 70"
              for o in players["random"]["outcomes"] if not 1 <= o["percent"] <= 70]
    wrong += [f"{name} has a strong outcome in {players[name]['ratings']['strong']} % of runs; "
              f"{most} is the most" for name, most in (("random", 4.9), ("script", 0))
              if players[name]["ratings"]["strong"] > most]
    if players["best"]["ratings"]["strong"] < 99:
        wrong.append("the best player does not get to a strong outcome")
    return "\n".join(wrong) or None


# What a plain explorer written before the engine, in Lua and on its own reading of the
# language, found in all 21,359 whole states of birthday-bike.
EXPLORED = {"shortest": {"kept": 5, "thin": 5, "cancelled": 3, "left": 3},
            "ranges": {"calm": (0, 90), "trust": (0, 94), "heard": (0, 100)}}


def explored_problem_of(binary, path):
    facts = json.loads(cases.run(binary, ["check", path, "--json"])[0])["facts"]
    found = {"shortest": {o["id"]: o["shortest"] for o in facts["outcomes"]},
             "ranges": {m: (min(row[m]["least"] for row in facts["meters"]),
                            max(row[m]["most"] for row in facts["meters"]))
                        for m in EXPLORED["ranges"]}}
    return None if found == EXPLORED else f"check says {found}, not {EXPLORED}"


def written_problem_of(binary, path):
    """The Lua of a page for people, its pieces put together: a scenario like one of the packs."""
    with open(path, encoding="utf-8") as file:
        pieces = re.findall(r"```lua\n(.*?)```", file.read(), re.S)
    if not pieces:
        return "there is none"
    source = "".join(pieces)
    with tempfile.TemporaryDirectory() as folder:
        scenario = os.path.join(folder, "written.lua")
        with open(scenario, "w", encoding="utf-8") as file:
            file.write(source)
        problem = findings_of(binary, scenario)
        if not problem and re.search(r"^test ", source, re.M):
            problem = tests_problem_of(binary, scenario)
    return problem


def main():
    binary, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    results = cases.Results()
    packs = glob.glob(os.path.join(root, "scripts/packs/*/"))
    for path in sorted(packs + glob.glob(os.path.join(root, "scripts/templates/*.lua"))):
        name = os.path.relpath(path, os.path.join(root, "scripts"))
        results.add(f"check {name}", findings_of(binary, path))
        results.add(f"test {name}", tests_problem_of(binary, path))
        if path in packs:
            results.add(f"bands of {name}", bands_problem_of(binary, path))
    results.add("birthday-bike as a plain explorer found it",
                explored_problem_of(binary, os.path.join(root, "scripts/packs/birthday-bike")))
    for path in ("README.md", "scripts/GUIDE.md"):
        results.add(f"the scenario in {path}", written_problem_of(binary, os.path.join(root, path)))
    for path in ("tests/golden/packs/lost.lua", "scripts/packs/warranty-loop"):
        results.add(f"report of {path}", junit_problem_of(binary, os.path.join(root, path)))
    results.exit()


main()
