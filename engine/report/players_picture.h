#ifndef EARSHOT_REPORT_PLAYERS_PICTURE_H
#define EARSHOT_REPORT_PLAYERS_PICTURE_H

/*
 * How a scenario ends for each kind of player, as bars: a picture that stands alone, in
 * which every part has the number of its outcome, so that it reads without colour. It is
 * a list of boxes and words, written by report_players_svg(), and painted by the window
 * from the same numbers. Lengths are px.
 */

#include "base/arena.h"
#include "base/bytes.h"
#include "prove/players.h"

typedef enum report_letters {
    REPORT_BOX,    /* none: a filled box */
    REPORT_PLAIN,  /* 14 px */
    REPORT_STRONG, /* the same, semibold */
    REPORT_TITLE   /* 24 px */
} report_letters;

typedef enum report_anchor { REPORT_START, REPORT_MIDDLE, REPORT_END } report_anchor;

typedef struct report_stroke {
    report_letters letters;
    report_anchor anchor;         /* of words: what of them stands at `x` */
    unsigned x, y, width, height; /* words: `y` is their baseline, the rest 0 */
    uint32_t ink;                 /* 0xRRGGBB */
    const char *words;
} report_stroke;

/* Zeroed is empty; released with report_players_release(). */
typedef struct report_players {
    base_arena kept;        /* of what strokes say */
    report_stroke *strokes; /* owned */
    size_t count, room;
    const char *title; /* of the scenario: borrowed */
    unsigned width, height;
    bool failed; /* out of memory */
} report_players;

/* `players`: at least one, of one scenario, which outlives *out. False: out of memory;
 * released all the same. */
bool report_players_draw(report_players *out, const ear_scenario *scenario,
                         const prove_tally *const *players, unsigned count);
void report_players_release(report_players *picture);

/* Appends a whole SVG document. False: out of memory. */
bool report_players_svg(base_bytes *out, const report_players *picture);

#endif
