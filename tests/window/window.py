#!/usr/bin/env python3
"""A real window under Xvfb, driven by xdotool, heard through --voice stdout.

  window.py EARSHOT ROOT [PART-OF-A-NAME]
  UPDATE_SPOKEN=1 window.py EARSHOT ROOT      write the .spoken files anew; read the diff

Without Xvfb or xdotool every case is skipped (exit 77). What was said in a whole run by
keyboard alone stands in NAME.spoken.
"""

import contextlib
import functools
import json
import os
import shutil
import sqlite3
import subprocess
import time

from driver import PATIENCE, QUICK, Missed, Opened, Window, cases, main, settle, write

HERE = os.path.dirname(os.path.abspath(__file__))


def spoken_run(window, name, replies):
    """A whole run by keyboard alone; `replies` are beginnings of what is chosen."""
    for reply in replies:
        window.hear("Your turn.")
        number = None
        while number is None:
            line = window.hear("")
            head, _, words = line.partition(": ")
            if words.startswith(reply) and head.split(",")[0].isdigit():
                number = head.split(",")[0]
        settle()
        window.key(number)
        window.hear("You", again=lambda pressed=number: window.key(pressed))
    window.hear("How it ends:")
    window.drain()
    window.key("space")
    return compare_spoken(name, window)


def compare_spoken(name, window):
    """What the window has said until now, beside what stands in the file."""
    path = os.path.join(HERE, name + ".spoken")
    lines = 0
    if os.path.exists(path):
        with open(path, "rb") as file:
            lines = file.read().count(b"\n")
    window.drain(lines)
    got = ("\n".join(window.said) + "\n").encode()
    if os.environ.get("UPDATE_SPOKEN"):
        with open(path, "wb") as file:
            file.write(got)
        return None
    if not os.path.exists(path):
        return "there is no .spoken file; UPDATE_SPOKEN=1 writes it"
    with open(path, "rb") as file:
        want = file.read()
    return None if want == got else cases.first_difference(want, got)


def first_reply_run(place, pack):
    """The first reply offered, always, until it is over; questions too."""
    with place.window("scripts/packs/" + pack) as window:
        again = None
        for _ in range(60):
            line = window.hear_that(
                lambda said: said.startswith(("Your turn.", "Before you answer:", "How it ends:")),
                "Your turn.", again)
            if line.startswith("How it ends:"):
                return compare_spoken(pack, window)
            window.drain()
            settle()
            window.key("1")
            again = functools.partial(window.key, "1")
            if line.startswith("Before"):
                window.hear("", again)
                window.drain()
                settle()
                window.key("space")
                again = functools.partial(window.key, "space")
    return "it never ended"


def keys_kettle(place):
    return first_reply_run(place, "warranty-loop")


def keys_bill(place):
    return first_reply_run(place, "third-bill")


def keys_nineteen(place):
    return first_reply_run(place, "nineteen-years")


def keys_quiet(place):
    return first_reply_run(place, "quiet-one")


def keys_listening(place):
    return first_reply_run(place, "listening-in")


def heard(window, *keys):
    """Presses each, and waits until it is quiet."""
    for name in keys:
        window.key(name)
        window.drain()


def spoken_welcome(place):
    """The very first start, as it is heard, until the first lesson has begun."""
    with Opened(Window(place.binary, place.display, ["--voice", "stdout"],
                       settings=None)) as window:
        window.hear("Space begins")
        window.drain()
        heard(window, "Tab", "Tab", "Tab", "shift+Tab", "Return", "space")
        return compare_spoken("welcome", window)


def spoken_home(place):
    """Home, a card, its brief, back again."""
    with place.opened([]) as window:
        window.hear("Earshot.")
        window.drain()
        heard(window, *["Tab"] * 7, "Return", "Tab", "Tab", "Return", "F1", "Escape")
        return compare_spoken("home", window)


def spoken_settings(place):
    """Every setting, one step on and back; none of them needs the eyes."""
    with place.opened([]) as window:
        window.hear("Earshot.")
        heard(window, "ctrl+comma", *["Down", "Right", "Left"] * 8, "Down", "Down", "Escape")
        return compare_spoken("settings", window)


def spoken_after(place):
    """What comes after a talk: the rating, the looking back from end to end, the questions."""
    with place.window("scripts/packs/hello-customer") as window:
        reply(window, "Please")
        window.hear("How it ends:")
        window.drain()
        del window.said[:]
        heard(window, "space", "Tab", "4", "space", *["Tab"] * 14, "w", "Tab", "Escape", "space",
              "Tab", "Tab", "Escape")
        return compare_spoken("after", window)


