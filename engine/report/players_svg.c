#include "report/players_svg.h"

#include "model/scenario.h"
#include "model/terms.h"
#include "report/html.h"
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

typedef struct drawing {
    base_bytes *out;
    const ear_scenario *scenario;
    uint32_t *outcomes; /* MOMENTS, the best rating first; owned */
    uint32_t count;
} drawing;

static const char *const inks[] = {"#9c3310", "#7a5200", "#0b6560"};

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

static void text(drawing *d, unsigned x, unsigned y, const char *attributes,
                 const char *words)
{
    base_bytes_print(d->out, "<text x=\"%u\" y=\"%u\"%s>", x, y, attributes);
    report_html_text(d->out, words);
    base_bytes_text(d->out, "</text>\n");
}

/* One part of a bar, from share `from` to share `to` of all its runs. */
typedef struct part {
    uint64_t from, to, all;
    uint32_t number; /* of the outcome in the legend, from 1; 0: broke off */
    const char *ink;
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
    base_bytes_print(d->out,
                     "<rect x=\"%u\" y=\"%u\" width=\"%u\" height=\"%u\" fill=\"%s\"/>\n",
                     x, y, width > 3 ? width - 2 : 1, THICK, p->ink);
    if (width < NUMBER)
        return;
    if (width < PERCENT)
        snprintf(label, sizeof label, "%u", (unsigned)p->number);
    else
        snprintf(label, sizeof label, "%u: %u %%", (unsigned)p->number, percent);
    text(d, x + width / 2 - 1, y + 20,
         " text-anchor=\"middle\" fill=\"#fff\" font-weight=\"600\"",
         p->number ? label : "stuck");
}

static void draw_player(drawing *d, const prove_tally *tally, unsigned y)
{
    part p = {.all = tally->runs};

    text(d, LEFT - 14, y + 20, " text-anchor=\"end\" font-weight=\"600\"",
         prove_player_name(tally->player));
    for (uint32_t i = 0; tally->runs && i < d->count; i++) {
        p.from = p.to;
        p.to += tally->outcomes[d->outcomes[i]];
        p.number = i + 1;
        p.ink = inks[d->scenario->moments[d->outcomes[i]].rating];
        draw_part(d, &p, y);
    }
    if (p.to < p.all)
        draw_part(d, &(part){p.to, p.all, p.all, 0, "#474e5e"}, y);
}

/* "1  strong: She tells her sister about you" */
static void draw_legend(drawing *d, uint32_t i, unsigned y)
{
    const model_moment *outcome = &d->scenario->moments[d->outcomes[i]];
    const char *rating = model_rating_terms[outcome->rating];
    base_bytes words = {0};
    size_t length, fits;

    base_bytes_print(&words, "%s: ", rating);
    length = words.length;
    report_words(&words, d->scenario, model_words_of(d->scenario, outcome->title));
    if (words.length == length)
        base_bytes_text(&words, model_string(d->scenario, outcome->id));
    fits = report_text_fit(base_bytes_string(&words), words.length, WIDEST);
    base_bytes_print(d->out,
                     "<rect x=\"%u\" y=\"%u\" width=\"26\" height=\"18\" fill=\"%s\"/>\n"
                     "<text x=\"%u\" y=\"%u\" text-anchor=\"middle\" fill=\"#fff\" "
                     "font-weight=\"600\">%u</text>\n"
                     "<text x=\"%u\" y=\"%u\">",
                     LEFT, y, inks[outcome->rating], LEFT + 13, y + 14, (unsigned)i + 1,
                     LEFT + 36, y + 14);
    report_html_text_n(d->out, base_bytes_string(&words), fits);
    base_bytes_text(d->out, fits < words.length ? "…</text>\n" : "</text>\n");
    d->out->failed |= words.failed;
    base_bytes_release(&words);
}

static void head(drawing *d, const prove_tally *first, unsigned height)
{
    char about[128];

    base_bytes_print(
        d->out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%u\" "
        "height=\"%u\" viewBox=\"0 0 %u %u\" font-family=\"Inter, 'Noto "
        "Sans', 'Open Sans', 'DejaVu Sans', sans-serif\" font-size=\"14\" "
        "fill=\"#1b2130\">\n<title>",
        WIDTH, height, WIDTH, height);
    report_html_text(d->out, ear_scenario_title(d->scenario));
    base_bytes_print(d->out,
                     ": how it ends, by player</title>\n"
                     "<rect width=\"%u\" height=\"%u\" fill=\"#fff\"/>\n",
                     WIDTH, height);
    text(d, 24, 40, " font-size=\"24\" font-weight=\"600\"",
         ear_scenario_title(d->scenario));
    snprintf(about, sizeof about,
             "How it ends: %llu simulated runs by each player, seed %llu",
             (unsigned long long)first->runs, (unsigned long long)first->seed);
    text(d, 24, 66, " fill=\"#474e5e\"", about);
}

bool report_players_svg(base_bytes *out, const ear_scenario *scenario,
                        const prove_tally *const *players, unsigned count)
{
    drawing d = {.out = out, .scenario = scenario};
    const unsigned legend = TOP + count * ROW + 14;

    if (!list_outcomes(&d))
        return false;
    head(&d, players[0], legend + d.count * LEGEND + 16);
    for (unsigned p = 0; p < count; p++)
        draw_player(&d, players[p], TOP + p * ROW);
    for (uint32_t i = 0; i < d.count; i++)
        draw_legend(&d, i, legend + i * LEGEND);
    base_bytes_text(out, "</svg>\n");
    free(d.outcomes);
    return !out->failed;
}
