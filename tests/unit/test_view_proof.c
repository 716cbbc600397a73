/* What is proved while somebody writes: the line, the two sheets, the way to the editor.
 * The host is a fake one; what it knows is changed by the tests. */
#include "scenario_maker.h"

#include "view/app_state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const view_finding found[] = {{.message = "Nobody can reach the moment 'x'.",
                                      .hint = "Lead one here.",
                                      .place = "a.lua:7",
                                      .kind = "mistake",
                                      .file = "a.lua",
                                      .line = 7},
                                     {.message = "This is always true.",
                                      .hint = "",
                                      .place = "lib/b.lua:41",
                                      .kind = "warning",
                                      .file = "lib/b.lua",
                                      .line = 41}};
static const char *const names[] = {"newcomer", "script"};
static const char *const cells[] = {"12.5 %", "-"};
static const view_players_row rows[] = {{.name = "end weak", .cells = cells},
                                        {.name = NULL}};

typedef struct desk {
    ear_scenario *scenario;
    view_app *app;
    bool none; /* the host knows nothing */
    view_proof proof;
    bool asked;
    char edited[64];
} desk;

static ear_session *new_session(const desk *d)
{
    const ear_options options = {.seed = 1};
    ear_session *session = NULL;

    assert_int_equal(ear_session_new(&session, d->scenario, &options, NULL), EAR_OK);
    return session;
}

static bool host_proof(void *user, bool ask, view_proof *proof)
{
    desk *d = user;

    d->asked |= ask;
    *proof = d->proof;
    return !d->none;
}

static bool host_edit(void *user, const char *file, int line)
{
    desk *d = user;

    snprintf(d->edited, sizeof d->edited, "%s:%d", file, line);
    return true;
}

static void key(desk *d, const char *name)
{
    const view_intent intent = {.kind = VIEW_INTENT_KEY, .name = name};

    assert_int_equal(view_app_intent(d->app, &intent, 1000, NULL), EAR_OK);
}

static void sit_down(desk *d, bool author)
{
    const view_host host = {.user = d, .proof = host_proof, .edit = host_edit};
    maker *m = maker_new();

    MOMENT(m, "a");
    YOU(m, "One", "go=end");
    OUTCOME(m, "end");
    d->scenario = maker_scenario(m);
    assert_int_equal(view_app_new(&d->app, &host, NULL), EAR_OK);
    const view_scenario scenario = {.model = d->scenario, .author = author};
    assert_int_equal(view_app_play(d->app, new_session(d), &scenario, 0, NULL), EAR_OK);
    base_bytes_clear(&d->app->mouth);
}

static void get_up(desk *d)
{
    view_app_free(d->app);
    ear_scenario_free(d->scenario);
}

static void know(desk *d, bool saved)
{
    d->proof = (view_proof){.known = true,
                            .saved = saved,
                            .line = "2 findings: F6",
                            .summary = "Nobody can get stuck.",
                            .findings = found,
                            .count = 2};
    view_app_found(d->app);
}

/* What waits to be said, with '|' between. */
static const char *mouth(desk *d)
{
    base_bytes *said = &d->app->mouth;

    for (size_t i = 0; i < said->length; i++)
        if (said->at[i] == '\0')
            said->at[i] = '|';
    return base_bytes_string(said);
}

/* The focus on a finding, as the walk through the sheet has it. */
static void look_at(desk *d, size_t finding)
{
    d->app->walk[0] =
        (view_walk_stop){.key = 99, .command = {VIEW_DO_EDITOR, (int32_t)finding + 1, 0}};
    d->app->walked = 1;
    d->app->focus = 99;
}

