#ifndef EARSHOT_MODEL_IMAGE_CAST_H
#define EARSHOT_MODEL_IMAGE_CAST_H

/* The records of an image (image.h) that say who and what there is. */

#include "model/image_parts.h"

/* Section INFO: exactly one. */
typedef struct model_info {
    model_text id; /* the file's stem */
    model_text title;
    model_words brief;
    model_words goal;
    model_text level;
    model_range tags;      /* TEXTS */
    model_range framework; /* STEPS */
    model_text framework_name;
    uint32_t channel; /* model_channel */
    uint32_t leader;  /* role = "leader" */
    uint32_t timed;
    uint32_t minutes;      /* tenths of a minute; 0: not said */
    uint32_t start;        /* moment */
    uint32_t customer;     /* speaker: the first customer; MODEL_NONE if there is none */
    uint32_t notice_skill; /* skill "notice"; MODEL_NONE */
    uint32_t functions; /* how many Lua functions it has; 0: the helper is never needed */
    model_place place;
} model_info;

typedef struct model_speaker {
    model_text name;
    model_text about;
    model_text pronoun;
    model_range
        portrait; /* PAIRS: seed, age, hair, skin, glasses, beard, scarf, ... as text */
    base_number patience;
    uint32_t customer; /* 0: a person */
    uint32_t library;  /* declared by an engine module */
    model_place place;
} model_speaker;

typedef struct model_meter {
    model_text id;
    model_text label;
    model_text low;
    model_text high;
    base_number drift_by; /* 0: no drift */
    int32_t drift_toward;
    int32_t start;
    int32_t min;
    int32_t max;
    uint32_t shows; /* model_shows */
    uint32_t hidden;
    uint32_t library;
    model_place place;
} model_meter;

typedef struct model_flag {
    model_text id;
    model_text meaning;
    uint32_t library;
    model_place place;
} model_flag;

typedef struct model_skill {
    model_text id;
    model_text label;
    uint32_t library;
    model_place place;
} model_skill;

typedef enum model_operation { MODEL_ADD, MODEL_SUBTRACT, MODEL_SET } model_operation;

/* Section MOODS: one part of a `mood`. */
typedef struct model_mood {
    uint16_t meter;
    uint16_t operation; /* model_operation; a constant "- 5" is MODEL_ADD of -5 */
    int32_t amount;     /* when `code` is MODEL_NONE */
    model_code code;    /* decimals and expressions; never a function */
} model_mood;

/* Section SETS: one part of a `set`. */
typedef struct model_set {
    uint16_t flag;
    uint16_t to; /* 0 or 1 */
} model_set;

/* Section POINTS: one part of a `skill`. */
typedef struct model_points {
    uint32_t skill;
    int32_t points;
} model_points;

/* What a reply, intent, rule or statement does. */
typedef struct model_effect {
    uint32_t first_set;
    uint32_t first_mood;
    uint32_t first_points;
    uint16_t sets;
    uint16_t moods;
    uint16_t points;
    uint16_t opaque;     /* 1: `function` gives the moods instead */
    model_code function; /* MODEL_FUNCTION | number, or MODEL_NONE */
} model_effect;

typedef struct model_intent {
    model_text id;
    model_text label;
    model_effect effect;
    base_number fades; /* 1: never */
    uint32_t counter;
    uint32_t rating; /* 1 to 4; 0: none */
    uint32_t library;
    model_place place;
} model_intent;

typedef struct model_rule {
    model_text name;
    model_words thinks;
    model_words why;
    model_effect effect;
    model_code when; /* MODEL_NONE: always */
    uint32_t go;     /* moment; MODEL_NONE */
    uint32_t once;
    uint32_t counter; /* how often it has happened */
    uint32_t library;
    model_place place;
} model_rule;

typedef struct model_kpi {
    model_text id;
    model_text label;
    model_text unit;
    base_number min; /* meaningful when `bounded` has bit 0 */
    base_number max; /* meaningful when `bounded` has bit 1 */
    model_code of;
    uint32_t bounded;
    uint32_t lower_is_better;
    uint32_t library;
    model_place place;
} model_kpi;

/* Section STEPS: one step of the framework. */
typedef struct model_step {
    model_text name;
    model_range intents; /* INDEXES of intents */
} model_step;

/* Section TESTS. */
typedef struct model_test {
    model_text name;
    model_range play;        /* TEXTS */
    model_range offered;     /* TEXTS */
    model_range not_offered; /* TEXTS */
    model_range holds;       /* CONDITIONS */
    uint32_t ends;           /* outcome; MODEL_NONE */
    model_place place;
} model_test;

typedef struct model_condition {
    model_text source;
    model_code code;
} model_condition;

typedef struct model_renamed {
    model_text from;
    model_text to;
} model_renamed;

/* Section IDS: an open-addressing table, a power of two long, of moments, lines and
 * replies; slot = base_hash(id) & (count - 1), then the next. MODEL_NONE: empty. */
typedef enum model_thing {
    MODEL_THING_MOMENT,
    MODEL_THING_LINE,
    MODEL_THING_REPLY
} model_thing;
typedef struct model_id {
    uint32_t thing; /* model_thing */
    uint32_t index;
} model_id;

#endif
