/* The roads that were not taken. */
#include "cli/roads.h"

#include "model/terms.h"
#include "prove/value.h"
#include "sim/look.h"
#include "sim/mood.h"

#include <stdio.h>
#include <string.h>

typedef struct search {
    cli_roads *roads;
    const sim_score *score;
    prove_value *value;
    ear_session *session;
} search;

static const char *title_of(const ear_scenario *scenario, uint32_t outcome)
{
    return outcome == MODEL_NONE
               ? "it goes on without an end"
               : model_string(
                     scenario,
                     model_words_of(scenario, scenario->moments[outcome].title)->text);
}

static const char *rating_of(const prove_ending *ending)
{
    return ending->rating < 0 ? "no ending" : model_rating_terms[ending->rating];
}

/* What ends a sentence that ends with these words. */
static const char *stop_after(const char *words)
{
    const size_t length = strlen(words);

    return length && strchr(".!?", words[length - 1]) ? "" : ".";
}

/* What would have come of a reply, in a sentence. */
static const char *comes_of(search *s, const prove_reply_value *reply, bool exact)
{
    const ear_scenario *scenario = s->score->scenario;
    const char *likely = title_of(scenario, reply->likely.outcome);
    char text[700];
    int n;

    if (exact && reply->best->outcome == reply->worst->outcome)
        n = snprintf(text, sizeof text, "It would always have ended so: %s (%s).",
                     title_of(scenario, reply->best->outcome), rating_of(reply->best));
    else if (reply->best->outcome == reply->likely.outcome)
        n = snprintf(text, sizeof text, "At best, and most often: %s (%s).",
                     title_of(scenario, reply->best->outcome), rating_of(reply->best));
    else
        n = snprintf(text, sizeof text, "At best: %s (%s). Most often: %s%s",
                     title_of(scenario, reply->best->outcome), rating_of(reply->best),
                     likely, stop_after(likely));
    if (reply->best->rating == MODEL_STRONG && n > 0 && (size_t)n < sizeof text &&
        reply->worst->rating != MODEL_STRONG)
        n += snprintf(text + n, sizeof text - (size_t)n,
                      " %.0f of 100 newcomers end strong.",
                      100 * reply->likely.share[MODEL_STRONG]);
    if (!exact && n > 0 && (size_t)n < sizeof text)
        snprintf(text + n, sizeof text - (size_t)n, " Found by trying.");
    return base_arena_copy(&s->roads->arena, text, strlen(text));
}

static const sim_option *option_of(const sim_turn *turn, uint32_t reply)
{
    for (size_t i = 0; i < turn->option_count; i++)
        if (turn->options[i].reply == reply)
            return &turn->options[i];
    return NULL;
}

static void tell_others(search *s, const sim_turn *turn, const prove_choice_value *choice)
{
    const ear_scenario *scenario = s->score->scenario;
    report_what_if *what_if = &s->roads->what_if;
    report_other *others =
        base_arena_alloc(&s->roads->arena, choice->count * sizeof *others);

    for (unsigned i = 0; others && i < choice->count; i++) {
        const prove_reply_value *reply = &choice->replies[i];
        const sim_option *option = option_of(turn, reply->reply);
        if (reply->reply == turn->reply || !option)
            continue;
        others[what_if->count++] = (report_other){
            .id = model_string(scenario, scenario->details[reply->reply].id),
            .words = option->words,
            .hold = scenario->replies[reply->reply].hold != 0,
            .comes = comes_of(s, reply, choice->exact),
        };
    }
    what_if->others = others;
    what_if->turn = turn->number;
    s->roads->sampled |= !choice->exact;
}

static const prove_reply_value *value_of(const prove_choice_value *choice, uint32_t reply)
{
    for (unsigned i = 0; i < choice->count; i++)
        if (choice->replies[i].reply == reply)
            return &choice->replies[i];
    return NULL;
}

static int32_t ease_at(const search *s, const int32_t *meters)
{
    return sim_mood_of(s->score->scenario, meters).ease;
}

/* Turn `n` (from 0) cost something that the road would not have cost. */
static bool worth_telling(const search *s, size_t n, const prove_choice_value *choice,
                          const prove_road_on *road)
{
    const sim_turn *turn = &s->score->turns[n];
    const prove_reply_value *given = value_of(choice, turn->reply);

    if (!given || road->steps[0].reply == turn->reply)
        return false;
    if (given->best->rating < choice->best->rating)
        return true;
    return s->score->points[n + 1].change < 0 &&
           ease_at(s, road->steps[0].meters) >= s->score->points[n].mood.ease;
}

