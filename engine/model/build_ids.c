/*
 * The ids of moments, lines and replies, before anything that names them is compiled.
 * Lines and replies are numbered in reading order here and get their records, in the same
 * order, in build_moments.c. Explicit ids go first, so that a derived one gives way.
 */
#include "model/builder.h"
#include "model/words.h"

#include <string.h>

/* What the walk over the statements counts. */
typedef struct counts {
    draft_text moment; /* its id */
    draft_kind kind;
    bool inside; /* of a moment or outcome */
    uint32_t moments, lines, replies;
} counts;

/* One pass over the statements that belong somewhere. */
typedef void visit(builder *b, const draft_statement *statement, const counts *at);

static void walk(builder *b, visit *each)
{
    counts at = {0};

    for (size_t i = 0; i < b->draft->statements.count && !b->no_memory; i++) {
        const draft_statement *statement = &b->draft->statements.at[i];
        const draft_kind kind = statement->kind;
        const bool opens = kind == DRAFT_MOMENT || kind == DRAFT_OUTCOME;

        if (opens) {
            at.moment = statement->words.text;
            at.moment.at = at.moment.at ? at.moment.at : "";
            at.kind = kind;
            at.inside = true;
        } else if (!at.inside || !build_belongs(kind, at.kind)) {
            continue;
        }
        each(b, statement, &at);
        at.moments += opens;
        at.lines += kind == DRAFT_LINE;
        if (kind == DRAFT_REPLY || kind == DRAFT_HOLD) {
            at.replies++;
            at.lines += build_answers(statement->as.reply);
        }
    }
}

/* Enters an id that the author wrote. */
static void enter(builder *b, draft_text id, draft_place place, model_symbol symbol,
                  const char *what)
{
    const build_where where = {.place = place,
                               .field = symbol.kind == MODEL_SYMBOL_MOMENT ? NULL : "id",
                               .text = id};
    const build_entry *before = build_look(b, &b->places, id);

    if (!id.at) /* told where it was read */
        return;
    if (id.length == 0 || id.length > MODEL_MAX_WORDS)
        build_find(b, "E105", &where, "Give it a short name, like \"opening\".",
                   "A %s needs an id of 1 to %u bytes.", what, MODEL_MAX_WORDS);
    else if (before)
        build_twice(b, "id", id, before->place, place);
    else
        build_enter(b, &b->places, build_text(b, id), symbol, place);
}

static void enter_moment(builder *b, const draft_statement *statement, uint32_t index)
{
    const bool outcome = statement->kind == DRAFT_OUTCOME;
    const model_moment moment = {
        .kind = outcome ? MODEL_OUTCOME : MODEL_MOMENT,
        .place = build_place(statement->place),
    };

    BUILD_ADD(b, MODEL_S_MOMENTS, &moment);
    enter(b, statement->words.text, statement->place,
          (model_symbol){MODEL_SYMBOL_MOMENT, index}, outcome ? "outcome" : "moment");
}

/* What has a written id: in reading order, so that the later one is the second. */
static void enter_written(builder *b, const draft_statement *statement, const counts *at)
{
    const draft_kind kind = statement->kind;

    if (kind == DRAFT_MOMENT || kind == DRAFT_OUTCOME)
        enter_moment(b, statement, at->moments);
    if (kind == DRAFT_LINE && build_given(statement->as.line->id))
        enter(b, statement->as.line->id, statement->place,
              (model_symbol){MODEL_SYMBOL_LINE, at->lines}, "line");
    if ((kind == DRAFT_REPLY || kind == DRAFT_HOLD) &&
        build_given(statement->as.reply->id))
        enter(b, statement->as.reply->id, statement->place,
              (model_symbol){MODEL_SYMBOL_REPLY, at->replies}, "reply");
}

/* The last number that a derived id was given; 1 at first. Borrowed until the next id is
 * entered. */
static uint32_t *repeats_of(builder *b, draft_text id)
{
    if (!build_look(b, &b->repeats, id))
        build_enter(b, &b->repeats, build_text(b, id), (model_symbol){.index = 1},
                    (draft_place){0, 0});

    const build_entry *entry = build_look(b, &b->repeats, id);
    return entry ? (uint32_t *)&entry->index : NULL;
}

