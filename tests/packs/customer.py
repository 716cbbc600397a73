#!/usr/bin/env python3
"""What the customer model must bring out, and that no single figure of it brings it out.

  customer.py EARSHOT ROOT

Listening first beats solving first with the same replies; fixing alone ends fixed and not heard,
kindness alone heard and not fixed; the script never reaches a strong outcome. Then every constant
of scripts/lib/v1/customer.lua is changed by 30 % either way, one at a time, and the order of the
players and of the two roads must stay as it is.
"""

import json
import os
import re
import shutil
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cases  # noqa: E402

LISTENING = ["reflect", "ask", "rephrase", "offer", "act", "confirm"]
SOLVING = ["offer", "act", "confirm", "reflect", "ask", "rephrase"]
ORDER = ["listener", "fixer", "random", "script"]
RUNS = "400"
# Not constants of the model: ranges, points of skills, notes.
LEFT_OUT = re.compile(r'\b(min|max) = -?\d+|skill = "[^"]*"|^\s*--.*$|--.*$', re.MULTILINE)
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w.])")
WHOLE = re.compile(r'start = $|drift = "toward $')  # what stands before a number without decimals


def constants(text):
    """Where each constant of the model stands."""
    masked = LEFT_OUT.sub(lambda m: "x" * len(m.group()), text)
    return [m.span() for m in NUMBER.finditer(masked) if float(m.group()) != 0]


def changed(text, span, factor):
    value = float(text[span[0]:span[1]]) * factor
    whole = WHOLE.search(text[:span[0]])
    return text[:span[0]] + (str(round(value)) if whole else f"{value:.6g}") + text[span[1]:]


def csat_of_road(binary, path, road):
    commands = "".join(json.dumps({"choose": reply}) + "\n" for reply in road)
    out, _, _ = cases.run(binary, ["play", path, "--json", "--no-save"], commands.encode())
    events = [json.loads(line) for line in out.splitlines()]
    return next(e["value"] for e in events if e["event"] == "kpi" and e["id"] == "csat")


def played(binary, path, player):
    out, err, code = cases.run(
        binary, ["simulate", path, "--json", "--runs", RUNS, "--player", player])
    if code != 0:
        raise ValueError(f"exit {code}\n" + cases.show(out + err))
    return json.loads(out)["players"][0]


def players(binary, path, names):
    return {name: played(binary, path, name) for name in names}


def csat(player):
    return next(k["mean"] for k in player["kpis"] if k["id"] == "csat")


def wrong_order(binary, path):
    """Where the order is not what it should be; None."""
    told = players(binary, path, ORDER)
    if told["script"]["ratings"]["strong"] > 0:
        return "the script reaches a strong outcome"
    for higher, lower in zip(ORDER, ORDER[1:]):
        if csat(told[higher]) <= csat(told[lower]):
            return (f"{higher} ({csat(told[higher])}) should be more satisfying than "
                    f"{lower} ({csat(told[lower])})")
    if csat_of_road(binary, path, LISTENING) <= csat_of_road(binary, path, SOLVING):
        return "solving first is as good as listening first"
    return None


def commonest(player):
    return max(player["outcomes"], key=lambda outcome: outcome["runs"])["id"]


def check_as_it_is(binary, path, results):
    told = players(binary, path, ["best", *ORDER, "worst"])
    out, err, code = cases.run(binary, ["test", path])
    results.add("roads through the model", None if code == 0 else cases.show(out + err))
    ends = commonest(told["fixer"])
    results.add("a fixer ends fixed, not heard", None if ends == "fixed" else ends)
    share = told["random"]["ratings"]["strong"]
    results.add("a guesser is strong in under 5 % of runs", None if share < 5 else f"{share} %")
    results.add("the order of players", wrong_order(binary, path))
    ends = commonest(told["best"])
    results.add("the best player is heard, and has it fixed", None if ends == "kept" else ends)
    between = csat(told["best"]) > csat(told["listener"]) and csat(told["script"]) > csat(told["worst"])
    results.add("best is above all, worst below", None if between else "it is not")


def main():
    binary, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    results = cases.Results()
    with open(os.path.join(root, "scripts/lib/v1/customer.lua"), encoding="utf-8") as file:
        model = file.read()
    with tempfile.TemporaryDirectory(prefix="earshot-customer-") as folder:
        scenario = os.path.join(folder, "order.lua")
        library = os.path.join(folder, "lib/customer.lua")
        os.mkdir(os.path.dirname(library))
        shutil.copy(os.path.join(root, "tests/packs/order.lua"), scenario)
        with open(os.path.join(folder, "pack.lua"), "w", encoding="utf-8") as file:
            file.write('pack "Order" { id = "order", version = "1.0.0", scenarios = { "order" } }\n')
        check_as_it_is(binary, os.path.join(root, "tests/packs/order.lua"), results)
        for span in constants(model):
            line = model.count("\n", 0, span[0]) + 1
            for factor in (0.7, 1.3):
                with open(library, "w", encoding="utf-8") as file:
                    file.write(changed(model, span, factor))
                name = f"customer.lua:{line}: {model[span[0]:span[1]]} times {factor}"
                results.add(name, wrong_order(binary, folder))
    results.exit()


main()
