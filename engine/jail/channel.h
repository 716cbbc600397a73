#ifndef EARSHOT_JAIL_CHANNEL_H
#define EARSHOT_JAIL_CHANNEL_H

/* The engine's end of one helper process: starting it, bytes there and back within a
 * time, and its end. What the frames mean is helper.c's business. */

#include "jail/frame.h"

#include <stdint.h>
#include <sys/types.h>

typedef struct jail_channel {
    int fd;        /* -1: not open */
    pid_t pid;     /* 0: none */
    base_bytes in; /* received; `taken` bytes of it have been handed out */
    size_t taken;
    int64_t deadline; /* monotonic wall clock, milliseconds */
} jail_channel;

typedef enum jail_arrival {
    JAIL_ARRIVED,
    JAIL_LATE,     /* the deadline has passed */
    JAIL_GONE,     /* the helper has ended, or shut its end */
    JAIL_NONSENSE, /* what came is no frame */
    JAIL_NO_ROOM   /* out of memory on this side */
} jail_arrival;

/* Starts `program` with `argument`, an environment of its own and no descriptor but its
 * end of the channel. EAR_E_IO says what is missing. */
ear_status jail_channel_open(jail_channel *out, const char *program, const char *argument,
                             ear_error *err);
/* From now on, so many wall milliseconds for everything until the next such call. */
void jail_channel_allow(jail_channel *channel, int milliseconds);
jail_arrival jail_channel_send(jail_channel *channel, const void *bytes, size_t length);
/* The next frame; its contents are borrowed until the next call. */
jail_arrival jail_channel_receive(jail_channel *channel, jail_frame *out);
/* Ends the helper if it still runs; returns its status as waitpid() gives it. Fine on a
 * channel that is not open (0). */
int jail_channel_close(jail_channel *channel);

#endif
