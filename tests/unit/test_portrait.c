/* What a face does with a mood and with the word before a line. */
#include "view/portrait.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const talk_mood level = {.4f, -.1f, .5f, .5f};

static void every_named_look_is_drawn_in_its_own_way(void **state)
{
    (void)state;
    const view_look plain = view_look_of_mood(level);
    view_look seen[VIEW_LOOKS];

    assert_null(view_look_known(VIEW_LOOKS));
    for (uint32_t i = 0; i < VIEW_LOOKS; i++) {
        const char *name = view_look_known(i);
        assert_string_equal(view_look_name(name), name);
        seen[i] = view_look_of(level, name);
        assert_memory_not_equal(&seen[i], &plain, sizeof plain);
        for (uint32_t k = 0; k < i; k++)
            assert_memory_not_equal(&seen[i], &seen[k], sizeof plain);
    }
}

static void a_word_stands_for_a_look(void **state)
{
    static const char *const words[][2] = {
        {"annoyed", "tight"},        {"sceptical", "wary"},
        {"soft", "quiet"},           {"polite", "flat"},
        {"Furious", "angry"},        {"COLD", "cold"},
        {"coldly", "cold"},          {"sharply", "angry"},
        {"a bit sharp", "angry"},    {"quiet, then cold", "quiet"},
        {"voice catching", "hurt"},  {"still-wary", "wary"},
        {"trying it out", "hopeful"}};

    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_string_equal(view_look_name(words[i][0]), words[i][1]);
}

static void what_somebody_is_no_longer_is_not_shown(void **state)
{
    (void)state;
    assert_null(view_look_name("less guarded"));
    assert_null(view_look_name("no longer cold"));
    assert_null(view_look_name("not angry"));
    assert_string_equal(view_look_name("not angry, tired"), "tired");
    assert_string_equal(view_look_name("not unkind, warm"), "warm");
}

static void a_tone_that_nobody_knows_leaves_the_mood(void **state)
{
    static const char *const tones[] = {
        "",          " ",   "zxqv", "flatter than a flounder", "coldish", "not",
        "no longer", "---", NULL};
    const view_look plain = view_look_of_mood(level);
    char words[64], plain_words[64];

    (void)state;
    view_look_caption(plain_words, sizeof plain_words, level, "");
    for (size_t i = 0; i < sizeof tones / sizeof *tones; i++) {
        const view_look look = view_look_of(level, tones[i]);
        assert_memory_equal(&look, &plain, sizeof plain);
        view_look_caption(words, sizeof words, level, tones[i]);
        assert_string_equal(words, plain_words);
    }
}

static void a_sad_face_is_not_an_angry_one(void **state)
{
    (void)state;
    const view_look sad = view_look_of_mood((talk_mood){.1f, -.9f, .5f, .4f});
    const view_look angry = view_look_of_mood((talk_mood){.95f, -.9f, .7f, .02f});

    assert_true(sad.sad > .4f && sad.furrow < .05f);
    assert_true(angry.furrow > .9f && angry.sad < .05f);
    assert_true(angry.shoulders > sad.shoulders + .5f);
    const view_look hurt = view_look_of(level, "hurt"),
                    cross = view_look_of(level, "angry");
    assert_true(hurt.sad > .6f && hurt.furrow < .3f && hurt.gaze_y > .3f);
    assert_true(cross.furrow > .8f && cross.sad < .1f && cross.open > .4f);
}

static void tension_warmth_and_engagement_have_places_of_their_own(void **state)
{
    (void)state;
    const view_look base = view_look_of_mood((talk_mood){.3f, 0, .5f, .5f});
    const view_look tense = view_look_of_mood((talk_mood){.9f, 0, .5f, .2f});
    const view_look warm = view_look_of_mood((talk_mood){.3f, .9f, .5f, .8f});
    const view_look gone = view_look_of_mood((talk_mood){.3f, 0, .05f, .5f});

    assert_true(tense.furrow > base.furrow + .5f && tense.press > base.press);
    assert_true(warm.smile > base.smile + .5f && warm.furrow <= base.furrow);
    assert_true(gone.gaze_x < base.gaze_x - .5f && gone.lids < base.lids - .2f);
    assert_true(view_look_of_mood((talk_mood){.6f, -.5f, .1f, .3f}).arms > .5f);
}

