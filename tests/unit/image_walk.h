#ifndef EARSHOT_TESTS_IMAGE_WALK_H
#define EARSHOT_TESTS_IMAGE_WALK_H

/* Uses everything in an opened image that play could use: what the check let through must
 * not read outside it. */

#include "base/bytes.h"
#include "model/eval.h"
#include "model/scenario.h"
#include "model/state.h"

#include <stdlib.h>
#include <string.h>

typedef struct image_walk {
    const ear_scenario *s;
    model_layout layout;
    model_state *state;
    base_bytes out;
} image_walk;

static inline void walk_code(image_walk *w, model_code code)
{
    if (code == MODEL_NONE || (code & MODEL_FUNCTION))
        return;
    model_truth(w->s, &w->layout, w->state, code);
    model_number(w->s, &w->layout, w->state, code);
}

static inline void walk_words(image_walk *w, const model_words *words)
{
    base_bytes_clear(&w->out);
    if (words->function == MODEL_NONE)
        model_words_write(&w->out, w->s, &w->layout, w->state, words);
    base_bytes_text(&w->out, model_string(w->s, words->tone));
}

static inline void walk_effect(image_walk *w, const model_effect *effect)
{
    for (uint32_t i = 0; i < effect->moods; i++)
        walk_code(w, w->s->moods[effect->first_mood + i].code);
    for (uint32_t i = 0; i < effect->sets; i++)
        model_flags_at(w->state, &w->layout)[w->s->sets[effect->first_set + i].flag] = 1;
    for (uint32_t i = 0; i < effect->points; i++)
        model_ints(w->state,
                   w->layout.points)[w->s->points[effect->first_points + i].skill] = 1;
}

static inline void walk_texts(image_walk *w)
{
    const ear_scenario *s = w->s;
    model_id id;

    for (uint32_t i = 0; i < s->count[MODEL_S_MOMENTS]; i++) {
        const model_text text = s->moments[i].id;
        model_find(s, model_string(s, text), text.length, &id);
        walk_words(w, model_words_of(s, s->moments[i].title));
        walk_words(w, model_words_of(s, s->moments[i].summary));
    }
    for (uint32_t i = 0; i < s->count[MODEL_S_WORDS]; i++)
        walk_words(w, &s->words[i]);
    for (uint32_t i = 0; i < s->count[MODEL_S_CELLS]; i++)
        walk_words(w, &s->cells[i].value);
    for (uint32_t i = 0; i < s->count[MODEL_S_LINES]; i++) {
        walk_words(w, &s->lines[i].words);
        base_bytes_text(&w->out, model_string(s, s->speakers[s->lines[i].speaker].name));
    }
}

static inline void walk_play(image_walk *w)
{
    const ear_scenario *s = w->s;

    for (uint32_t i = 0; i < s->count[MODEL_S_STATEMENTS]; i++)
        walk_code(w, s->statements[i].when);
    for (uint32_t i = 0; i < s->count[MODEL_S_REPLIES]; i++) {
        walk_code(w, s->replies[i].when);
        walk_words(w, &s->replies[i].words);
        walk_words(w, model_words_of(s, s->details[i].why));
        walk_effect(w, &s->replies[i].effect);
    }
    for (uint32_t i = 0; i < s->count[MODEL_S_RULES]; i++) {
        walk_code(w, s->rules[i].when);
        walk_effect(w, &s->rules[i].effect);
    }
    for (uint32_t i = 0; i < s->count[MODEL_S_KPIS]; i++)
        walk_code(w, s->kpis[i].of);
}

/* False when out of memory. */
static inline bool image_walk_all(const ear_scenario *s, bool every_counter)
{
    image_walk w = {.s = s, .layout = model_layout_of(s, every_counter)};

    w.state = malloc(w.layout.bytes);
    if (!w.state)
        return false;
    model_state_begin(w.state, s, &w.layout, 1);
    walk_texts(&w);
    walk_play(&w);
    for (uint32_t i = 0; every_counter && i < s->count[MODEL_S_CONDITIONS]; i++)
        walk_code(&w, s->conditions[i].code);
    free(w.state);
    base_bytes_release(&w.out);
    return true;
}

/* What somebody who builds hostile images does last. */
static inline void image_seal(void *image, size_t bytes)
{
    model_header *header = image;

    if (bytes < sizeof *header)
        return;
    header->magic = MODEL_MAGIC;
    header->version = MODEL_VERSION;
    header->bytes = bytes;
    header->reserved = 0;
}

#endif
