#include "cli/report_json.h"

#include "cli/json.h"

#include <stdlib.h>

static void put_number(cli_object *o, const char *key, int64_t value)
{
    cli_put(o, key, json_integer(value));
}

static void put_count(cli_object *o, const char *key, report_count count)
{
    cli_object it = cli_object_begin(NULL, NULL);

    put_number(&it, "n", (int64_t)count.n);
    put_number(&it, "of", (int64_t)count.of);
    put_number(&it, "percent", report_share(count));
    cli_put(o, key, cli_object_take(&it));
}

static void put_counted(cli_object *o, const char *key, report_count count)
{
    if (count.of)
        put_count(o, key, count);
}

static void put_mean(cli_object *o, const char *key, report_mean mean)
{
    cli_object it = cli_object_begin(NULL, NULL);

    cli_put(&it, "mean", cli_tenths(report_mean_of(mean)));
    put_number(&it, "n", (int64_t)mean.n);
    if (mean.n)
        cli_put(o, key, cli_object_take(&it));
    else
        json_decref(it.json);
}

static json_t *ending(const report_ending *it, uint64_t runs)
{
    cli_object o = cli_object_begin("scenario", it->scenario);

    cli_put_string(&o, "id", it->id);
    cli_put_string(&o, "title", it->title);
    cli_put_string(&o, "rating", it->rating);
    put_count(&o, "runs", (report_count){it->n, runs});
    return cli_object_take(&o);
}

static json_t *option(const report_option_sum *it)
{
    cli_object o = cli_object_begin("reply", it->row.reply);

    cli_put_string(&o, "words", it->row.words);
    put_count(&o, "given", (report_count){it->row.given, it->row.offered});
    put_counted(&o, "less_at_ease", (report_count){it->fell, it->row.given});
    return cli_object_take(&o);
}

static json_t *choice(const report_choice *it, bool hardest)
{
    cli_object o = cli_object_begin("scenario", it->scenario);
    json_t *options = json_array();

    cli_put_string(&o, "moment", it->moment);
    cli_put_string(&o, "choice", it->choice);
    if (*it->title)
        cli_put_string(&o, "title", it->title);
    if (*it->line)
        cli_put_string(&o, "line", it->line);
    put_count(&o, "less_at_ease", (report_count){it->fell, it->met});
    if (hardest)
        cli_put(&o, "hardest", json_true());
    for (uint32_t i = 0; options && i < it->options; i++)
        cli_append(&o, options, option(it->option[i]));
    cli_put(&o, "replies", options);
    return cli_object_take(&o);
}

static json_t *sign(const report_sign *it)
{
    cli_object o = cli_object_begin("scenario", it->scenario);

    cli_put_string(&o, "text", it->text);
    if (it->asked)
        cli_put(&o, "asked", json_true());
    put_count(&o, "missed", it->missed);
    return cli_object_take(&o);
}

static json_t *again(const report_again *it)
{
    cli_object o = cli_object_begin("sentence", it->sentence);

    put_count(&o, "runs", it->count);
    return cli_object_take(&o);
}

static void put_figures(cli_object *o, const report_group *group)
{
    static const char *const names[REPORT_KNOWN] = {"felt", "csat", "ltr", "ces",
                                                    "connection"};
    cli_object it = cli_object_begin(NULL, NULL);

    for (int i = 0; i < REPORT_KNOWN; i++)
        put_mean(&it, names[i], group->figures[i]);
    put_counted(&it, "csat_good", group->csat_good);
    if (group->promoters.of >= REPORT_NPS_LEAST)
        put_number(&it, "nps", report_nps(group));
    put_counted(&it, "promoters", group->promoters);
    put_counted(&it, "detractors", group->detractors);
    put_counted(&it, "solved", group->solved);
    put_counted(&it, "fixed_not_heard", group->fixed_not_heard);
    put_counted(&it, "heard_not_fixed", group->heard_not_fixed);
    cli_put(o, "figures", cli_object_take(&it));
}

static void put_pair(cli_object *o, const char *key, const report_pairs *pairs, int k)
{
    cli_object it = cli_object_begin(NULL, NULL);

    cli_put(&it, "mood", cli_tenths(report_mean_ease(pairs->ease[k])));
    put_mean(&it, "csat", pairs->csat[k]);
    put_counted(&it, "strong", pairs->strong[k]);
    cli_put(o, key, cli_object_take(&it));
}

