#include "cli/report_json.h"

#include "cli/json.h"

#include <stdlib.h>

static void put_number(base_json *o, const char *key, int64_t value)
{
    base_json_put(o, key, json_integer(value));
}

static void put_count(base_json *o, const char *key, report_count count)
{
    base_json it = base_json_begin();

    put_number(&it, "n", (int64_t)count.n);
    put_number(&it, "of", (int64_t)count.of);
    put_number(&it, "percent", report_share(count));
    base_json_put(o, key, base_json_take(&it));
}

static void put_counted(base_json *o, const char *key, report_count count)
{
    if (count.of)
        put_count(o, key, count);
}

static void put_mean(base_json *o, const char *key, report_mean mean)
{
    base_json it = base_json_begin();

    base_json_put(&it, "mean", cli_json_tenths(report_mean_of(mean)));
    put_number(&it, "n", (int64_t)mean.n);
    if (mean.n)
        base_json_put(o, key, base_json_take(&it));
    else
        json_decref(it.json);
}

static json_t *ending(const report_ending *it, uint64_t runs)
{
    base_json o = base_json_begin_with("scenario", it->scenario);

    base_json_put_text(&o, "id", it->id);
    base_json_put_text(&o, "title", it->title);
    base_json_put_text(&o, "rating", it->rating);
    put_count(&o, "runs", (report_count){it->n, runs});
    return base_json_take(&o);
}

static json_t *option(const report_option_sum *it)
{
    base_json o = base_json_begin_with("reply", it->row.reply);

    base_json_put_text(&o, "words", it->row.words);
    put_count(&o, "given", (report_count){it->row.given, it->row.offered});
    put_counted(&o, "less_at_ease", (report_count){it->fell, it->row.given});
    return base_json_take(&o);
}

static json_t *choice(const report_choice *it, bool hardest)
{
    base_json o = base_json_begin_with("scenario", it->scenario);
    json_t *options = json_array();

    base_json_put_text(&o, "moment", it->moment);
    base_json_put_text(&o, "choice", it->choice);
    if (*it->title)
        base_json_put_text(&o, "title", it->title);
    if (*it->line)
        base_json_put_text(&o, "line", it->line);
    put_count(&o, "less_at_ease", (report_count){it->fell, it->met});
    if (hardest)
        base_json_put(&o, "hardest", json_true());
    for (uint32_t i = 0; options && i < it->options; i++)
        base_json_append(&o, options, option(it->option[i]));
    base_json_put(&o, "replies", options);
    return base_json_take(&o);
}

static json_t *sign(const report_sign *it)
{
    base_json o = base_json_begin_with("scenario", it->scenario);

    base_json_put_text(&o, "text", it->text);
    if (it->asked)
        base_json_put(&o, "asked", json_true());
    put_count(&o, "missed", it->missed);
    return base_json_take(&o);
}

static json_t *again(const report_again *it)
{
    base_json o = base_json_begin_with("sentence", it->sentence);

    put_count(&o, "runs", it->count);
    return base_json_take(&o);
}

static void put_figures(base_json *o, const report_group *group)
{
    static const char *const names[REPORT_KNOWN] = {"felt", "csat", "ltr", "ces",
                                                    "connection"};
    base_json it = base_json_begin();

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
    base_json_put(o, "figures", base_json_take(&it));
}

static void put_pair(base_json *o, const char *key, const report_pairs *pairs, int k)
{
    base_json it = base_json_begin();

    base_json_put(&it, "mood", cli_json_tenths(report_mean_ease(pairs->ease[k])));
    put_mean(&it, "csat", pairs->csat[k]);
    put_counted(&it, "strong", pairs->strong[k]);
    base_json_put(o, key, base_json_take(&it));
}

static void put_pairs(base_json *o, const report_pairs *pairs)
{
    base_json it = base_json_begin();

    put_number(&it, "n", (int64_t)pairs->n);
    put_pair(&it, "first", pairs, 0);
    put_pair(&it, "second", pairs, 1);
    base_json_put(o, "first_against_second", base_json_take(&it));
}

