"""Small scenarios made at random, as data and as text: a statement a line, so that a finding's line
says which statement it means."""

import random
from fractions import Fraction

COMPARED = ["<", "<=", ">", ">=", "==", "~="]


def calculation(value):
    """A value as it stands in a scenario: a number, a meter, or (sign, left, right)."""
    if isinstance(value, str):
        return value
    if not isinstance(value, tuple):
        return str(float(value) if value.denominator > 1 else int(value))
    sign, left, right = value
    if sign in ("min", "max"):
        return f"({sign}({calculation(left)}, {calculation(right)}))"
    return f"({calculation(left)} {sign} {calculation(right)})"


def written(condition):
    """A condition as it stands in a scenario."""
    kind = condition[0]
    if kind == "compare":
        _, value, sign, number = condition
        name = value[0] if len(value) == 1 else f"{value[0]}({value[1]})"
        return f"{value[1] if value[0] == 'meter' else name} {sign} {number}"
    if kind == "differ":
        _, left, sign, right, by = condition
        return f"{left} {sign} {right} {'+' if by >= 0 else '-'} {abs(by)}"
    if kind == "reckon":
        return f"{calculation(condition[1])} {condition[2]} {calculation(condition[3])}"
    if kind == "flag":
        return condition[1]
    if kind == "chance":
        return "chance(0.5)"
    if kind in ("seen", "now"):
        return f"{kind}({condition[1]})"
    if kind == "not":
        return f"not ({written(condition[1])})"
    return f"({written(condition[1])}) {kind} ({written(condition[2])})"


def calculation_in_lua(value):
    """The same in Lua; None where that divides, which Lua does otherwise."""
    if isinstance(value, str):
        return f"c.{value}"
    if not isinstance(value, tuple):
        return calculation(value)
    sign, left, right = value[0], calculation_in_lua(value[1]), calculation_in_lua(value[2])
    if sign in ("/", "%") or left is None or right is None:
        return None
    return f"c:{sign}({left}, {right})" if sign in ("min", "max") else f"({left} {sign} {right})"


def in_lua(condition):
    """The same as an expression of Lua; None where it draws lots or divides."""
    kind = condition[0]
    if kind == "reckon":
        left, right = calculation_in_lua(condition[1]), calculation_in_lua(condition[3])
        return None if left is None or right is None else f"{left} {condition[2]} {right}"
    if kind == "compare":
        _, value, sign, number = condition
        name = f"c.{value[0]}" if len(value) == 1 else \
            f"c.{value[1]}" if value[0] == "meter" else f'c:{value[0]}("{value[1]}")'
        return f"{name} {sign} {number}"
    if kind == "differ":
        _, left, sign, right, by = condition
        return f"c.{left} {sign} c.{right} {'+' if by >= 0 else '-'} {abs(by)}"
    if kind == "flag":
        return f"c.{condition[1]}"
    if kind == "chance":
        return None
    if kind in ("seen", "now"):
        return f'c:{kind}("{condition[1]}")'
    parts = [in_lua(part) for part in condition[1:]]
    if None in parts:
        return None
    return f"not ({parts[0]})" if kind == "not" else f"({parts[0]}) {kind} ({parts[1]})"


