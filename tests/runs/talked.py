"""Looking back in a terminal, where somebody answers."""

import os
import pty
import select
import subprocess

from place import SCENARIO, lines_of, replies, same, told

import cases  # noqa: E402 (place.py says where it is)


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
