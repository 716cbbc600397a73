/* One word for a mood, wherever it is told. */
#include "sim/mood.h"
#include "view/talk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static sim_mood mood(int tension, int warmth, int engagement)
{
    const int32_t one = SIM_MOOD_WHOLE / 100;

    return (sim_mood){
        .tension = tension * one, .warmth = warmth * one, .engagement = engagement * one};
}

static void a_mood_is_the_nearest_of_the_words(void **state)
{
    (void)state;
    assert_string_equal(sim_mood_word(mood(95, -70, 70)), "boiling over");
    assert_string_equal(sim_mood_word(mood(100, -100, 100)), "boiling over");
    assert_string_equal(sim_mood_word(mood(62, -10, 30)), "holding it in");
    assert_string_equal(sim_mood_word(mood(45, -20, 48)), "wary");
    assert_string_equal(sim_mood_word(mood(0, 100, 100)), "at ease");
    assert_string_equal(sim_mood_word(mood(62, -50, 12)), "gone cold");
}

static void the_window_says_the_same_words(void **state)
{
    const float whole = SIM_MOOD_WHOLE;

    (void)state;
    for (int tension = 0; tension <= 100; tension += 10) {
        for (int warmth = -100; warmth <= 100; warmth += 20) {
            for (int engagement = 0; engagement <= 100; engagement += 10) {
                const sim_mood is = mood(tension, warmth, engagement);
                const talk_mood seen = {.tension = (float)is.tension / whole,
                                        .warmth = (float)is.warmth / whole,
                                        .engagement = (float)is.engagement / whole};

                assert_ptr_equal(view_mood_word(seen), sim_mood_word(is));
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mood_is_the_nearest_of_the_words),
        cmocka_unit_test(the_window_says_the_same_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