def pass_questions(window):
    """Answers the question before the first replies, and is past it."""
    window.hear("3: ")
    settle()
    window.key("1")
    window.hear("", again=lambda: window.key("1"))
    window.drain()
    settle()
    window.key("space")


def keys_hello(place):
    with place.window("scripts/packs/hello-customer") as window:
        return spoken_run(window, "hello-customer", ["Oh no"])


def keys_birthday(place):
    with place.window("scripts/packs/birthday-bike") as window:
        pass_questions(window)
        return spoken_run(window, "birthday-bike", [
            "Wait.", "Seven on Saturday.", "Found it.", "Give her", "Two ways", "Then the York"])


def arrows_and_enter(place):
    with place.window("scripts/packs/hello-customer") as window:
        window.hear("Your turn.")
        settle()
        window.key("Down")
        first = window.hear("reply, 1 of 2")
        window.key("Down")
        window.hear("reply, 2 of 2")
        window.key("Up")
        window.hear("reply, 1 of 2")
        window.key("Return")
        window.hear("You: " + first.split(",")[0][:10], again=lambda: window.key("Return"))
        window.hear("How it ends:")
    return None


def mouse(place):
    with place.window("scripts/packs/hello-customer") as window:
        window.hear("Your turn.")
        last = window.hear("2: ")
        settle()
        window.click(800, 652)  # the last reply stands at the bottom, always
        window.hear("You: " + last[3:20], again=lambda: window.click(800, 652))
        window.hear("How it ends:")
    return None


def escape_and_f5(place):
    with place.window("scripts/packs/hello-customer") as window:
        window.hear("Your turn.")
        for name in ["Escape", "F5", "Escape", "Escape", "F5", "F5", "Escape", "Escape", "period",
                     "Prior", "Next"] * 2:
            window.key(name)
            window.alive()
        window.drain()
    return None


def resize_storm(place):
    with place.window("scripts/packs/birthday-bike", settings='pace = "real"\n') as window:
        window.hear("Priya, flat")
        for width, height in [(640, 360), (1900, 1000), (700, 800), (3840, 2160), (1280, 720),
                              (960, 540)] * 5:
            window.resize(width, height)
            window.alive()
        window.key("space")
        window.hear("What is going on")
    return None


def many_events(place):
    with place.window("scripts/packs/hello-customer") as window:
        window.hear("Your turn.")
        window._do("key", "--delay", "0", "--window", window.id, *(["Down", "Up", "l", "Escape"] * 150))
        window.alive()
        window.key("v")
        window.drain()
    return None


def idle(place):
    """20 s without any work; on a busy machine it may come to rest a little later."""
    with place.window("scripts/packs/birthday-bike", settings=QUICK) as window:
        pass_questions(window)
        window.hear("Your turn.")
        for _ in range(3):
            time.sleep(3)
            before = work_of(window.process.pid)
            time.sleep(20)
            after = work_of(window.process.pid)
            if after == before:
                return None
    return f"in 20 s at rest: {after[0] - before[0]} clock ticks, {after[1] - before[1]} wake-ups"


def words_arrive(place):
    """Spoken words come one by one, without anybody touching anything."""
    with place.window("tests/picture/crowded.lua", settings='pace = "real"\n',
                      more=["--from", "phone"]) as window:
        window.hear("voice catching")
        time.sleep(1)
        before = work_of(window.process.pid)[1]
        wait_for(lambda: work_of(window.process.pid)[1] - before > 20)
        woken = work_of(window.process.pid)[1] - before
    return None if woken > 20 else f"woken {woken} times while words arrive"


def work_of(pid):
    """Clock ticks used and times woken, of all threads."""
    ticks = wakes = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/stat", encoding="ascii") as file:
            fields = file.read().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
        with open(f"/proc/{pid}/task/{task}/status", encoding="ascii") as file:
            wakes += sum(int(line.split()[1]) for line in file if "ctxt_switches" in line)
    return ticks, wakes


