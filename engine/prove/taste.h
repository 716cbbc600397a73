#ifndef EARSHOT_PROVE_TASTE_H
#define EARSHOT_PROVE_TASTE_H

/* What each kind of player takes when they see a choice. For prove, and for
 * report's graph, which looks over newcomers' shoulders. */

#include "prove/players.h"

/* Kinds of replies, as bits. */
#define PROVE_TASTE_SCRIPT 1u
#define PROVE_TASTE_LISTEN 2u
#define PROVE_TASTE_FIX    4u

/* Read-only once made: shared by all threads. */
typedef struct prove_taste {
    const ear_scenario *scenario; /* borrowed */
    uint8_t *kinds;               /* REPLIES; owned */
} prove_taste;

/* On success the caller releases it with prove_taste_release(). */
ear_status prove_taste_make(prove_taste *taste, const ear_scenario *scenario,
                            ear_error *err);
void prove_taste_release(prove_taste *taste); /* zeroed is fine */

/* The replies of `offered` (bits, from reply `first` on) that are of one of `kinds`; all
 * of them when none is. */
uint64_t prove_preferred(const prove_taste *taste, uint32_t first, uint64_t offered,
                         unsigned kinds);

/* What a player prefers; 0: nothing. Not for a newcomer, nor for best and worst. */
unsigned prove_kinds_of(prove_player player);

/* Of ten newcomers at a choice so many play like each of these. */
#define PROVE_NEWCOMERS 10u
typedef struct prove_part {
    prove_player like;
    unsigned parts;
} prove_part;
#define PROVE_PARTS 4
extern const prove_part prove_newcomer_parts[PROVE_PARTS];

/* The player as whom a newcomer acts at this choice. */
prove_player prove_newcomer_acts(uint64_t *random);

/* Where a player's own randomness begins in a run of that session seed. */
uint64_t prove_player_random(prove_player player, uint64_t seed);

/* One of the bits of `mask` (not 0), each as likely. */
unsigned prove_any_bit(uint64_t mask, uint64_t *random);

#endif
