#!/usr/bin/env python3
"""Random play by `simulate` beside random play in plain Lua, alternating; CPU seconds, medians.

  random_play.py EARSHOT ROOT [RUNS]

Prints the shares of both, which must be alike, and how many times faster `simulate` is on one
thread: its whole process, loading included, against the playing alone of the other.
"""

import json
import os
import resource
import statistics
import subprocess
import sys

ROUNDS = 7


def cpu_of(arguments):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(arguments, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    binary, root = sys.argv[1], sys.argv[2]
    runs = sys.argv[3] if len(sys.argv) > 3 else "100000"
    pack = os.path.join(root, "scripts/packs/birthday-bike")
    script = os.path.join(root, "tests/bench/random_play.lua")
    ours, theirs, ratios = [], [], []
    for _ in range(ROUNDS):
        done, own = cpu_of([binary, "simulate", pack, "--player", "random", "--runs", runs,
                            "--jobs", "1", "--json"])
        lua, _ = cpu_of(["lua5.4", script, os.path.join(pack, "birthday-bike.lua"), runs])
        other = float(lua.stderr.split()[-1])
        ours.append(own)
        theirs.append(other)
        ratios.append(other / own)
    outcomes = json.loads(done.stdout)["players"][0]["outcomes"]
    print("simulate:", ", ".join(f"{o['id']} {o['percent']} %" for o in outcomes))
    print("lua:     ", ", ".join(" ".join(line.split()) for line in lua.stdout.decode().splitlines()))
    print(f"{runs} runs, CPU seconds: simulate {statistics.median(ours):.3f}, "
          f"plain Lua {statistics.median(theirs):.3f}; {statistics.median(ratios):.1f} times")


main()
