"""What the runners in golden/, packs/, bad/ and arch/ share: running the real binary away from
the person's own files, and telling results one line a case, as cmocka does."""

import os
import subprocess
import sys
import tempfile

TIMEOUT = 300  # seconds; a hang is a failure, a slow machine is none


class Results:
    def __init__(self):
        self.passed = 0
        self.failed = []

    def add(self, name, problem=None):
        """`problem` is None when the case passed, else words."""
        if problem is None:
            self.passed += 1
            print(f"[       OK ] {name}")
        else:
            self.failed.append(name)
            print(f"[  FAILED  ] {name}")
            print("    " + str(problem).replace("\n", "\n    "))

    def exit(self):
        print(f"{self.passed} passed, {len(self.failed)} failed")
        sys.exit(1 if self.failed or not self.passed else 0)


def environment(folder):
    """The same for every machine; caches and runs go into `folder`."""
    env = {key: value for key, value in os.environ.items()
           if key.startswith(("ASAN", "UBSAN", "LSAN", "TSAN", "LD_")) or key == "PATH"}
    env.update(LC_ALL="C", HOME=folder, XDG_CACHE_HOME=folder + "/cache",
               XDG_DATA_HOME=folder + "/data", XDG_CONFIG_HOME=folder + "/config")
    return env


def run(binary, arguments, stdin=b"", cwd=None):
    """(stdout, stderr, exit code), all as they came."""
    with tempfile.TemporaryDirectory(prefix="earshot-test-") as folder:
        done = subprocess.run([binary, *arguments], input=stdin, cwd=cwd, timeout=TIMEOUT,
                              env=environment(folder), capture_output=True, check=False)
    return done.stdout, done.stderr, done.returncode


def first_difference(want, got):
    """Where two byte strings part, in words."""
    want_lines, got_lines = want.split(b"\n"), got.split(b"\n")
    for number, (w, g) in enumerate(zip(want_lines, got_lines), 1):
        if w != g:
            return f"line {number}\nwant: {show(w)}\n got: {show(g)}"
    return f"line {min(len(want_lines), len(got_lines))}: one of the two goes on"


def show(line):
    return line.decode("utf-8", "backslashreplace")