static void the_brows_lead(void **state)
{
    (void)state;
    const view_look a = view_look_of(level, "warm"), b = view_look_of(level, "angry");
    const view_look early = view_look_between(&a, &b, VIEW_LOOK_LEAD_MS);
    const view_look late = view_look_between(&a, &b, VIEW_LOOK_MS);

    assert_true(early.furrow > a.furrow);
    assert_true(early.smile == a.smile && early.open == a.open);
    assert_float_equal(late.furrow, b.furrow, 1e-5f);
    assert_float_equal(late.smile, b.smile, 1e-5f);
    assert_float_equal(late.cheek, b.cheek, 1e-5f);
}

/* Dark skins have dark hair, and the eight people are who they are by their names. */
static void people_come_from_a_seed_a_name_or_the_pack(void **state)
{
    (void)state;
    const view_face joseph = view_face_of("Joseph Obi", NULL), seventh = view_person(6);
    const char *const asked[] = {"seed",    "3",    "hair",  "grey bun", "beard",
                                 "stubble", "age",  "older", "glasses",  "true",
                                 "skin",    "deep", NULL};
    const view_face made = view_face_of("Nobody", asked);

    assert_memory_equal(&joseph, &seventh, sizeof joseph);
    assert_int_equal(made.hair, HAIR_BUN);
    assert_int_equal(made.beard, 1);
    assert_int_equal(made.age, 2);
    assert_true(made.glasses && made.skin == 0xA56E49);
    for (uint64_t seed = 0; seed < 500; seed++) {
        const view_face face = view_face_from_seed(seed);
        const bool dark = face.skin == 0x905F41 || face.skin == 0xA56E49;
        assert_false(dark && face.hair_color == 0xC98B3A && face.age < 2);
    }
}

/* A man is not drawn with a headscarf because a seed fell so; a pack that says so is
 * taken at its word. */
static void a_seed_makes_somebody_who_goes_with_the_pronoun(void **state)
{
    (void)state;
    char name[24], seed[24];

    for (unsigned i = 0; i < 500; i++) {
        snprintf(name, sizeof name, "Person %u", i);
        snprintf(seed, sizeof seed, "%u", i);
        const char *const he[] = {"seed", seed, "pronoun", "he", NULL};
        const char *const she[] = {"pronoun", "she", NULL};
        const view_face his = view_face_of(name, he), hers = view_face_of(name, she);
        assert_true(his.hair == HAIR_SHORT || his.hair == HAIR_CROPPED);
        assert_false(his.earrings);
        assert_int_equal(hers.beard, 0);
    }
    const char *const sam[] = {"pronoun", "she", NULL};
    const char *const asked[] = {"pronoun", "he", "hair", "long", NULL};
    assert_int_equal(view_face_of("Sam", sam).beard, 0);
    assert_int_equal(view_face_of("Sam", asked).hair, HAIR_LONG);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_named_look_is_drawn_in_its_own_way),
        cmocka_unit_test(a_word_stands_for_a_look),
        cmocka_unit_test(what_somebody_is_no_longer_is_not_shown),
        cmocka_unit_test(a_tone_that_nobody_knows_leaves_the_mood),
        cmocka_unit_test(a_sad_face_is_not_an_angry_one),
        cmocka_unit_test(tension_warmth_and_engagement_have_places_of_their_own),
        cmocka_unit_test(the_brows_lead),
        cmocka_unit_test(people_come_from_a_seed_a_name_or_the_pack),
        cmocka_unit_test(a_seed_makes_somebody_who_goes_with_the_pronoun),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
