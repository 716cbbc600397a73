#ifndef EARSHOT_MODEL_DRAFT_H
#define EARSHOT_MODEL_DRAFT_H

/*
 * A scenario as it was written: statements in reading order, names not yet looked up,
 * conditions still text. script fills it in, build.h turns it into an image.
 *
 * How a field is added to a verb stands in CONTRIBUTING.md, "A field, step by step".
 */

#include "base/arena.h"
#include "model/finding.h"
#include "model/image.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Borrowed from the draft's arena; `at` NULL: the field was not given. */
typedef struct draft_text {
    const char *at;
    size_t length;
} draft_text;

/* Text, or a Lua function by its number (from 1; 0: none). A number given where text fits
 * (mood = ..., of = 4) arrives as its text. */
typedef struct draft_value {
    draft_text text;
    uint32_t function;
} draft_value;

typedef struct draft_place {
    uint32_t file; /* index into draft.files */
    uint32_t line;
} draft_place;

typedef struct draft_list {
    draft_text *at; /* in the arena */
    size_t count;
} draft_list;

typedef struct draft_pair {
    draft_text key;
    draft_text value;
} draft_pair;

typedef struct draft_renamed {
    draft_text from, to;
    draft_place place;
} draft_renamed;

typedef struct draft_pairs {
    draft_pair *at;
    size_t count;
} draft_pairs;

/* A file of the pack or of the engine's own modules, with its source: findings look up
 * columns in it. */
typedef struct draft_file {
    draft_text name;   /* as the author knows it: "kettle.lua", "lib/x.lua" */
    draft_text source; /* borrowed from whoever loaded it */
    bool library;      /* one of the engine's own modules */
} draft_file;

#define DRAFT_UNSET INT64_MIN /* a whole-number field that was not given */

/* What `mood`, `set` and `skill` say, wherever they may stand. */
typedef struct draft_effect {
    draft_text set;
    draft_value mood;
    draft_text skill;
} draft_effect;

typedef struct draft_scenario {
    draft_text title;
    draft_text channel, level, brief, goal, role, start;
    draft_list tags;
    base_number minutes; /* den 0: not given */
    bool timed;
    draft_place place;
} draft_scenario;

typedef struct draft_speaker {
    draft_text name, about, pronoun;
    draft_pairs portrait;
    base_number patience; /* den 0: not given */
    bool customer;
    draft_place place;
} draft_speaker;

typedef struct draft_meter {
    draft_text id, label, low, high, shows, drift;
    int64_t start, min, max; /* DRAFT_UNSET */
    bool hidden;
    draft_place place;
} draft_meter;

typedef struct draft_named { /* flag, skill */
    draft_text id, words;
    draft_place place;
} draft_named;

typedef struct draft_intent {
    draft_text id, label;
    draft_effect effect;
    base_number fades; /* den 0: not given */
    int64_t rating;
    draft_place place;
} draft_intent;

typedef struct draft_rule {
    draft_text name, go, thinks, why;
    draft_value when;
    draft_effect effect;
    bool once;
    draft_place place;
} draft_rule;

typedef struct draft_kpi {
    draft_text id, label, unit, better;
    draft_value of;
    base_number min, max; /* den 0: not given */
    draft_place place;
} draft_kpi;

typedef struct draft_framework {
    draft_text name;
    struct draft_step {
        draft_text name;
        draft_list intents;
    } * steps;
    size_t count;
    draft_place place;
} draft_framework;

typedef struct draft_test {
    draft_text name, ends;
    draft_list play, holds, offered, not_offered;
    draft_place place;
} draft_test;

typedef enum draft_kind {
    DRAFT_MOMENT,
    DRAFT_OUTCOME,
    DRAFT_LINE,
    DRAFT_CUE,
    DRAFT_SILENCE,
    DRAFT_INFO,
    DRAFT_NOTE,
    DRAFT_TODO,
    DRAFT_SET,
    DRAFT_MOOD,
    DRAFT_NOTICE,
    DRAFT_REPLY,
    DRAFT_HOLD,
    DRAFT_VISIT,
    DRAFT_GO,
    DRAFT_SCREEN,
    DRAFT_DEBRIEF,
    DRAFT_DROPPED /* taken back: it stood where no statement may stand */
} draft_kind;

typedef struct draft_moment { /* DRAFT_MOMENT, DRAFT_OUTCOME */
    draft_text title, channel, label, rating, summary;
} draft_moment;

typedef struct draft_line {
    uint32_t speaker;
    draft_list variants; /* count 0: `words` alone */
    draft_text pick, voice, id;
} draft_line;

typedef struct draft_cue {
    draft_text kind;
    draft_list answered_by;
} draft_cue;

typedef struct draft_notice {
    draft_list options;
    int64_t answer; /* from 1; DRAFT_UNSET */
    draft_text because, skill;
} draft_notice;

typedef struct draft_reply {
    draft_text id, go, visit, intent, thinks, why;
    draft_value answer;
    draft_effect effect;
    int64_t rating;      /* DRAFT_UNSET */
    base_number seconds; /* den 0: not given */
    bool again, fallback;
} draft_reply;

typedef struct draft_statement {
    draft_kind kind;
    draft_place place;
    draft_value words; /* what is said; the id of a moment; the target of go and visit;
                          the text of set and mood; the length of a silence */
    draft_value when;
    union {
        draft_moment *moment;
        draft_line *line;
        draft_cue *cue;
        draft_text *status; /* DRAFT_INFO */
        draft_notice *notice;
        draft_reply *reply;
        draft_pairs *screen;
    } as; /* in the arena; set for the kinds that have one */
} draft_statement;

/* A growing array in `draft`; grown with model_draft_add(). */
#define DRAFT_ARRAY(type, name)                                                          \
    struct {                                                                             \
        type *at;                                                                        \
        size_t count, room;                                                              \
    } name

typedef struct model_draft {
    base_arena arena;
    draft_text id;                  /* the file's stem */
    DRAFT_ARRAY(draft_file, files); /* 0 is the scenario's own */
    draft_scenario scenario;
    bool has_scenario;
    DRAFT_ARRAY(draft_speaker, speakers);
    DRAFT_ARRAY(draft_meter, meters);
    DRAFT_ARRAY(draft_named, flags);
    DRAFT_ARRAY(draft_named, skills);
    DRAFT_ARRAY(draft_intent, intents);
    DRAFT_ARRAY(draft_rule, rules);
    DRAFT_ARRAY(draft_kpi, kpis);
    DRAFT_ARRAY(draft_named, reflects);
    DRAFT_ARRAY(draft_test, tests);
    DRAFT_ARRAY(draft_renamed, renamed);
    DRAFT_ARRAY(draft_statement, statements);
    draft_framework framework;
    bool has_framework;
    draft_pairs screen; /* top-level rows */
    uint32_t functions; /* how many Lua functions were kept */
} model_draft;

/* Makes room for one more record in an array of the draft and returns it, zeroed; NULL
 * when out of memory. `size` is the record's. Use through DRAFT_ADD. */
void *model_draft_grow(void **at, size_t *count, size_t *room, size_t size);
#define DRAFT_ADD(array)                                                                 \
    model_draft_grow((void **)&(array)->at, &(array)->count, &(array)->room,             \
                     sizeof *(array)->at)

/* Copies text into the draft; `at` is NULL when out of memory. */
draft_text model_draft_text(model_draft *draft, const char *text, size_t length);
void model_draft_release(
    model_draft *draft); /* a zeroed model_draft is valid and empty */

#endif
