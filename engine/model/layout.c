/* Puts the sections into one block: header, sections, all of it aligned. */
#include "model/builder.h"
#include "model/sections.h"

#include <string.h>

#define SIZE(section, member, record) [section] = sizeof(record),
static const uint32_t record_bytes[MODEL_SECTIONS] = {MODEL_SECTION_LIST(SIZE)};
#undef SIZE

/* Where the records of a section are now. */
static const void *records_of(const builder *b, int section, size_t *count)
{
    const model_compiler *c = &b->compiler;

    switch (section) {
    case MODEL_S_CODE:
        *count = c->code.count;
        return c->code.at;
    case MODEL_S_NUMBERS:
        *count = c->numbers.count;
        return c->numbers.at;
    case MODEL_S_MOODS:
        *count = c->moods.count;
        return c->moods.at;
    case MODEL_S_SETS:
        *count = c->sets.count;
        return c->sets.at;
    case MODEL_S_POINTS:
        *count = c->points.count;
        return c->points.at;
    case MODEL_S_PIECES:
        *count = c->pieces.count;
        return c->pieces.at;
    default:
        *count = b->sections[section].length / record_bytes[section];
        return b->sections[section].at;
    }
}

uint32_t build_count(const builder *b, model_section section)
{
    size_t count;

    records_of(b, (int)section, &count);
    return (uint32_t)count;
}

/* The table of ids is the builder's, without what only building needs. */
static void build_id_table(builder *b)
{
    static const uint32_t things[] = {
        [MODEL_SYMBOL_MOMENT] = MODEL_THING_MOMENT,
        [MODEL_SYMBOL_LINE] = MODEL_THING_LINE,
        [MODEL_SYMBOL_REPLY] = MODEL_THING_REPLY,
    };
    const build_table *places = &b->places;

    for (uint32_t i = 0; i < places->room; i++) {
        const build_entry *entry = &places->slots[i];
        const bool empty = entry->index == MODEL_NONE;
        const model_id id = {empty ? 0 : things[entry->kind], entry->index};

        BUILD_ADD(b, MODEL_S_IDS, &id);
    }
}

static bool align(base_bytes *image)
{
    static const char zeros[MODEL_SECTION_ALIGN];

    return base_bytes_add(image, zeros,
                          (MODEL_SECTION_ALIGN - image->length % MODEL_SECTION_ALIGN) %
                              MODEL_SECTION_ALIGN);
}

/* The whole size, so that the block is taken once. */
static size_t measure(const builder *b)
{
    size_t bytes = sizeof(model_header);

    for (int s = 0; s < MODEL_SECTIONS; s++) {
        size_t count;

        records_of(b, s, &count);
        bytes += count * record_bytes[s] + MODEL_SECTION_ALIGN;
    }
    return bytes;
}

void build_layout(base_bytes *image, builder *b, const model_header *counters)
{
    model_header header = *counters;
    base_bytes built = {0};

    build_id_table(b);
    if (b->no_memory)
        return;
    if (measure(b) > UINT32_MAX || !base_bytes_reserve(&built, measure(b))) {
        build_no_memory(b);
        return;
    }
    base_bytes_add(&built, &header, sizeof header);
    for (int s = 0; s < MODEL_SECTIONS; s++) {
        size_t count;
        const void *records = records_of(b, s, &count);

        align(&built);
        header.section[s] = (model_range){(uint32_t)built.length, (uint32_t)count};
        base_bytes_add(&built, records, count * record_bytes[s]);
    }
    header.magic = MODEL_MAGIC;
    header.version = MODEL_VERSION;
    header.bytes = built.length;
    memcpy(built.at, &header, sizeof header);
    base_bytes_release(image);
    *image = built;
}
