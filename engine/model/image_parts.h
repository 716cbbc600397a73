#ifndef EARSHOT_MODEL_IMAGE_PARTS_H
#define EARSHOT_MODEL_IMAGE_PARTS_H

/* What the records of an image (image.h) are made of, and the limits of the language. */

#include "base/number.h"

#include <stdint.h>

#define MODEL_NONE UINT32_MAX

/* Limits of the language (pack-language). */
#define MODEL_MAX_MOMENTS    200000u
#define MODEL_MAX_STATEMENTS 2000000u
#define MODEL_MAX_METERS     256u
#define MODEL_MAX_FLAGS      4096u
#define MODEL_MAX_REPLIES    64u        /* in one choice */
#define MODEL_MAX_DEPTH      64u        /* visits inside visits */
#define MODEL_MAX_RUN        100000u    /* statements played without a reply */
#define MODEL_MAX_WORDS      2000u      /* bytes of one piece of words */
#define MODEL_MAX_LINES      40u        /* lines of one piece of words */
#define MODEL_METER_LIMIT    1000000000 /* the widest range of a meter, either way */

/* UTF-8, `length` bytes at TEXT + at, followed by a NUL. Absent and "" are both length 0.
 */
typedef struct model_text {
    uint32_t at;
    uint32_t length;
} model_text;

typedef struct model_place {
    uint32_t line; /* from 1; 0: no place */
    uint16_t file; /* index into FILES */
    uint16_t column;
} model_place;

/* A run of records in some section. */
typedef struct model_range {
    uint32_t first;
    uint32_t count;
} model_range;

/*
 * Where a value is computed: an offset into CODE; or, with MODEL_FUNCTION set, the number
 * of a Lua function that the helper answers (hooks); or MODEL_NONE.
 */
typedef uint32_t model_code;
#define MODEL_FUNCTION UINT32_C(0x80000000)

/* One literal and then, perhaps, one inserted value. */
typedef enum model_insert {
    MODEL_INSERT_NOTHING,
    MODEL_INSERT_METER, /* index: meter */
    MODEL_INSERT_FLAG,  /* index: flag; "true" or "false" */
    MODEL_INSERT_TURN,
    MODEL_INSERT_MINUTES,
    MODEL_INSERT_SECONDS,
} model_insert; /* {customer} never changes and is part of the literal */

typedef struct model_piece {
    model_text literal;
    uint32_t insert; /* model_insert */
    uint32_t index;
} model_piece;

/* What takes time to say. An inserted {value} is part of the word that it touches. */
typedef struct model_length {
    uint16_t words;
    uint16_t beats; /* [beat] */
} model_length;

/* Words that somebody says or reads; the tone has been taken off. */
typedef struct model_words {
    model_text text;     /* all of it, when `pieces` is empty */
    model_text tone;     /* without its parentheses */
    model_range pieces;  /* PIECES, when values are inserted */
    model_code function; /* words that Lua makes; else MODEL_NONE */
    model_length spoken;
} model_words;

/* Words that are rarely there: index into WORDS, of which the first is empty. */
typedef uint32_t model_aside;

typedef struct model_pair {
    model_text key;
    model_text value;
} model_pair;

typedef enum model_channel {
    MODEL_CHAT,
    MODEL_PHONE,
    MODEL_IN_PERSON,
    MODEL_CHANNEL_NONE
} model_channel;
typedef enum model_rating {
    MODEL_WEAK,
    MODEL_MIXED,
    MODEL_STRONG,
    MODEL_RATINGS /* how many */
} model_rating;
typedef enum model_shows {
    MODEL_SHOWS_NOTHING,
    MODEL_SHOWS_TENSION,
    MODEL_SHOWS_WARMTH,
    MODEL_SHOWS_ENGAGEMENT,
    MODEL_SHOWS_COUNT
} model_shows;

#endif
