#!/usr/bin/env python3
"""What the window does where something is missing, and with letters that are hard to set.

  missing.py EARSHOT ROOT [PART-OF-A-NAME]

The program is copied to a place of its own, beside a font folder of the case's choice;
where the machine allows it (unshare), it does not see the system's fonts either.
"""

import os
import shutil
import subprocess

import driver
from driver import QUICK, cases, settle, write

BLIND = ["unshare", "-rm", "sh", "-c",
         "for d in /usr/share/fonts /usr/local/share/fonts /usr/share/texmf/fonts/opentype; do "
         "if test -d $d; then mount -t tmpfs none $d || exit 99; fi; done; exec \"$@\"", "-"]

# A flag, 300 marks on one letter, figures within Arabic; no face on earth is wider.
HARD = ('scenario "Hard letters" {}\n'
        'sara = customer "Sara سارة"\n'
        'moment "a"\n'
        '  sara "(warm) مرحبا، الطلب 4471 بقيمة 12.50 يورو. \U0001F1E9\U0001F1EA\U0001F44B\U0001F3FD"\n'
        '  sara "e' + "\u0301" * 300 + ' नमस्ते สวัสดี こんにちは"\n'
        '  you "أهلا، رقم 4471؟" { go = "end" }\n'
        '  you "\U0001F1E9\U0001F1EA Guten Tag" { go = "end" }\n'
        'outcome "end" { rating = "strong" }\n')


def copied(place, fonts):
    """The program where it finds these fonts of its own, and no others."""
    home = os.path.join(place.scratch, "alone")
    shutil.rmtree(home, ignore_errors=True)
    built = os.path.dirname(place.binary)
    os.makedirs(home + "/share/earshot/assets/fonts")
    shutil.copy(place.binary, home)
    shutil.copytree(built + "/libexec", home + "/libexec")
    for what in os.listdir(built + "/share/earshot"):
        if what != "assets":
            os.symlink(os.path.realpath(built + "/share/earshot/" + what),
                       home + "/share/earshot/" + what)
    for name in fonts:
        shutil.copy(os.path.join(place.root, "assets/fonts", name),
                    home + "/share/earshot/assets/fonts")
    return home + "/earshot"


def shot(place, fonts, before=()):
    """(exit code, stderr, size of the picture)."""
    binary, picture = copied(place, fonts), os.path.join(place.scratch, "shot.png")
    if os.path.exists(picture):
        os.remove(picture)
    done = subprocess.run([*before, binary, "shot",
                           os.path.join(place.root, "scripts/packs/birthday-bike"), "-o", picture],
                          env=cases.environment(place.scratch), capture_output=True, text=True,
                          timeout=driver.PATIENCE, check=False)
    return done.returncode, done.stderr, os.path.exists(picture) and os.path.getsize(picture)


def blind():
    """Can the system's fonts be hidden here?"""
    return shutil.which("unshare") and subprocess.run([*BLIND, "true"], capture_output=True,
                                                      check=False).returncode == 0


def without_any_font(place):
    if not blind():
        return None
    code, said, picture = shot(place, [], BLIND)
    if code != 4 or "font" not in said or "fonts-dejavu-core" not in said or picture:
        return f"exit {code}, {picture} bytes: {said}"
    return None


def without_italic_or_bold(place):
    """One upright font is enough: the cue has its icon and its colour."""
    code, said, picture = shot(place, ["DejaVuSans.ttf"], BLIND if blind() else ())
    return None if code == 0 and picture > 20000 and not said else f"exit {code}: {said}"


def without_fonts_of_our_own(place):
    """Those of the machine do, or nothing does: never a crash."""
    code, said, picture = shot(place, [])
    if (code == 0 and picture) or (code == 4 and "font" in said):
        return None
    return f"exit {code}: {said}"


def a_size_that_cannot_be(place):
    """Letters that are not drawn so large are not drawn in another size in silence."""
    for size in ("99", "201"):
        done = subprocess.run([place.binary, "shot", os.path.join(place.root, "scripts/packs/hello-customer"),
                               "-o", os.path.join(place.scratch, "size.png"), "--text-size", size],
                              env=cases.environment(place.scratch), capture_output=True, text=True,
                              timeout=driver.PATIENCE, check=False)
        if done.returncode != 2 or "100 to 200" not in done.stderr:
            return f"{size}: exit {done.returncode}: {done.stderr}"
    return None


def without_sound_or_speech(place):
    """The voice is on, and nobody is there to speak."""
    os.environ["SDL_AUDIODRIVER"] = "none-such"
    try:
        with place.window("scripts/packs/hello-customer", settings=QUICK) as opened:
            opened.hear("Your turn.")
            opened.key("v", "v")
            opened.alive()
        with driver.Opened(driver.Window(
                place.binary, place.display,
                ["play", os.path.join(place.root, "scripts/packs/hello-customer")],
                QUICK + 'voice = "speech"\n')) as opened:
            settle()
            opened.key("1", "space", "1", "space")
            opened.alive()
            try:
                opened.key("ctrl+q")
            except subprocess.CalledProcessError:
                pass  # the window was gone before the key was up again
            opened.process.wait(driver.PATIENCE)
            if opened.process.returncode != 0:
                return f"exit {opened.process.returncode}"
    finally:
        del os.environ["SDL_AUDIODRIVER"]
    return None


def hard_letters(place):
    pack = os.path.join(place.scratch, "hard.lua")
    write(pack, HARD)
    with place.window(pack) as opened:
        opened.hear("4471 بقيمة 12.50")
        opened.hear("Your turn.")
        for size in [(640, 360), (1900, 1000), (960, 540)]:
            opened.resize(*size)
            opened.key("ctrl+plus", "ctrl+plus", "ctrl+t")
            opened.alive()
        settle()
        opened.key("1")
        opened.hear("How it ends:")
    return None


if __name__ == "__main__":
    driver.main([without_any_font, without_italic_or_bold, without_fonts_of_our_own,
                 without_sound_or_speech, a_size_that_cannot_be,
                 hard_letters])
