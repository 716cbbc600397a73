/* What is known of a scenario, as JSON. */
#include "cli/check.h"
#include "model/terms.h"

#include <stdlib.h>

#define MOST_LISTED 20000u /* replies of a scenario whose facts are listed one by one */

check_facts check_facts_begin(void)
{
    return (check_facts){.proved = true,
                         .outcomes = json_array(),
                         .roads = json_array(),
                         .meters = json_array(),
                         .bounds = json_array(),
                         .effects = json_array(),
                         .unproved = json_array()};
}

void check_facts_release(check_facts *facts)
{
    json_decref(facts->outcomes);
    json_decref(facts->roads);
    json_decref(facts->meters);
    json_decref(facts->bounds);
    json_decref(facts->effects);
    json_decref(facts->unproved);
}

static base_json begin(const char *key, const char *value, const ear_scenario *s,
                       bool several)
{
    base_json o = base_json_begin_with(key, value);

    if (several)
        base_json_put_text(&o, "scenario", ear_scenario_id(s));
    return o;
}

static const char *moment_id(const ear_scenario *s, uint32_t moment)
{
    return model_string(s, s->moments[moment].id);
}

/* What is not known is left out. */
static json_t *outcome_json(const ear_scenario *s, uint32_t outcome,
                            const prove_search *search, bool several)
{
    base_json o = begin("id", moment_id(s, outcome), s, several);
    const bool reached = search && prove_search_reached(search, outcome);
    const bool certain = reached || (search && !prove_search_possible(search, outcome));
    const long shortest = reached ? prove_search_shortest(search, outcome) : -1;

    if (certain)
        base_json_put(&o, "reachable", json_boolean(reached));
    if (shortest >= 0)
        base_json_put(&o, "shortest", json_integer(shortest));
    return base_json_take(&o);
}

static json_t *road_json(const ear_scenario *s, uint32_t outcome,
                         const prove_search *search, bool several)
{
    base_json o = begin("outcome", moment_id(s, outcome), s, several);
    json_t *replies = json_array();
    prove_road road = {0};

    if (!prove_search_road(search, outcome, &road))
        o.failed = true;
    for (uint32_t i = 0; i < road.count; i++)
        base_json_append(&o, replies,
                         json_string(model_string(s, s->details[road.replies[i]].id)));
    free(road.replies);
    base_json_put(&o, "replies", replies);
    if (road.notices)
        base_json_put(&o, "notices", json_true());
    if (road.luck)
        base_json_put(&o, "luck", json_true());
    if (road.seed)
        base_json_put(&o, "seed", json_integer((json_int_t)road.seed));
    return base_json_take(&o);
}

static void add_outcomes(check_facts *facts, const ear_scenario *s,
                         const prove_search *search, bool several)
{
    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++) {
        if (s->moments[m].kind != MODEL_OUTCOME)
            continue;
        base_json_append(&facts->failed, facts->outcomes,
                         outcome_json(s, m, search, several));
        if (search && prove_search_shortest(search, m) >= 0)
            base_json_append(&facts->failed, facts->roads,
                             road_json(s, m, search, several));
    }
}

/* What meters come to: prove_search_range(), or prove_search_bounds(). */
typedef bool range_of(const prove_search *search, uint32_t moment, uint32_t meter,
                      int32_t *low, int32_t *high);

static json_t *range_json(const ear_scenario *s, uint32_t moment,
                          const prove_search *search, range_of *range, bool several)
{
    base_json o = begin("moment", moment_id(s, moment), s, several);
    bool some = false;

    for (uint32_t m = 0; m < s->count[MODEL_S_METERS]; m++) {
        int32_t low, high;

        if (!range(search, moment, m, &low, &high))
            continue;
        some = true;
        base_json_put(&o, model_string(s, s->meters[m].id),
                      json_pack("{s:i, s:i}", "least", low, "most", high));
    }
    if (some)
        return base_json_take(&o);
    json_decref(o.json);
    return NULL;
}

