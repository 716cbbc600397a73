#ifndef EARSHOT_MODEL_SCENARIO_H
#define EARSHOT_MODEL_SCENARIO_H

#include "model/image.h"

#include <earshot/error.h>
#include <earshot/scenario.h>

#include <stddef.h>

/*
 * A checked image with its sections at hand. Immutable: shared by any number of sessions
 * and threads. `count[s]` is the number of records of section s.
 */
struct ear_scenario {
    const model_header *header;
    const model_info *info;
    const model_text *files;
    const model_speaker *speakers;
    const model_meter *meters;
    const model_flag *flags;
    const model_skill *skills;
    const model_intent *intents;
    const model_rule *rules;
    const model_kpi *kpis;
    const model_step *steps;
    const model_moment *moments;
    const model_statement *statements;
    const model_line *lines;
    const model_cue *cues;
    const model_information *infos;
    const model_notice *notices;
    const model_reply *replies;
    const model_detail *details;
    const model_effect *effects;
    const model_set *sets;
    const model_mood *moods;
    const model_points *points;
    const model_words *words;
    const model_piece *pieces;
    const model_text *rows;
    const model_cell *cells;
    const model_range *screen;
    const model_words *reflects;
    const model_test *tests;
    const model_condition *conditions;
    const model_renamed *renamed;
    const model_text *texts;
    const uint32_t *indexes;
    const model_pair *pairs;
    const model_id *ids;
    const base_number *numbers;
    const uint32_t *code;
    const char *text;
    uint32_t count[MODEL_SECTIONS];
    void *owned; /* the image, released with the scenario */
};

/*
 * Takes an image from anywhere (another process, a cache, a fuzzer), checks every offset,
 * index, code and text, and opens it. Takes ownership of `image` (from malloc) on success
 * only. EAR_E_FORMAT says what does not hold. The check visits each record once.
 */
ear_status model_open(ear_scenario **out, void *image, size_t bytes, ear_error *err);

/* Borrowed; NUL-terminated. */
const char *model_string(const ear_scenario *scenario, model_text text);

/* Borrowed; empty when they are absent. */
static inline const model_words *model_words_of(const ear_scenario *scenario,
                                                model_aside aside)
{
    return &scenario->words[aside];
}

/* Below, at or above 0, as strcmp(): by file and line. */
static inline int model_place_order(model_place a, model_place b)
{
    if (a.file != b.file)
        return a.file < b.file ? -1 : 1;
    return (a.line > b.line) - (a.line < b.line);
}

/* Finds a moment, outcome, line or reply by id. */
bool model_find(const ear_scenario *scenario, const char *id, size_t length,
                model_id *out);

#define MODEL_MAX_ID      8192 /* bytes of an id with its NUL; a longer one is never old */
#define MODEL_MAX_RENAMES 16   /* of one id, one after the other */

/* Rewrites an id that older runs know into what `renamed` says it is called: itself, or
 * the moment (or reply) from whose id it is derived. One step; false: never renamed. */
bool model_rename(const ear_scenario *scenario, char *id, size_t room);
/* As model_find(), for an id that an older run, translation or test may use. */
bool model_find_older(const ear_scenario *scenario, const char *id, size_t length,
                      model_id *out);
/* Index by id; MODEL_NONE when there is none. */
uint32_t model_find_moment(const ear_scenario *scenario, const char *id);
uint32_t model_find_meter(const ear_scenario *scenario, const char *id, size_t length);
uint32_t model_find_flag(const ear_scenario *scenario, const char *id, size_t length);
uint32_t model_find_skill(const ear_scenario *scenario, const char *id, size_t length);
uint32_t model_find_intent(const ear_scenario *scenario, const char *id, size_t length);
/* What `renamed` calls that id now, after all its renamings; the id itself when it names
 * none. Borrowed from the scenario, or `id`. */
const char *model_newest_name(const ear_scenario *scenario, const char *id);
/* The counter of a moment, line or reply. */
uint32_t model_counter_of(const ear_scenario *scenario, model_id id);

#endif
