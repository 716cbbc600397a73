/* What happens while a run is played again, kept stretch by stretch. */
#include "model/eval.h"
#include "sim/look.h"
#include "sim/score_internal.h"

#include <string.h>

static const ear_scenario *scenario_of(const score_maker *maker)
{
    return maker->score.scenario;
}

static score_stretch *current(score_maker *maker)
{
    return &maker->stretches[maker->now];
}

void *score_alloc(score_maker *maker, size_t count, size_t size)
{
    void *at = base_arena_alloc(&maker->arena, (count ? count : 1) * size);

    maker->failed |= !at;
    return at;
}

const char *score_text(score_maker *maker, ear_text text)
{
    const char *copy =
        text.length ? base_arena_copy(&maker->arena, text.at, text.length) : "";

    maker->failed |= !copy;
    return copy ? copy : "";
}

static void on_line(score_maker *maker, const ear_event *event)
{
    const ear_scenario *sc = scenario_of(maker);

    if (sc->lines[event->index].speaker == sc->info->customer)
        current(maker)->point.tone = score_text(maker, event->tone);
}

static void on_cue(score_maker *maker, const ear_event *event)
{
    score_stretch *stretch = current(maker);
    listed_cue *cue = score_alloc(maker, 1, sizeof *cue);

    if (!cue)
        return;
    cue->it = (sim_cue){.cue = event->index,
                        .point = (uint32_t)maker->now,
                        .words = score_text(maker, event->text)};
    cue->next = stretch->cues;
    stretch->cues = cue;
    stretch->cue_count++;
}

static const char *const *texts_of(score_maker *maker, const ear_event *event)
{
    const char **texts = score_alloc(maker, event->count, sizeof *texts);

    for (size_t i = 0; texts && i < event->count; i++)
        texts[i] = score_text(maker, event->list[i].text);
    return texts;
}

static void on_notice(score_maker *maker, const ear_event *event)
{
    const model_notice *model = &scenario_of(maker)->notices[event->index];
    score_stretch *stretch = current(maker);
    listed_notice *notice = score_alloc(maker, 1, sizeof *notice);

    if (!notice)
        return;
    notice->it = (sim_noticed){.notice = event->index,
                               .point = (uint32_t)maker->now,
                               .option = MODEL_NONE,
                               .judged = model->answer != MODEL_NONE,
                               .question = score_text(maker, event->text),
                               .options = texts_of(maker, event)};
    notice->next = stretch->notices;
    stretch->notices = notice;
    stretch->notice_count++;
}

static void on_reply(score_maker *maker, const ear_event *event)
{
    sim_turn *turn = &current(maker)->turn;

    turn->words = score_text(maker, event->text);
    turn->thinks = score_text(maker, event->thinks);
    turn->why = score_text(maker, event->why);
}

static void on_rule(score_maker *maker, const ear_event *event)
{
    score_stretch *stretch = current(maker);

    if (!event->thinks.length && !event->why.length)
        return;

    listed_rule *rule = score_alloc(maker, 1, sizeof *rule);

    if (!rule)
        return;
    rule->it = (sim_said_rule){.rule = event->index,
                               .thinks = score_text(maker, event->thinks),
                               .why = score_text(maker, event->why)};
    rule->next = stretch->rules;
    stretch->rules = rule;
    stretch->rule_count++;
}

static void on_choice(score_maker *maker, const ear_event *event)
{
    score_stretch *stretch = current(maker);
    sim_option *options = score_alloc(maker, event->count, sizeof *options);

    if (!options)
        return;
    for (size_t i = 0; i < event->count; i++)
        options[i] = (sim_option){.reply = event->list[i].index,
                                  .words = score_text(maker, event->list[i].text)};
    stretch->options = options;
    stretch->option_count = event->count;
}

static void on_outcome(score_maker *maker, const ear_event *event)
{
    score_stretch *stretch = current(maker);

    stretch->outcome = event->index;
    stretch->title = score_text(maker, event->text.length ? event->text : event->id);
}

static void on_debrief(score_maker *maker, const ear_event *event)
{
    score_stretch *stretch = current(maker);
    listed_text *text = score_alloc(maker, 1, sizeof *text);

    if (!text)
        return;
    text->it = score_text(maker, event->text);
    text->next = stretch->debrief;
    stretch->debrief = text;
    stretch->debrief_count++;
}

static void on_kpi(score_maker *maker, const ear_event *event)
{
    score_stretch *stretch = current(maker);

    if (!stretch->figures)
        stretch->figures = score_alloc(maker, scenario_of(maker)->count[MODEL_S_KPIS],
                                       sizeof *stretch->figures);
    if (!stretch->figures)
        return;
    stretch->figures[stretch->figure_count++] = (sim_figure){
        .kpi = event->index,
        .tenths = (int64_t)(event->number * 10 + (event->number < 0 ? -.5 : .5)),
    };
}

static void on_event(void *user, const ear_event *event)
{
    static void (*const rows[])(score_maker *, const ear_event *) = {
        [EAR_EVENT_LINE] = on_line,       [EAR_EVENT_CUE] = on_cue,
        [EAR_EVENT_NOTICE] = on_notice,   [EAR_EVENT_REPLY] = on_reply,
        [EAR_EVENT_RULE] = on_rule,       [EAR_EVENT_CHOICE] = on_choice,
        [EAR_EVENT_OUTCOME] = on_outcome, [EAR_EVENT_DEBRIEF] = on_debrief,
        [EAR_EVENT_KPI] = on_kpi,
    };

    if (event->kind < sizeof rows / sizeof *rows && rows[event->kind])
        rows[event->kind](user, event);
}

