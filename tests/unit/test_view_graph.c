/* The graph in the window: opening, walking about, playing from a moment. */
#include "scenario_maker.h"

#include "view/app_state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Moments and the outcome stand so:   0   1   3
 *                                          2       */
static const view_graph_card cards[] = {
    {.at = {0, 0, 100, 50},
     .moment = 0,
     .name = "a",
     .words = "",
     .foot = "",
     .about = "",
     .mood = ""},
    {.at = {150, 0, 100, 50},
     .moment = 1,
     .name = "b",
     .words = "",
     .foot = "",
     .about = "",
     .mood = ""},
    {.at = {150, 90, 100, 50},
     .moment = 2,
     .name = "c",
     .words = "",
     .foot = "",
     .about = "",
     .mood = ""},
    {.at = {300, 0, 100, 50},
     .moment = 3,
     .name = "end",
     .words = "",
     .foot = "",
     .about = "",
     .mood = "",
     .outcome = true},
};
static const view_graph drawing = {.title = "T",
                                   .summary = "S",
                                   .cards = cards,
                                   .card_count = 4,
                                   .width = 400,
                                   .height = 140,
                                   .tip = 10};

/* The same in two rows, and the outcome once more beside the first:  0   1   3'
 *                                                                    2   3        */
static view_graph_card rows[5];
static const view_graph in_rows = {.title = "T",
                                   .summary = "S",
                                   .cards = rows,
                                   .card_count = 5,
                                   .width = 400,
                                   .height = 300,
                                   .tip = 10};

static void break_rows(void)
{
    memcpy(rows, cards, sizeof cards);
    rows[2].row = rows[3].row = 1;
    rows[2].at = (view_rect){0, 200, 100, 50};
    rows[3].at = (view_rect){150, 200, 100, 50};
    rows[4] = cards[3];
    rows[4].copy = true;
}

typedef struct desk {
    ear_scenario *scenario;
    view_app *app;
    bool no_graph, rows;
    const char *arrived; /* where host.open_arriving was asked to begin */
} desk;

static ear_session *new_session(const desk *d, const char *from)
{
    const ear_options options = {.seed = 1, .from = from};
    ear_session *session = NULL;

    assert_int_equal(ear_session_new(&session, d->scenario, &options, NULL), EAR_OK);
    return session;
}

static const view_graph *host_graph(void *user, char *why, size_t room)
{
    const desk *d = user;

    snprintf(why, room, "No graph today.");
    return d->no_graph ? NULL : d->rows ? &in_rows : &drawing;
}

static ear_status host_arriving(void *user, const char *moment, ear_session **out,
                                view_scenario *scenario, ear_error *err)
{
    desk *d = user;

    (void)err;
    d->arrived = moment;
    *out = new_session(d, moment);
    *scenario = (view_scenario){.model = d->scenario, .author = true};
    return EAR_OK;
}

static void key(desk *d, const char *name)
{
    const view_intent intent = {.kind = VIEW_INTENT_KEY, .name = name};

    assert_int_equal(view_app_intent(d->app, &intent, 1000, NULL), EAR_OK);
}

static void command(desk *d, view_command_kind kind, int32_t number, int32_t amount)
{
    const view_intent intent = {.kind = VIEW_INTENT_COMMAND,
                                .command = {kind, number, amount}};

    assert_int_equal(view_app_intent(d->app, &intent, 1000, NULL), EAR_OK);
}

static void sit_down(desk *d, bool author)
{
    const view_host host = {
        .user = d, .graph = host_graph, .open_arriving = host_arriving};
    maker *m = maker_new();

    MOMENT(m, "a");
    YOU(m, "One", "go=b");
    YOU(m, "Two", "go=c");
    MOMENT(m, "b");
    YOU(m, "Three", "go=end");
    MOMENT(m, "c");
    YOU(m, "Four", "go=end");
    OUTCOME(m, "end");
    d->scenario = maker_scenario(m);
    assert_int_equal(view_app_new(&d->app, &host, NULL), EAR_OK);
    const view_scenario scenario = {.model = d->scenario, .author = author};
    assert_int_equal(view_app_play(d->app, new_session(d, NULL), &scenario, 0, NULL),
                     EAR_OK);
}

static void get_up(desk *d)
{
    view_app_free(d->app);
    ear_scenario_free(d->scenario);
}

static void f4_opens_it_where_the_talk_stands_and_closes_it(void **state)
{
    desk d = {0};

    (void)state;
    sit_down(&d, true);
    key(&d, "F4");
    assert_int_equal(view_app_screen(d.app), VIEW_SCREEN_GRAPH);
    assert_int_equal(d.app->graph.here, 0);
    assert_int_equal(d.app->graph.card, 0);
    key(&d, "F4");
    assert_int_equal(view_app_screen(d.app), VIEW_SCREEN_TALK);
    key(&d, "F4");
    key(&d, "Escape");
    assert_int_equal(view_app_screen(d.app), VIEW_SCREEN_TALK);
    get_up(&d);
}

