/* Commands of the end, the debrief and of writing. */
#include "view/app_state.h"
#include "view/screens.h"

#include <stdio.h>
#include <string.h>

static void open_debrief(view_app *app)
{
    if (!app->has_debrief && app->host.debrief) {
        memset(&app->debrief, 0, sizeof app->debrief);
        app->has_debrief = app->host.debrief(app->host.user, &app->debrief);
    }
    app->point = VIEW_NO_POINT;
    view_go_to_screen(app, VIEW_SCREEN_DEBRIEF);
    view_say_debrief(app);
}

static void rate(view_app *app, int32_t heard)
{
    if (heard < 1 || heard > 7)
        return;
    app->rated = (uint32_t)heard;
    if (app->host.rated)
        app->host.rated(app->host.user, app->rated);
    view_say(app, "You say %d of 7.", (int)heard);
}

void view_keep_answer(view_app *app)
{
    if (app->screen == VIEW_SCREEN_REFLECT && app->host.reflected && app->edited) {
        app->host.reflected(app->host.user, app->question, app->notes[app->question]);
        app->edited = false;
    }
}

static size_t questions(const view_app *app)
{
    const size_t n = app->has_debrief ? app->debrief.reflect_count : 0;

    return n < VIEW_MAX_NOTES ? n : VIEW_MAX_NOTES;
}

static void next_question(view_app *app)
{
    view_keep_answer(app);
    if (app->question + 1 < questions(app)) {
        app->question++;
        app->focus = 0;
        app->editing = false;
        view_say(app, "%s", app->debrief.reflect[app->question]);
        return;
    }
    view_go_to_screen(app, VIEW_SCREEN_DEBRIEF);
}

static void reflect(view_app *app)
{
    if (questions(app) == 0) {
        view_go_to_screen(app, VIEW_SCREEN_HOME);
        return;
    }
    app->question = 0;
    view_go_to_screen(app, VIEW_SCREEN_REFLECT);
    view_say(app, "%s", app->debrief.reflect[0]);
}

static void try_next(view_app *app, int32_t which)
{
    if (!app->has_debrief || which < 0 || which > 1 || !app->debrief.next[which])
        return;
    app->trying = (uint32_t)which + 1;
    if (app->host.chose)
        app->host.chose(app->host.user, app->debrief.next[which]);
    view_status(app, "You will see it when the next conversation begins.");
    view_say(app, "Chosen: %s", app->debrief.next[which]);
}

static void report(view_app *app)
{
    char where[220] = "";

    if (app->host.report && app->host.report(app->host.user, where, sizeof where))
        view_status(app, "Report: %s", where);
    else
        view_status(app, "%s", where[0] ? where : "The report could not be written.");
}

/* The id of the other reply that was asked for, copied: what the debrief says is gone
 * with the next run. */
static void other_reply(const view_app *app, int32_t other, char *id, size_t room)
{
    id[0] = '\0';
    if (other > 0 && (size_t)other <= app->debrief.other_count &&
        app->debrief.others[other - 1].id)
        snprintf(id, room, "%s", app->debrief.others[other - 1].id);
}

/* The same talk again up to before reply `number` (from 1); `other`: then the other reply
 * of that number (from 1). */
static ear_status replay(view_app *app, int32_t number, int32_t other, ear_error *err)
{
    const char *ids[1024];
    char instead[512];
    const size_t given = view_play_given(app, ids, 1024);
    ear_session *session = NULL;
    view_scenario scenario = app->scenario;
    size_t keep = number > 0 ? (size_t)number - 1 : 0;

    if (!app->host.open)
        return EAR_OK;
    other_reply(app, other, instead, sizeof instead);
    ear_status status =
        app->host.open(app->host.user, NULL, false, &session, &scenario, err);
    if (status != EAR_OK)
        return status;
    if (keep > given)
        keep = given;
    /* The ids are the model's; where it was opened anew they are gone. */
    if (scenario.model != app->talk.model)
        keep = 0;
    status = view_play_begin(app, session, &scenario, err);
    if (status == EAR_OK && view_play_quickly(app, ids, keep) == keep && instead[0])
        view_play_quickly(app, &(const char *){instead}, 1);
    view_play_say_here(app);
    return status;
}

static void look_at(view_app *app, int32_t point)
{
    app->point = point >= 0 ? (uint32_t)point : VIEW_NO_POINT;
}

static void next_page(view_app *app)
{
    if (app->screen == VIEW_SCREEN_END)
        open_debrief(app);
    else if (app->screen == VIEW_SCREEN_DEBRIEF)
        reflect(app);
    else if (app->screen == VIEW_SCREEN_REFLECT)
        next_question(app);
}

static void open_what_if(view_app *app)
{
    if (!app->has_debrief || !app->debrief.other_count)
        return;
    app->overlay = VIEW_OVER_WHAT_IF;
    app->over_scroll = (view_scroll){0};
    app->focus = 0;
    view_say_overlay(app);
}

