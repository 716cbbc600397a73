/* Many runs, counted by hand. */
#include "report/group.h"
#include "report/growth.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static report_group *group_new(void)
{
    report_group *group = NULL;

    assert_int_equal(report_group_new(&group, "Pack <1>", NULL), EAR_OK);
    return group;
}

static void sum(report_group *group)
{
    assert_int_equal(report_group_sum(group, NULL, NULL), EAR_OK);
}

static report_session session(const char *learner, const char *outcome)
{
    report_session row = {.run = "r",
                          .learner = learner,
                          .started = "2026-11-03T10:00:00Z",
                          .scenario = "s",
                          .outcome = outcome,
                          .rating = strcmp(outcome, "kept") == 0 ? "strong" : "weak",
                          .progress = -1,
                          .heard = -1};

    for (int i = 0; i < REPORT_KNOWN; i++)
        row.figures[i] = REPORT_NO_FIGURE;
    return row;
}

static void add(report_group *group, const char *learner, const char *outcome)
{
    const report_session row = session(learner, outcome);

    report_group_session(group, &row);
}

static void runs_people_and_endings_are_counted(void **state)
{
    report_group *group = group_new();
    report_session late = session("b", "left");

    (void)state;
    add(group, "a", "left");
    add(group, "a", "kept");
    add(group, NULL, "kept");
    late.started = "2026-11-24T09:00:00Z";
    report_group_session(group, &late);
    add(group, "", "kept");
    sum(group);
    assert_int_equal(group->runs, 5);
    assert_int_equal(group->learners, 2);
    assert_string_equal(group->first, "2026-11-03T10:00:00Z");
    assert_string_equal(group->last, "2026-11-24T09:00:00Z");
    assert_int_equal(group->ending_count, 2);
    assert_string_equal(group->endings[0].id, "kept");
    assert_int_equal(group->endings[0].n, 3);
    assert_string_equal(group->endings[1].rating, "weak");
    report_group_free(group);
}

static void satisfaction_counts_whole_answers(void **state)
{
    static const int64_t csat[] = {34, 35, 40, 50, 10};
    report_group *group = group_new();

    (void)state;
    for (size_t i = 0; i < 5; i++) {
        report_session row = session("a", "left");

        row.figures[REPORT_CSAT] = csat[i];
        report_group_session(group, &row);
    }
    add(group, "a", "left"); /* a pack without the figure */
    sum(group);
    assert_int_equal(group->csat_good.n, 3);
    assert_int_equal(group->csat_good.of, 5);
    assert_int_equal(report_share(group->csat_good), 60);
    assert_int_equal(report_mean_of(group->figures[REPORT_CSAT]), 34); /* 33.8 */
    report_group_free(group);
}

static void promoters_less_detractors(void **state)
{
    /* 9, 10, 9 (8.5); 6 (6.4), 0; 7 (6.5), 8 (8.4) */
    static const int64_t ltr[] = {90, 100, 85, 64, 0, 65, 84};
    report_group *group = group_new();

    (void)state;
    for (size_t i = 0; i < 7; i++) {
        report_session row = session("a", "left");

        row.figures[REPORT_LTR] = ltr[i];
        report_group_session(group, &row);
    }
    sum(group);
    assert_int_equal(group->promoters.n, 3);
    assert_int_equal(group->detractors.n, 2);
    assert_int_equal(report_nps(group), 14); /* 1 of 7 */
    report_group_free(group);
}

static void nps_is_not_said_under_ten(void **state)
{
    report_group *group = group_new();
    base_bytes few = {0}, many = {0};
    report_session row = session("a", "left");

    (void)state;
    row.figures[REPORT_LTR] = 95;
    for (int i = 0; i < 9; i++)
        report_group_session(group, &row);
    report_group_text(&few, group);
    assert_non_null(strstr(few.at, "NPS: not said under n = 10 (n = 9)"));
    report_group_session(group, &row);
    report_group_text(&many, group);
    assert_non_null(strstr(many.at, "NPS: +100 (n = 10)"));
    base_bytes_release(&few);
    base_bytes_release(&many);
    report_group_free(group);
}

