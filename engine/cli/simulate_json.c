#include "cli/simulate.h"

#include "model/scenario.h"
#include "model/terms.h"

#include <stdlib.h>
#include <string.h>

#define THOUSANDTHS 1000

/* A number of thousandths, rounded half away from zero. */
static json_t *thousandths(int64_t sum, uint64_t runs)
{
    const int64_t n = (int64_t)runs;
    const int64_t half = sum < 0 ? -n / 2 : n / 2;

    const int64_t rounded = (sum + half) / n;

    return cli_json_number((double)rounded / THOUSANDTHS);
}

static json_t *percent(uint64_t part, uint64_t all)
{
    return cli_json_tenths(all ? (int64_t)((part * 1000 + all / 2) / all) : 0);
}

/* `scale`: how many of what was summed make one. */
static json_t *sum_json(const char *id, const prove_sum *sum, uint64_t runs,
                        int64_t scale)
{
    base_json o = base_json_begin_with("id", id);

    if (runs > 0) {
        base_json_put(&o, "mean", thousandths(sum->sum * (THOUSANDTHS / scale), runs));
        base_json_put(&o, "least", cli_json_number((double)sum->least / (double)scale));
        base_json_put(&o, "most", cli_json_number((double)sum->most / (double)scale));
    }
    return base_json_take(&o);
}

static json_t *outcomes_json(base_json *o, const ear_scenario *s, const prove_tally *t)
{
    json_t *list = json_array();

    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++) {
        if (s->moments[m].kind != MODEL_OUTCOME)
            continue;

        base_json one = base_json_begin_with("id", model_string(s, s->moments[m].id));

        base_json_put_text(&one, "rating", model_rating_terms[s->moments[m].rating]);
        base_json_put(&one, "runs", json_integer((json_int_t)t->outcomes[m]));
        base_json_put(&one, "percent", percent(t->outcomes[m], t->runs));
        base_json_append(o, list, base_json_take(&one));
    }
    return list;
}

static json_t *ratings_json(const ear_scenario *s, const prove_tally *t)
{
    base_json o = base_json_begin();

    for (int r = MODEL_STRONG; r >= MODEL_WEAK; r--)
        base_json_put(&o, model_rating_terms[r],
                      percent(cli_simulated_rated(s, t, (model_rating)r), t->runs));
    return base_json_take(&o);
}

static json_t *figures_json(base_json *o, const ear_scenario *s, const prove_tally *t)
{
    json_t *list = json_array();

    for (uint32_t k = 0; k < s->count[MODEL_S_KPIS]; k++)
        base_json_append(
            o, list,
            sum_json(model_string(s, s->kpis[k].id), &t->kpis[k], t->ended, THOUSANDTHS));
    return list;
}

static json_t *meters_json(base_json *o, const ear_scenario *s, const prove_tally *t)
{
    json_t *list = json_array();

    for (uint32_t m = 0; m < s->count[MODEL_S_METERS]; m++)
        base_json_append(
            o, list,
            sum_json(model_string(s, s->meters[m].id), &t->meters[m], t->ended, 1));
    return list;
}

static json_t *replies_json(base_json *o, const ear_scenario *s, const prove_tally *t)
{
    json_t *list = json_array();

    for (uint32_t r = 0; r < s->count[MODEL_S_REPLIES]; r++) {
        base_json one = base_json_begin_with("id", model_string(s, s->details[r].id));

        base_json_put(&one, "offered", json_integer((json_int_t)t->offered[r]));
        base_json_put(&one, "chosen", json_integer((json_int_t)t->chosen[r]));
        base_json_append(o, list, base_json_take(&one));
    }
    return list;
}

/* Replies of which `counts` knows nothing, though `also` (if not NULL) does. */
static json_t *missing_json(base_json *o, const ear_scenario *s, const uint64_t *counts,
                            const uint64_t *also)
{
    json_t *list = json_array();

    for (uint32_t r = 0; r < s->count[MODEL_S_REPLIES]; r++) {
        const char *id = model_string(s, s->details[r].id);

        if (counts[r] == 0 && (!also || also[r] > 0))
            base_json_append(o, list, base_json_text(id, strlen(id)));
    }
    return list;
}

static json_t *broken_json(base_json *o, const ear_scenario *s, const prove_tally *t)
{
    json_t *list = json_array();

    for (size_t i = 0; i < t->broken_count; i++) {
        const prove_broken *b = &t->broken[i];
        base_json one =
            base_json_begin_with("moment", model_string(s, s->moments[b->moment].id));

        base_json_put(&one, "runs", json_integer((json_int_t)b->runs));
        base_json_put(&one, "seed",
                      json_integer((json_int_t)prove_run_seed(t->seed, b->run)));
        base_json_put_text(&one, "message", b->error.message);
        base_json_put_text(&one, "file", b->error.file);
        if (b->error.line > 0)
            base_json_put(&one, "line", json_integer(b->error.line));
        base_json_append(o, list, base_json_take(&one));
    }
    return list;
}

static json_t *player_json(const ear_scenario *s, const prove_tally *t)
{
    base_json o = base_json_begin_with("player", prove_player_name(t->player));

    base_json_put(&o, "runs", json_integer((json_int_t)t->runs));
    base_json_put(&o, "ended", json_integer((json_int_t)t->ended));
    base_json_put(&o, "outcomes", outcomes_json(&o, s, t));
    base_json_put(&o, "ratings", ratings_json(s, t));
    base_json_put(&o, "kpis", figures_json(&o, s, t));
    base_json_put(&o, "turns", sum_json(NULL, &t->turns, t->ended, 1));
    base_json_put(&o, "seconds", sum_json(NULL, &t->tenths, t->ended, 10));
    base_json_put(&o, "meters", meters_json(&o, s, t));
    base_json_put(&o, "replies", replies_json(&o, s, t));
    base_json_put(&o, "never_offered", missing_json(&o, s, t->offered, NULL));
    base_json_put(&o, "never_chosen", missing_json(&o, s, t->chosen, t->offered));
    base_json_put(&o, "broken", broken_json(&o, s, t));
    if (t->player == PROVE_BEST || t->player == PROVE_WORST)
        base_json_put(&o, "exact", json_boolean(t->looked_ahead));
    if (t->stopped)
        base_json_put(&o, "stopped", json_true());
    return base_json_take(&o);
}

void cli_simulated_json(base_bytes *out, const cli_simulated *all)
{
    const ear_scenario *s = all->loaded->scenario;
    base_json top = base_json_begin();
    json_t *players = json_array();

    base_json_put(&top, "format", json_integer(1));
    base_json_put_text(&top, "pack", all->loaded->pack->id);
    base_json_put_text(&top, "version", all->loaded->pack->version);
    base_json_put_text(&top, "scenario", ear_scenario_id(s));
    base_json_put(&top, "seed", json_integer((json_int_t)all->seed));
    base_json_put(&top, "runs", json_integer((json_int_t)all->runs));
    for (unsigned i = 0; i < all->count; i++)
        base_json_append(&top, players, player_json(s, all->players[i]));
    base_json_put(&top, "players", players);
    cli_json_line(&top, out);
}
