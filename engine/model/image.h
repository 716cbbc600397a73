#ifndef EARSHOT_MODEL_IMAGE_H
#define EARSHOT_MODEL_IMAGE_H

/*
 * A scenario as data: ONE block of bytes, in the machine's own byte order, that holds no
 * pointer. It is built in the helper process (build.h), travels as bytes, is checked once
 * by model_open() and never changes afterwards. It has no checksum: that would say
 * nothing of an image that somebody made on purpose, and whoever keeps one (the cache)
 * has its own.
 *
 * Layout: model_header, then the sections it lists, each aligned to 8 bytes. Records
 * refer to each other by index and to text by offset into the TEXT section. MODEL_NONE is
 * "none".
 */

#include "base/number.h"

#include <stdint.h>

#define MODEL_MAGIC   UINT32_C(0x52414531) /* "1EAR" */
#define MODEL_VERSION UINT32_C(3)          /* raised whenever a record changes */
#define MODEL_NONE    UINT32_MAX

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
typedef enum model_rating { MODEL_WEAK, MODEL_MIXED, MODEL_STRONG } model_rating;
typedef enum model_shows {
    MODEL_SHOWS_NOTHING,
    MODEL_SHOWS_TENSION,
    MODEL_SHOWS_WARMTH,
    MODEL_SHOWS_ENGAGEMENT
} model_shows;

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

typedef enum model_section {
    MODEL_S_INFO,
    MODEL_S_FILES, /* model_text: names as the author knows them; 0 is the scenario's own
                    */
    MODEL_S_SPEAKERS,
    MODEL_S_METERS,
    MODEL_S_FLAGS,
    MODEL_S_SKILLS,
    MODEL_S_INTENTS,
    MODEL_S_RULES,
    MODEL_S_KPIS,
    MODEL_S_STEPS,
    MODEL_S_MOMENTS,
    MODEL_S_STATEMENTS,
    MODEL_S_LINES,
    MODEL_S_CUES,
    MODEL_S_INFOS,
    MODEL_S_NOTICES,
    MODEL_S_REPLIES,
    MODEL_S_DETAILS,
    MODEL_S_EFFECTS,
    MODEL_S_SETS,
    MODEL_S_MOODS,
    MODEL_S_POINTS,
    MODEL_S_WORDS,
    MODEL_S_PIECES,
    MODEL_S_ROWS, /* model_text: every row name of every screen, once each */
    MODEL_S_CELLS,
    MODEL_S_SCREEN,   /* model_range, exactly one: the CELLS of the top-level `screen` */
    MODEL_S_REFLECTS, /* model_words */
    MODEL_S_TESTS,
    MODEL_S_CONDITIONS,
    MODEL_S_RENAMED,
    MODEL_S_TEXTS,   /* model_text */
    MODEL_S_INDEXES, /* uint32_t */
    MODEL_S_PAIRS,
    MODEL_S_IDS,
    MODEL_S_NUMBERS, /* base_number: constants of CODE that are no small whole number */
    MODEL_S_CODE,    /* uint32_t */
    MODEL_S_TEXT,    /* bytes */
    MODEL_SECTIONS
} model_section;

typedef struct model_header {
    uint32_t magic;
    uint32_t version;
    uint64_t bytes; /* of the whole image */
    /*
     * Counters: every moment, outcome, line, reply, intent and rule has one. Those that
     * something asks for with since() come first, then those that anything can still tell
     * apart (conditions, once-only replies, varying lines, fades, rules that happen once,
     * all of them when the scenario has Lua functions), then the rest, which only the
     * record wants.
     */
    uint32_t counters;       /* all */
    uint32_t live_counters;  /* of these, the first ones: those that matter */
    uint32_t since_counters; /* of these, the first ones: those that since() reads */
    uint32_t reserved;
    model_range
        section[MODEL_SECTIONS]; /* first: BYTE offset from the image; count: records */
} model_header;

#endif
