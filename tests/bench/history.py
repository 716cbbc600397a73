#!/usr/bin/env python3
"""What keeping runs costs: a reply's line on the disk, opening a history of many runs, a
report over a tenth of them.

  history.py EARSHOT ROOT [--runs 100000] [--check]

Made in a folder of its own: one run of each of two lessons is played and its journal copied
under other ids, days and learners (nine of ten from the shorter one). Wall times, medians;
`--check` fails where one is over its goal by more than three times, for machines that are
busy with something else.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zlib

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cases  # noqa: E402

SHORT, LONG = "scripts/packs/hello-customer", "scripts/packs/third-bill"
DAY = 86_400_000  # ms
ROUNDS = 7
SLACK = 3


class Home:
    def __init__(self, binary, root, folder):
        self.binary, self.root, self.folder = binary, root, folder
        self.env = cases.environment(folder)

    def runs(self):
        return os.path.join(self.folder, "data", "earshot", "runs")

    def earshot(self, *arguments):
        began = time.perf_counter()
        done = subprocess.run([self.binary, *arguments], cwd=self.root, env=self.env,
                              capture_output=True, check=False)
        took = 1000 * (time.perf_counter() - began)
        assert done.returncode == 0, done.stderr.decode()
        return took

    def median(self, *arguments):
        return statistics.median(self.earshot(*arguments) for _ in range(ROUNDS))

    def play(self, pack):
        """One run to its end; how long each reply took, ms."""
        process = subprocess.Popen([self.binary, "play", pack, "--json"], cwd=self.root,
                                   env=self.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        asked, took = None, []
        for line in process.stdout:
            event = json.loads(line)["event"]
            if event in ("choice", "end") and asked:
                took.append(1000 * (time.perf_counter() - asked))
            if event == "end":
                break
            if event == "choice":
                asked = time.perf_counter()
                process.stdin.write(b'{"choose":1}\n')
                process.stdin.flush()
        process.stdin.close()
        process.wait()
        return took

    def newest(self):
        name = max(os.listdir(self.runs()))
        with open(os.path.join(self.runs(), name), "rb") as file:
            return file.read()


def line_of(event):
    text = json.dumps(event, separators=(",", ":"), ensure_ascii=False).encode()
    return b"%08x %d %s\n" % (zlib.crc32(text), len(text), text)


def copies(home, journal, numbers):
    """The same run, begun at other times by other people."""
    first, rest = journal.split(b"\n", 1)
    start = json.loads(first.split(b" ", 2)[2])
    for number in numbers:
        wall = start["wall"] - DAY - 1000 * number
        when = time.strftime("%Y-%m-%d-%H%M%S", time.gmtime(wall / 1000))
        start.update(id=f"{when}{wall % 1000:03d}-{number % 36**6:06d}", learner=f"L{number % 997}")
        with open(os.path.join(home.runs(), start["id"] + ".run"), "wb") as file:
            file.write(line_of({**start, "wall": wall}) + rest)


def disk_time(folder):
    """A line of a journal's size written and synced by nobody but us: ms."""
    took = []
    with open(os.path.join(folder, "line"), "wb", buffering=0) as file:
        for _ in range(40):
            began = time.perf_counter()
            file.write(b"x" * 400 + b"\n")
            os.fdatasync(file.fileno())
            took.append(1000 * (time.perf_counter() - began))
    return statistics.median(took)


def figures(home, count):
    replies = statistics.median(t for _ in range(3) for t in home.play(LONG))
    yield "a reply, its line synced, beyond the disk's own time", \
        replies - disk_time(home.folder), 5
    long = home.newest()
    home.play(SHORT)
    short = home.newest()
    copies(home, long, range(0, count // 10))
    copies(home, short, range(count // 10, count))
    empty = Home(home.binary, home.root, os.path.join(home.folder, "empty"))
    yield f"the history of {count} runs made anew", home.earshot("runs", "--rebuild"), None
    nobody = ("runs", "--learner", "nobody at all")
    yield f"a history of {count} runs opened", home.median(*nobody) - empty.median(*nobody), 100
    report = ("report", "--pack", LONG, "--format", "html")
    yield f"a group's report over {count // 10} runs", home.median(*report), 2000


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("earshot")
    parser.add_argument("root")
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--check", action="store_true")
    args = parser.parse_args()
    late = 0
    with tempfile.TemporaryDirectory(prefix="earshot-bench-") as folder:
        home = Home(os.path.abspath(args.earshot), os.path.abspath(args.root), folder)
        for name, took, goal in figures(home, args.runs):
            print(f"{took:10.1f} ms  {name}" + (f" (goal {goal})" if goal else ""), flush=True)
            late += bool(args.check and goal and took > SLACK * goal)
    sys.exit(1 if late else 0)


main()
