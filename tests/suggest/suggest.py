#!/usr/bin/env python3
"""`test --suggest` for every pack and template that comes with Earshot, and for the scenarios
of the golden tests: what it writes is pasted behind the scenario, every suggested test holds,
and together they reach what it said.

  suggest.py EARSHOT ROOT [PART-OF-A-PATH]
"""

import glob
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cases  # noqa: E402

OWN = "own: "


def scenarios_of(path):
    """(what to call it on the command line, its file) of each scenario."""
    if path.endswith(".lua"):
        return [(path, path)]
    files = [f for f in sorted(glob.glob(path + "/*.lua")) if not f.endswith("/pack.lua")]
    return [(f"{path}#{os.path.basename(file)[:-4]}", file) for file in files]


def covered(text):
    """The line that says what is reached."""
    return next(line[line.index("covered:"):] for line in text.splitlines() if "covered:" in line)


def paste(file, suggested):
    """Behind the scenario, whose own tests get names that tell them apart."""
    with open(file, "r+", encoding="utf-8") as scenario:
        words = re.sub(r'(?m)^test "', f'test "{OWN}', scenario.read())
        scenario.seek(0)
        scenario.write(words + "\n" + suggested)


def problem_of(binary, path, name, file):
    suggested, err, code = cases.run(binary, ["test", name, "--suggest"])
    if code != 0:
        return f"exit {code}\n" + cases.show(err)
    suggested = suggested.decode()
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, os.path.basename(path))
        (shutil.copytree if os.path.isdir(path) else shutil.copy)(path, copy)
        paste(copy + file[len(path):], suggested)
        there = copy + name[len(path):]
        out, err, _ = cases.run(binary, ["test", there, "--json"])
        reached = covered(cases.run(binary, ["test", there])[0].decode())
    if not out:
        return cases.show(err)
    tests = [t for t in json.loads(out)["tests"] if not t["name"].startswith(OWN)]
    failed = [f"{t['name']}: {t['message']}" for t in tests if not t["passed"]]
    if failed or len(tests) != suggested.count('\ntest "'):
        return "\n".join(failed) or "not every suggested test was there"
    return None if covered(suggested) == reached else f"said {covered(suggested)}\n got {reached}"


# What the suggested tests leave out, and what `check` finds to be impossible.
FINDINGS = {"replies": "W151", "moments": "E150", "outcomes": "E150"}


def disagreement_of(binary, name):
    """A proof by other means: what check proves impossible is what no test reaches."""
    said = json.loads(cases.run(binary, ["test", name, "--suggest", "--json"])[0])["coverage"]
    checked = json.loads(cases.run(binary, ["check", name, "--json"])[0])
    if not checked["facts"]["proved"]:
        return None
    found = {(f["code"], f["line"]) for f in checked["findings"]}
    left = {(FINDINGS[kind], m["line"]) for kind in FINDINGS for m in said[kind]["missing"]}
    impossible = {f for f in found if f[0] in FINDINGS.values()}
    # A reply of a moment that nobody reaches is no finding of its own.
    if impossible - left or (left - impossible and not impossible):
        return f"check finds {sorted(impossible)}, the tests leave out {sorted(left)}"
    conditions = {m["line"] for m in said["conditions"]["missing"]}
    wrong = {line for code, line in found if code == "W155"} - conditions
    return f"conditions of lines {sorted(wrong)} came out both ways" if wrong else None


def stopped(binary, arguments, seconds):
    """What is on stdout after Ctrl-C, and the exit code."""
    with tempfile.TemporaryDirectory(prefix="earshot-test-") as folder:
        child = subprocess.Popen([binary, *arguments], env=cases.environment(folder),
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        try:
            out, _ = child.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGINT)
            out, _ = child.communicate(timeout=cases.TIMEOUT)
    return out, child.returncode


def problem_of_stopping(binary, path):
    """Ctrl-C: what is known so far is written, and said not to be all."""
    out, code = stopped(binary, ["test", path, "--suggest"], 1)
    if code != 130 or b"until it was stopped" not in out:
        return f"suggest: exit {code}\n" + cases.show(out[:500])
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, os.path.basename(path))
        shutil.copy(path, copy)
        paste(copy, out.decode())
        told = json.loads(cases.run(binary, ["test", copy, "--json"])[0])
    if told["failed"] or not told["passed"]:
        return f"{told['passed']} of the suggested tests hold, {told['failed']} do not"
    out, code = stopped(binary, ["test", path, "--suggest", "--json"], 1)
    if code != 130 or json.loads(out)["complete"]:
        return f"suggest --json: exit {code}\n" + cases.show(out[:500])
    out, code = stopped(binary, ["graph", path, "--runs", "10000000", "-o", "-", "--format",
                                 "json"], 1)
    graph = json.loads(out)
    if code != 130 or not graph.get("stopped") or graph["proved"]:
        return f"graph: exit {code}\n" + cases.show(out[:500])
    return None


def of_flags(count):
    """A scenario of more states than anybody can go through."""
    yield 'scenario "Flags" {}\nsam = customer "Sam" {}\n'
    for i in range(count):
        yield f'flag "f{i}" "flag {i}"\n'
    yield 'moment "hub"\n  sam "Well."\n'
    for i in range(count):
        yield f'  you "Set {i} now" {{ again = true, set = "f{i}" }}\n'
    every = " and ".join(f"f{i}" for i in range(count))
    yield f'  you "Done" {{ when = "{every}", go = "all" }}\n  you "Give up" {{ go = "out" }}\n'
    yield '  go "hub"\noutcome "all" {}\n  sam "Bye."\noutcome "out" {}\n  sam "Bye."\n'


def problem_of_stopping_check(binary, path):
    """Ctrl-C in the middle of a search: what it has met is known."""
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(of_flags(48))
    out, code = stopped(binary, ["check", path, "--json", "--max-states", "900000000"], 1)
    facts = json.loads(out)["facts"]
    ends = {end["id"]: end for end in facts["outcomes"]}
    if code != 130 or facts["proved"] or facts["not_proved"] != ["it was stopped"]:
        return f"exit {code}\n" + cases.show(out[:500])
    if ends["out"] != {"id": "out", "reachable": True, "shortest": 1}:
        return f"an ending after one reply is {ends['out']}"
    return None if "reachable" not in ends["all"] else f"nobody knows: {ends['all']}"


def main():
    binary, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    part = sys.argv[3] if len(sys.argv) > 3 else ""
    paths = glob.glob(os.path.join(root, "scripts/packs/*"))
    paths += glob.glob(os.path.join(root, "scripts/templates/*.lua"))
    paths += [os.path.join(root, f"tests/golden/packs/{name}.lua")
              for name in ("kinds", "functions", "gathers", "order", "roads", "suggested")]
    results = cases.Results()
    for path in sorted(paths):
        for name, file in scenarios_of(path):
            if part in name:
                results.add("suggest " + os.path.relpath(name, root),
                            problem_of(binary, path, name, file))
                results.add("check agrees on " + os.path.relpath(name, root),
                            disagreement_of(binary, name))
    if not part:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, os.path.join(root, "tests/bench/gen_graph.py"), "1000",
                            folder], check=True)
            results.add("Ctrl-C leaves what is known",
                        problem_of_stopping(binary, os.path.join(folder, "walk.lua")))
            results.add("Ctrl-C leaves what a search has met",
                        problem_of_stopping_check(binary, os.path.join(folder, "flags.lua")))
    results.exit()


main()
