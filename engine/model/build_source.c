/*
 * Finds the line and column of what a finding speaks of. A draft knows the line on which
 * a statement begins; here its source is read from there to where the statement ends, for
 * the field and the text in question. Text that was put together by Lua, or that has
 * escapes in it, is not found: then the statement's line is all that is said.
 */
#include "base/utf8.h"
#include "model/builder.h"

#include <ctype.h>
#include <string.h>

/* A piece of source. */
typedef struct window {
    const char *source;
    size_t length;
    size_t from, to;
} window;

static size_t line_start(const char *source, size_t length, uint32_t line)
{
    size_t at = 0;

    for (uint32_t n = 1; n < line; n++) {
        const char *end = memchr(source + at, '\n', length - at);

        if (!end)
            return length;
        at = (size_t)(end - source) + 1;
    }
    return at;
}

/* Past the string or comment that begins at `at`; `at` itself when none does. */
static size_t skip_quoted(const window *w, size_t at)
{
    const char c = w->source[at];

    if (c == '-' && at + 1 < w->length && w->source[at + 1] == '-') {
        const char *end = memchr(w->source + at, '\n', w->length - at);
        return end ? (size_t)(end - w->source) : w->length;
    }
    if (c != '"' && c != '\'')
        return at;
    for (size_t i = at + 1; i < w->length && w->source[i] != '\n'; i++) {
        if (w->source[i] == '\\')
            i++;
        else if (w->source[i] == c)
            return i + 1;
    }
    return at + 1;
}

/* Whether the statement goes on after the line that ends at `at`. */
static bool goes_on(const window *w, size_t at)
{
    while (at < w->length && isspace((unsigned char)w->source[at]))
        at++;
    return at < w->length && strchr("{(\"'[", w->source[at]) != NULL;
}

/* The statement that begins on the line at `from` ends with a line at whose end no
 * bracket is open. */
static size_t statement_end(const window *w)
{
    int depth = 0;
    size_t at = w->from;

    while (at < w->length) {
        const char c = w->source[at];
        const size_t after = skip_quoted(w, at);

        if (after > at) {
            at = after;
            continue;
        }
        if (c == '{' || c == '(' || c == '[')
            depth++;
        else if ((c == '}' || c == ')' || c == ']') && depth > 0)
            depth--;
        else if (c == '\n' && depth == 0 && !goes_on(w, at))
            return at;
        at++;
    }
    return w->length;
}

static bool matches(const window *w, size_t at, const char *text, size_t length)
{
    return at + length <= w->to && memcmp(w->source + at, text, length) == 0;
}

static size_t skip_blank(const window *w, size_t at)
{
    while (at < w->to && isspace((unsigned char)w->source[at]))
        at++;
    return at;
}

static bool is_name_byte(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* Where the value of `field = value` begins, looking from `at` on; SIZE_MAX. */
static size_t find_value(const window *w, const char *field, size_t at)
{
    const size_t length = strlen(field);

    for (; at + length <= w->to; at++) {
        if (!matches(w, at, field, length) ||
            (at > w->from && is_name_byte(w->source[at - 1])))
            continue;

        const size_t sign = skip_blank(w, at + length);
        if (matches(w, sign, "=", 1) && !matches(w, sign, "==", 2))
            return skip_blank(w, sign + 1);
    }
    return SIZE_MAX;
}

/* The text in quotes: where its first letter stands; SIZE_MAX. */
static size_t find_quoted(const window *w, draft_text text, size_t at)
{
    for (; at + text.length + 1 < w->to; at++) {
        const char quote = w->source[at];

        if ((quote == '"' || quote == '\'' || quote == '[') &&
            matches(w, at + 1, text.at, text.length) &&
            w->source[at + 1 + text.length] == (quote == '[' ? ']' : quote))
            return at + 1;
    }
    return SIZE_MAX;
}

static size_t find_bare(const window *w, draft_text text)
{
    for (size_t at = w->from; text.length > 0 && at + text.length <= w->to; at++) {
        if (matches(w, at, text.at, text.length))
            return at;
    }
    return SIZE_MAX;
}

/* The value of a field that is that very text; else a list or a table under that field
 * in which the text stands; else the text anywhere in the statement. */
static size_t find_in(const window *w, const build_where *where)
{
    const draft_text text = where->text;
    size_t value = where->field ? find_value(w, where->field, w->from) : SIZE_MAX;
    const size_t first = value;

    while (text.at && value != SIZE_MAX) {
        if (value < w->to && strchr("\"'", w->source[value]) &&
            matches(w, value + 1, text.at, text.length))
            return value + 1 + where->offset;
        value = find_value(w, where->field, value);
    }
    if (!text.at)
        return first;

    const window rest = {w->source, w->length, first == SIZE_MAX ? w->from : first,
                         w->to};
    size_t at = find_quoted(&rest, text, rest.from);
    if (at == SIZE_MAX)
        at = find_bare(&rest, text);
    return at == SIZE_MAX ? SIZE_MAX : at + where->offset;
}

static build_spot spot_at(const window *w, uint32_t file, size_t at)
{
    build_spot spot = {file, 1, 0};
    size_t line = 0;

    for (size_t i = 0; i < at; i++) {
        if (w->source[i] == '\n') {
            spot.line++;
            line = i + 1;
        }
    }
    spot.column = (uint32_t)base_utf8_count(w->source + line, at - line) + 1;
    return spot;
}

static bool locate_in(build_spot *spot, const builder *b, uint32_t file, uint32_t line,
                      const build_where *where)
{
    const draft_text source = b->draft->files.at[file].source;
    window w = {source.at, source.length, 0, source.length};

    if (!source.at)
        return false;
    if (line > 0) {
        w.from = line_start(source.at, source.length, line);
        w.to = statement_end(&w);
    }

    const size_t at = find_in(&w, where);
    if (at == SIZE_MAX || at > w.length)
        return false;
    *spot = spot_at(&w, file, at);
    return true;
}

/* What the engine's own modules were given stands in the pack, where it was handed to
 * them. */
static bool locate_given(build_spot *spot, const builder *b, const build_where *where)
{
    const build_where given = {.text = where->text, .offset = where->offset};

    if (!where->text.at || where->text.length == 0)
        return false;
    for (uint32_t file = 0; file < b->draft->files.count; file++) {
        if (!b->draft->files.at[file].library && locate_in(spot, b, file, 0, &given))
            return true;
    }
    return false;
}

build_spot build_locate(const builder *b, const build_where *where)
{
    const draft_place place = where->place;
    build_spot spot = {place.file, place.line, 0};

    if (place.file >= b->draft->files.count)
        return spot;
    if (build_in_library(b, place)) {
        locate_given(&spot, b, where);
        return spot;
    }
    locate_in(&spot, b, place.file, place.line, where);
    return spot;
}
