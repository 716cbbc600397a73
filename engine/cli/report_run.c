/* `report RUN`: the run is played again, and what it came to is told. */
#include "cli/report.h"

#include "base/fail.h"
#include "cli/open.h"
#include "cli/proving.h"
#include "cli/record.h"
#include "cli/report_answers.h"
#include "cli/report_json.h"
#include "cli/report_kept.h"
#include "cli/report_text.h"
#include "cli/roads.h"

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
    cli_answers answers;
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
    cli_answers_release(&s->answers);
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
        fputs("  So the run is told from its own record, which is less. If its scenario "
              "has moved: --pack PATH\n",
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
                            .answers = s->answers.at,
                            .answer_count = s->answers.count,
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

/* An ended run that cannot be followed to its end any more is told as it was kept. */
static bool followed(const source *s)
{
    return s->score && (s->score->held == s->run->count || !s->run->ended);
}

static int tell_kept(const cli_reporting *r, source *s, const char *why)
{
    base_bytes_print(&s->note,
                     "%sThis is told from the record that was kept while it was played: "
                     "without the road not taken and the questions.",
                     why);
    return cli_report_kept(r, s->run, base_bytes_string(&s->note));
}

static int tell_played(const cli_reporting *r, source *s)
{
    ear_error err = {.status = EAR_OK};

    cli_report_date(s->date, s->run->start.wall);
    bool memory = make_acts(s);
    if (memory && make_score(s, &err) == EAR_OK &&
        cli_answers_read(&s->answers, r, s->run->id, NULL, &err) == EAR_OK)
        memory = make_note(s);
    if (!memory)
        base_fail_memory(&err);
    if (err.status == EAR_E_NOMEM)
        return cli_failed(&err);
    if (err.status == EAR_OK && followed(s))
        return tell(r, s);
    if (err.status != EAR_OK)
        base_bytes_print(&s->note, "The run cannot be followed any more: %s. ",
                         err.message);
    return tell_kept(r, s, "");
}

int cli_report_run(const cli_reporting *reporting, const char *word)
{
    source s = {.run = NULL};
    int code = cli_report_read(reporting, &s.run, word);

    if (code == -1) {
        code = open_pack(reporting, &s);
        if (code == -1)
            code = tell_played(reporting, &s);
        else if (!cli_text(reporting->args, "pack"))
            code = tell_kept(reporting, &s,
                             "Its scenario is not where it was played, or cannot be "
                             "read any more. ");
    }
    release(&s);
    return code;
}
