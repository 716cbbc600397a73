#!/usr/bin/env python3
"""Runs on the disk, with the real binary: kept, carried on, cut, killed, edited under way.

  runs.py EARSHOT ROOT [PART-OF-A-NAME]      the quick ones
  runs.py EARSHOT ROOT --slow                more of the same, at random

A case is a function here whose name is a sentence; it gets a Place and returns nothing, or
raises AssertionError with words.
"""

import inspect
import json
import os
import pty
import random
import re
import select
import shutil
import subprocess
import sys
import tempfile
import zlib

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cases  # noqa: E402

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


# --- kept and carried on ---------------------------------------------------------------------


def a_run_is_a_journal_that_anybody_can_check(place):
    place.play(say("One"), {"notice": 1}, {"back": True}, say("Two"))
    (path,) = place.journals()
    lines = lines_of(path)
    same([line["event"] for line in lines], ["start", "reply", "back", "reply"], "events")
    same(lines[0]["scenario"], "ed", "scenario")
    same(sorted(lines[0]["files"]), ["ed.lua"], "files")
    same(lines[3]["id"], "a/two", "reply")
    name = os.path.basename(path)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d-\d{9}-[a-z0-9]{6}\.run", name), name
    assert name.startswith(lines[0]["id"]), name


def a_talk_that_was_only_looked_at_leaves_nothing(place):
    place.play()
    place.play({"state": True}, {"quit": True})
    same(place.journals(), [], "journals")


def no_save_keeps_nothing(place):
    place.play(say("One"), options=["--no-save"])
    assert not os.path.exists(os.path.join(place.folder, "data")), "a data folder was made"


def what_was_left_comes_back_with_every_event(place):
    first = place.play({"notice": 2}, say("One"), say("Three"), {"back": True}, say("Four"))
    again = place.play(resume=True)
    same(again[0].pop("resumed"), 2, "resumed")
    same(again, first, "events")


def the_run_goes_on_in_its_own_journal(place):
    place.play(say("One"))
    place.play(say("Three"), resume=True)
    events = place.play(say("Five"), resume=True)
    same(replies(events), ["a/one", "b/three", "b/five"], "replies")
    same(kinds(events)[-1], "end", "the last event")
    (path,) = place.journals()
    same([line["event"] for line in lines_of(path)],
         ["start", "reply", "reply", "reply", "end"], "lines")


def a_run_that_ended_does_not_come_back(place):
    place.play(say("One"), say("Three"), say("Five"))
    events = place.play(resume=True)
    same(events[0]["resumed"], 0, "resumed")
    assert "no unfinished run" in place.err, place.err


def the_last_one_of_the_scenario_comes_back(place):
    place.play(say("One"))
    place.play(say("Two"))
    same(replies(place.play(resume=True)), ["a/two"], "replies")


def each_learner_has_runs_of_their_own(place):
    place.play(say("One"), options=["--learner", "Ann"])
    place.play(say("Two"), options=["--learner", "=cmd()"])
    same(replies(place.play(resume=True, options=["--learner", "Ann"])), ["a/one"], "Ann's")
    same(replies(place.play(resume=True, options=["--learner", "=cmd()"])), ["a/two"], "other")
    same(place.play(resume=True, options=["--learner", "Bob"])[0]["resumed"], 0, "Bob's")


def seed_and_beginning_come_back(place):
    options = ["--seed", "77", "--from", "b", "--set", "calm=20, knows"]
    first = place.play(say("Four"), options=options)
    again = place.play(resume=True)
    same(again[0].pop("resumed"), 1, "resumed")
    same(again, first, "events")


def what_is_assessed_stays_so(place):
    place.play(say("One"), options=["--assess"])
    events = place.play({"back": True}, resume=True)
    same(events[-1]["code"], "E312", "taking back")


def the_terminal_carries_on_too(place):
    place.play(say("One"), {"back": True}, say("Two"))
    out, err, code = place.earshot("play", place.scenario, "--text", "--resume",
                                   stdin=b"Three\nFive\n")
    same((code, err), (0, ""), "exit and errors")
    for words in ("You: One", "(Taken back.)", "You: Two", "You: Three", "Bye.", "Good"):
        assert words in out, f"'{words}' is not in:\n{out}"


# --- edited under way --------------------------------------------------------------------------


def edited(place, *changes):
    """Two replies of the scenario as it was, then what it is now carries on."""
    place.play(say("One"), say("Four"))
    text = SCENARIO
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    place.write(text)
    events = place.play(resume=True)
    same(events[0]["resumed"], 2, "resumed")
    return events


def holds(events):
    assert "diverged" not in kinds(events), events
    same(len(replies(events)), 2, "replies")


def stops(events, reply, held, *words):
    (where,) = [i for i, kind in enumerate(kinds(events)) if kind == "diverged"]
    told = events[where]
    same((told["reply"], told["resumed"]), (reply, held), "diverged")
    same(kinds(events[where:]), ["diverged", "choice"], "what follows")
    same(len(replies(events)), held, "replies")
    for word in words:
        assert word in told["message"], told["message"]


