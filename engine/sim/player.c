#include "base/hash.h"
#include "sim/session.h"

#include <stdlib.h>

struct sim_player {
    sim_fixed before; /* where the state stood when it was marked */
    sim_play play;
};

ear_status sim_player_new(sim_player **out, const ear_scenario *scenario,
                          const ear_hooks *hooks, bool every_counter, ear_error *err)
{
    sim_player *player = calloc(1, sizeof *player);

    if (!player)
        return base_fail_memory(err);

    const ear_status status =
        sim_play_open(&player->play, scenario, hooks, every_counter, err);

    if (status != EAR_OK) {
        free(player);
        return status;
    }
    *out = player;
    return EAR_OK;
}

void sim_player_free(sim_player *player)
{
    if (!player)
        return;
    sim_play_close(&player->play);
    free(player);
}

const model_layout *sim_player_layout(const sim_player *player)
{
    return &player->play.layout;
}

void sim_player_watch(sim_player *player, const sim_watch *watch)
{
    player->play.watch = watch;
}

void sim_player_chances(sim_player *player, model_chances *chances)
{
    player->play.layout.chances = chances;
}

void sim_player_seed(sim_player *player, uint64_t seed)
{
    player->play.seed = seed;
}

static sim_play *listen(sim_player *player, model_state *state, ear_error *err)
{
    sim_play_listen(&player->play, NULL, err);
    player->play.state = state;
    return &player->play;
}

ear_status sim_player_begin(sim_player *player, model_state *state, uint32_t moment,
                            ear_error *err)
{
    const uint32_t start = player->play.scenario->info->start;

    return sim_start(listen(player, state, err), moment == MODEL_NONE ? start : moment);
}

ear_status sim_player_choose(sim_player *player, model_state *state, unsigned reply,
                             ear_error *err)
{
    return sim_reply(listen(player, state, err), reply);
}

bool sim_player_notice(sim_player *player, model_state *state)
{
    sim_play *play = listen(player, state, NULL);
    const uint32_t index = state->notice;
    const model_notice *notice =
        index == MODEL_NONE ? NULL : &play->scenario->notices[index];

    if (!notice || notice->answer == MODEL_NONE || notice->skill == MODEL_NONE)
        return false;
    state->notice = MODEL_NONE;
    sim_skill_add(play, notice->skill, 1, (sim_cause){EAR_CAUSE_STATEMENT, 0});
    return !play->failed;
}

void sim_player_mark(sim_player *player, const model_state *state)
{
    player->play.logged = true;
    player->play.log.count = 0;
    sim_fixed_take(&player->before, state);
}

void sim_player_back(sim_player *player, model_state *state)
{
    player->play.state = state;
    player->play.logged = false;
    sim_log_undo(&player->play, 0);
    sim_fixed_give(state, &player->before);
}

/* Something happens there that people see. */
static bool shows(const ear_scenario *s, uint32_t moment)
{
    const model_range all = s->moments[moment].statements;

    for (uint32_t i = all.first; i < all.first + all.count; i++)
        switch (s->statements[i].kind) {
        case MODEL_LINE:
        case MODEL_CUE:
        case MODEL_INFO:
        case MODEL_SCREEN:
        case MODEL_NOTICE:
        case MODEL_CHOICE:
            return true;
        default:
            break;
        }
    return false;
}

uint64_t sim_player_way(const sim_player *player)
{
    const sim_play *play = &player->play;
    const uint32_t end = play->entered;
    uint64_t print = 0;

    for (uint32_t i = end > SIM_RECENT ? end - SIM_RECENT : 0; i < end; i++) {
        const uint32_t moment = play->recent[i % SIM_RECENT];

        if (shows(play->scenario, moment))
            print = base_hash(&moment, sizeof moment, print);
    }
    return print;
}

sim_stuck sim_player_stuck(const sim_player *player)
{
    return player->play.stuck;
}

ear_status sim_player_kpi(sim_player *player, model_state *state, uint32_t kpi,
                          base_number *out, ear_error *err)
{
    return sim_kpi(listen(player, state, err), out, kpi);
}
