/* What a command does where the app stands. */
#include "view/app_state.h"
#include "view/screens.h"

#include <stdio.h>
#include <string.h>

static ear_status press_focused(view_app *app, ear_error *err)
{
    const view_walk_stop *stop = view_focused(app);

    if (!stop)
        return view_app_do(app, (view_command){VIEW_DO_NEXT, 0, 0}, err);
    if (stop->disabled && stop->role == VIEW_ROLE_OPTION) /* it was answered: go on */
        return view_app_do(app, (view_command){VIEW_DO_NEXT, 0, 0}, err);
    return stop->disabled ? EAR_OK : view_app_do(app, stop->command, err);
}

static void toggle(view_app *app, view_overlay overlay)
{
    app->overlay = app->overlay == overlay ? VIEW_OVER_NOTHING : overlay;
    app->over_scroll = (view_scroll){.to_end = overlay == VIEW_OVER_LOG};
    app->focus = 0;
    view_say_overlay(app);
}

static void go_home(view_app *app)
{
    view_play_stop(app);
    view_go_to_screen(app, VIEW_SCREEN_HOME);
}

static void step_out(view_app *app)
{
    if (app->problem.title && !app->problem_hidden)
        app->problem_hidden = true;
    else if (app->overlay == VIEW_OVER_CHANGED)
        go_home(app); /* what did not come back stays in the saved run */
    else if (app->overlay)
        toggle(app, app->overlay);
    else if (app->screen == VIEW_SCREEN_SETTINGS)
        view_go_to_screen(app, app->under);
    else if (app->screen == VIEW_SCREEN_TALK)
        toggle(app, VIEW_OVER_MENU);
    else if (app->screen == VIEW_SCREEN_REFLECT)
        view_go_to_screen(app, VIEW_SCREEN_DEBRIEF);
    else if (app->screen == VIEW_SCREEN_GRAPH)
        view_graph_close(app);
    else if (app->screen == VIEW_SCREEN_WELCOME)
        view_welcomed(app);
    else if (app->screen != VIEW_SCREEN_HOME)
        go_home(app);
    app->focus = 0;
}

static const view_catalogue *catalogue(const view_app *app)
{
    return app->host.catalogue ? app->host.catalogue(app->host.user) : NULL;
}

ear_status view_open_entry(view_app *app, uint32_t entry, bool resume, ear_error *err)
{
    const view_catalogue *list = catalogue(app);
    ear_session *session = NULL;
    view_scenario scenario = {0};
    ear_error own = {.status = EAR_OK};

    if (!list || entry >= list->count || !app->host.open)
        return EAR_OK;
    const ear_status status = app->host.open(app->host.user, list->entries[entry].id,
                                             resume, &session, &scenario, &own);
    if (status != EAR_OK) {
        view_status(app, "%s", own.message);
        if (err)
            *err = own;
        return status;
    }
    app->entry = entry;
    if (resume)
        return view_play_resume(app, session, &scenario, err);
    ear_session_free(app->session);
    view_talk_release(&app->talk);
    app->session = session;
    app->scenario = scenario;
    view_go_to_screen(app, VIEW_SCREEN_BRIEF);
    return EAR_OK;
}

static ear_status start(view_app *app, ear_error *err)
{
    ear_session *session = app->session;
    const view_scenario scenario = app->scenario;

    if (!session || !scenario.model)
        return EAR_OK;
    app->session = NULL;
    return view_play_begin(app, session, &scenario, err);
}

static ear_status restart(view_app *app, ear_error *err)
{
    ear_session *session = NULL;
    view_scenario scenario = app->scenario;

    if (!app->host.open)
        return EAR_OK;
    ear_status status =
        app->host.open(app->host.user, NULL, false, &session, &scenario, err);
    if (status != EAR_OK)
        return status;
    status = view_play_begin(app, session, &scenario, err);
    view_play_say_next(app);
    return status;
}