static void put_pairs(cli_object *o, const report_pairs *pairs)
{
    cli_object it = cli_object_begin(NULL, NULL);

    put_number(&it, "n", (int64_t)pairs->n);
    put_pair(&it, "first", pairs, 0);
    put_pair(&it, "second", pairs, 1);
    cli_put(o, "first_against_second", cli_object_take(&it));
}

static void put_lists(cli_object *o, const report_group *group)
{
    json_t *endings = json_array(), *choices = json_array();
    json_t *signs = json_array(), *sentences = json_array();

    for (size_t i = 0; endings && i < group->ending_count; i++)
        cli_append(o, endings, ending(&group->endings[i], group->runs));
    for (size_t i = 0; choices && i < group->choice_count; i++)
        cli_append(o, choices, choice(&group->choices[i], i == group->hardest));
    for (size_t i = 0; signs && i < group->sign_count; i++)
        cli_append(o, signs, sign(&group->signs[i]));
    for (size_t i = 0; sentences && i < group->again_count; i++)
        cli_append(o, sentences, again(&group->again[i]));
    cli_put(o, "again", sentences);
    cli_put(o, "outcomes", endings);
    cli_put(o, "choices", choices);
    cli_put(o, "cues", signs);
}

void cli_report_group_json(base_bytes *out, const report_group *group)
{
    cli_object o = cli_object_begin(NULL, NULL);

    put_number(&o, "format", 1);
    cli_put(&o, "simulated", json_true());
    cli_put_string(&o, "title", group->title);
    put_number(&o, "runs", (int64_t)group->runs);
    put_number(&o, "learners", (int64_t)group->learners);
    cli_put_string(&o, "first", group->first);
    cli_put_string(&o, "last", group->last);
    put_figures(&o, group);
    if (group->pairs.n)
        put_pairs(&o, &group->pairs);
    put_lists(&o, group);
    cli_object_write(&o, out);
}

/* --- one learner ----------------------------------------------------------------------
 */

static json_t *session(const report_session *it)
{
    static const char *const names[REPORT_KNOWN] = {"felt", "csat", "ltr", "ces",
                                                    "connection"};
    cli_object o = cli_object_begin("run", it->run);

    cli_put_string(&o, "started", it->started);
    cli_put_string(&o, "scenario", it->scenario);
    cli_put_string(&o, "title", it->title);
    cli_put_string(&o, "outcome", it->outcome);
    cli_put_string(&o, "rating", it->rating);
    cli_put(&o, "mood_at_start", cli_tenths(it->ease_at_start / 1000));
    cli_put(&o, "mood_at_end", cli_tenths(it->ease / 1000));
    if (it->rated)
        put_number(&o, "rated", it->rated);
    for (int i = 0; i < REPORT_KNOWN; i++)
        if (it->figures[i] != REPORT_NO_FIGURE)
            cli_put(&o, names[i], cli_tenths(it->figures[i]));
    return cli_object_take(&o);
}

static json_t *grown(const report_grown *it)
{
    static const char *const names[] = {"first", "latest"};
    cli_object o = cli_object_begin("id", it->skill);

    cli_put_string(&o, "label", it->label);
    put_number(&o, "runs", (int64_t)it->runs);
    for (int k = 0; k < 2; k++) {
        cli_object at = cli_object_begin(NULL, NULL);

        put_number(&at, "points", it->points[k]);
        put_number(&at, "possible", it->possible[k]);
        cli_put(&o, names[k], cli_object_take(&at));
    }
    return cli_object_take(&o);
}

void cli_report_learner_json(base_bytes *out, const report_learner *learner)
{
    cli_object o = cli_object_begin(NULL, NULL);
    json_t *runs = json_array(), *skills = json_array();
    report_grown *all = NULL;
    size_t count = 0;

    put_number(&o, "format", 1);
    cli_put(&o, "simulated", json_true());
    cli_put_string(&o, "learner", learner->name);
    for (size_t i = 0; runs && i < learner->session_count; i++)
        cli_append(&o, runs, session(&learner->sessions[i]));
    o.failed |= report_learner_skills(&all, &count, learner, NULL) != EAR_OK;
    for (size_t i = 0; skills && i < count; i++)
        cli_append(&o, skills, grown(&all[i]));
    free(all);
    cli_put(&o, "runs", runs);
    cli_put(&o, "skills", skills);
    if (learner->answer_count)
        cli_put_answers(&o, learner->answers, learner->answer_count);
    cli_object_write(&o, out);
}
