/* What is to be said about a run as a whole, once it has been played again. */
#include "sim/score_internal.h"

#include <string.h>

/* --- lists -------------------------------------------------------------------------- */

static const sim_said_rule *rules_of(score_maker *maker, const score_stretch *stretch)
{
    sim_said_rule *rules = score_alloc(maker, stretch->rule_count, sizeof *rules);
    size_t n = stretch->rule_count;

    for (const listed_rule *rule = stretch->rules; rules && rule; rule = rule->next)
        rules[--n] = rule->it;
    return rules;
}

static void make_turns(score_maker *maker)
{
    sim_score *score = &maker->score;
    sim_turn *turns = score_alloc(maker, maker->now, sizeof *turns);
    sim_point *points = score_alloc(maker, maker->now + 1, sizeof *points);

    if (maker->failed)
        return;
    for (size_t i = 0; i <= maker->now; i++) {
        const score_stretch *stretch = &maker->stretches[i];

        points[i] = stretch->point;
        if (i == 0)
            continue;
        turns[i - 1] = stretch->turn;
        turns[i - 1].rules = rules_of(maker, stretch);
        turns[i - 1].rule_count = stretch->rule_count;
        score->cue_count += stretch->cue_count;
        score->notice_count += stretch->notice_count;
    }
    score->cue_count += maker->stretches[0].cue_count;
    score->notice_count += maker->stretches[0].notice_count;
    score->points = points;
    score->turns = turns;
    score->turn_count = maker->now;
}

static void make_unsaid(score_maker *maker)
{
    sim_unsaid *unsaid = score_alloc(maker, maker->score.unsaid_count, sizeof *unsaid);
    size_t n = maker->score.unsaid_count;

    for (const listed_unsaid *it = maker->unsaid; unsaid && it; it = it->next)
        unsaid[--n] = it->it;
    maker->score.unsaid = unsaid;
}

static void make_end(score_maker *maker)
{
    const score_stretch *last = &maker->stretches[maker->now];
    const char **texts = score_alloc(maker, last->debrief_count, sizeof *texts);
    size_t n = last->debrief_count;

    for (const listed_text *it = last->debrief; texts && it; it = it->next)
        texts[--n] = it->it;
    maker->score.debrief = texts;
    maker->score.debrief_count = last->debrief_count;
    maker->score.title = last->title;
    maker->score.figures = last->figures;
    maker->score.figure_count = last->figure_count;
}

/* --- signs -------------------------------------------------------------------------- */

static bool answers(const ear_scenario *sc, const model_cue *cue, uint32_t reply)
{
    const uint32_t intent = sc->replies[reply].intent;

    for (uint32_t i = 0; intent != MODEL_NONE && i < cue->answered_by.count; i++)
        if (sc->indexes[cue->answered_by.first + i] == intent)
            return true;
    return false;
}

static sim_caught caught(const score_maker *maker, const sim_cue *cue)
{
    const ear_scenario *sc = maker->score.scenario;
    const model_cue *model = &sc->cues[cue->cue];

    if (cue->point >= maker->score.turn_count)
        return SIM_CUE_OPEN;

    const sim_turn *next = &maker->score.turns[cue->point];

    if (answers(sc, model, next->reply))
        return SIM_CUE_CAUGHT;
    for (size_t i = 0; i < next->option_count; i++)
        if (answers(sc, model, next->options[i].reply))
            return SIM_CUE_MISSED;
    return SIM_CUE_OPEN;
}

static void judge_cues(score_maker *maker)
{
    sim_cue *cues = score_alloc(maker, maker->score.cue_count, sizeof *cues);
    size_t n = maker->score.cue_count;

    for (size_t i = maker->now + 1; cues && i-- > 0;)
        for (const listed_cue *it = maker->stretches[i].cues; it; it = it->next) {
            cues[--n] = it->it;
            cues[n].caught = caught(maker, &cues[n]);
        }
    maker->score.cues = cues;
}

static void judge_notices(score_maker *maker)
{
    sim_noticed *notices = score_alloc(maker, maker->score.notice_count, sizeof *notices);
    size_t n = maker->score.notice_count;

    for (size_t i = maker->now + 1; notices && i-- > 0;)
        for (const listed_notice *it = maker->stretches[i].notices; it; it = it->next)
            notices[--n] = it->it;
    maker->score.notices = notices;
}

/* --- skills ------------------------------------------------------------------------- */

static sim_skilled skill_of(const sim_score *score, uint32_t skill)
{
    sim_skilled it = {0};
    int32_t most = 0, least = 0;

    for (size_t i = 0; i < score->turn_count; i++) {
        const sim_turn *turn = &score->turns[i];
        const int32_t earned = turn->earned[skill];
        const int32_t left = turn->possible[skill] - earned;

        it.earned += earned;
        it.possible += turn->possible[skill];
        if (earned > most)
            most = earned, it.best = turn->number;
        if (left > least)
            least = left, it.missed = turn->number;
    }
    for (size_t i = 0; i < score->notice_count; i++) {
        const sim_noticed *notice = &score->notices[i];

        if (!notice->judged || score->scenario->notices[notice->notice].skill != skill)
            continue;
        it.earned += notice->right;
        it.possible++;
    }
    return it;
}

