"""A real window under Xvfb, driven by xdotool, heard through --voice stdout: what the cases of
window.py and missing.py are made of."""

import contextlib
import functools
import os
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import traceback

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cases  # noqa: E402

PATIENCE = 60  # seconds until something that should be said is missed
QUICK = 'pace = "none"\n'
QUIET = 0.3  # seconds without a word, after which what was done has been said
AGAIN = 2  # seconds after which what was not taken, as it came too early, is pressed once more
# What is said of a place that has the focus, and of nothing else.
PLACE = re.compile(r", (button|reply|option|card|tab|setting|text box|point|stage)(,|;|$)")


class Missed(Exception):
    pass


class Display:
    """An X server of our own."""

    def __init__(self, size="1920x1080"):
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", size + "x24", "-nolisten", "tcp"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            self.name = ":" + pipe.readline().strip()

    def close(self):
        self.server.terminate()
        self.server.wait()


class Window:
    """The program in a window, and what it says."""

    def __init__(self, binary, display, arguments, settings=QUICK, keys="", folder=None):
        self.kept = bool(folder)  # whoever gives a folder looks into it afterwards
        self.folder = folder or tempfile.mkdtemp(prefix="earshot-window-")
        self.env = dict(cases.environment(self.folder), DISPLAY=display.name)
        config = os.path.join(self.folder, "config", "earshot")
        os.makedirs(config, exist_ok=True)
        self.settings = os.path.join(config, "settings.lua")
        if settings is not None:  # None: never started before
            with open(self.settings, "w", encoding="utf-8") as file:
                file.write(settings)
        with open(os.path.join(config, "keys.lua"), "w", encoding="utf-8") as file:
            file.write(keys)
        for name in ("EARSHOT_EDITOR", "SDL_AUDIODRIVER"):
            if name in os.environ:
                self.env[name] = os.environ[name]
        self.pipe = os.path.join(self.folder, "inject")
        self._preload(binary)
        self.process = subprocess.Popen([binary, *arguments], env=self.env,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        text=True)
        self.lines = queue.Queue()
        self.said = []
        self.ears = threading.Thread(target=self._listen, daemon=True)
        self.ears.start()
        try:
            self.id = self._do("search", "--sync", "--onlyvisible", "--name",
                               "^Earshot$").split()[-1]
        except BaseException:
            self.close()
            raise

    def _preload(self, binary):
        """What inject() needs; other cases go without."""
        self.injected = None
        library = os.path.join(os.path.dirname(binary), "tests", "inject.so")
        if os.path.exists(library) and not os.path.exists(self.pipe):
            os.mkfifo(self.pipe)
            # The variable is a list with spaces between: none may be in the path.
            link = os.path.join(self.folder, "inject.so")
            os.symlink(library, link)
            self.env.update(LD_PRELOAD=link, EARSHOT_INJECT=self.pipe,
                            ASAN_OPTIONS="verify_asan_link_order=0:"
                            + os.environ.get("ASAN_OPTIONS", ""))

    def _reader(self):
        """The pipe, once the program listens: opening it must not wait for ever."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                return os.open(self.pipe, os.O_WRONLY | os.O_NONBLOCK)
            except OSError:
                time.sleep(.1)
        raise Missed("nobody listens to " + self.pipe)

    def inject(self, line):
        """An event of a device, as inject.c takes it."""
        if not self.injected:
            self.injected = os.fdopen(self._reader(), "w", encoding="utf-8")
        self.injected.write(line + "\n")
        self.injected.flush()

    def _listen(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def _do(self, *arguments):
        return subprocess.run(["xdotool", *arguments], env=self.env, check=True, timeout=PATIENCE,
                              capture_output=True, text=True).stdout

    def key(self, *names):
        for name in names:
            self._do("key", "--window", self.id, name)

    def type(self, words):
        self._do("type", "--window", self.id, "--delay", "20", words)

    def click(self, x, y):
        self._do("mousemove", "--window", self.id, str(x), str(y), "click", "1")

    def resize(self, width, height):
        self._do("windowsize", self.id, str(width), str(height))

    def _line(self, wait):
        """The next line; None: none for so long. What a program said last is heard too."""
        try:
            return self.lines.get(timeout=wait)
        except queue.Empty:
            if self.process.poll() is None:
                return None
        self.ears.join(wait)
        try:
            return self.lines.get_nowait()
        except queue.Empty:
            raise Missed(f"the program is over ({self.process.returncode}); "
                         f"last: {self.said[-3:]}") from None

    def hear(self, words, again=None):
        """Waits until a line that has `words` in it is said; returns that line. `again`: what
        to do once more where nothing at all is said: the press came too early and was not
        taken. (Pressed twice it does no harm: what has just come up takes no press.)"""
        return self.hear_that(lambda line: words in line, words, again)

    def hear_that(self, holds, words, again=None):
        until = time.monotonic() + PATIENCE
        pressed = time.monotonic()
        while time.monotonic() < until:
            line = self._line(0.2)
            if line is not None:
                pressed = time.monotonic()
                self.said.append(line)
                if holds(line):
                    return line
            elif again and time.monotonic() - pressed > AGAIN:
                again()
                pressed = time.monotonic()
        raise Missed(f"never said {words!r}; last: {self.said[-3:]}")

    def hear_place(self):
        """The next place that has the focus, whatever else is said meanwhile."""
        return self.hear_that(PLACE.search, "a place")

    def drain(self, lines=0):
        """Until it is quiet; for as long as it takes to have heard so many lines in all."""
        until = time.monotonic() + PATIENCE
        quiet = time.monotonic() + QUIET
        while time.monotonic() < until:
            try:
                self.said.append(self.lines.get(timeout=0.05))
                quiet = time.monotonic() + QUIET
            except queue.Empty:
                over = not self.ears.is_alive()
                if over or (time.monotonic() > quiet and
                            (len(self.said) >= lines or time.monotonic() > quiet + 10)):
                    return

    def alive(self):
        if self.process.poll() is not None:
            raise Missed(f"the program has gone: exit {self.process.returncode}, "
                         + self.process.stderr.read()[-400:])

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if self.injected:
            with contextlib.suppress(OSError):  # it has gone before it read all of it
                self.injected.close()
        if not self.kept:
            shutil.rmtree(self.folder, ignore_errors=True)


class Place:
    """Where the cases run."""

    def __init__(self, binary, root, display, scratch):
        self.binary, self.root, self.display, self.scratch = binary, root, display, scratch

    def slow(self, seconds):
        """Not held to a figure unless EARSHOT_STRICT=1: the machine may be slow or busy."""
        return seconds if os.environ.get("EARSHOT_STRICT") else PATIENCE

    def window(self, pack, settings=QUICK, keys="", more=(), folder=None, binary=None):
        return Opened(Window(binary or self.binary, self.display,
                             ["play", os.path.join(self.root, pack), "--voice", "stdout", "--seed",
                              "1", *more], settings, keys, folder))

    def opened(self, arguments, folder=None):
        """With the voice on from the settings, as `earshot` alone has no --voice."""
        return Opened(Window(self.binary, self.display, arguments,
                             QUICK + 'voice = "stdout"\n', folder=folder))


class Opened:
    def __init__(self, window):
        self.window = window

    def __enter__(self):
        return self.window

    def __exit__(self, *_):
        self.window.close()


def write(path, text):
    """As editors do: a new file in the place of the old one."""
    with open(path + "~", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(path + "~", path)


def settle():
    """What just came up cannot be pressed by accident: for as long as it takes to see it.
    Longer where this machine is slower than the program was made on."""
    time.sleep(0.6 * slowness())


@functools.lru_cache(maxsize=None)
def slowness():
    """How many times longer than half a second this machine takes to check a pack, now."""
    binary, root = sys.argv[1:3]
    began = time.monotonic()
    subprocess.run([binary, "check", os.path.join(root, "scripts/packs/birthday-bike")],
                   capture_output=True, check=False)
    return min(max((time.monotonic() - began) / 0.5, 1.0), 6.0)


def problem_of(case, place):
    try:
        return case(place)
    except (Missed, subprocess.SubprocessError) as fault:
        return str(fault)
    except Exception:  # whatever it was: this case has failed, and the others are still to come
        return traceback.format_exc()


def main(all_cases):
    binary, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    part = sys.argv[3] if len(sys.argv) > 3 else ""
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        print("skipped: Xvfb and xdotool are needed")
        sys.exit(77)
    results = cases.Results()
    display = Display()
    scratch = tempfile.mkdtemp(prefix="earshot-window-")
    place = Place(binary, root, display, scratch)
    for case in all_cases:
        if part in case.__name__:
            results.add("window " + case.__name__, problem_of(case, place))
    display.close()
    shutil.rmtree(scratch, ignore_errors=True)
    results.exit()
