/* What is said and asked: lines that vary, inserted values, finding a reply, notices. */
#include "scenario_maker.h"
#include "session_trace.h"

#include "sim/look.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void close_all(ear_session *session, ear_scenario *scenario, trace *t)
{
    ear_session_free(session);
    ear_scenario_free(scenario);
    trace_end(t);
}

/* A line played again and again: `pick` and three entries. */
static ear_scenario *varying(const char *pick)
{
    maker *m = maker_new();

    MOMENT(m, "a");
    LINE(m, "One.", "or=Two.", "or=(sharp) Three.", pick);
    YOU(m, "On", "again", "go=a");
    OUTCOME(m, "end");
    return maker_scenario(m);
}

static void a_cycle_begins_again(void **state)
{
    ear_scenario *sc = varying("pick=cycle");
    trace t = {.only = " Sam "};
    ear_session *s = trace_session(sc, &t);

    (void)state;
    for (int i = 0; i < 4; i++)
        trace_choose(s, "On", &t);
    assert_told(&t, "Sam: One.\nSam: Two.\nSam (sharp): Three.\nSam: One.\nSam: Two.\n");
    close_all(s, sc, &t);
}

static void once_is_passed_over_when_every_entry_was_said(void **state)
{
    ear_scenario *sc = varying("pick=once");
    trace t = {.only = " Sam "};
    ear_session *s = trace_session(sc, &t);

    (void)state;
    for (int i = 0; i < 3; i++)
        trace_choose(s, "On", &t);
    assert_told(&t, "Sam: One.\nSam: Two.\nSam (sharp): Three.\n");

    const uint64_t before = ear_session_tenths(s);

    trace_choose(s, "On", &t);
    assert_told(&t, "");
    assert_int_equal(ear_session_tenths(s), before + 84); /* the reply's time alone */
    close_all(s, sc, &t);
}

static void first_says_the_first_entry_once_and_then_the_last(void **state)
{
    ear_scenario *sc = varying("pick=first");
    trace t = {.only = " Sam "};
    ear_session *s = trace_session(sc, &t);

    (void)state;
    for (int i = 0; i < 2; i++)
        trace_choose(s, "On", &t);
    assert_told(&t, "Sam: One.\nSam (sharp): Three.\nSam (sharp): Three.\n");
    close_all(s, sc, &t);
}

/* Plays `rounds` rounds of a shuffled line of `count` entries ("0", "1", ...). */
static void play_shuffled(unsigned char *said, const ear_scenario *sc, uint64_t seed,
                          int lines)
{
    const ear_options options = {.seed = seed};
    trace t = {.only = " Sam "};
    const ear_sink sink = trace_sink(&t);
    ear_session *s = NULL;

    assert_int_equal(ear_session_new(&s, sc, &options, NULL), EAR_OK);
    assert_int_equal(ear_session_begin(s, &sink, NULL), EAR_OK);
    for (int i = 0; i < lines; i++) {
        unsigned entry;

        assert_int_equal(sscanf(trace_take(&t), "Sam: %u", &entry), 1);
        said[i] = (unsigned char)entry;
        assert_int_equal(ear_session_choose(s, 0, &sink, NULL), EAR_OK);
    }
    ear_session_free(s);
    trace_end(&t);
}

static ear_scenario *shuffling(int count)
{
    static const char *const others[] = {"or=1.", "or=2.", "or=3.", "or=4."};
    const char *fields[8] = {"0.", "pick=shuffle"};
    maker *m = maker_new();

    MOMENT(m, "a");
    for (int i = 0; i < count - 1; i++)
        fields[2 + i] = others[i];
    maker_statement(m, DRAFT_LINE, fields);
    YOU(m, "On", "again", "go=a");
    OUTCOME(m, "end");
    return maker_scenario(m);
}

