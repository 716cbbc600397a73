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
    uint32_t line; /* on which `from` lies */
    bool whole;    /* a text is looked for as a string of its own only */
} window;

/* Moves `from` to the beginning of the line. Findings come nearly in order, so the search
 * goes on where the last one ended. */
static void go_to_line(builder *b, window *w, uint32_t file, uint32_t line)
{
    build_mark *mark = &b->mark;

    if (mark->line == 0 || mark->file != file || mark->line > line)
        *mark = (build_mark){.file = file, .line = 1};
    while (mark->line < line && mark->at < w->length) {
        const char *end = memchr(w->source + mark->at, '\n', w->length - mark->at);

        mark->at = end ? (size_t)(end - w->source) + 1 : w->length;
        mark->line++;
    }
    w->from = mark->at;
    w->line = line;
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
    size_t after;

    for (; at + length <= w->to; at = after > at ? after : at + 1) {
        after = skip_quoted(w, at);
        if (after > at || !matches(w, at, field, length) ||
            (at > w->from && is_name_byte(w->source[at - 1])))
            continue;

        const size_t sign = skip_blank(w, at + length);
        if (matches(w, sign, "=", 1) && !matches(w, sign, "==", 2))
            return skip_blank(w, sign + 1);
    }
    return SIZE_MAX;
}

/* Where the text stands between `from` and `to`; SIZE_MAX. */
static size_t find_bare(const window *w, draft_text text, size_t from, size_t to)
{
    for (size_t at = from; at + text.length <= to; at++) {
        if (matches(w, at, text.at, text.length))
            return at;
    }
    return SIZE_MAX;
}

/* Where the text stands in a string of the window, from `at` on: the whole of the string,
 * or a part of it; SIZE_MAX. */
static size_t find_string(const window *w, draft_text text, size_t at, bool whole)
{
    while (text.length > 0 && at < w->to) {
        const size_t after = skip_quoted(w, at);
        const bool quoted = after > at && w->source[at] != '-';
        const bool bracket = matches(w, at, "[[", 2);

        if (quoted && (!whole || after - at == text.length + 2)) {
            const size_t found = find_bare(w, text, at + 1, after);
            if (found != SIZE_MAX)
                return found;
        }
        if (bracket && matches(w, at + 2, text.at, text.length))
            return at + 2;
        at = after > at ? after : at + 1;
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

    const size_t from = first == SIZE_MAX ? w->from : first;
    size_t at = find_string(w, text, from, true);
    if (at == SIZE_MAX && !w->whole)
        at = find_string(w, text, from, false);
    return at == SIZE_MAX ? SIZE_MAX : at + where->offset;
}

static build_spot spot_at(const window *w, uint32_t file, size_t at)
{
    build_spot spot = {file, w->line, 0};
    size_t line = w->from;

    for (size_t i = w->from; i < at; i++) {
        if (w->source[i] == '\n') {
            spot.line++;
            line = i + 1;
        }
    }
    spot.column = (uint32_t)base_utf8_count(w->source + line, at - line) + 1;
    return spot;
}

/* `line` 0: anywhere in the file. */
static bool locate_in(build_spot *spot, builder *b, uint32_t file, uint32_t line,
                      const build_where *where)
{
    const draft_text source = b->draft->files.at[file].source;
    window w = {source.at, source.length, 0, source.length, 1, line == 0};

    if (!source.at)
        return false;
    if (line > 0) {
        go_to_line(b, &w, file, line);
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
static void locate_given(build_spot *spot, builder *b, const build_where *where)
{
    const build_where given = {.text = where->text, .offset = where->offset};

    if (!where->text.at || where->text.length == 0)
        return;
    for (uint32_t file = 0; file < b->draft->files.count; file++) {
        if (!b->draft->files.at[file].library && locate_in(spot, b, file, 0, &given))
            return;
    }
}

build_spot build_locate(builder *b, const build_where *where)
{
    const draft_place place = where->place;
    build_spot spot = {place.file, place.line, 0};

    if (place.file >= b->draft->files.count)
        return spot;
    if (build_in_library(b, place))
        locate_given(&spot, b, where);
    else
        locate_in(&spot, b, place.file, place.line, where);
    return spot;
}
