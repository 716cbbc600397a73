/* Opens an image: first its frame (sizes, sections), then verify.h looks at what is in
 * it.
 */
#include "base/fail.h"
#include "model/scenario.h"
#include "model/sections.h"
#include "model/verify.h"

#include <stdlib.h>
#include <string.h>

#define SIZE(section, member, record) [section] = sizeof(record),
static const uint32_t record_bytes[MODEL_SECTIONS] = {MODEL_SECTION_LIST(SIZE)};
#undef SIZE

static ear_status refuse(ear_error *err, const char *what)
{
    return base_fail(err, EAR_E_FORMAT, "this is not a scenario that can be opened: %s",
                     what);
}

static ear_status check_header(const model_header *header, size_t bytes, ear_error *err)
{
    if (bytes < sizeof *header)
        return refuse(err, "it is too short");
    if (header->magic != MODEL_MAGIC)
        return refuse(err, "it does not begin as one");
    if (header->version != MODEL_VERSION)
        return refuse(err, "another version of Earshot wrote it");
    if (header->bytes != bytes || bytes > UINT32_MAX)
        return refuse(err, "its length is wrong");
    if (header->reserved != 0)
        return refuse(err, "its header has something where nothing belongs");
    return EAR_OK;
}

/* Sections come in order, aligned, inside the image, and never overlap. */
static ear_status check_sections(const model_header *header, ear_error *err)
{
    uint64_t end = sizeof *header;

    for (int s = 0; s < MODEL_SECTIONS; s++) {
        const model_range range = header->section[s];
        const uint64_t size = (uint64_t)range.count * record_bytes[s];

        if (range.first % MODEL_SECTION_ALIGN != 0 || range.first < end ||
            range.first + size > header->bytes)
            return base_fail(err, EAR_E_FORMAT,
                             "this is not a scenario that can be opened: section %d lies "
                             "outside it",
                             s);
        end = range.first + size;
    }
    return EAR_OK;
}

static void point_into(ear_scenario *scenario, const char *image)
{
    const model_header *header = (const model_header *)(const void *)image;

    scenario->header = header;
#define POINT(id, name, record)                                                          \
    scenario->name = (const record *)(const void *)(image + header->section[id].first);
    MODEL_SECTION_LIST(POINT)
#undef POINT
    for (int s = 0; s < MODEL_SECTIONS; s++)
        scenario->count[s] = header->section[s].count;
}

ear_status model_open(ear_scenario **out, void *image, size_t bytes, ear_error *err)
{
    if (!image || (uintptr_t)image % MODEL_SECTION_ALIGN != 0)
        return base_fail(err, EAR_E_ARG, "an image must begin at an aligned address");

    ear_status status = check_header(image, bytes, err);
    if (status == EAR_OK)
        status = check_sections(image, err);
    if (status != EAR_OK)
        return status;

    ear_scenario *scenario = calloc(1, sizeof *scenario);
    if (!scenario)
        return base_fail_memory(err);
    point_into(scenario, image);
    status = model_verify(scenario, err);
    if (status != EAR_OK) {
        free(scenario);
        return status;
    }
    scenario->owned = image;
    *out = scenario;
    return EAR_OK;
}

void ear_scenario_free(ear_scenario *scenario)
{
    if (!scenario)
        return;
    free(scenario->owned);
    free(scenario);
}

const char *ear_scenario_id(const ear_scenario *scenario)
{
    return model_string(scenario, scenario->info->id);
}

const char *ear_scenario_title(const ear_scenario *scenario)
{
    return model_string(scenario, scenario->info->title);
}
