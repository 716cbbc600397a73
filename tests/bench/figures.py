#!/usr/bin/env python3
"""All figures of W1 (README.md) in one run, as medians and ratios.

  figures.py BUILD [--rounds 5] [--quick]

BUILD is a build folder of the release preset. What is compared alternates, round by round,
on this machine; --quick plays little, for the smoke test: it fails only on gross regressions.
"""

import json
import math
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import cases  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(HERE))
SIZES = (100, 1000, 10000, 100000)
WALKED = re.compile(r": (\d+) choices/s")


def graph(folder, nodes):
    """The folder of a generated graph of that many moments: graph.bin and walk.lua."""
    out = os.path.join(folder, f"g{nodes}")
    if not os.path.isdir(out):
        subprocess.run([sys.executable, os.path.join(HERE, "gen_graph.py"), str(nodes), out],
                       check=True, stdout=subprocess.DEVNULL)
    return out


def walk(program, graph_file, talks, mode=None):
    """(million choices a second of CPU, the line that must be the same for everybody)"""
    done = subprocess.run([program, graph_file, str(talks)] + ([mode] if mode else []),
                          capture_output=True, text=True, check=True)
    found = WALKED.search(done.stderr)
    total = next(line for line in done.stdout.splitlines() if line.startswith("sum"))
    return float(found[1]) / 1e6, total


def median(values):
    return statistics.median(values)


def walks(build, folder, rounds, sizes, talks):
    """Prints the table; whether every driver walked the same walk."""
    bench = os.path.join(build, "tests", "bench")
    same = True
    print("moments   floor  words  ratio  events   (M choices a second of CPU, medians)")
    for nodes in sizes:
        file = os.path.join(graph(folder, nodes), "graph.bin")
        rows = {"floor": [], "words": [], "events": []}
        for _ in range(rounds):
            floor, sum_floor = walk(os.path.join(bench, "bench_floor"), file, talks)
            words, sum_words = walk(os.path.join(bench, "bench_walk"), file, talks, "words")
            events, sum_events = walk(os.path.join(bench, "bench_walk"), file, talks, "events")
            same &= sum_floor == sum_words == sum_events
            rows["floor"].append(floor)
            rows["words"].append(words)
            rows["events"].append(events)
        ratio = median([w / f for w, f in zip(rows["words"], rows["floor"])])
        print(f"{nodes:7}  {median(rows['floor']):6.2f} {median(rows['words']):6.2f} {ratio:6.2f} "
              f"{median(rows['events']):7.2f}")
    print("the sum lines are the same" if same else "THE SUM LINES DIFFER")
    return same


def cpu_of(arguments, env):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    at = time.monotonic()
    done = subprocess.run(arguments, input=b"", capture_output=True, env=env, check=False)
    wall = time.monotonic() - at
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, wall, done


def loads(build, folder, rounds, sizes):
    """Cold (an empty cache) and warm loads through `play --json` at the end of input."""
    program = os.path.join(build, "earshot")
    cold_at = {}
    print("moments   cold s  cache s   (CPU of the whole program, less that of hello-customer)")
    hello = os.path.join(ROOT, "scripts", "packs", "hello-customer")
    for nodes in sizes:
        path = os.path.join(graph(folder, nodes), "walk.lua")
        command = [program, "play", path, "--json", "--no-save", "--limits", "large"]
        cold, warm, base = [], [], []
        for _ in range(rounds):
            with tempfile.TemporaryDirectory(prefix="earshot-bench-") as home:
                env = cases.environment(home)
                cpu_of([program, "play", hello, "--json", "--no-save"], env)
                base.append(cpu_of([program, "play", hello, "--json", "--no-save"], env)[0])
                cold.append(cpu_of(command, env)[0])
                warm.append(cpu_of(command, env)[0])
        cold_at[nodes] = max(median(cold) - median(base), 1e-4)
        print(f"{nodes:7}  {cold_at[nodes]:7.3f} {max(median(warm) - median(base), 0):8.4f}")
    first, last = 1000, max(cold_at)
    if last > first in cold_at:
        power = math.log(cold_at[last] / cold_at[first]) / math.log(last / first)
        print(f"cost of loading grows with size to the power of {power:.2f} "
              f"({first} to {last} moments)")


def first_event(build, rounds):
    """Wall milliseconds from the start of the program to its first line."""
    hello = os.path.join(ROOT, "scripts", "packs", "hello-customer")
    taken = []
    with tempfile.TemporaryDirectory(prefix="earshot-bench-") as home:
        for _ in range(rounds + 1):
            at = time.monotonic()
            with subprocess.Popen([os.path.join(build, "earshot"), "play", hello, "--json",
                                   "--no-save"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                  env=cases.environment(home)) as program:
                json.loads(program.stdout.readline())
                taken.append((time.monotonic() - at) * 1000)
                program.stdin.close()
                program.stdout.read()
    print(f"first event of hello-customer: {taken[0]:.1f} ms cold, "
          f"{median(taken[1:]):.1f} ms from the cache (wall, median of {rounds})")


def copies(build, folder):
    """A session's copy, and what a reply takes: bench_copy.c says how."""
    program = os.path.join(build, "tests", "bench_copy")
    bike = os.path.join(ROOT, "scripts", "packs", "birthday-bike")
    for name, command in (("birthday-bike", [bike]),
                          ("10000 moments",
                           [os.path.join(graph(folder, 10000), "walk.lua"), "--large"])):
        done = subprocess.run([program] + command, capture_output=True, text=True, check=True)
        print(f"{name}: " + "; ".join(done.stdout.splitlines()))


def main():
    build = os.path.abspath(sys.argv[1])
    quick = "--quick" in sys.argv
    rounds = int(sys.argv[sys.argv.index("--rounds") + 1]) if "--rounds" in sys.argv else 5
    with tempfile.TemporaryDirectory(prefix="earshot-bench-") as folder:
        if quick:
            sys.exit(0 if walks(build, folder, 1, (100, 1000), 2000) else 1)
        same = walks(build, folder, rounds, SIZES, 50000)
        loads(build, folder, rounds, (1000, 10000, 100000))
        first_event(build, rounds)
        copies(build, folder)
    sys.exit(0 if same else 1)


main()