def words_may_be_mended(place):
    holds(edited(place, ('"Hi."', '"Hello there, how are you?"'), ('"Hm."', '"Hmmm."')))


def a_reply_that_is_gone_is_never_replaced(place):
    stops(edited(place, ('you "Four"  { mood = "calm -5" }', "")), "b/four", 1, "b/four")


def a_reply_that_was_reworded_is_another_one(place):
    stops(edited(place, ('"Four"', '"Fourth"')), "b/four", 1)


def a_reply_with_an_id_of_its_own_may_be_reworded(place):
    text = SCENARIO.replace('you "Four"  {', 'you "Four"  { id = "b/four",')
    place.write(text)
    place.play(say("One"), say("Four"))
    place.write(text.replace('"Four"', '"Something else"'))
    holds(place.play(resume=True))


def a_moment_may_be_renamed_when_it_says_so(place):
    holds(edited(place, ('moment "b"', 'renamed { b = "bee" }\nmoment "bee"'),
                 ('go = "b"', 'go = "bee"')))


def a_moment_may_be_renamed_twice(place):
    holds(edited(place, ('moment "b"', 'renamed { b = "bee", bee = "wasp" }\nmoment "wasp"'),
                 ('go = "b"', 'go = "wasp"')))


def a_moment_renamed_in_silence_stops_it(place):
    stops(edited(place, ('moment "b"', 'moment "bee"'), ('go = "b"', 'go = "bee"')),
          "a/one", 0, "'b'", "'bee'")


def a_meter_may_be_renamed_when_it_says_so(place):
    holds(edited(place, ('meter "calm"', 'renamed { calm = "ease" }\nmeter "ease"'),
                 ('"calm ', '"ease ')))


def a_meter_with_less_room_stops_where_it_matters(place):
    stops(edited(place, ("start = 50", "start = 50, max = 54")), "a/one", 0,
          "calm was 55, is 54")


def a_meter_with_more_room_is_fine(place):
    holds(edited(place, ("start = 50", "start = 50, max = 200")))


def an_effect_that_changed_is_told(place):
    stops(edited(place, ('"Four"  { mood = "calm -5"', '"Four"  { mood = "calm -9"')),
          "b/four", 1, "calm was 50, is 46")


def a_flag_may_be_added(place):
    holds(edited(place, ('flag "knows"', 'flag "more" "more"\nflag "knows"')))


def replies_may_be_added_and_moved(place):
    holds(edited(place, ('  you "Three"', '  you "Another"\n  you "Three"')))


def lines_may_be_put_before(place):
    holds(edited(place, ('  sam "And?"', '  sam "Well."\n  sam "Now."\n  sam "And?"')))


def a_moment_that_is_deleted_stops_before_it(place):
    block = SCENARIO[SCENARIO.index('moment "b"'):SCENARIO.index('outcome "good"')]
    stops(edited(place, (block, ""), ('go = "b"', 'go = "good"')), "a/one", 0, "'b'", "'good'")


def a_rule_that_is_added_is_told_where_it_matters(place):
    rule = 'rule "heat" { when = "calm >= 55", mood = "calm -3", once = true }\nmoment "a"'
    stops(edited(place, ('moment "a"', rule)), "a/one", 0, "calm was 55, is 52")


def a_condition_that_hides_a_reply_stops_it(place):
    stops(edited(place, ('"Four"  {', '"Four"  { when = "calm < 10",')), "b/four", 1,
          "not on offer")


def a_dead_end_stops_before_it(place):
    stops(edited(place, ('  sam "Hm."\n', ""), ('  you "Five" { mood = "calm +5", go = "good" }', ""),
                 ('  you "Six"  { mood = "calm -5", go = "good" }', "")),
          "b/four", 1, "cannot be played on from")


def a_function_that_fails_now_stops_before_it(place):
    stops(edited(place, ('"Four"  { mood = "calm -5"',
                         '"Four"  { mood = function(c) error("no") end')), "b/four", 1)


def a_beginning_that_does_not_fit_any_more_holds_nothing(place):
    place.play(say("Four"), options=["--set", "calm=90", "--from", "b"])
    place.write(SCENARIO.replace("start = 50", "start = 50, max = 60"))
    events = place.play(resume=True)
    told = [event for event in events if event["event"] == "diverged"][0]
    same((told["reply"], told["resumed"]), ("b/four", 0), "diverged")


def looking_at_a_run_that_stops_loses_nothing(place):
    edited(place, ('"Four"', '"Fourth"'))
    place.write(SCENARIO)
    holds(place.play(resume=True))


def going_on_from_where_it_stopped_is_what_counts(place):
    edited(place, ('"Four"', '"Fourth"'))
    place.play(say("Fourth"), resume=True)
    events = place.play(resume=True)
    same(replies(events), ["a/one", "b/fourth"], "replies")
    holds(events)


