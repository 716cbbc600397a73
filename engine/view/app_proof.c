/* What is known of the pack being written: asked for, said, and what E is for. */
#include "view/app_state.h"

#include <stdio.h>
#include <string.h>

static void ask(view_app *app, bool wanted)
{
    view_proof proof = {.known = false};

    if (app->host.proof && app->host.proof(app->host.user, wanted, &proof))
        app->proof = proof;
    else
        memset(&app->proof, 0, sizeof app->proof);
}

void view_proof_forget(view_app *app)
{
    ask(app, false);
}

static void say_row(view_app *app, const view_players_row *row)
{
    const view_players *players = &app->proof.players;
    char words[600];
    size_t n = 0;

    for (size_t i = 0; i < players->column_count && n < sizeof words; i++) {
        const char *cell = strcmp(row->cells[i], "-") == 0 ? "none" : row->cells[i];

        n += (size_t)snprintf(words + n, sizeof words - n, "%s%s %s", i ? ", " : "",
                              players->columns[i], cell);
    }
    view_say(app, "%s: %s.", row->name, words);
}

static void say_players(view_app *app)
{
    const view_players *players = &app->proof.players;

    if (!players->columns) {
        view_say(app, "%s", players->title ? players->title : "They are playing.");
        return;
    }
    view_say(app, "%s.", players->title);
    for (size_t i = 0; i < players->row_count; i++)
        if (players->rows[i].name)
            say_row(app, &players->rows[i]);
}

static void say_found(view_app *app)
{
    if (app->proof.known)
        view_say(app, "%s%s", app->proof.summary,
                 app->proof.count ? " Down goes to each finding; E opens it." : "");
    else
        view_say(app, "Every way to play is being tried.");
}

void view_proof_say(view_app *app)
{
    if (app->overlay == VIEW_OVER_PROOF) {
        view_say(app, "What was found.");
        say_found(app);
    } else {
        view_say(app, "Simulated players.");
        say_players(app);
    }
}

/* At a glance less is known than later: what is the same is not said again. */
static bool is_news(const view_proof *now, const view_proof *before)
{
    return now->known && (!before->known || strcmp(now->line, before->line) != 0);
}

/* Only who saves hears of it unasked: whoever opened it may be there to practise. */
void view_proof_found(view_app *app)
{
    const view_proof before = app->proof;

    ask(app, false);
    if (is_news(&app->proof, &before)) {
        if (app->overlay == VIEW_OVER_PROOF)
            say_found(app);
        else if (app->proof.saved)
            view_say(app, "%s", app->proof.line);
    }
    if (app->overlay == VIEW_OVER_PLAYERS && app->proof.players.title &&
        !before.players.title)
        say_players(app);
}

void view_proof_toggle(view_app *app, view_overlay overlay)
{
    const bool shut = app->overlay == overlay;

    if (!shut)
        ask(app, true);
    app->overlay = shut ? VIEW_OVER_NOTHING : overlay;
    app->over_scroll = (view_scroll){0};
    app->focus = 0;
    if (!shut)
        view_proof_say(app);
}

void view_proof_reopen(view_app *app, view_overlay overlay)
{
    if (overlay == VIEW_OVER_PROOF || overlay == VIEW_OVER_PLAYERS)
        app->overlay = overlay;
}

const view_finding *view_proof_finding(const view_app *app, view_command command)
{
    const view_walk_stop *stop = view_focused(app);
    int32_t number = command.number;

    if (app->overlay != VIEW_OVER_PROOF || (app->problem.title && !app->problem_hidden))
        return NULL;
    if (number == 0 && stop && stop->command.kind == VIEW_DO_EDITOR)
        number = stop->command.number;
    return number > 0 && (size_t)number <= app->proof.count
               ? &app->proof.findings[number - 1]
               : NULL;
}