ear_status view_command_after(view_app *app, view_command command, ear_error *err)
{
    switch (command.kind) {
    case VIEW_DO_NEXT:
        next_page(app);
        return EAR_OK;
    case VIEW_DO_CHOOSE:
        if (app->screen == VIEW_SCREEN_END)
            rate(app, command.number + 1);
        return EAR_OK;
    case VIEW_DO_RATE:
        rate(app, command.number);
        return EAR_OK;
    case VIEW_DO_DEBRIEF:
        open_debrief(app);
        return EAR_OK;
    case VIEW_DO_REFLECT:
        reflect(app);
        return EAR_OK;
    case VIEW_DO_REPORT:
        report(app);
        return EAR_OK;
    case VIEW_DO_REPLAY:
        return replay(app, command.number, command.amount, err);
    case VIEW_DO_WHAT_IF:
        open_what_if(app);
        return EAR_OK;
    case VIEW_DO_POINT:
        look_at(app, command.number);
        return EAR_OK;
    case VIEW_DO_TRY:
        try_next(app, command.number);
        return EAR_OK;
    case VIEW_DO_EDIT:
        app->editing = app->edited = true;
        return EAR_OK;
    default:
        return EAR_OK;
    }
}

/* --- writing ------------------------------------------------------------------------ */

static ear_status go_to(view_app *app, int32_t moment, ear_error *err)
{
    ear_session *session = NULL;
    view_scenario scenario = app->scenario;

    if (moment < 0) {
        app->overlay =
            app->overlay == VIEW_OVER_GO_TO ? VIEW_OVER_NOTHING : VIEW_OVER_GO_TO;
        app->over_scroll = (view_scroll){0};
        app->focus = 0;
        return EAR_OK;
    }
    if (!app->host.open_at || !app->talk.model ||
        (uint32_t)moment >= app->talk.model->count[MODEL_S_MOMENTS])
        return EAR_OK;
    const char *id = model_string(app->talk.model, app->talk.model->moments[moment].id);
    const ear_status status =
        app->host.open_at(app->host.user, id, &session, &scenario, err);
    return status == EAR_OK ? view_play_begin(app, session, &scenario, err) : status;
}

static void editor(view_app *app, view_command command)
{
    const view_finding *finding = view_proof_finding(app, command);
    const char *file = finding ? finding->file : app->problem.file;
    int line = finding ? finding->line : app->problem.line;

    if (!file && app->talk.model) {
        const ear_scenario *model = app->talk.model;
        const uint32_t moment =
            app->screen == VIEW_SCREEN_GRAPH
                ? app->graph.card
                : model_find_moment(model,
                                    app->session ? ear_session_moment(app->session) : "");
        if (moment != MODEL_NONE) {
            const model_place place = model->moments[moment].place;
            file = model_string(model, model->files[place.file]);
            line = (int)place.line;
        }
    }
    if (file && (!app->host.edit || !app->host.edit(app->host.user, file, line)))
        view_status(app, "Line %d of %s", line, file);
}

static void copy_problem(view_app *app)
{
    if (app->problem.title && app->host.copy) {
        app->host.copy(app->host.user, app->problem.title);
        view_status(app, "Copied");
    }
}

ear_status view_command_author(view_app *app, view_command command, ear_error *err)
{
    const bool author = app->scenario.author || app->problem.title;

    if (!author)
        return EAR_OK;
    switch (command.kind) {
    case VIEW_DO_INSPECT:
        app->inspecting = !app->inspecting;
        view_inspector_say(app);
        return EAR_OK;
    case VIEW_DO_RELOAD:
        if (app->host.reload)
            app->host.reload(app->host.user);
        return EAR_OK;
    case VIEW_DO_SKIP_PAUSES:
        app->settings.pace =
            app->settings.pace == VIEW_NO_PACE ? VIEW_REAL : VIEW_NO_PACE;
        app->saved.pace = app->settings.pace; /* for this run */
        view_status(app, app->settings.pace == VIEW_NO_PACE ? "Pauses are skipped"
                                                            : "Pauses as written");
        return EAR_OK;
    case VIEW_DO_EDITOR:
        editor(app, command);
        return EAR_OK;
    case VIEW_DO_COPY:
        copy_problem(app);
        return EAR_OK;
    case VIEW_DO_GO_TO:
        return go_to(app, command.number, err);
    case VIEW_DO_GRAPH:
        return view_graph_do(app, command, err);
    case VIEW_DO_ZOOM:
        view_graph_zoom(app, command.amount);
        return EAR_OK;
    case VIEW_DO_CHECK:
        view_proof_toggle(app, VIEW_OVER_PROOF);
        return EAR_OK;
    case VIEW_DO_SIMULATE:
        view_proof_toggle(app, VIEW_OVER_PLAYERS);
        return EAR_OK;
    default:
        return EAR_OK;
    }
}
