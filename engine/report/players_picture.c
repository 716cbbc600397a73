#include "report/players_picture.h"

#include "base/grow.h"

#include "model/scenario.h"
#include "model/terms.h"
#include "report/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Lengths are px. */
#define WIDTH   960u
#define LEFT    140u
#define BAR     780u /* wide */
#define TOP     92u  /* of the first bar */
#define ROW     44u
#define THICK   30u
#define LEGEND  26u  /* a line of it */
#define WIDEST  46.0 /* ems that a line of the legend has for its words */
#define NUMBER  20u  /* a part that is narrower has no number on it */
#define PERCENT 72u  /* and one that is narrower than this no percent */

#define INK   0x1b2130u
#define INK2  0x474e5eu
#define WHITE 0xffffffu

typedef struct drawing {
    report_players *out;
    const ear_scenario *scenario;
    uint32_t *outcomes; /* MOMENTS, the best rating first; owned */
    uint32_t count;
} drawing;

static const uint32_t inks[] = {0x9c3310, 0x7a5200, 0x0b6560};

static void add(drawing *d, report_stroke stroke)
{
    report_players *out = d->out;
    report_stroke *grown =
        base_grown(out->strokes, &out->room, out->count + 1, sizeof *out->strokes);

    out->failed |= !grown;
    if (!grown)
        return;
    out->strokes = grown;
    out->strokes[out->count++] = stroke;
}

static void box(drawing *d, unsigned x, unsigned y, unsigned width, unsigned height,
                uint32_t ink)
{
    add(d, (report_stroke){.x = x, .y = y, .width = width, .height = height, .ink = ink});
}

/* `at`: all but the words, which are copied. */
static void text_n(drawing *d, report_stroke at, const char *words, size_t length)
{
    at.words = base_arena_copy(&d->out->kept, words, length);
    d->out->failed |= !at.words;
    if (at.words)
        add(d, at);
}

static void text(drawing *d, report_stroke at, const char *words)
{
    text_n(d, at, words, strlen(words));
}

static bool list_outcomes(drawing *d)
{
    const ear_scenario *s = d->scenario;
    const uint32_t moments = s->count[MODEL_S_MOMENTS];

    d->outcomes = malloc((moments + 1u) * sizeof *d->outcomes);
    for (int r = MODEL_STRONG; d->outcomes && r >= MODEL_WEAK; r--)
        for (uint32_t m = 0; m < moments; m++)
            if (s->moments[m].kind == MODEL_OUTCOME &&
                s->moments[m].rating == (uint32_t)r)
                d->outcomes[d->count++] = m;
    return d->outcomes != NULL;
}

/* One part of a bar, from share `from` to share `to` of all its runs. */
typedef struct part {
    uint64_t from, to, all;
    uint32_t number; /* of the outcome in the legend, from 1; 0: broke off */
    uint32_t ink;
} part;

static void draw_part(drawing *d, const part *p, unsigned y)
{
    const unsigned x = LEFT + (unsigned)(p->from * BAR / p->all);
    const unsigned end = LEFT + (unsigned)(p->to * BAR / p->all);
    const unsigned width = end - x;
    const unsigned percent = (unsigned)(((p->to - p->from) * 100 + p->all / 2) / p->all);
    char label[32];

    if (p->to == p->from)
        return;
    box(d, x, y, width > 3 ? width - 2 : 1, THICK, p->ink);
    if (width < NUMBER)
        return;
    if (width < PERCENT)
        snprintf(label, sizeof label, "%u", (unsigned)p->number);
    else
        snprintf(label, sizeof label, "%u: %u %%", (unsigned)p->number, percent);
    text(d,
         (report_stroke){.letters = REPORT_STRONG,
                         .anchor = REPORT_MIDDLE,
                         .x = x + width / 2 - 1,
                         .y = y + 20,
                         .ink = WHITE},
         p->number ? label : "stuck");
}

static void draw_player(drawing *d, const prove_tally *tally, unsigned y)
{
    part p = {.all = tally->runs};

    text(d,
         (report_stroke){.letters = REPORT_STRONG,
                         .anchor = REPORT_END,
                         .x = LEFT - 14,
                         .y = y + 20,
                         .ink = INK},
         prove_player_name(tally->player));
    for (uint32_t i = 0; tally->runs && i < d->count; i++) {
        p.from = p.to;
        p.to += tally->outcomes[d->outcomes[i]];
        p.number = i + 1;
        p.ink = inks[d->scenario->moments[d->outcomes[i]].rating];
        draw_part(d, &p, y);
    }
    if (p.to < p.all)
        draw_part(d, &(part){p.to, p.all, p.all, 0, INK2}, y);
}

/* "strong: She tells her sister about you" */
static void legend_words(drawing *d, const model_moment *outcome, unsigned y)
{
    base_bytes words = {0};

    base_bytes_print(&words, "%s: ", model_rating_terms[outcome->rating]);

    const size_t length = words.length;

    report_words(&words, d->scenario, model_words_of(d->scenario, outcome->title));
    if (words.length == length)
        base_bytes_text(&words, model_string(d->scenario, outcome->id));

    const size_t fits = report_text_fit(base_bytes_string(&words), words.length, WIDEST);

    if (fits < words.length) {
        words.length = fits;
        base_bytes_text(&words, "…");
    }
    text_n(d,
           (report_stroke){.letters = REPORT_PLAIN, .x = LEFT + 36, .y = y, .ink = INK},
           base_bytes_string(&words), words.length);
    d->out->failed |= words.failed;
    base_bytes_release(&words);
}

static void draw_legend(drawing *d, uint32_t i, unsigned y)
{
    const model_moment *outcome = &d->scenario->moments[d->outcomes[i]];
    char number[16];

    snprintf(number, sizeof number, "%u", (unsigned)i + 1);
    box(d, LEFT, y, 26, 18, inks[outcome->rating]);
    text(d,
         (report_stroke){.letters = REPORT_STRONG,
                         .anchor = REPORT_MIDDLE,
                         .x = LEFT + 13,
                         .y = y + 14,
                         .ink = WHITE},
         number);
    legend_words(d, outcome, y + 14);
}

static void head(drawing *d, const prove_tally *first)
{
    char about[128];

    d->out->title = ear_scenario_title(d->scenario);
    text(d, (report_stroke){.letters = REPORT_TITLE, .x = 24, .y = 40, .ink = INK},
         d->out->title);
    snprintf(about, sizeof about,
             "How it ends: %llu simulated runs by each player, seed %llu",
             (unsigned long long)first->runs, (unsigned long long)first->seed);
    text(d, (report_stroke){.letters = REPORT_PLAIN, .x = 24, .y = 66, .ink = INK2},
         about);
}

bool report_players_draw(report_players *out, const ear_scenario *scenario,
                         const prove_tally *const *players, unsigned count)
{
    drawing d = {.out = out, .scenario = scenario};
    const unsigned legend = TOP + count * ROW + 14;

    *out = (report_players){.width = WIDTH};
    out->failed = !list_outcomes(&d);
    out->height = legend + d.count * LEGEND + 16;
    head(&d, players[0]);
    for (unsigned p = 0; p < count; p++)
        draw_player(&d, players[p], TOP + p * ROW);
    for (uint32_t i = 0; i < d.count; i++)
        draw_legend(&d, i, legend + i * LEGEND);
    free(d.outcomes);
    if (!out->failed)
        return true;
    report_players_release(out);
    return false;
}

void report_players_release(report_players *picture)
{
    base_arena_release(&picture->kept);
    free(picture->strokes);
    *picture = (report_players){.count = 0};
}
