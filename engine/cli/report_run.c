/* `report RUN`: the run is played again, and what it came to is told. */
#include "cli/report.h"

#include "base/arena.h"
#include "base/fail.h"
#include "cli/open.h"
#include "cli/proving.h"
#include "cli/record.h"
#include "cli/report_json.h"
#include "cli/report_text.h"
#include "cli/roads.h"
#include "report/names.h"
#include "store/history.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Everything that a report of one run stands on. */
typedef struct source {
    store_run *run;
    cli_opened opened;
    sim_act *acts;
    sim_score *score;
    cli_roads roads;
    base_bytes note;
    base_arena arena;       /* texts of `answers` */
    report_answer *answers; /* what was written; owned */
    size_t answer_count, answer_room;
    bool failed; /* out of memory while they were read */
    char date[40];
} source;

static void release(source *s)
{
    cli_roads_release(&s->roads);
    sim_score_free(s->score);
    free(s->acts);
    cli_opened_release(&s->opened);
    store_run_free(s->run);
    base_bytes_release(&s->note);
    base_arena_release(&s->arena);
    free(s->answers);
}

static bool add_answer(void *user, const store_reflection *reflection)
{
    source *s = user;
    const char *question =
        base_arena_copy(&s->arena, reflection->question, strlen(reflection->question));
    const char *answer =
        base_arena_copy(&s->arena, reflection->answer, strlen(reflection->answer));

    if (!question || !answer ||
        !report_grow((void **)&s->answers, &s->answer_count, &s->answer_room,
                     sizeof *s->answers)) {
        s->failed = true;
        return false;
    }
    s->answers[s->answer_count - 1] = (report_answer){question, answer};
    return true;
}

/* Only when it is asked for: they were written for oneself. */
static ear_status read_answers(source *s, const cli_reporting *r, ear_error *err)
{
    ear_status status;

    if (!cli_given(r->args, "reflections") || !r->data[0])
        return EAR_OK;
    status = store_reflection_each_of(r->data, s->run->id, NULL, add_answer, s, err);
    return status == EAR_OK && s->failed ? base_fail_memory(err) : status;
}

static bool make_acts(source *s)
{
    static const sim_act_kind kinds[] = {[STORE_EVENT_REPLY] = SIM_ACT_REPLY,
                                         [STORE_EVENT_NOTICE] = SIM_ACT_NOTICE,
                                         [STORE_EVENT_BACK] = SIM_ACT_BACK};

    s->acts = calloc(s->run->count + 1, sizeof *s->acts);
    for (size_t i = 0; s->acts && i < s->run->count; i++) {
        const store_event *event = &s->run->events[i];

        s->acts[i] = (sim_act){.kind = kinds[event->kind],
                               .id = event->reply.id,
                               .option = event->option,
                               .hash = event->hash};
    }
    return s->acts != NULL;
}

/* The pack at `path`, of which the run's scenario is wanted. */
static void name_pack(base_bytes *out, const store_run *run, const char *path)
{
    const size_t length = strlen(path);

    base_bytes_text(out, path);
    if (!strchr(path, '#') && !(length > 4 && strcmp(path + length - 4, ".lua") == 0))
        base_bytes_print(out, "#%s", run->start.scenario);
}

/* -1, or the exit code. */
static int open_pack(const cli_reporting *r, source *s)
{
    const char *asked = cli_text(r->args, "pack");
    const cli_load_options load = cli_load_asked(r->args);
    base_bytes path = {0};
    int code;

    if (asked)
        name_pack(&path, s->run, asked);
    else
        base_bytes_text(&path, s->run->start.path ? s->run->start.path : "");
    code = cli_open(&s->opened, base_bytes_string(&path), &load);
    if (code != -1 && !asked)
        fputs("  A run is told with the help of its scenario. If that has moved: "
              "--pack PATH\n",
              stderr);
    base_bytes_release(&path);
    return code;
}

static ear_status make_score(source *s, ear_error *err)
{
    const store_start *start = &s->run->start;
    const sim_record record = {.scenario = s->opened.loaded->scenario,
                               .hooks = s->opened.loaded->hooks,
                               .seed = start->seed,
                               .from = start->from,
                               .set = start->set,
                               .acts = s->acts,
                               .count = s->run->count};

    const prove_work work = {.helpers = cli_prove_helpers(s->opened.loaded)};
    const ear_status status = sim_score_new(&s->score, &record, err);

    if (status == EAR_OK)
        cli_roads_find(&s->roads, &record, s->score, &work);
    return status;
}

/* What the reader has to know before reading. */
static bool make_note(source *s)
{
    const cli_pack *pack = s->opened.pack;
    store_stamp *stamps = cli_record_stamps(pack);
    base_bytes changed = {0};

    if (!stamps)
        return false;
    if (s->run->word)
        base_bytes_print(&s->note, "%s ", s->run->word);
    if (store_run_changed(&changed, s->run, stamps, pack->file_count))
        base_bytes_print(&s->note, "The pack has changed since: %s. ",
                         base_bytes_string(&changed));
    if (s->score->stopped[0])
        base_bytes_print(&s->note,
                         "The run could be followed up to reply %zu: then, %s. ",
                         s->score->turn_count, s->score->stopped);
    s->note.failed |= changed.failed;
    base_bytes_release(&changed);
    free(stamps);
    return !s->note.failed;
}

static int tell(const cli_reporting *r, const source *s)
{
    const store_start *start = &s->run->start;
    const bool named = start->learner && !cli_given(r->args, "no-name");
    const cli_page page =
        strcmp(r->path, "-") == 0 ? cli_page_of(stdout) : (cli_page){.width = 80};
    const report_run run = {.score = s->score,
                            .id = s->run->id,
                            .learner = named ? start->learner : "",
                            .date = s->date,
                            .pack = s->opened.pack->id,
                            .version = s->opened.pack->version,
                            .language = s->opened.pack->language,
                            .seed = start->seed,
                            .rated = s->run->rated,
                            .next = s->run->next ? s->run->next : "",
                            .note = base_bytes_string(&s->note),
                            .answers = s->answers,
                            .answer_count = s->answer_count,
                            .road = s->roads.road.count > 0 ? &s->roads.road : NULL,
                            .what_if = s->roads.what_if};
    base_bytes out = {0};

    switch (r->format) {
    case REPORT_HTML:
        report_run_html(&out, &run);
        break;
    case REPORT_CSV:
        report_run_csv(&out, &run);
        break;
    case REPORT_JSON:
        cli_report_json(&out, &run);
        break;
    default:
        cli_report_text(&out, &page, &run);
    }
    return cli_report_write(r, &out);
}

int cli_report_run(const cli_reporting *reporting, const char *word)
{
    source s = {.run = NULL};
    ear_error err = {.status = EAR_OK};
    int code = cli_report_read(reporting, &s.run, word);

    if (code == -1)
        code = open_pack(reporting, &s);
    if (code == -1) {
        cli_report_date(s.date, s.run->start.wall);
        bool memory = make_acts(&s);
        if (memory && make_score(&s, &err) == EAR_OK &&
            read_answers(&s, reporting, &err) == EAR_OK)
            memory = make_note(&s);
        if (!memory)
            base_fail_memory(&err);
        code = err.status == EAR_OK ? tell(reporting, &s) : cli_failed(&err);
    }
    release(&s);
    return code;
}
