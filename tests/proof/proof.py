#!/usr/bin/env python3
"""What `check` proves, found a second time by playing: every road through each small scenario of
tests/bad is played over `play --json`, reply by reply, and what was met on them is compared.

  proof.py EARSHOT ROOT [PART-OF-A-NAME]

Nothing here knows how the program tells states apart: two are the same when a program that plays
sees the same meters, flags, points, counts and replies. A scenario may say in a comment how deep
to go and how many seeds to try:   --@ depth=60 seeds=8
What was left out because it is too deep is no difference; what was met and is not proved is one.
"""

import collections
import glob
import json
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cases  # noqa: E402

DEPTH = 12   # replies
STATES = 400
COUNTED = 6  # counts above that are taken for the same
ENDED, STUCK = "ended", "stuck"


class Talk:
    """A conversation with the program."""

    def __init__(self, binary, path, seed, folder):
        self.process = subprocess.Popen(
            [binary, "play", path, "--json", "--no-save", "--seed", str(seed)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env=cases.environment(folder))
        self.events = self.listen()

    def listen(self):
        events = []
        for line in self.process.stdout:
            events.append(json.loads(line))
            if events[-1]["event"] in ("choice", "end", "state", "error"):
                return events
        return events + [{"event": "error", "code": "none"}]

    def say(self, **command):
        self.process.stdin.write(json.dumps(command).encode() + b"\n")
        self.process.stdin.flush()

    def ask(self, **command):
        self.say(**command)
        return self.listen()

    def close(self):
        self.process.kill()
        self.process.communicate()


class Roads:
    """Every road through a scenario, and what was met on them."""

    def __init__(self, binary, path, folder):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        self.start = lambda seed: Talk(binary, path, seed, folder)
        asked = dict(re.findall(r"(depth|seeds)=(\d+)", text))
        code = re.sub(r"--.*|(seconds|minutes) *= ", "", text)
        self.depth = int(asked.get("depth", DEPTH))
        self.by_time = re.search(r"\b(turn|minutes|seconds|since)\b", code) is not None
        self.by_past = re.search(r"\b(first|lowest|highest|extreme)\(", code) is not None
        self.offered, self.lines, self.moments = set(), set(), set()
        self.shortest, self.ways, self.ranges = {}, {}, {}
        self.stuck = False
        self.whole = "seeds" in asked or "chance(" not in code
        for seed in range(1, int(asked.get("seeds", 1)) + 1):
            self.walk(seed)

    def walk(self, seed):
        self.seed, self.road, self.seen = seed, [], {}
        self.talk = self.start(seed)
        events = self.talk.events
        self.note(events)
        if events[-1]["event"] == "choice":
            past = self.past({}, events)
            key = self.key(events[-1], past)
            self.seen[key] = 0
            self.go_on(key, events, past)
        self.talk.close()

    def note(self, events):
        for e in events:
            if e["event"] == "line":
                self.lines.add(e["id"])
            elif e["event"] == "moment":
                self.moments.add(e["id"])
            elif e["event"] == "choice":
                self.offered.update(r["id"] for r in e["replies"])
            elif e["event"] == "error":
                self.stuck = True
            elif e["event"] == "outcome":
                self.moments.add(e["id"])
                self.shortest[e["id"]] = min(self.shortest.get(e["id"], 999), len(self.road))

    @staticmethod
    def past(before, events):
        """What a meter has been, as far as a condition may ask; whether a question is open."""
        now = dict(before, open=any(e["event"] == "notice" for e in events))
        for e in events:
            if e["event"] == "mood":
                was = now.get(e["meter"], [e["from"]] * 3)
                now[e["meter"]] = [was[0], min(was[1], e["to"]), max(was[2], e["to"])]
            elif e["event"] == "choice":
                for meter in [m for m in now if m not in ("open", "first")]:
                    now.setdefault("first", {}).setdefault(meter, now[meter])
        return now

    def key(self, choice, past):
        state = self.talk.ask(state=True)[-1]
        for meter, value in state["meters"].items():
            low, high = self.ranges.get((state["moment"], meter), (value, value))
            self.ranges[state["moment"], meter] = (min(low, value), max(high, value))
        counts = {k: min(n, COUNTED) for k, n in state["counts"].items()}
        return json.dumps([state["moment"], state["meters"], state["flags"], state["points"],
                           counts, [r["id"] for r in choice["replies"]], past["open"],
                           (state["turn"], state["seconds"]) if self.by_time else 0,
                           past if self.by_past else 0], sort_keys=True)

    def play(self, act):
        notice, reply = act
        if notice:
            self.talk.say(notice=notice)
        events = self.talk.ask(choose=reply)
        return events

    def back(self, restart):
        if not restart and self.talk.ask(back=True)[-1]["event"] == "choice":
            return
        self.talk.close()
        self.talk = self.start(self.seed)
        for act in self.road:
            self.play(act)

    def go_on(self, key, events, past):
        options = [0]
        for e in events:
            if e["event"] == "notice":
                options = range(len(e["options"]) + 1)
        ways = self.ways.setdefault(key, set())
        for act in [(n, i + 1) for i in range(len(events[-1]["replies"])) for n in options]:
            ways.add(self.arrive(act, past))

    def arrive(self, act, past):
        """Where a reply leads, all that comes after it played too."""
        self.road.append(act)
        events = self.play(act)
        self.note(events)
        kind = events[-1]["event"]
        to = ENDED if kind == "end" else STUCK
        if kind == "choice":
            now = self.past(past, events)
            to = self.key(events[-1], now)
            if len(self.road) < self.seen.get(to, 999):
                self.seen[to] = len(self.road)
                if len(self.road) < self.depth and len(self.seen) < STATES:
                    self.go_on(to, events, now)
                else:
                    self.whole = False
        self.road.pop()
        self.back(kind != "choice" or act[0] or past["open"])
        return to

    def trapped(self):
        """Whether there is a state from which neither an end nor a dead end follows."""
        before = collections.defaultdict(set)
        for key, ways in self.ways.items():
            for to in ways:
                before[to].add(key)
        out, todo = set(), [ENDED, STUCK]
        while todo:
            for key in before[todo.pop()] - out:
                out.add(key)
                todo.append(key)
        return len(out) < len(self.ways)


def replayed(binary, path, road, folder):
    """The outcome that a road of `check` comes to when it is played."""
    talk = Talk(binary, path, road.get("seed", 1), folder)
    events = talk.events
    for reply in road["replies"]:
        events = talk.ask(choose=reply)
    talk.close()
    return next((e["id"] for e in events if e["event"] == "outcome"), None)


def differences(binary, path, roads, folder):
    checked = [cases.run(binary, ["check", path, "--json", "--jobs", jobs]) for jobs in "12"]
    if checked[0] != checked[1]:
        yield "one thread and two do not say the same"
    found = json.loads(checked[0][0])
    facts = found["facts"]
    codes = collections.Counter(f["code"] for f in found["findings"])
    if not facts["proved"]:
        return
    for outcome in facts["outcomes"]:
        name, met = outcome["id"], roads.shortest.get(outcome["id"])
        if outcome.get("shortest") != met and (roads.whole or met is not None):
            yield f"'{name}' is met after {met}, check says {outcome}"
    if roads.whole and roads.trapped() and not codes["E157"]:
        yield "there is a trap that check does not find"
    if roads.stuck and not codes["E102"] + codes["E154"] + codes["E157"]:
        yield "somebody gets stuck and check does not find it"
    if roads.whole and not roads.stuck and codes["E102"] + codes["E154"]:
        yield "check finds somebody stuck, nobody is"
    for row in facts["meters"]:
        for meter, said in row.items():
            met = roads.ranges.get((row["moment"], meter))
            if met and roads.whole and met != (said["least"], said["most"]):
                yield f"'{meter}' in '{row['moment']}' is {met}, check says {said}"
    covered = json.loads(cases.run(binary, ["test", path, "--json"])[0])["coverage"]
    if roads.whole and not codes["E150"]:
        lines = sum(f["code"] == "W153" and f["message"].startswith("This line")
                    for f in found["findings"])
        for kind, never, met in (("replies", codes["W151"], roads.offered),
                                 ("lines", lines, roads.lines)):
            if covered[kind]["of"] - len(met) != never:
                yield f"{len(met)} of {covered[kind]['of']} {kind} are met, {never} never"
    for road in facts["roads"]:
        plain = not road.get("notices") and (not road.get("luck") or "seed" in road)
        if plain and replayed(binary, path, road, folder) != road["outcome"]:
            yield f"the road {road} does not lead there"


def problem_of(binary, path):
    out, _, code = cases.run(binary, ["play", path, "--json", "--no-save"])
    if code not in (0, 5) or not out:
        return "skip"  # not to be played
    with tempfile.TemporaryDirectory(prefix="earshot-test-") as folder:
        roads = Roads(binary, path, folder)
        return "\n".join(differences(binary, path, roads, folder)) or None


def main():
    binary, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    part = sys.argv[3] if len(sys.argv) > 3 else ""
    paths = sorted(p for p in glob.glob(os.path.join(root, "tests/bad/*.lua"))
                   if part in os.path.basename(p))
    results = cases.Results()
    with ThreadPoolExecutor(2) as pool:
        for path, problem in zip(paths, pool.map(lambda p: problem_of(binary, p), paths)):
            if problem != "skip":
                results.add("proof " + os.path.basename(path), problem)
    results.exit()


main()
