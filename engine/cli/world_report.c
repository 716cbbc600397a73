/* The window writes a report: a page in the person's documents, as `report` makes it. */
#include "cli/world_after.h"

#include "base/fail.h"
#include "cli/open.h"
#include "cli/places.h"
#include "cli/report.h"
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

static void write_page(base_bytes *out, const cli_world *world)
{
    const cli_roads *roads = cli_debrief_roads(world->debrief);
    const cli_pack *pack = world->now.pack;
    const sim_record record = cli_world_record_of(world);
    const store_run_id id = cli_record_id(world->record);
    const char *learner = cli_world_learner(world);
    char date[40];

    cli_report_date(date, world->ended_at);

    const report_run run = {.score = cli_debrief_score(world->debrief),
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
                            .road = roads->road.count > 0 ? &roads->road : NULL,
                            .what_if = roads->what_if};

    report_run_html(out, &run);
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
    if (status == EAR_OK) {
        write_page(&page, world);
        status = page.failed ? base_fail_memory(&err) : EAR_OK;
    }
    if (status == EAR_OK)
        status = store_file_put(path, base_bytes_string(&page), page.length, &err);
    base_bytes_release(&page);
    if (status == EAR_OK)
        cli_place_short(where, room, path);
    else
        snprintf(where, room, "No report: %s", err.message);
    return status == EAR_OK;
}
