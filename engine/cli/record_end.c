#include "cli/record_end.h"

#include "sim/look.h"

#include <stdlib.h>

void cli_acts_add(cli_acts *acts, sim_act_kind kind, const char *id, uint32_t option,
                  uint64_t hash)
{
    if (acts->count == acts->room) {
        const size_t room = acts->room ? 2 * acts->room : 32;
        sim_act *moved = realloc(acts->at, room * sizeof *moved);

        if (!moved) {
            acts->failed = true;
            return;
        }
        acts->at = moved;
        acts->room = room;
    }
    acts->at[acts->count++] =
        (sim_act){.kind = kind, .id = id, .option = option, .hash = hash};
}

void cli_acts_release(cli_acts *acts)
{
    free(acts->at);
    *acts = (cli_acts){0};
}

static int32_t outcomes_of(const ear_scenario *sc)
{
    int32_t count = 0;

    for (uint32_t i = 0; i < sc->count[MODEL_S_MOMENTS]; i++)
        count += sc->moments[i].kind == MODEL_OUTCOME;
    return count;
}

void cli_record_end(store_journal *journal, const cli_recorded *of, const cli_acts *acts)
{
    static const char *const ratings[] = {"weak", "mixed", "strong"};
    const ear_scenario *sc = of->loaded->scenario;
    const model_moment *outcome = &sc->moments[sim_session_state(of->session)->moment];
    const store_end end = {.outcome = model_string(sc, outcome->id),
                           .title = model_string(sc, outcome->title.text),
                           .rating = ratings[outcome->rating % 3],
                           .turns = ear_session_turn(of->session),
                           .tenths = ear_session_tenths(of->session),
                           .wall = cli_record_clock(),
                           .hash = ear_session_hash(of->session),
                           .outcomes = outcomes_of(sc)};

    (void)acts;
    store_journal_end(journal, &end);
}
