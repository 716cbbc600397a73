#ifndef EARSHOT_REPORT_PLAYERS_SVG_H
#define EARSHOT_REPORT_PLAYERS_SVG_H

/* How a scenario ends for each kind of player, as bars: a picture that stands alone, in
 * which every part has the number of its outcome, so that it reads without colour. */

#include "base/bytes.h"
#include "prove/players.h"

/* Appends a whole SVG document; `players`: at least one, of one scenario. False: out of
 * memory. */
bool report_players_svg(base_bytes *out, const ear_scenario *scenario,
                        const prove_tally *const *players, unsigned count);

#endif
