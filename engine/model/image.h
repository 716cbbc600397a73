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

#include "model/image_cast.h"
#include "model/image_play.h"

#include <stdint.h>

#define MODEL_MAGIC   UINT32_C(0x52414531) /* "1EAR" */
#define MODEL_VERSION UINT32_C(3)          /* raised whenever a record changes */

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
