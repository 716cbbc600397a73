#ifndef EARSHOT_MODEL_IMAGE_PLAY_H
#define EARSHOT_MODEL_IMAGE_PLAY_H

/* The records of an image (image.h) that are played: moments and what stands in them. */

#include "model/image_parts.h"

typedef enum model_moment_kind { MODEL_MOMENT, MODEL_OUTCOME } model_moment_kind;

/*
 * Where the records begin that belong to a moment, in the order of the moments; they end
 * where those of the next moment begin. Nothing is looked up by it: it only tells what
 * will be wanted soon.
 */
typedef struct model_reach {
    uint32_t line;
    uint32_t reply;
    uint32_t mood;
    uint32_t piece;
    uint32_t code;
    uint32_t text;
} model_reach;

/* Section MOMENTS: moments and outcomes, in the order written. What playing reads comes
 * first. */
typedef struct model_moment {
    model_range statements; /* the last one is MODEL_END */
    model_reach reach;
    uint32_t counter;
    uint8_t kind;    /* model_moment_kind */
    uint8_t channel; /* MODEL_CHANNEL_NONE: as before */
    uint8_t rating;  /* outcome: model_rating */
    uint8_t unused;
    model_aside title;
    model_aside summary;
    model_text id;
    model_text label;
    model_place place;
} model_moment;

typedef enum model_kind {
    MODEL_END,     /* of a moment */
    MODEL_LINE,    /* item: LINES */
    MODEL_CUE,     /* item: CUES */
    MODEL_SILENCE, /* item: tenths of a second */
    MODEL_INFO,    /* item: INFOS */
    MODEL_NOTE,    /* item: WORDS */
    MODEL_TODO,    /* item: WORDS; never played */
    MODEL_EFFECT,  /* item: EFFECTS (`set` and `mood`) */
    MODEL_NOTICE,  /* item: NOTICES */
    MODEL_CHOICE,  /* item, count: REPLIES */
    MODEL_VISIT,   /* item: MOMENTS */
    MODEL_GO,      /* item: MOMENTS */
    MODEL_SCREEN,  /* item, count: CELLS */
    MODEL_DEBRIEF, /* item: WORDS; only in outcomes */
    MODEL_KINDS
} model_kind;

/* Section STATEMENTS. */
typedef struct model_statement {
    uint32_t kind;
    model_code when; /* MODEL_NONE: always */
    uint32_t item;
    uint32_t count;
    uint32_t moment; /* the one it belongs to */
    model_place place;
} model_statement;

typedef enum model_pick {
    MODEL_CYCLE,
    MODEL_ONCE,
    MODEL_SHUFFLE,
    MODEL_FIRST
} model_pick;
#define MODEL_PICKS (MODEL_FIRST + 1)

typedef struct model_line {
    model_text id;
    model_words words; /* the first entry */
    model_range
        variants;  /* WORDS: every entry, the first too; count 0: it does not vary */
    uint32_t pick; /* model_pick */
    uint32_t speaker;
    uint32_t counter;
    model_text voice;
} model_line;

typedef struct model_cue {
    model_words words;
    model_text kind;
    model_range answered_by; /* INDEXES of intents */
} model_cue;

typedef struct model_information {
    model_words words;
    model_words status;
} model_information;

typedef struct model_notice {
    model_words question;
    model_words because;
    model_range options; /* WORDS */
    uint32_t answer;     /* from 0; MODEL_NONE */
    uint32_t skill;      /* that a right answer practises; MODEL_NONE */
} model_notice;

/* Section CELLS: one row named by a `screen`. */
typedef struct model_cell {
    uint32_t row; /* index into ROWS: the row's name */
    model_words value;
} model_cell;

/* Section REPLIES. What a turn needs; the rest is in DETAILS at the same index. */
typedef struct model_reply {
    model_words words;
    model_effect effect;
    model_code when;
    uint32_t go;      /* moment; MODEL_NONE: on */
    uint32_t visit;   /* moment; MODEL_NONE */
    uint32_t intent;  /* MODEL_NONE */
    uint32_t counter; /* how often it was given */
    uint32_t answer;  /* LINES; MODEL_NONE */
    uint32_t tenths;  /* simulated time it takes, all of it */
    uint8_t hold;     /* a reply that is silence */
    uint8_t again;
    uint8_t fallback;
    uint8_t rating; /* 1 to 4; 0: none */
} model_reply;

typedef struct model_detail {
    model_text id;
    model_aside thinks;
    model_aside why;
    uint32_t
        seconds; /* tenths, as written (5 s for a hold without); 0: a `you` without */
    uint32_t statement; /* the choice it belongs to */
    model_place place;
} model_detail;

#endif