def saving_shows(place):
    pack = os.path.join(place.scratch, "late.lua")
    shutil.copy(os.path.join(place.root, "scripts/templates/hello.lua"), pack)
    with open(pack, encoding="utf-8") as file:
        text = file.read()
    with place.window(pack) as window:
        window.hear("Your turn.")
        window.drain()
        slowest = 0
        for number in range(3):
            write(pack, text.replace('moment "start"', f'-- {number}\nmoment "start"'))
            began = time.monotonic()
            window.hear("Updated")
            slowest = max(slowest, time.monotonic() - began)
            for words in ["Dan, ", "Your turn. 2 replies.", "1: ", "2: "]:
                window.hear(words)
            window.drain()
        write(pack, text.replace('moment "start"', 'momnt "start"'))
        window.hear("momnt")
        window.alive()
        write(pack, text)
        window.hear("Updated")
    return None if slowest < place.slow(0.3) else f"a save was shown after {slowest:.2f} s"


def findings_while_typing(place):
    """A save brings what is proved of it; F6 lists it and E opens the editor; F7 plays."""
    editor = editor_of(place)
    pack = os.path.join(place.scratch, "typing.lua")
    with open(os.path.join(place.root, "scripts/packs/birthday-bike/birthday-bike.lua"),
              encoding="utf-8") as file:
        text = file.read()
    write(pack, text)
    waits = []
    with place.window(pack) as window:
        pass_questions(window)
        window.hear("Your turn.")
        for number in range(5):
            window.drain()
            write(pack, text + f"-- {number}\n")
            began = time.monotonic()
            window.hear("Nobody can get stuck; 'kept' needs 5 replies")
            waits.append(time.monotonic() - began)
        write(pack, text + '\nmoment "never"\n  priya "Nobody hears this."\n  you "No." { go = "left" }\n')
        window.hear("1 finding: F6")
        window.key("F6")
        window.hear("Nobody can get stuck.")
        window.drain()
        window.key("Down", "Down")
        line = window.hear("mistake, typing.lua:")
        window.key("e")
        given_to(editor)
        write(pack, text)
        window.hear("Nobody can get stuck.")
        window.key("F7")
        window.hear("2,000 runs by each player, seed 1.")
        window.hear("kept strong: newcomer ")
    words = given_to(editor)
    wanted = ["+" + line.rpartition(":")[2], pack]
    if words != wanted:
        return f"the editor got {words}, not {wanted}"
    print(f"    findings stood {1000 * sorted(waits)[2]:.0f} ms after a save (median of 5, "
          f"slowest {1000 * max(waits):.0f} ms)")
    return None if min(waits) < place.slow(0.3) else f"findings took {min(waits):.2f} s"