static void a_save_is_told_of_and_an_opening_is_not(void **state)
{
    desk d = {0};

    (void)state;
    sit_down(&d, true);
    know(&d, false);
    assert_true(d.app->proof.known);
    assert_string_equal(mouth(&d), "");
    d.proof.known = false;
    view_app_found(d.app);
    know(&d, true);
    assert_string_equal(mouth(&d), "2 findings: F6|");
    view_app_found(d.app); /* the players are done: no word is said twice */
    assert_string_equal(mouth(&d), "2 findings: F6|");
    get_up(&d);
}

static void f6_asks_and_says_what_was_found(void **state)
{
    desk d = {0};

    (void)state;
    sit_down(&d, true);
    key(&d, "F6");
    assert_true(d.asked);
    assert_int_equal(d.app->overlay, VIEW_OVER_PROOF);
    assert_non_null(strstr(mouth(&d), "Every way to play is being tried."));
    know(&d, false);
    assert_non_null(strstr(mouth(&d), "Nobody can get stuck."));
    key(&d, "F6");
    assert_int_equal(d.app->overlay, VIEW_OVER_NOTHING);
    get_up(&d);
}

static void it_is_for_authors_only(void **state)
{
    desk d = {0};

    (void)state;
    sit_down(&d, false);
    know(&d, true);
    key(&d, "F6");
    key(&d, "F7");
    assert_false(d.asked);
    assert_int_equal(d.app->overlay, VIEW_OVER_NOTHING);
    get_up(&d);
}

static void e_and_enter_open_the_editor_at_the_finding(void **state)
{
    desk d = {0};

    (void)state;
    sit_down(&d, true);
    know(&d, true);
    key(&d, "F6");
    look_at(&d, 1);
    key(&d, "E");
    assert_string_equal(d.edited, "lib/b.lua:41");
    look_at(&d, 0);
    key(&d, "Enter");
    assert_string_equal(d.edited, "a.lua:7");
    get_up(&d);
}

static void a_finding_that_is_gone_opens_nothing_of_it(void **state)
{
    desk d = {0};

    (void)state;
    sit_down(&d, true);
    know(&d, true);
    key(&d, "F6");
    look_at(&d, 1);
    d.proof.count = 1;
    view_app_found(d.app);
    key(&d, "E");
    assert_string_not_equal(d.edited, "lib/b.lua:41");
    get_up(&d);
}

static void another_version_forgets_it_and_keeps_the_sheet_open(void **state)
{
    desk d = {0};

    (void)state;
    sit_down(&d, true);
    know(&d, true);
    key(&d, "F6");
    d.none = true;
    const view_scenario scenario = {.model = d.scenario, .author = true};
    assert_int_equal(view_app_reloaded(d.app, new_session(&d), &scenario, 2000, NULL),
                     EAR_OK);
    assert_int_equal(d.app->overlay, VIEW_OVER_PROOF);
    assert_false(d.app->proof.known);
    assert_null(d.app->proof.findings);
    get_up(&d);
}

static void f7_says_the_table_row_by_row_when_it_stands(void **state)
{
    desk d = {0};

    (void)state;
    sit_down(&d, true);
    know(&d, false);
    key(&d, "F7");
    assert_int_equal(d.app->overlay, VIEW_OVER_PLAYERS);
    assert_non_null(strstr(mouth(&d), "They are playing."));
    d.proof.players = (view_players){"9 runs", names, 2, rows, 2};
    view_app_found(d.app);
    assert_non_null(
        strstr(mouth(&d), "9 runs.|end weak: newcomer 12.5 %, script none.|"));
    get_up(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_save_is_told_of_and_an_opening_is_not),
        cmocka_unit_test(f6_asks_and_says_what_was_found),
        cmocka_unit_test(it_is_for_authors_only),
        cmocka_unit_test(e_and_enter_open_the_editor_at_the_finding),
        cmocka_unit_test(a_finding_that_is_gone_opens_nothing_of_it),
        cmocka_unit_test(another_version_forgets_it_and_keeps_the_sheet_open),
        cmocka_unit_test(f7_says_the_table_row_by_row_when_it_stands),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
