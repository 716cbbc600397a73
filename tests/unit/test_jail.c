/* The engine against a helper that lies, hangs and dies (liar.c). */

#include "jail/jail.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

static const char image_bytes[] = "an image";

/* Wall milliseconds. Only what hangs is given little; the rest has to end for its own
 * reason, and a busy machine must not get in first. */
#define LITTLE_PATIENCE 1500
#define MUCH_PATIENCE   45000

static double seconds_now(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void note_print(void *user, const char *text, size_t length)
{
    base_bytes_add(user, text, length);
}

/* Loads with the liar, which does what the name says; the caller releases both. */
static ear_status load_with_liar(const char *how, base_bytes *image,
                                 model_findings *findings, base_bytes *printed)
{
    const bool hangs = strcmp(how, "hang") == 0 || strcmp(how, "drip") == 0;
    const jail_file files[] = {
        {.name = "image", .bytes = image_bytes, .length = sizeof image_bytes}};
    const jail_job job = {.program = TEST_LIAR,
                          .files = files,
                          .count = 1,
                          .patience = hangs ? LITTLE_PATIENCE : MUCH_PATIENCE,
                          .print = printed ? note_print : NULL,
                          .user = printed};
    jail_helper *helper = NULL;
    ear_error err;

    assert_int_equal(jail_start(&helper, &job, &err), EAR_OK);
    const ear_status status = jail_load(helper, how, image, findings, &err);
    jail_end(helper);
    return status;
}

/* The load is E002 with those words in it. */
static void assert_ends(const char *how, const char *words)
{
    base_bytes image = {0};
    model_findings findings = {.at = NULL};

    assert_int_equal(load_with_liar(how, &image, &findings, NULL), EAR_OK);
    assert_int_equal(image.length, 0);
    assert_true(findings.count > 0);
    const model_finding *last = &findings.at[findings.count - 1];
    assert_string_equal(last->code, "E002");
    if (!strstr(last->message, words))
        fail_msg("'%s' says: %s", how, last->message);
    if (strcmp(how, "over") != 0)
        assert_string_equal(last->file, how);
    model_findings_release(&findings);
    base_bytes_release(&image);
}

static void an_honest_helper_gives_its_image(void **state)
{
    (void)state;
    base_bytes image = {0};
    model_findings findings = {.at = NULL};

    assert_int_equal(load_with_liar("good", &image, &findings, NULL), EAR_OK);
    assert_int_equal(findings.count, 0);
    assert_int_equal(image.length, sizeof image_bytes);
    assert_memory_equal(image.at, image_bytes, sizeof image_bytes);
    base_bytes_release(&image);
}

static void mistakes_of_the_pack_are_findings(void **state)
{
    (void)state;
    base_bytes image = {0};
    model_findings findings = {.at = NULL};

    assert_int_equal(load_with_liar("error", &image, &findings, NULL), EAR_OK);
    assert_int_equal(image.length, 0);
    assert_int_equal(findings.count, 1);
    assert_string_equal(findings.at[0].code, "E101");
    model_findings_release(&findings);
    base_bytes_release(&image);
}

static void a_helper_that_hangs_is_ended(void **state)
{
    (void)state;
    const double before = seconds_now();

    assert_ends("hang", "1.5 s");
    assert_ends("drip", "1.5 s");
    assert_true(seconds_now() - before < MUCH_PATIENCE / 1000.0);
}

static void a_helper_that_dies_is_a_finding_with_the_reason(void **state)
{
    (void)state;
    assert_ends("exit", "ended by itself");
    assert_ends("five", "memory or steps");
    assert_ends("crash", "crash");
    assert_ends("time", "CPU time");
    assert_ends("forbidden", "no pack may do");
}

static void frames_that_are_none_are_the_end(void **state)
{
    (void)state;
    assert_ends("nonsense", "cannot be read");
    assert_ends("too long", "cannot be read");
    assert_ends("wrong finding", "cannot be read");
    assert_ends("wrong seal", "cannot be read");
    assert_ends("answer unasked", "cannot be read");
    assert_ends("twice", "cannot be read");
    assert_ends("unclosed", "cannot be read");
    assert_ends("nothing", "cannot be read");
}

static void floods_are_dammed(void **state)
{
    (void)state;
    assert_ends("endless findings", "cannot be read");
    assert_ends("endless print", "printed");
    assert_ends("endless image", "cannot be read");
}

static void a_limit_is_named_with_its_place(void **state)
{
    (void)state;
    base_bytes image = {0};
    model_findings findings = {.at = NULL};

    assert_int_equal(load_with_liar("over", &image, &findings, NULL), EAR_OK);
    assert_string_equal(findings.at[0].code, "E002");
    assert_string_equal(findings.at[0].file, "b.lua");
    assert_int_equal(findings.at[0].line, 12);
    assert_string_equal(findings.at[0].message,
                        "loading took more than 200 million steps");
    model_findings_release(&findings);
    base_bytes_release(&image);
}

static void what_is_printed_is_clean(void **state)
{
    (void)state;
    base_bytes image = {0};
    base_bytes printed = {0};
    model_findings findings = {.at = NULL};

    assert_int_equal(load_with_liar("print", &image, &findings, &printed), EAR_OK);
    assert_string_equal(base_bytes_string(&printed), "[2Jhello\xef\xbf\xbd\n");
    base_bytes_release(&printed);
    base_bytes_release(&image);
}

static void a_helper_that_is_not_there_is_an_error_with_its_path(void **state)
{
    (void)state;
    const jail_job job = {.program = "/nowhere/earshot-pack"};
    jail_helper *helper = NULL;
    ear_error err;

    assert_int_equal(jail_start(&helper, &job, &err), EAR_E_IO);
    assert_non_null(strstr(err.message, "/nowhere/earshot-pack"));
    assert_null(helper);
}

/* --- calls --- */

typedef struct calling {
    model_header header;
    ear_scenario scenario;
    char once[64];
    jail_file files[2];
    jail_job job;
    jail_caller *caller;
} calling;

static int set_up(void **state)
{
    calling *self = calloc(1, sizeof *self);
    ear_error err;

    if (!self)
        return -1;
    self->header.bytes = sizeof self->header;
    self->scenario.header = &self->header;
    self->scenario.count[MODEL_S_METERS] = 3;
    snprintf(self->once, sizeof self->once, "/tmp/earshot-once-%ld", (long)getpid());
    unlink(self->once);
    self->files[0] = (jail_file){.name = "image",
                                 .bytes = (const char *)&self->header,
                                 .length = sizeof self->header};
    self->files[1] =
        (jail_file){.name = "once", .bytes = self->once, .length = strlen(self->once)};
    self->job = (jail_job){.program = TEST_LIAR,
                           .files = self->files,
                           .count = 2,
                           .patience = MUCH_PATIENCE};
    *state = self;
    return jail_caller_new(&self->caller, &self->job, "good", &self->scenario, &err);
}

static int tear_down(void **state)
{
    calling *self = *state;

    jail_caller_free(self->caller);
    unlink(self->once);
    free(self);
    return 0;
}

static ear_status ask(calling *self, uint32_t function, size_t bytes, ear_answer *answer,
                      ear_error *err)
{
    const ear_hooks hooks = jail_caller_hooks(self->caller);
    void *block = calloc(1, bytes);
    const ear_call call = {function, EAR_CALL_WORDS, block, bytes};
    const ear_status status = hooks.call(hooks.user, &call, answer, err);

    free(block);
    return status;
}

static void a_call_is_answered(void **state)
{
    static ear_answer answer;
    ear_error err;

    assert_int_equal(ask(*state, 1, 100, &answer, &err), EAR_OK);
    assert_string_equal(answer.text.at, "got 100");
    assert_int_equal(ask(*state, 1, 0, &answer, &err), EAR_OK);
    assert_string_equal(answer.text.at, "got 0");
}

static void a_state_larger_than_a_frame_arrives_whole(void **state)
{
    static ear_answer answer;
    ear_error err;

    assert_int_equal(ask(*state, 1, 3500000, &answer, &err), EAR_OK);
    assert_string_equal(answer.text.at, "got 3500000");
}

static void a_helper_that_dies_in_a_call_is_replaced_and_asked_again(void **state)
{
    static ear_answer answer;
    ear_error err;

    assert_int_equal(ask(*state, 2, 8, &answer, &err), EAR_OK);
    assert_string_equal(answer.text.at, "risen");
}

static void a_helper_that_dies_twice_is_given_up_with_words(void **state)
{
    static ear_answer answer;
    ear_error err;

    assert_int_equal(ask(*state, 3, 8, &answer, &err), EAR_E_SCRIPT);
    assert_non_null(strstr(err.message, "a function call"));
    assert_int_equal(ask(*state, 1, 8, &answer, &err), EAR_OK); /* and the next works */
}

static void a_function_that_fails_names_its_place(void **state)
{
    static ear_answer answer;
    ear_error err;

    assert_int_equal(ask(*state, 4, 8, &answer, &err), EAR_E_SCRIPT);
    assert_string_equal(err.message, "c.nothing is no meter");
    assert_string_equal(err.file, "a.lua");
    assert_int_equal(err.line, 9);
}

static void an_answer_that_is_none_is_an_error(void **state)
{
    static ear_answer answer;
    ear_error err;

    assert_int_equal(ask(*state, 5, 8, &answer, &err), EAR_E_SCRIPT);
    assert_int_equal(ask(*state, 99, 8, &answer, &err), EAR_E_SCRIPT);
}

static void a_call_over_its_limit_names_it(void **state)
{
    static ear_answer answer;
    ear_error err;

    assert_int_equal(ask(*state, 6, 8, &answer, &err), EAR_E_LIMIT);
    assert_non_null(strstr(err.message, "100,000 steps"));
    assert_int_equal(err.line, 4);
}

static void a_call_that_hangs_comes_back(void **state)
{
    calling *self = *state;
    static ear_answer answer;
    ear_error err;
    const double before = seconds_now();

    self->job.patience = LITTLE_PATIENCE;
    assert_int_equal(ask(self, 7, 8, &answer, &err), EAR_E_LIMIT);
    assert_true(seconds_now() - before < MUCH_PATIENCE / 1000.0);
}

static void words_of_a_function_are_cleaned(void **state)
{
    static ear_answer answer;
    ear_error err;

    assert_int_equal(ask(*state, 8, 8, &answer, &err), EAR_OK);
    assert_string_equal(answer.text.at, "a[2Jb");
}

static void a_pack_that_loads_differently_each_time_is_refused(void **state)
{
    calling *self = *state;
    static ear_answer answer;
    ear_error err;

    self->files[0].bytes = image_bytes;
    self->files[0].length = sizeof image_bytes;
    assert_int_equal(ask(self, 1, 8, &answer, &err), EAR_E_SCRIPT);
    assert_non_null(strstr(err.message, "differently"));
}

#define CALL_TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_honest_helper_gives_its_image),
        cmocka_unit_test(mistakes_of_the_pack_are_findings),
        cmocka_unit_test(a_helper_that_hangs_is_ended),
        cmocka_unit_test(a_helper_that_dies_is_a_finding_with_the_reason),
        cmocka_unit_test(frames_that_are_none_are_the_end),
        cmocka_unit_test(floods_are_dammed),
        cmocka_unit_test(a_limit_is_named_with_its_place),
        cmocka_unit_test(what_is_printed_is_clean),
        cmocka_unit_test(a_helper_that_is_not_there_is_an_error_with_its_path),
        CALL_TEST(a_call_is_answered),
        CALL_TEST(a_state_larger_than_a_frame_arrives_whole),
        CALL_TEST(a_helper_that_dies_in_a_call_is_replaced_and_asked_again),
        CALL_TEST(a_helper_that_dies_twice_is_given_up_with_words),
        CALL_TEST(a_function_that_fails_names_its_place),
        CALL_TEST(an_answer_that_is_none_is_an_error),
        CALL_TEST(a_call_over_its_limit_names_it),
        CALL_TEST(a_call_that_hangs_comes_back),
        CALL_TEST(words_of_a_function_are_cleaned),
        CALL_TEST(a_pack_that_loads_differently_each_time_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
