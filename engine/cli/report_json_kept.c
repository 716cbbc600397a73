#include "cli/report_json.h"

#include "cli/json.h"

static void put_number(base_json *o, const char *key, int64_t value)
{
    base_json_put(o, key, json_integer(value));
}

/* Millionths as percent with one decimal: where the curve stands. */
static json_t *percent(int32_t millionths)
{
    return cli_json_tenths((millionths + 500) / 1000);
}

static json_t *turn(const report_turn *it, bool curve)
{
    base_json o = base_json_begin();

    put_number(&o, "turn", it->turn);
    base_json_put_text(&o, "id", it->reply);
    base_json_put_text(&o, "moment", it->moment);
    base_json_put_text(&o, "said", it->said);
    base_json_put_text(&o, "thinks", it->thinks);
    base_json_put_text(&o, "why", it->why);
    base_json_put_text(&o, "intent", it->intent);
    if (curve) {
        base_json_put(&o, "mood_before", percent(it->before));
        base_json_put(&o, "mood_after", percent(it->after));
    }
    return base_json_take(&o);
}

static json_t *skill(const report_skill *it)
{
    base_json o = base_json_begin_with("id", it->skill);

    base_json_put_text(&o, "label", it->label);
    put_number(&o, "points", it->points);
    if (it->possible >= 0)
        put_number(&o, "possible", it->possible);
    return base_json_take(&o);
}

static json_t *figure(const report_kept_figure *it)
{
    base_json o = base_json_begin_with("id", it->id);

    base_json_put_text(&o, "label", it->label);
    base_json_put(&o, "value", cli_json_tenths(it->tenths));
    base_json_put_text(&o, "unit", it->unit);
    return base_json_take(&o);
}

static json_t *cue(const report_kept_cue *it)
{
    base_json o = base_json_begin_with("text", it->text);

    put_number(&o, "before", (int64_t)it->point + 1);
    base_json_put(&o, "caught", json_boolean(it->caught));
    return base_json_take(&o);
}

static void put_head(base_json *o, const report_kept *kept)
{
    const report_session *run = &kept->session;

    put_number(o, "format", 1);
    base_json_put(o, "simulated", json_true());
    base_json_put(o, "from_journal", json_true());
    base_json_put_text(o, "run", run->run);
    base_json_put_text(o, "learner", run->learner);
    base_json_put_text(o, "date", kept->date);
    base_json_put_text(o, "pack", run->pack);
    base_json_put_text(o, "version", run->version);
    base_json_put_text(o, "scenario", run->scenario);
    base_json_put_text(o, "title", run->title);
    put_number(o, "seed", (int64_t)run->seed);
    base_json_put_text(o, "note", kept->note);
    base_json_put(o, "finished", json_boolean(run->outcome != NULL));
}

static void put_end(base_json *o, const report_kept *kept)
{
    const report_session *run = &kept->session;
    base_json end;

    if (!run->outcome)
        return;
    end = base_json_begin_with("id", run->outcome);
    base_json_put_text(&end, "title", run->outcome_title);
    base_json_put_text(&end, "rating", run->rating);
    base_json_put(o, "outcome", base_json_take(&end));
    base_json_put(o, "seconds", cli_json_tenths((int64_t)run->tenths));
}

/* A list of what `one` makes of each of an array. */
#define PUT_LIST(o, key, count, one)                                                     \
    do {                                                                                 \
        json_t *list = json_array();                                                     \
        for (size_t i = 0; list && i < (count); i++)                                     \
            base_json_append(o, list, one);                                              \
        base_json_put(o, key, list);                                                     \
    } while (0)

void cli_report_kept_json(base_bytes *out, const report_kept *kept)
{
    base_json o = base_json_begin();

    put_head(&o, kept);
    put_end(&o, kept);
    if (kept->heard)
        base_json_put(&o, "heard", cli_json_tenths(kept->heard));
    if (kept->session.rated)
        put_number(&o, "rated", kept->session.rated);
    PUT_LIST(&o, "turns", kept->turn_count, turn(&kept->turns[i], kept->curve));
    PUT_LIST(&o, "cues", kept->cue_count, cue(&kept->cues[i]));
    PUT_LIST(&o, "skills", kept->skill_count, skill(&kept->skills[i]));
    PUT_LIST(&o, "figures", kept->figure_count, figure(&kept->figures[i]));
    base_json_put_text(&o, "next", kept->next);
    cli_json_line(&o, out);
}
