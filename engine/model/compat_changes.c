/* The list of changes: what is told, in which order, and the renames that it comes to. */
#include "model/compat_internal.h"

#include "base/grow.h"
#include "model/compile.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *copy(model_changes *list, const char *text)
{
    char *to = text ? base_arena_copy(&list->arena, text, strlen(text)) : NULL;

    list->failed |= text && !to;
    return to;
}

void compat_tell(compat *c, model_change what, const char *fmt, ...)
{
    model_changes *list = c->changes;
    char message[1024];
    va_list ap;

    model_change *moved =
        base_grown(list->at, &list->room, list->count + 1, sizeof *moved);

    if (!moved) {
        list->failed = true;
        return;
    }
    list->at = moved;
    va_start(ap, fmt);
    vsnprintf(message, sizeof message, fmt, ap);
    va_end(ap);
    what.id = copy(list, what.id);
    what.now = copy(list, what.now);
    what.message = copy(list, message);
    what.hint = copy(list, what.hint ? what.hint : "");
    list->at[list->count++] = what;
}

void model_changes_release(model_changes *changes)
{
    base_arena_release(&changes->arena);
    free(changes->at);
    *changes = (model_changes){.at = NULL};
}

static int by_place(const void *left, const void *right)
{
    const model_change *a = left, *b = right;
    const int order = model_place_order(a->place, b->place);

    if (a->in_old != b->in_old)
        return a->in_old ? 1 : -1;
    if (order != 0)
        return order;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    return strcmp(a->id, b->id);
}

void compat_sort_changes(model_changes *list)
{
    if (list->count)
        qsort(list->at, list->count, sizeof *list->at, by_place);
}

/* --- renamed { ... } --- */

static bool is_lua_word(const char *word)
{
    static const char *const words[] = {
        "and",      "break",  "do",   "else", "elseif", "end",  "false", "for",
        "function", "goto",   "if",   "in",   "local",  "nil",  "not",   "or",
        "repeat",   "return", "then", "true", "until",  "while"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(word, words[i]) == 0)
            return true;
    return false;
}

static void add_key(base_bytes *out, const char *id)
{
    if (model_is_plain_id(id, strlen(id)) && !is_lua_word(id)) {
        base_bytes_text(out, id);
        return;
    }
    base_bytes_char(out, '[');
    base_bytes_quoted(out, id);
    base_bytes_char(out, ']');
}

bool model_changes_renamed(base_bytes *out, const model_changes *changes)
{
    bool any = false;

    for (size_t i = 0; i < changes->count; i++) {
        const model_change *change = &changes->at[i];

        if (!change->rename)
            continue;
        base_bytes_text(out, any ? "" : "renamed {\n");
        base_bytes_text(out, "  ");
        add_key(out, change->id);
        base_bytes_text(out, " = ");
        base_bytes_quoted(out, change->now);
        base_bytes_text(out, ",\n");
        any = true;
    }
    base_bytes_text(out, any ? "}\n" : "");
    return !out->failed;
}
