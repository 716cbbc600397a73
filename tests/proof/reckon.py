"""All that can happen in a scenario of made.py, reckoned the long way round: every state is kept
whole, and two are the same only when everything that is asked for anywhere is the same."""

import collections
import operator
from fractions import Fraction

SIGNS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
         "==": operator.eq, "~=": operator.ne}
PAST = ("lowest", "highest", "extreme")
MOST_STATES, MOST_STEPS, MOST_CHANCES = 800, 2000, 8
MUCH = 14  # no count is compared with more, and no gain is left of one that faded so often


class TooMuch(Exception):
    """Left out."""


def rounded(value):
    """Half away from zero."""
    return int(value + Fraction(1, 2)) if value >= 0 else -int(-value + Fraction(1, 2))


def calculated(value, meters):
    if isinstance(value, str):
        return Fraction(meters[value])
    if not isinstance(value, tuple):
        return Fraction(value)
    sign, left, right = value[0], calculated(value[1], meters), calculated(value[2], meters)
    if sign in ("/", "%"):
        return (left / right if sign == "/" else left % right) if right else Fraction(0)
    return {"+": operator.add, "-": operator.sub, "*": operator.mul, "min": min, "max": max}[sign](left, right)


class State:
    """A run. `at` is a moment and the statement in it, `visits` where to come back to."""

    def __init__(self, made):
        self.meters = {meter["id"]: meter["start"] for meter in made.meters}
        self.lowest, self.highest, self.extreme = (dict(self.meters) for _ in PAST)
        self.first = None
        self.flags = dict.fromkeys(made.flags, False)
        self.counts, self.last = collections.Counter(), {}
        self.points = self.turn = self.tenths = 0
        self.at, self.visits, self.offered, self.notice = (None, 0), (), (), False
        self.gained, self.now = {}, ()

    def copy(self):
        other = State.__new__(State)
        for name, value in self.__dict__.items():
            setattr(other, name, value.copy() if hasattr(value, "copy") else value)
        return other

    def key(self, asked):
        since = {k: min(self.turn - n, 6) for k, n in self.last.items() if k in asked["since"]}
        counts = {k: min(n, MUCH) for k, n in self.counts.items() if n and k in asked["counts"]}
        past = [list(getattr(self, name).values()) for name in PAST if name in asked["values"]]
        return repr((self.at, self.visits, self.offered, self.meters, self.flags,
                     "points" in asked["values"] and (min(self.points, MUCH), self.notice),
                     sorted(counts.items()), sorted(since.items()), past,
                     "first" in asked["values"] and self.first,
                     min(self.turn, 8 if "turn" in asked["values"] else 1),
                     "seconds" in asked["values"] and min(self.tenths, 500)))


class Lots:
    """chance(), which falls as it is told; then not."""

    def __init__(self, told):
        self.told, self.asked = list(told), 0

    def draw(self):
        self.asked += 1
        if self.asked > MOST_CHANCES:
            raise TooMuch
        if self.asked > len(self.told):
            self.told.append(False)
        return self.told[self.asked - 1]


def every_way(play):
    """What comes of `play(lots)`, however lots fall."""
    todo = [()]
    while todo:
        told = todo.pop()
        lots = Lots(told)
        yield play(lots)
        todo += [tuple(lots.told[:n]) + (True,) for n in range(len(told), len(lots.told))]


