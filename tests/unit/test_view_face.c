/* The face of a talk in time: how it gets from one look to the next, and when it rests.
 */
#include "scenario_maker.h"

#include "view/app_state.h"
#include "view/screens.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

typedef struct desk {
    ear_scenario *scenario;
    view_app *app;
    view_frame frame;
    view_build b;
} desk;

static void sit_down(desk *d)
{
    const view_host host = {.user = d};
    const ear_options options = {.seed = 1};
    ear_session *session = NULL;
    maker *m = maker_new();

    MOMENT(m, "a");
    LINE(m, "(warm) Good morning!");
    YOU(m, "Hello.", "go=end");
    OUTCOME(m, "end");
    d->scenario = maker_scenario(m);
    assert_int_equal(view_app_new(&d->app, &host, NULL), EAR_OK);
    assert_int_equal(ear_session_new(&session, d->scenario, &options, NULL), EAR_OK);
    const view_scenario scenario = {.model = d->scenario};
    assert_int_equal(view_app_play(d->app, session, &scenario, 1000, NULL), EAR_OK);
    d->b.frame = &d->frame;
}

static void get_up(desk *d)
{
    view_app_free(d->app);
    ear_scenario_free(d->scenario);
}

/* The face as it is seen `ms` from now; the frame's deadline is when it is seen next. */
static view_look after(desk *d, int64_t ms)
{
    d->app->now += ms;
    d->frame.deadline = -1;
    return view_look_now(d->app, &d->b);
}

static void a_face_starts_from_what_is_seen(void **state)
{
    desk d = {0};

    (void)state;
    sit_down(&d);
    d.app->talk.look = "angry";
    const view_look angry = after(&d, 0);
    assert_true(angry.furrow > .8f);
    d.app->talk.look = "warm";
    assert_float_equal(after(&d, 1000).furrow, angry.furrow, .001f);
    const view_look half = after(&d, 160);
    assert_true(half.furrow > .05f && half.furrow < angry.furrow - .05f);
    /* Another change on the way: no jump back. */
    d.app->talk.look = "cold";
    assert_float_equal(after(&d, 0).furrow, half.furrow, .001f);
    get_up(&d);
}

static void arms_are_seen_to_cross_and_to_uncross(void **state)
{
    desk d = {0};

    (void)state;
    sit_down(&d);
    d.app->talk.look = "";
    assert_float_equal(after(&d, 0).arms, 0, .001f);
    d.app->talk.look = "cold";
    after(&d, 1000);
    const float early = after(&d, 250).arms, late = after(&d, 250).arms;
    assert_true(early > .05f && late > early + .2f && late < .89f);
    assert_float_equal(after(&d, 300).arms, .9f, .001f);
    d.app->talk.look = "";
    after(&d, 1000);
    const float back = after(&d, 300).arms;
    assert_true(back < .85f && back > .1f);
    assert_true(d.frame.deadline <= d.app->now + 40);
    get_up(&d);
}

static void nobody_breathes_or_blinks_for_a_room_that_is_empty(void **state)
{
    desk d = {0};

    (void)state;
    sit_down(&d);
    after(&d, 0);
    view_breath(d.app, &d.b);
    assert_true(d.frame.deadline > d.app->now);
    after(&d, 20000);
    view_breath(d.app, &d.b);
    for (int i = 0; i < 8 && d.frame.deadline >= 0; i++) {
        const int64_t wait = d.frame.deadline - d.app->now;
        after(&d, wait);
        view_breath(d.app, &d.b);
    }
    assert_int_equal(d.frame.deadline, -1);
    assert_float_equal(view_breath(d.app, &d.b), 0, 0);
    const view_intent move = {.kind = VIEW_INTENT_MOVE, .x = 1, .y = 1};
    assert_int_equal(view_app_intent(d.app, &move, d.app->now, NULL), EAR_OK);
    after(&d, 0);
    assert_true(d.frame.deadline > d.app->now);
    get_up(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_face_starts_from_what_is_seen),
        cmocka_unit_test(arms_are_seen_to_cross_and_to_uncross),
        cmocka_unit_test(nobody_breathes_or_blinks_for_a_room_that_is_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
