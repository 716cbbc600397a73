#!/usr/bin/env python3
"""First picture, rest, moving text and face, memory: the window under Xvfb, as ratios.

  window.py EARSHOT ROOT [--rounds N] [--size WxH] [--beside NAME=COMMAND ...]

Reads what the X server really shows (Xvfb -fbdir) and what the kernel counted (/proc), so
that it needs nothing from the program; programs named by --beside (the same screen in
something else) take turns with it in the same run. Medians. See README.md.
"""

import argparse
import mmap
import os
import shlex
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import time

SAMPLES = 40  # in each direction
PATIENCE = 20  # seconds


class Screen:
    """An X server of our own, and its pixels."""

    def __init__(self, size):
        self.folder = tempfile.mkdtemp(prefix="earshot-bench-")
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", size + "x24", "-fbdir",
             self.folder, "-nolisten", "tcp"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            self.name = ":" + pipe.readline().strip()
        with open(self.folder + "/Xvfb_screen0", "rb") as file:
            self.pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        head = struct.unpack(">25I", self.pixels[:100])
        self.begin, self.row = head[0] + head[19] * 12, head[12]
        self.width, self.height = head[4], head[5]

    def samples(self):
        found = []
        for y in range(SAMPLES):
            line = self.begin + (y * self.height // SAMPLES + 7) * self.row
            for x in range(SAMPLES):
                at = line + (x * self.width // SAMPLES + 7) * 4
                found.append(self.pixels[at:at + 3])
        return found

    def close(self):
        self.server.terminate()
        self.server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def cpu_of(pid):
    """Seconds on a processor, of every thread."""
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/schedstat", encoding="ascii") as file:
            total += int(file.read().split()[0])
    return total / 1e9


def wakes_of(pid):
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/status", encoding="ascii") as file:
            total += sum(int(line.split()[1]) for line in file if "ctxt_switches" in line)
    return total


def memory_of(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        for line in file:
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
    return 0


class Run:
    """One program, started on a screen that shows nothing."""

    def __init__(self, screen, command):
        self.home = tempfile.mkdtemp(prefix="earshot-bench-")
        os.makedirs(self.home + "/.config/earshot")
        with open(self.home + "/.config/earshot/settings.lua", "w", encoding="ascii") as file:
            file.write('full_screen = "on"\n')
        env = {"PATH": os.environ["PATH"], "HOME": self.home, "DISPLAY": screen.name,
               "LC_ALL": "C.UTF-8", "SDL_FRAMEBUFFER_ACCELERATION": "0",
               "XDG_CACHE_HOME": os.path.join(tempfile.gettempdir(), "earshot-bench-cache")}
        empty = screen.samples()
        began = time.monotonic()
        self.process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        self.wall = self.cpu = None
        while time.monotonic() - began < PATIENCE and self.process.poll() is None:
            changed = sum(a != b for a, b in zip(empty, screen.samples()))
            if changed > .6 * len(empty):  # INSTEAD leaves its sides black
                self.wall = time.monotonic() - began
                self.cpu = cpu_of(self.process.pid)
                return
            time.sleep(.001)
        self.close()
        raise SystemExit(f"{command[0]}: nothing was shown over the whole screen")

    def share(self, settle, seconds):
        """(part of one core, wake-ups a second) from `settle` on."""
        time.sleep(settle)
        cpu, wakes, began = cpu_of(self.process.pid), wakes_of(self.process.pid), time.monotonic()
        time.sleep(seconds)
        took = time.monotonic() - began
        return ((cpu_of(self.process.pid) - cpu) / took * 100,
                (wakes_of(self.process.pid) - wakes) / took)

    def close(self):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.home, ignore_errors=True)


def first_pictures(screen, programs, rounds):
    walls = {name: [] for name in programs}
    cpus = {name: [] for name in programs}
    memories = {name: [] for name in programs}
    for turn in range(rounds + 1):
        for name, command in programs.items():
            run = Run(screen, command)
            time.sleep(.5)
            if turn:  # the first one warms the caches
                walls[name].append(run.wall * 1000)
                cpus[name].append(run.cpu * 1000)
                memories[name].append(memory_of(run.process.pid))
            run.close()
            time.sleep(.2)
    for name in programs:
        print(f"first picture  {name:12} {statistics.median(walls[name]):7.0f} ms wall "
              f"{statistics.median(cpus[name]):7.0f} ms cpu "
              f"{statistics.median(memories[name]):6.1f} MB")


def moving(screen, binary, root):
    pack = os.path.join(root, "tests/picture/crowded.lua")
    for what, moment, settle, seconds in [("text arriving", "phone", 1, 6),
                                          ("text and face", "person", 1, 6),
                                          ("at rest, chat", "chat", 45, 20),
                                          ("at rest, face", "person", 45, 20)]:
        run = Run(screen, [binary, "play", pack, "--from", moment, "--seed", "1"])
        share, wakes = run.share(settle, seconds)
        print(f"{what:14} {'earshot':12} {share:7.2f} % of a core {wakes:6.1f} wake-ups a second "
              f"{memory_of(run.process.pid):6.1f} MB")
        run.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("root")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--size", default="1920x1080")
    parser.add_argument("--beside", action="append", default=[])
    asked = parser.parse_args()
    if not shutil.which("Xvfb"):
        sys.exit("Xvfb is needed")
    binary, root = os.path.abspath(asked.binary), os.path.abspath(asked.root)
    programs = {"earshot": [binary, "play",
                            os.path.join(root, "scripts/packs/birthday-bike"), "--seed", "1"]}
    for beside in asked.beside:
        name, _, command = beside.partition("=")
        programs[name] = shlex.split(command)
    screen = Screen(asked.size)
    try:
        first_pictures(screen, programs, asked.rounds)
        moving(screen, binary, root)
    finally:
        screen.close()


main()