static void a_shuffled_round_says_every_entry_and_none_twice_running(void **state)
{
    enum { LINES = 60 };
    unsigned char said[LINES];

    (void)state;
    for (int count = 2; count <= 5; count++) {
        ear_scenario *sc = shuffling(count);

        for (uint64_t seed = 0; seed < 20; seed++) {
            play_shuffled(said, sc, seed, LINES);
            for (int i = 0; i < LINES; i += count) {
                unsigned all = 0;

                for (int k = i; k < i + count && k < LINES; k++) {
                    all |= 1u << said[k];
                    if (k > 0)
                        assert_int_not_equal(said[k], said[k - 1]);
                }
                if (i + count <= LINES)
                    assert_int_equal(all, (1u << count) - 1);
            }
        }
        ear_scenario_free(sc);
    }
}

static void a_shuffle_follows_the_seed(void **state)
{
    enum { LINES = 10 };
    ear_scenario *sc = shuffling(5);
    unsigned char first[LINES], said[LINES];
    int same = 0, rounds_alike = 0;

    (void)state;
    for (uint64_t seed = 0; seed < 50; seed++) {
        play_shuffled(first, sc, 7, LINES);
        play_shuffled(said, sc, seed, LINES);
        same += memcmp(said, first, LINES) == 0;
        rounds_alike += memcmp(said, said + 5, 5) == 0;
    }
    assert_in_range(same, 1, 3); /* 7 itself, and hardly another */
    assert_in_range(rounds_alike, 0, 3);
    ear_scenario_free(sc);
}

static void braces_insert_values(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " Sam cue info screen notice choice reply outcome debrief "};

    (void)state;
    METER(m, "calm", "start=-7", "min=-100");
    FLAG(m, "vip");
    ROWS(m, "Calm={calm}");
    MOMENT(m, "a");
    LINE(m, "I am {customer}, at {calm} {{calm}, {vip}, turn {turn}.");
    CUE(m, "{seconds} s");
    SILENCE(m, "3s");
    INFO(m, "{minutes} min", "status={seconds}");
    SET(m, "vip");
    NOTICE(m, "{vip}?", "option={calm}", "option=no", "answer=1");
    YOU(m, "Calm {calm}?", "mood=calm +8", "thinks={calm}", "why={turn}", "go=end");
    OUTCOME(m, "end", "title={calm}");
    DEBRIEF(m, "{calm}");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    assert_told(&t, "screen Calm=-7\n"
                    "Sam: I am Sam, at -7 {calm}, false, turn 0.\n"
                    "cue 3.6 s\n"
                    "info 0.1 min [6.6]\n"
                    "notice true? -7 | no\n"
                    "choice Calm -7?\n");
    trace_choose(s, "Calm -7?", &t);
    assert_told(&t, "reply 1 a/calm {-7} <1>\noutcome end mixed '1'\ndebrief 1\n");
    close_all(s, sc, &t);
}

static void screens_show_all_rows_and_new_names_last(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " screen "};

    (void)state;
    FLAG(m, "vip");
    ROWS(m, "Order=1", "Due=2");
    MOMENT(m, "a");
    SCREEN(m, "New=3", "Order=4");
    SCREEN(m, "Due=5", "Last=6");
    SCREEN(m, "New=7");
    GO(m, "end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    assert_told(&t, "screen Order=1, Due=2\nscreen Order=4, Due=2, New=3\n"
                    "screen Order=4, Due=5, New=3, Last=6\n"
                    "screen Order=4, Due=5, New=7, Last=6\n");
    close_all(s, sc, &t);
}

