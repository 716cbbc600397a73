#include "script/foreign.h"

#include <string.h>

#define BEGIN "Begin with a scenario that plays: earshot new NAME. "

typedef enum format_id {
    SCENARIO, /* Lua, and what trainers write here */
    TWINE,
    RENPY,
    YARN,
    INK,
    CHOICESCRIPT,
    MARKDOWN,
    YAML,
    TOML,
    SCREENPLAY,
    SUBTITLES,
    PROGRAM,
    FORMATS
} format_id;

static const struct format {
    const char *message;
    const char *hint;
} formats[FORMATS] = {
    [TWINE] = {"this looks like a Twine file (Twee), not like a scenario",
               BEGIN "In it a passage :: Start is moment \"start\", and a link "
                     "[[Yes->Kept]] is you \"Yes\" { go = \"kept\" }."},
    [RENPY] = {"this looks like a Ren'Py script, not like a scenario",
               BEGIN "In it label start: is moment \"start\", s \"Hello.\" stays, and a "
                     "menu's \"Yes\": is you \"Yes\" { go = \"kept\" }."},
    [YARN] = {"this looks like a Yarn Spinner file, not like a scenario", BEGIN
              "In it a node is moment \"start\", Sam: Hello. is sam \"Hello.\", and "
              "-> Yes is you \"Yes\" { go = \"kept\" }."},
    [INK] = {"this looks like an ink story, not like a scenario",
             BEGIN "In it === start is moment \"start\", a line is sam \"Hello.\", and * "
                   "[Yes] -> kept is you \"Yes\" { go = \"kept\" }."},
    [CHOICESCRIPT] = {"this looks like a ChoiceScript scene, not like a scenario",
                      BEGIN "In it *label start is moment \"start\", a line is sam "
                            "\"Hello.\", and #Yes is you \"Yes\" { go = \"kept\" }."},
    [MARKDOWN] = {"this looks like Markdown (headings, bullets), not like a scenario",
                  BEGIN
                  "Then copy the words into it, each in quotes behind who says them: "
                  "sam \"Hello.\", you \"Yes\" { go = \"kept\" }."},
    [YAML] = {"this looks like YAML, not like a scenario",
              BEGIN "In it each line is a statement of its own, without dashes and "
                    "colons: moment \"start\", sam \"Hello.\", you \"Yes\" { go = "
                    "\"kept\" }."},
    [TOML] = {"this looks like a file of settings (TOML or INI), not like a scenario",
              BEGIN "In it each line is a statement of its own: moment \"start\", sam "
                    "\"Hello.\", you \"Yes\" { go = \"kept\" }."},
    [SCREENPLAY] = {"this looks like a screenplay, not like a scenario",
                    BEGIN "Then copy the words into it, each in quotes behind who says "
                          "them: sam \"(warm) Hello.\"."},
    [SUBTITLES] = {"these look like subtitles, not like a scenario",
                   BEGIN "Then copy the words into it, each in quotes behind who says "
                         "them: sam \"Hello.\"."},
    [PROGRAM] = {"this looks like a program in another language, not like a scenario",
                 BEGIN "In it each line begins with a word like moment, sam or you; what "
                       "must be reckoned is Lua."},
};

/*
 * What a line looks like, without the blanks around it, and how far it tells a format: %
 * is anything, @ a word in small letters. What comes to ENOUGH is told.
 */
#define ENOUGH 3

