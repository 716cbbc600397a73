#define _XOPEN_SOURCE 700 /* realpath */
#include "cli/record_start.h"

#include "base/fail.h"
#include "cli/record_end.h"

#include <stdlib.h>
#include <string.h>

store_stamp *cli_record_stamps(const cli_pack *pack)
{
    store_stamp *stamps = calloc(pack->file_count + 1, sizeof *stamps);

    for (size_t i = 0; stamps && i < pack->file_count; i++)
        stamps[i] = (store_stamp){pack->files[i].name, pack->files[i].hash};
    return stamps;
}

void cli_record_path(base_bytes *out, const cli_loaded *loaded)
{
    const cli_pack *pack = loaded->pack;
    char *real = realpath(pack->path, NULL);
    const char *path = real ? real : pack->path;
    const size_t length = strlen(path);
    const bool file = length > 4 && strcmp(path + length - 4, ".lua") == 0;

    base_bytes_text(out, path);
    if (!file)
        base_bytes_print(out, "#%s", ear_scenario_id(loaded->scenario));
    free(real);
}

static store_start start_of(const cli_recorded *of, const cli_start *made)
{
    const cli_pack *pack = of->loaded->pack;
    const ear_scenario *sc = of->loaded->scenario;

    return (store_start){.engine = EARSHOT_VERSION,
                         .pack = pack->id,
                         .version = pack->version,
                         .scenario = ear_scenario_id(sc),
                         .title = ear_scenario_title(sc),
                         .path = base_bytes_string(&made->path),
                         .learner = of->learner,
                         .from = of->from,
                         .set = of->set,
                         .seed = of->seed,
                         .assess = of->assess,
                         .wall = cli_record_clock(),
                         .files = made->stamps,
                         .file_count = pack->file_count};
}

ear_status cli_start_make(cli_start *out, const cli_recorded *of, ear_error *err)
{
    *out = (cli_start){.stamps = cli_record_stamps(of->loaded->pack)};
    cli_record_path(&out->path, of->loaded);
    if (!out->stamps || out->path.failed)
        return base_fail_memory(err);
    out->start = start_of(of, out);
    return EAR_OK;
}

void cli_start_release(cli_start *start)
{
    base_bytes_release(&start->path);
    free(start->stamps);
    *start = (cli_start){.stamps = NULL};
}
