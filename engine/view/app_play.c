/* Playing: the session behind, the clock in front. */
#include "view/app_state.h"
#include "view/silence.h"

#include "base/fail.h"

#include <string.h>

#define GUARD_MS   350
#define STEADY_MS  500
#define UNSAVED_MS 4 /* between two looks */

static void on_event(void *user, const ear_event *event)
{
    view_app *app = user;

    if (app->session)
        app->talk.minute = (uint32_t)(ear_session_tenths(app->session) / 600);
    view_talk_event(&app->talk, event);
    if (app->host.event)
        app->host.event(app->host.user, event);
}

ear_sink view_play_sink(view_app *app)
{
    return (ear_sink){.event = on_event, .user = app};
}

/* --- the clock ---------------------------------------------------------------------- */

/* Nothing moves on before what was done is safe. */
static bool unsafe(view_app *app)
{
    char words[400] = "";

    if (!app->unsaved || !app->host.saved)
        return false;
    app->unsaved = !app->host.saved(app->host.user, words, sizeof words);
    if (words[0])
        view_status(app, "%s", words);
    return app->unsaved;
}

static void sync(view_app *app)
{
    if (app->since < 0)
        return;
    if (unsafe(app))
        app->since = app->now;
    app->talk.clock += app->now - app->since;
    app->since = app->now;
}

void view_play_stop(view_app *app)
{
    sync(app);
    app->since = -1;
}

void view_play_go(view_app *app)
{
    if (app->since < 0 && !app->asleep)
        app->since = app->now;
}

static bool paused(const view_app *app)
{
    return app->overlay == VIEW_OVER_MENU || app->overlay == VIEW_OVER_HELP ||
           app->overlay == VIEW_OVER_CHANGED || app->screen != VIEW_SCREEN_TALK ||
           app->asleep || (app->problem.title && !app->problem_hidden);
}

view_level view_play_level(const view_app *app)
{
    if (app->scenario.assess)
        return VIEW_READ;
    return app->settings.level;
}

bool view_play_can_back(const view_app *app)
{
    return !app->scenario.assess && app->session && app->talk.turn_count > 0 &&
           !app->talk.over;
}

/* --- time passes -------------------------------------------------------------------- */

static talk_mood toward(talk_mood a, talk_mood b, float t)
{
    return (talk_mood){
        a.tension + (b.tension - a.tension) * t, a.warmth + (b.warmth - a.warmth) * t,
        a.engagement + (b.engagement - a.engagement) * t, a.ease + (b.ease - a.ease) * t};
}

#define TINT_MS 600

static void move_mood(view_app *app)
{
    const int64_t age = app->talk.clock - app->talk.reacted;
    const talk_mood to = view_talk_mood(&app->talk);

    if (app->still || app->settings.reduced_motion || age >= TINT_MS || age < 0)
        app->shown = to;
    else
        app->shown = toward(app->talk.before, to, (float)age / TINT_MS);
}

void view_play_tick(view_app *app)
{
    if (!app->talk.model)
        return;
    if (paused(app)) {
        view_play_stop(app);
        return;
    }
    view_play_go(app);
    sync(app);
    const bool offered = view_talk_offers(&app->talk);
    view_talk_advance(&app->talk, view_say_entry, app);
    if (!offered && view_talk_offers(&app->talk))
        view_say_choice(app);
    move_mood(app);
    if (view_silence_runs(app) && app->talk.clock >= view_silence_ends(app)) {
        const talk_offer *quiet = view_silence_offer(&app->talk);
        view_play_choose(app, (uint32_t)(quiet - app->talk.offers), NULL);
    }
}

static int64_t at_now(const view_app *app, int64_t clock)
{
    return app->now + (clock - app->talk.clock > 0 ? clock - app->talk.clock : 0);
}

static int64_t earlier(int64_t a, int64_t b)
{
    if (a < 0)
        return b;
    return b < 0 || a < b ? a : b;
}

int64_t view_play_deadline(const view_app *app)
{
    int64_t when = -1;

    if (!app->talk.model || paused(app))
        return -1;
    if (app->unsaved)
        return app->now + UNSAVED_MS;
    const int64_t next = view_talk_next(&app->talk);
    if (next >= 0)
        when = at_now(app, next);
    if (view_silence_runs(app)) {
        when = earlier(when, at_now(app, view_silence_begins(app)));
        if (app->talk.clock >= view_silence_begins(app))
            when = earlier(when, at_now(app, view_silence_ends(app)));
    }
    const int64_t age = app->talk.clock - app->talk.reacted;
    if (age >= 0 && age < TINT_MS && !app->settings.reduced_motion && !app->still)
        when = earlier(when, app->now + 33);
    return when;
}

void view_play_complete(view_app *app)
{
    sync(app);
    if (app->talk.clock < app->talk.end && !app->unsaved)
        app->talk.clock = app->talk.end;
    view_play_tick(app);
}

/* --- what the trainee does ---------------------------------------------------------- */

/* What just came up is not pressed by accident. */
static bool guarded(const view_app *app)
{
    return !app->still && app->talk.clock - app->talk.offered < GUARD_MS;
}

