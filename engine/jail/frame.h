#ifndef EARSHOT_JAIL_FRAME_H
#define EARSHOT_JAIL_FRAME_H

/*
 * What travels between the engine and its helper: frames of a type byte, a length (32
 * bit, little endian) and so many bytes. A frame holds at most 1 MiB; what is longer
 * (sources, images) is sent as several frames of the same type, closed by an empty one.
 * Neither side trusts the other's lengths.
 */

#include "base/bytes.h"

#include <earshot/error.h>

#include <stdint.h>

#define JAIL_FRAME_MAX (UINT32_C(1) << 20)

typedef enum jail_frame_type {
    /* engine to helper */
    JAIL_LIMITS = 'l', /* "large" or empty */
    JAIL_NAME =
        'n', /* the name of the file that follows; "engine:" before library files */
    JAIL_FILE = 'f', /* its bytes */
    JAIL_LOAD = 'L', /* run the file of that name */
    JAIL_CALL = 'c', /* u32 function, u32 kind, then the state block */
    /* helper to engine */
    JAIL_PRINT = 'p',   /* text for the author's console */
    JAIL_FINDING = 'F', /* code, file, line, column, message, hint */
    JAIL_IMAGE = 'i',   /* the model image */
    JAIL_DONE = 'd',    /* loading is over; u32 number of findings */
    JAIL_ANSWER = 'a',  /* what a call gave back */
    JAIL_FAILED = 'x'   /* a call failed: file, line, message */
} jail_frame_type;

typedef struct jail_frame {
    uint8_t type;
    uint32_t length;
} jail_frame;

#endif
