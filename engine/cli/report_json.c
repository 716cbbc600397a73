#include "cli/report_json.h"

#include "cli/json.h"
#include "sim/advice.h"

#include <string.h>

/* Millionths as percent with one decimal: where the curve stands. */
static json_t *percent(int32_t millionths)
{
    return cli_tenths((millionths + (millionths < 0 ? -500 : 500)) / 1000);
}

static void put_number(cli_object *o, const char *key, int64_t value)
{
    cli_put(o, key, json_integer(value));
}

static void put_truth(cli_object *o, const char *key, bool value)
{
    cli_put(o, key, json_boolean(value));
}

/* Appends what `one` makes of each of `count`. */
typedef json_t *maker(const sim_score *score, size_t index);

static void put_list(cli_object *o, const char *key, const sim_score *score, size_t count,
                     maker *one)
{
    json_t *list = json_array();

    for (size_t i = 0; list && i < count; i++)
        cli_append(o, list, one(score, i));
    cli_put(o, key, list);
}

static json_t *point(const sim_score *score, size_t index)
{
    const ear_scenario *sc = score->scenario;
    const sim_point *it = &score->points[index];
    cli_object o = cli_object_begin(NULL, NULL);
    cli_object meters = cli_object_begin(NULL, NULL);

    cli_put(&o, "mood", percent(it->mood.ease));
    cli_put(&o, "change", percent(it->change));
    cli_put_string(&o, "tone", it->tone);
    for (uint32_t i = 0; i < sc->count[MODEL_S_METERS]; i++)
        put_number(&meters, model_string(sc, sc->meters[i].id), it->meters[i]);
    cli_put(&o, "meters", cli_object_take(&meters));
    return cli_object_take(&o);
}

static json_t *rule(const ear_scenario *sc, const sim_said_rule *it)
{
    cli_object o = cli_object_begin("name", model_string(sc, sc->rules[it->rule].name));

    cli_put_string(&o, "thinks", it->thinks);
    cli_put_string(&o, "why", it->why);
    return cli_object_take(&o);
}

static void put_turn_lists(cli_object *o, const sim_score *score, const sim_turn *it)
{
    const ear_scenario *sc = score->scenario;
    json_t *rules = json_array(), *offered = json_array();
    cli_object earned = cli_object_begin(NULL, NULL);

    for (size_t i = 0; rules && i < it->rule_count; i++)
        cli_append(o, rules, rule(sc, &it->rules[i]));
    for (size_t i = 0; offered && i < it->option_count; i++)
        cli_append(o, offered,
                   json_string(model_string(sc, sc->details[it->options[i].reply].id)));
    for (uint32_t i = 0; i < sc->count[MODEL_S_SKILLS]; i++)
        if (it->earned[i])
            put_number(&earned, model_string(sc, sc->skills[i].id), it->earned[i]);
    if (it->rule_count)
        cli_put(o, "rules", rules);
    else
        json_decref(rules);
    cli_put(o, "offered", offered);
    cli_put(o, "skills", cli_object_take(&earned));
}

static json_t *turn(const sim_score *score, size_t index)
{
    const ear_scenario *sc = score->scenario;
    const sim_turn *it = &score->turns[index];
    cli_object o = cli_object_begin(NULL, NULL);

    put_number(&o, "turn", it->number);
    cli_put_string(&o, "id", model_string(sc, sc->details[it->reply].id));
    cli_put_string(&o, "moment", model_string(sc, sc->moments[it->moment].id));
    cli_put_string(&o, "kind", it->hold ? "hold" : "say");
    cli_put_string(&o, "said", it->words);
    cli_put_string(&o, "thinks", it->thinks);
    cli_put_string(&o, "why", it->why);
    if (it->intent != MODEL_NONE)
        cli_put_string(&o, "intent", model_string(sc, sc->intents[it->intent].id));
    if (it->step != MODEL_NONE)
        cli_put_string(
            &o, "step",
            model_string(sc, sc->steps[sc->info->framework.first + it->step].name));
    if (it->rating)
        put_number(&o, "rating", it->rating);
    put_turn_lists(&o, score, it);
    return cli_object_take(&o);
}

static json_t *unsaid(const sim_score *score, size_t index)
{
    const sim_unsaid *it = &score->unsaid[index];
    cli_object o = cli_object_begin(NULL, NULL);

    put_number(&o, "turn", it->number);
    cli_put_string(&o, "id",
                   model_string(score->scenario, score->scenario->details[it->reply].id));
    cli_put_string(&o, "said", it->words);
    cli_put_string(&o, "thinks", it->thinks);
    cli_put_string(&o, "why", it->why);
    return cli_object_take(&o);
}

static json_t *cue(const sim_score *score, size_t index)
{
    const sim_cue *it = &score->cues[index];
    cli_object o = cli_object_begin("text", it->words);

    put_number(&o, "before", it->point + 1);
    if (it->caught != SIM_CUE_OPEN)
        put_truth(&o, "caught", it->caught == SIM_CUE_CAUGHT);
    return cli_object_take(&o);
}

static json_t *notice(const sim_score *score, size_t index)
{
    const sim_noticed *it = &score->notices[index];
    cli_object o = cli_object_begin("question", it->question);

    put_number(&o, "before", it->point + 1);
    if (it->option != MODEL_NONE)
        cli_put_string(&o, "answer", it->options[it->option]);
    if (it->judged)
        put_truth(&o, "right", it->right);
    return cli_object_take(&o);
}