static void a_reply_is_found_by_id_by_words_and_by_its_only_beginning(void **state)
{
    maker *m = maker_new();
    trace t = {0};
    ear_error err;
    size_t index = 99;
    model_id thing;
    char id[64];

    (void)state;
    METER(m, "calm");
    RENAMED(m, "old=first", "before=a", "ancient=before", "a/yes-now=a/yes-at-once",
            "before/yes-soon=a/yes-at-once");
    MOMENT(m, "a");
    YOU(m, "Yes", "id=first", "go=end");
    YOU(m, "Yes, at once", "go=end");
    YOU(m, "Yes, later {calm}", "go=end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);
    static const struct {
        const char *words;
        size_t index;
    } found[] = {{"first", 0},         {"old", 0},
                 {"Yes", 0}, /* exact words, though others begin so */
                 {"a/yes-at-once", 1}, {"before/yes-at-once", 1},
                 {"a/yes-now", 1},     {"ancient/yes-now", 1}, /* renamed three times */
                 {"Yes, a", 1},        {"Yes, later 50", 2},
                 {"Yes, later", 2}};
    static const char *const none[] = {"",        "Yes,", "yes",     "Yess",
                                       "at once", "a",    "ancient", "ancient/no"};

    for (size_t i = 0; i < sizeof found / sizeof *found; i++) {
        assert_int_equal(ear_session_find(s, found[i].words, &index, &err), EAR_OK);
        assert_int_equal(index, found[i].index);
    }
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        index = 99;
        assert_int_equal(ear_session_find(s, none[i], &index, &err), EAR_E_NOT_FOUND);
        assert_int_equal(index, 99);
        assert_non_null(strstr(err.message, "'first', 'a/yes-at-once'"));
    }
    assert_int_equal(ear_session_find(s, "Yes,", &index, &err), EAR_E_NOT_FOUND);
    assert_non_null(strstr(err.message, "2 replies"));
    assert_true(model_find_older(sc, "ancient/yes-now", 15, &thing));
    assert_int_equal(thing.thing, MODEL_THING_REPLY);
    assert_int_equal(thing.index, 1);
    assert_true(model_find_older(sc, "ancient", 7, &thing));
    assert_int_equal(thing.thing, MODEL_THING_MOMENT);
    assert_false(model_find_older(sc, "ancient/no", 10, &thing));
    /* Derived from a reply that was renamed, not only from its moment. */
    strcpy(id, "before/yes-soon/answer");
    assert_true(model_rename(sc, id, sizeof id));
    assert_string_equal(id, "a/yes-at-once/answer");
    assert_false(model_rename(sc, id, sizeof id));
    strcpy(id, "before/x");
    assert_false(model_rename(sc, id, 3)); /* no room */
    assert_string_equal(id, "before/x");
    close_all(s, sc, &t);
}

static ear_scenario *noticing(const char *skill)
{
    maker *m = maker_new();

    SKILL(m, "notice");
    SKILL(m, "listen");
    MOMENT(m, "a");
    NOTICE(m, "Why?", "option=Hurt", "option=Bored", "answer=1", skill);
    YOU(m, "On", "go=b");
    MOMENT(m, "b");
    YOU(m, "Bye", "go=end");
    OUTCOME(m, "end");
    return maker_scenario(m);
}

static void a_right_answer_to_a_notice_gives_a_point_once(void **state)
{
    ear_scenario *sc = noticing("because=She did.");
    trace t = {0};
    const ear_sink sink = trace_sink(&t);
    ear_session *s = trace_session(sc, &t);

    (void)state;
    trace_take(&t);
    assert_int_equal(ear_session_notice(s, 2, &sink, NULL), EAR_E_ARG);
    assert_int_equal(ear_session_notice(s, 0, &sink, NULL), EAR_OK);
    assert_told(&t, "skill notice +1 statement\n");
    assert_int_equal(ear_session_notice(s, 0, &sink, NULL), EAR_E_STATE);
    assert_told(&t, "");
    close_all(s, sc, &t);
}

static void a_wrong_answer_to_a_notice_counts_and_gives_nothing(void **state)
{
    ear_scenario *sc = noticing("skill=listen");
    trace t = {0};
    const ear_sink sink = trace_sink(&t);
    ear_session *s = trace_session(sc, &t);

    (void)state;
    trace_take(&t);
    assert_int_equal(ear_session_notice(s, 1, &sink, NULL), EAR_OK);
    assert_int_equal(ear_session_notice(s, 0, &sink, NULL), EAR_E_STATE);
    assert_told(&t, "");
    close_all(s, sc, &t);
}

