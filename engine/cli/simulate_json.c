#include "cli/simulate.h"

#include "model/scenario.h"

#include <stdlib.h>
#include <string.h>

#define THOUSANDTHS 1000

static const char *const ratings[] = {"weak", "mixed", "strong"};

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
    return cli_tenths(all ? (int64_t)((part * 1000 + all / 2) / all) : 0);
}

/* `scale`: how many of what was summed make one. */
static json_t *sum_json(const char *id, const prove_sum *sum, uint64_t runs,
                        int64_t scale)
{
    cli_object o = cli_object_begin("id", id);

    if (runs > 0) {
        cli_put(&o, "mean", thousandths(sum->sum * (THOUSANDTHS / scale), runs));
        cli_put(&o, "least", cli_json_number((double)sum->least / (double)scale));
        cli_put(&o, "most", cli_json_number((double)sum->most / (double)scale));
    }
    return cli_object_take(&o);
}

static json_t *outcomes_json(cli_object *o, const ear_scenario *s, const prove_tally *t)
{
    json_t *list = json_array();

    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++) {
        if (s->moments[m].kind != MODEL_OUTCOME)
            continue;

        cli_object one = cli_object_begin("id", model_string(s, s->moments[m].id));

        cli_put_string(&one, "rating", ratings[s->moments[m].rating]);
        cli_put(&one, "runs", json_integer((json_int_t)t->outcomes[m]));
        cli_put(&one, "percent", percent(t->outcomes[m], t->runs));
        cli_append(o, list, cli_object_take(&one));
    }
    return list;
}

static json_t *ratings_json(const ear_scenario *s, const prove_tally *t)
{
    cli_object o = cli_object_begin(NULL, NULL);

    for (int r = MODEL_STRONG; r >= MODEL_WEAK; r--)
        cli_put(&o, ratings[r],
                percent(cli_simulated_rated(s, t, (model_rating)r), t->runs));
    return cli_object_take(&o);
}

static json_t *figures_json(cli_object *o, const ear_scenario *s, const prove_tally *t)
{
    json_t *list = json_array();

    for (uint32_t k = 0; k < s->count[MODEL_S_KPIS]; k++)
        cli_append(
            o, list,
            sum_json(model_string(s, s->kpis[k].id), &t->kpis[k], t->ended, THOUSANDTHS));
    return list;
}

static json_t *meters_json(cli_object *o, const ear_scenario *s, const prove_tally *t)
{
    json_t *list = json_array();

    for (uint32_t m = 0; m < s->count[MODEL_S_METERS]; m++)
        cli_append(
            o, list,
            sum_json(model_string(s, s->meters[m].id), &t->meters[m], t->ended, 1));
    return list;
}

static json_t *replies_json(cli_object *o, const ear_scenario *s, const prove_tally *t)
{
    json_t *list = json_array();

    for (uint32_t r = 0; r < s->count[MODEL_S_REPLIES]; r++) {
        cli_object one = cli_object_begin("id", model_string(s, s->details[r].id));

        cli_put(&one, "offered", json_integer((json_int_t)t->offered[r]));
        cli_put(&one, "chosen", json_integer((json_int_t)t->chosen[r]));
        cli_append(o, list, cli_object_take(&one));
    }
    return list;
}

/* Replies of which `counts` knows nothing, though `also` (if not NULL) does. */
static json_t *missing_json(cli_object *o, const ear_scenario *s, const uint64_t *counts,
                            const uint64_t *also)
{
    json_t *list = json_array();

    for (uint32_t r = 0; r < s->count[MODEL_S_REPLIES]; r++) {
        const char *id = model_string(s, s->details[r].id);

        if (counts[r] == 0 && (!also || also[r] > 0))
            cli_append(o, list, cli_json_text(id, strlen(id)));
    }
    return list;
}

static json_t *broken_json(cli_object *o, const ear_scenario *s, const prove_tally *t)
{
    json_t *list = json_array();

    for (size_t i = 0; i < t->broken_count; i++) {
        const prove_broken *b = &t->broken[i];
        cli_object one =
            cli_object_begin("moment", model_string(s, s->moments[b->moment].id));

        cli_put(&one, "runs", json_integer((json_int_t)b->runs));
        cli_put(&one, "seed", json_integer((json_int_t)prove_run_seed(t->seed, b->run)));
        cli_put_string(&one, "message", b->error.message);
        cli_put_string(&one, "file", b->error.file);
        if (b->error.line > 0)
            cli_put(&one, "line", json_integer(b->error.line));
        cli_append(o, list, cli_object_take(&one));
    }
    return list;
}

static json_t *player_json(const ear_scenario *s, const prove_tally *t)
{
    cli_object o = cli_object_begin("player", prove_player_name(t->player));

    cli_put(&o, "runs", json_integer((json_int_t)t->runs));
    cli_put(&o, "ended", json_integer((json_int_t)t->ended));
    cli_put(&o, "outcomes", outcomes_json(&o, s, t));
    cli_put(&o, "ratings", ratings_json(s, t));
    cli_put(&o, "kpis", figures_json(&o, s, t));
    cli_put(&o, "turns", sum_json(NULL, &t->turns, t->ended, 1));
    cli_put(&o, "seconds", sum_json(NULL, &t->tenths, t->ended, 10));
    cli_put(&o, "meters", meters_json(&o, s, t));
    cli_put(&o, "replies", replies_json(&o, s, t));
    cli_put(&o, "never_offered", missing_json(&o, s, t->offered, NULL));
    cli_put(&o, "never_chosen", missing_json(&o, s, t->chosen, t->offered));
    cli_put(&o, "broken", broken_json(&o, s, t));
    if (t->player == PROVE_BEST || t->player == PROVE_WORST)
        cli_put(&o, "exact", json_boolean(t->looked_ahead));
    if (t->stopped)
        cli_put(&o, "stopped", json_true());
    return cli_object_take(&o);
}

void cli_simulated_json(base_bytes *out, const cli_simulated *all)
{
    const ear_scenario *s = all->loaded->scenario;
    cli_object top = cli_object_begin(NULL, NULL);
    json_t *players = json_array();

    cli_put(&top, "format", json_integer(1));
    cli_put_string(&top, "pack", all->loaded->pack->id);
    cli_put_string(&top, "version", all->loaded->pack->version);
    cli_put_string(&top, "scenario", ear_scenario_id(s));
    cli_put(&top, "seed", json_integer((json_int_t)all->seed));
    cli_put(&top, "runs", json_integer((json_int_t)all->runs));
    for (unsigned i = 0; i < all->count; i++)
        cli_append(&top, players, player_json(s, all->players[i]));
    cli_put(&top, "players", players);
    cli_object_write(&top, out);
}