def the_terminal_says_what_changed_and_offers_three_ways(place):
    place.play(say("One"), say("Three"), say("Five"), {"quit": True}, options=["--no-save"])
    place.play(say("One"), say("Four"), {"back": True}, say("Three"))
    text = SCENARIO.replace('you "Five"', 'you "Five b"').replace('"Three" { mood = "calm +5"',
                                                                  '"Three" { mood = "calm +6"')
    place.write(text)
    out, _, code = place.earshot("play", place.scenario, "--text", "--resume", stdin=b"m\nq\n")
    same(code, 0, "exit")
    for words in ("ed.lua changed", "1 of 2 replies came back", "calm was 60, is 61", "with m"):
        assert words in " ".join(out.split()), f"'{words}' is not in:\n{out}"


def the_terminal_starts_the_moment_again(place):
    text = SCENARIO.replace("Hm.\"", "Hm.\"\n  you \"More\" {}\n  you \"Less\" {}\n  sam \"Oh.\"")
    place.write(text)
    place.play(say("One"), say("Three"), say("More"))
    place.write(text.replace('"More"', '"Much more"'))
    out, _, _ = place.earshot("play", place.scenario, "--text", "--resume", stdin=b"m\n")
    same(out.count("(Taken back.)"), 1, "taken back")
    same(lines_of(place.journals()[-1])[-1]["event"], "back", "the last line")
    same(replies(place.play(resume=True)), ["a/one", "b/three"], "replies")


# --- replayed ------------------------------------------------------------------------------------


class Terminal:
    """The program with a terminal at both ends: what it writes, what is typed."""

    def __init__(self, place, *arguments):
        self.mine, theirs = pty.openpty()
        self.process = subprocess.Popen([place.binary, *arguments], stdin=theirs, stdout=theirs,
                                        stderr=subprocess.STDOUT,
                                        env={**place.env, "NO_COLOR": "1"})
        os.close(theirs)
        self.screen = ""

    def until(self, words):
        """What came up to these words, which have to come."""
        while words not in self.screen:
            ready, _, _ = select.select([self.mine], [], [], cases.TIMEOUT)
            try:
                more = os.read(self.mine, 65536) if ready else b""
            except OSError:  # the other end is closed
                more = b""
            assert more, f"'{words}' never came:\n{self.screen}"
            self.screen += more.decode().replace("\r", "")
        before, _, self.screen = self.screen.partition(words)
        return before

    def type(self, line):
        os.write(self.mine, line.encode() + b"\n")

    def end(self):
        code = self.process.wait(cases.TIMEOUT)
        os.close(self.mine)
        assert code == 0, f"exit {code}: {self.screen}"


REFLECTING = SCENARIO.replace('outcome "good"', 'reflect "Where did it turn?"\noutcome "good"')


def play_to_the_end(terminal):
    for reply in ("One", "Three", "Five"):
        terminal.until("\n> ")
        terminal.type(reply)


def the_terminal_asks_before_it_tells(place):
    place.write(REFLECTING)
    terminal = Terminal(place, "play", place.scenario, "--text", "--learner", "Ann")
    play_to_the_end(terminal)
    told = terminal.until("how heard did Sam feel")
    assert "Good (strong)" not in told, "the ending was told before the question"
    terminal.until("> ")
    terminal.type("9")
    terminal.until("A number from 1 to 7")
    terminal.type("6")
    terminal.until("Good (strong)")
    terminal.until("You said 6. The simulated")
    terminal.until("What to try next")
    tried = terminal.until("The number" if "The number" in terminal.screen else "1 to be")
    terminal.until("> ")
    terminal.type("1")
    terminal.until("Where did it turn?")
    terminal.until("> ")
    terminal.type("Where he was asked.")
    terminal.end()
    (path,) = place.journals()
    lines = {line["event"]: line for line in lines_of(path)}
    same(lines["rated"]["heard"], 6, "how heard")
    assert lines["next"]["words"] in " ".join(tried.split()), "another thing was kept"
    run = lines["start"]["id"]
    out, err, code = place.earshot("report", run, "--reflections")
    assert code == 0 and "You wrote: Where he was asked." in out, out + err
    out, err, code = place.earshot("report", run)
    assert code == 0 and "Where he was asked" not in out, "told without being asked for"
    again = Terminal(place, "play", place.scenario, "--text", "--learner", "Ann")
    again.until("You wanted to try: ")
    again.until("> ")
    again.type("q")
    again.end()


def nothing_has_to_be_answered_after_a_talk(place):
    place.write(REFLECTING)
    terminal = Terminal(place, "play", place.scenario, "--text")
    play_to_the_end(terminal)
    for words in ("how heard did Sam feel", "What to try next", "Where did it turn?"):
        terminal.until(words)
        terminal.until("> ")
        terminal.type("")
    terminal.end()
    same([line["event"] for line in lines_of(place.journals()[0])],
         ["start", "reply", "reply", "reply", "end"], "lines")