static void add_meters(check_facts *facts, json_t *list, const ear_scenario *s,
                       const prove_search *search, range_of *range, bool several)
{
    for (uint32_t m = 0; m < s->count[MODEL_S_MOMENTS]; m++) {
        json_t *json = range_json(s, m, search, range, several);

        if (json)
            base_json_append(&facts->failed, list, json);
    }
}

static const char *rating_name(int rating)
{
    return rating < 0 ? "none" : model_rating_terms[rating];
}

static void add_effects(check_facts *facts, const ear_scenario *s,
                        const prove_search *search, bool several)
{
    for (uint32_t r = 0; r < s->count[MODEL_S_REPLIES]; r++) {
        prove_effect effect;
        base_json o;

        if (!prove_search_effect(search, r, &effect))
            continue;
        o = begin("id", model_string(s, s->details[r].id), s, several);
        base_json_put(&o, "states", json_integer((json_int_t)effect.offered));
        base_json_put(&o, "lowers", json_integer((json_int_t)effect.lowers));
        base_json_put_text(&o, "best", rating_name(effect.best));
        base_json_put_text(&o, "least", rating_name(effect.worst));
        base_json_put(&o, "worth", cli_json_tenths((int64_t)(effect.worth * 1000 + 0.5)));
        base_json_append(&facts->failed, facts->effects, base_json_take(&o));
    }
}

static void add_looks(check_facts *facts, const prove_search *search)
{
    prove_looks looks;

    if (!search || !prove_search_looks(search, &looks))
        return;
    facts->looks.choices += looks.choices;
    facts->looks.longest += looks.longest;
    facts->looks.first += looks.first;
}

static json_t *looks_json(const prove_looks *looks)
{
    base_json o = base_json_begin();

    base_json_put(&o, "choices", json_integer(looks->choices));
    base_json_put(&o, "longest", json_integer(looks->longest));
    base_json_put(&o, "first", json_integer(looks->first));
    return base_json_take(&o);
}

void check_facts_add(check_facts *facts, const ear_scenario *scenario,
                     const check_proof *proof, bool several)
{
    const prove_search *search = proof->search;
    const bool proved = search && prove_search_proved(search);

    facts->scenarios++;
    facts->replies += scenario->count[MODEL_S_REPLIES];
    for (uint32_t m = 0; m < scenario->count[MODEL_S_MOMENTS]; m++)
        facts->moments += scenario->moments[m].kind == MODEL_MOMENT;
    add_outcomes(facts, scenario, search, several);
    facts->states += search ? prove_search_states(search) : 0;
    facts->proved &= proved;
    add_looks(facts, search);
    if (search && !proved)
        base_json_append(&facts->failed, facts->unproved,
                         json_string(check_why(prove_search_why(search))));
    if (!search || scenario->count[MODEL_S_REPLIES] > MOST_LISTED)
        return;
    if (!proved) {
        add_meters(facts, facts->bounds, scenario, search, prove_search_bounds, several);
        return;
    }
    add_meters(facts, facts->meters, scenario, proof->ranges ? proof->ranges : search,
               prove_search_range, several);
    add_effects(facts, scenario, search, several);
}

json_t *check_facts_json(check_facts *facts)
{
    base_json o = base_json_begin();

    o.failed = facts->failed.failed;
    if (facts->scenarios == 0)
        return base_json_take(&o);
    base_json_put(&o, "moments", json_integer((json_int_t)facts->moments));
    base_json_put(&o, "replies", json_integer((json_int_t)facts->replies));
    base_json_put(&o, "outcomes", json_incref(facts->outcomes));
    base_json_put(&o, "states", json_integer((json_int_t)facts->states));
    base_json_put(&o, "proved", json_boolean(facts->proved));
    if (json_array_size(facts->unproved) > 0)
        base_json_put(&o, "not_proved", json_incref(facts->unproved));
    if (facts->looks.choices > 0)
        base_json_put(&o, "looks", looks_json(&facts->looks));
    base_json_put(&o, "roads", json_incref(facts->roads));
    base_json_put(&o, "meters", json_incref(facts->meters));
    if (json_array_size(facts->bounds) > 0)
        base_json_put(&o, "bounds", json_incref(facts->bounds));
    base_json_put(&o, "effects", json_incref(facts->effects));
    return base_json_take(&o);
}
