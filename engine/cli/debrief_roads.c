/* The roads that were not taken. */
#include "cli/debrief_roads.h"

#include "prove/value.h"
#include "sim/look.h"
#include "sim/mood.h"

#include <stdio.h>
#include <string.h>

#define WEAK_RATING 2 /* and below */

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
               : model_string(scenario, scenario->moments[outcome].title.text);
}

static const char *rating_of(const prove_ending *ending)
{
    static const char *const words[] = {"weak", "mixed", "strong"};

    return ending->rating < 0 ? "no ending" : words[ending->rating % 3];
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
        n = snprintf(text, sizeof text, "At best: %s (%s). Most often: %s.",
                     title_of(scenario, reply->best->outcome), rating_of(reply->best),
                     likely);
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
    cli_roads *roads = s->roads;

    roads->others =
        base_arena_alloc(&roads->arena, choice->count * sizeof *roads->others);
    for (unsigned i = 0; roads->others && i < choice->count; i++) {
        const prove_reply_value *reply = &choice->replies[i];
        const sim_option *option = option_of(turn, reply->reply);
        if (reply->reply == turn->reply || !option)
            continue;
        roads->others[roads->other_count++] = (view_debrief_other){
            .id = model_string(scenario, scenario->details[reply->reply].id),
            .said = option->words,
            .comes = comes_of(s, reply, choice->exact),
        };
    }
    roads->costly = turn->number;
    roads->sampled |= !choice->exact;
}

/* The reply of this turn was one that a novice gives. */
static bool is_weak(const sim_turn *turn, const prove_choice_value *choice)
{
    for (unsigned i = 0; i < choice->count; i++)
        if (choice->replies[i].reply == turn->reply)
            return choice->replies[i].rating <= WEAK_RATING;
    return false;
}

static void tell_road(search *s, uint32_t from)
{
    const ear_scenario *scenario = s->score->scenario;
    cli_roads *roads = s->roads;
    prove_road_on road;

    if (prove_value_road(s->value, &road, sim_session_state(s->session),
                         sim_session_layout(s->session), NULL) != EAR_OK ||
        road.count == 0)
        return;
    roads->road = base_arena_alloc(&roads->arena, (road.count + 1) * sizeof *roads->road);
    if (!roads->road)
        return;
    roads->road[0] = (float)s->score->points[from].mood.ease / SIM_MOOD_WHOLE;
    for (size_t i = 0; i < road.count; i++)
        roads->road[i + 1] =
            (float)sim_mood_of(scenario, road.steps[i].meters).ease / SIM_MOOD_WHOLE;
    roads->road_count = road.count + 1;
    roads->road_from = from;
    roads->sampled |= !road.exact;
    const sim_option *option = option_of(&s->score->turns[from], road.steps[0].reply);
    const model_detail *detail = &scenario->details[road.steps[0].reply];
    roads->instead = option ? option->words : NULL;
    if (detail->why.text.length)
        roads->why = model_string(scenario, detail->why.text);
}

/* At the choice before turn `n` (from 0): what is worth telling of it. */
static bool look_at(search *s, size_t n, uint32_t costly)
{
    const sim_turn *turn = &s->score->turns[n];
    prove_choice_value choice;

    if (prove_value_ask(s->value, &choice, sim_session_state(s->session),
                        sim_session_layout(s->session), NULL) != EAR_OK)
        return false;
    const bool weak = !s->roads->road && is_weak(turn, &choice);
    if (weak)
        tell_road(s, (uint32_t)n);
    if (turn->number == costly || (!costly && weak))
        tell_others(s, turn, &choice);
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
        const bool told = s->roads->costly && s->roads->road;
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
