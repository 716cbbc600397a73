/* Finding things of an opened scenario by their ids. */
#include "base/hash.h"
#include "model/scenario.h"

#include <stdbool.h>
#include <string.h>

const char *model_string(const ear_scenario *scenario, model_text text)
{
    return scenario->text + text.at;
}

static bool same(const ear_scenario *scenario, model_text text, const char *id,
                 size_t length)
{
    return text.length == length &&
           (length == 0 || memcmp(scenario->text + text.at, id, length) == 0);
}

static model_text id_of(const ear_scenario *scenario, model_id id)
{
    switch ((model_thing)id.thing) {
    case MODEL_THING_LINE:
        return scenario->lines[id.index].id;
    case MODEL_THING_REPLY:
        return scenario->details[id.index].id;
    case MODEL_THING_MOMENT:
        break;
    }
    return scenario->moments[id.index].id;
}

bool model_find(const ear_scenario *scenario, const char *id, size_t length,
                model_id *out)
{
    const uint32_t slots = scenario->count[MODEL_S_IDS];
    uint32_t slot = (uint32_t)base_hash(id, length, 0);

    for (uint32_t i = 0; i < slots; i++, slot++) {
        const model_id found = scenario->ids[slot & (slots - 1)];

        if (found.index == MODEL_NONE)
            return false;
        if (same(scenario, id_of(scenario, found), id, length)) {
            *out = found;
            return true;
        }
    }
    return false;
}

/* Writes what a rename makes of `id`, of which the first `skip` bytes are its old name.
 */
static bool write_renamed(const ear_scenario *scenario, char *id, size_t room,
                          model_renamed pair, size_t skip)
{
    const size_t rest = strlen(id + skip);

    if (pair.to.length + rest + 1 > room)
        return false;
    memmove(id + pair.to.length, id + skip, rest + 1);
    memcpy(id, scenario->text + pair.to.at, pair.to.length);
    return true;
}

/* The longest renamed id from which `id` is derived; MODEL_NONE. */
static uint32_t derived_from(const ear_scenario *scenario, const char *id, size_t length)
{
    uint32_t found = MODEL_NONE;
    size_t longest = 0;

    for (uint32_t i = 0; i < scenario->count[MODEL_S_RENAMED]; i++) {
        const model_text from = scenario->renamed[i].from;

        if (from.length > longest && from.length < length && id[from.length] == '/' &&
            same(scenario, from, id, from.length)) {
            longest = from.length;
            found = i;
        }
    }
    return found;
}

bool model_rename(const ear_scenario *scenario, char *id, size_t room)
{
    const size_t length = strlen(id);
    uint32_t found;

    for (uint32_t i = 0; i < scenario->count[MODEL_S_RENAMED]; i++)
        if (same(scenario, scenario->renamed[i].from, id, length))
            return write_renamed(scenario, id, room, scenario->renamed[i], length);
    found = derived_from(scenario, id, length);
    if (found == MODEL_NONE)
        return false;
    return write_renamed(scenario, id, room, scenario->renamed[found],
                         scenario->renamed[found].from.length);
}

bool model_find_older(const ear_scenario *scenario, const char *id, size_t length,
                      model_id *out)
{
    char now[MODEL_MAX_ID];

    if (model_find(scenario, id, length, out))
        return true;
    if (length >= sizeof now)
        return false;
    memcpy(now, id, length);
    now[length] = '\0';
    for (int i = 0; i < MODEL_MAX_RENAMES; i++) {
        if (!model_rename(scenario, now, sizeof now))
            return false;
        if (model_find(scenario, now, strlen(now), out))
            return true;
    }
    return false;
}

uint32_t model_find_moment(const ear_scenario *scenario, const char *id)
{
    model_id found;

    if (!model_find(scenario, id, strlen(id), &found))
        return MODEL_NONE;
    return found.thing == MODEL_THING_MOMENT ? found.index : MODEL_NONE;
}

uint32_t model_find_meter(const ear_scenario *scenario, const char *id, size_t length)
{
    for (uint32_t i = 0; i < scenario->count[MODEL_S_METERS]; i++) {
        if (same(scenario, scenario->meters[i].id, id, length))
            return i;
    }
    return MODEL_NONE;
}

uint32_t model_find_flag(const ear_scenario *scenario, const char *id, size_t length)
{
    for (uint32_t i = 0; i < scenario->count[MODEL_S_FLAGS]; i++) {
        if (same(scenario, scenario->flags[i].id, id, length))
            return i;
    }
    return MODEL_NONE;
}

uint32_t model_find_skill(const ear_scenario *scenario, const char *id, size_t length)
{
    for (uint32_t i = 0; i < scenario->count[MODEL_S_SKILLS]; i++) {
        if (same(scenario, scenario->skills[i].id, id, length))
            return i;
    }
    return MODEL_NONE;
}

uint32_t model_find_intent(const ear_scenario *scenario, const char *id, size_t length)
{
    for (uint32_t i = 0; i < scenario->count[MODEL_S_INTENTS]; i++) {
        if (same(scenario, scenario->intents[i].id, id, length))
            return i;
    }
    return MODEL_NONE;
}

static const char *newer_name(const ear_scenario *scenario, const char *id)
{
    for (uint32_t i = 0; i < scenario->count[MODEL_S_RENAMED]; i++)
        if (same(scenario, scenario->renamed[i].from, id, strlen(id)))
            return model_string(scenario, scenario->renamed[i].to);
    return NULL;
}

const char *model_newest_name(const ear_scenario *scenario, const char *id)
{
    const char *newer = newer_name(scenario, id);

    for (int i = 0; newer && i < MODEL_MAX_RENAMES; i++) {
        id = newer;
        newer = newer_name(scenario, id);
    }
    return newer ? newer : id;
}

uint32_t model_counter_of(const ear_scenario *scenario, model_id id)
{
    switch ((model_thing)id.thing) {
    case MODEL_THING_LINE:
        return scenario->lines[id.index].counter;
    case MODEL_THING_REPLY:
        return scenario->replies[id.index].counter;
    case MODEL_THING_MOMENT:
        break;
    }
    return scenario->moments[id.index].counter;
}