class Made:
    """A scenario. Moments have a `body` of statements, choices have `replies`; all are
    dictionaries with the `line` they are written on."""

    def __init__(self, seed, with_functions=False):
        """`with_functions`: conditions and moods are functions, wherever they can be."""
        self.random = random.Random(seed)
        self.with_functions = with_functions
        self.lines, self.moments, self.rules, self.intents = [], [], [], []
        self.write('scenario "Made" {}')
        self.write('sam = customer "Sam" {}')
        self.meters = [self.meter(name) for name in ["ma", "mb"][:self.of(1, 1, 2)]]
        self.flags = ["fa", "fb"][:self.of(0, 1, 1, 2)]
        self.skills = self.maybe(["sk"], .5) or []
        for flag in self.flags:
            self.write(f'flag "{flag}" "a flag"')
        for skill in self.skills:
            self.write(f'skill "{skill}" "S"')
        for name in ["reflect", "offer"][:self.of(0, 1, 2)]:
            self.intent(name)
        self.names = ["a", "b", "c", "d", "e"][:self.random.randint(2, 5)]
        self.visited = ["va", "vb", "vc"][:self.of(0, 1, 2, 3)]
        self.ends = ["good", "bad"][:self.of(1, 2, 2)]
        choices = {name: [[f"{name}{c}{i}" for i in range(self.random.randint(1, 3))]
                          for c in range(self.random.randint(1, 2))]
                   for name in self.names + self.visited}
        self.reply_ids = [i for all_of in choices.values() for one in all_of for i in one]
        for number in range(self.of(0, 0, 1, 2)):
            self.rule(f"r{number}")
        for name in self.names + self.visited:
            self.moment(name, choices[name])
        for name in self.ends:
            self.outcome(name)
        self.moment_of = {moment["id"]: moment for moment in self.moments}

    def of(self, *options):
        return self.random.choice(options)

    def maybe(self, thing, share):
        return thing if self.random.random() < share else None

    def write(self, text):
        self.lines.append(text)
        return len(self.lines)

    # What a reply, intent, rule or statement does.

    def amount(self, plain):
        share = self.random.random()
        if plain or share < .7:
            return self.random.randint(0, 3)
        if share < .85:
            return Fraction(self.of(1, 3, 5, 1), self.of(2, 4))
        return self.calculated()

    def calculated(self):
        left, right = self.of(*self.meters)["id"], self.of(*self.meters)["id"]
        number = Fraction(self.random.randint(-3, 4))
        return (self.of("+", "-", "*", "/", "%", "min", "max"), left, self.of(right, number, number))

    def mood(self):
        moods = []
        for meter in self.meters:
            if self.random.random() < .4:
                sign = "+" if meter["rises"] else self.of("+", "+", "-", "-", "=")
                moods.append((meter["id"], sign, self.amount(meter["rises"])))
        return moods

    def effect(self):
        return {"mood": self.mood(),
                "set": [(f, self.random.random() < .7) for f in self.flags if self.of(0, 0, 0, 1)],
                "skill": self.of(0, 0, 1, 2) if self.skills else 0}

    def fields(self, it):
        """What stands in the braces."""
        fields = [f'{name} = "{it[name]}"' for name in ("id", "intent", "visit", "go") if it.get(name)]
        fields += [f"{name} = true" for name in ("again", "fallback", "once") if it.get(name)]
        if it.get("when"):
            fields.append(f'when = {self.condition_field(it["when"])}')
        if it.get("fades", 1) != 1:
            fields.append(f"fades = {float(it['fades'])}")
        if it.get("mood") and "kind" not in it:
            fields.append(f'mood = {self.mood_field(it["mood"])}')
        if it.get("set") and "kind" not in it:
            fields.append(f'set = "{self.sets(it["set"])}"')
        if it.get("skill"):
            fields.append(f'skill = "sk +{it["skill"]}"')
        return f" {{ {', '.join(fields)} }}" if fields else ""

    def condition_field(self, condition):
        lua = in_lua(condition) if self.with_functions else None
        return f"function(c) return {lua} end" if lua else f'"{written(condition)}"'

    def mood_field(self, moods):
        lua = [calculation_in_lua(amount) for _, _, amount in moods]
        # Of several amounts, one that is calculated sees what those before it have changed.
        calculated = len(moods) > 1 and any(isinstance(amount, tuple) for _, _, amount in moods)
        if not self.with_functions or calculated or None in lua or any(sign == "=" for _, sign, _ in moods):
            return f'"{self.moods(moods)}"'
        amounts = ", ".join(f"{meter} = {'-' if sign == '-' else ''}({amount})"
                            for (meter, sign, _), amount in zip(moods, lua))
        return f"function(c) return {{ {amounts} }} end"

    @staticmethod
    def moods(moods):
        return ", ".join(f"{meter} {sign} {calculation(amount)}" for meter, sign, amount in moods)

    @staticmethod
    def sets(sets):
        return ", ".join(flag if to else "not " + flag for flag, to in sets)

    # Conditions.

    def atom(self, in_rule):
        meter = self.random.choice(self.meters)
        number = self.random.randint(meter["min"], meter["max"])
        share = self.random.random()

        def compare(value, low, high):
            return ("compare", value, self.of(*COMPARED), self.random.randint(low, high))

        if share < .45:
            return ("compare", ("meter", meter["id"]), self.of(*COMPARED), number)
        others = [("seen", self.of(*self.names, *self.visited, *self.ends, *self.reply_ids)),
                  compare(("visits", self.of(*self.names)), 0, 3),
                  compare(("chosen", self.of(*self.reply_ids)), 0, 2),
                  compare(("since", self.of(*self.names, *self.reply_ids)), -1, 3),
                  compare(("turn",), 0, 4), compare(("seconds",), 0, 40), ("chance",),
                  ("compare", (self.of("lowest", "highest", "first", "start", "change", "extreme"),
                               meter["id"]), self.of(*COMPARED), number),
                  ("differ", self.meters[0]["id"], self.of(*COMPARED), self.meters[-1]["id"],
                   self.random.randint(-2, 2)),
                  ("reckon", self.calculated(), self.of(*COMPARED), Fraction(self.random.randint(-2, 9), 2))]
        others += [("flag", flag) for flag in self.flags * 2]
        others += [compare(("points", skill), 0, 4) for skill in self.skills]
        others += [compare(("said", intent["id"]), 0, 3) for intent in self.intents]
        if in_rule:
            others += [("now", self.of(*self.reply_ids, *[i["id"] for i in self.intents])),
                       compare(("gained", meter["id"]), -2, 2)]
        return self.random.choice(others)

    def condition(self, in_rule=False, depth=2):
        share = self.random.random()
        if depth == 0 or share < .6:
            return self.atom(in_rule)
        if share > .9:
            return ("not", self.condition(in_rule, depth - 1))
        return (self.of("and", "or"), self.condition(in_rule, depth - 1),
                self.condition(in_rule, depth - 1))

    # Declarations.

    def meter(self, name):
        most = self.of(3, 6, 10)
        least = self.of(0, 0, 0, -2)
        it = {"id": name, "start": self.random.randint(least, most), "min": least, "max": most, "drift": None,
              "rises": self.random.random() < .3}
        drift = ""
        if self.random.random() < .25:
            it["drift"] = (self.random.randint(least, most), self.of(1, 2))
            drift = ', drift = "toward {} by {}"'.format(*it["drift"])
        self.write(f'meter "{name}" {{ start = {it["start"]}, min = {least}, max = {most}, shows = "tension"{drift} }}')
        return it

    def intent(self, name):
        it = dict(self.effect(), fades=self.of(Fraction(1), Fraction(1), Fraction(6, 10), Fraction(0)))
        self.write(f'intent "{name}"{self.fields(it) or " {}"}')
        self.intents.append(dict(it, id=name))

    def rule(self, name):
        it = dict(self.effect(), when=self.condition(True), once=self.random.random() < .3,
                  go=self.maybe(self.of(*self.names, *self.ends), .4))
        it["line"] = self.write(f'rule "{name}"{self.fields(it)}')
        self.rules.append(dict(it, name=name))

    # Moments.

    def line(self):
        it = {"kind": "line", "id": f"l{len(self.lines)}", "pick": None,
              "when": self.maybe(self.condition(), .4)}
        words = f'"Words {len(self.lines)}"'
        it["tenths"] = 10
        if self.random.random() < .15:
            it.update(pick=self.of("once", "cycle", "first"), entries=self.of(1, 2, 3), tenths=12)
            entries = ", ".join(f'"Some words {i}"' for i in range(it["entries"]))
            words = f'{{ {entries}, pick = "{it["pick"]}" }}'
        it["line"] = self.write(f"  sam {words}{self.fields(it)}")
        return it

    def statement(self, deeper):
        """One that is no choice; None now and then. `deeper`: what it may visit."""
        kind = self.of("line", "line", "line", "mood", "mood", "set", "visit", "go", "notice", None)
        it = {"kind": kind, "when": self.maybe(self.condition(), .4)}
        if kind == "line":
            return self.line()
        if kind == "mood":
            it["mood"] = self.mood() or [(self.meters[0]["id"], "+", 1)]
            words = self.moods(it["mood"])
        elif kind == "set" and self.flags:
            it["set"] = [(self.of(*self.flags), self.random.random() < .6)]
            words = self.sets(it["set"])
        elif kind == "visit" and deeper:
            it.update(to=self.of(*deeper), when=None)
            words = it["to"]
        elif kind == "go":
            it.update(to=self.of(*self.names, *self.ends), when=self.condition())
            words = it["to"]
        elif kind == "notice" and self.skills:
            it["when"] = None
            it["line"] = self.write('  notice "What?" { "This", "That", answer = 1, skill = "sk" }')
            return it
        else:
            return None
        it["line"] = self.write(f'  {kind} "{words}"{self.fields({"when": it["when"]})}')
        return it

    def reply(self, name, is_visited, deeper):
        it = dict(self.effect(), id=name, again=self.random.random() < .35,
                  fallback=self.random.random() < .1, when=self.maybe(self.condition(), .35),
                  go=self.maybe(self.of(*self.names, *self.ends), .25 if is_visited else .6),
                  visit=None, intent=None, hold=self.random.random() < .1)
        if deeper:
            it["visit"] = self.maybe(self.of(*deeper), .2)
        if self.intents:
            it["intent"] = self.maybe(self.of(*self.intents)["id"], .5)
        it["line"] = self.write(f'  {"hold" if it["hold"] else "you"} "Reply {name}"{self.fields(it)}')
        return it

    def moment(self, name, choices):
        is_visited = name in self.visited
        deeper = self.visited[self.visited.index(name) + 1:] if is_visited else self.visited
        it = {"id": name, "outcome": False, "line": self.write(f'moment "{name}"'), "body": []}
        self.moments.append(it)
        for ids in choices:
            for _ in range(self.of(0, 1, 1, 2)):
                it["body"] += filter(None, [self.statement(deeper)])
            if not it["body"] or it["body"][-1]["kind"] == "choice":
                it["body"].append(self.line())
            it["body"].append({"kind": "choice", "when": None, "line": len(self.lines) + 1,
                               "replies": [self.reply(i, is_visited, deeper) for i in ids]})
        it["body"] += filter(None, [self.maybe(1, .3) and self.statement(deeper)])
        if self.random.random() < (.3 if is_visited else .8):
            to = self.of(*self.names, *self.ends)
            it["body"].append({"kind": "go", "to": to, "when": None,
                               "line": self.write(f'  go "{to}"')})

    def outcome(self, name):
        line = self.write(f'outcome "{name}" {{ title = "T", rating = "{self.of("strong", "weak")}" }}')
        self.moments.append({"id": name, "outcome": True, "line": line, "body": [self.line()]})
