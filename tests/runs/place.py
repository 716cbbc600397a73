"""A home of its own for a case, and what is asked of runs in it."""

import json
import os
import subprocess
import sys
import zlib

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cases  # noqa: E402

NAMES = ["Ann", "=cmd()", "Robert'); DROP TABLE runs;--", "Zoë \\ \"x\" \u202e", "%s%n"]
SLOW = "--slow" in sys.argv
SCENARIO = """scenario "Ed" {}
sam = customer "Sam" {}
meter "calm" { start = 50, shows = "tension" }
flag "knows" "he knows"
skill "listen" "listen"
moment "a"
  sam "Hi."
  notice "How is he?" { "fine", "not fine", answer = 2, skill = "listen" }
  you "One"  { mood = "calm +5", go = "b" }
  you "Two"  { mood = "calm -5", go = "b" }
moment "b"
  sam "And?"
  you "Three" { mood = "calm +5", set = "knows" }
  you "Four"  { mood = "calm -5" }
  sam "Hm."
  you "Five" { mood = "calm +5", go = "good" }
  you "Six"  { mood = "calm -5", go = "good" }
outcome "good" { title = "Good", rating = "strong" }
  sam "Bye."
"""


class Place:
    """A home of its own, and a scenario in it."""

    def __init__(self, binary, root, folder):
        self.binary, self.root, self.folder = binary, root, folder
        self.env = cases.environment(folder)
        self.scenario = os.path.join(folder, "ed.lua")
        self.write(SCENARIO)

    def write(self, text):
        with open(self.scenario, "w", encoding="utf-8") as file:
            file.write(text)

    def runs_folder(self):
        return os.path.join(self.folder, "data", "earshot", "runs")

    def journals(self):
        try:
            names = sorted(os.listdir(self.runs_folder()))
        except FileNotFoundError:
            return []
        return [os.path.join(self.runs_folder(), n) for n in names if n.endswith(".run")]

    def earshot(self, *arguments, stdin=b"", **more):
        done = subprocess.run([self.binary, *arguments], input=stdin, env=self.env,
                              timeout=cases.TIMEOUT, capture_output=True, check=False, **more)
        return done.stdout.decode(), done.stderr.decode(), done.returncode

    def play(self, *orders, resume=False, options=(), code=0):
        """The events of `play --json` with these commands."""
        arguments = ["play", self.scenario, "--json", *options, *(["--resume"] if resume else [])]
        stdin = "".join(json.dumps(order) + "\n" for order in orders).encode()
        out, err, got = self.earshot(*arguments, stdin=stdin)
        assert got == code, f"exit {got}: {err}{out[-300:]}"
        self.err = err
        return [json.loads(line) for line in out.splitlines()]


def say(words):
    return {"choose": words}


def kinds(events):
    return [event["event"] for event in events]


def replies(events):
    return [event["id"] for event in events if event["event"] == "reply"]


def lines_of(path):
    """The JSON of a journal's lines; every frame is checked."""
    found = []
    with open(path, "rb") as file:
        for line in file.read().splitlines(keepends=True):
            crc, length, text = line.split(b" ", 2)
            assert line.endswith(b"\n") and len(text) == int(length) + 1, line
            assert zlib.crc32(text[:-1]) == int(crc, 16), line
            found.append(json.loads(text))
    assert [line["n"] for line in found] == list(range(1, len(found) + 1))
    return found


def same(got, want, what):
    assert got == want, f"{what}\nwant: {want}\n got: {got}"


def many(place):
    for name in NAMES:
        place.play(say("One"), say("Three"), say("Five"), options=["--learner", name])
        place.play(say("Two"), say("Four"), say("Six"), options=["--learner", name])
        place.play(say("Two"), options=["--learner", name])


def history_path(place):
    return os.path.join(place.folder, "data", "earshot", "history.sqlite")


def told(place, code=0, **more):
    (path,) = place.journals()
    run = os.path.basename(path)[:-len(".run")]
    out, err, got = place.earshot("report", run, "--format", "json", **more)
    assert got == code, f"exit {got}: {err}"
    return json.loads(out), err


def replayed(place, *options, run=None, code=0):
    out, err, got = place.earshot("replay", run or place.journals()[-1], "--json", *options)
    same(got, code, f"exit ({err}{out})")
    return json.loads(out) if out else err