def kept_settings(window):
    try:
        with open(window.settings, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def wait_for(holds):
    until = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < until:
        time.sleep(0.2)
    return holds()


def first_start(place):
    """The question of text size, once; then the first lesson begins by itself."""
    folder = os.path.join(place.scratch, "first")
    runs = os.path.join(folder, "data", "earshot", "runs")
    with Opened(Window(place.binary, place.display, ["--voice", "stdout"], settings=None,
                       folder=folder)) as window:
        window.hear("Space begins")
        window.key("ctrl+plus", "ctrl+plus", "space")
        if not wait_for(lambda: "text_size = 120" in kept_settings(window)):
            return f"the size is not kept: {kept_settings(window)!r}"
        window.hear("Your turn.", again=lambda: window.key("space"))
        settle()
        window.key("1")
        window.hear("You", again=lambda: window.key("1"))
        if not wait_for(lambda: events_of(folder)):  # a run is kept from its first reply on
            return "the first lesson did not begin"
        if "hello-customer" not in json.dumps(events_of(folder)):
            return "another lesson began"
        window.process.kill()
        window.process.wait()
    shutil.rmtree(runs)
    with place.opened([], folder) as window:
        if "Earshot." not in window.hear(""):
            return f"it is asked again: {window.said}"
    return None


def first_start_left(place):
    """Escape is an answer too: the home screen, and it is not asked again."""
    with Opened(Window(place.binary, place.display, ["--voice", "stdout"],
                       settings=None)) as window:
        window.hear("Space begins")
        window.key("Escape")
        window.alive()
        if not wait_for(lambda: "text_size = 100" in kept_settings(window)):
            return "leaving the question is not kept"
        if os.path.isdir(os.path.join(window.folder, "data", "earshot", "runs")):
            return "a lesson began"
    return None


def settings_are_kept(place):
    with place.window("scripts/packs/hello-customer") as window:
        window.hear("Your turn.")
        window.key("ctrl+plus", "ctrl+t")
        lines = ["text_size = 110", 'theme = "evening"', 'pace = "none"']
        if not wait_for(lambda: all(line in kept_settings(window) for line in lines)):
            return f"not all of {lines} are in the settings file:\n{kept_settings(window)}"
    return None


def editor_of(place):
    """An editor for $EARSHOT_EDITOR that writes its words down, in its path + ".got"."""
    editor = os.path.join(place.scratch, "editor")
    with open(editor, "w", encoding="utf-8") as file:
        file.write(f'#!/bin/sh\necho "$@" > {editor}.got\n')
    os.chmod(editor, 0o755)
    with contextlib.suppress(FileNotFoundError):
        os.remove(editor + ".got")
    os.environ["EARSHOT_EDITOR"] = editor
    return editor


def given_to(editor):
    """The words that the editor was started with, once it has written all of them down."""
    def got():
        try:
            with open(editor + ".got", encoding="utf-8") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    if not wait_for(lambda: got().endswith("\n")):
        raise Missed("the editor was not started")
    return got().split()


def write_a_scenario(place):
    """Home, the door, and its first line; E opens the editor at the moment's line."""
    editor = editor_of(place)
    with place.opened([]) as window:
        window.hear("Earshot.")
        window.key("Tab")
        window.hear("Practise")
        window.key("Tab")
        window.hear("Write a scenario")
        window.key("Return")
        window.hear("Your turn.")
        window.hear("Yours:")
        made = os.path.join(window.folder, "data/earshot/packs/my-scenario/my-scenario.lua")
        if not os.path.exists(made):
            return f"{made} was not written"
        window.key("e")
        words = given_to(editor)
    return None if words[0].startswith("+") and words[1] == made else f"the editor got {words}"


def drop_a_pack(place):
    """A file dropped on the window is the card that has the focus, and opens; one with a
    mistake says its first finding; what can be no scenario is not taken."""
    good, bad = (os.path.join(place.scratch, name) for name in ("zz-good.lua", "zz-bad.lua"))
    write(good, HIDDEN.replace('"Hid"', '"A good one"'))
    write(bad, HIDDEN.replace('"Hid"', '"A bad one"').replace("mood", "mod").replace(
        'go = "a"', 'go = "nowhere"'))
    write(os.path.join(place.scratch, "notes.txt"), "milk")
    with place.opened([]) as window:
        window.hear("Earshot. 7 scenarios.")
        window.inject("drop " + os.path.join(place.scratch, "notes.txt"))
        window.hear("A scenario is a folder, a .lua file or a .zip.")
        window.inject("drop " + bad)
        window.hear("has a mistake: ")
        window.hear("zz-bad, card, ")
        window.inject("drop " + good)
        window.hear("A good one is among your scenarios now.")
        window.hear("A good one, card, chat, 0 of 1 endings seen")
        window.key("Return")
        window.hear("Live chat with Sam")
        window.key("Return")
        window.hear("Your turn.")
        window.inject("drop " + good)
        window.hear("One of that name is among your scenarios already: A good one.")
        listed = os.listdir(os.path.join(window.folder, "data/earshot/packs"))
    return None if sorted(listed) == ["zz-bad.lua", "zz-good.lua"] else f"in the folder: {listed}"


PAD = {"a": 0, "b": 1, "x": 2, "y": 3, "start": 6, "lb": 9, "up": 11, "down": 12}


def pad_alone(place):
    """From the home screen to the looking back with a game pad, and no key touched."""
    with place.opened([]) as window:
        def press(name):
            window.inject(f"pad {PAD[name]}")

        def walk(words):
            for _ in range(40):
                press("down")
                if words in window.hear_place():
                    return
            raise Missed(f"the pad never came to {words!r}")

        window.hear("Earshot.")
        walk("The birthday bike, card")
        press("a")
        window.hear("What it is for")
        walk("Start, button")
        press("a")
        window.hear("3: Trying to get a discount")
        settle()
        press("down")
        window.hear("option")
        press("a")
        window.hear("This is not scored.")
        window.drain()
        press("a")
        window.hear("stay quiet: Wait")
        settle()
        press("x")
        window.hear("You stay quiet.")
        window.hear("Your turn.")
        window.drain()
        press("b")
        window.hear("Taken back.")
        window.drain()
        press("y")
        window.hear("Everything so far.")
        press("y")
        press("lb")
        window.hear("On your screen.")
        press("lb")
        press("start")
        window.hear("Paused.")
        press("start")
        for _ in range(30):
            window.drain()
            settle()
            press("down")
            press("a")
            window.drain()
            if any("How it ends:" in line for line in window.said):
                break
        else:
            return f"it never ended: {window.said[-6:]}"
        press("a")
        window.hear("how heard did Priya feel")
        walk("4 of 7")
        press("a")
        window.hear("You say 4 of 7.")
        walk("Look back at it")
        press("a")
        window.hear("How heard: you said 4 of 7")
    return None


def touch_alone(place):
    """The same with one finger: tap a card, the last reply each time, swipe through what
    came of it; two fingers open the menu."""
    with place.opened([]) as window:
        window.hear("Earshot.")
        window.inject("tap 180 600")
        window.hear("What it is for")
        window.inject("tap 593 634")
        window.hear("3: Trying to get a discount")
        settle()
        window.inject("tap 900 445")
        window.hear("This is not scored.")
        settle()
        window.inject("tap 1168 632")
        for _ in range(30):
            window.drain()
            if any("How it ends:" in line for line in window.said):
                break
            settle()
            window.inject("tap 900 652")
        else:
            return f"it never ended: {window.said[-6:]}"
        if not [line for line in window.said if line.startswith("You")]:
            return f"no reply was given: {window.said}"
        window.inject("two 300 300")
        window.hear("Paused.")
        window.inject("tap 640 130")  # Go on
        window.drain()
        window.inject("tap 640 650")
        window.hear("how heard did Priya feel")
        window.inject("tap 754 328")
        window.hear("You say 4 of 7.")
        window.inject("tap 620 434")
        window.hear("How heard: you said 4 of 7")
        window.inject("swipe 640 500 -300")
        window.drain()
        window.inject("tap 170 680")
        window.hear("?")
    return None


SILENT = """scenario "Silent" {}
sam = customer "Sam" {}
moment "a"
  sam "Hi."
  you "Yes." { go = "b" }
  hold "Wait." { go = "b" }
moment "b"
  sam "Well?"
  you "Yes." { go = "good" }
  hold "Wait more." { seconds = 1, go = "good" }
outcome "good" { title = "Good", rating = "strong" }
"""


def silence_is_an_answer(place):
    """With the clock on, whoever says nothing has stayed quiet, once and once more."""
    pack = os.path.join(place.scratch, "silent.lua")
    write(pack, SILENT)
    with place.window(pack, settings=QUICK + 'silence_clock = "real"\n') as window:
        window.hear("2, stay quiet: Wait.")
        window.hear("You stay quiet. Wait.")
        window.hear("Well?")
        window.hear("You stay quiet. Wait more.")
        window.hear("How it ends: Good")
    return None


HIDDEN = """scenario "Hid" {}
sam = customer "Sam" {}
meter "calm" { start = 50, shows = "tension" }
moment "a"
  sam "Hi."
  you "One" { go = "a" }
  you "Two, which is more than anybody would want to say in one breath" { when = "calm >= 60", go = "good" }
  you "Three" { again = true, go = "good" }
  you "Four" { fallback = true, go = "good" }
outcome "good" { title = "Good", rating = "strong" }
"""


def inspector_says_why(place):
    """F3: where the talk stands, and for each reply that is not on offer, why it is not."""
    pack = os.path.join(place.scratch, "hidden.lua")
    write(pack, HIDDEN)
    with place.window(pack) as window:
        reply(window, "One")
        window.hear("Your turn. 1 reply.")
        window.key("F3")
        window.hear("a   hidden.lua:4   turn 1")
        for words in ["calm 50", "not on offer: \u201cOne\u201d, it was given",
                      "not on offer: \u201cTwo, which is more than anybody would \u2026\u201d, "
                      "needs calm 60 or more",
                      "\u201cFour\u201d, a fallback, for when nothing else is on offer"]:
            window.hear(words)
    return None


def nothing_behind_it(place):
    """Whoever practises as a learner sees no meters, no graph and no other road."""
    with place.window("scripts/packs/hello-customer", more=["--learner", "Ann"]) as window:
        window.hear("Your turn.")
        window.drain()
        before = len(window.said)
        window.key("F3", "F4", "F6", "F7", "l")
        window.hear("Everything so far.")
    said = window.said[before:]
    return None if len(said) == 1 else f"said: {said}"


def keys_of_ones_own(place):
    with place.window("scripts/packs/hello-customer", keys='log = "K"\n') as window:
        window.hear("Your turn.")
        window.key("l", "k")
        window.hear("Everything so far.")
    return None


def a_run_comes_back(place):
    """Killed without a word, then carried on with, to its end."""
    folder = os.path.join(place.scratch, "kept")
    os.makedirs(folder)

    def replies():
        return [event for run in events_of(folder) for event in of_kind(run, "reply")]

    with place.window("scripts/packs/birthday-bike", folder=folder) as window:
        pass_questions(window)
        window.hear("Your turn.")
        line = window.hear("1: ")
        settle()
        window.key("1")
        window.hear("You: " + line[3:12], again=lambda: window.key("1"))
        window.hear("Your turn.")
        if not wait_for(replies):
            return "what was said is not in the journal"
        window.process.kill()
        window.process.wait()
    with place.window("scripts/packs/birthday-bike", more=["--resume"], folder=folder) as window:
        window.hear("Your turn.")
        window.hear("1: ")
        window.drain()
        settle()
        window.key("1")
        said = window.hear("You: ", again=lambda: window.key("1"))
        if line[3:12] in said:
            return f"it began anew: {said}"
        wait_for(lambda: len(replies()) == 2)
    return None if len(replies()) == 2 else f"in the journal: {replies()}"


def reply(window, beginning):
    """Gives the reply that begins so, by its number."""
    number = window.hear(": " + beginning).split(":")[0].split(",")[0]
    settle()
    window.key(number)
    window.hear("You", again=lambda: window.key(number))


def walk_to(window, words, most=40):
    """Tab by Tab, until what is said of a place has `words` in it."""
    window.drain()
    for _ in range(most):
        window.key("Tab")
        if words in window.hear_place():
            return
    raise Missed(f"no place says {words!r}; last: {window.said[-8:]}")


def press(window, words):
    """Goes there and presses it, once it can be pressed."""
    walk_to(window, words)
    settle()
    window.key("Return")


def events_of(folder):
    """What stands in each saved run, in the order in which they were begun."""
    runs = os.path.join(folder, "data", "earshot", "runs")
    kept = []
    for name in runs_in(folder):
        with open(os.path.join(runs, name), encoding="utf-8") as file:
            # After its checksum; the last line may still be on its way.
            kept.append([json.loads(line[line.index("{"):]) for line in file
                         if line.endswith("\n")])
    return [run for run in kept if run]


def runs_in(folder):
    """The names of the saved runs, not of what is about to become one."""
    runs = os.path.join(folder, "data", "earshot", "runs")
    if not os.path.isdir(runs):
        return []
    return sorted(name for name in os.listdir(runs) if name.endswith(".run"))


def of_kind(events, kind):
    return [event for event in events if event.get("event") == kind]


def play_badly(window):
    """The birthday bike, with a reply that costs something."""
    pass_questions(window)
    for beginning in ["Wait.", "Standard delivery"]:
        reply(window, beginning)
    again = None
    for _ in range(20):
        line = window.hear_that(
            lambda said: said.startswith(("1: ", "1, stay quiet: ", "How it ends:")), "1: ", again)
        if line.startswith("How it ends:"):
            return
        settle()
        window.key("1")
        again = functools.partial(window.key, "1")
    raise Missed("it never ended")


def look_back(window):
    """Rates, looks back, chooses what to try. Returns its words."""
    window.drain()
    window.key("space")
    window.hear("how heard did Priya feel")
    window.key("3")
    window.hear("You say 3 of 7.")
    window.key("space")
    press(window, "Leave the set phrase out")
    return window.hear("Chosen: ")[len("Chosen: "):]


def reflect(window, words):
    window.key("space")
    window.hear("?")
    press(window, "Your answer")
    window.type(words)
    window.key("Tab")  # out of the box
    press(window, "Next question")


def write_report(window):
    """Returns the page, or None."""
    window.key("p")
    said = window.hear("Report: ")
    path = said.split("Report: ")[1].replace("~", window.folder)
    with open(path, encoding="utf-8") as file:
        return file.read()


def what_if(window):
    """Another reply in the place of the costliest, from the sheet."""
    window.key("w")
    press(window, "Happy birthday to him!")
    window.hear("Your turn.")


def after_a_run(place):
    """Rated, one thing chosen, report, questions, what if; the next run knows of it."""
    folder = os.path.join(place.scratch, "after")
    os.makedirs(os.path.join(folder, "Documents"))
    with place.window("scripts/packs/birthday-bike", folder=folder) as window:
        play_badly(window)
        chosen = look_back(window)
        page = write_report(window)
        reflect(window, "I heard the rule and not her")
        window.key("Escape")
        what_if(window)
        wait_for(lambda: len(events_of(folder)) == 2)
    for words in ["<svg", chosen.replace("'", "&#39;"), "Standard delivery"]:
        if words not in page:
            return f"the report does not have {words!r}"
    return kept_of(folder, chosen) or written_in(place, folder) or known_next_time(place, folder, chosen)


def kept_of(folder, chosen):
    first, second = events_of(folder)
    if [event["heard"] for event in of_kind(first, "rated")] != [3]:
        return f"the rating is not in the journal: {first}"
    if [event["words"] for event in of_kind(first, "next")] != [chosen]:
        return f"what to try is not in the journal: {first}"
    replies = [event["id"] for event in of_kind(second, "reply")]
    if len(replies) != 2 or replies[1] == of_kind(first, "reply")[1]["id"]:
        return f"what if did not play the other reply: {replies}"
    with sqlite3.connect(os.path.join(folder, "data/earshot/history.sqlite")) as history:
        if history.execute("SELECT next, rated FROM runs").fetchall() != [(chosen, 3)]:
            return "the history does not have what to try"
    with sqlite3.connect(os.path.join(folder, "data/earshot/reflections.sqlite")) as written:
        answers = written.execute("SELECT answer FROM reflections").fetchall()
    return None if answers == [("I heard the rule and not her",)] else f"written: {answers}"


def written_in(place, folder):
    """What was written is in a report when it is asked for, and only then."""
    (first, _) = runs_in(folder)
    told = [subprocess.run([place.binary, "report", first.removesuffix(".run"), *more],
                           env=cases.environment(folder), capture_output=True, text=True,
                           check=True).stdout for more in [[], ["--reflections"]]]
    if "I heard the rule" in told[0] or "You wrote: I heard the rule" not in told[1]:
        return f"with --reflections: {told[1][-400:]}"
    return None if "Leave the set phrase out" in told[0] else "what to try is not in the report"


def known_next_time(place, folder, chosen):
    with place.window("scripts/packs/birthday-bike", folder=folder) as window:
        window.hear("You wanted to try: " + chosen)
    return None


EDITED = """scenario "Ed" {}
sam = customer "Sam" {}
meter "calm" { start = 50, shows = "tension" }
moment "a"
  sam "Hi."
  you "One"  { mood = "calm +5", go = "b" }
  you "Two"  { mood = "calm -5", go = "b" }
moment "b"
  sam "And?"
  you "Three" { mood = "calm +5" }
  you "Four"  { mood = "calm -5" }
  sam "Hm."
  you "Five" { mood = "calm +5" }
  you "Six"  { mood = "calm -5" }
  sam "So."
  you "Seven" { go = "good" }
  you "Eight" { go = "good" }
outcome "good" { title = "Good", rating = "strong" }
  sam "Bye."
"""


def edited_under_a_run(place):
    """Three ways on, by keyboard, and Space takes none of them."""
    for number, (key, words) in enumerate([("1", "Hm."), ("2", "And?"), ("3", "Earshot.")]):
        folder = os.path.join(place.scratch, f"edited-run-{number}")
        pack = os.path.join(place.scratch, "edited.lua")
        os.makedirs(folder)
        write(pack, EDITED)
        subprocess.run([place.binary, "play", pack, "--text", "--seed", "1"], input="1\n1\n1\n",
                       text=True, env=cases.environment(folder), check=True, capture_output=True)
        write(pack, EDITED.replace('"Five"', '"Fifth"'))
        with place.window(pack, more=["--resume"], folder=folder) as window:
            window.hear("The scenario has changed since you left. The scenario is not what it was: "
                        "edited.lua changed. 2 of 3 replies came back.")
            window.hear("3: stop here.")
            window.key("space")
            window.hear("3: stop here.")
            settle()
            window.key(key)
            window.hear(words)
            if key != "3":
                window.hear("1: " if key == "1" else ": Three")
            want = {"1": 0, "2": 1, "3": 0}[key]
            wait_for(lambda wanted=want: len(of_kind(events_of(folder)[0], "back")) == wanted)
        kinds = [event["event"] for (run,) in [events_of(folder)] for event in run]
        if kinds.count("back") != want or kinds.count("reply") != 3:
            return f"{key}: in the journal {kinds}"
    return None


def standing(run):
    """The ids of the replies of a journal that hold and were not taken back."""
    acts = []
    for event in run:
        if event["event"] == "again":
            acts = [act for act in acts if act["n"] <= event["keep"]]
        elif event["event"] in ("reply", "back"):
            acts.append(event)
    ids = []
    for act in acts:
        ids = ids + [act["id"]] if act["event"] == "reply" else ids[:-1]
    return ids


def saves_are_one_run(place):
    """However often it is saved: nothing changed, figures changed, a reply gone, and after the end."""
    folder = os.path.join(place.scratch, "saved")
    pack = os.path.join(place.scratch, "saved.lua")
    versions = [EDITED, EDITED + "-- more\n", EDITED.replace('"One"  { mood = "calm +5"', '"One"  { mood = "calm +6"'),
                EDITED.replace('"Three"', '"Third"')]
    os.makedirs(folder)
    write(pack, EDITED)
    with place.window(pack, folder=folder) as window:
        reply(window, "One")
        reply(window, "Four")
        window.hear(": Five")
        settle()
        window.key("BackSpace")
        window.hear("Taken back.")
        press(window, "Three")
        window.hear(": Five")
        for text in versions[1:3]:
            write(pack, text)
            window.hear("Updated")
            window.drain()
            wait_for(lambda: standing(events_of(folder)[0]) == ["a/one", "b/three"])
            kept = events_of(folder)
            if len(kept) != 1 or standing(kept[0]) != ["a/one", "b/three"]:
                return f"not gone on with: {kept}"
        write(pack, versions[3])
        window.hear("Updated. A reply you had given is gone")
        press(window, "Third")
        reply(window, "Five")
        reply(window, "Seven")
        window.hear("How it ends")
        wait_for(lambda: of_kind(events_of(folder)[0], "end"))
        (name,) = runs_in(folder)
        again = subprocess.run([place.binary, "replay", name[:-len(".run")]], text=True,
                               env=cases.environment(folder), capture_output=True, check=False)
        if again.returncode != 0:
            return f"does not replay: {again.stdout}{again.stderr}"
        for text in versions[:2]:
            write(pack, text)
            window.hear("Updated")
        window.drain()
        (run,) = events_of(folder)
        if [event["event"] for event in run].count("end") != 1:
            return f"ended otherwise than once: {run}"
        told = subprocess.run([place.binary, "runs", "--json"], env=cases.environment(folder),
                              check=True, capture_output=True, text=True).stdout
    return None if told.count('"run"') == 1 else told


def home_knows(place):
    """After three runs: the last one, what grew, endings seen, and one to carry on with."""
    folder = os.path.join(place.scratch, "known")
    os.makedirs(folder)
    env = cases.environment(folder)
    for pack, keys in [("birthday-bike", "1 4 2 1 1 1 1 1 1"), ("birthday-bike", "1 2 1 1 1 1 1 1"),
                       ("birthday-bike", "1 4 3 1 3 1 1 1 1"), ("hello-customer", "2"),
                       ("hello-customer", "1"), ("birthday-bike", "1 4")]:
        subprocess.run([place.binary, "play", os.path.join(place.root, "scripts/packs", pack), "--text"],
                       input="\n".join(keys.split()) + "\n", env=env, text=True, capture_output=True,
                       check=False)
    with place.opened([], folder) as window:
        window.hear("Last time, Hello, customer: Sam feels looked after")
        window.hear("over 3 runs, simulated")
        walk_to(window, "Carry on")
        walk_to(window, "2 of 2 endings seen")
    return None


def report_without_room(place):
    """Nowhere to write: said in words, and the program goes on."""
    folder = os.path.join(place.scratch, "full")
    os.makedirs(os.path.join(folder, "data/earshot/runs"))
    with open(os.path.join(folder, "data/earshot/reports"), "w", encoding="utf-8"):
        pass  # a file where the folder would be
    with place.window("scripts/packs/hello-customer", folder=folder) as window:
        reply(window, "Oh no")
        window.hear("How it ends:")
        window.drain()
        window.key("space", "p")
        window.hear("No report: ")
        window.key("space")
        window.drain()
        window.alive()
    return None


CASES = [first_start, first_start_left, after_a_run, edited_under_a_run, saves_are_one_run, home_knows, report_without_room, keys_hello, keys_birthday, keys_kettle, keys_bill,
         keys_nineteen, keys_quiet, keys_listening, spoken_welcome, spoken_home, spoken_settings,
         spoken_after, arrows_and_enter, mouse, escape_and_f5, resize_storm,
         write_a_scenario, inspector_says_why, silence_is_an_answer, drop_a_pack, pad_alone, touch_alone,
         nothing_behind_it, keys_of_ones_own,
         many_events, idle, words_arrive, saving_shows, findings_while_typing,
         settings_are_kept, a_run_comes_back]


if __name__ == "__main__":
    main(CASES)
