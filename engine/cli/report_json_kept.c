#include "cli/report_json.h"

#include "cli/json.h"

static void put_number(cli_object *o, const char *key, int64_t value)
{
    cli_put(o, key, json_integer(value));
}

/* Millionths as percent with one decimal: where the curve stands. */
static json_t *percent(int32_t millionths)
{
    return cli_tenths((millionths + 500) / 1000);
}

static json_t *turn(const report_turn *it, bool curve)
{
    cli_object o = cli_object_begin(NULL, NULL);

    put_number(&o, "turn", it->turn);
    cli_put_string(&o, "id", it->reply);
    cli_put_string(&o, "moment", it->moment);
    cli_put_string(&o, "said", it->said);
    cli_put_string(&o, "thinks", it->thinks);
    cli_put_string(&o, "why", it->why);
    cli_put_string(&o, "intent", it->intent);
    if (curve) {
        cli_put(&o, "mood_before", percent(it->before));
        cli_put(&o, "mood_after", percent(it->after));
    }
    return cli_object_take(&o);
}

static json_t *skill(const report_skill *it)
{
    cli_object o = cli_object_begin("id", it->skill);

    cli_put_string(&o, "label", it->label);
    put_number(&o, "points", it->points);
    if (it->possible >= 0)
        put_number(&o, "possible", it->possible);
    return cli_object_take(&o);
}

static json_t *figure(const report_kept_figure *it)
{
    cli_object o = cli_object_begin("id", it->id);

    cli_put_string(&o, "label", it->label);
    cli_put(&o, "value", cli_tenths(it->tenths));
    cli_put_string(&o, "unit", it->unit);
    return cli_object_take(&o);
}

static json_t *cue(const report_kept_cue *it)
{
    cli_object o = cli_object_begin("text", it->text);

    put_number(&o, "before", (int64_t)it->point + 1);
    cli_put(&o, "caught", json_boolean(it->caught));
    return cli_object_take(&o);
}

static void put_head(cli_object *o, const report_kept *kept)
{
    const report_session *run = &kept->session;

    put_number(o, "format", 1);
    cli_put(o, "simulated", json_true());
    cli_put(o, "from_journal", json_true());
    cli_put_string(o, "run", run->run);
    cli_put_string(o, "learner", run->learner);
    cli_put_string(o, "date", kept->date);
    cli_put_string(o, "pack", run->pack);
    cli_put_string(o, "version", run->version);
    cli_put_string(o, "scenario", run->scenario);
    cli_put_string(o, "title", run->title);
    put_number(o, "seed", (int64_t)run->seed);
    cli_put_string(o, "note", kept->note);
    cli_put(o, "finished", json_boolean(run->outcome != NULL));
}

static void put_end(cli_object *o, const report_kept *kept)
{
    const report_session *run = &kept->session;
    cli_object end;

    if (!run->outcome)
        return;
    end = cli_object_begin("id", run->outcome);
    cli_put_string(&end, "title", run->outcome_title);
    cli_put_string(&end, "rating", run->rating);
    cli_put(o, "outcome", cli_object_take(&end));
    cli_put(o, "seconds", cli_tenths((int64_t)run->tenths));
}

/* A list of what `one` makes of each of an array. */
#define PUT_LIST(o, key, count, one)                                                     \
    do {                                                                                 \
        json_t *list = json_array();                                                     \
        for (size_t i = 0; list && i < (count); i++)                                     \
            cli_append(o, list, one);                                                    \
        cli_put(o, key, list);                                                           \
    } while (0)

void cli_report_kept_json(base_bytes *out, const report_kept *kept)
{
    cli_object o = cli_object_begin(NULL, NULL);

    put_head(&o, kept);
    put_end(&o, kept);
    if (kept->heard)
        cli_put(&o, "heard", cli_tenths(kept->heard));
    if (kept->session.rated)
        put_number(&o, "rated", kept->session.rated);
    PUT_LIST(&o, "turns", kept->turn_count, turn(&kept->turns[i], kept->curve));
    PUT_LIST(&o, "cues", kept->cue_count, cue(&kept->cues[i]));
    PUT_LIST(&o, "skills", kept->skill_count, skill(&kept->skills[i]));
    PUT_LIST(&o, "figures", kept->figure_count, figure(&kept->figures[i]));
    cli_put_string(&o, "next", kept->next);
    cli_object_write(&o, out);
}
