#ifndef EARSHOT_TESTS_EXPRESSION_FIXTURE_H
#define EARSHOT_TESTS_EXPRESSION_FIXTURE_H

/* A small world of names for the compiler, and a log of its complaints. */
#include "base/bytes.h"
#include "model/compile.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define COUNT_OF(all) (sizeof(all) / sizeof *(all))

static const struct {
    model_space space;
    const char *name;
    model_symbol symbol;
} known_names[] = {
    {MODEL_SPACE_VALUES, "calm", {MODEL_SYMBOL_METER, 0}},
    {MODEL_SPACE_VALUES, "trust", {MODEL_SYMBOL_METER, 1}},
    {MODEL_SPACE_VALUES, "heard", {MODEL_SYMBOL_METER, 2}},
    {MODEL_SPACE_VALUES, "called", {MODEL_SYMBOL_FLAG, 0}},
    {MODEL_SPACE_VALUES, "knows_why", {MODEL_SYMBOL_FLAG, 1}},
    {MODEL_SPACE_PLACES, "opening", {MODEL_SYMBOL_MOMENT, 0}},
    {MODEL_SPACE_PLACES, "kept", {MODEL_SYMBOL_MOMENT, 1}},
    {MODEL_SPACE_PLACES, "say-it again", {MODEL_SYMBOL_MOMENT, 2}},
    {MODEL_SPACE_PLACES, "opening/hello-there", {MODEL_SYMBOL_LINE, 0}},
    {MODEL_SPACE_PLACES, "opening/sorry", {MODEL_SYMBOL_REPLY, 0}},
    {MODEL_SPACE_PLACES, "sure", {MODEL_SYMBOL_REPLY, 1}},
    {MODEL_SPACE_PLACES, "act", {MODEL_SYMBOL_REPLY, 2}},
    {MODEL_SPACE_PLACES, "größe", {MODEL_SYMBOL_MOMENT, 3}},
    {MODEL_SPACE_INTENTS, "apologise", {MODEL_SYMBOL_INTENT, 0}},
    {MODEL_SPACE_INTENTS, "script", {MODEL_SYMBOL_INTENT, 1}},
    {MODEL_SPACE_INTENTS, "act", {MODEL_SYMBOL_INTENT, 2}},
    {MODEL_SPACE_SKILLS, "listen", {MODEL_SYMBOL_SKILL, 0}},
    {MODEL_SPACE_SKILLS, "own", {MODEL_SYMBOL_SKILL, 1}},
};

struct heard_complaint {
    char code[8];
    uint32_t column;
    char message[512];
    char hint[512];
};

struct world {
    model_compiler compiler;
    model_resolver resolver;
    base_bytes texts;
    struct heard_complaint complaints[8];
    size_t count;
};

static bool world_find(void *user, model_space space, const char *name, size_t length,
                       model_symbol *out)
{
    (void)user;
    for (size_t i = 0; i < COUNT_OF(known_names); i++) {
        if (known_names[i].space == space && strlen(known_names[i].name) == length &&
            memcmp(known_names[i].name, name, length) == 0) {
            *out = known_names[i].symbol;
            return true;
        }
    }
    return false;
}

static void world_offer(void *user, model_space space, unsigned kinds,
                        model_nearest *near)
{
    (void)user;
    for (size_t i = 0; i < COUNT_OF(known_names); i++) {
        if (known_names[i].space == space &&
            (kinds == 0 || (kinds & MODEL_KIND(known_names[i].symbol.kind)) != 0))
            model_near_offer(near, known_names[i].name, strlen(known_names[i].name));
    }
}

static bool world_keep(void *user, const char *text, size_t length, model_text *out)
{
    struct world *w = user;

    *out = (model_text){(uint32_t)w->texts.length, (uint32_t)length};
    return base_bytes_add(&w->texts, text, length) && base_bytes_char(&w->texts, '\0');
}

static void world_complain(void *user, const model_complaint *complaint)
{
    struct world *w = user;

    if (w->count == COUNT_OF(w->complaints))
        return;

    struct heard_complaint *heard = &w->complaints[w->count++];
    snprintf(heard->code, sizeof heard->code, "%s", complaint->code);
    snprintf(heard->message, sizeof heard->message, "%s", complaint->message);
    snprintf(heard->hint, sizeof heard->hint, "%s", complaint->hint);
    heard->column = complaint->column;
}

static void world_begin(struct world *w)
{
    *w = (struct world){
        .resolver = {world_find, world_offer, world_keep, world_complain, NULL}};
    w->resolver.user = w;
    w->compiler.names = &w->resolver;
    w->compiler.customer = "Priya Nair";
    w->compiler.customer_length = strlen("Priya Nair");
}

static void world_end(struct world *w)
{
    const model_resolver *names = w->compiler.names;

    model_compiler_release(&w->compiler);
    w->compiler.names = names;
    base_bytes_release(&w->texts);
    w->count = 0;
}

#endif