def what_if_is_played_from_there_in_the_terminal(place):
    terminal = Terminal(place, "play", place.scenario, "--text", "--learner", "Ann", "--seed", "9")
    for order in ("n2", "Two", "b", "One", "Four", "Five"):
        terminal.until("\n> ")
        terminal.type(order)
    for words in ("how heard did Sam feel", "What to try next"):
        terminal.until(words)
        terminal.until("> ")
        terminal.type("")
    terminal.until("Try it")
    offered = terminal.until("\n> ")
    assert "at reply 2" in offered and "1  Three" in offered, offered
    terminal.type("1")
    told = terminal.until("\n> ")
    assert "You: Three" in told and "Hm." in told, told
    assert "You: One" not in told and "about" not in told, "what was played already is told again"
    terminal.type("l")
    log = terminal.until("----------------")
    assert "One" in log, log
    terminal.until("\n> ")
    terminal.type("Six")
    for words in ("how heard did Sam feel", "What to try next", "Try it"):
        terminal.until(words)
        terminal.until("> ")
        terminal.type("")
    terminal.end()
    first, second = (lines_of(path) for path in place.journals())
    same([line.get("id") for line in first if line["event"] == "reply"],
         ["a/two", "a/one", "b/four", "b/five"], "the first run")
    same([line["event"] for line in second], ["start", "notice", "reply", "reply", "reply", "end"],
         "the second run")
    same([line.get("id") for line in second if line["event"] == "reply"],
         ["a/one", "b/three", "b/six"], "its replies")
    same((second[0]["seed"], second[0]["learner"]), (9, "Ann"), "whose it is")


def what_was_written_is_told_of_a_learner_when_asked_for(place):
    the_terminal_asks_before_it_tells(place)
    for options in (["-o", "-"], ["--format", "html"], ["--format", "json"]):
        asked = place.earshot("report", "--learner", "Ann", "--reflections", *options)
        plain = place.earshot("report", "--learner", "Ann", *options)
        assert "Where he was asked." in asked[0] and "Where he was asked" not in plain[0], asked
    out, err, code = place.earshot("report", "--learner", "Ann", "--reflections",
                                   "--format", "csv")
    assert code == 2 and "in no table" in err, out + err
    out, err, code = place.earshot("report", "--pack", place.scenario, "--reflections")
    assert code == 2, out + err


def down_a_pipe_nothing_is_asked(place):
    place.write(REFLECTING)
    out, err, code = place.earshot("play", place.scenario, "--text", stdin=b"One\nThree\nFive\n")
    assert code == 0 and "Where did it turn?" in out and "how heard did Sam" not in out, out + err


# --- told when the scenario is gone or another one --------------------------------------------


def told(place, code=0, **more):
    (path,) = place.journals()
    run = os.path.basename(path)[:-len(".run")]
    out, err, got = place.earshot("report", run, "--format", "json", **more)
    assert got == code, f"exit {got}: {err}"
    return json.loads(out), err


def a_run_whose_scenario_is_gone_is_told_from_its_record(place):
    place.play(say("One"), say("Three"), say("Six"))
    played, _ = told(place)
    os.remove(place.scenario)
    kept, err = told(place)
    assert "--pack" in err and "from the record" in kept["note"], kept["note"]
    same(kept["outcome"], {key: played["outcome"][key] for key in ("id", "title", "rating")},
         "outcome")
    same([t["said"] for t in kept["turns"]], [t["said"] for t in played["turns"]], "said")
    same([t["mood_after"] for t in kept["turns"]], [p["mood"] for p in played["points"][1:]],
         "the curve")
    same([(k["id"], k["points"], k["possible"]) for k in kept["skills"]],
         [(k["id"], k["points"], k["possible"]) for k in played["skills"]], "skills")
    same(kept["heard"], played["heard"], "heard")
    for form in ("txt", "html", "csv"):
        out, err, code = place.earshot("report", kept["run"], "--format", form)
        assert code == 0 and "Three" in out, err + out


def a_run_whose_scenario_was_edited_is_told_as_it_was_played(place):
    place.play(say("One"), say("Three"), say("Six"))
    place.write(SCENARIO.replace('"Three"', '"Three and more"'))
    kept, _ = told(place)
    assert "ed.lua changed" in kept["note"] and "up to reply 1" in kept["note"], kept["note"]
    same([t["said"] for t in kept["turns"]], ["One", "Three", "Six"], "said")
    same(kept["outcome"]["id"], "good", "outcome")


def an_unfinished_run_without_its_scenario_is_told_by_its_ids(place):
    place.play(say("One"), say("Three"), {"back": True}, say("Four"))
    os.remove(place.scenario)
    kept, _ = told(place)
    same([t["id"] for t in kept["turns"]], ["a/one", "b/four"], "replies")
    assert kept["finished"] is False and "outcome" not in kept, kept


def a_run_is_not_told_with_a_pack_that_cannot_be_read(place):
    place.play(say("One"), say("Three"), say("Six"))
    (path,) = place.journals()
    out, err, code = place.earshot("report", path, "--pack", place.folder + "/none.lua")
    assert code == 3 and not out, out + err


