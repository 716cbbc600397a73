#ifndef EARSHOT_BASE_NUMBER_H
#define EARSHOT_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The numbers of conditions, effects and figures: exact fractions, so that
 * 0.1 + 0.2 == 0.3 and every machine agrees. A zeroed base_number is NOT valid;
 * use base_number_whole(0). Always reduced, den > 0.
 *
 * A result whose parts do not fit 64 bits is replaced by the nearest fraction
 * with a denominator of at most 2^20 (values beyond +-2^42 stay at that wall):
 * deterministic, and far outside what a meter can hold.
 */
typedef struct base_number {
    int64_t num;
    int64_t den;
} base_number;

base_number base_number_whole(int64_t value);
base_number base_number_fraction(int64_t num, int64_t den); /* den 0 gives 0 */
base_number base_number_add(base_number a, base_number b);
base_number base_number_subtract(base_number a, base_number b);
base_number base_number_multiply(base_number a, base_number b);
base_number base_number_divide(base_number a, base_number b); /* by zero: 0 */
base_number base_number_remainder(base_number a,
                                  base_number b); /* sign of b; by zero: 0 */
base_number base_number_negate(base_number a);
int base_number_compare(base_number a, base_number b); /* -1, 0, 1 */
/* Half away from zero. */
int64_t base_number_round(base_number a);
/* Rounded half away from zero to one decimal. */
base_number base_number_round_tenth(base_number a);
/* Reads "12", "0.35" (up to nine decimals, no sign, no exponent) from the start of
 * `text`; returns how many bytes were read, 0 if none fit. */
size_t base_number_read(base_number *out, const char *text, size_t length);
/* Writes "12" or "0.5": one decimal if it is not whole. Returns the length; `room` >= 32.
 */
size_t base_number_write(char *to, size_t room, base_number a);

#endif
