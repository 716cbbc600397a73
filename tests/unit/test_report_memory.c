/* One run, many runs and one learner on paper, with each allocation refused once: said
 * each time, and what is said to be whole is. */
#include "every_kind.h"
#include "refusal.h"

#include "base/fail.h"
#include "report/group.h"
#include "report/growth.h"
#include "report/kept.h"
#include "report/run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Whole text, or none of it that counts; what it was the first time is kept in `whole`.
 */
static ear_status compare(base_bytes *out, base_bytes *whole, ear_error *err)
{
    const bool failed = out->failed;

    if (!failed && whole->length == 0)
        base_bytes_add(whole, out->at, out->length);
    if (!failed) {
        assert_int_equal(out->length, whole->length);
        assert_memory_equal(out->at, whole->at, whole->length);
    }
    base_bytes_release(out);
    return failed ? base_fail_memory(err) : EAR_OK;
}

typedef struct sheet {
    const sim_score *score;
    base_bytes html, csv;
} sheet;

static ear_status write_run(void *user, ear_error *err)
{
    sheet *s = user;
    const report_answer answer = {"run", "What did you hear?", "Much <more>."};
    const int32_t ease[] = {500000, 700000};
    const report_road road = {.turn = 1,
                              .words = "I see.",
                              .end = "Kept",
                              .rating = MODEL_STRONG,
                              .ease = ease,
                              .count = 2,
                              .exact = true};
    const report_run run = {.score = s->score,
                            .id = "run-1",
                            .learner = "Ann",
                            .date = "23 November 2026",
                            .pack = "p",
                            .version = "1.0.0",
                            .language = "en",
                            .seed = 7,
                            .rated = 3,
                            .next = "Ask first.",
                            .note = "The pack has changed.",
                            .road = &road,
                            .answers = &answer,
                            .answer_count = 1};
    base_bytes html = {0}, csv = {0};

    report_run_html(&html, &run);
    report_run_csv(&csv, &run);

    const ear_status first = compare(&html, &s->html, err);
    const ear_status second = compare(&csv, &s->csv, err);
    return first == EAR_OK ? second : first;
}

static void a_run_survives_every_refusal(void **state)
{
    static const sim_act acts[] = {{.kind = SIM_ACT_NOTICE, .option = 1},
                                   {.kind = SIM_ACT_REPLY, .id = "next"},
                                   {.kind = SIM_ACT_BACK},
                                   {.kind = SIM_ACT_REPLY, .id = "see"},
                                   {.kind = SIM_ACT_REPLY, .id = "look"}};
    ear_scenario *sc = every_kind();
    const sim_record record = {.scenario = sc,
                               .hooks = every_kind_hooks,
                               .seed = 1,
                               .acts = acts,
                               .count = sizeof acts / sizeof *acts};
    sim_score *score = NULL;
    sheet s;

    (void)state;
    assert_int_equal(sim_score_new(&score, &record, NULL), EAR_OK);
    s = (sheet){.score = score};
    assert_int_equal(write_run(&s, NULL), EAR_OK);
    assert_true(refusal_sweep(write_run, &s) > 10);
    base_bytes_release(&s.html);
    base_bytes_release(&s.csv);
    sim_score_free(score);
    ear_scenario_free(sc);
}

static report_session session(const char *learner, uint32_t nth)
{
    report_session row = {.run = nth == 1 ? "r1" : "r2",
                          .learner = learner,
                          .nth = nth,
                          .started = "2026-11-03T10:00:00Z",
                          .scenario = "s",
                          .title = "Everything",
                          .outcome = nth == 1 ? "left" : "kept",
                          .outcome_title = "Title",
                          .rating = nth == 1 ? "weak" : "strong",
                          .progress = nth == 1 ? 95 : 20,
                          .heard = nth == 1 ? 10 : 80,
                          .others = "speed=3.5"};

    for (int i = 0; i < REPORT_KNOWN; i++)
        row.figures[i] = 35;
    return row;
}

static ear_status write_kept(void *user, ear_error *err)
{
    sheet *s = user;
    const report_turn turn = {.turn = 1,
                              .reply = "a/one",
                              .said = "Well [beat] *there*.",
                              .thinks = "So.",
                              .before = 500000,
                              .after = 600000};
    const report_skill skill = {.skill = "listen", .points = 1, .possible = 2};
    const report_kept_figure figure = {"csat", "Satisfaction", "of 5", 35};
    const report_kept_cue cue = {"swallows", 0, false};
    const report_kept kept = {.note = "The pack is gone.",
                              .date = "23 November 2026",
                              .session = session("Ann", 1),
                              .heard = 43,
                              .next = "Ask first.",
                              .turns = &turn,
                              .turn_count = 1,
                              .curve = true,
                              .skills = &skill,
                              .skill_count = 1,
                              .figures = &figure,
                              .figure_count = 1,
                              .cues = &cue,
                              .cue_count = 1};
    base_bytes html = {0}, text = {0};

    report_kept_html(&html, &kept);
    report_kept_text(&text, &kept);

    const ear_status first = compare(&html, &s->html, err);
    const ear_status second = compare(&text, &s->csv, err);
    return first == EAR_OK ? second : first;
}

