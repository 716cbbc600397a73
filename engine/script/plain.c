/* Lua's own messages in words that say what is wrong to somebody who does not program. */
#include "script/internal.h"

#include <stdio.h>
#include <string.h>

static const char *kind_in_words(const char *lua, size_t length)
{
    static const char *const words[][2] = {{"nil", "nothing"},
                                           {"no value", "nothing"},
                                           {"number", "a number"},
                                           {"string", "a text"},
                                           {"table", "braces { }"},
                                           {"boolean", "true or false"},
                                           {"function", "a function"},
                                           {"userdata", "a statement"},
                                           {"light userdata", "a statement"}};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i][0]) == length && memcmp(words[i][0], lua, length) == 0)
            return words[i][1];
    }
    return NULL;
}

/* The text between `from` and the next `end`. */
static size_t up_to(const char *from, const char *end)
{
    const char *found = strstr(from, end);

    return found ? (size_t)(found - from) : 0;
}

/* attempt to index a nil value (local 'x') */
static bool of_one(const char *text, char *out, size_t room)
{
    static const char *const acts[][2] = {
        {"attempt to call a ", "and can do nothing by itself"},
        {"attempt to index a ", "so there is nothing to look up in it"},
        {"attempt to perform arithmetic on a ", "so it cannot be reckoned with"},
        {"attempt to concatenate a ", "so it cannot be joined to a text"},
        {"attempt to get length of a ", "so it has no length"}};

    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
        const size_t before = strlen(acts[i][0]);

        if (strncmp(text, acts[i][0], before) != 0)
            continue;
        const char *kind = kind_in_words(text + before, up_to(text + before, " value"));
        const char *quote = strchr(text, '\'');
        const size_t name = quote ? up_to(quote + 1, "'") : 0;
        const bool named = name > 0 && quote[1] != '?';
        if (!kind)
            return false;
        if (named && i == 0 && strcmp(kind, "nothing") == 0)
            snprintf(out, room, "there is no function '%.*s'", (int)name, quote + 1);
        else if (named)
            snprintf(out, room, "'%.*s' is %s, %s", (int)name, quote + 1, kind,
                     acts[i][1]);
        else
            snprintf(out, room, "something here is %s, %s", kind, acts[i][1]);
        return true;
    }
    return false;
}

/* attempt to compare number with nil   attempt to add a 'number' with a 'string' */
static bool of_two(const char *text, char *out, size_t room)
{
    static const char compare[] = "attempt to compare ", two[] = "two ";
    const char *with = strstr(text, " with ");
    const bool compared = strncmp(text, compare, sizeof compare - 1) == 0;
    const char *first = text + sizeof compare - 1;

    if (compared && strncmp(first, two, sizeof two - 1) == 0) {
        snprintf(out, room, "these two cannot be compared: only numbers, or texts, can");
        return true;
    }
    if (!with || strncmp(text, "attempt to ", 11) != 0)
        return false;
    const char *second = with + 6;
    const char *quote = strchr(text, '\'');
    const char *a = compared ? kind_in_words(first, (size_t)(with - first))
                    : quote  ? kind_in_words(quote + 1, up_to(quote + 1, "'"))
                             : NULL;
    quote = strchr(second, '\'');
    const char *b = compared ? kind_in_words(second, strlen(second))
                    : quote  ? kind_in_words(quote + 1, up_to(quote + 1, "'"))
                             : NULL;
    if (!a || !b)
        return false;
    snprintf(out, room, "%s and %s cannot be %s", a, b,
             compared ? "compared" : "reckoned with each other");
    return true;
}

/* bad argument #1 to 'insert' (table expected, got nil) */
static bool of_argument(const char *text, char *out, size_t room)
{
    const char *number = strchr(text, '#'), *name = strchr(text, '\'');
    const char *open = strchr(text, '('), *got = strstr(text, " expected, got ");

    if (strncmp(text, "bad argument #", 14) != 0 || !number || !name || !open || !got ||
        got < open)
        return false;
    const char *wanted = kind_in_words(open + 1, (size_t)(got - open - 1));
    const char *is = kind_in_words(got + 15, up_to(got + 15, ")"));
    if (!wanted || !is)
        return false;
    snprintf(out, room, "'%.*s' wants %s as its value number %.1s, and this is %s",
             (int)up_to(name + 1, "'"), name + 1, wanted, number + 1, is);
    return true;
}

const char *script_plain(const char *text, char *out, size_t room)
{
    if (of_one(text, out, room) || of_two(text, out, room) ||
        of_argument(text, out, room))
        return out;
    return text;
}
