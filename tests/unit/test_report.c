/* Pages and tables: what is strange in a name or in words stays words. */
#include "scenario_maker.h"

#include "report/csv.h"
#include "report/html.h"
#include "report/run.h"
#include "report/tables.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void assert_text(base_bytes *out, const char *expected)
{
    assert_string_equal(base_bytes_string(out), expected);
    base_bytes_release(out);
}

static void assert_has(const base_bytes *out, const char *part)
{
    if (!strstr(base_bytes_string(out), part))
        fail_msg("'%s' is not in:\n%s", part, base_bytes_string(out));
}

static void assert_lacks(const base_bytes *out, const char *part)
{
    if (strstr(base_bytes_string(out), part))
        fail_msg("'%s' is in:\n%s", part, base_bytes_string(out));
}

static void text_means_nothing_to_a_browser(void **state)
{
    base_bytes out = {0};

    (void)state;
    report_html_text(&out, "<script>alert(\"1\" & '2')</script>");
    assert_text(&out, "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)"
                      "&lt;/script&gt;");
}

static void text_is_cleaned(void **state)
{
    base_bytes out = {0};

    (void)state;
    report_html_text(&out, "a\x01\x1b[31mb\xff\xe2\x80\xae"
                           "c");
    assert_text(&out, "a[31mb\xef\xbf\xbd"
                      "c");
}

static void stress_is_emphasis_and_a_beat_a_pause(void **state)
{
    base_bytes out = {0};

    (void)state;
    report_html_words(&out, "It was *so* late. [beat] 2 * 3 <b> *not");
    assert_text(&out, "It was <em>so</em> late. \xe2\x80\xa6 2 * 3 &lt;b&gt; *not");
}

static void a_page_has_a_language_a_title_and_nothing_from_elsewhere(void **state)
{
    base_bytes out = {0};

    (void)state;
    report_html_begin(&out, "A </title> & more");
    report_html_end(&out);
    assert_has(&out, "<!doctype html>\n<html lang=\"en\">");
    assert_has(&out, "<title>A &lt;/title&gt; &amp; more</title>");
    assert_lacks(&out, "http");
    assert_lacks(&out, "<script");
    assert_lacks(&out, "url(");
    base_bytes_release(&out);
}

static void a_cell_is_quoted_only_where_it_must_be(void **state)
{
    base_bytes out = {0};

    (void)state;
    report_csv_begin(&out);
    report_csv_text(&out, "plain");
    report_csv_text(&out, "a, \"b\"\nc");
    report_csv_text(&out, NULL);
    report_csv_text(&out, "");
    report_csv_whole(&out, -7);
    report_csv_decimal(&out, -5, 1);
    report_csv_decimal(&out, 1234, 2);
    report_csv_end(&out);
    assert_text(&out, "1,plain,\"a, \"\"b\"\"\nc\",,,-7,-0.5,12.34\r\n");
}

static void a_cell_is_never_a_formula(void **state)
{
    static const char *const cells[] = {"=cmd()|x", "+1",   "-1",    "@a",
                                        "\tb",      "\r=c", "\x01=d"};
    base_bytes out = {0};

    (void)state;
    report_csv_begin(&out);
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        report_csv_text(&out, cells[i]);
    assert_text(&out, "1,'=cmd()|x,'+1,'-1,'@a,'b,'=c,'=d");
}

static ear_scenario *scenario(void)
{
    maker *m = maker_new();

    m->draft.speakers.at[0].pronoun = (draft_text){"he", 2};
    ABOUT(m, "Cats & <dogs>");
    METER(m, "calm", "start=40", "shows=tension");
    SKILL(m, "listen");
    SKILL(m, "own");
    SKILL(m, "never");
    KPI(m, "csat", "of=calm / 20", "min=1", "max=5", "unit=of 5", "label=Satisfaction");
    KPI(m, "ease", "of=3", "min=1", "max=7");
    MOMENT(m, "a");
    CUE(m, "sighs", "answered_by=reflect");
    YOU(m, "I *see*.", "intent=reflect", "mood=calm +20", "skill=listen +2",
        "thinks=<b>Good.</b>", "why=Named.", "id=see");
    YOU(m, "=cmd()", "skill=own +4", "mood=calm -20", "id=cmd");
    HOLD(m, "Wait.", "id=wait");
    YOU(m, "Bye.", "go=end", "skill=listen +1", "id=bye");
    GO(m, "end");
    OUTCOME(m, "end", "title=It \"ends\"", "rating=mixed");
    return maker_scenario(m);
}