static void fixed_and_heard_are_told_apart(void **state)
{
    static const int32_t runs[][2] = {{90, 49}, {89, 50}, {100, 50}, {0, 0}, {90, 0}};
    report_group *group = group_new();

    (void)state;
    for (size_t i = 0; i < 5; i++) {
        report_session row = session("a", "left");

        row.progress = runs[i][0];
        row.heard = runs[i][1];
        report_group_session(group, &row);
    }
    add(group, "a", "left"); /* knows neither */
    sum(group);
    assert_int_equal(group->solved.n, 3);
    assert_int_equal(group->solved.of, 5);
    assert_int_equal(group->fixed_not_heard.n, 2);
    assert_int_equal(group->heard_not_fixed.n, 1);
    assert_int_equal(group->heard_not_fixed.of, 5);
    report_group_free(group);
}

static void turn(report_group *group, const char *choice, const char *reply, int change)
{
    static const char *const offered[] = {"one", "two", "three"};
    const report_turn row = {.scenario = "s",
                             .moment = choice,
                             .choice = choice,
                             .reply = reply,
                             .said = reply,
                             .before = 500000,
                             .after = 500000 + change,
                             .offered = offered,
                             .offered_count = 3};

    report_group_turn(group, &row);
}

static void tell(void *user, base_bytes *out, report_ask what, const char *scenario,
                 const char *reply)
{
    (void)user;
    (void)scenario;
    if (what == REPORT_ASK_WORDS && strcmp(reply, "three") == 0)
        base_bytes_text(out, "Nobody says this.");
    if (what == REPORT_ASK_TITLE && strcmp(reply, "easy") == 0)
        base_bytes_text(out, "The easy one");
    if (what == REPORT_ASK_LINE && strcmp(reply, "rare") != 0)
        base_bytes_text(out, "And?");
}

static void assert_named(const report_choice *choice, const char *want)
{
    base_bytes out = {0};

    report_choice_name(&out, choice);
    assert_string_equal(base_bytes_string(&out), want);
    base_bytes_release(&out);
}

static void replies_have_their_share_and_a_choice_its_falls(void **state)
{
    report_group *group = group_new();

    (void)state;
    turn(group, "easy", "one", 10);
    turn(group, "easy", "one", 10);
    turn(group, "easy", "two", -10);
    turn(group, "hard", "two", -10);
    turn(group, "hard", "two", -20);
    turn(group, "hard", "one", 0);
    turn(group, "rare", "one", -500000); /* twice is too rare to be the hardest */
    turn(group, "rare", "one", -500000);
    assert_int_equal(report_group_sum(group, &(report_source){tell, NULL}, NULL), EAR_OK);
    assert_int_equal(group->choice_count, 3);
    assert_named(&group->choices[0], "The easy one");
    assert_named(&group->choices[1], "\xE2\x80\x9C"
                                     "And?"
                                     "\xE2\x80\x9D");
    assert_named(&group->choices[2], "s: rare");

    const report_choice *hard = &group->choices[group->hardest];

    assert_string_equal(hard->choice, "hard");
    assert_int_equal(hard->met, 3);
    assert_int_equal(hard->fell, 2);
    assert_int_equal(hard->options, 3);
    assert_string_equal(hard->option[0]->row.reply, "two");
    assert_int_equal(hard->option[0]->row.given, 2);
    assert_int_equal(hard->option[0]->row.offered, 3);
    assert_int_equal(hard->option[0]->fell, 2);
    assert_string_equal(hard->option[2]->row.words, "Nobody says this.");
    assert_int_equal(hard->option[2]->row.given, 0);
    report_group_free(group);
}

static void without_runs_nothing_is_told_but_that(void **state)
{
    report_group *group = group_new();
    base_bytes text = {0}, html = {0};

    (void)state;
    sum(group);
    report_group_text(&text, group);
    report_group_html(&html, group);
    assert_non_null(strstr(text.at, "Nobody has played it to an ending"));
    assert_null(strstr(text.at, "How it ended"));
    assert_non_null(strstr(html.at, "Nobody has played it to an ending"));
    assert_null(strstr(html.at, "Nothing went wrong"));
    base_bytes_release(&text);
    base_bytes_release(&html);
    report_group_free(group);
}

static void what_went_wrong_is_placed_by_title_or_by_what_was_said(void **state)
{
    report_group *group = group_new();

    (void)state;
    for (int i = 0; i < 3; i++) {
        turn(group, "easy", "one", -10);
        turn(group, "hard", "two", -10);
    }
    assert_int_equal(report_group_sum(group, &(report_source){tell, NULL}, NULL), EAR_OK);
    assert_int_equal(group->again_count, 2);
    assert_int_equal(strncmp(group->again[0].sentence,
                             "At \xE2\x80\x98The easy one\xE2\x80\x99 they", 22),
                     0);
    assert_int_equal(strncmp(group->again[1].sentence,
                             "After \xE2\x80\x9C"
                             "And?"
                             "\xE2\x80\x9D they",
                             20),
                     0);
    report_group_free(group);
}