ear_sink score_sink(score_maker *maker)
{
    return (ear_sink){.event = on_event, .user = maker, .words = true};
}

static void add_points(int32_t *to, const ear_scenario *sc, const model_effect *effect)
{
    for (uint32_t i = 0; i < effect->points; i++) {
        const model_points *part = &sc->points[effect->first_points + i];

        to[part->skill] += part->points;
    }
}

/* The most points that a reply on offer would give, skill by skill. */
static void add_possible(score_maker *maker, score_stretch *stretch)
{
    const ear_scenario *sc = scenario_of(maker);
    const uint32_t skills = sc->count[MODEL_S_SKILLS];
    int32_t *of_one = score_alloc(maker, skills, sizeof *of_one);

    stretch->possible = score_alloc(maker, skills, sizeof *stretch->possible);
    if (maker->failed)
        return;
    for (size_t i = 0; i < stretch->option_count; i++) {
        const model_reply *reply = &sc->replies[stretch->options[i].reply];

        memset(of_one, 0, skills * sizeof *of_one);
        if (reply->intent != MODEL_NONE)
            add_points(of_one, sc, &sc->intents[reply->intent].effect);
        add_points(of_one, sc, &reply->effect);
        for (uint32_t s = 0; s < skills; s++)
            if (of_one[s] > stretch->possible[s])
                stretch->possible[s] = of_one[s];
    }
}

static const int32_t *points_now(const score_maker *maker)
{
    return model_ints(sim_session_state(maker->session),
                      sim_session_layout(maker->session)->points);
}

/* turn.earned held what there was before the reply. */
static void settle_turn(score_maker *maker, score_stretch *stretch)
{
    const score_stretch *before = stretch - 1;
    const uint32_t skills = scenario_of(maker)->count[MODEL_S_SKILLS];
    const int32_t *points = points_now(maker);
    int32_t *earned = score_alloc(maker, skills, sizeof *earned);
    int32_t *possible = score_alloc(maker, skills, sizeof *possible);

    if (!earned || !possible)
        return;
    for (uint32_t s = 0; s < skills; s++) {
        earned[s] = points[s] - stretch->turn.earned[s];
        possible[s] = earned[s] > before->possible[s] ? earned[s] : before->possible[s];
    }
    stretch->turn.earned = earned;
    stretch->turn.possible = possible;
    stretch->point.change = stretch->point.mood.ease - before->point.mood.ease;
}

void score_settle(score_maker *maker)
{
    const ear_scenario *sc = scenario_of(maker);
    const model_state *state = sim_session_state(maker->session);
    score_stretch *stretch = current(maker);
    const uint32_t meters = sc->count[MODEL_S_METERS];
    int32_t *copy = score_alloc(maker, meters, sizeof *copy);

    if (!copy)
        return;
    memcpy(copy, model_ints(state, sim_session_layout(maker->session)->meters),
           meters * sizeof *copy);
    stretch->point.meters = copy;
    stretch->point.mood = sim_mood_of(sc, copy);
    stretch->point.channel = state->channel;
    stretch->choice = state->statement;
    add_possible(maker, stretch);
    if (maker->now > 0 && !maker->failed)
        settle_turn(maker, stretch);
}

void score_open(score_maker *maker, size_t option)
{
    const ear_scenario *sc = scenario_of(maker);
    const score_stretch *before = current(maker);
    const uint32_t index = before->options[option].reply;
    const model_reply *reply = &sc->replies[index];
    const uint32_t skills = sc->count[MODEL_S_SKILLS];
    int32_t *points = score_alloc(maker, skills, sizeof *points);
    score_stretch *stretch = &maker->stretches[++maker->now];

    *stretch = (score_stretch){
        .turn = {.number = (uint32_t)maker->now,
                 .reply = index,
                 .choice = before->choice,
                 .moment = sc->statements[before->choice].moment,
                 .intent = reply->intent,
                 .step = MODEL_NONE,
                 .rating = reply->rating,
                 .hold = reply->hold,
                 .options = before->options,
                 .option_count = before->option_count,
                 .earned = points},
        .point = {.tone = before->point.tone},
        .outcome = MODEL_NONE,
        .title = "",
    };
    if (reply->rating == 0 && reply->intent != MODEL_NONE)
        stretch->turn.rating = sc->intents[reply->intent].rating;
    if (points)
        memcpy(points, points_now(maker), skills * sizeof *points);
}

void score_drop(score_maker *maker)
{
    maker->now--;
}

void score_unsay(score_maker *maker)
{
    const score_stretch *stretch = current(maker);
    listed_unsaid *unsaid = score_alloc(maker, 1, sizeof *unsaid);

    score_drop(maker);
    if (!unsaid)
        return;
    unsaid->it = (sim_unsaid){.number = stretch->turn.number,
                              .reply = stretch->turn.reply,
                              .words = stretch->turn.words,
                              .thinks = stretch->turn.thinks,
                              .why = stretch->turn.why,
                              .mood = stretch->point.mood};
    unsaid->next = maker->unsaid;
    maker->unsaid = unsaid;
    maker->score.unsaid_count++;
}