static sim_score *score_of(const ear_scenario *sc, const char *first, const char *second)
{
    const sim_act acts[] = {{.kind = SIM_ACT_REPLY, .id = first},
                            {.kind = SIM_ACT_REPLY, .id = second}};
    const sim_record record = {
        .scenario = sc, .seed = 7, .acts = acts, .count = second ? 2 : 1};
    sim_score *score = NULL;

    assert_int_equal(sim_score_new(&score, &record, NULL), EAR_OK);
    return score;
}

static report_run run_of(const sim_score *score)
{
    return (report_run){.score = score,
                        .id = "run-1",
                        .learner = "<script>",
                        .date = "23 November 2026",
                        .pack = "p",
                        .version = "1.0.0",
                        .language = "en",
                        .seed = 7,
                        .next = "",
                        .note = ""};
}

static void a_run_is_told_as_a_page(void **state)
{
    ear_scenario *sc = scenario();
    sim_score *score = score_of(sc, "bye", NULL);
    report_run run = run_of(score);
    base_bytes out = {0};

    (void)state;
    run.rated = 5;
    run.note = "Note <1>.";
    report_run_html(&out, &run);
    assert_false(out.failed);
    assert_has(&out, "<h1 dir=\"auto\">Cats &amp; &lt;dogs&gt;</h1>");
    assert_has(&out, "Played by &lt;script&gt;, 23 November 2026");
    assert_has(&out, "<p class=\"ending mixed\">mixed ending</p>");
    assert_has(&out, "It &quot;ends&quot;");
    assert_has(&out, "You said 5. The simulated answer is 3.4.");
    assert_has(&out, "Note &lt;1&gt;.");
    assert_has(&out, "He thought");
    assert_has(&out, "1 of 2");
    assert_has(&out, "missed at 1");
    assert_lacks(&out, "never"); /* a skill that nothing on this road practises */
    assert_has(&out, "Satisfaction</span></dt><dd>2 of 5</dd>");
    assert_has(&out, "<dd>3 (1 to 7)</dd>");
    assert_has(&out, "Missed before 1: <em>");
    base_bytes_release(&out);
    sim_score_free(score);
    ear_scenario_free(sc);
}

/* More lost than earned, on the phone at last. */
static void a_skill_is_told_as_no_less_than_nothing(void **state)
{
    maker *m = maker_new();
    base_bytes out = {0};

    (void)state;
    METER(m, "calm", "start=40", "shows=tension");
    SKILL(m, "own");
    MOMENT(m, "a");
    YOU(m, "Mine.", "skill=own +1", "go=b", "id=mine");
    MOMENT(m, "b", "channel=phone");
    YOU(m, "Yours.", "skill=own -3", "id=yours");
    YOU(m, "Ours.", "skill=own +1", "id=ours");
    LINE(m, "Hm.");
    YOU(m, "Bye.", "go=end", "id=bye");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    sim_score *score = score_of(sc, "mine", "yours");
    const report_run run = run_of(score);

    assert_int_equal(score->skills[0].earned, -2);
    report_run_html(&out, &run);
    assert_has(&out, ">0 of 2<");
    assert_lacks(&out, "-2 of");
    assert_lacks(&out, "best at");
    assert_has(&out, "missed at 2");
    assert_has(&out, ">Live chat and phone. Played by");
    base_bytes_release(&out);
    sim_score_free(score);
    ear_scenario_free(sc);
}

static void a_run_that_stopped_early_says_so(void **state)
{
    ear_scenario *sc = scenario();
    sim_score *score = score_of(sc, "gone", NULL);
    report_run run = run_of(score);
    base_bytes out = {0};

    (void)state;
    run.learner = "";
    run.language = "de";
    report_run_html(&out, &run);
    assert_has(&out, "not finished");
    assert_has(&out, "The conversation was not finished.");
    assert_has(&out, "lang=\"de\"");
    assert_lacks(&out, "Played by");
    assert_lacks(&out, "<table");
    base_bytes_release(&out);
    sim_score_free(score);
    ear_scenario_free(sc);
}

