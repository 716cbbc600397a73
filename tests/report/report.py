#!/usr/bin/env python3
"""Reports against the events they come from: every figure is worked out again from what
`play --json` told; pages are parsed, tables read by a strict reader.

  report.py EARSHOT ROOT
"""

import csv
import html.parser
import io
import json
import os
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cases  # noqa: E402

LEARNERS = ["Ann", "=cmd()|x", "Robert'); DROP TABLE", "<script>alert(1)</script>", ""]
VOID = {"br", "meta", "rect", "line", "polyline", "circle"}
WHOLE = 1_000_000
RUNS = 12  # of each pack


class Player:
    """Plays by chance and keeps every event."""

    def __init__(self, binary, root, folder):
        self.binary, self.root = binary, root
        self.env = cases.environment(folder)

    def earshot(self, *arguments):
        done = subprocess.run([self.binary, *arguments], cwd=self.root, env=self.env,
                              capture_output=True, timeout=cases.TIMEOUT, check=False)
        return done.stdout, done.stderr.decode(), done.returncode

    def play(self, pack, learner, chance):
        named = ["--learner", learner] if learner else []
        process = subprocess.Popen(
            [self.binary, "play", pack, "--json", "--seed", str(chance.randrange(99)), *named],
            cwd=self.root, env=self.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        events, taken_back = [], False
        for line in process.stdout:
            event = json.loads(line)
            events.append(event)
            command = None
            if event["event"] == "notice":
                command = {"notice": chance.randint(1, len(event["options"]))}
                events.append({"event": "answered"})
            elif event["event"] == "choice":
                if not taken_back and len(events) > 30 and chance.random() < .3:
                    taken_back, command = True, {"back": True}
                    events.append({"event": "back"})
                else:
                    command = {"choose": chance.randint(1, len(event["replies"]))}
            elif event["event"] in ("end", "error"):
                break
            if command:
                process.stdin.write(json.dumps(command).encode() + b"\n")
                process.stdin.flush()
        process.stdin.close()
        process.wait()
        return Run(events, learner)


class Run:
    """What the events say: the same figures by another way."""

    def __init__(self, events, learner):
        self.learner = learner
        self.start = events[0]
        self.meters = dict(events[0]["meters"])
        self.points, self.turns, self.kpis = [], [], {}
        self.skills = {}
        self.outcome = None
        self.end = events[-1]
        before = []
        for event in events:
            self.take(event, before)
        self.points.append(dict(self.meters))

    def take(self, event, before):
        kind = event["event"]
        if kind == "choice" and not self.pending_back(event):
            self.points.append(dict(self.meters))
            self.choice = event["replies"]
        elif kind == "reply":
            before.append((dict(self.meters), dict(self.skills), list(self.choice)))
            self.turns.append({"id": event["id"], "said": event.get("thinks", ""),
                               "offered": [r["id"] for r in self.choice]})
        elif kind == "back":
            self.back = True
            self.meters, self.skills, self.choice = before.pop()
            self.turns.pop()
            self.points.pop()
        elif kind == "mood":
            self.meters[event["meter"]] = event["to"]
        elif kind == "skill":
            self.skills[event["id"]] = self.skills.get(event["id"], 0) + event["points"]
        elif kind == "outcome":
            self.outcome = event["id"]
        elif kind == "kpi":
            self.kpis[event["id"]] = event["value"]

    back = False

    def pending_back(self, _event):
        was, self.back = self.back, False
        return was


def mood(shows, meters):
    """The mean of the meters that show something; all run from 0 to 100 here."""
    shown = [meters[m] for m in shows] or list(meters.values())
    return sum(value * WHOLE // 100 for value in shown) // len(shown)


def tenth(millionths):
    size = (abs(millionths) + 500) // 1000
    return (size if millionths >= 0 else -size) / 10


def turning(moods):
    changes = [b - a for a, b in zip(moods, moods[1:])]
    lowest = moods.index(min(moods))
    rises = changes[lowest:]
    if rises and max(rises) > 0:
        return "turned", lowest + rises.index(max(rises)) + 1
    if changes and min(changes) < 0:
        return "slipped", changes.index(min(changes)) + 1
    return None, None


def compare(pairs):
    return "\n".join(f"{name}: events say {want!r}, the report says {got!r}"
                     for name, want, got in pairs if want != got) or None


def check_run(run, report, shows):
    moods = [mood(shows, point) for point in run.points]
    kind, at = turning(moods)
    return compare([
        ("turns", [t["id"] for t in run.turns], [t["id"] for t in report["turns"]]),
        ("offered", [sorted(t["offered"]) for t in run.turns],
         [sorted(t["offered"]) for t in report["turns"]]),
        ("meters", run.points, [p["meters"] for p in report["points"]]),
        ("mood", [tenth(m) for m in moods], [p["mood"] for p in report["points"]]),
        ("change", [0] + [tenth(b - a) for a, b in zip(moods, moods[1:])],
         [p["change"] for p in report["points"]]),
        ("turning", at, report.get(kind or "turned")),
        ("skills", {k: v for k, v in run.skills.items() if v},
         {s["id"]: s["points"] for s in report["skills"] if s["points"]}),
        ("skills within what was possible", [],
         [s for s in report["skills"] if s["points"] > s["possible"]]),
        ("figures", run.kpis, {f["id"]: f["value"] for f in report["figures"]}),
        ("outcome", run.outcome, report["outcome"]["id"]),
        ("seconds", run.end["seconds"], report["seconds"]),
        ("heard", round(10 + 6 * run.meters["heard"] / 10 + 1e-9),
         round(10 * report["heard"])),
    ])


class Page(html.parser.HTMLParser):
    """Tags closed in order, ids once, labels that exist, nothing from elsewhere."""

    def __init__(self, text):
        super().__init__()
        self.open, self.ids, self.wanted, self.wrong = [], set(), set(), []
        self.tags = []
        self.feed(text)
        self.close()
        if self.open:
            self.wrong.append(f"never closed: {self.open}")
        if self.wanted - self.ids:
            self.wrong.append(f"labels without a place: {self.wanted - self.ids}")

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if tag not in VOID:
            self.open.append(tag)
        if "id" in attributes:
            if attributes["id"] in self.ids:
                self.wrong.append(f"id twice: {attributes['id']}")
            self.ids.add(attributes["id"])
        self.wanted.update(attributes.get("aria-labelledby", "").split())
        for name, value in attrs:
            if name in ("src", "href", "onclick", "srcset") or "url(" in (value or ""):
                self.wrong.append(f"fetches or runs something: {tag} {name}={value}")
        if tag == "th" and "scope" not in attributes:
            self.wrong.append("a heading of a table without its scope")

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes something else")


def light(colour):
    """Relative luminance, as WCAG has it."""
    parts = [int(colour[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    parts = [c / 12.92 if c <= .03928 else ((c + .055) / 1.055) ** 2.4 for c in parts]
    return sum(share * c for share, c in zip((.2126, .7152, .0722), parts))


def contrast(one, two):
    lights = sorted((light(one), light(two)))
    return (lights[1] + .05) / (lights[0] + .05)


def six(colour):
    """#abc and #aabbcc as six digits."""
    return colour if len(colour) == 6 else "".join(c + c for c in colour)


def pale_words(text):
    """Every colour of words against what lies behind them; 4.5 to 1 is the least."""
    style = re.search("<style>(.*?)</style>", text, re.S).group(1)
    named = dict(re.findall(r"--(\w+):#(\w+)", style))
    found = []
    for rule in re.findall(r"[^{}]*\{([^{}]*)\}", style):
        words = re.search(r"(?:^|;)color:(?:#(\w+)|var\(--(\w+)\))", rule)
        behind = re.search(r"background:(?:#(\w+)|var\(--(\w+)\))", rule)
        if not words:
            continue
        pair = [six(it.group(1) or named[it.group(2)]) if it else "ffffff"
                for it in (words, behind)]
        if contrast(*pair) < 4.5:
            found.append(f"{pair[0]} on {pair[1]} is {contrast(*pair):.1f} to 1")
    assert named and contrast(six(named["ink"]), "ffffff") > 7
    return found


def headings_in_order(names):
    levels = [int(name[1]) for name in names if re.fullmatch("h[1-6]", name)]
    return levels[:1] == [1] and all(b <= a + 1 for a, b in zip(levels, levels[1:]))


def check_page(data):
    text = data.decode()
    page = Page(text)
    names = [tag for tag, _ in page.tags]
    for tag, times in (("h1", 1), ("title", None), ("main", 1), ("script", 0), ("style", 1)):
        if times is not None and names.count(tag) != times:
            page.wrong.append(f"{names.count(tag)} <{tag}>")
    if page.tags[0] != ("html", {"lang": "en"}):
        page.wrong.append("no language")
    for tag, attributes in page.tags:
        if tag == "svg" and attributes.get("aria-hidden") != "true" and (
                attributes.get("role") != "img" or "aria-labelledby" not in attributes):
            page.wrong.append("a picture without words")
    page.wrong += pale_words(text)
    if not headings_in_order(names):
        page.wrong.append("headings that leave a level out")
    if not re.search(r"<title>\s*\S", text):
        page.wrong.append("no title")
    if names.count("table") != names.count("caption"):
        page.wrong.append("a table without a caption")
    return "\n".join(page.wrong) or None


def read_table(data):
    text = data.decode()
    assert text.endswith("\r\n")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert all(len(row) == len(rows[0]) for row in rows), "rows of different length"
    assert rows[0][0] == "schema_version" and all(row[0] == "1" for row in rows[1:])
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def check_table(data):
    try:
        for row in read_table(data):
            for name, cell in row.items():
                number = cell.replace(".", "", 1).lstrip("-").isdigit()
                if cell[:1] in ("=", "+", "-", "@", "\t") and not number:
                    return f"{name} is a formula: {cell}"
    except (AssertionError, csv.Error) as error:
        return str(error)
    return None


def one_run(player, run, name, shows, results):
    files = sorted(os.listdir(player.env["XDG_DATA_HOME"] + "/earshot/runs"))
    newest = max(files)
    out, err, code = player.earshot("report", newest[:-len(".run")], "--format", "json")
    problem = err if code else check_run(run, json.loads(out), shows)
    results.add(f"report {name}: figures as the events give them", problem)
    out, err, code = player.earshot("report", newest[:-len(".run")], "--format", "html")
    results.add(f"report {name}: page", err if code else check_page(out))
    out, err, code = player.earshot("report", newest[:-len(".run")], "--format", "csv")
    results.add(f"report {name}: table", err if code else check_table(out))


def share(n, of):
    return {"n": n, "of": of, "percent": (200 * n + of) // (2 * of) if of else 0}


def endings_of(runs):
    found = {}
    for run in runs:
        found[run.outcome] = found.get(run.outcome, 0) + 1
    return found


def replies_of(runs, shows):
    """(given, offered, less at ease after) of every reply."""
    found = {}
    for run in runs:
        moods = [mood(shows, point) for point in run.points]
        for number, turn in enumerate(run.turns):
            for reply in turn["offered"]:
                found.setdefault(reply, [0, 0, 0])[1] += 1
            found[turn["id"]][0] += 1
            found[turn["id"]][2] += moods[number + 1] < moods[number]
    return found


def check_group(runs, report, shows):
    csat = [run.kpis["csat"] for run in runs if "csat" in run.kpis]
    ltr = [run.kpis["ltr"] for run in runs if "ltr" in run.kpis]
    figures = report["figures"]
    pairs = [("runs", len(runs), report["runs"]),
             ("people", len({r.learner for r in runs if r.learner}), report["learners"]),
             ("endings", endings_of(runs), {o["id"]: o["runs"]["n"] for o in report["outcomes"]}),
             ("replies", replies_of(runs, shows),
              {r["reply"]: [r["given"]["n"], r["given"]["of"],
                            r.get("less_at_ease", {"n": 0})["n"]]
               for c in report["choices"] for r in c["replies"]})]
    if csat:
        pairs.append(("csat", share(sum(int(v + .5) >= 4 for v in csat), len(csat)),
                      figures["csat_good"]))
        pairs.append(("promoters", sum(int(v + .5) >= 9 for v in ltr),
                      figures["promoters"]["n"]))
        pairs.append(("detractors", sum(int(v + .5) <= 6 for v in ltr),
                      figures["detractors"]["n"]))
        solved = [r.meters["progress"] >= 90 for r in runs]
        heard = [r.meters["heard"] >= 50 for r in runs]
        pairs.append(("fixed, not heard",
                      share(sum(s and not h for s, h in zip(solved, heard)), len(runs)),
                      figures["fixed_not_heard"]))
        pairs.append(("heard, not fixed",
                      share(sum(h and not s for s, h in zip(solved, heard)), len(runs)),
                      figures["heard_not_fixed"]))
    return compare(pairs)


def check_tables(player, path, folder, runs):
    _, err, code = player.earshot("report", "--pack", path, "--csv", folder)
    if code:
        return err
    tables = {}
    for name in ("sessions", "turns", "skills", "options"):
        with open(f"{folder}/{name}.csv", "rb") as file:
            data = file.read()
        problem = check_table(data)
        if problem:
            return f"{name}: {problem}"
        tables[name] = read_table(data)
    return compare([
        ("sessions", len(runs), len(tables["sessions"])),
        ("learners", sorted(guarded(r.learner) for r in runs),
         sorted(row["learner"] for row in tables["sessions"])),
        ("turns", sorted(t["id"] for r in runs for t in r.turns),
         sorted(row["reply"] for row in tables["turns"])),
        ("given", sum(len(r.turns) for r in runs),
         sum(int(row["given"]) for row in tables["options"])),
    ])


def guarded(text):
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t") else text


def whole_group(player, pack, runs, shows, results):
    path = "scripts/packs/" + pack
    out, err, code = player.earshot("report", "--pack", path, "--format", "json")
    results.add(f"report --pack {pack}: figures as the events give them",
                err if code else check_group(runs, json.loads(out), shows))
    out, err, code = player.earshot("report", "--pack", path, "--format", "html")
    results.add(f"report --pack {pack}: page", err if code else check_page(out))
    with tempfile.TemporaryDirectory(prefix="earshot-test-") as folder:
        results.add(f"report --pack {pack}: tables",
                    check_tables(player, path, folder + "/t", runs))
    for learner in sorted({run.learner for run in runs if run.learner}):
        out, err, code = player.earshot("report", "--learner", learner, "--format", "html")
        results.add(f"report --learner {learner}: page", err if code else check_page(out))
        results.add(f"report --learner {learner}: the picture of skills shows what the data says",
                    check_growth(player, learner, out.decode()))


def percent(skill):
    earned = min(max(skill["points"], 0), skill["possible"])
    return (200 * earned + skill["possible"]) // (2 * skill["possible"])


def check_growth(player, learner, page):
    """In words, first and latest of each skill; a ring for every run, the latest full."""
    told = json.loads(player.earshot("report", "--learner", learner, "--format", "json")[0])
    pictures = re.findall(r'<svg class="growth" role="img".*?</svg>', page, re.S)
    if len(pictures) != (len(told["runs"]) > 1):
        return f"{len(pictures)} pictures of {len(told['runs'])} runs"
    for picture in pictures:
        words = re.search(r"<desc[^>]*>(.*?)</desc>", picture, re.S).group(1)
        for skill in told["skills"]:
            said = re.search(rf"\b{skill['id']}: (.*?)\. ", words).group(1).split(", ")
            shares = [int(one.split(" %")[0]) for one in said]
            if (len(shares), shares[0], shares[-1]) != (
                    skill["runs"], percent(skill["first"]), percent(skill["latest"])):
                return f"{skill}: {said}"
        rings = [picture.count("<circle"), len(re.findall(r'<circle[^>]*fill="#1b2130"', picture))]
        if rings != [sum(skill["runs"] for skill in told["skills"]), len(told["skills"])]:
            return f"rings: {rings}"
    return None


SHOWS = {"birthday-bike": ["calm", "trust", "heard"],
         "warranty-loop": ["calm", "heard", "trust"]}


def main():
    binary, root = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    results = cases.Results()
    chance = random.Random(7)
    with tempfile.TemporaryDirectory(prefix="earshot-test-") as folder:
        player = Player(binary, root, folder)
        for pack, shows in SHOWS.items():
            runs = []
            for number in range(RUNS):
                learner = LEARNERS[number % len(LEARNERS)]
                runs.append(player.play("scripts/packs/" + pack, learner, chance))
                if number < len(LEARNERS):
                    one_run(player, runs[-1], f"{pack} {number}", shows, results)
            whole_group(player, pack, runs, shows, results)
    results.exit()


main()
