/* Playing again what was played: a run that comes back, a pack that was read anew. */
#include "view/app_state.h"

size_t view_play_given(const view_app *app, const char **ids, size_t room)
{
    const ear_scenario *model = app->talk.model;
    size_t n = 0;

    for (size_t i = 0; model && i < app->talk.count && n < room; i++) {
        const talk_entry *entry = &app->talk.entries[i];
        if (entry->kind == TALK_REPLY && !entry->taken &&
            entry->index < model->count[MODEL_S_REPLIES])
            ids[n++] = model_string(model, model->details[entry->index].id);
    }
    return n;
}

/* Everything that has been done is there, at once. */
static void catch_up(view_app *app)
{
    view_talk_schedule(&app->talk, &app->settings);
    app->talk.clock = app->talk.end;
    view_talk_advance(&app->talk, NULL, NULL);
}

static bool choose_id(view_app *app, const char *id)
{
    const ear_sink sink = view_play_sink(app);
    size_t index;

    if (ear_session_find(app->session, id, &index, NULL) != EAR_OK)
        return false;
    view_talk_turn(&app->talk);
    if (ear_session_choose(app->session, index, &sink, NULL) != EAR_OK)
        return false;
    if (app->host.settled)
        app->host.settled(app->host.user, EAR_OK);
    catch_up(app);
    return true;
}

static void before(void *user, view_did did, uint32_t option)
{
    view_app *app = user;
    talk_notice *notice = &app->talk.notice;

    catch_up(app);
    if (did == VIEW_DID_REPLY) {
        view_talk_turn(&app->talk);
    } else if (did == VIEW_DID_BACK) {
        view_talk_back(&app->talk);
    } else if (notice->asked && option < notice->count) {
        notice->answered = true;
        notice->given = option;
    }
}

view_follow view_play_follow(view_app *app)
{
    return (view_follow){view_play_sink(app), before, app};
}

/* Nothing goes on before the person has said how. */
static void ask_what_to_do(view_app *app)
{
    if (app->scenario.assess)
        app->returned.in_moment = 0; /* nothing can be taken back */
    app->overlay = VIEW_OVER_CHANGED;
    app->over_scroll = (view_scroll){0};
    view_say_overlay(app);
}

ear_status view_play_resume(view_app *app, ear_session *session,
                            const view_scenario *scenario, ear_error *err)
{
    const view_follow follow = view_play_follow(app);
    view_returned *back = &app->returned;
    ear_status status = view_play_begin(app, session, scenario, err);

    if (status != EAR_OK || !app->host.resume)
        return status;
    status = app->host.resume(app->host.user, &follow, back, err);
    catch_up(app);
    app->shown = view_talk_mood(&app->talk);
    app->focus = 0;
    view_play_say_here(app);
    if (status == EAR_OK && back->stopped)
        ask_what_to_do(app);
    else if (back->words[0])
        view_status(app, "%s", back->words);
    return view_play_after(app, status, err);
}

ear_status view_play_moment_again(view_app *app, ear_error *err)
{
    ear_status status = EAR_OK;

    app->overlay = VIEW_OVER_NOTHING;
    for (uint32_t i = app->returned.in_moment; i > 0 && status == EAR_OK; i--)
        status = view_play_back(app, err);
    app->returned.in_moment = 0;
    catch_up(app);
    view_play_say_here(app);
    return status;
}

size_t view_play_quickly(view_app *app, const char *const *ids, size_t count)
{
    size_t n = 0;

    app->talk.clock = app->talk.end;
    view_talk_advance(&app->talk, NULL, NULL);
    while (n < count && choose_id(app, ids[n]))
        n++;
    app->talk.notice.asked = false;
    view_talk_advance(&app->talk, NULL, NULL);
    app->shown = view_talk_mood(&app->talk);
    app->focus = 0;
    return n;
}