static ear_status next(view_app *app, ear_error *err)
{
    const view_catalogue *list;

    if (app->overlay == VIEW_OVER_CHANGED) {
        view_say_overlay(app); /* it asks, and goes on with an answer alone */
        return EAR_OK;
    }
    if (app->overlay) {
        step_out(app);
        return EAR_OK;
    }
    switch (app->screen) {
    case VIEW_SCREEN_HOME:
        list = catalogue(app);
        if (!list || list->count == 0)
            return EAR_OK;
        if (list->carry_on < list->count)
            return view_open_entry(app, (uint32_t)list->carry_on, true, err);
        return view_open_entry(app, 0, false, err);
    case VIEW_SCREEN_BRIEF:
        return start(app, err);
    case VIEW_SCREEN_WELCOME:
        return view_welcome_next(app, err);
    case VIEW_SCREEN_TALK:
        view_play_next(app);
        return EAR_OK;
    default:
        return view_command_after(app, (view_command){VIEW_DO_NEXT, 0, 0}, err);
    }
}

/* The ways on from where a run stopped coming back, as the sheet numbers them. */
static ear_status take_way(view_app *app, int32_t number, ear_error *err)
{
    static const view_command_kind ways[] = {VIEW_DO_CARRY_ON, VIEW_DO_MOMENT_AGAIN,
                                             VIEW_DO_HOME};
    const int32_t way = number > 0 && !app->returned.in_moment ? number + 1 : number;

    return way < 3 ? view_app_do(app, (view_command){ways[way], 0, 0}, err) : EAR_OK;
}

static ear_status choose(view_app *app, int32_t number, ear_error *err)
{
    if (number < 0)
        return EAR_OK;
    if (app->overlay == VIEW_OVER_CHANGED)
        return take_way(app, number, err);
    if (app->overlay) {
        const size_t at = (size_t)number;
        return at < app->walked ? view_app_do(app, app->walk[at].command, err) : EAR_OK;
    }
    if (app->screen == VIEW_SCREEN_TALK && view_talk_asks(&app->talk))
        return view_play_notice(app, (uint32_t)number, err);
    if (app->screen == VIEW_SCREEN_TALK)
        return view_play_choose(app, (uint32_t)number, err);
    if (app->screen == VIEW_SCREEN_HOME)
        return view_open_entry(app, (uint32_t)number, false, err);
    return view_command_after(app, (view_command){VIEW_DO_CHOOSE, number, 0}, err);
}

static ear_status stay_quiet(view_app *app, ear_error *err)
{
    for (uint32_t i = 0; i < app->talk.offer_count; i++)
        if (app->talk.offers[i].hold)
            return view_play_choose(app, i, err);
    return EAR_OK;
}

static void open_settings(view_app *app)
{
    if (app->screen == VIEW_SCREEN_SETTINGS) {
        step_out(app);
        return;
    }
    app->under = app->screen;
    view_play_stop(app);
    view_go_to_screen(app, VIEW_SCREEN_SETTINGS);
}

static void write_scenario(view_app *app)
{
    char why[300] = "That is not here yet.";

    if (app->host.write)
        app->host.write(app->host.user, why, sizeof why);
    view_status(app, "%s", why);
}

/* The door of the home screen itself is open already. */
static void door(view_app *app, int which)
{
    if (which == VIEW_DOOR_SETTINGS)
        open_settings(app);
    else if (which == VIEW_DOOR_WRITE)
        write_scenario(app);
}

/* Commands of the talk and of moving about; false: not one of them. */
static bool do_talk(view_app *app, view_command command, ear_status *status,
                    ear_error *err)
{
    switch (command.kind) {
    case VIEW_DO_NEXT:
        *status = next(app, err);
        return true;
    case VIEW_DO_CHOOSE:
        *status = choose(app, command.number, err);
        return true;
    case VIEW_DO_QUIET:
        *status = stay_quiet(app, err);
        return true;
    case VIEW_DO_BACK:
        *status = view_play_back(app, err);
        app->overlay = VIEW_OVER_NOTHING;
        return true;
    case VIEW_DO_CARRY_ON:
        app->overlay = VIEW_OVER_NOTHING;
        app->focus = 0;
        view_play_say_here(app);
        return true;
    case VIEW_DO_MOMENT_AGAIN:
        *status = view_play_moment_again(app, err);
        return true;
    case VIEW_DO_RESTART:
        *status = restart(app, err);
        return true;
    default:
        return false;
    }
}