static void a_run_is_told_as_a_table(void **state)
{
    maker *m = maker_new();
    base_bytes out = {0};

    (void)state;
    METER(m, "calm", "start=40", "shows=tension");
    MOMENT(m, "a");
    YOU(m, "First.", "mood=calm -5", "id=first", "rating=2");
    YOU(m, "=cmd()", "id=cmd");
    LINE(m, "Hm.");
    YOU(m, "Bye, then.", "go=end", "intent=confirm", "id=bye", "thinks=Oh.");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    sim_score *score = score_of(sc, "cmd", "bye");
    const report_run run = run_of(score);

    report_run_csv(&out, &run);
    assert_text(&out,
                "schema_version,run,learner,pack,version,scenario,turn,moment,choice,"
                "reply,said,intent,rating,mood_before,mood_after,change,offered,"
                "thinks,why\r\n"
                "1,run-1,<script>,p,1.0.0,test,1,a,first,cmd,'=cmd(),,,40.0,40.0,"
                "0.0,2,,\r\n"
                "1,run-1,<script>,p,1.0.0,test,2,a,bye,bye,\"Bye, then.\",confirm,,"
                "40.0,40.0,0.0,1,Oh.,\r\n");
    sim_score_free(score);
    ear_scenario_free(sc);
}

static void the_curve_is_told_in_words(void **state)
{
    maker *m = maker_new();
    base_bytes out = {0};

    (void)state;
    METER(m, "calm", "start=40", "shows=tension");
    MOMENT(m, "a");
    YOU(m, "Down.", "mood=calm -20", "id=down");
    LINE(m, "Hm.");
    YOU(m, "Up.", "mood=calm +45", "go=end", "id=up");
    OUTCOME(m, "end");

    ear_scenario *sc = maker_scenario(m);
    sim_score *score = score_of(sc, "down", "up");

    report_run_curve_words(&out, score);
    assert_text(&out, "From 0, upset, to 100, at ease: 40 at the start, 20 after reply 1 "
                      "and 65 after reply 2. The moment it turned: reply 2.");
    sim_score_free(score);
    ear_scenario_free(sc);
}

static void skills_come_with_the_most_shown_first(void **state)
{
    ear_scenario *sc = scenario();
    sim_score *score = score_of(sc, "cmd", NULL);
    uint32_t order[3];

    (void)state;
    assert_int_equal(report_run_skills(order, score), 2);
    assert_int_equal(order[0], 1); /* own: 4 of 4 */
    assert_int_equal(order[1], 0); /* listen: 0 of 2 */
    sim_score_free(score);
    ear_scenario_free(sc);
}

static void a_session_row_leaves_out_what_is_not_known(void **state)
{
    base_bytes out = {0};
    report_session row = {.run = "r",
                          .learner = "Robert'); DROP TABLE",
                          .outcome = "end",
                          .rating = "weak",
                          .turns = 3,
                          .tenths = 1234,
                          .seed = 18446744073709551615u,
                          .ease_at_start = 366666,
                          .ease = 1000000};

    (void)state;
    for (int i = 0; i < REPORT_KNOWN; i++)
        row.figures[i] = REPORT_NO_FIGURE;
    row.figures[REPORT_CSAT] = 39;
    report_sessions_row(&out, &row);
    assert_text(&out, "1,r,Robert'); DROP TABLE,,,,,,,end,,weak,3,123.4,"
                      "18446744073709551615,0,36.7,100.0,,,3.9,,,,\r\n");
}

static void an_option_row_has_its_share(void **state)
{
    base_bytes out = {0};
    const report_option row = {.pack = "p",
                               .scenario = "s",
                               .moment = "m",
                               .choice = "c",
                               .reply = "r",
                               .words = "w",
                               .offered = 3,
                               .given = 2};
    const report_option never = {.reply = "r"};

    (void)state;
    report_options_row(&out, &row);
    report_options_row(&out, &never);
    assert_text(&out, "1,p,s,m,c,r,w,3,2,66.7\r\n1,,,,,r,,0,0,\r\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_means_nothing_to_a_browser),
        cmocka_unit_test(text_is_cleaned),
        cmocka_unit_test(stress_is_emphasis_and_a_beat_a_pause),
        cmocka_unit_test(a_page_has_a_language_a_title_and_nothing_from_elsewhere),
        cmocka_unit_test(a_cell_is_quoted_only_where_it_must_be),
        cmocka_unit_test(a_cell_is_never_a_formula),
        cmocka_unit_test(a_run_is_told_as_a_page),
        cmocka_unit_test(a_skill_is_told_as_no_less_than_nothing),
        cmocka_unit_test(a_run_that_stopped_early_says_so),
        cmocka_unit_test(a_run_is_told_as_a_table),
        cmocka_unit_test(the_curve_is_told_in_words),
        cmocka_unit_test(skills_come_with_the_most_shown_first),
        cmocka_unit_test(a_session_row_leaves_out_what_is_not_known),
        cmocka_unit_test(an_option_row_has_its_share),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
