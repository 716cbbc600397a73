#include "cli/report_json.h"

#include "cli/json.h"
#include "model/terms.h"
#include "sim/advice.h"

#include <string.h>

/* Millionths as percent with one decimal: where the curve stands. */
static json_t *percent(int32_t millionths)
{
    return cli_json_tenths((millionths + (millionths < 0 ? -500 : 500)) / 1000);
}

static void put_number(base_json *o, const char *key, int64_t value)
{
    base_json_put(o, key, json_integer(value));
}

static void put_truth(base_json *o, const char *key, bool value)
{
    base_json_put(o, key, json_boolean(value));
}

/* Appends what `one` makes of each of `count`. */
typedef json_t *maker(const sim_score *score, size_t index);

static void put_list(base_json *o, const char *key, const sim_score *score, size_t count,
                     maker *one)
{
    json_t *list = json_array();

    for (size_t i = 0; list && i < count; i++)
        base_json_append(o, list, one(score, i));
    base_json_put(o, key, list);
}

static json_t *point(const sim_score *score, size_t index)
{
    const ear_scenario *sc = score->scenario;
    const sim_point *it = &score->points[index];
    base_json o = base_json_begin();
    base_json meters = base_json_begin();

    base_json_put(&o, "mood", percent(it->mood.ease));
    base_json_put(&o, "change", percent(it->change));
    base_json_put_text(&o, "tone", it->tone);
    for (uint32_t i = 0; i < sc->count[MODEL_S_METERS]; i++)
        put_number(&meters, model_string(sc, sc->meters[i].id), it->meters[i]);
    base_json_put(&o, "meters", base_json_take(&meters));
    return base_json_take(&o);
}

static json_t *rule(const ear_scenario *sc, const sim_said_rule *it)
{
    base_json o =
        base_json_begin_with("name", model_string(sc, sc->rules[it->rule].name));

    base_json_put_text(&o, "thinks", it->thinks);
    base_json_put_text(&o, "why", it->why);
    return base_json_take(&o);
}

static void put_turn_lists(base_json *o, const sim_score *score, const sim_turn *it)
{
    const ear_scenario *sc = score->scenario;
    json_t *rules = json_array(), *offered = json_array();
    base_json earned = base_json_begin();

    for (size_t i = 0; rules && i < it->rule_count; i++)
        base_json_append(o, rules, rule(sc, &it->rules[i]));
    for (size_t i = 0; offered && i < it->option_count; i++)
        base_json_append(
            o, offered,
            json_string(model_string(sc, sc->details[it->options[i].reply].id)));
    for (uint32_t i = 0; i < sc->count[MODEL_S_SKILLS]; i++)
        if (it->earned[i])
            put_number(&earned, model_string(sc, sc->skills[i].id), it->earned[i]);
    if (it->rule_count)
        base_json_put(o, "rules", rules);
    else
        json_decref(rules);
    base_json_put(o, "offered", offered);
    base_json_put(o, "skills", base_json_take(&earned));
}

static json_t *turn(const sim_score *score, size_t index)
{
    const ear_scenario *sc = score->scenario;
    const sim_turn *it = &score->turns[index];
    base_json o = base_json_begin();

    put_number(&o, "turn", it->number);
    base_json_put_text(&o, "id", model_string(sc, sc->details[it->reply].id));
    base_json_put_text(&o, "moment", model_string(sc, sc->moments[it->moment].id));
    base_json_put_text(&o, "kind", it->hold ? "hold" : "say");
    base_json_put_text(&o, "said", it->words);
    base_json_put_text(&o, "thinks", it->thinks);
    base_json_put_text(&o, "why", it->why);
    if (it->intent != MODEL_NONE)
        base_json_put_text(&o, "intent", model_string(sc, sc->intents[it->intent].id));
    if (it->step != MODEL_NONE)
        base_json_put_text(
            &o, "step",
            model_string(sc, sc->steps[sc->info->framework.first + it->step].name));
    if (it->rating)
        put_number(&o, "rating", it->rating);
    put_turn_lists(&o, score, it);
    return base_json_take(&o);
}