def replayed(place, *options, run=None, code=0):
    out, err, got = place.earshot("replay", run or place.journals()[-1], "--json", *options)
    same(got, code, f"exit ({err}{out})")
    return json.loads(out) if out else err


def a_run_gives_the_same_states_again(place):
    place.play({"notice": 2}, say("One"), say("Three"), {"back": True}, say("Four"), say("Five"))
    found = replayed(place)
    same((found["same"], found["replies"], found["held"], found["outcome"]), (True, 3, 3, "good"),
         "found")
    run = os.path.basename(place.journals()[-1])[:-len(".run")]
    same(replayed(place, run=run), found, "by its id")
    same(replayed(place, run=run[:8]), found, "by how its id begins")
    same(replayed(place, run=run + ".run"), found, "by its file's name")


def the_first_difference_is_shown(place):
    place.play(say("One"), say("Four"), say("Five"))
    place.write(SCENARIO.replace('"Four"  { mood = "calm -5"',
                                 '"Four"  { mood = "calm -9", set = "knows"'))
    found = replayed(place, code=1)
    same((found["same"], found["held"], found["reply"]), (False, 1, "b/four"), "found")
    same(found["differences"], [{"id": "calm", "was": 50, "is": 46},
                                {"id": "knows", "was": False, "is": True}], "differences")
    same(found["changed"], "ed.lua changed", "changed")
    out, _, code = place.earshot("replay", place.journals()[0])
    same(code, 1, "exit")
    assert "Reply 2 is the first that differs" in out and "calm was 50, is 46" in out, out


def an_end_that_is_another_one_is_a_difference(place):
    place.play(say("One"), say("Four"), say("Five"))
    place.write(SCENARIO.replace('outcome "good"', 'outcome "fine"').replace('"good"', '"fine"'))
    found = replayed(place, code=1)
    same((found["held"], found["reply"]), (2, "b/five"), "found")


def a_scenario_that_moved_is_found_with_pack(place):
    place.play(say("One"))
    elsewhere = os.path.join(place.folder, "moved.lua")
    os.rename(place.scenario, elsewhere)
    assert "--pack PATH" in replayed(place, code=3)
    same(replayed(place, "--pack", elsewhere)["same"], True, "same")


def what_is_no_run_is_refused(place):
    assert "no saved run" in replayed(place, run=place.scenario, code=3)
    assert "there is no saved run" in replayed(place, run="2031", code=3)
    place.play(say("One"))
    path = place.journals()[0]
    with open(path, "rb") as file:
        whole = file.read()
    text = whole.split(b"\n")[0].split(b" ", 2)[2].replace(b'"format":1', b'"format":9')
    with open(path, "wb") as file:
        file.write(b"%08x %d %s\n" % (zlib.crc32(text), len(text), text))
    assert "newer Earshot" in replayed(place, code=3)
    with open(path, "wb") as file:
        file.write(whole[:40])
    assert "torn" in replayed(place, code=3)


# --- the history ------------------------------------------------------------------------------------

NAMES = ["Ann", "=cmd()", "Robert'); DROP TABLE runs;--", "Zoë \\ \"x\" \u202e", "%s%n"]


def listed(place, *options, code=0):
    out, err, got = place.earshot("runs", "--json", *options)
    same(got, code, f"exit ({err})")
    return json.loads(out)["runs"] if code == 0 else err


def many(place):
    for name in NAMES:
        place.play(say("One"), say("Three"), say("Five"), options=["--learner", name])
        place.play(say("Two"), say("Four"), say("Six"), options=["--learner", name])
        place.play(say("Two"), options=["--learner", name])


def a_history_path(place):
    return os.path.join(place.folder, "data", "earshot", "history.sqlite")


def runs_are_listed_and_filtered(place):
    many(place)
    same(len(listed(place)), 3 * len(NAMES), "all")
    for name in NAMES:
        own = listed(place, "--learner", name)
        same([run["learner"] for run in own], [name] * 3, "own")
        same([run["ended"] for run in own], [False, True, True], "ended")
        same([run.get("nth") for run in own], [None, 2, 1], "nth")
    same(len(listed(place, "--unfinished")), len(NAMES), "unfinished")
    same(len(listed(place, "--scenario", "ed")), 3 * len(NAMES), "of the scenario")
    same(listed(place, "--scenario", "other"), [], "of another")
    same(listed(place, "--pack", "other"), [], "of another pack")
    same(listed(place, "--learner", ""), [], "of nobody")
    out, _, _ = place.earshot("runs", "--learner", "Ann")
    same(len(out.splitlines()), 3, "lines for people")
    assert "not ended" in out and "3 replies: Good (Ann)" in out, out


