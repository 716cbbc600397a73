#include "report/run.h"
#include "report/tables.h"

void report_run_csv(base_bytes *out, const report_run *run)
{
    const sim_score *score = run->score;
    const ear_scenario *sc = score->scenario;

    report_turns_header(out);
    for (size_t i = 0; i < score->turn_count; i++) {
        const sim_turn *turn = &score->turns[i];
        const uint32_t first = sc->statements[turn->choice].item;
        const report_turn row = {
            .run = run->id,
            .learner = run->learner,
            .pack = run->pack,
            .version = run->version,
            .scenario = ear_scenario_id(sc),
            .turn = turn->number,
            .moment = model_string(sc, sc->moments[turn->moment].id),
            .choice = model_string(sc, sc->details[first].id),
            .reply = model_string(sc, sc->details[turn->reply].id),
            .said = turn->words,
            .intent = turn->intent == MODEL_NONE
                          ? NULL
                          : model_string(sc, sc->intents[turn->intent].id),
            .rating = turn->rating,
            .before = score->points[i].mood.ease,
            .after = score->points[i + 1].mood.ease,
            .offered_count = turn->option_count,
            .thinks = turn->thinks,
            .why = turn->why,
        };

        report_turns_row(out, &row);
    }
}