static void what_happens_again_and_again_is_said_with_its_n(void **state)
{
    report_group *group = group_new();
    const report_cue missed = {.scenario = "s", .text = "sighs"};
    const report_cue caught = {.scenario = "s", .text = "sighs", .caught = true};
    const report_cue rare = {.scenario = "s", .text = "coughs"};

    (void)state;
    for (int i = 0; i < 4; i++)
        turn(group, "a", "two", -10);
    for (int i = 0; i < 6; i++)
        turn(group, "a", "one", 10);
    for (int i = 0; i < 3; i++)
        report_group_cue(group, &missed);
    report_group_cue(group, &caught);
    report_group_cue(group, &rare);
    report_group_cue(group, &rare);
    sum(group);
    assert_int_equal(group->again_count, 2);
    assert_string_equal(group->again[0].sentence,
                        "The sign \xE2\x80\x9Csighs\xE2\x80\x9D was missed.");
    assert_int_equal(group->again[0].count.n, 3);
    assert_int_equal(group->again[0].count.of, 4);
    assert_int_equal(group->again[1].count.n, 4);
    assert_int_equal(group->again[1].count.of, 10);
    report_group_free(group);
}

static void the_same_sign_in_two_scenarios_is_two_signs(void **state)
{
    report_group *group = group_new();
    const report_cue one = {.scenario = "s", .text = "sighs"};
    const report_cue two = {.scenario = "t", .text = "sighs"};

    (void)state;
    report_group_cue(group, &one);
    report_group_cue(group, &two);
    sum(group);
    assert_int_equal(group->sign_count, 2);
    report_group_free(group);
}

static void only_who_played_twice_is_in_first_against_second(void **state)
{
    report_group *group = group_new();
    const struct {
        const char *learner, *outcome;
        int32_t ease;
        int64_t csat;
    } runs[] = {
        {"a", "left", 200000, 20}, {"b", "left", 100000, 10},
        {"a", "kept", 800000, 44}, {"a", "left", 0, 10},
        {"c", "left", 400000, 30}, {"", "left", 0, 10},
        {"", "kept", 900000, 50},  {"c", "left", 600000, REPORT_NO_FIGURE},
    };

    (void)state;
    for (size_t i = 0; i < sizeof runs / sizeof *runs; i++) {
        report_session row = session(runs[i].learner, runs[i].outcome);

        row.ease = runs[i].ease;
        row.figures[REPORT_CSAT] = runs[i].csat;
        report_group_session(group, &row);
    }
    sum(group);
    assert_int_equal(group->pairs.n, 2);
    assert_int_equal(report_mean_of(group->pairs.ease[0]), 300000);
    assert_int_equal(report_mean_of(group->pairs.ease[1]), 700000);
    assert_int_equal(group->pairs.csat[0].n, 1); /* both of a pair, or neither */
    assert_int_equal(report_mean_of(group->pairs.csat[1]), 44);
    assert_int_equal(report_share(group->pairs.strong[0]), 0);
    assert_int_equal(report_share(group->pairs.strong[1]), 50);
    report_group_free(group);
}

static void a_page_of_nothing_is_whole(void **state)
{
    report_group *group = group_new();
    base_bytes html = {0}, text = {0};

    (void)state;
    sum(group);
    report_group_html(&html, group);
    report_group_text(&text, group);
    assert_non_null(strstr(html.at, "Pack &lt;1&gt;"));
    assert_non_null(strstr(html.at, "</html>"));
    assert_non_null(strstr(text.at, "0 runs"));
    assert_null(strstr(html.at, "Figures")); /* no heading over nothing */
    assert_null(strstr(text.at, "Figures"));
    base_bytes_release(&html);
    base_bytes_release(&text);
    report_group_free(group);
}

