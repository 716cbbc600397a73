/* Where one is, as words: said when a screen or a sheet opens. */
#include "sim/score.h"
#include "view/screens.h"

#include <stdio.h>
#include <string.h>

const char *view_channel_with(model_channel channel)
{
    static const char *const with[] = {"Live chat with", "On the phone with",
                                       "Face to face with", "With"};

    return with[channel <= MODEL_CHANNEL_NONE ? channel : MODEL_CHANNEL_NONE];
}

void view_growth_words(char *out, size_t room, const view_growth *growth)
{
    snprintf(out, room, "%s %d of %d, now %d of %d", growth->skill,
             (int)sim_points_told(growth->points[0]), (int)growth->possible[0],
             (int)sim_points_told(growth->points[1]), (int)growth->possible[1]);
}

static void say_past(view_app *app, const view_catalogue *list)
{
    char words[160];

    if (list->past_count)
        view_say(app, "Last time, %s: %s", list->past[0].title, list->past[0].outcome);
    if (!list->growth)
        return;
    view_growth_words(words, sizeof words, list->growth);
    view_say(app, "%s, over %u runs, simulated.", words, (unsigned)list->growth->runs);
}

static void say_home(view_app *app)
{
    const view_catalogue *list =
        app->host.catalogue ? app->host.catalogue(app->host.user) : NULL;
    const size_t n = list ? list->count : 0;

    view_say(app, "Earshot. %zu scenario%s.", n, n == 1 ? "" : "s");
    if (list)
        say_past(app, list);
}

/* "Live chat with Priya Nair, about 8 minutes." */
static void say_whom(view_app *app, const ear_scenario *model)
{
    const uint32_t speaker = model->info->customer, minutes = model->info->minutes;
    const char *name = speaker < model->count[MODEL_S_SPEAKERS]
                           ? model_string(model, model->speakers[speaker].name)
                           : "";
    char time[32] = "";

    if (minutes)
        snprintf(time, sizeof time, ", about %u min", (unsigned)(minutes + 5) / 10);
    if (*name)
        view_say(app, "%s %s%s.", view_channel_with((model_channel)model->info->channel),
                 name, time);
}

static void say_if(view_app *app, const char *title, const char *words)
{
    if (words && *words)
        view_say(app, "%s: %s", title, words);
}

static void say_brief(view_app *app)
{
    const ear_scenario *model = app->scenario.model;
    const view_scenario *s = &app->scenario;

    if (!model)
        return;
    view_say(app, "%s.", ear_scenario_title(model));
    say_whom(app, model);
    say_if(app, "What you know",
           s->brief ? s->brief : model_string(model, model->info->brief.text));
    say_if(app, "What it is for",
           s->goal ? s->goal : model_string(model, model->info->goal.text));
    say_if(app, "You wanted to try", s->next);
}

static void say_talk(view_app *app)
{
    if (app->talk.model && app->talk.count == 0)
        view_say(app, "%s. %s %s.", ear_scenario_title(app->talk.model),
                 view_channel_with(app->talk.channel), view_talk_customer(&app->talk));
}

void view_say_screen(view_app *app)
{
    char name[64];

    app->placed = true;
    switch (app->screen) {
    case VIEW_SCREEN_HOME:
        say_home(app);
        break;
    case VIEW_SCREEN_BRIEF:
        say_brief(app);
        break;
    case VIEW_SCREEN_WELCOME:
        view_say_welcome(app);
        break;
    case VIEW_SCREEN_TALK:
        say_talk(app);
        break;
    case VIEW_SCREEN_SETTINGS:
        view_say(app, "Settings.");
        break;
    case VIEW_SCREEN_END:
        view_short_name(name, sizeof name, view_talk_customer(&app->talk));
        view_say(app, "Before you look: how heard did %s feel, 1 to 7?", name);
        break;
    default:
        break;
    }
}

/* Everything since the trainee last spoke, once more. */
static void say_log(view_app *app)
{
    size_t i = app->talk.told;

    view_say(app, "Everything so far. Lately:");
    while (i > 0 && app->talk.entries[i - 1].kind != TALK_REPLY)
        i--;
    for (i = i ? i - 1 : 0; i < app->talk.told; i++)
        if (!app->talk.entries[i].taken && app->talk.entries[i].kind != TALK_NOTICE)
            view_say_entry(app, &app->talk.entries[i]);
}

static void say_desk(view_app *app)
{
    view_say(app, "On your screen.");
    for (uint32_t i = 0; i < app->talk.row_count; i++)
        view_say(app, "%s: %s.", app->talk.rows[i].label, app->talk.rows[i].value);
    for (size_t i = 0; i < app->talk.told; i++)
        if (app->talk.entries[i].kind == TALK_INFO && !app->talk.entries[i].taken)
            view_say(app, "%s %s", app->talk.entries[i].text, app->talk.entries[i].word);
}

static void say_changed(view_app *app)
{
    view_say(app, "The scenario has changed since you left. %s", app->returned.words);
    view_say(app, "%s",
             app->returned.in_moment
                 ? "1: carry on from here. 2: start this moment again. 3: stop here."
                 : "1: carry on from here. 2: stop here.");
}

void view_say_overlay(view_app *app)
{
    switch (app->overlay) {
    case VIEW_OVER_LOG:
        say_log(app);
        break;
    case VIEW_OVER_SCREEN:
        say_desk(app);
        break;
    case VIEW_OVER_MENU:
        view_say(app, "Paused.");
        break;
    case VIEW_OVER_HELP:
        view_say(app, "Keys.");
        view_say_keys(app);
        break;
    case VIEW_OVER_BRIEF:
        say_brief(app);
        break;
    case VIEW_OVER_GO_TO:
        view_say(app, "Go to a moment.");
        break;
    case VIEW_OVER_PROOF:
    case VIEW_OVER_PLAYERS:
        view_proof_say(app);
        break;
    case VIEW_OVER_WHAT_IF:
        view_say_what_if(app);
        break;
    case VIEW_OVER_CHANGED:
        say_changed(app);
        break;
    default:
        break;
    }
}