static json_t *skill(const sim_score *score, size_t index)
{
    const ear_scenario *sc = score->scenario;
    const sim_skilled *it = &score->skills[index];
    cli_object o = cli_object_begin("id", model_string(sc, sc->skills[index].id));

    cli_put_string(&o, "label", model_string(sc, sc->skills[index].label));
    put_number(&o, "points", it->earned);
    put_number(&o, "possible", it->possible);
    if (it->best)
        put_number(&o, "best", it->best);
    if (it->missed)
        put_number(&o, "missed", it->missed);
    return cli_object_take(&o);
}

static json_t *figure(const sim_score *score, size_t index)
{
    const ear_scenario *sc = score->scenario;
    const model_kpi *kpi = &sc->kpis[score->figures[index].kpi];
    cli_object o = cli_object_begin("id", model_string(sc, kpi->id));

    cli_put_string(&o, "label", model_string(sc, kpi->label));
    cli_put(&o, "value", cli_tenths(score->figures[index].tenths));
    cli_put_string(&o, "unit", model_string(sc, kpi->unit));
    cli_put_string(&o, "better", kpi->lower_is_better ? "lower" : "higher");
    return cli_object_take(&o);
}

static json_t *step(const sim_score *score, size_t index)
{
    const ear_scenario *sc = score->scenario;
    cli_object o = cli_object_begin(
        "name", model_string(sc, sc->steps[sc->info->framework.first + index].name));

    if (score->steps[index])
        put_number(&o, "turn", score->steps[index]);
    return cli_object_take(&o);
}

static json_t *text_of(const char *text)
{
    return cli_json_text(text, strlen(text));
}

static json_t *debrief(const sim_score *score, size_t index)
{
    return text_of(score->debrief[index]);
}

static json_t *question(const sim_score *score, size_t index)
{
    return text_of(score->reflect[index]);
}

/* --- the whole ------------------------------------------------------------------------
 */

static void put_end(cli_object *o, const sim_score *score)
{
    const ear_scenario *sc = score->scenario;
    cli_object end = cli_object_begin(NULL, NULL);

    put_truth(o, "finished", score->outcome != MODEL_NONE);
    if (score->outcome == MODEL_NONE) {
        json_decref(end.json);
        return;
    }
    cli_put_string(&end, "id", model_string(sc, sc->moments[score->outcome].id));
    cli_put_string(&end, "title", score->title);
    cli_put_string(&end, "rating", report_run_rating(score));
    cli_put_string(&end, "summary", score->summary);
    cli_put(o, "outcome", cli_object_take(&end));
}

static void put_road(cli_object *o, const report_road *road)
{
    static const char *const ratings[] = {"weak", "mixed", "strong"};
    cli_object it = cli_object_begin(NULL, NULL);
    json_t *mood = json_array();

    put_number(&it, "turn", road->turn);
    cli_put_string(&it, "said", road->words);
    cli_put_string(&it, "end", road->end);
    cli_put_string(&it, "rating", ratings[road->rating % 3]);
    put_truth(&it, "exact", road->exact);
    for (size_t i = 0; mood && i < road->count; i++)
        cli_append(&it, mood, percent(road->ease[i]));
    cli_put(&it, "mood", mood);
    cli_put(o, "road", cli_object_take(&it));
}

static void put_what_if(cli_object *o, const report_what_if *what_if)
{
    cli_object it = cli_object_begin(NULL, NULL);
    json_t *others = json_array();

    put_number(&it, "turn", what_if->turn);
    for (size_t i = 0; others && i < what_if->count; i++) {
        cli_object other = cli_object_begin("reply", what_if->others[i].id);

        cli_put_string(&other, "text", what_if->others[i].words);
        cli_put_string(&other, "comes", what_if->others[i].comes);
        cli_append(&it, others, cli_object_take(&other));
    }
    cli_put(&it, "others", others);
    cli_put(o, "what_if", cli_object_take(&it));
}

void cli_put_answers(cli_object *o, const report_answer *at, size_t count)
{
    json_t *answers = json_array();

    for (size_t i = 0; answers && i < count; i++) {
        cli_object it = cli_object_begin("run", at[i].run);

        cli_put_string(&it, "question", at[i].question);
        cli_put_string(&it, "answer", at[i].answer);
        cli_append(o, answers, cli_object_take(&it));
    }
    cli_put(o, "reflections", answers);
}

static void put_advice(cli_object *o, const sim_score *score)
{
    const char *tries[SIM_ADVICE_MOST] = {NULL};
    const size_t count = sim_advice(tries, score);
    json_t *list = json_array();

    for (size_t i = 0; list && i < count; i++)
        cli_append(o, list, json_string(tries[i]));
    cli_put(o, "advice", list);
}

static void put_head(cli_object *o, const report_run *run)
{
    put_number(o, "format", 1);
    put_truth(o, "simulated", true);
    cli_put_string(o, "run", run->id);
    cli_put_string(o, "learner", run->learner);
    cli_put_string(o, "date", run->date);
    cli_put_string(o, "pack", run->pack);
    cli_put_string(o, "version", run->version);
    cli_put_string(o, "scenario", ear_scenario_id(run->score->scenario));
    cli_put_string(o, "title", ear_scenario_title(run->score->scenario));
    put_number(o, "seed", (int64_t)run->seed);
    cli_put(o, "seconds", cli_tenths((int64_t)run->score->tenths));
    cli_put_string(o, "note", run->note);
}

void cli_report_json(base_bytes *out, const report_run *run)
{
    const sim_score *score = run->score;
    const ear_scenario *sc = score->scenario;
    cli_object o = cli_object_begin(NULL, NULL);

    put_head(&o, run);
    put_end(&o, score);
    cli_put(&o, "heard", cli_tenths(score->heard));
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
    cli_put_string(&o, "next", run->next);
    if (run->answer_count)
        cli_put_answers(&o, run->answers, run->answer_count);
    cli_object_write(&o, out);
}