static void a_notice_names_its_own_skill_and_ends_with_the_next_reply(void **state)
{
    ear_scenario *sc = noticing("skill=listen");
    trace t = {.only = " skill "};
    const ear_sink sink = trace_sink(&t);
    ear_session *s = trace_session(sc, &t);
    ear_session *late = NULL;

    (void)state;
    assert_int_equal(ear_session_copy(&late, s, NULL), EAR_OK);
    assert_int_equal(ear_session_notice(s, 0, &sink, NULL), EAR_OK);
    assert_told(&t, "skill listen +1 statement\n");
    trace_choose(late, "On", &t);
    assert_int_equal(ear_session_notice(late, 0, &sink, NULL), EAR_E_STATE);
    ear_session_free(late);
    close_all(s, sc, &t);
}

static void a_notice_without_its_skill_scores_nothing(void **state)
{
    maker *m = maker_new();
    trace t = {0};

    (void)state;
    MOMENT(m, "a");
    NOTICE(m, "Why?", "option=Hurt", "option=Bored", "answer=1");
    YOU(m, "On", "go=end");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    const ear_sink sink = trace_sink(&t);
    ear_session *s = trace_session(sc, &t);

    trace_take(&t);
    assert_int_equal(ear_session_notice(s, 0, &sink, NULL), EAR_OK);
    assert_told(&t, "");
    close_all(s, sc, &t);
}

static void words_can_be_built_for_nobody(void **state)
{
    maker *m = maker_new();
    const ear_sink sink = {.words = true};
    ear_session *s = NULL;

    (void)state;
    METER(m, "calm");
    MOMENT(m, "a");
    LINE(m, "At {calm}.");
    YOU(m, "Sorry.", "go=a", "again");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);

    assert_int_equal(ear_session_new(&s, sc, NULL, NULL), EAR_OK);
    assert_int_equal(ear_session_begin(s, &sink, NULL), EAR_OK);
    assert_int_equal(sim_session_built(s), strlen("At 50.") + strlen("Sorry."));
    assert_int_equal(ear_session_choose(s, 0, &sink, NULL), EAR_OK);
    assert_int_equal(sim_session_built(s), 2 * (strlen("At 50.") + strlen("Sorry.")));
    assert_int_equal(ear_session_choose(s, 0, NULL, NULL), EAR_OK);
    assert_int_equal(sim_session_built(s), 2 * (strlen("At 50.") + strlen("Sorry.")));
    ear_session_free(s);
    ear_scenario_free(sc);
}

static void long_texts_of_one_event_stay_where_they_are(void **state)
{
    maker *m = maker_new();
    trace t = {.only = " choice "};
    char words[1000];
    base_bytes expected = {0};

    (void)state;
    memset(words, 'x', sizeof words);
    memcpy(words + sizeof words - 8, " {calm}", 8);
    METER(m, "calm");
    MOMENT(m, "a");
    base_bytes_text(&expected, "choice");
    for (int i = 0; i < 20; i++) {
        YOU(m, words, "go=end");
        base_bytes_print(&expected, "%s%.*s 50", i ? " | " : " ", (int)(sizeof words - 8),
                         words);
    }
    base_bytes_char(&expected, '\n');
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    ear_session *s = trace_session(sc, &t);

    assert_told(&t, base_bytes_string(&expected));
    base_bytes_release(&expected);
    close_all(s, sc, &t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cycle_begins_again),
        cmocka_unit_test(once_is_passed_over_when_every_entry_was_said),
        cmocka_unit_test(first_says_the_first_entry_once_and_then_the_last),
        cmocka_unit_test(a_shuffled_round_says_every_entry_and_none_twice_running),
        cmocka_unit_test(a_shuffle_follows_the_seed),
        cmocka_unit_test(braces_insert_values),
        cmocka_unit_test(screens_show_all_rows_and_new_names_last),
        cmocka_unit_test(a_reply_is_found_by_id_by_words_and_by_its_only_beginning),
        cmocka_unit_test(a_right_answer_to_a_notice_gives_a_point_once),
        cmocka_unit_test(a_wrong_answer_to_a_notice_counts_and_gives_nothing),
        cmocka_unit_test(a_notice_names_its_own_skill_and_ends_with_the_next_reply),
        cmocka_unit_test(a_notice_without_its_skill_scores_nothing),
        cmocka_unit_test(words_can_be_built_for_nobody),
        cmocka_unit_test(long_texts_of_one_event_stay_where_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