int32_t sim_points_told(int32_t points)
{
    return points > 0 ? points : 0;
}

static void judge_skills(score_maker *maker)
{
    const uint32_t count = maker->score.scenario->count[MODEL_S_SKILLS];
    sim_skilled *skills = score_alloc(maker, count, sizeof *skills);

    for (uint32_t s = 0; skills && s < count; s++)
        skills[s] = skill_of(&maker->score, s);
    maker->score.skills = skills;
}

/* --- the framework ------------------------------------------------------------------ */

static bool counts_for(const ear_scenario *sc, uint32_t step, uint32_t intent)
{
    const model_range intents = sc->steps[step].intents;

    for (uint32_t i = 0; i < intents.count; i++)
        if (sc->indexes[intents.first + i] == intent)
            return true;
    return false;
}

/* The first step that the intent counts for and that was not taken yet, else the last it
 * counts for. */
static uint32_t step_of(const ear_scenario *sc, const uint32_t *taken, uint32_t intent)
{
    uint32_t last = MODEL_NONE;

    for (uint32_t i = 0; i < sc->info->framework.count; i++) {
        if (!counts_for(sc, sc->info->framework.first + i, intent))
            continue;
        last = i;
        if (taken[i] == 0)
            break;
    }
    return last;
}

static void judge_steps(score_maker *maker)
{
    const ear_scenario *sc = maker->score.scenario;
    uint32_t *taken = score_alloc(maker, sc->info->framework.count, sizeof *taken);

    for (size_t i = 1; taken && i <= maker->now; i++) {
        sim_turn *turn = &maker->stretches[i].turn;

        turn->step = step_of(sc, taken, turn->intent);
        if (turn->step != MODEL_NONE && taken[turn->step] == 0)
            taken[turn->step] = turn->number;
    }
    maker->score.steps = taken;
}

/* --- the curve ---------------------------------------------------------------------- */

static size_t lowest_point(const sim_score *score)
{
    size_t lowest = 0;

    for (size_t i = 1; i <= score->turn_count; i++)
        if (score->points[i].mood.ease < score->points[lowest].mood.ease)
            lowest = i;
    return lowest;
}

static void judge_turning(sim_score *score)
{
    int32_t rise = 0, fall = 0;

    for (size_t i = lowest_point(score) + 1; i <= score->turn_count; i++)
        if (score->points[i].change > rise)
            rise = score->points[i].change, score->turned = (uint32_t)i;
    for (size_t i = 1; i <= score->turn_count; i++)
        if (score->points[i].change < fall)
            fall = score->points[i].change, score->costly = (uint32_t)i;
    if (score->turned == 0 && score->costly != 0) {
        score->turned = score->costly;
        score->slipped = true;
    }
}

/* The turn of the least change that is neither of two; 0: there is none. */
static uint32_t weakest_but(const sim_score *score, uint32_t one, uint32_t other)
{
    uint32_t weakest = 0;

    for (uint32_t i = 1; i <= score->turn_count; i++)
        if (i != one && i != other &&
            (weakest == 0 || score->points[i].change < score->points[weakest].change))
            weakest = i;
    return weakest;
}

static void judge_weakest(sim_score *score)
{
    const uint32_t first = weakest_but(score, score->turned, 0);
    const uint32_t second = first ? weakest_but(score, score->turned, first) : 0;
    const bool swap = second != 0 && second < first;

    score->weakest[0] = swap ? second : first;
    score->weakest[1] = swap ? first : second;
}

static int32_t heard_tenths(const sim_score *score)
{
    const ear_scenario *sc = score->scenario;
    const sim_point *end = &score->points[score->turn_count];
    const uint32_t meter = model_find_meter(sc, "heard", strlen("heard"));
    const int64_t share = meter == MODEL_NONE
                              ? end->mood.engagement
                              : sim_mood_share(&sc->meters[meter], end->meters[meter]);

    return (int32_t)(10 + (60 * share + SIM_MOOD_WHOLE / 2) / SIM_MOOD_WHOLE);
}

void score_judge(score_maker *maker)
{
    judge_steps(maker);
    make_turns(maker);
    make_unsaid(maker);
    make_end(maker);
    judge_notices(maker);
    if (maker->failed)
        return;
    judge_cues(maker);
    judge_skills(maker);
    judge_turning(&maker->score);
    judge_weakest(&maker->score);
    maker->score.heard = heard_tenths(&maker->score);
}