static void days_are_told_once(void **state)
{
    report_group *group = group_new();
    report_session late = session("b", "left");
    base_bytes day = {0}, days = {0};

    (void)state;
    add(group, "a", "left");
    sum(group);
    report_group_text(&day, group);
    assert_non_null(strstr(day.at, "1 person with a name, 2026-11-03\n"));
    report_group_free(group);
    group = group_new();
    add(group, "a", "left");
    late.started = "2026-11-24T09:00:00Z";
    report_group_session(group, &late);
    sum(group);
    report_group_text(&days, group);
    assert_non_null(strstr(days.at, "2 people with a name, 2026-11-03 to 2026-11-24\n"));
    base_bytes_release(&day);
    base_bytes_release(&days);
    report_group_free(group);
}

static void many_names_keep_their_numbers(void **state)
{
    report_names names = {0};
    char text[24];

    (void)state;
    for (uint32_t i = 0; i < 5000; i++) {
        snprintf(text, sizeof text, "name %u", (unsigned)i);
        assert_int_equal(report_name(&names, text), i);
    }
    assert_int_equal(report_name(&names, "name 4321"), 4321);
    assert_string_equal(names.at[17], "name 17");
    report_names_release(&names);
}

static void a_learner_grows_from_the_first_run_that_has_a_skill(void **state)
{
    const report_skill rows[] = {
        {.skill = "listen", .points = 1, .possible = 7},
        {.skill = "own", .points = 0, .possible = 0}, /* nothing to earn */
        {.skill = "listen", .points = 5, .possible = 6},
        {.skill = "own", .points = 2, .possible = 4},
        {.skill = "own", .points = 1, .possible = -1}, /* not known */
    };
    const report_learner learner = {.name = "Ann", .skills = rows, .skill_count = 5};
    report_grown *grown = NULL;
    size_t count = 0;

    (void)state;
    assert_int_equal(report_learner_skills(&grown, &count, &learner, NULL), EAR_OK);
    assert_int_equal(count, 2);
    assert_string_equal(grown[0].skill, "listen");
    assert_int_equal(grown[0].points[0], 1);
    assert_int_equal(grown[0].possible[0], 7);
    assert_int_equal(grown[0].points[1], 5);
    assert_int_equal(grown[1].points[0], 2);
    assert_int_equal(grown[1].points[1], 2);
    assert_int_equal(grown[1].runs, 1);
    free(grown);
}

static void a_learner_is_told_as_page_and_text(void **state)
{
    report_session runs[2] = {session("<b>", "left"), session("<b>", "kept")};
    report_learner learner = {.name = "<b>", .sessions = runs, .session_count = 2};
    base_bytes html = {0}, text = {0};

    (void)state;
    runs[0].figures[REPORT_CSAT] = 21;
    runs[1].figures[REPORT_CSAT] = 43;
    runs[1].ease = 770000;
    report_learner_html(&html, &learner);
    report_learner_text(&text, &learner);
    assert_non_null(strstr(html.at, "<h1 dir=\"auto\">&lt;b&gt;</h1>"));
    assert_non_null(strstr(html.at, "<td class=\"number\">2.1</td>"));
    assert_string_equal(text.at, "<b>, 2 runs\n"
                                 "  2026-11-03  s: left (weak), at ease 0 of 100\n"
                                 "  2026-11-03  s: kept (strong), at ease 77 of 100\n"
                                 "\nFigures (simulated), first against latest\n"
                                 "  Satisfaction, of 5: 2.1, then 4.3\n");
    base_bytes_release(&html);
    base_bytes_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_people_and_endings_are_counted),
        cmocka_unit_test(satisfaction_counts_whole_answers),
        cmocka_unit_test(promoters_less_detractors),
        cmocka_unit_test(nps_is_not_said_under_ten),
        cmocka_unit_test(fixed_and_heard_are_told_apart),
        cmocka_unit_test(replies_have_their_share_and_a_choice_its_falls),
        cmocka_unit_test(without_runs_nothing_is_told_but_that),
        cmocka_unit_test(what_went_wrong_is_placed_by_title_or_by_what_was_said),
        cmocka_unit_test(what_happens_again_and_again_is_said_with_its_n),
        cmocka_unit_test(the_same_sign_in_two_scenarios_is_two_signs),
        cmocka_unit_test(only_who_played_twice_is_in_first_against_second),
        cmocka_unit_test(a_page_of_nothing_is_whole),
        cmocka_unit_test(days_are_told_once),
        cmocka_unit_test(many_names_keep_their_numbers),
        cmocka_unit_test(a_learner_grows_from_the_first_run_that_has_a_skill),
        cmocka_unit_test(a_learner_is_told_as_page_and_text),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