static json_t *unsaid(const sim_score *score, size_t index)
{
    const sim_unsaid *it = &score->unsaid[index];
    base_json o = base_json_begin();

    put_number(&o, "turn", it->number);
    base_json_put_text(
        &o, "id", model_string(score->scenario, score->scenario->details[it->reply].id));
    base_json_put_text(&o, "said", it->words);
    base_json_put_text(&o, "thinks", it->thinks);
    base_json_put_text(&o, "why", it->why);
    return base_json_take(&o);
}

static json_t *cue(const sim_score *score, size_t index)
{
    const sim_cue *it = &score->cues[index];
    base_json o = base_json_begin_with("text", it->words);

    put_number(&o, "before", it->point + 1);
    if (it->caught != SIM_CUE_OPEN)
        put_truth(&o, "caught", it->caught == SIM_CUE_CAUGHT);
    return base_json_take(&o);
}

static json_t *notice(const sim_score *score, size_t index)
{
    const sim_noticed *it = &score->notices[index];
    base_json o = base_json_begin_with("question", it->question);

    put_number(&o, "before", it->point + 1);
    if (it->option != MODEL_NONE)
        base_json_put_text(&o, "answer", it->options[it->option]);
    if (it->judged)
        put_truth(&o, "right", it->right);
    return base_json_take(&o);
}

static json_t *skill(const sim_score *score, size_t index)
{
    const ear_scenario *sc = score->scenario;
    const sim_skilled *it = &score->skills[index];
    base_json o = base_json_begin_with("id", model_string(sc, sc->skills[index].id));

    base_json_put_text(&o, "label", model_string(sc, sc->skills[index].label));
    put_number(&o, "points", it->earned);
    put_number(&o, "possible", it->possible);
    if (it->best)
        put_number(&o, "best", it->best);
    if (it->missed)
        put_number(&o, "missed", it->missed);
    return base_json_take(&o);
}

static json_t *figure(const sim_score *score, size_t index)
{
    const ear_scenario *sc = score->scenario;
    const model_kpi *kpi = &sc->kpis[score->figures[index].kpi];
    base_json o = base_json_begin_with("id", model_string(sc, kpi->id));

    base_json_put_text(&o, "label", model_string(sc, kpi->label));
    base_json_put(&o, "value", cli_json_tenths(score->figures[index].tenths));
    base_json_put_text(&o, "unit", model_string(sc, kpi->unit));
    base_json_put_text(&o, "better", kpi->lower_is_better ? "lower" : "higher");
    return base_json_take(&o);
}

static json_t *step(const sim_score *score, size_t index)
{
    const ear_scenario *sc = score->scenario;
    base_json o = base_json_begin_with(
        "name", model_string(sc, sc->steps[sc->info->framework.first + index].name));

    if (score->steps[index])
        put_number(&o, "turn", score->steps[index]);
    return base_json_take(&o);
}

static json_t *text_of(const char *text)
{
    return base_json_text(text, strlen(text));
}

static json_t *debrief(const sim_score *score, size_t index)
{
    return text_of(score->debrief[index]);
}

static json_t *question(const sim_score *score, size_t index)
{
    return text_of(score->reflect[index]);
}

/* --- the whole ---------------------------------------------------------------------- */

static void put_end(base_json *o, const sim_score *score)
{
    const ear_scenario *sc = score->scenario;
    base_json end = base_json_begin();

    put_truth(o, "finished", score->outcome != MODEL_NONE);
    if (score->outcome == MODEL_NONE) {
        json_decref(end.json);
        return;
    }
    base_json_put_text(&end, "id", model_string(sc, sc->moments[score->outcome].id));
    base_json_put_text(&end, "title", score->title);
    base_json_put_text(&end, "rating", report_run_rating(score));
    base_json_put_text(&end, "summary", score->summary);
    base_json_put(o, "outcome", base_json_take(&end));
}

