/* The home screen's list: the packs that come with Earshot and those in the person's own
 * folder, each read once (from the cache when it is warm). */
#include "cli/places.h"
#include "cli/world.h"
#include "cli/world_runs.h"

#include "view/portrait.h"
#include "view/talk.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_ENTRIES 200

static const char *keep(cli_world *world, const char *text)
{
    return base_arena_copy(&world->arena, text, strlen(text));
}

static const char *const *keep_portrait(cli_world *world, const ear_scenario *model)
{
    const char *words[VIEW_PORTRAIT_ROOM];
    const size_t n = view_portrait_of_speaker(model, model->info->customer, words);
    const char **pairs = base_arena_alloc(&world->arena, (n + 1) * sizeof *pairs);

    for (size_t i = 0; pairs && i < n; i++)
        pairs[i] = keep(world, words[i]);
    return (const char *const *)pairs;
}

static float start_mood(const ear_scenario *model)
{
    int32_t meters[MODEL_MAX_METERS];

    for (uint32_t i = 0; i < model->count[MODEL_S_METERS]; i++)
        meters[i] = model->meters[i].start;
    return view_mood_of(model, meters).ease;
}

/* "chat, phone": where it begins, then what its moments change to. */
static const char *channels_of(cli_world *world, const ear_scenario *model)
{
    static const char *const words[MODEL_CHANNEL_NONE] = {[MODEL_CHAT] = "chat",
                                                          [MODEL_PHONE] = "phone",
                                                          [MODEL_IN_PERSON] =
                                                              "face to face"};
    bool seen[MODEL_CHANNEL_NONE + 1] = {false};
    base_bytes out = {0};

    for (uint32_t i = 0; i <= model->count[MODEL_S_MOMENTS]; i++) {
        const uint32_t channel = i ? model->moments[i - 1].channel : model->info->channel;
        if (channel < MODEL_CHANNEL_NONE && !seen[channel])
            base_bytes_print(&out, "%s%s", out.length ? ", " : "", words[channel]);
        seen[channel < MODEL_CHANNEL_NONE ? channel : MODEL_CHANNEL_NONE] = true;
    }
    const char *kept = keep(world, base_bytes_string(&out));
    base_bytes_release(&out);
    return kept;
}

static void describe(cli_world *world, view_entry *entry, const ear_scenario *model)
{
    char level[64] = "";

    entry->title = keep(world, ear_scenario_title(model));
    entry->channel = (model_channel)model->info->channel;
    entry->channels = channels_of(world, model);
    entry->minutes = (model->info->minutes + 5) / 10;
    entry->mood = start_mood(model);
    snprintf(level, sizeof level, "%s", model_string(model, model->info->level));
    if (level[0] >= 'a' && level[0] <= 'z')
        level[0] = (char)(level[0] - 'a' + 'A');
    entry->level = keep(world, level);
    for (uint32_t i = 0; i < model->count[MODEL_S_MOMENTS]; i++)
        entry->endings += model->moments[i].kind == MODEL_OUTCOME;
    if (model->info->customer >= model->count[MODEL_S_SPEAKERS])
        return;
    entry->customer =
        keep(world, model_string(model, model->speakers[model->info->customer].name));
    entry->portrait = keep_portrait(world, model);
}

static void add_scenario(cli_world *world, const cli_pack *pack, const char *path,
                         const char *scenario)
{
    base_bytes id = {0};
    model_findings findings = {.count = 0};
    cli_loaded *loaded = NULL;
    ear_error err = {.status = EAR_OK};

    if (world->catalogue.count == MOST_ENTRIES)
        return;
    world->entry_pack[world->catalogue.count] = keep(world, pack->id);
    view_entry *entry = &world->entries[world->catalogue.count++];
    *entry = (view_entry){.title = keep(world, scenario), .mood = .5f};
    base_bytes_print(&id, "%s#%s", path, scenario);
    entry->id = keep(world, base_bytes_string(&id));
    base_bytes_release(&id);
    const ear_status status = cli_load(&loaded, pack, scenario, &findings, &err);
    if (status == EAR_OK && loaded->scenario)
        describe(world, entry, loaded->scenario);
    else
        entry->problem =
            keep(world, findings.count ? findings.at[0].message : err.message);
    cli_loaded_free(loaded);
    model_findings_release(&findings);
}

/* A pack of which not even the list of its scenarios can be read. */
static void add_broken(cli_world *world, const char *path, const char *why)
{
    const char *slash = strrchr(path, '/');

    if (world->catalogue.count == MOST_ENTRIES)
        return;
    world->entries[world->catalogue.count++] =
        (view_entry){.id = keep(world, path),
                     .title = keep(world, slash ? slash + 1 : path),
                     .mood = .5f,
                     .problem = keep(world, why)};
}

static void add_pack(cli_world *world, const char *path)
{
    model_findings findings = {.count = 0};
    cli_pack *pack = NULL;
    ear_error err = {.status = EAR_OK};

    if (cli_pack_open(&pack, path, &world->load, &findings, &err) == EAR_OK && pack)
        for (size_t i = 0; i < pack->scenario_count; i++)
            add_scenario(world, pack, path, pack->scenarios[i]);
    if ((!pack || pack->scenario_count == 0) && findings.count)
        add_broken(world, path, findings.at[0].message);
    cli_pack_free(pack);
    model_findings_release(&findings);
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static void add_folder(cli_world *world, const char *folder)
{
    struct dirent **names = NULL;
    char path[CLI_WORLD_PATH + 300];
    const int n = scandir(folder, &names, visible, by_name);

    for (int i = 0; i < n; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, names[i]->d_name);
        add_pack(world, path);
        free(names[i]);
    }
    free(names);
}

void cli_world_relist(cli_world *world)
{
    free(world->entries);
    free(world->entry_pack);
    world->entries = NULL;
    world->entry_pack = NULL;
    world->fresh = false;
    world->catalogue = (view_catalogue){.count = 0};
    world->listed = false;
}

const view_catalogue *cli_world_catalogue(cli_world *world)
{
    char folder[CLI_WORLD_PATH], own[CLI_WORLD_PATH + 16];

    if (world->listed) {
        cli_world_look_at_runs(world);
        return &world->catalogue;
    }
    world->listed = true;
    world->entries = calloc(MOST_ENTRIES, sizeof *world->entries);
    world->entry_pack = calloc(MOST_ENTRIES, sizeof *world->entry_pack);
    if (!world->entries || !world->entry_pack)
        return &world->catalogue;
    if (cli_place_share(folder, sizeof folder, "packs"))
        add_folder(world, folder);
    if (cli_place_home(folder, sizeof folder, "DATA", ".local/share")) {
        snprintf(own, sizeof own, "%s/packs", folder);
        add_folder(world, own);
        cli_place_short(folder, sizeof folder, own);
        world->catalogue.folder = keep(world, folder);
    }
    world->catalogue.entries = world->entries;
    world->catalogue.carry_on = SIZE_MAX;
    cli_world_look_at_runs(world);
    return &world->catalogue;
}
