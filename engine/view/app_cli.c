/* What the command line starts the app with. */
#include "view/app_state.h"
#include "view/screens.h"

#include "base/fail.h"

#include <stdlib.h>
#include <string.h>

#define MOST_REPLIES 4096

ear_status view_app_play(view_app *app, ear_session *session,
                         const view_scenario *scenario, int64_t now, ear_error *err)
{
    if (now > app->now)
        app->now = now;
    if (scenario->level)
        app->settings.level = app->saved.level = (view_level)(scenario->level - 1);
    const ear_status status = view_play_begin(app, session, scenario, err);
    view_play_say_next(app);
    return status;
}

ear_status view_app_resume(view_app *app, ear_session *session,
                           const view_scenario *scenario, int64_t now, ear_error *err)
{
    if (now > app->now)
        app->now = now;
    return view_play_resume(app, session, scenario, err);
}

static void forget_problem(view_app *app)
{
    base_arena_release(&app->problem_texts);
    memset(&app->problem, 0, sizeof app->problem);
    app->problem_hidden = false;
}

/* Copies of the ids: the model that they stand in is about to go. */
static size_t copy_given(const view_app *app, base_arena *arena, const char ***out)
{
    const char **ids = base_arena_alloc(arena, MOST_REPLIES * sizeof *ids);
    const size_t n = ids ? view_play_given(app, ids, MOST_REPLIES) : 0;

    for (size_t i = 0; i < n; i++) {
        ids[i] = base_arena_copy(arena, ids[i], strlen(ids[i]));
        if (!ids[i])
            return 0;
    }
    *out = ids;
    return n;
}

typedef struct given {
    const char **ids;
    size_t count;
} given;

/* What stands is taken back until only replies stand that were given. */
static size_t agree(view_app *app, const given *before)
{
    const char *now[MOST_REPLIES];

    for (;;) {
        const size_t stand = view_play_given(app, now, MOST_REPLIES);
        const ear_scenario *model = app->talk.model;
        size_t same = 0;

        while (same < stand && same < before->count &&
               strcmp(now[same], model_newest_name(model, before->ids[same])) == 0)
            same++;
        if (same == stand || !view_play_can_back(app) ||
            view_play_back(app, NULL) != EAR_OK)
            return same;
    }
}

/* A run that is kept comes back as far as nothing it came to is different; from there on,
 * and where nothing is kept, replies are given anew. Returns how many stand. */
static size_t play_given(view_app *app, const given *before)
{
    const view_follow follow = view_play_follow(app);
    view_returned back = {.stopped = false};

    if (app->host.resume)
        app->host.resume(app->host.user, &follow, &back, NULL);
    const size_t stand = agree(app, before);
    return stand + view_play_quickly(app, before->ids + stand, before->count - stand);
}

ear_status view_app_reloaded(view_app *app, ear_session *session,
                             const view_scenario *scenario, int64_t now, ear_error *err)
{
    base_arena arena = {0};
    given before = {.ids = NULL};
    const view_graph_view looked = app->graph;
    const view_overlay overlay = app->overlay;

    before.count = copy_given(app, &arena, &before.ids);
    if (now > app->now)
        app->now = now;
    forget_problem(app);
    const ear_status status = view_play_begin(app, session, scenario, err);
    const size_t held = status == EAR_OK ? play_given(app, &before) : 0;
    base_bytes_clear(&app->mouth); /* how the talk began has been said long ago */
    if (status == EAR_OK && held < before.count)
        view_status(app,
                    "Updated. A reply you had given is gone: you are where it stood.");
    else if (status == EAR_OK)
        view_status(app, "Updated");
    base_arena_release(&arena);
    if (status == EAR_OK && !looked.all && overlay == VIEW_OVER_NOTHING)
        view_play_say_where(app);
    if (status == EAR_OK && looked.all)
        view_graph_reopen(app, &looked);
    if (status == EAR_OK)
        view_proof_reopen(app, overlay);
    return status;
}

static const char *copy(view_app *app, const char *text)
{
    return text ? base_arena_copy(&app->problem_texts, text, strlen(text)) : NULL;
}

void view_app_problem(view_app *app, const view_problem *problem, int64_t now)
{
    if (now > app->now)
        app->now = now;
    forget_problem(app);
    app->problem = *problem;
    app->problem.title =
        copy(app, problem->title ? problem->title : "There is a mistake");
    app->problem.place = copy(app, problem->place);
    app->problem.why = copy(app, problem->why);
    app->problem.said = copy(app, problem->said);
    app->problem.mark = copy(app, problem->mark);
    app->problem.lines = copy(app, problem->lines);
    app->problem.file = copy(app, problem->file);
    app->focus = 0;
    view_play_stop(app);
    view_say(app, "%s. %s", app->problem.title ? app->problem.title : "",
             app->problem.why ? app->problem.why : "");
}

