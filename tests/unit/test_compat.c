/* What an edit breaks: two editions of a scenario, and what is told of them. */
#include "scenario_maker.h"

#include "model/compat.h"
#include "model/likeness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* One edition; every member has a usual value that a test changes. */
typedef struct edition {
    const char *meter, *start, *range, *drift;
    const char *more; /* a further meter; NULL */
    const char *flag;
    const char *first, *second; /* moments */
    const char *words;          /* of the first moment's reply */
    const char *mood, *when, *when2;
    const char *rule;
    const char *renamed; /* "old=new"; NULL */
    const char *line_mood;
    bool moved; /* the second reply is in the second moment */
} edition;

static const edition usual = {
    .meter = "calm",
    .start = "start=40",
    .range = "max=100",
    .drift = "drift=toward 45 by 1",
    .flag = "told",
    .first = "start",
    .second = "story",
    .words = "What happened to it today?",
    .mood = "mood=calm +5",
    .when = "when=calm > 10",
    .when2 = "when=visits(start) > 0 and not told and calm / 2 < 30.5",
    .rule = "late",
    .line_mood = "calm -1",
};

static void add_moved(maker *m, const char *mood)
{
    YOU(m, "Please send me the number.", mood, "go=end");
}

static ear_scenario *make(const edition *e)
{
    maker *m = maker_new();
    char go[64], set[64], mood[64];

    snprintf(go, sizeof go, "go=%s", e->second);
    snprintf(set, sizeof set, "set=%s", e->flag);
    snprintf(mood, sizeof mood, "mood=%s -3", e->meter);
    METER(m, e->meter, e->start, e->range, e->drift, "low=upset", "high=at ease");
    if (e->more)
        METER(m, e->more);
    FLAG(m, e->flag);
    if (e->renamed)
        RENAMED(m, e->renamed);
    RULE(m, e->rule, "when=turn > 2", set);
    MOMENT(m, e->first);
    LINE(m, "(flat) The kettle broke again.");
    YOU(m, e->words, e->mood, set, e->when, go);
    if (!e->moved)
        add_moved(m, mood);
    MOMENT(m, e->second);
    MOOD(m, e->line_mood);
    LINE(m, "It made a noise, and it was dark.");
    YOU(m, "Thank you for telling me.", e->when2, "answer=(dry) Yes.", "go=end");
    if (e->moved)
        add_moved(m, mood);
    OUTCOME(m, "end");
    return maker_scenario(m);
}

/* The changes as lines "kind thing id -> now breaks". */
static char *compare(const edition *before, const edition *after, base_bytes *paste)
{
    static const char *const kinds[] = {"gone",  "moved",  "range", "start",
                                        "added", "effect", "road",  "renamed"};
    ear_scenario *old = make(before), *now = make(after);
    model_changes list;
    base_bytes text = {0};

    assert_int_equal(model_compat(&list, old, now, NULL), EAR_OK);
    for (size_t i = 0; i < list.count; i++) {
        const model_change *c = &list.at[i];

        assert_true(c->message[0] != '\0');
        base_bytes_print(&text, "%s %s %s%s%s %s%s\n", kinds[c->kind], c->thing, c->id,
                         c->now && strcmp(c->now, c->id) != 0 ? " -> " : "",
                         c->now && strcmp(c->now, c->id) != 0 ? c->now : "",
                         c->breaks & MODEL_BREAKS_RUNS ? "r" : "",
                         c->breaks & MODEL_BREAKS_TRANSLATIONS ? "t" : "");
    }
    if (paste)
        assert_true(model_changes_renamed(paste, &list));
    model_changes_release(&list);
    ear_scenario_free(old);
    ear_scenario_free(now);
    return text.at ? text.at : strdup("");
}

static void assert_changes(const edition *after, const char *wanted)
{
    char *got = compare(&usual, after, NULL);

    assert_string_equal(got, wanted);
    free(got);
}

static void the_same_edition_breaks_nothing(void **state)
{
    (void)state;
    assert_changes(&usual, "");
}

static void a_meter_that_is_another_is_told(void **state)
{
    edition e = usual;

    (void)state;
    e.start = "start=60";
    assert_changes(&e, "start meter calm r\n");
    e.start = usual.start;
    e.range = "max=90";
    assert_changes(&e, "range meter calm r\n");
    e.range = usual.range;
    e.drift = "drift=toward 45 by 2";
    assert_changes(&e, "effect meter calm r\n");
    e.drift = usual.drift;
    e.more = "trust";
    assert_changes(&e, "added meter trust r\n");
}

