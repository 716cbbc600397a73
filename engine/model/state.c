#include "model/state.h"

#include "base/random.h"

#include <string.h>

/* The place of an array of `count` records behind what is laid out so far. */
static uint32_t place(uint32_t *bytes, uint32_t count, uint32_t size)
{
    const uint32_t at = *bytes;

    *bytes += count * size;
    return at;
}

model_layout model_layout_of(const ear_scenario *scenario, bool every_counter)
{
    const model_header *header = scenario->header;
    const uint32_t meters = scenario->count[MODEL_S_METERS];
    const uint32_t rows = scenario->count[MODEL_S_ROWS];
    uint32_t bytes = (uint32_t)sizeof(model_state);
    model_layout layout = {.kept =
                               every_counter ? header->counters : header->live_counters};

    layout.meters = place(&bytes, meters, sizeof(int32_t));
    layout.start = place(&bytes, meters, sizeof(int32_t));
    layout.first = place(&bytes, meters, sizeof(int32_t));
    layout.lowest = place(&bytes, meters, sizeof(int32_t));
    layout.highest = place(&bytes, meters, sizeof(int32_t));
    layout.extreme = place(&bytes, meters, sizeof(int32_t));
    layout.gained = place(&bytes, meters, sizeof(int32_t));
    layout.points = place(&bytes, scenario->count[MODEL_S_SKILLS], sizeof(int32_t));
    layout.since = place(&bytes, header->since_counters, sizeof(uint32_t));
    layout.counters = place(&bytes, layout.kept, sizeof(uint32_t));
    layout.cells = place(&bytes, rows, sizeof(uint32_t));
    layout.order = place(&bytes, rows, sizeof(uint32_t));
    layout.flags = place(&bytes, scenario->count[MODEL_S_FLAGS], sizeof(uint8_t));
    layout.bytes = (bytes + 7) / 8 * 8;
    return layout;
}

static void begin_meters(model_state *state, const ear_scenario *scenario,
                         const model_layout *layout)
{
    const uint32_t all[] = {layout->meters, layout->start,   layout->first,
                            layout->lowest, layout->highest, layout->extreme};

    for (size_t a = 0; a < sizeof all / sizeof *all; a++) {
        int32_t *values = model_ints(state, all[a]);

        for (uint32_t m = 0; m < scenario->count[MODEL_S_METERS]; m++)
            values[m] = scenario->meters[m].start;
    }
}

/* The rows of the scenario's own `screen`; a later row of the same name replaces. */
static void begin_screen(model_state *state, const ear_scenario *scenario,
                         const model_layout *layout)
{
    uint32_t *cells = model_words_at(state, layout->cells);
    uint32_t *order = model_words_at(state, layout->order);
    const model_range shown = *scenario->screen;

    for (uint32_t r = 0; r < scenario->count[MODEL_S_ROWS]; r++)
        cells[r] = order[r] = MODEL_NONE;
    for (uint32_t c = shown.first; c < shown.first + shown.count; c++) {
        const uint32_t row = scenario->cells[c].row;

        if (cells[row] == MODEL_NONE)
            order[state->rows++] = row;
        cells[row] = c;
    }
}

void model_state_begin(model_state *state, const ear_scenario *scenario,
                       const model_layout *layout, uint64_t seed)
{
    const uint32_t start = scenario->info->start;

    memset(state, 0, layout->bytes);
    state->random = base_random_seed(seed);
    state->phase = MODEL_PHASE_NEW;
    state->moment = start;
    state->statement = scenario->moments[start].statements.first;
    state->reply = MODEL_NONE;
    state->intent = MODEL_NONE;
    state->notice = MODEL_NONE;
    state->channel = scenario->info->channel;
    begin_meters(state, scenario, layout);
    begin_screen(state, scenario, layout);
}