void view_app_refresh(view_app *app, int64_t now)
{
    if (now > app->now)
        app->now = now;
    app->focus = 0;
}

void view_app_point_at(view_app *app, uint32_t entry, int64_t now)
{
    view_app_refresh(app, now);
    if (app->screen != VIEW_SCREEN_HOME)
        return;
    app->focus = view_home_key(entry);
    app->bring = true;
}

/* What was chosen to try stays chosen, and on the page, when more is known. */
static void keep_chosen(view_app *app, const char *chosen)
{
    for (uint32_t i = 0; i < 2; i++)
        if (app->debrief.next[i] && strcmp(app->debrief.next[i], chosen) == 0) {
            app->trying = i + 1;
            return;
        }
    app->debrief.next[1] = chosen;
    app->trying = 2;
}

void view_app_found(view_app *app)
{
    const char *chosen =
        app->has_debrief && app->trying ? app->debrief.next[app->trying - 1] : NULL;

    if (app->has_debrief && app->host.debrief)
        app->has_debrief = app->host.debrief(app->host.user, &app->debrief);
    if (app->has_debrief && chosen)
        keep_chosen(app, chosen);
    view_proof_found(app);
}

/* --- pictures ----------------------------------------------------------------------- */

/* Replies end at a comma; a comma inside one is tried too, longest first. */
static ear_status play_one(view_app *app, const char **at, ear_error *err)
{
    const char *from = *at + strspn(*at, " ");
    char words[2100];
    size_t index;

    for (size_t length = strlen(from); length > 0; length--) {
        if (from[length] != ',' && from[length] != '\0')
            continue;
        if (length >= sizeof words)
            continue;
        memcpy(words, from, length);
        words[length] = '\0';
        if (ear_session_find(app->session, words, &index, err) != EAR_OK)
            continue;
        const char *id = ear_session_offered_id(app->session, index);
        *at = from + length + (from[length] == ',');
        return view_play_quickly(app, &id, 1) ? EAR_OK : EAR_E_STATE;
    }
    return EAR_E_NOT_FOUND;
}

static ear_status play_all(view_app *app, const char *play, ear_error *err)
{
    while (play && play[strspn(play, " ,")]) {
        const ear_status status = play_one(app, &play, err);
        if (status != EAR_OK)
            return status;
    }
    return EAR_OK;
}

static bool asked_since_the_reply(const view_app *app)
{
    for (size_t i = app->talk.told; i > 0; i--)
        if (app->talk.entries[i - 1].kind == TALK_NOTICE)
            return true;
        else if (app->talk.entries[i - 1].kind == TALK_REPLY)
            return false;
    return false;
}

void view_app_plate(view_app *app, const view_plate *plate)
{
    app->still = true;
    app->plate = plate;
}

ear_status view_app_poster(view_app *app, view_size *size, ear_error *err)
{
    const view_shot shot = {.screen = VIEW_SCREEN_GRAPH, .focus = -1};
    const ear_status status = view_shot_state(app, &shot, app->now, err);

    if (status != EAR_OK)
        return status;
    app->graph.poster = true;
    *size = view_graph_poster_size(app->graph.all);
    return EAR_OK;
}

ear_status view_shot_state(view_app *app, const view_shot *shot, int64_t now,
                           ear_error *err)
{
    app->still = true;
    app->now = now;
    if (app->talk.model) {
        view_play_quickly(app, NULL, 0);
        const ear_status status = play_all(app, shot->play, err);
        if (status != EAR_OK)
            return status;
    } else if (shot->play) {
        return base_fail(err, EAR_E_STATE, "nothing is being played");
    }
    base_bytes_clear(&app->mouth);
    if (shot->screen == VIEW_SCREEN_GRAPH && !view_graph_take(app))
        return base_fail(err, EAR_E_STATE, "%s", app->status);
    view_go_to_screen(app, shot->screen);
    if (shot->notice && asked_since_the_reply(app))
        app->talk.notice.asked = true;
    if (shot->screen == VIEW_SCREEN_DEBRIEF && app->host.debrief)
        app->has_debrief = app->host.debrief(app->host.user, &app->debrief);
    if (shot->focus >= 0) {
        app->focus = view_key("reply", (uint32_t)shot->focus);
        app->ring = true;
    }
    view_play_tick(app);
    return view_app_do(app, shot->command, err);
}
