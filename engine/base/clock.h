#ifndef EARSHOT_BASE_CLOCK_H
#define EARSHOT_BASE_CLOCK_H

#include <stdint.h>

/* Milliseconds since some moment of the past: for how long something takes. It never
 * goes back, whatever is done to the date. */
int64_t base_now_ms(void);

#endif