static void what_a_reply_does_is_compared_by_what_it_means(void **state)
{
    edition e = usual;

    (void)state;
    e.mood = "mood=calm + 5"; /* the same */
    assert_changes(&e, "");
    e.mood = "mood=calm +6";
    assert_changes(&e, "effect reply start/what-happened-to-it-today r\n");
    e.mood = usual.mood;
    e.when = "when=calm > 11";
    assert_changes(&e, "road reply start/what-happened-to-it-today r\n");
    e.when = usual.when;
    e.when2 = "when=visits(start) > 0 and not told and calm / 2 < 30.25";
    assert_changes(&e, "road reply story/thank-you-for-telling-me r\n");
    e.when2 = "when=visits(story) > 0 and not told and calm / 2 < 30.5";
    assert_changes(&e, "road reply story/thank-you-for-telling-me r\n");
    e.when2 = usual.when2;
    e.line_mood = "calm -2";
    assert_changes(&e, "effect moment story r\n");
}

static void renames_are_guessed_and_what_reads_them_is_the_same(void **state)
{
    edition e = usual;

    (void)state;
    e.meter = "clam";
    e.mood = "mood=clam +5";
    e.when = "when=clam > 10";
    e.when2 = "when=visits(start) > 0 and not told and clam / 2 < 30.5";
    e.line_mood = "clam -1";
    assert_changes(&e, "gone meter calm -> clam r\n");
    e = usual;
    e.second = "tale"; /* its replies and lines follow */
    assert_changes(&e, "gone moment story -> tale rt\n");
    e = usual;
    e.words = "What has happened to it?";
    assert_changes(&e, "gone reply start/what-happened-to-it-today -> "
                       "start/what-has-happened-to-it rt\n");
}

static void what_is_like_nothing_is_gone(void **state)
{
    edition e = usual;

    (void)state;
    e.words = "Nobody knows.";
    e.mood = "mood=calm -9";
    e.when = "when=calm > 90";
    assert_changes(&e, "gone reply start/what-happened-to-it-today rt\n");
    e = usual;
    e.rule = "early";
    assert_changes(&e, "added rule early r\ngone rule late r\n");
}

static void a_reply_in_another_moment_has_moved(void **state)
{
    edition e = usual;

    (void)state;
    e.moved = true;
    assert_changes(&e, "moved reply start/please-send-me-the-number -> "
                       "story/please-send-me-the-number rt\n");
    e.renamed = "start/please-send-me-the-number=story/please-send-me-the-number";
    assert_changes(&e, "moved reply start/please-send-me-the-number -> "
                       "story/please-send-me-the-number r\n");
}

static void what_was_renamed_is_no_change(void **state)
{
    edition e = usual, before = usual;
    char *got;

    (void)state;
    e.second = "tale";
    e.renamed = "story=tale";
    assert_changes(&e, "");
    e = usual;
    e.words = "What on earth?";
    e.renamed = "start/what-happened-to-it-today=start/what-on-earth";
    assert_changes(&e, "");
    before.renamed = "begin=start";
    got = compare(&before, &usual, NULL);
    assert_string_equal(got, "renamed renamed begin -> start rt\n");
    free(got);
}

static void renames_are_written_as_lua(void **state)
{
    edition e = usual, before = usual;
    base_bytes paste = {0};

    (void)state;
    before.second = "end_"; /* no word of Lua */
    e.second = "tale \"two\"";
    e.words = "What has happened to it?";
    free(compare(&before, &e, &paste));
    assert_string_equal(base_bytes_string(&paste),
                        "renamed {\n"
                        "  [\"start/what-happened-to-it-today\"] = "
                        "\"start/what-has-happened-to-it\",\n"
                        "  end_ = \"tale \\\"two\\\"\",\n"
                        "}\n");
    base_bytes_clear(&paste);
    free(compare(&usual, &usual, &paste));
    assert_string_equal(base_bytes_string(&paste), "");
    base_bytes_release(&paste);
}

static unsigned like(const char *a, const char *b)
{
    return model_likeness(a, strlen(a), b, strlen(b));
}

static void likeness_counts_shared_words(void **state)
{
    (void)state;
    assert_int_equal(like("Hello there", "hello, THERE!"), MODEL_ALIKE);
    assert_int_equal(like("one two", "two three"), MODEL_ALIKE / 2);
    assert_int_equal(like("one", "two"), 0);
    assert_int_equal(like("", "two"), 0);
    assert_int_equal(like("", ""), 0);
    assert_int_equal(like("so so", "so"), 2 * MODEL_ALIKE / 3);
    assert_int_equal(like("It isn't", "it isnt"), MODEL_ALIKE);
    assert_int_equal(like("say_it_again", "say-it/again"), MODEL_ALIKE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_edition_breaks_nothing),
        cmocka_unit_test(a_meter_that_is_another_is_told),
        cmocka_unit_test(what_a_reply_does_is_compared_by_what_it_means),
        cmocka_unit_test(renames_are_guessed_and_what_reads_them_is_the_same),
        cmocka_unit_test(what_is_like_nothing_is_gone),
        cmocka_unit_test(a_reply_in_another_moment_has_moved),
        cmocka_unit_test(what_was_renamed_is_no_change),
        cmocka_unit_test(renames_are_written_as_lua),
        cmocka_unit_test(likeness_counts_shared_words),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