static const struct line_sign {
    uint8_t format;
    uint8_t weight;
    const char *pattern;
} line_signs[] = {
    {SCENARIO, 1, "scenario \"%"},
    {SCENARIO, 1, "scenario '%"},
    {SCENARIO, 1, "scenario(%"},
    {SCENARIO, 1, "pack \"%"},
    {SCENARIO, 1, "moment \"%"},
    {SCENARIO, 1, "outcome \"%"},
    {SCENARIO, 1, "meter \"%"},
    {SCENARIO, 1, "you \"%"},
    {SCENARIO, 1, "use \"%"},
    {SCENARIO, 1, "@ = customer%"},
    {SCENARIO, 1, "@ = person%"},
    {SCENARIO, 1, "local %"},
    {SCENARIO, 1, "function %)"},
    {SCENARIO, 1, "-- %"},
    {SCENARIO, 1, "return {%"},
    {SCENARIO, 1, "::%::"},
    {TWINE, 3, "::%"},
    {RENPY, 3, "define % = Character(%"},
    {RENPY, 2, "label %:"},
    {RENPY, 2, "menu:"},
    {RENPY, 2, "\"%\":"},
    {RENPY, 1, "jump @"},
    {RENPY, 1, "$ %"},
    {RENPY, 1, "default @ = %"},
    {YARN, 3, "==="},
    {YARN, 3, "<<%>>"},
    {YARN, 2, "-> %"},
    {YARN, 1, "title: %"},
    {YARN, 1, "tags:%"},
    {INK, 3, "=== %"},
    {INK, 3, "== %"},
    {INK, 3, "* %-> %"},
    {INK, 3, "+ %-> %"},
    {INK, 2, "-> %"},
    {INK, 2, "* [%"},
    {INK, 2, "+ [%"},
    {INK, 2, "VAR %"},
    {INK, 2, "~ %"},
    {INK, 1, "* %"},
    {INK, 1, "+ %"},
    {CHOICESCRIPT, 2, "*choice"},
    {CHOICESCRIPT, 2, "*label %"},
    {CHOICESCRIPT, 2, "*goto %"},
    {CHOICESCRIPT, 2, "*create %"},
    {CHOICESCRIPT, 2, "*temp %"},
    {CHOICESCRIPT, 2, "*set %"},
    {CHOICESCRIPT, 2, "*title %"},
    {CHOICESCRIPT, 2, "*page_break%"},
    {CHOICESCRIPT, 2, "*finish%"},
    {MARKDOWN, 1, "# %"},
    {MARKDOWN, 3, "## %"},
    {MARKDOWN, 3, "### %"},
    {MARKDOWN, 3, "```%"},
    {MARKDOWN, 3, "![%](%)%"},
    {MARKDOWN, 2, "**%"},
    {MARKDOWN, 2, "- **%"},
    {MARKDOWN, 2, "|%|"},
    {MARKDOWN, 2, "[%](%)%"},
    {MARKDOWN, 1, "- %"},
    {MARKDOWN, 1, "* %"},
    {MARKDOWN, 1, "> %"},
    {YAML, 3, "@:"},
    {YAML, 3, "- @:%"},
    {YAML, 1, "- %"},
    {YAML, 1, "---"},
    {YAML, 1, "title: %"},
    {YAML, 1, "scenario: %"},
    {YAML, 1, "minutes: %"},
    {YAML, 1, "id: %"},
    {YAML, 1, "name: %"},
    {YAML, 1, "go: %"},
    {TOML, 3, "[@]"},
    {TOML, 3, "[[@]]"},
    {SCREENPLAY, 3, "INT. %"},
    {SCREENPLAY, 3, "EXT. %"},
    {SUBTITLES, 3, "WEBVTT%"},
    {SUBTITLES, 3, "%:%:% --> %:%:%"},
    {PROGRAM, 3, "def %:"},
    {PROGRAM, 3, "class %:"},
    {PROGRAM, 3, "#include %"},
    {PROGRAM, 3, "function %{"},
    {PROGRAM, 2, "import %"},
    {PROGRAM, 2, "const % = %"},
    {PROGRAM, 2, "let % = %"},
    {PROGRAM, 2, "var % = %"},
};

typedef struct text_line {
    const char *at;
    size_t length;
} text_line;

static bool is_small(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/* Whether the line is what the pattern says. A % takes as little as it can at first. */
static bool fits(const char *pattern, text_line line)
{
    const char *again = NULL; /* behind the last % */
    size_t tried = 0, i = 0;

    for (;;) {
        if (*pattern == '%') {
            again = ++pattern;
            tried = i;
        } else if (*pattern == '@' && i < line.length && is_small(line.at[i])) {
            while (i < line.length && is_small(line.at[i]))
                i++;
            pattern++;
        } else if (*pattern && i < line.length && *pattern == line.at[i]) {
            pattern++;
            i++;
        } else if (!*pattern && i == line.length) {
            return true;
        } else {
            if (!again || tried >= line.length)
                return false;
            pattern = again;
            i = ++tried;
        }
    }
}

/* The line at `from` without the blanks around it; *next is where the next one begins. */
static text_line line_at(const char *bytes, size_t length, size_t from, size_t *next)
{
    const char *newline = memchr(bytes + from, '\n', length - from);
    size_t to = newline ? (size_t)(newline - bytes) : length;

    *next = to + 1;
    while (from < to && (bytes[from] == ' ' || bytes[from] == '\t'))
        from++;
    while (to > from && (bytes[to - 1] == ' ' || bytes[to - 1] == '\t'))
        to--;
    return (text_line){bytes + from, to - from};
}

/* The format that the lines tell most of; FORMATS when none of them does enough. */
static format_id most_told(const char *bytes, size_t length, size_t first[FORMATS])
{
    size_t told[FORMATS] = {0};
    format_id best = FORMATS;

    for (size_t at = 0, next; at < length; at = next) {
        const text_line line = line_at(bytes, length, at, &next);

        for (size_t i = 0; i < sizeof line_signs / sizeof *line_signs; i++) {
            const struct line_sign *sign = &line_signs[i];

            if (!fits(sign->pattern, line))
                continue;
            if (told[sign->format] == 0)
                first[sign->format] = (size_t)(line.at - bytes);
            told[sign->format] += sign->weight;
        }
        if (told[SCENARIO] > 0)
            return FORMATS;
    }
    for (format_id i = SCENARIO + 1; i < FORMATS; i++) {
        if (told[i] >= ENOUGH && (best == FORMATS || told[i] > told[best]))
            best = i;
    }
    return best;
}

bool foreign_find(source_fault *out, const char *bytes, size_t length)
{
    size_t first[FORMATS] = {0};
    const format_id format = most_told(bytes, length, first);

    if (format == FORMATS)
        return false;
    *out = source_fault_at(bytes, first[format], formats[format].message,
                           formats[format].hint);
    return true;
}
