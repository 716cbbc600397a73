#ifndef EARSHOT_MODEL_VERIFY_H
#define EARSHOT_MODEL_VERIFY_H

#include "model/scenario.h"

#include <stdbool.h>

/*
 * The check of an untrusted image: every offset, index, code, text and number, so that
 * nobody who plays it has to look again. The frame (header, sections) has been checked
 * before. Each record is visited once. A check says what is wrong, NULL when nothing is.
 */
typedef struct verify {
    const ear_scenario *scenario;
    uint8_t *marks;      /* one for each word of CODE: see verify_code.c */
    uint64_t *text_left; /* bytes of text that may still be looked at */
} verify;

ear_status model_verify(const ear_scenario *scenario, ear_error *err);

/* verify_code.c: walks all of CODE and fills in `marks`. */
const char *verify_code(const verify *v);
/* Whether a piece begins at word `at`; `any_counter`: it may read all of them. */
bool verify_code_begins(const verify *v, uint32_t at, bool any_counter);

/* The small ones are asked a million times. */
static inline bool verify_index(const verify *v, uint32_t index, model_section section)
{
    return index < v->scenario->count[section];
}

static inline bool verify_optional(const verify *v, uint32_t index, model_section section)
{
    return index == MODEL_NONE || verify_index(v, index, section);
}

static inline bool verify_range(const verify *v, model_range range, model_section section)
{
    return (uint64_t)range.first + range.count <= v->scenario->count[section];
}

static inline bool verify_place(const verify *v, model_place place)
{
    return verify_index(v, place.file, MODEL_S_FILES);
}

static inline bool verify_counter(const verify *v, uint32_t counter, bool live)
{
    const model_header *header = v->scenario->header;

    return counter < (live ? header->live_counters : header->counters);
}

/* Where a piece of code may be named. */
typedef enum verify_use {
    VERIFY_CODE = 1,     /* an offset into CODE */
    VERIFY_FUNCTION = 2, /* a Lua function */
    VERIFY_NONE = 4,     /* MODEL_NONE */
    VERIFY_ALL = 8       /* the code may read counters that only the record wants */
} verify_use;
#define VERIFY_WHEN (VERIFY_CODE | VERIFY_FUNCTION | VERIFY_NONE)
bool verify_use_of(const verify *v, model_code code, unsigned uses);

/* verify_parts.c: what many records have. */
bool verify_text(const verify *v, model_text text);
bool verify_words(const verify *v, const model_words *words);
bool verify_effect(const verify *v, const model_effect *effect);
bool verify_number(base_number number);
/* A moment, no outcome; MODEL_NONE too. */
bool verify_visit(const verify *v, uint32_t moment);

/* verify_cast.c and verify_play.c: one record. */
const char *verify_info(const verify *v, uint32_t i);
const char *verify_speaker(const verify *v, uint32_t i);
const char *verify_meter(const verify *v, uint32_t i);
const char *verify_flag(const verify *v, uint32_t i);
const char *verify_skill(const verify *v, uint32_t i);
const char *verify_intent(const verify *v, uint32_t i);
const char *verify_rule(const verify *v, uint32_t i);
const char *verify_kpi(const verify *v, uint32_t i);
const char *verify_step(const verify *v, uint32_t i);
const char *verify_test(const verify *v, uint32_t i);
const char *verify_condition(const verify *v, uint32_t i);
const char *verify_moment(const verify *v, uint32_t i);
const char *verify_statement(const verify *v, uint32_t i);
const char *verify_line(const verify *v, uint32_t i);
const char *verify_cue(const verify *v, uint32_t i);
const char *verify_information(const verify *v, uint32_t i);
const char *verify_notice(const verify *v, uint32_t i);
const char *verify_reply(const verify *v, uint32_t i);
const char *verify_detail(const verify *v, uint32_t i);
const char *verify_cell(const verify *v, uint32_t i);

#endif