static void put_road(base_json *o, const report_road *road)
{
    base_json it = base_json_begin();
    json_t *mood = json_array();

    put_number(&it, "turn", road->turn);
    base_json_put_text(&it, "said", road->words);
    base_json_put_text(&it, "end", road->end);
    base_json_put_text(&it, "rating", model_rating_terms[road->rating]);
    put_truth(&it, "exact", road->exact);
    for (size_t i = 0; mood && i < road->count; i++)
        base_json_append(&it, mood, percent(road->ease[i]));
    base_json_put(&it, "mood", mood);
    base_json_put(o, "road", base_json_take(&it));
}

static void put_what_if(base_json *o, const report_what_if *what_if)
{
    base_json it = base_json_begin();
    json_t *others = json_array();

    put_number(&it, "turn", what_if->turn);
    for (size_t i = 0; others && i < what_if->count; i++) {
        base_json other = base_json_begin_with("reply", what_if->others[i].id);

        base_json_put_text(&other, "text", what_if->others[i].words);
        base_json_put_text(&other, "comes", what_if->others[i].comes);
        base_json_append(&it, others, base_json_take(&other));
    }
    base_json_put(&it, "others", others);
    base_json_put(o, "what_if", base_json_take(&it));
}

void cli_put_answers(base_json *o, const report_answer *at, size_t count)
{
    json_t *answers = json_array();

    for (size_t i = 0; answers && i < count; i++) {
        base_json it = base_json_begin_with("run", at[i].run);

        base_json_put_text(&it, "question", at[i].question);
        base_json_put_text(&it, "answer", at[i].answer);
        base_json_append(o, answers, base_json_take(&it));
    }
    base_json_put(o, "reflections", answers);
}

static void put_advice(base_json *o, const sim_score *score)
{
    const char *tries[SIM_ADVICE_MOST] = {NULL};
    const size_t count = sim_advice(tries, score);
    json_t *list = json_array();

    for (size_t i = 0; list && i < count; i++)
        base_json_append(o, list, json_string(tries[i]));
    base_json_put(o, "advice", list);
}

static void put_head(base_json *o, const report_run *run)
{
    put_number(o, "format", 1);
    put_truth(o, "simulated", true);
    base_json_put_text(o, "run", run->id);
    base_json_put_text(o, "learner", run->learner);
    base_json_put_text(o, "date", run->date);
    base_json_put_text(o, "pack", run->pack);
    base_json_put_text(o, "version", run->version);
    base_json_put_text(o, "scenario", ear_scenario_id(run->score->scenario));
    base_json_put_text(o, "title", ear_scenario_title(run->score->scenario));
    put_number(o, "seed", (int64_t)run->seed);
    base_json_put(o, "seconds", cli_json_tenths((int64_t)run->score->tenths));
    base_json_put_text(o, "note", run->note);
}

void cli_report_json(base_bytes *out, const report_run *run)
{
    const sim_score *score = run->score;
    const ear_scenario *sc = score->scenario;
    base_json o = base_json_begin();

    put_head(&o, run);
    put_end(&o, score);
    base_json_put(&o, "heard", cli_json_tenths(score->heard));
    if (run->rated)
        put_number(&o, "rated", run->rated);
    put_list(&o, "points", score, score->turn_count + 1, point);
    put_list(&o, "turns", score, score->turn_count, turn);
    put_list(&o, "taken_back", score, score->unsaid_count, unsaid);
    if (score->turned)
        put_number(&o, score->slipped ? "slipped" : "turned", score->turned);
    put_list(&o, "cues", score, score->cue_count, cue);
    put_list(&o, "notices", score, score->notice_count, notice);
    put_list(&o, "skills", score, sc->count[MODEL_S_SKILLS], skill);
    put_list(&o, "steps", score, sc->info->framework.count, step);
    put_list(&o, "figures", score, score->figure_count, figure);
    put_list(&o, "debrief", score, score->debrief_count, debrief);
    put_list(&o, "questions", score, sc->count[MODEL_S_REFLECTS], question);
    if (run->road)
        put_road(&o, run->road);
    if (run->what_if.turn)
        put_what_if(&o, &run->what_if);
    put_advice(&o, score);
    base_json_put_text(&o, "next", run->next);
    if (run->answer_count)
        cli_put_answers(&o, run->answers, run->answer_count);
    cli_json_line(&o, out);
}
