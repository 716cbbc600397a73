#!/usr/bin/env python3
"""The picture of the modules, as a table, against every #include; the sizes of files and
functions; every verb and finding documented and tested.

  arch.py ROOT

The tables ARE the architecture: they are changed in review, not in passing.
"""

import glob
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import cases  # noqa: E402

# Module -> what it may include besides itself, <earshot/...> and the C library.
MAY_INCLUDE = {
    "base": "",
    "model": "base",
    "sim": "model base",
    "prove": "sim model base",
    "script": "model base",
    "jail": "model base",
    "store": "sim model base",
    "report": "prove sim model base",
    "text": "base",
    "view": "sim model text base",
    "sdl": "view sim model text base",
    "cli": "sdl view text report jail store prove sim model base",
}
# Files that may include more: the helper's own program is where jail and script meet.
EXTRA = {"engine/jail/pack_main.c": "script"}
# Library (how its headers begin) -> the modules that may know it.
LIBRARIES = {
    "lua": "script", "lauxlib": "script", "SDL": "sdl", "cairo": "sdl", "png": "sdl",
    "fribidi": "text", "unicode/": "text", "physfs": "store", "sqlite3": "store",
    "xxhash": "base", "jansson": "base store cli",
}
MOST_LINES = 600
MOST_IN_FUNCTION = 60
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')


def sources(root):
    paths = glob.glob(os.path.join(root, "engine/*/*.[ch]"))
    return [os.path.relpath(path, root) for path in sorted(paths)]


def lines_of(root, path):
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read().splitlines()


def wrong_include(module, path, kind, header):
    allowed = set(MAY_INCLUDE[module].split() + [module] + EXTRA.get(path, "").split())
    if kind == '"':
        other = header.split("/")[0] if "/" in header else module
        return None if other in allowed else f"{module} may not include {header}"
    for start, owners in LIBRARIES.items():
        if header.startswith(start) and module not in owners.split():
            return f"<{header}> belongs to {owners}"
    return None


def check_includes(root, results):
    for path in sources(root):
        module = path.split("/")[1]
        if module not in MAY_INCLUDE:
            results.add(f"includes of {path}", f"there is no module '{module}' in the table")
            continue
        wrong = []
        for number, line in enumerate(lines_of(root, path), 1):
            match = INCLUDE.match(line)
            why = match and wrong_include(module, path, *match.groups())
            if why:
                wrong.append(f"{path}:{number}: {why}")
        results.add(f"includes of {path}", "\n".join(wrong) or None)


def check_public(root, results):
    for path in sorted(glob.glob(os.path.join(root, "include/earshot/*.h"))):
        name = os.path.relpath(path, root)
        wrong = [f"{name}:{number}: {line}" for number, line in enumerate(lines_of(root, name), 1)
                 if re.match(r'\s*#\s*include\s+"', line)]
        results.add(f"includes of {name}", "\n".join(wrong) or None)


def long_functions(path, lines):
    start = name = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start, name = number, lines[number - 2]
        elif line == "}" and start:
            if number - start - 1 > MOST_IN_FUNCTION:
                yield f"{path}:{start}: {number - start - 1} lines in {name}"
            start = None


def check_sizes(root, results):
    tests = glob.glob(os.path.join(root, "tests/*/*.[ch]"))
    for path in sources(root) + [os.path.relpath(path, root) for path in sorted(tests)]:
        lines = lines_of(root, path)
        wrong = list(long_functions(path, lines))
        if len(lines) > MOST_LINES:
            wrong.append(f"{path}: {len(lines)} lines; {MOST_LINES} are the most")
        results.add(f"size of {path}", "\n".join(wrong) or None)


def read_all(root, *patterns):
    text = ""
    for pattern in patterns:
        for path in sorted(glob.glob(os.path.join(root, pattern), recursive=True)):
            if os.path.isfile(path):
                with open(path, encoding="utf-8", errors="replace") as file:
                    text += file.read() + "\n"
    return text


def check_codes(root, results):
    """Each finding of the table in model/: in the reference, and expected by some test."""
    codes = re.findall(r'^\s*\{?"([EWI]\d\d\d)"', read_all(root, "engine/model/finding_codes.c"),
                       re.MULTILINE)
    reference = read_all(root, "scripts/REFERENCE.md")
    tests = read_all(root, "tests/bad/**/*.lua", "tests/unit/*.c", "tests/golden/*.golden")
    for code in codes or ["none found"]:
        missing = [where for where, text in (("scripts/REFERENCE.md", reference), ("tests", tests))
                   if code not in text]
        results.add(f"finding {code}", f"is not in {' and not in '.join(missing)}"
                    if missing else None)


def check_verbs(root, results):
    """Each verb of script's tables: in the reference, and used by some scenario here."""
    verbs = re.findall(r'\{(?:STATEMENT|DECLARATION)\("([a-z]+)"',
                       read_all(root, "engine/script/verb_tables.c"))
    reference = read_all(root, "scripts/REFERENCE.md")
    used = read_all(root, "tests/**/*.lua", "scripts/**/*.lua")
    for verb in sorted(set(verbs)):
        missing = []
        if f"`{verb}`" not in reference and f"`{verb} " not in reference:
            missing.append("scripts/REFERENCE.md")
        if not re.search(rf"(?m)(^|[\s=]){verb}\s*[({{\"]", used):
            missing.append("any scenario")
        results.add(f"verb {verb}", f"is not in {' and not in '.join(missing)}"
                    if missing else None)


def check_fields(root, results):
    """Each field of the verbs: in the reference, and used by some scenario here."""
    tables = read_all(root, "engine/script/verb_tables.c")
    fields = re.findall(r'(?:HEAD|BODY)\("(\w+)"|\{"(\w+)", SCRIPT_', tables)
    reference = read_all(root, "scripts/REFERENCE.md")
    used = read_all(root, "tests/**/*.lua", "scripts/**/*.lua")
    for field in sorted({a or b for a, b in fields}) or ["none found"]:
        missing = []
        if f"`{field}`" not in reference:
            missing.append("scripts/REFERENCE.md")
        if not re.search(rf"\b{field}\s*=", used):
            missing.append("any scenario")
        results.add(f"field {field}", f"is not in {' and not in '.join(missing)}"
                    if missing else None)


def check_messages(root, results):
    """What is said of files and names goes through cli_say(), which cleans it."""
    for path in sources(root):
        if not path.startswith("engine/cli/") or path.endswith("/say.c"):
            continue
        raw = re.findall(r'fprintf\(\s*stderr,\s*"earshot: ', "\n".join(lines_of(root, path)))
        if raw:
            results.add(f"messages of {path}", "written with fprintf; use cli_say()")


def main():
    root = os.path.abspath(sys.argv[1])
    results = cases.Results()
    check_includes(root, results)
    check_public(root, results)
    check_sizes(root, results)
    check_codes(root, results)
    check_verbs(root, results)
    check_fields(root, results)
    check_messages(root, results)
    results.exit()


main()
