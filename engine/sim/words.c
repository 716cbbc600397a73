#include "sim/words.h"

#include "model/words.h"

#include <stdlib.h>

#define INSERT_ROOM 32 /* more than any inserted number takes */

typedef struct sim_block {
    struct sim_block *older;
    char at[];
} sim_block;

void sim_text_shrink(sim_play *play)
{
    sim_text *text = &play->text;

    while (text->blocks->older) {
        sim_block *older = text->blocks->older;

        text->blocks->older = older->older;
        free(older);
    }
}

char *sim_text_grow(sim_play *play, size_t need)
{
    sim_text *text = &play->text;
    const size_t room = 2 * text->room + need;
    sim_block *block = malloc(sizeof *block + room);

    if (!block) {
        play->failed = true;
        return NULL;
    }
    block->older = text->blocks;
    *text = (sim_text){.at = block->at, .room = room, .blocks = block};
    return text->at;
}

static size_t write_whole(char *to, int64_t value)
{
    char digits[20];
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    size_t count = 0, length = 0;

    if (value < 0)
        to[length++] = '-';
    do
        digits[count++] = (char)('0' + rest % 10);
    while (rest /= 10);
    while (count > 0)
        to[length++] = digits[--count];
    return length;
}

static size_t write_truth(char *to, bool truth)
{
    const size_t length = truth ? 4 : 5;

    memcpy(to, truth ? "true" : "false", length);
    return length;
}

/* Writes an inserted value; `to` has INSERT_ROOM bytes. */
size_t sim_insert(const sim_play *play, char *to, uint32_t insert, uint32_t index)
{
    const model_state *state = play->state;
    const int64_t tenths = (int64_t)state->tenths;

    if (insert == MODEL_INSERT_METER) /* by far the commonest */
        return write_whole(to, model_ints(state, play->layout.meters)[index]);
    switch ((model_insert)insert) {
    case MODEL_INSERT_FLAG:
        return write_truth(to, model_flags_at(state, &play->layout)[index]);
    case MODEL_INSERT_TURN:
        return write_whole(to, state->turn);
    case MODEL_INSERT_MINUTES:
        return base_number_write(to, INSERT_ROOM, base_number_fraction(tenths, 600));
    case MODEL_INSERT_SECONDS:
        return base_number_write(to, INSERT_ROOM, base_number_fraction(tenths, 10));
    default:
        return 0;
    }
}

static size_t pieces_room(const model_piece *piece, uint32_t count)
{
    size_t need = 0;

    for (uint32_t i = 0; i < count; i++)
        need += piece[i].literal.length + INSERT_ROOM;
    return need;
}

ear_text sim_pieces(sim_play *play, const model_words *words)
{
    const ear_scenario *sc = play->scenario;
    const model_piece *piece = sc->pieces + words->pieces.first;
    const uint32_t count = words->pieces.count;
    char *const at = sim_text_room(play, pieces_room(piece, count) + SIM_STRIDE);
    char *to = at;

    if (!at)
        return (ear_text){"", 0};
    for (uint32_t i = 0; i < count; i++) {
        sim_copy(to, sc, piece[i].literal);
        to += piece[i].literal.length;
        if (piece[i].insert != MODEL_INSERT_NOTHING)
            to += sim_insert(play, to, piece[i].insert, piece[i].index);
    }
    *to = '\0';

    const size_t length = (size_t)(to - at);

    play->text.used += length + 1;
    play->built += length;
    return (ear_text){at, length};
}

ear_item *sim_items(sim_play *play, size_t count)
{
    if (count > play->items_room) {
        ear_item *moved = realloc(play->items, count * sizeof *moved);

        if (!moved) {
            play->failed = true;
            return NULL;
        }
        play->items = moved;
        play->items_room = count;
    }
    memset(play->items, 0, count * sizeof *play->items);
    return play->items;
}