class Reckoned:
    """Afterwards: `came_out` of each line's condition, `offered` and `went` of replies and rules by
    line, `entered` moments, `shortest` roads, `ranges` of meters, `stuck` by code, `trapped`; choices
    by their line that `differ`: two replies do not come to the same there."""

    def __init__(self, made):
        self.made = made
        self.asked = {"counts": set(), "since": set(), "values": set()}
        self.find_asked()
        self.came_out = collections.defaultdict(set)
        self.entered, self.offered, self.went, self.visited = set(), set(), set(), set()
        self.shortest, self.ranges, self.stuck, self.differ = {}, {}, set(), set()
        self.states, self.ways = {}, collections.defaultdict(set)
        self.search()

    # What is asked for.

    def ask(self, condition):
        kind = condition[0] if condition else None
        if kind in ("and", "or", "not"):
            for part in condition[1:]:
                self.ask(part)
        elif kind == "seen":
            self.asked["counts"].add(condition[1])
        elif kind == "compare":
            name = condition[1][0]
            self.asked["values"].add(name)
            if name in ("visits", "chosen", "said"):
                self.asked["counts"].add(condition[1][1])
            if name == "since":
                self.asked["since"].add(condition[1][1])

    def find_asked(self):
        counts = self.asked["counts"]
        counts.update(i["id"] for i in self.made.intents if i["fades"] != 1)
        for rule in self.made.rules:
            self.ask(rule["when"])
            counts.update([rule["name"]] if rule["once"] else [])
        for moment in self.made.moments:
            for it in moment["body"]:
                self.ask(it["when"])
                if it["kind"] == "line" and it["pick"] == "once":
                    counts.add("played " + it["id"])
                for reply in it.get("replies", []):
                    self.ask(reply["when"])
                    counts.update([] if reply["again"] else [reply["id"]])

    # Conditions and effects.

    def value(self, state, name, of=None):
        starts = {meter["id"]: meter["start"] for meter in self.made.meters}
        if name in ("meter",) + PAST:
            return getattr(state, "meters" if name == "meter" else name)[of]
        if name in ("visits", "chosen", "said"):
            return state.counts[of]
        return {"turn": lambda: state.turn, "seconds": lambda: Fraction(state.tenths, 10),
                "points": lambda: state.points, "start": lambda: starts[of],
                "first": lambda: (state.first or starts)[of],
                "change": lambda: state.meters[of] - starts[of],
                "since": lambda: state.turn - state.last[of] if of in state.last else -1,
                "gained": lambda: state.gained[of]}[name]()

    def holds(self, state, condition, lots):
        kind = condition[0]
        if kind == "compare":
            return SIGNS[condition[2]](self.value(state, *condition[1]), condition[3])
        if kind == "differ":
            return SIGNS[condition[2]](state.meters[condition[1]], state.meters[condition[3]] + condition[4])
        if kind == "reckon":
            return SIGNS[condition[2]](calculated(condition[1], state.meters),
                                       calculated(condition[3], state.meters))
        if kind == "chance":
            return lots.draw()
        if kind == "not":
            return not self.holds(state, condition[1], lots)
        if kind in ("and", "or"):
            left = self.holds(state, condition[1], lots)
            return left if left == (kind == "or") else self.holds(state, condition[2], lots)
        return {"flag": lambda of: state.flags[of], "seen": lambda of: state.counts[of] > 0,
                "now": lambda of: of in state.now}[kind](condition[1])

    def is_true(self, state, it, lots):
        held = not it["when"] or self.holds(state, it["when"], lots)
        self.came_out[it["line"]].add(held)
        return held

    def put(self, state, meter, value):
        value = max(meter["min"], min(meter["max"], value))
        name = meter["id"]
        state.meters[name] = value
        state.lowest[name] = min(state.lowest[name], value)
        state.highest[name] = max(state.highest[name], value)
        if abs(value - meter["start"]) > abs(state.extreme[name] - meter["start"]):
            state.extreme[name] = value

    def move(self, state, moods, fade=Fraction(1)):
        for name, sign, amount in moods:
            it = [m for m in self.made.meters if m["id"] == name][0]
            step = calculated(amount, state.meters) * (-1 if sign == "-" else 1)
            now = state.meters[name]
            self.put(state, it, rounded(step if sign == "=" else now + step * (fade if step > 0 else 1)))

    def drift(self, state):
        for meter in self.made.meters:
            if meter["drift"]:
                to, by = meter["drift"]
                now = state.meters[meter["id"]]
                self.put(state, meter, min(to, now + by) if now < to else max(to, now - by))

    # Playing on.

    @staticmethod
    def count(state, name):
        state.counts[name] += 1
        state.last[name] = state.turn

    def enter(self, state, name):
        state.at = (name, 0)
        self.entered.add(name)
        self.count(state, name)

    def go(self, state, name):
        state.visits = ()
        self.enter(state, name)

    def come_back(self, state):
        state.at, go, line = state.visits[-1]
        state.visits = state.visits[:-1]
        if go:
            self.went.add(line)
            self.go(state, go)

    def visit(self, state, name, go=None, line=None):
        state.visits += ((state.at, go, line),)
        self.enter(state, name)

    def offer(self, state, choice, lots):
        for fallback in (False, True):
            offered = [i for i, reply in enumerate(choice["replies"])
                       if reply["fallback"] == fallback
                       and (reply["again"] or not state.counts[reply["id"]])
                       and self.is_true(state, reply, lots)]
            if offered:
                break
        state.offered = tuple(offered)
        return offered

    def play_part(self, state, it):
        """A statement that leads nowhere."""
        if it["kind"] == "notice":
            state.notice = True
        elif it["kind"] in ("mood", "set"):
            state.flags.update(it.get("set", []))
            self.move(state, it.get("mood", []))
        else:
            if it["pick"] == "once":
                if state.counts["played " + it["id"]] >= it["entries"]:
                    return
                state.counts["played " + it["id"]] += 1
            state.tenths += it["tenths"]
            self.count(state, it["id"])

    def run(self, state, lots):
        """Up to a choice ("choice"), an end ("end"), or what it is called where it cannot go on."""
        empty, met = False, set()
        while True:
            moment, number = state.at
            body = self.made.moment_of[moment]["body"]
            if number == len(body):
                if self.made.moment_of[moment]["outcome"]:
                    return "end"
                if not state.visits:
                    return "E154" if empty else "E102"
                self.come_back(state)
                continue
            it = body[number]
            state.at = (moment, number + 1)
            if it["kind"] == "choice":
                if self.offer(state, it, lots):
                    state.at = (moment, number)
                    return "choice"
                empty = True
            elif self.is_true(state, it, lots):
                if it["kind"] in ("go", "visit"):
                    (self.go if it["kind"] == "go" else self.visit)(state, it["to"])
                    empty = False if it["kind"] == "go" else empty
                else:
                    empty = False
                    self.play_part(state, it)
                if self.goes_round(state, lots, met):
                    return "E157"

    def goes_round(self, state, lots, met):
        key = state.key(self.asked)
        if len(met) > MOST_STEPS or (key in met and lots.asked):
            raise TooMuch
        again = key in met
        met.add(key)
        return again

    def happen(self, state, rule):
        state.counts[rule["name"]] += 1
        state.flags.update(rule["set"])
        self.move(state, rule["mood"])
        state.points += rule["skill"]

    def ask_rules(self, state, lots):
        """Where the first that asks for it leads."""
        go = None
        for rule in self.made.rules:
            if rule["once"] and state.counts[rule["name"]]:
                continue
            if self.is_true(state, rule, lots):
                self.happen(state, rule)
                if rule["go"] and not go:
                    self.went.add(rule["line"])
                    go = rule["go"]
        return go

    def give(self, state, number, lots):
        moment, at = state.at
        reply = self.made.moment_of[moment]["body"][at]["replies"][number]
        intents = [i for i in self.made.intents if i["id"] == reply["intent"]]
        state.offered, state.notice, state.at = (), False, (moment, at + 1)
        state.turn += 1
        state.tenths += 50 if reply["hold"] else 88
        for it in [reply] + intents:
            self.count(state, it["id"])
        before = dict(state.meters)
        for it in intents + [reply]:
            state.flags.update(it["set"])
            state.points += it["skill"]
        for it in intents:
            self.move(state, it["mood"], it["fades"] ** (state.counts[it["id"]] - 1))
        self.move(state, reply["mood"])
        state.gained = {name: state.meters[name] - before[name] for name in before}
        state.now = (reply["id"], reply["intent"])
        go = self.ask_rules(state, lots)
        state.gained, state.now = {}, ()
        self.drift(state)
        if state.turn == 1:
            state.first = dict(state.meters)
        self.lead_on(state, reply, go)
        return self.run(state, lots)

    def lead_on(self, state, reply, go):
        if go:
            self.go(state, go)
        elif reply["visit"]:
            self.visited.add(reply["line"])
            self.visit(state, reply["visit"], reply["go"], reply["line"])
        elif reply["go"]:
            self.went.add(reply["line"])
            self.go(state, reply["go"])

    # All of it.

    def note_meters(self, state):
        for name, value in state.meters.items():
            low, high = self.ranges.get((state.at[0], name), (value, value))
            self.ranges[state.at[0], name] = (min(low, value), max(high, value))

    def arrive(self, state, kind, turn, todo):
        if kind not in ("choice", "end"):
            self.stuck.add(kind)
            return kind
        key = state.key(self.asked)
        if kind == "end":
            self.shortest.setdefault(state.at[0], turn)
            key = "end"
        elif key not in self.states:
            self.states[key] = state
            todo.append((key, turn))
        self.note_meters(state)
        if len(self.states) > MOST_STATES:
            raise TooMuch
        return key

    def begin(self, lots):
        state = State(self.made)
        self.enter(state, self.made.moments[0]["id"])
        return state, self.run(state, lots)

    def reply(self, state, number, noticed):
        def play(lots):
            after = state.copy()
            after.points += noticed
            return after, self.give(after, number, lots)
        return every_way(play)

    def search(self):
        todo = collections.deque()
        for state, kind in every_way(self.begin):
            self.arrive(state, kind, 0, todo)
        while todo:
            key, turn = todo.popleft()
            state = self.states[key]
            replies = self.made.moment_of[state.at[0]]["body"][state.at[1]]["replies"]
            seen = set()
            for number in state.offered:
                self.offered.add(replies[number]["line"])
                for noticed in range(2 if state.notice else 1):
                    for after, kind in self.reply(state, number, noticed):
                        self.ways[key].add(self.arrive(after, kind, turn + 1, todo))
                        seen.add(repr((kind, after.at, after.meters, after.flags, after.points)))
            if len(seen) > 1:
                self.differ.add(replies[0]["line"])
        self.trapped = self.find_trap()

    def find_trap(self):
        """Whether there is a state from which neither an end nor a dead end follows."""
        before = collections.defaultdict(set)
        for key, ways in self.ways.items():
            for to in ways:
                before[to].add(key)
        out, todo = set(), ["end", "E102", "E154"]
        while todo:
            for key in before[todo.pop()] - out:
                out.add(key)
                todo.append(key)
        return len(out) < len(self.ways)
