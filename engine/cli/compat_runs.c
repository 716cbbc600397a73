#include "cli/compat_runs.h"

#include "base/random.h"

#include <string.h>

#define LONGEST_RUN 200u /* replies */

typedef struct walking {
    ear_session *old, *now;
    cli_compat_runs *to;
} walking;

static void stop_at(cli_compat_runs *to, const char *reply, bool state)
{
    for (size_t i = 0; i < to->stop_count; i++)
        if (strcmp(to->stops[i].reply, reply) == 0 && to->stops[i].state == state) {
            to->stops[i].runs++;
            return;
        }
    if (to->stop_count < CLI_COMPAT_STOPS)
        to->stops[to->stop_count++] =
            (cli_compat_stop){.reply = reply, .runs = 1, .state = state};
}

/* Whether the new edition follows the reply `id`, which has been given in the old one. */
static bool follows(walking *w, const char *id)
{
    ear_error err;
    size_t index;

    if (ear_session_find(w->now, id, &index, &err) != EAR_OK) {
        stop_at(w->to, id, false);
        return false;
    }
    if (ear_session_choose(w->now, index, NULL, &err) == EAR_OK &&
        ear_session_hash(w->old) == ear_session_hash(w->now))
        return true;
    stop_at(w->to, id, true);
    return false;
}

/* One run to its end. Whether it could be carried on at every reply. */
static bool walk(walking *w, uint64_t *random)
{
    ear_error err;

    if (ear_session_begin(w->old, NULL, &err) != EAR_OK)
        return true; /* nobody has such a run */
    if (ear_session_begin(w->now, NULL, &err) != EAR_OK)
        return false;
    for (unsigned turn = 0; turn < LONGEST_RUN; turn++) {
        const size_t offered = ear_session_offered(w->old);
        size_t choice;
        const char *id;

        if (offered == 0)
            return true;
        choice = base_random_below(random, (uint32_t)offered);
        id = ear_session_offered_id(w->old, choice);
        if (ear_session_choose(w->old, choice, NULL, &err) != EAR_OK)
            return true;
        if (!follows(w, id))
            return false;
    }
    return true;
}

static ear_status walk_one(cli_compat_runs *out, const cli_loaded *old,
                           const cli_loaded *now, uint64_t seed, ear_error *err)
{
    const ear_options options = {.seed = seed, .hooks = old->hooks};
    const ear_options then = {.seed = seed, .hooks = now->hooks};
    walking w = {.to = out};
    uint64_t random = base_random_seed(seed);
    ear_status status = ear_session_new(&w.old, old->scenario, &options, err);

    if (status == EAR_OK)
        status = ear_session_new(&w.now, now->scenario, &then, err);
    if (status == EAR_OK) {
        out->played++;
        out->carried += walk(&w, &random);
    }
    ear_session_free(w.old);
    ear_session_free(w.now);
    return status;
}

ear_status cli_compat_play(cli_compat_runs *out, const cli_loaded *old,
                           const cli_loaded *now, ear_error *err)
{
    ear_status status = EAR_OK;

    *out = (cli_compat_runs){.played = 0};
    for (uint64_t seed = 1; status == EAR_OK && seed <= CLI_COMPAT_RUNS; seed++)
        status = walk_one(out, old, now, seed, err);
    return status;
}