static void tell_road(search *s, const sim_turn *turn, const prove_road_on *road)
{
    const ear_scenario *scenario = s->score->scenario;
    const uint32_t reply = road->steps[0].reply;
    const sim_option *option = option_of(turn, reply);
    int32_t *ease = base_arena_alloc(&s->roads->arena, road->count * sizeof *ease);

    if (!ease || !option)
        return;
    for (size_t i = 0; i < road->count; i++)
        ease[i] = ease_at(s, road->steps[i].meters);
    s->roads->road = (report_road){
        .turn = turn->number,
        .words = option->words,
        .why = model_string(scenario,
                            model_words_of(scenario, scenario->details[reply].why)->text),
        .hold = scenario->replies[reply].hold != 0,
        .end = title_of(scenario, road->end->outcome),
        .rating = (uint32_t)road->end->rating,
        .ease = ease,
        .count = road->count,
        .exact = road->exact};
    s->roads->sampled |= !road->exact;
}

/* At the choice before turn `n` (from 0): what is worth telling of it. */
static bool look_at(search *s, size_t n, uint32_t costly)
{
    const sim_turn *turn = &s->score->turns[n];
    const model_state *state = sim_session_state(s->session);
    const model_layout *layout = sim_session_layout(s->session);
    prove_choice_value choice;
    prove_road_on road;

    if (prove_value_ask(s->value, &choice, state, layout, NULL) != EAR_OK)
        return false;
    if (turn->number == costly)
        tell_others(s, turn, &choice);
    if (s->roads->road.count == 0 &&
        prove_value_road(s->value, &road, state, layout, NULL) == EAR_OK &&
        road.count > 0 && road.end->outcome != MODEL_NONE &&
        worth_telling(s, n, &choice, &road))
        tell_road(s, turn, &road);
    return true;
}

/* The acts that stand: what was taken back is left out. Returns how many. */
static size_t standing(const sim_act **out, const sim_record *record)
{
    size_t count = 0;

    for (size_t i = 0; i < record->count; i++) {
        if (record->acts[i].kind != SIM_ACT_BACK) {
            out[count++] = &record->acts[i];
            continue;
        }
        while (count > 0 && out[count - 1]->kind != SIM_ACT_REPLY)
            count--;
        count -= count > 0;
    }
    return count;
}

static bool act(search *s, const sim_act *it)
{
    size_t index;

    if (it->kind == SIM_ACT_NOTICE)
        return ear_session_notice(s->session, it->option, NULL, NULL) == EAR_OK;
    return sim_session_find_id(s->session, it->id, &index) &&
           ear_session_choose(s->session, index, NULL, NULL) == EAR_OK;
}

static void look_along(search *s, const sim_record *record)
{
    const uint32_t costly = s->score->costly;
    const sim_act **acts =
        base_arena_alloc(&s->roads->arena, (record->count + 1) * sizeof *acts);
    const size_t count = acts ? standing(acts, record) : 0;
    size_t turn = 0;

    for (size_t i = 0; i < count && turn < s->score->turn_count; i++) {
        const bool told = (!costly || s->roads->what_if.turn) && s->roads->road.count > 0;
        const bool reply = acts[i]->kind == SIM_ACT_REPLY;
        if (told || (reply && !look_at(s, turn, costly)) || !act(s, acts[i]))
            return;
        turn += reply;
    }
}

void cli_roads_find(cli_roads *roads, const sim_record *record, const sim_score *score,
                    const prove_work *work)
{
    search s = {.roads = roads, .score = score};
    void *helper = NULL;
    ear_options options = {
        .seed = record->seed, .from = record->from, .set = record->set};

    if (prove_helper_open(work, record->scenario, &options.hooks, &helper, NULL) !=
        EAR_OK)
        return;
    if (prove_value_new(&s.value, record->scenario, work, record->seed, NULL) == EAR_OK &&
        ear_session_new(&s.session, record->scenario, &options, NULL) == EAR_OK &&
        ear_session_begin(s.session, NULL, NULL) == EAR_OK)
        look_along(&s, record);
    ear_session_free(s.session);
    prove_value_free(s.value);
    prove_helper_close(work, helper);
}

void cli_roads_release(cli_roads *roads)
{
    base_arena_release(&roads->arena);
}

/* --- what to try next --------------------------------------------------------------- */

size_t cli_tries_of(cli_tries *out, const cli_roads *roads, const sim_score *score)
{
    const char *habits[SIM_ADVICE_MOST] = {NULL};
    const size_t count = sim_advice(habits, score);
    size_t n = 0;

    *out = (cli_tries){{NULL}, ""};
    if (roads && roads->road.count > 0) {
        snprintf(out->instead, sizeof out->instead, "At %u: \u201C%s\u201D%s%s",
                 (unsigned)roads->road.turn, roads->road.words,
                 *roads->road.why ? " " : "", roads->road.why);
        out->at[n++] = out->instead;
    }
    for (size_t i = 0; i < count && n < SIM_ADVICE_MOST; i++)
        out->at[n++] = habits[i];
    return n;
}
