/* The graph screen: opening, walking about, playing from a moment. */
#include "view/app_state.h"
#include "view/screens.h"

#include <math.h>

#define LEAST_ZOOM .12f
#define MOST_ZOOM  2.f
#define ZOOM_STEP  1.25f

const view_graph_card *view_graph_card_of(const view_app *app, uint32_t moment)
{
    for (uint32_t i = 0; app->graph.all && i < app->graph.all->card_count; i++)
        if (app->graph.all->cards[i].moment == moment)
            return &app->graph.all->cards[i];
    return NULL;
}

uint32_t view_graph_key(uint32_t moment)
{
    return view_key("graph card", moment);
}

static void select_card(view_app *app, uint32_t moment)
{
    app->graph.card = moment;
    app->graph.reveal = true;
    app->focus = view_graph_key(moment);
}

/* Reading order: row by row, in each column by column, from the top. */
static bool before(const view_graph_card *a, const view_graph_card *b)
{
    if (a->row != b->row)
        return a->row < b->row;
    return a->at.x != b->at.x ? a->at.x < b->at.x : a->at.y < b->at.y;
}

static const view_graph_card *next_in_order(const view_graph *all,
                                            const view_graph_card *from, int step)
{
    const view_graph_card *best = NULL;

    for (uint32_t i = 0; i < all->card_count; i++) {
        const view_graph_card *c = &all->cards[i];
        const bool beyond = !c->copy && (step > 0 ? before(from, c) : before(c, from));

        if (beyond && (!best || (step > 0 ? before(c, best) : before(best, c))))
            best = c;
    }
    return best;
}

#define ROW 1e6f /* wider than any row */

/* The nearest in the next column to a side: after the end of a row in the next one. */
static const view_graph_card *beside(const view_graph *all, const view_graph_card *from,
                                     int step)
{
    const float middle = from->at.y + from->at.h / 2;
    const view_graph_card *best = NULL;
    float column = 0, nearest = 0;

    for (uint32_t i = 0; i < all->card_count; i++) {
        const view_graph_card *c = &all->cards[i];
        const float right =
            c->at.x - from->at.x + ((float)c->row - (float)from->row) * ROW;
        const float away = right * (float)step;
        const float off = fabsf(c->at.y + c->at.h / 2 - middle);

        if (c->copy || away <= 0 ||
            (best && (away > column || (away == column && off >= nearest))))
            continue;
        best = c;
        column = away;
        nearest = off;
    }
    return best;
}

bool view_graph_step(view_app *app, int step, bool side)
{
    const view_graph_card *from = view_graph_card_of(app, app->graph.card);

    if (app->screen != VIEW_SCREEN_GRAPH || app->overlay || !from)
        return false;
    if (app->focus && app->focus != view_graph_key(from->moment))
        return false; /* on a button: the walk goes on */
    const view_graph_card *to = side ? beside(app->graph.all, from, step)
                                     : next_in_order(app->graph.all, from, step);
    if (to)
        select_card(app, to->moment);
    app->ring = true;
    return to || side;
}

static ear_status play_from(view_app *app, uint32_t moment, ear_error *err)
{
    ear_session *session = NULL;
    view_scenario scenario = app->scenario;
    const ear_scenario *model = app->talk.model;

    if (!app->host.open_arriving || !model || moment >= model->count[MODEL_S_MOMENTS] ||
        model->moments[moment].kind == MODEL_OUTCOME)
        return EAR_OK;
    const ear_status status = app->host.open_arriving(
        app->host.user, model_string(model, model->moments[moment].id), &session,
        &scenario, err);
    return status == EAR_OK ? view_play_begin(app, session, &scenario, err) : status;
}

bool view_graph_take(view_app *app)
{
    char why[256] = "";
    const ear_scenario *model = app->talk.model;

    app->graph = (view_graph_view){.here = MODEL_NONE, .card = MODEL_NONE};
    if (model && app->host.graph)
        app->graph.all = app->host.graph(app->host.user, why, sizeof why);
    if (!app->graph.all || !app->graph.all->card_count) {
        app->graph.all = NULL;
        view_status(app, "%s",
                    why[0]  ? why
                    : model ? "There is no graph of this talk."
                            : "The graph needs a scenario without mistakes.");
        return false;
    }
    if (app->session)
        app->graph.here = model_find_moment(model, ear_session_moment(app->session));
    app->graph.card =
        view_graph_card_of(app, app->graph.here) ? app->graph.here : model->info->start;
    app->graph.reveal = true;
    return true;
}

static void open_graph(view_app *app)
{
    if (!view_graph_take(app))
        return;
    view_play_stop(app);
    app->problem_hidden = true;
    view_go_to_screen(app, VIEW_SCREEN_GRAPH);
    select_card(app, app->graph.card);
    app->ring = true;
    view_say(app, "Graph. %s", app->graph.all->summary);
}

void view_graph_close(view_app *app)
{
    app->graph.all = NULL;
    view_go_to_screen(app, ear_session_ended(app->session) ? VIEW_SCREEN_END
                                                           : VIEW_SCREEN_TALK);
    view_play_go(app);
}

ear_status view_graph_do(view_app *app, view_command command, ear_error *err)
{
    const bool open = app->screen == VIEW_SCREEN_GRAPH;

    if (command.amount == 0) {
        if (open)
            view_graph_close(app);
        else
            open_graph(app);
        return EAR_OK;
    }
    if (!open)
        return EAR_OK;
    if (command.amount == 1 && app->graph.card != (uint32_t)command.number) {
        select_card(app, (uint32_t)command.number);
        return EAR_OK;
    }
    return play_from(app, (uint32_t)command.number, err);
}

void view_graph_zoom(view_app *app, int step)
{
    if (app->screen != VIEW_SCREEN_GRAPH)
        return;
    if (step != 0)
        app->graph.zoom = fminf(
            MOST_ZOOM,
            fmaxf(LEAST_ZOOM, app->graph.zoom * (step > 0 ? ZOOM_STEP : 1 / ZOOM_STEP)));
    app->graph.whole = step == 0;
    app->graph.reveal = step != 0;
}

void view_graph_wheel(view_app *app, float px)
{
    const float by =
        px / (app->scale > 0 ? app->scale : 1) / fmaxf(LEAST_ZOOM, app->graph.zoom);

    if (app->graph.tall)
        app->graph.middle.y += by;
    else
        app->graph.middle.x += by;
}

void view_graph_reopen(view_app *app, const view_graph_view *before)
{
    open_graph(app);
    app->graph.zoom = before->zoom;
    app->graph.middle = before->middle;
}