/* Keeps the id in b->scratch, with ~2, ~3, ... when it is taken. */
static model_text enter_derived(builder *b, model_symbol symbol, draft_place place)
{
    base_bytes *id = &b->scratch;
    const size_t length = id->length;
    const draft_text bare = {base_bytes_string(id), length};
    uint32_t *last = build_look(b, &b->places, bare) ? repeats_of(b, bare) : NULL;

    while (last && !id->failed &&
           build_look(b, &b->places, (draft_text){id->at, id->length})) {
        id->length = length;
        base_bytes_print(id, "~%u", ++*last);
    }
    if (id->failed)
        build_no_memory(b);

    const model_text key = build_text(b, (draft_text){id->at, id->length});
    build_enter(b, &b->places, key, symbol, place);
    return key;
}

/* moment/words-of-it; only lines have a tone to leave out. */
static model_text derive(builder *b, const counts *at, draft_text words,
                         model_symbol symbol, draft_place place)
{
    model_spoken spoken = {.text = words.at ? words.at : "", .length = words.length};

    if (symbol.kind == MODEL_SYMBOL_LINE)
        spoken = model_spoken_split(spoken.text, spoken.length);
    base_bytes_clear(&b->scratch);
    base_bytes_add(&b->scratch, at->moment.at, at->moment.length);
    base_bytes_char(&b->scratch, '/');

    const size_t before = b->scratch.length;
    model_words_slug(&b->scratch, spoken.text, spoken.length);
    if (b->scratch.length == before)
        base_bytes_text(&b->scratch, symbol.kind == MODEL_SYMBOL_LINE ? "line" : "reply");
    return enter_derived(b, symbol, place);
}

/* The id as the image keeps it: entered before, or nothing after a finding. */
static model_text entered(builder *b, draft_text id)
{
    const build_entry *entry = build_look(b, &b->places, id);

    return entry ? entry->key : (model_text){0, 0};
}

static void keep_line(builder *b, const draft_statement *statement, const counts *at)
{
    const draft_line *line = statement->as.line;
    const build_where where = {.place = statement->place};
    const bool varies = line->variants.count > 0;
    const draft_text words = varies ? line->variants.at[0] : statement->words.text;
    model_text id = {0, 0};

    if (build_given(line->id))
        id = entered(b, line->id);
    else if (!varies && statement->words.function)
        build_find(b, "E105", &where, "Add id = \"...\".",
                   "Words that are a function need an id.");
    else
        id = derive(b, at, words, (model_symbol){MODEL_SYMBOL_LINE, at->lines},
                    statement->place);
    base_bytes_add(&b->line_ids, &id, sizeof id);
}

static void keep_reply(builder *b, const draft_statement *statement, const counts *at)
{
    const draft_reply *reply = statement->as.reply;
    const build_where where = {.place = statement->place};
    model_text id = {0, 0};

    if (build_given(reply->id))
        id = entered(b, reply->id);
    else if (statement->words.function)
        build_find(b, "E105", &where, "Add id = \"...\".",
                   "Words that are a function need an id.");
    else
        id = derive(b, at, statement->words.text,
                    (model_symbol){MODEL_SYMBOL_REPLY, at->replies}, statement->place);
    base_bytes_add(&b->reply_ids, &id, sizeof id);
    if (!build_answers(reply) || b->no_memory)
        return;

    base_bytes_clear(&b->scratch);
    base_bytes_add(&b->scratch, base_bytes_string(&b->sections[MODEL_S_TEXT]) + id.at,
                   id.length);
    base_bytes_text(&b->scratch, "/answer");
    id = enter_derived(b, (model_symbol){MODEL_SYMBOL_LINE, at->lines}, statement->place);
    base_bytes_add(&b->line_ids, &id, sizeof id);
}

static void keep_ids(builder *b, const draft_statement *statement, const counts *at)
{
    if (statement->kind == DRAFT_LINE)
        keep_line(b, statement, at);
    else if (statement->kind == DRAFT_REPLY || statement->kind == DRAFT_HOLD)
        keep_reply(b, statement, at);
    if (b->line_ids.failed || b->reply_ids.failed)
        build_no_memory(b);
}

void build_ids(builder *b)
{
    walk(b, enter_written);
    walk(b, keep_ids);
}
