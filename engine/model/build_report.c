/* Findings of the builder, at the place they speak of. */
#include "model/builder.h"

#include <stdarg.h>
#include <stdio.h>

#define LONGEST_MESSAGE 600
#define LONGEST_NAME    80

void build_no_memory(builder *b)
{
    b->no_memory = true;
}

int build_say_length(draft_text text)
{
    if (!text.at)
        return 0;
    if (text.length <= LONGEST_NAME)
        return (int)text.length;

    int length = LONGEST_NAME;
    while (length > 0 && ((unsigned char)text.at[length] & 0xc0) == 0x80)
        length--;
    return length;
}

bool build_in_library(const builder *b, draft_place place)
{
    return place.file < b->draft->files.count && b->draft->files.at[place.file].library;
}

static const char *file_name(const builder *b, uint32_t file)
{
    if (file >= b->draft->files.count || !b->draft->files.at[file].name.at)
        return "";
    return b->draft->files.at[file].name.at;
}

void build_find(builder *b, const char *code, const build_where *where, const char *hint,
                const char *fmt, ...)
{
    char message[LONGEST_MESSAGE];
    const build_spot spot = build_locate(b, where);
    va_list ap;

    va_start(ap, fmt);
    vsnprintf(message, sizeof message, fmt, ap);
    va_end(ap);
    model_findings_add(b->findings, &(model_finding){.code = code,
                                                     .file = file_name(b, spot.file),
                                                     .line = spot.line,
                                                     .column = spot.column,
                                                     .message = message,
                                                     .hint = hint});
}

void build_twice(builder *b, const char *what, draft_text id, draft_place first,
                 draft_place second)
{
    /* What the pack wrote is told, not what the engine's module wrote. */
    const bool turn = build_in_library(b, second) && !build_in_library(b, first);
    const draft_place here = turn ? first : second;
    const draft_place there = turn ? second : first;
    const build_where where = {.place = here, .text = id};
    const bool engine = build_in_library(b, there); /* which she cannot change */
    const char *hint =
        engine ? "Give it another name." : "Give one of them another name.";

    if (here.file == there.file)
        build_find(b, "E103", &where, hint,
                   "The %s '%.*s' is there twice: also on line %u.", what, BUILD_SAY(id),
                   there.line);
    else
        build_find(b, "E103", &where, hint,
                   "The %s '%.*s' is there twice: also on line %u of %s.", what,
                   BUILD_SAY(id), there.line, file_name(b, there.file));
}
