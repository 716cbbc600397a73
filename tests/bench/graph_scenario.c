#include "graph_scenario.h"

#include "model/build.h"
#include "model/scenario.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static draft_text text(const char *words)
{
    return (draft_text){words, strlen(words)};
}

static draft_text print_text(model_draft *draft, const char *fmt, ...) BASE_PRINTF(2, 3);

static draft_text print_text(model_draft *draft, const char *fmt, ...)
{
    char words[512];
    va_list ap;

    va_start(ap, fmt);
    const int length = vsnprintf(words, sizeof words, fmt, ap);
    va_end(ap);
    return model_draft_text(draft, words, (size_t)length);
}

static bool add_meters(model_draft *draft)
{
    for (int i = 0; i < GRAPH_METERS; i++) {
        draft_meter *meter = DRAFT_ADD(&draft->meters);

        if (!meter)
            return false;
        meter->id = text(graph_meters[i]);
        meter->start = GRAPH_START;
        meter->min = -1000;
        meter->max = 1000;
    }
    return true;
}

/* A statement with a record of `size` bytes of its own kind. */
static draft_statement *add(model_draft *draft, draft_kind kind, draft_text words,
                            size_t size)
{
    draft_statement *made = DRAFT_ADD(&draft->statements);
    void *rest = base_arena_alloc(&draft->arena, size);

    if (!made || !rest)
        return NULL;
    made->kind = kind;
    made->place.line = (uint32_t)draft->statements.count;
    made->words.text = words;
    memcpy(&made->as, &rest, sizeof rest); /* every member is one pointer */
    return made;
}

static bool add_line(model_draft *draft, const graph *g, const graph_line *line)
{
    const char *value =
        line->value < GRAPH_METERS ? graph_meters[line->value] : "customer";
    const draft_text words =
        print_text(draft, "%.*s{%s}%.*s", line->before_length, g->pool + line->before,
                   value, line->after_length, g->pool + line->after);

    return add(draft, DRAFT_LINE, words, sizeof(draft_line)) != NULL;
}

static bool add_reply(model_draft *draft, const graph *g, const graph_reply *reply)
{
    const draft_text words =
        print_text(draft, "%.*s", reply->length, g->pool + reply->text);
    draft_statement *made = add(draft, DRAFT_REPLY, words, sizeof(draft_reply));

    if (!made)
        return false;
    made->as.reply->again = true;
    made->as.reply->rating = DRAFT_UNSET;
    made->as.reply->go = print_text(draft, "n%u", reply->to);
    made->as.reply->effect.mood.text =
        print_text(draft, "%s %+d, %s %+d", graph_meters[reply->meter1], reply->add1,
                   graph_meters[reply->meter2], reply->add2);
    if (reply->when != GRAPH_NONE)
        made->when.text =
            print_text(draft, "%s >= %d", graph_meters[reply->when], reply->at_least);
    return true;
}

static bool add_node(model_draft *draft, const graph *g, uint32_t index)
{
    const graph_node *node = &g->nodes[index];
    bool fine = add(draft, DRAFT_MOMENT, print_text(draft, "n%u", index),
                    sizeof(draft_moment)) != NULL;

    for (uint32_t i = 0; fine && i < node->lines; i++)
        fine = add_line(draft, g, &node->line[i]);
    for (uint32_t i = 0; fine && i < 3; i++)
        fine = add_reply(draft, g, &node->reply[i]);
    return fine;
}

static bool fill(model_draft *draft, const graph *g)
{
    draft_file *file = DRAFT_ADD(&draft->files);
    draft_speaker *speaker = DRAFT_ADD(&draft->speakers);

    if (!file || !speaker || !add_meters(draft))
        return false;
    file->name = text("walk.lua");
    file->source = text("");
    speaker->name = text("Alexandra");
    speaker->customer = true;
    draft->id = text("walk");
    draft->has_scenario = true;
    draft->scenario.title = text("Walk");
    for (uint32_t i = 0; i < g->count; i++)
        if (!add_node(draft, g, i))
            return false;
    return add(draft, DRAFT_OUTCOME, text("end"), sizeof(draft_moment)) != NULL;
}

/* As it lies where it comes from the cache. */
static bool lay_out(base_bytes *image)
{
    base_bytes large = {0};
    const bool fine = base_bytes_reserve_large(&large, image->length) &&
                      base_bytes_add(&large, image->at, image->length);

    base_bytes_release(image);
    *image = large;
    return fine;
}

ear_scenario *graph_scenario(const graph *g)
{
    model_draft draft = {0};
    model_findings findings = {0};
    base_bytes image = {0};
    ear_scenario *scenario = NULL;
    ear_error err = {.message = "it has mistakes"};

    if (!fill(&draft, g) || model_build(&image, &draft, &findings, &err) != EAR_OK ||
        image.length == 0 || !lay_out(&image) ||
        model_open(&scenario, image.at, image.length, &err) != EAR_OK) {
        fprintf(stderr, "the graph cannot be built: %s\n", err.message);
        base_bytes_release(&image);
    }
    model_findings_release(&findings);
    model_draft_release(&draft);
    return scenario;
}