def a_history_is_made_anew_from_the_journals(place):
    many(place)
    before = listed(place)
    place.earshot("runs", "--rebuild")
    same(listed(place), before, "rebuilt")
    os.remove(a_history_path(place))
    same(listed(place), before, "from nothing")
    with open(a_history_path(place), "r+b") as file:
        file.write(b"this is no database any more, whatever it was")
    assert "--rebuild" in listed(place, code=3)
    place.earshot("runs", "--rebuild")
    same(listed(place), before, "from a damaged one")
    assert os.path.exists(a_history_path(place) + ".damaged")


def a_newer_history_is_refused_and_not_touched(place):
    place.play(say("One"), say("Three"), say("Five"))
    path = a_history_path(place)
    with open(path, "r+b") as file:
        file.seek(60)
        file.write((99).to_bytes(4, "big"))
    with open(path, "rb") as file:
        before = file.read()
    assert "newer Earshot" in listed(place, code=3)
    out, err, code = place.earshot("runs", "--rebuild")
    assert code == 3 and "newer Earshot" in err, out + err
    place.play(say("One"), say("Three"), say("Five"))
    assert "the run is kept, but" in place.err and "newer" in place.err, place.err
    with open(path, "rb") as file:
        assert file.read() == before, "it was changed"


def runs_come_from_other_computers_once(place):
    many(place)
    everything = listed(place)
    stick = os.path.join(place.folder, "stick")
    shutil.copytree(place.runs_folder(), stick)
    shutil.rmtree(os.path.join(place.folder, "data"))
    place.play(say("One"), say("Three"), say("Five"))
    with open(os.path.join(stick, "junk.run"), "w", encoding="utf-8") as file:
        file.write("no run\n")
    for words in ("15 new, 0 known", "0 new, 15 known"):
        _, err, code = place.earshot("runs", "--import", stick)
        same(code, 0, "exit")
        assert words in err and "1 that cannot be read" in err, err
        same(len(listed(place)), len(everything) + 1, "all")
    same([run for run in listed(place) if "learner" in run], everything, "the imported")
    _, err, code = place.earshot("runs", "--import", stick + "-not")
    same(code, 3, "exit")


def the_longer_of_two_is_kept(place):
    place.play(say("One"))
    shutil.copytree(place.runs_folder(), os.path.join(place.folder, "old"))
    place.play(say("Three"), say("Five"), resume=True)
    place.earshot("runs", "--import", os.path.join(place.folder, "old"))
    same([run["turns"] for run in listed(place)], [3], "replies")


def a_person_takes_everything_and_is_forgotten(place):
    many(place)
    for name in NAMES:
        file = os.path.join(place.folder, "export.json")
        _, err, code = place.earshot("runs", "--export-learner", name, "-o", file)
        same(code, 0, err)
        with open(file, encoding="utf-8") as text:
            found = json.load(text)
        same((found["learner"], len(found["runs"]), found["reflections"]), (name, 3, []), "found")
        same(found["runs"][0]["lines"][0]["learner"], name, "in the lines")
        _, err, code = place.earshot("runs", "--erase-learner", name)
        same(code, 0, err)
        same(listed(place, "--learner", name), [], "erased")
    same(listed(place), [], "all")
    for folder, _, files in os.walk(os.path.join(place.folder, "data")):
        for name in files:
            with open(os.path.join(folder, name), "rb") as file:
                assert b"DROP TABLE runs;--" not in file.read(), f"still in {name}"


def a_slip_in_a_name_is_no_promise_kept(place):
    many(place)
    for option in ("--erase-learner", "--export-learner"):
        _, err, code = place.earshot("runs", option, "Anne")
        same(code, 0, option)
        assert "there is no run of 'Anne'" in err and "erased" not in err, err
    assert listed(place, "--learner", "Ann"), "Ann's runs are gone"


def one_run_is_deleted(place):
    many(place)
    run = listed(place, "--learner", "Ann")[1]["run"]
    _, err, code = place.earshot("runs", "--delete", run)
    same((code, run in err), (0, True), "exit")
    same(len(listed(place)), 3 * len(NAMES) - 1, "left")
    same(place.earshot("runs", "--delete", run)[2], 3, "again")
    same(place.earshot("runs", "--delete", "../ed")[2], 3, "no path")
    assert os.path.exists(place.scenario)


def two_programs_share_a_history(place):
    orders = "".join(json.dumps(say(w)) + "\n" for w in ("One", "Three", "Five")).encode()
    children = [subprocess.Popen([place.binary, "play", place.scenario, "--json"], env=place.env,
                                 stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.PIPE) for _ in range(8)]
    for child in children:
        child.stdin.write(orders)
        child.stdin.close()
    for child in children:
        err = child.stderr.read()
        child.stderr.close()
        same((child.wait(), err), (0, b""), "exit and errors")
    same(len(listed(place)), 8, "runs")
    same(len({run["run"] for run in listed(place)}), 8, "names")


