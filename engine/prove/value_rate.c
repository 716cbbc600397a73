/* From novice to expert: what each reply of a choice is, beside the others. */
#include "prove/value_graph.h"

#define NO_DIFFERENCE 0.005

static double expected_rating(const prove_reply_value *reply)
{
    const double *share = reply->likely.share;

    return share[MODEL_MIXED] + 2 * share[MODEL_STRONG] - reply->likely.stuck;
}

static double expected_figure(const ear_scenario *scenario,
                              const prove_reply_value *reply)
{
    if (!scenario->count[MODEL_S_KPIS] || !reply->likely.figures)
        return 0;
    return scenario->kpis[0].lower_is_better ? -reply->likely.figures[0]
                                             : reply->likely.figures[0];
}

/* Fills in what each reply may expect; true when they differ. */
static bool expect(const ear_scenario *scenario, const prove_choice_value *choice,
                   double *expected, bool figures)
{
    double least = 0, most = 0;

    for (unsigned i = 0; i < choice->count; i++) {
        const prove_reply_value *reply = &choice->replies[i];

        expected[i] = figures ? expected_figure(scenario, reply) : expected_rating(reply);
        least = i == 0 || expected[i] < least ? expected[i] : least;
        most = i == 0 || expected[i] > most ? expected[i] : most;
    }
    if (most - least < NO_DIFFERENCE)
        return false;
    for (unsigned i = 0; i < choice->count; i++)
        expected[i] = (expected[i] - least) / (most - least);
    return true;
}

static unsigned quarter(double place)
{
    return place >= 0.75 ? 4 : place >= 0.5 ? 3 : place >= 0.25 ? 2 : 1;
}

static unsigned given(const ear_scenario *scenario, uint32_t reply)
{
    const model_reply *it = &scenario->replies[reply];

    if (it->rating)
        return it->rating;
    return it->intent == MODEL_NONE ? 0 : scenario->intents[it->intent].rating;
}

void value_rate(const ear_scenario *scenario, prove_choice_value *choice)
{
    double expected[MODEL_MAX_REPLIES];
    const bool differ = expect(scenario, choice, expected, false) ||
                        expect(scenario, choice, expected, true);

    for (unsigned i = 0; i < choice->count; i++) {
        prove_reply_value *reply = &choice->replies[i];
        const unsigned own = given(scenario, reply->reply);

        reply->rated = own > 0;
        reply->rating = differ ? quarter(expected[i]) : 3;
        if (reply->best->rating < choice->best->rating && reply->rating > 2)
            reply->rating = 2;
        if (own)
            reply->rating = own;
    }
}