static bool too_soon(view_app *app)
{
    const bool soon = app->settings.steady_hands && !app->still &&
                      app->now - app->last_press < STEADY_MS;

    if (!soon)
        app->last_press = app->now;
    return soon;
}

ear_status view_play_after(view_app *app, ear_status status, ear_error *err)
{
    if (app->host.settled) {
        app->host.settled(app->host.user, status);
        app->unsaved = app->host.saved != NULL;
    }
    view_talk_schedule(&app->talk, &app->settings);
    if (app->still)
        app->talk.clock = app->talk.end;
    view_play_tick(app);
    if (app->talk.failed)
        return base_fail_memory(err);
    return status;
}

static void show_failure(view_app *app, const ear_error *err)
{
    view_status(app, "%s", err->message);
}

ear_status view_play_begin(view_app *app, ear_session *session,
                           const view_scenario *scenario, ear_error *err)
{
    ear_error own = {.status = EAR_OK};
    const ear_sink sink = view_play_sink(app);

    ear_session_free(app->session);
    app->session = session;
    app->scenario = *scenario;
    app->overlay = VIEW_OVER_NOTHING;
    app->graph.all = NULL;
    view_proof_forget(app);
    app->has_debrief = false;
    app->returned = (view_returned){.stopped = false};
    app->rated = 0;
    app->trying = 0;
    app->focus = 0;
    app->since = -1;
    app->edited = false;
    memset(app->notes, 0, sizeof app->notes);
    ear_status status =
        view_talk_start(&app->talk, scenario->model, scenario->seed, session, err);
    if (status != EAR_OK)
        return status;
    app->call_room = 0;
    app->move.known = false;
    app->stirred = app->now;
    app->face = view_face_of_speaker(scenario->model, scenario->model->info->customer);
    app->shown = view_talk_mood(&app->talk);
    view_go_to_screen(app, VIEW_SCREEN_TALK);
    status = ear_session_begin(session, &sink, &own);
    if (status != EAR_OK) {
        show_failure(app, &own);
        if (err)
            *err = own;
    }
    return view_play_after(app, status, err);
}

ear_status view_play_choose(view_app *app, uint32_t shown, ear_error *err)
{
    ear_error own = {.status = EAR_OK};
    const ear_sink sink = view_play_sink(app);

    if (!view_talk_offers(&app->talk) || shown >= app->talk.offer_count || guarded(app) ||
        too_soon(app))
        return EAR_OK;
    const uint32_t index = app->talk.offers[shown].index;
    view_talk_turn(&app->talk);
    app->focus = 0;
    const ear_status status = ear_session_choose(app->session, index, &sink, &own);
    if (status != EAR_OK) {
        show_failure(app, &own);
        if (err)
            *err = own;
        ear_session_show(app->session, &sink, NULL);
    }
    return view_play_after(app, status, err);
}

ear_status view_play_back(view_app *app, ear_error *err)
{
    const ear_sink sink = view_play_sink(app);

    if (!view_play_can_back(app))
        return EAR_OK;
    if (app->host.took_back)
        app->host.took_back(app->host.user);
    view_talk_back(&app->talk);
    app->focus = 0;
    const ear_status status = ear_session_back(app->session, &sink, err);
    if (status == EAR_OK)
        view_say(app, "Taken back.");
    return view_play_after(app, status, err);
}

ear_status view_play_notice(view_app *app, uint32_t option, ear_error *err)
{
    talk_notice *notice = &app->talk.notice;
    const ear_sink sink = view_play_sink(app);

    if (!notice->asked || notice->answered || option >= notice->count ||
        (!app->still && app->talk.clock - notice->at < GUARD_MS) || too_soon(app))
        return EAR_OK;
    const ear_status status = ear_session_notice(app->session, option, &sink, err);
    if (status != EAR_OK)
        return status;
    notice->answered = true;
    notice->given = option;
    if (app->host.noticed)
        app->host.noticed(app->host.user, notice->index, option);
    view_say(app, "%s%s", notice->because, view_notice_scored(app));
    return view_play_after(app, status, err);
}

void view_play_say_here(view_app *app)
{
    base_bytes_clear(&app->mouth);
    view_play_say_where(app);
}

void view_play_say_where(view_app *app)
{
    const bool over = app->talk.over;
    const talk_entry *last = view_talk_last(&app->talk, over ? TALK_OUTCOME : TALK_LINE);

    if (last)
        view_say_entry(app, last);
    if (view_talk_offers(&app->talk))
        view_say_choice(app);
}

void view_play_say_next(view_app *app)
{
    if (app->scenario.next && app->scenario.next[0])
        view_status(app, "You wanted to try: %s", app->scenario.next);
}

void view_play_next(view_app *app)
{
    talk_notice *notice = &app->talk.notice;

    if (view_talk_busy(&app->talk)) {
        view_play_complete(app);
    } else if (notice->asked) {
        if (!app->still && app->talk.clock - notice->at < GUARD_MS)
            return;
        notice->asked = false;
        app->focus = 0;
        view_play_tick(app);
    } else if (app->talk.over) {
        view_go_to_screen(app, VIEW_SCREEN_END);
    }
}