def a_clock_that_is_set_back_does_not_change_the_order(place):
    place.play(say("One"), say("Three"), say("Five"))
    old = place.journals()[0]
    new = os.path.join(os.path.dirname(old), "23" + os.path.basename(old)[2:])
    run, later = os.path.basename(old)[:-4], os.path.basename(new)[:-4]
    assert run != later
    with open(old, "rb") as file:
        lines = file.read().replace(run.encode(), later.encode()).split(b"\n")
    text = lines[0].split(b" ", 2)[2]
    lines[0] = b"%08x %d %s" % (zlib.crc32(text), len(text), text)
    with open(new, "wb") as file:
        file.write(b"\n".join(lines))
    os.remove(old)
    place.play(say("Two"))
    same(replies(place.play(resume=True)), ["a/two"], "the last one")
    assert place.journals()[-1] != new, "it sorts after the one from the future"


# --- torn, damaged, killed ----------------------------------------------------------------------


def cut_at(place, whole, length):
    with open(place.journals()[0], "wb") as file:
        file.write(whole[:length])
    events = place.play(resume=True)
    ends = [i + 1 for i in range(len(whole)) if whole[i:i + 1] == b"\n"]
    want = max(0, len([end for end in ends if end <= length]) - 1)
    got = len(replies(events))
    assert got == min(want, 3), f"cut at {length}: {got} replies instead of {want}"
    if length not in [0, *ends] and length > ends[0]:
        assert "torn" in place.err, f"cut at {length}: {place.err}"


def a_journal_may_be_cut_at_any_byte(place):
    place.play(say("One"), {"notice": 2}, say("Four"), say("Five"))
    with open(place.journals()[0], "rb") as file:
        whole = file.read()
    third = whole.index(b'"b/five"')
    end = whole.index(b"\n", third) + 1  # from there on it has ended
    step = 1 if SLOW else 67
    lengths = set(range(0, end, step)) | {i + d for i in range(end) if whole[i:i + 1] == b"\n"
                                          for d in (0, 1)}
    for length in sorted(lengths):
        if length <= end:
            cut_at(place, whole, length)


def a_torn_line_is_written_over(place):
    place.play(say("One"), say("Four"))
    path = place.journals()[0]
    size = os.path.getsize(path)
    os.truncate(path, size - 5)
    place.play(say("Three"), resume=True)
    assert "torn" in place.err, place.err
    same([line.get("id") for line in lines_of(path)[1:]], ["a/one", "b/three"], "lines")


def zeros_at_the_end_are_a_torn_line(place):
    place.play(say("One"))
    with open(place.journals()[0], "ab") as file:
        file.write(b"\0" * 4096)
    same(replies(place.play(resume=True)), ["a/one"], "replies")
    assert "torn" in place.err, place.err


def before_a_damaged_line_everything_is_kept(place):
    place.play(say("One"), say("Four"), {"back": True}, say("Three"))
    path = place.journals()[0]
    with open(path, "rb") as file:
        whole = file.read()
    at = whole.index(b"b/four")
    with open(path, "wb") as file:
        file.write(whole[:at] + b"B" + whole[at + 1:])
    same(replies(place.play(say("Four"), resume=True)), ["a/one", "b/four"], "replies")
    assert "line 3" in place.err and "damaged" in place.err, place.err
    same([line.get("id") for line in lines_of(path)[1:]], ["a/one", "b/four"], "lines")
    with open(path.replace(".run", ".damaged"), "rb") as file:
        assert file.read() == whole[:at] + b"B" + whole[at + 1:], "the damaged one is kept"


def a_kill_at_any_time_loses_at_most_the_reply_being_given(place):
    chance = random.Random(7)
    for _ in range(1000 if SLOW else 20):
        shutil.rmtree(os.path.join(place.folder, "data"), ignore_errors=True)
        offered = kill_once(place, chance)
        kept = [line for path in place.journals() for line in whole_lines(path)]
        ended = "end" in [line["event"] for line in kept]
        events = place.play(resume=True)
        got = len(replies(events))
        assert ended or got >= offered, f"{offered} replies were confirmed, {got} came back"
        assert len([line for line in kept if line["event"] == "reply"]) >= offered, kept


def kill_once(place, chance):
    """How many replies had been answered with a choice when it was killed."""
    child = subprocess.Popen([place.binary, "play", place.scenario, "--json"], env=place.env,
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                             stderr=subprocess.DEVNULL)
    seen = []
    with child.stdin, child.stdout:
        child.stdin.write("".join(json.dumps(say(w)) + "\n"
                                  for w in ("One", "Four", "Five")).encode())
        child.stdin.close()
        for _ in range(chance.randrange(22)):
            seen.append(json.loads(child.stdout.readline() or b'{"event":"none"}'))
        child.kill()
        child.wait()
    last = max((i for i, kind in enumerate(kinds(seen)) if kind == "choice"), default=0)
    return len(replies(seen[:last]))


def whole_lines(path):
    with open(path, "rb") as file:
        lines = file.read().split(b"\n")[:-1]
    return [json.loads(line.split(b" ", 2)[2]) for line in lines]


