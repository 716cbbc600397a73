#include "sim/words.h"

void sim_screen_set(sim_play *play, model_range cells)
{
    model_state *state = play->state;
    uint32_t *shown = model_words_at(state, play->layout.cells);
    uint32_t *order = model_words_at(state, play->layout.order);

    for (uint32_t i = 0; i < cells.count; i++) {
        const uint32_t cell = cells.first + i;
        const uint32_t row = play->scenario->cells[cell].row;

        if (shown[row] == MODEL_NONE)
            sim_put(play, &order[state->rows++], row);
        sim_put(play, &shown[row], cell);
    }
}

ear_status sim_screen_tell(sim_play *play)
{
    const ear_scenario *sc = play->scenario;
    const uint32_t *shown = model_words_at(play->state, play->layout.cells);
    const uint32_t *order = model_words_at(play->state, play->layout.order);
    const uint32_t count = play->state->rows;

    if (!sim_told(play))
        return EAR_OK;

    ear_item *items = sim_items(play, count);

    if (!items)
        return base_fail_memory(play->err);
    for (uint32_t i = 0; i < count; i++) {
        items[i].label = sim_static(play, sc->rows[order[i]]);
        items[i].text = sim_words(play, &sc->cells[shown[order[i]]].value);
    }
    sim_tell(play, &(ear_event){.kind = EAR_EVENT_SCREEN, .list = items, .count = count});
    return EAR_OK;
}
