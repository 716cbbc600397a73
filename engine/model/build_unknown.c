/* E101: what to write where a name is not declared. */
#include "model/builder.h"

#include <string.h>

/* After so many unknown names nothing that takes long is looked for. */
#define MANY_UNKNOWN 200u

bool build_many_unknown(const builder *b)
{
    return b->suggestions > MANY_UNKNOWN;
}

static bool is_same(draft_text a, draft_text b)
{
    return a.length == b.length && a.length > 0 && memcmp(a.at, b.at, a.length) == 0;
}

/* The moment or outcome that bears this title or label; an empty text when none does. */
static draft_text titled(const builder *b, draft_text title)
{
    const draft_statement *statement = b->draft->statements.at;

    for (size_t i = 0; i < b->draft->statements.count; i++, statement++) {
        if (statement->kind != DRAFT_MOMENT && statement->kind != DRAFT_OUTCOME)
            continue;
        const draft_text own = statement->as.moment->title;
        const draft_text label = statement->as.moment->label;
        if (is_same(own, title) || is_same(label, title))
            return statement->words.text;
    }
    return (draft_text){NULL, 0};
}

/* go = "end": the end of the conversation was meant. */
static bool is_end(draft_text name)
{
    return name.length == 3 && (name.at[0] | 32) == 'e' && (name.at[1] | 32) == 'n' &&
           (name.at[2] | 32) == 'd';
}

/* The statement that would make the name known. */
static void hint_write_it(base_bytes *hint, model_space space, draft_text name,
                          const char *what)
{
    const bool ends =
        strcmp(what, "outcome") == 0 || (strcmp(what, "moment") != 0 && is_end(name));
    const char *verb = space == MODEL_SPACE_INTENTS  ? "intent"
                       : space == MODEL_SPACE_SKILLS ? "skill"
                       : ends                        ? "outcome"
                                                     : "moment";
    const char *rest = space == MODEL_SPACE_SKILLS            ? " \"what is practised\""
                       : ends || space == MODEL_SPACE_INTENTS ? " {}"
                                                              : "";

    if (name.length == 0 || name.length > 60 || memchr(name.at, '"', name.length))
        base_bytes_print(hint, "Write the name of %s %s between the quotes.",
                         strchr("aeiou", what[0]) ? "an" : "a", what);
    else if (strcmp(what, "id") == 0)
        base_bytes_print(hint, "Write the id that it has today.");
    else if (space == MODEL_SPACE_PLACES)
        base_bytes_print(hint, "Write %s \"%.*s\"%s and below it what is said there.",
                         verb, BUILD_SAY(name), rest);
    else
        base_bytes_print(hint, "Write %s \"%.*s\"%s above the first moment.", verb,
                         BUILD_SAY(name), rest);
}

/* What to write for a name that is not there, where it can be guessed. */
static void hint_unknown(builder *b, base_bytes *hint, const build_where *where,
                         model_space space, const char *what, const model_nearest *near)
{
    const draft_text name = where->text;
    const char *comma = memchr(name.at, ',', name.length);
    draft_text by_title = {NULL, 0};

    if (space == MODEL_SPACE_PLACES && !build_many_unknown(b))
        by_title = titled(b, name);
    if (by_title.at)
        base_bytes_print(hint, "That is a title; write its id: \"%.*s\".",
                         BUILD_SAY(by_title));
    else if (space == MODEL_SPACE_INTENTS && comma)
        base_bytes_print(hint, "A reply has one intent: write intent = \"%.*s\".",
                         (int)(comma - name.at), name.at);
    else if (space == MODEL_SPACE_PLACES && comma &&
             build_find_name(b, space, name.at, (size_t)(comma - name.at)))
        base_bytes_print(hint, "It goes to one place: write \"%.*s\".",
                         (int)(comma - name.at), name.at);
    else if (near->best)
        base_bytes_print(hint, "Did you mean '%.*s'?", (int)near->best_length,
                         near->best);
    else
        hint_write_it(hint, space, name, what);
}

void build_unknown_name(builder *b, const build_where *where, model_space space,
                        const char *what, const model_nearest *near)
{
    base_bytes hint = {0};

    hint_unknown(b, &hint, where, space, what, near);
    if (hint.failed)
        build_no_memory(b);
    build_find(b, "E101", where, base_bytes_string(&hint), "There is no %s '%.*s'.", what,
               BUILD_SAY(where->text));
    base_bytes_release(&hint);
}

bool build_is_place(const builder *b, draft_text id)
{
    const draft_statement *statement = b->draft->statements.at;

    for (size_t i = 0; i < b->draft->statements.count; i++, statement++) {
        if ((statement->kind == DRAFT_MOMENT || statement->kind == DRAFT_OUTCOME) &&
            is_same(statement->words.text, id))
            return true;
    }
    return false;
}
