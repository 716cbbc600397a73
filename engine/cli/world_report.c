/* The window writes a report: a page in the person's documents, as `report` makes it. */
#include "cli/world_after.h"

#include "base/fail.h"
#include "cli/open.h"
#include "cli/places.h"
#include "cli/proving.h"
#include "cli/report.h"
#include "cli/roads.h"
#include "cli/world_runs.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/* "FOLDER/birthday-bike-2026-11-27-151204.html": the same for as long as the run is the
 * same, so that a second P puts the later answers in. */
static bool name_file(char *out, size_t room, const char *folder, const cli_world *world)
{
    const time_t seconds = (time_t)(world->ended_at / 1000);
    struct tm parts;
    char when[32] = "";
    int length;

    if (localtime_r(&seconds, &parts))
        strftime(when, sizeof when, "-%Y-%m-%d-%H%M%S", &parts);
    length = snprintf(out, room, "%s/%s%s.html", folder,
                      ear_scenario_id(world->now.loaded->scenario), when);
    return length > 0 && (size_t)length < room;
}

static ear_status find_place(char *out, size_t room, const cli_world *world,
                             ear_error *err)
{
    char folder[STORE_PATH_MOST];

    if (!cli_place_documents(folder, sizeof folder)) {
        char data[STORE_PATH_MOST];

        if (!cli_record_folder(data, sizeof data))
            return base_fail(err, EAR_E_IO, "there is no home folder to put it in");
        if (!store_path_join(folder, sizeof folder, data, "reports"))
            return base_fail(err, EAR_E_IO, "the data folder's name is too long");
        if (!store_folder_make(folder))
            return base_fail(err, EAR_E_IO, "%.300s: %s", folder, strerror(errno));
    }
    if (!name_file(out, room, folder, world))
        return base_fail(err, EAR_E_IO, "the folder's name is too long");
    return EAR_OK;
}

static void write_page(base_bytes *out, const cli_world *world, const sim_score *score,
                       const report_road *road)
{
    const cli_pack *pack = world->now.pack;
    const sim_record record = cli_world_record_of(world);
    const store_run_id id = cli_record_id(world->record);
    const char *learner = cli_world_learner(world);
    char date[40];

    cli_report_date(date, world->ended_at);

    const report_run run = {.score = score,
                            .id = id.text,
                            .learner = learner ? learner : "",
                            .date = date,
                            .pack = pack->id,
                            .version = pack->version,
                            .language = pack->language,
                            .seed = record.seed,
                            .rated = world->rated,
                            .next = base_bytes_string(&world->chosen),
                            .note = "",
                            .road = road};

    report_run_html(out, &run);
}

static ear_status make_page(base_bytes *out, const cli_world *world, ear_error *err)
{
    const sim_record record = cli_world_record_of(world);
    const prove_work work = {.helpers = cli_prove_helpers(world->now.loaded)};
    cli_roads roads = {.costly = 0};
    sim_score *score = NULL;
    ear_status status = sim_score_new(&score, &record, err);

    if (status == EAR_OK) {
        cli_roads_find(&roads, &record, score, &work);
        write_page(out, world, score, roads.road.count > 0 ? &roads.road : NULL);
    }
    if (status == EAR_OK && out->failed)
        status = base_fail_memory(err);
    cli_roads_release(&roads);
    sim_score_free(score);
    return status;
}

bool cli_world_report(void *user, char *where, size_t room)
{
    const cli_world *world = user;
    char path[STORE_PATH_MOST];
    ear_error err = {.status = EAR_OK};
    base_bytes page = {0};
    ear_status status;

    if (!world->debrief) {
        snprintf(where, room, "There is nothing to report yet.");
        return false;
    }
    status = find_place(path, sizeof path, world, &err);
    if (status == EAR_OK)
        status = make_page(&page, world, &err);
    if (status == EAR_OK)
        status = store_file_put(path, base_bytes_string(&page), page.length, &err);
    base_bytes_release(&page);
    if (status == EAR_OK)
        cli_place_short(where, room, path);
    else
        snprintf(where, room, "No report: %s", err.message);
    return status == EAR_OK;
}
