/*
 * A scenario of a hundred thousand moments is far larger than the caches, and whoever
 * reads one record after the other waits for the memory each time. What a moment plays
 * lies together in each section, so it is all asked for at once.
 */
#include "sim/machine.h"

#define FETCH_MOST 512 /* bytes of one section: a moment of a few lines and replies */

static void fetch(const void *section, size_t size, uint32_t from, uint32_t to)
{
    const size_t bytes = to > from ? (to - from) * size : 0;

    base_fetch_all((const char *)section + from * size,
                   bytes < FETCH_MOST ? bytes : FETCH_MOST);
}

void sim_fetch_moment(const ear_scenario *sc, uint32_t index)
{
    const model_moment *moment = &sc->moments[index];
    const model_reach *from = &moment->reach;
    const model_reach *to = &moment[1].reach;

    if (index + 1 == sc->count[MODEL_S_MOMENTS])
        return;
    fetch(sc->statements, sizeof *sc->statements, moment->statements.first,
          moment->statements.first + moment->statements.count);
    fetch(sc->replies, sizeof *sc->replies, from->reply, to->reply);
    fetch(sc->lines, sizeof *sc->lines, from->line, to->line);
    fetch(sc->text, 1, from->text, to->text);
    fetch(sc->code, sizeof *sc->code, from->code, to->code);
    fetch(sc->pieces, sizeof *sc->pieces, from->piece, to->piece);
    fetch(sc->moods, sizeof *sc->moods, from->mood, to->mood);
}
