/* The curve of a debrief, whatever the talk was: what stands beside it hides none of it.
 */
#include "plain_letters.h"

#include "base/random.h"
#include "view/app_state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define POINTS 16
#define TALKS  400

typedef struct desk {
    view_app *app;
    view_frame frame;
    text_layouts *layouts;
    view_debrief_point points[POINTS];
    float road[POINTS];
    uint64_t random;
} desk;

static uint32_t any(desk *d, uint32_t of)
{
    return (uint32_t)(base_random_next(&d->random) % of);
}

static int sit_down(void **state)
{
    const view_host host = {.user = NULL};
    desk *d = calloc(1, sizeof *d);

    assert_non_null(d);
    d->random = 7;
    assert_int_equal(text_layouts_create(&d->layouts, &plain_letters, NULL), EAR_OK);
    assert_int_equal(view_app_new(&d->app, &host, NULL), EAR_OK);
    *state = d;
    return 0;
}

static int get_up(void **state)
{
    desk *d = *state;

    view_frame_release(&d->frame);
    view_app_free(d->app);
    text_layouts_free(d->layouts);
    free(d);
    return 0;
}

static float mood(desk *d)
{
    return .1f + (float)any(d, 77) / 100;
}

/* Another talk: its points, where it turned, and a better road from some point on. */
static void talk(desk *d)
{
    view_debrief *it = &d->app->debrief;
    const uint32_t count = 3 + any(d, POINTS - 3);

    for (uint32_t i = 0; i < count; i++)
        d->points[i] = (view_debrief_point){.mood = mood(d), .said = i ? "Well." : NULL};
    *it = (view_debrief){.title = "The end",
                         .customer = "Sam",
                         .points = d->points,
                         .count = count,
                         .turned = 1 + any(d, count - 1),
                         .road = d->road,
                         .road_from = any(d, count - 1)};
    it->road_count = 2 + any(d, count - it->road_from - 1);
    d->road[0] = d->points[it->road_from].mood;
    for (size_t i = 1; i < it->road_count; i++)
        d->road[i] = mood(d);
    d->app->has_debrief = true;
}

static void look(desk *d)
{
    view_go_to_screen(d->app, VIEW_SCREEN_DEBRIEF);
    view_app_tick(d->app, d->app->now + 60000); /* the curve has drawn itself */
    assert_int_equal(
        view_app_frame(d->app, &d->frame, (view_size){1280, 720, 1}, d->layouts, NULL),
        EAR_OK);
}

/* NULL: no words are there. */
static const view_item *road_words(const desk *d)
{
    for (size_t i = 0; i < d->frame.count; i++)
        if (d->frame.items[i].kind == VIEW_TEXT &&
            d->frame.items[i].key == view_key("road words", 0))
            return &d->frame.items[i];
    return NULL;
}

static unsigned points_hidden(const desk *d, view_rect words)
{
    unsigned hidden = 0;

    for (size_t i = 0; i < d->frame.press_count; i++) {
        const view_press *press = &d->frame.presses[i];
        const float x = press->whole.x + press->whole.w / 2;
        const float y = press->whole.y + press->whole.h / 2;

        hidden += press->role == VIEW_ROLE_POINT && x > words.x &&
                  x < words.x + words.w && y > words.y && y < words.y + words.h;
    }
    return hidden;
}

static void the_words_beside_a_road_hide_no_point(void **state)
{
    desk *d = *state;
    unsigned seen = 0;

    for (int i = 0; i < TALKS; i++) {
        talk(d);
        look(d);

        const view_item *words = road_words(d);

        if (!words)
            continue;
        seen++;
        assert_int_equal(points_hidden(d, words->bounds), 0);
    }
    assert_true(seen > TALKS * 9 / 10);
}

static void a_road_that_lies_under_the_line_has_no_words(void **state)
{
    desk *d = *state;
    view_debrief *it = &d->app->debrief;

    talk(d);
    for (size_t i = 0; i < it->road_count; i++)
        d->road[i] = d->points[it->road_from + i].mood;
    look(d);
    assert_null(road_words(d));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_words_beside_a_road_hide_no_point, sit_down,
                                        get_up),
        cmocka_unit_test_setup_teardown(a_road_that_lies_under_the_line_has_no_words,
                                        sit_down, get_up),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