static void put_lists(base_json *o, const report_group *group)
{
    json_t *endings = json_array(), *choices = json_array();
    json_t *signs = json_array(), *sentences = json_array();

    for (size_t i = 0; endings && i < group->ending_count; i++)
        base_json_append(o, endings, ending(&group->endings[i], group->runs));
    for (size_t i = 0; choices && i < group->choice_count; i++)
        base_json_append(o, choices, choice(&group->choices[i], i == group->hardest));
    for (size_t i = 0; signs && i < group->sign_count; i++)
        base_json_append(o, signs, sign(&group->signs[i]));
    for (size_t i = 0; sentences && i < group->again_count; i++)
        base_json_append(o, sentences, again(&group->again[i]));
    base_json_put(o, "again", sentences);
    base_json_put(o, "outcomes", endings);
    base_json_put(o, "choices", choices);
    base_json_put(o, "cues", signs);
}

void cli_report_group_json(base_bytes *out, const report_group *group)
{
    base_json o = base_json_begin();

    put_number(&o, "format", 1);
    base_json_put(&o, "simulated", json_true());
    base_json_put_text(&o, "title", group->title);
    put_number(&o, "runs", (int64_t)group->runs);
    put_number(&o, "learners", (int64_t)group->learners);
    base_json_put_text(&o, "first", group->first);
    base_json_put_text(&o, "last", group->last);
    put_figures(&o, group);
    if (group->pairs.n)
        put_pairs(&o, &group->pairs);
    put_lists(&o, group);
    cli_json_line(&o, out);
}

/* --- one learner -------------------------------------------------------------------- */

static json_t *session(const report_session *it)
{
    static const char *const names[REPORT_KNOWN] = {"felt", "csat", "ltr", "ces",
                                                    "connection"};
    base_json o = base_json_begin_with("run", it->run);

    base_json_put_text(&o, "started", it->started);
    base_json_put_text(&o, "scenario", it->scenario);
    base_json_put_text(&o, "title", it->title);
    base_json_put_text(&o, "outcome", it->outcome);
    base_json_put_text(&o, "rating", it->rating);
    base_json_put(&o, "mood_at_start", cli_json_tenths(it->ease_at_start / 1000));
    base_json_put(&o, "mood_at_end", cli_json_tenths(it->ease / 1000));
    if (it->rated)
        put_number(&o, "rated", it->rated);
    for (int i = 0; i < REPORT_KNOWN; i++)
        if (it->figures[i] != REPORT_NO_FIGURE)
            base_json_put(&o, names[i], cli_json_tenths(it->figures[i]));
    return base_json_take(&o);
}

static json_t *grown(const report_grown *it)
{
    static const char *const names[] = {"first", "latest"};
    base_json o = base_json_begin_with("id", it->skill);

    base_json_put_text(&o, "label", it->label);
    put_number(&o, "runs", (int64_t)it->runs);
    for (int k = 0; k < 2; k++) {
        base_json at = base_json_begin();

        put_number(&at, "points", it->points[k]);
        put_number(&at, "possible", it->possible[k]);
        base_json_put(&o, names[k], base_json_take(&at));
    }
    return base_json_take(&o);
}

void cli_report_learner_json(base_bytes *out, const report_learner *learner)
{
    base_json o = base_json_begin();
    json_t *runs = json_array(), *skills = json_array();
    report_grown *all = NULL;
    size_t count = 0;

    put_number(&o, "format", 1);
    base_json_put(&o, "simulated", json_true());
    base_json_put_text(&o, "learner", learner->name);
    for (size_t i = 0; runs && i < learner->session_count; i++)
        base_json_append(&o, runs, session(&learner->sessions[i]));
    o.failed |= report_learner_skills(&all, &count, learner, NULL) != EAR_OK;
    for (size_t i = 0; skills && i < count; i++)
        base_json_append(&o, skills, grown(&all[i]));
    free(all);
    base_json_put(&o, "runs", runs);
    base_json_put(&o, "skills", skills);
    if (learner->answer_count)
        cli_put_answers(&o, learner->answers, learner->answer_count);
    cli_json_line(&o, out);
}
