#include "view/portrait.h"
#include "view/theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* What WCAG 2.2 asks: 7 for what has to be read, 4.5 for all text, 3 for what is only to
 * be seen (borders, marks, large shapes). */
#define BODY  7.f
#define TEXT  4.5f
#define SHAPE 3.f

typedef struct pair {
    view_ink on, ink;
    float least;
} pair;

#define ON_EVERYTHING(ink, least)                                                        \
    {VIEW_BG, ink, least}, {VIEW_STAGE_, ink, least}, {VIEW_SURFACE, ink, least},        \
    {                                                                                    \
        VIEW_SUNKEN, ink, least                                                          \
    }

/* Every two colours that stand on one another somewhere. */
static const pair pairs[] = {
    ON_EVERYTHING(VIEW_INK, BODY),
    ON_EVERYTHING(VIEW_INK2, TEXT),
    ON_EVERYTHING(VIEW_INK3, TEXT),
    ON_EVERYTHING(VIEW_ACCENT, TEXT),
    ON_EVERYTHING(VIEW_CUE, TEXT),
    ON_EVERYTHING(VIEW_FOCUS, BODY),
    ON_EVERYTHING(VIEW_EDGE, SHAPE),
    {VIEW_ACCENT, VIEW_ON_ACCENT, BODY},
    {VIEW_YOU, VIEW_ON_YOU, BODY},
    {VIEW_NIGHT, VIEW_ON_NIGHT, BODY},
    {VIEW_NIGHT_LIFT, VIEW_ON_NIGHT, BODY},
    {VIEW_NIGHT_GOOD, VIEW_ON_NIGHT, BODY},
    {VIEW_NIGHT, VIEW_ON_NIGHT2, TEXT},
    {VIEW_NIGHT_LIFT, VIEW_ON_NIGHT2, TEXT},
    {VIEW_NIGHT, VIEW_NIGHT_MARK, BODY},
    {VIEW_NIGHT_MARK, VIEW_NIGHT, BODY},
    {VIEW_NIGHT_LIFT, VIEW_NIGHT_MARK, SHAPE},
};

static void assert_contrast(const char *theme, view_color on, view_color ink, float least,
                            size_t which)
{
    const float is = view_contrast(on, ink);

    if (is < least)
        fail_msg("%s: pair %zu has %.2f to 1, wants %.1f", theme, which, (double)is,
                 (double)least);
}

static void all_that_stands_on_one_another_can_be_told_apart(void **state)
{
    (void)state;
    for (int t = 0; t < VIEW_THEMES; t++) {
        const view_theme *theme = view_theme_of((view_theme_id)t);
        for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
            assert_contrast(theme->name, view_color_of(theme, pairs[i].on),
                            view_color_of(theme, pairs[i].ink), pairs[i].least, i);
    }
}

static void endings_can_be_read(void **state)
{
    (void)state;
    for (int t = 0; t < VIEW_THEMES; t++) {
        const view_theme *theme = view_theme_of((view_theme_id)t);
        for (size_t i = 0; i < 3; i++)
            assert_contrast(theme->name, view_rgb(theme->ending[i]),
                            view_rgb(theme->on_ending), TEXT, i);
    }
}

static void moods_can_be_seen_on_every_ground(void **state)
{
    (void)state;
    for (int t = 0; t < VIEW_THEMES; t++) {
        const view_theme *theme = view_theme_of((view_theme_id)t);
        for (int i = 0; i <= 20; i++) {
            const view_color mood = view_mood_in(theme, (float)i / 20);
            assert_contrast(theme->name, view_color_of(theme, VIEW_SURFACE), mood, SHAPE,
                            (size_t)i);
        }
    }
}

/* The word beside a face stands on its backdrop only in the theme's ink. */
static void titles_can_be_read_on_the_wall_behind_a_person(void **state)
{
    (void)state;
    for (int t = 0; t < VIEW_THEMES; t++) {
        const view_theme *theme = view_theme_of((view_theme_id)t);
        for (int i = 0; i <= 20; i++) {
            const view_color wall = view_backdrop(theme, (float)i / 20);
            assert_contrast(theme->name, wall, view_color_of(theme, VIEW_INK), TEXT,
                            (size_t)i);
        }
    }
}

static void brows_can_be_read_on_every_skin(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < VIEW_PEOPLE; i++)
        assert_contrast("people", view_rgb(view_person(i).skin), view_brow_ink(),
                        VIEW_LEAST_SKIN, i);
    for (uint64_t seed = 0; seed < 2000; seed++)
        assert_contrast("seeds", view_rgb(view_face_from_seed(seed).skin),
                        view_brow_ink(), VIEW_LEAST_SKIN, (size_t)seed);
}

static void no_text_is_smaller_than_fourteen(void **state)
{
    (void)state;
    for (int i = 0; i < TYPES; i++)
        assert_true(view_type_of((view_type)i)->size >= 14);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_that_stands_on_one_another_can_be_told_apart),
        cmocka_unit_test(endings_can_be_read),
        cmocka_unit_test(moods_can_be_seen_on_every_ground),
        cmocka_unit_test(titles_can_be_read_on_the_wall_behind_a_person),
        cmocka_unit_test(brows_can_be_read_on_every_skin),
        cmocka_unit_test(no_text_is_smaller_than_fourteen),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
