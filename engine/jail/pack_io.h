#ifndef EARSHOT_JAIL_PACK_IO_H
#define EARSHOT_JAIL_PACK_IO_H

/* The helper's own reading and writing: blocking, on descriptors 0 and 1. */

#include "jail/frame.h"

typedef struct pack_input {
    base_bytes bytes; /* received */
    size_t taken;     /* of them, handed out */
} pack_input;

/* The next frame; its contents are borrowed until the next call. False at the end of
 * input, when what comes is no frame, or without memory. */
bool pack_read(pack_input *in, jail_frame *out);

/* False when nobody reads any more. */
bool pack_write(const void *bytes, size_t length);
/* JAIL_OVER, without allocating. */
void pack_write_over(const char *file, uint32_t line, const char *message);

#endif