/* Sheets over the talk, laid there and taken away by the same command. */
static bool do_sheets(view_app *app, view_command command)
{
    switch (command.kind) {
    case VIEW_DO_LOG:
        toggle(app, VIEW_OVER_LOG);
        return true;
    case VIEW_DO_SCREEN:
        toggle(app, VIEW_OVER_SCREEN);
        return true;
    case VIEW_DO_PAUSE:
        toggle(app, VIEW_OVER_MENU);
        return true;
    case VIEW_DO_HELP:
        toggle(app, VIEW_OVER_HELP);
        return true;
    case VIEW_DO_ABOUT:
        toggle(app, VIEW_OVER_BRIEF);
        return true;
    default:
        return false;
    }
}

static bool do_moving(view_app *app, view_command command, ear_status *status,
                      ear_error *err)
{
    switch (command.kind) {
    case VIEW_DO_FOCUS_NEXT:
    case VIEW_DO_FOCUS_PREVIOUS:
        view_focus_step(app, command.kind == VIEW_DO_FOCUS_NEXT ? 1 : -1);
        return true;
    case VIEW_DO_FOCUS_LEFT:
    case VIEW_DO_FOCUS_RIGHT:
        view_focus_side(app, command.kind == VIEW_DO_FOCUS_RIGHT ? 1 : -1);
        return true;
    case VIEW_DO_SCROLL:
        view_scroll_on(app, (float)command.amount);
        return true;
    case VIEW_DO_PRESS:
        *status = press_focused(app, err);
        return true;
    case VIEW_DO_ESCAPE:
    case VIEW_DO_HIDE:
        step_out(app);
        return true;
    case VIEW_DO_HOME:
        go_home(app);
        return true;
    case VIEW_DO_BRIEF:
        *status = view_open_entry(app, (uint32_t)command.number, false, err);
        return true;
    case VIEW_DO_RESUME:
        *status = view_open_entry(app, (uint32_t)command.number, true, err);
        return true;
    case VIEW_DO_START:
        *status = start(app, err);
        return true;
    case VIEW_DO_TAB:
        door(app, command.number);
        return true;
    default:
        return false;
    }
}

static bool do_looks(view_app *app, view_command command)
{
    switch (command.kind) {
    case VIEW_DO_SETTINGS:
        open_settings(app);
        return true;
    case VIEW_DO_SETTING:
        view_settings_change(app, (uint32_t)command.number, command.amount);
        return true;
    case VIEW_DO_TEXT_BIGGER:
    case VIEW_DO_TEXT_SMALLER:
        view_settings_change(app, 0, command.kind == VIEW_DO_TEXT_BIGGER ? 1 : -1);
        return true;
    case VIEW_DO_TEXT_RESET:
        app->settings.text_percent = 100;
        view_settings_saved(app);
        return true;
    case VIEW_DO_THEME:
        view_settings_change(app, 1, 1);
        return true;
    case VIEW_DO_VOICE:
        app->settings.voice = app->settings.voice ? VIEW_VOICE_OFF : VIEW_VOICE_SPEECH;
        view_settings_saved(app);
        view_status(app, "Voice %s", app->settings.voice ? "on" : "off");
        return true;
    case VIEW_DO_FULLSCREEN:
        app->settings.fullscreen = !app->settings.fullscreen;
        view_settings_saved(app);
        return true;
    case VIEW_DO_QUIT:
        app->quit = true;
        return true;
    default:
        return false;
    }
}

ear_status view_app_do(view_app *app, view_command command, ear_error *err)
{
    ear_status status = EAR_OK;

    if (do_talk(app, command, &status, err) || do_sheets(app, command) ||
        do_moving(app, command, &status, err) || do_looks(app, command))
        return status;
    if (command.kind >= VIEW_DO_INSPECT && command.kind <= VIEW_DO_GO_TO)
        return view_command_author(app, command, err);
    return view_command_after(app, command, err);
}
