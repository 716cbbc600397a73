#!/usr/bin/env python3
"""scripts/lib/v1/customer.lua against its design, reckoned again here, independently.

  customer.py EARSHOT ROOT

Plays seeded roads through tests/golden/packs/figures.lua with the real binary; every meter at
the end, every rule told and every figure must be what the tables below give. A new rule or
number: change it here first.
"""

import json
import os
import random
import sys
from fractions import Fraction as F

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cases  # noqa: E402

METERS = ("calm", "heard", "trust", "progress", "effort")
START = (30, 15, 40, 0, 0)
INTENTS = {  # calm, heard, trust, progress, effort
    "Act.": (10, 3, 11, 40, 0), "Reflect.": (6, 18, 4, 0, 0), "Sorry.": (5, 6, 3, 0, 0),
    "Blame.": (-12, -14, -16, 0, 4), "Done.": None}


def rounded(value):
    """Half away from zero."""
    whole = int(abs(value) + F(1, 2))
    return whole if value >= 0 else -whole


class Customer:
    def __init__(self):
        self.at = dict(zip(METERS, START))
        self.used, self.rules, self.calm = {}, [], [30]
        self.first = 30
        self.relieved = self.left = False

    def move(self, meter, by):
        before = self.at[meter]
        self.at[meter] = min(100, max(0, rounded(before + F(by))))
        if meter == "calm" and self.at[meter] != before:
            self.calm.append(self.at[meter])
        return self.at[meter] - before

    def say(self, words):
        row, before = INTENTS[words], dict(self.at)
        times = self.used[words] = self.used.get(words, 0) + 1
        for meter, by in zip(METERS, row or ()):
            self.move(meter, by * F(6, 10) ** (times - 1) if by > 0 else by)
        gained = {m: self.at[m] - before[m] for m in METERS}
        self.follow(words, times, gained)
        toward = 45 - self.at["calm"]  # the drift
        self.move("calm", max(-1, min(1, toward)))
        if sum(self.used.values()) == 1:
            self.first = self.at["calm"]

    def follow(self, words, times, gained):
        if self.at["heard"] < 40 and words == "Act.":
            self.rules.append("too soon")
            self.move("trust", -F(max(gained["trust"], 0), 2))
            self.move("progress", -F(max(gained["progress"], 0), 2))
            self.move("calm", -6)
            self.move("heard", -3)
        if self.at["heard"] > 80 and self.at["progress"] < 50 and words in ("Reflect.", "Sorry."):
            self.rules.append("all talk")
            self.move("calm", -8)
            self.move("trust", -5)
        if words == "Sorry." and times >= 3:
            self.rules.append("one sorry too many")
            self.move("calm", -3)
            self.move("heard", -3)
        if self.at["progress"] >= 90 and not self.relieved:
            self.relieved = True
            self.move("calm", 15)
        self.left = self.at["calm"] <= 0 or self.at["effort"] >= 100

    def figures(self):
        at = self.at
        extreme = 30
        for value in self.calm:
            if abs(value - 30) > abs(extreme - 30):
                extreme = value
        felt = F(20, 100) * self.first + F(35, 100) * extreme + F(45, 100) * at["calm"]
        treated = F(at["heard"] + at["trust"], 2)
        justice = F(45, 100) * at["progress"] + F(40, 100) * treated + F(15, 100) * (100 - at["effort"])
        s = (felt / 2 + justice / 2) / 100
        solved = at["progress"] >= 90
        values = {"felt": (felt, 0, 100), "csat": (1 + 4 * s, 1, 5),
                  "ltr": (10 * (F(7, 10) * s + F(3, 10) * F(at["trust"], 100)), 0, 10),
                  "ces": (7 - F(6 * at["effort"], 100) - (0 if solved else F(18, 10)), 1, 7),
                  "connection": (treated, 0, 100)}
        return {k: float(min(most, max(least, F(rounded(v * 10), 10))))
                for k, (v, least, most) in values.items()}


def road(seed):
    chance = random.Random(seed)
    return [chance.choice(list(INTENTS)[:4]) for _ in range(chance.randint(1, 9))] + ["Done."]


def problem_of(binary, root, words):
    model, said = Customer(), []
    for one in words:
        said.append(one)
        model.say(one)
        if model.left:
            break
    stdin = "".join(json.dumps({"choose": one}) + "\n" for one in said).encode()
    out, err, code = cases.run(binary, ["play", "tests/golden/packs/figures.lua", "--json"], stdin, root)
    events = [json.loads(line) for line in out.splitlines()]
    if code != 0 or events[-1]["event"] != "end":
        return cases.show(out[-300:] + err)
    got = (events[-1]["meters"], [e["name"] for e in events if e["event"] == "rule"],
           {e["id"]: float(e["value"]) for e in events if e["event"] == "kpi"})
    want = (model.at, model.rules, model.figures())
    return None if got == want else f"{said}\nwant {want}\n got {got}"


def main():
    binary, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    results = cases.Results()
    for seed in range(40):
        results.add(f"customer road {seed}", problem_of(binary, root, road(seed)))
    results.exit()


main()