static void it_is_for_authors_only(void **state)
{
    desk d = {0};

    (void)state;
    sit_down(&d, false);
    key(&d, "F4");
    assert_int_equal(view_app_screen(d.app), VIEW_SCREEN_TALK);
    get_up(&d);
}

static void without_a_graph_it_says_why(void **state)
{
    desk d = {.no_graph = true};

    (void)state;
    sit_down(&d, true);
    key(&d, "F4");
    assert_int_equal(view_app_screen(d.app), VIEW_SCREEN_TALK);
    assert_string_equal(d.app->status, "No graph today.");
    get_up(&d);
}

static void arrows_walk_from_card_to_card(void **state)
{
    desk d = {0};

    (void)state;
    sit_down(&d, true);
    key(&d, "F4");
    key(&d, "Right");
    assert_int_equal(d.app->graph.card, 1);
    assert_int_equal(d.app->focus, view_graph_key(1));
    key(&d, "Down");
    assert_int_equal(d.app->graph.card, 2);
    key(&d, "Right");
    assert_int_equal(d.app->graph.card, 3);
    key(&d, "Right"); /* there is nothing further */
    assert_int_equal(d.app->graph.card, 3);
    key(&d, "Left"); /* the nearer one of the column */
    assert_int_equal(d.app->graph.card, 1);
    key(&d, "Up");
    assert_int_equal(d.app->graph.card, 0);
    get_up(&d);
}

static void the_walk_goes_on_in_the_next_row(void **state)
{
    desk d = {.rows = true};

    (void)state;
    break_rows();
    sit_down(&d, true);
    key(&d, "F4");
    key(&d, "Right");
    assert_int_equal(d.app->graph.card, 1);
    key(&d, "Right"); /* a copy is only drawn */
    assert_int_equal(d.app->graph.card, 2);
    key(&d, "Right");
    assert_int_equal(d.app->graph.card, 3);
    key(&d, "Left");
    key(&d, "Left");
    assert_int_equal(d.app->graph.card, 1);
    key(&d, "Down");
    assert_int_equal(d.app->graph.card, 2);
    get_up(&d);
}

static void a_card_is_looked_at_first_and_then_played_from(void **state)
{
    desk d = {0};

    (void)state;
    sit_down(&d, true);
    key(&d, "F4");
    command(&d, VIEW_DO_GRAPH, 2, 1);
    assert_int_equal(d.app->graph.card, 2);
    assert_null(d.arrived);
    command(&d, VIEW_DO_GRAPH, 2, 1);
    assert_string_equal(d.arrived, "c");
    assert_int_equal(view_app_screen(d.app), VIEW_SCREEN_TALK);
    assert_string_equal(ear_session_moment(d.app->session), "c");
    get_up(&d);
}

static void an_outcome_cannot_be_played_from(void **state)
{
    desk d = {0};

    (void)state;
    sit_down(&d, true);
    key(&d, "F4");
    command(&d, VIEW_DO_GRAPH, 3, 2);
    assert_null(d.arrived);
    assert_int_equal(view_app_screen(d.app), VIEW_SCREEN_GRAPH);
    get_up(&d);
}

static void a_pack_read_again_keeps_the_graph_open(void **state)
{
    desk d = {0};

    (void)state;
    sit_down(&d, true);
    key(&d, "F4");
    d.app->graph.zoom = .5f;
    const view_scenario scenario = {.model = d.scenario, .author = true};
    assert_int_equal(
        view_app_reloaded(d.app, new_session(&d, NULL), &scenario, 2000, NULL), EAR_OK);
    assert_int_equal(view_app_screen(d.app), VIEW_SCREEN_GRAPH);
    assert_true(d.app->graph.zoom == .5f);
    get_up(&d);
}

static void plus_and_minus_change_its_size_within_bounds(void **state)
{
    desk d = {0};

    (void)state;
    sit_down(&d, true);
    key(&d, "F4");
    d.app->graph.zoom = 1;
    key(&d, "Plus");
    assert_true(d.app->graph.zoom > 1);
    for (int i = 0; i < 40; i++)
        key(&d, "Minus");
    assert_true(d.app->graph.zoom > .1f);
    for (int i = 0; i < 40; i++)
        key(&d, "Plus");
    assert_true(d.app->graph.zoom <= 2);
    get_up(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(f4_opens_it_where_the_talk_stands_and_closes_it),
        cmocka_unit_test(it_is_for_authors_only),
        cmocka_unit_test(without_a_graph_it_says_why),
        cmocka_unit_test(arrows_walk_from_card_to_card),
        cmocka_unit_test(the_walk_goes_on_in_the_next_row),
        cmocka_unit_test(a_card_is_looked_at_first_and_then_played_from),
        cmocka_unit_test(an_outcome_cannot_be_played_from),
        cmocka_unit_test(a_pack_read_again_keeps_the_graph_open),
        cmocka_unit_test(plus_and_minus_change_its_size_within_bounds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
