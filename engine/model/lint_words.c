/* Words that would be shown otherwise than they were meant: none at all, and the marks of
 * web pages and other programs. */
#include "model/builder.h"

#include <stdio.h>
#include <string.h>

#define LONGEST_NAME 8 /* of an entity */

struct mark {
    const char *name;
    const char *means;
};

static const struct mark entities[] = {
    {"amp", "&"},          {"quot", "'"},      {"apos", "'"},
    {"#39", "'"},          {"lt", "<"},        {"gt", ">"},
    {"nbsp", "a space"},   {"hellip", "..."},  {"rsquo", "'"},
    {"lsquo", "'"},        {"rdquo", "'"},     {"ldquo", "'"},
    {"ndash", "-"},        {"mdash", "-"},     {"euro", "\xe2\x82\xac"},
    {"pound", "\xc2\xa3"}, {"shy", "nothing"},
};

static const char *const tags[] = {"b",   "i",       "u",  "em",   "strong", "br",
                                   "br/", "br /",    "p",  "/b",   "/i",     "/u",
                                   "/em", "/strong", "/p", "span", "/span"};

#define COUNT_OF(all) (sizeof(all) / sizeof *(all))

/* Bytes of "&amp;" at `at`; 0: it is none. */
static size_t entity_at(draft_text words, size_t at, const char **means)
{
    const char *name = words.at + at + 1;
    const size_t left = words.length - at - 1;
    size_t length = 0;

    while (length < left && length <= LONGEST_NAME &&
           strchr("; \n", name[length]) == NULL)
        length++;
    if (length == 0 || length >= left || name[length] != ';')
        return 0;
    for (size_t i = 0; i < COUNT_OF(entities); i++) {
        if (strlen(entities[i].name) == length &&
            memcmp(entities[i].name, name, length) == 0) {
            *means = entities[i].means;
            return length + 2;
        }
    }
    *means = "the letter itself";
    return name[0] == '#' ? length + 2 : 0;
}

/* Bytes of "<b>" at `at`; 0: it is none. */
static size_t tag_at(draft_text words, size_t at)
{
    for (size_t i = 0; i < COUNT_OF(tags); i++) {
        const size_t length = strlen(tags[i]);

        if (words.length - at >= length + 2 &&
            memcmp(words.at + at + 1, tags[i], length) == 0 &&
            words.at[at + 1 + length] == '>')
            return length + 2;
    }
    return 0;
}

/* "**so**": two stars that touch a word, and two more behind it. */
static bool two_stars_at(draft_text words, size_t at)
{
    for (size_t i = at + 3; i + 1 < words.length; i++) {
        if (memcmp(words.at + i, "**", 2) == 0)
            return words.at[at + 2] != '*' && words.at[at + 2] != ' ';
    }
    return false;
}

static void tell(builder *b, draft_text words, draft_place place, size_t at,
                 size_t length, const char *hint)
{
    const build_where where = {.place = place, .text = words, .offset = at};

    build_find(b, "W175", &where, hint, "'%.*s' is shown as it stands.", (int)length,
               words.at + at);
}

/* Tells what stands at `at`; false: nothing of that kind. */
static bool check_mark(builder *b, draft_text words, draft_place place, size_t at)
{
    const char *means = "";
    const size_t entity = words.at[at] == '&' ? entity_at(words, at, &means) : 0;
    const size_t tag = words.at[at] == '<' ? tag_at(words, at) : 0;
    char hint[80];

    if (entity > 0) {
        snprintf(hint, sizeof hint, "Write %s in its place.", means);
        tell(b, words, place, at, entity, hint);
    } else if (tag > 0) {
        tell(b, words, place, at, tag,
             "Take it out; stress is written with stars: *so*.");
    } else if (at + 4 < words.length && memcmp(words.at + at, "**", 2) == 0 &&
               two_stars_at(words, at)) {
        tell(b, words, place, at, 2, "Stress has one star on each side: *so*.");
    } else {
        return false;
    }
    return true;
}

/* "[angry] Hello.": a tone in the brackets of another language. */
static bool check_bracket(builder *b, draft_text words, draft_place place)
{
    const char *end = words.at[0] == '[' ? memchr(words.at, ']', words.length) : NULL;
    const size_t length = end ? (size_t)(end - words.at) + 1 : 0;
    char hint[80];

    if (length < 3 || length > 30 || length == words.length ||
        memcmp(words.at, "[beat]", length < 6 ? length : 6) == 0)
        return false;
    for (size_t i = 1; i + 1 < length; i++) {
        if ((words.at[i] < 'a' || words.at[i] > 'z') && words.at[i] != ' ')
            return false;
    }
    snprintf(hint, sizeof hint, "A tone has round brackets: (%.*s).", (int)length - 2,
             words.at + 1);
    tell(b, words, place, 0, length, hint);
    return true;
}

void build_lint_words(builder *b, draft_text words, draft_place place, const char *what)
{
    const build_where where = {.place = place, .text = words};

    if (!words.at || words.length > MODEL_MAX_WORDS)
        return;
    if (strspn(words.at, " \t\n") >= words.length) {
        build_find(b, "W175", &where, "Write what is said or shown, or take it out.",
                   "This %s has no words.", what);
        return;
    }
    if ((strcmp(what, "line") == 0 || strcmp(what, "answer") == 0) &&
        check_bracket(b, words, place))
        return;
    for (size_t at = 0; at < words.length; at++) {
        if (check_mark(b, words, place, at))
            return;
    }
}
