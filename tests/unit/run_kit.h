#ifndef EARSHOT_TESTS_RUN_KIT_H
#define EARSHOT_TESTS_RUN_KIT_H

/* A run with something of everything, and a folder to keep it in. Included by one file of
 * a test. */

#include "store/history.h"

#include <fcntl.h>
#include <ftw.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct folder {
    char data[64], runs[80];
} folder;

static int kit_set_up(void **state)
{
    folder *f = calloc(1, sizeof *f);

    if (!f)
        return -1;
    snprintf(f->data, sizeof f->data, "/tmp/earshot-run-XXXXXX");
    *state = f;
    if (!mkdtemp(f->data))
        return -1;
    snprintf(f->runs, sizeof f->runs, "%s/runs", f->data);
    return 0;
}

static int remove_one(const char *path, const struct stat *about, int kind,
                      struct FTW *at)
{
    (void)about;
    (void)kind;
    (void)at;
    return remove(path);
}

static int kit_tear_down(void **state)
{
    folder *f = *state;

    nftw(f->data, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    free(f);
    return 0;
}

static store_start kit_start(const char *learner)
{
    static const store_stamp files[] = {{"kettle.lua", 0x1234}, {"pack.lua", UINT64_MAX}};
    static const store_value values[] = {{"calm", -30, false}, {"called", 1, true}};

    return (store_start){.engine = "0.1",
                         .pack = "kettles",
                         .version = "1.2.3",
                         .scenario = "kettle",
                         .title = "The \"kettle\"\n\xc3\xa4",
                         .path = "/packs/kettles#kettle",
                         .learner = learner,
                         .from = "middle",
                         .set = "calm=-30, called",
                         .seed = INT64_MAX,
                         .assess = true,
                         .wall = 1795786785906,
                         .files = files,
                         .file_count = 2,
                         .moment = "middle",
                         .values = {values, 2},
                         .hash = 0xfeedfacecafebeef};
}

static void kit_reply(store_journal *journal, const char *id, uint64_t hash)
{
    const store_value changed[] = {{"calm", (int32_t)hash, false}, {"called", 0, true}};
    const store_reply reply = {id, hash, "end", {changed, 2}};

    store_journal_reply(journal, &reply);
}

static inline void kit_end(store_journal *journal)
{
    static const store_figure figures[] = {
        {"csat", "Satisfaction", "of 5", 42, 1, 5, false},
        {"effort", "Effort", NULL, -15, (double)NAN, (double)NAN, true}};
    static const store_skill skills[] = {{"listen", "Listen", 5, 7},
                                         {"own", NULL, 0, -1}};
    static const store_cue cues[] = {{"typed, then deleted", 1, true},
                                     {"sighs", 2, false}};
    static const store_notice notices[] = {{"How is she?", 1, 2, "tired", 1}};
    static const char *const offered[] = {"a/one", "a/two"};
    static const store_value meters[] = {{"calm", 61, false}, {"heard", 55, false}};
    static const store_turn turns[] = {{.turn = 1,
                                        .moment = "a",
                                        .choice = "a/one",
                                        .reply = "a/one",
                                        .said = "One.",
                                        .intent = "ask",
                                        .thinks = "Hm.",
                                        .why = "Because.",
                                        .before = 1,
                                        .after = 500000,
                                        .rating = 3,
                                        .offered = offered,
                                        .offered_count = 2,
                                        .values = {meters, 2}},
                                       {.turn = 2,
                                        .moment = "b",
                                        .choice = "b/x",
                                        .reply = "b/x",
                                        .said = "X",
                                        .before = 500000,
                                        .after = 610000,
                                        .offered = offered,
                                        .offered_count = 1,
                                        .values = {meters, 2}}};
    const store_end end = {.outcome = "kept",
                           .title = "She stays",
                           .rating = "strong",
                           .turns = 2,
                           .tenths = 1007,
                           .wall = 1795786795906,
                           .hash = 77,
                           .ease_at_start = 1,
                           .ease = 610000,
                           .heard = 64,
                           .outcomes = 4,
                           .figures = figures,
                           .figure_count = 2,
                           .skills = skills,
                           .skill_count = 2,
                           .cues = cues,
                           .cue_count = 2,
                           .notices = notices,
                           .notice_count = 1,
                           .turn = turns,
                           .turn_count = 2};

    store_journal_end(journal, &end);
}

/* A whole run; its id. */
static inline store_run_id kit_play(const folder *f, const char *learner)
{
    const store_start start = kit_start(learner);
    store_journal *journal = NULL;
    store_run_id id;

    assert_int_equal(store_journal_begin(&journal, f->runs, &start, NULL), EAR_OK);
    kit_reply(journal, "a/one", 11);
    store_journal_notice(journal, 2, 12);
    kit_reply(journal, "a/two", 13);
    store_journal_back(journal, 12);
    kit_reply(journal, "b/x", 14);
    kit_end(journal);
    store_journal_rated(journal, 5);
    store_journal_next(journal, "ask first");
    assert_true(store_journal_wait(journal, NULL));
    id = store_journal_id(journal);
    assert_true(store_journal_close(journal, NULL));
    return id;
}

static inline store_run *kit_read(const folder *f, store_run_id id)
{
    char path[160];
    store_run *run = NULL;

    snprintf(path, sizeof path, "%s/%s.run", f->runs, id.text);
    assert_int_equal(store_run_read(&run, path, NULL), EAR_OK);
    return run;
}

#endif