def ctrl_c_saves_first_and_says_130(place):
    child = subprocess.Popen([place.binary, "play", place.scenario, "--json"], env=place.env,
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with child.stdin, child.stdout:
        child.stdin.write(json.dumps(say("One")).encode() + b"\n")
        child.stdin.flush()
        while json.loads(child.stdout.readline())["event"] != "reply":
            pass
        while json.loads(child.stdout.readline())["event"] != "choice":
            pass
        child.send_signal(2)
        child.wait()
    same(child.returncode, 130, "exit")
    same(replies(place.play(resume=True)), ["a/one"], "replies")


def a_run_that_is_being_played_is_left_alone(place):
    child = subprocess.Popen([place.binary, "play", place.scenario, "--json"], env=place.env,
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with child.stdin, child.stdout:
        child.stdin.write(json.dumps(say("One")).encode() + b"\n")
        child.stdin.flush()
        while json.loads(child.stdout.readline())["event"] != "reply":
            pass
        while json.loads(child.stdout.readline())["event"] != "choice":
            pass
        same(place.play(resume=True)[0]["resumed"], 0, "while it is played")
        child.stdin.close()
        child.wait()
    same(place.play(resume=True)[0]["resumed"], 1, "afterwards")


# --- disks that refuse -----------------------------------------------------------------------------


def goes_on_without(place, *words):
    events = place.play(say("One"), say("Four"), say("Five"))
    same(kinds(events)[-1], "end", "the last event")
    same(place.err.count("is not being kept"), 1, f"how often it is said ({place.err})")
    for word in words:
        assert word in place.err, place.err


def what_was_never_kept_is_not_said_to_be(place):
    os.makedirs(os.path.dirname(place.runs_folder()))
    with open(place.runs_folder(), "w", encoding="utf-8"):
        pass
    goes_on_without(place, "Not a directory")
    assert "the run is kept" not in place.err, place.err


def a_folder_that_cannot_be_made_is_told_once(place):
    with open(os.path.join(place.folder, "data"), "w", encoding="utf-8"):
        pass
    goes_on_without(place, "Not a directory")


def a_full_disk_is_told_once(place):
    if not os.path.exists("/dev/full"):
        return
    plain = place.binary
    place.binary = os.path.join(place.folder, "small")
    with open(place.binary, "w", encoding="utf-8") as file:
        file.write(f'#!/bin/sh\nulimit -f 0\nexec "{plain}" "$@"\n')
    os.chmod(place.binary, 0o700)
    goes_on_without(place, "File too large")
    place.binary = plain


def without_a_home_it_is_played_all_the_same(place):
    del place.env["XDG_DATA_HOME"], place.env["HOME"]
    events = place.play(say("One"))
    same(len(replies(events)), 1, "replies")
    assert "no home folder" in place.err, place.err


# --- large scenarios -------------------------------------------------------------------------


def a_large_image_comes_whole_through_the_helper_and_from_the_cache(place):
    words = "and that is what was said about it on the phone on Tuesday"
    moments = "".join(
        f'moment "m{i}"\n  sam "Number {i}, {words}."\n'
        f'  you "One {i}, {words}." {{ mood = "calm +1", go = "m{i + 1}" }}\n'
        f'  you "Two {i}, {words}." {{ mood = "calm -1", go = "m{i + 1}" }}\n'
        for i in range(8000))
    place.write('scenario "Large" {}\nsam = customer "Sam" {}\n'
                'meter "calm" { shows = "tension" }\n'
                + moments + 'moment "m8000"\n  go "over"\noutcome "over" {}\n')
    orders = [say("One 0"), say("Two 1"), {"state": True}]
    loaded = place.play(*orders, options=["--no-save"])
    sizes = [os.path.getsize(os.path.join(folder, name))
             for folder, _, names in os.walk(os.path.join(place.folder, "cache"))
             for name in names]
    assert max(sizes, default=0) > 4 << 20, f"the image is not large: {sizes}"
    same(place.play(*orders, options=["--no-save"]), loaded, "from the cache")
    same(replies(loaded), ["m0/one-0-and-that-is-what", "m1/two-1-and-that-is-what"], "replies")
    last = place.play(say("One 7999"), options=["--no-save", "--from", "m7999"])
    same(last[-1]["event"], "end", "the last moment")


# They take a place and nothing else, and are no cases.
HELPERS = {"many", "a_history_path"}


def is_case(name, it):
    """A case is a function of a place, and of nothing else."""
    return (inspect.isfunction(it) and list(inspect.signature(it).parameters) == ["place"]
            and name not in HELPERS)


def main():
    words = [word for word in sys.argv[3:] if not word.startswith("--")]
    binary, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    results = cases.Results()
    for name, case in list(globals().items()):
        if not is_case(name, case):
            continue
        if words and not any(word in name for word in words):
            continue
        with tempfile.TemporaryDirectory(prefix="earshot-runs-") as folder:
            try:
                case(Place(binary, root, folder))
                results.add(name)
            except AssertionError as error:
                results.add(name, error)
    results.exit()


main()