static void a_run_told_from_its_record_survives_every_refusal(void **state)
{
    sheet s = {.score = NULL};

    (void)state;
    assert_int_equal(write_kept(&s, NULL), EAR_OK);
    assert_non_null(strstr(s.html.at, "The pack is gone."));
    assert_non_null(strstr(s.html.at, "3.5 of 5"));
    assert_non_null(strstr(s.csv.at, "60 after reply 1"));
    assert_true(refusal_sweep(write_kept, &s) > 4);
    base_bytes_release(&s.html);
    base_bytes_release(&s.csv);
}

static void add_turns(report_group *group, const char *run)
{
    static const char *const offered[] = {"a/one", "a/two"};

    for (uint32_t i = 1; i <= 3; i++) {
        const report_turn turn = {.run = run,
                                  .learner = "Ann",
                                  .scenario = "s",
                                  .turn = i,
                                  .moment = "a",
                                  .choice = "a/one",
                                  .reply = offered[i % 2],
                                  .said = "Well.",
                                  .intent = "own",
                                  .before = 500000,
                                  .after = 400000,
                                  .offered = offered,
                                  .offered_count = 2};
        const report_cue cue = {.run = run, .scenario = "s", .text = "sighs"};

        report_group_turn(group, &turn);
        report_group_cue(group, &cue);
    }
}

static void words_of(void *user, base_bytes *out, report_ask what, const char *scenario,
                     const char *reply)
{
    (void)user, (void)scenario, (void)what;
    base_bytes_text(out, reply);
}

typedef struct many {
    base_bytes html, text;
} many;

static ear_status tell(const report_group *group, many *m, ear_error *err)
{
    base_bytes html = {0}, text = {0};

    assert_int_equal(group->runs, 8);
    assert_int_equal(group->learners, 4);
    assert_int_equal(group->pairs.n, 4);
    report_group_html(&html, group);
    report_group_text(&text, group);

    const ear_status first = compare(&html, &m->html, err);
    const ear_status second = compare(&text, &m->text, err);
    return first == EAR_OK ? second : first;
}

static ear_status write_many(void *user, ear_error *err)
{
    static const char *const names[] = {"Ann", "Bo", "Cy", "Di"};
    report_group *group = NULL;
    ear_status status = report_group_new(&group, "Pack", err);

    if (status != EAR_OK)
        return status;
    for (uint32_t i = 0; i < 8; i++) {
        const report_session row = session(names[i / 2], i % 2 + 1);

        report_group_session(group, &row);
    }
    add_turns(group, "r1");
    add_turns(group, "r2");
    status = report_group_sum(group, &(report_source){words_of, NULL}, err);
    if (status == EAR_OK)
        status = tell(group, user, err);
    report_group_free(group);
    return status;
}

static void many_runs_survive_every_refusal(void **state)
{
    many m = {.html = {0}};

    (void)state;
    assert_int_equal(write_many(&m, NULL), EAR_OK);
    assert_true(refusal_sweep(write_many, &m) > 20);
    base_bytes_release(&m.html);
    base_bytes_release(&m.text);
}

static ear_status write_tables(void *user, ear_error *err)
{
    static const char *const offered[] = {"a/one", "a/two"};
    const report_session row = session("=Ann", 1);
    const report_turn turn = {.run = "r", .offered = offered, .offered_count = 2};
    const report_skill skill = {.run = "r", .skill = "listen", .points = 2};
    const report_option option = {.reply = "a/one", .offered = 3, .given = 1};
    base_bytes out = {0};

    report_sessions_header(&out);
    report_sessions_row(&out, &row);
    report_turns_header(&out);
    report_turns_row(&out, &turn);
    report_skills_header(&out);
    report_skills_row(&out, &skill);
    report_options_header(&out);
    report_options_row(&out, &option);
    return compare(&out, user, err);
}

static void tables_survive_every_refusal(void **state)
{
    base_bytes whole = {0};

    (void)state;
    assert_int_equal(write_tables(&whole, NULL), EAR_OK);
    assert_true(refusal_sweep(write_tables, &whole) > 0);
    base_bytes_release(&whole);
}

static ear_status write_learner(void *user, ear_error *err)
{
    many *m = user;
    const report_session rows[] = {session("Ann", 1), session("Ann", 2)};
    const report_skill skills[] = {
        {.run = "r1", .skill = "listen", .label = "Listening", .possible = 7},
        {.run = "r2",
         .skill = "listen",
         .label = "Listening",
         .points = 5,
         .possible = 7}};
    const report_learner learner = {.name = "Ann",
                                    .sessions = rows,
                                    .session_count = 2,
                                    .skills = skills,
                                    .skill_count = 2};
    base_bytes html = {0}, text = {0};

    report_learner_html(&html, &learner);
    report_learner_text(&text, &learner);

    const ear_status first = compare(&html, &m->html, err);
    const ear_status second = compare(&text, &m->text, err);
    return first == EAR_OK ? second : first;
}

static void a_learner_survives_every_refusal(void **state)
{
    many m = {.html = {0}};

    (void)state;
    assert_int_equal(write_learner(&m, NULL), EAR_OK);
    assert_true(refusal_sweep(write_learner, &m) > 2);
    base_bytes_release(&m.html);
    base_bytes_release(&m.text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_survives_every_refusal),
        cmocka_unit_test(a_run_told_from_its_record_survives_every_refusal),
        cmocka_unit_test(many_runs_survive_every_refusal),
        cmocka_unit_test(tables_survive_every_refusal),
        cmocka_unit_test(a_learner_survives_every_refusal),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
