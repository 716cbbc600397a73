#ifndef EARSHOT_JAIL_FRAME_H
#define EARSHOT_JAIL_FRAME_H

/*
 * What travels between the engine and its helper: frames of a type byte, a length (32
 * bit, little endian) and so many bytes. A frame holds at most 1 MiB; what is longer
 * (sources, images) is sent as several frames of the same type, closed by an empty one.
 * Neither side trusts the other's lengths. Numbers inside frames are little endian, text
 * is a 32-bit length and its bytes.
 *
 *   engine                        helper
 *                                 SEALED
 *   (NAME FILE... )... LOAD       PRINT... FINDING... (IMAGE... or PACK... closed) DONE
 *   CALL...                       PRINT... ANSWER or FAILED
 *
 * OVER may come in place of any answer; the helper ends after it.
 */

#include "base/bytes.h"
#include "model/finding.h"
#include "model/named.h"

#include <earshot/error.h>
#include <earshot/session.h>

#include <stdbool.h>
#include <stdint.h>

#define JAIL_FRAME_MAX  (UINT32_C(1) << 20)
#define JAIL_FRAME_HEAD 5 /* bytes before the contents */

typedef enum jail_frame_type {
    /* engine to helper */
    JAIL_NAME = 'n', /* u8 library, then the name of the file that follows */
    JAIL_FILE = 'f', /* its bytes; closed by an empty one */
    JAIL_LOAD = 'L', /* u8 what (jail_what), then the name of the file to run */
    JAIL_CALL = 'c', /* u32 function, kind, length of the state; the state, in as many
                        frames as it needs, each 12 bytes head */
    /* helper to engine */
    JAIL_SEALED = 's',  /* u32 jail_seal_bits that hold */
    JAIL_PRINT = 'p',   /* text for the author's console */
    JAIL_FINDING = 'F', /* u32 line, column; text code, file, message, hint */
    JAIL_IMAGE = 'i',   /* the model image; closed by an empty one */
    JAIL_PACK = 'P',    /* what pack.lua says: key NUL value NUL ...; closed likewise */
    JAIL_DONE = 'd',    /* loading is over */
    JAIL_ANSWER = 'a',  /* what a call gave back, and what it looked at */
    JAIL_FAILED =
        'x',        /* a call failed: u32 line; text file, message; what it looked at */
    JAIL_OVER = 'o' /* a limit was passed: u32 line; text file, message */
} jail_frame_type;

typedef enum jail_what { JAIL_WHAT_SCENARIO = 'S', JAIL_WHAT_PACK = 'P' } jail_what;

typedef struct jail_frame {
    uint8_t type;
    uint32_t length;
    const unsigned char *at; /* borrowed until the next one is received */
} jail_frame;

/* --- writing: additions to a base_bytes, whose `failed` tells of lack of memory --- */

/* One frame; `length` at most JAIL_FRAME_MAX. */
void jail_put_frame(base_bytes *out, jail_frame_type type, const void *bytes,
                    size_t length);
/* What stands before the `length` bytes of one. */
void jail_put_frame_head(base_bytes *out, jail_frame_type type, size_t length);
/* As many frames as it takes, and the empty one. */
void jail_put_stream(base_bytes *out, jail_frame_type type, const void *bytes,
                     size_t length);
void jail_put_u32(base_bytes *out, uint32_t value);
void jail_put_u64(base_bytes *out, uint64_t value);
void jail_put_text(base_bytes *out, const char *text, size_t length);

/* Contents of frames. A finding's texts are cut to what a frame holds. */
void jail_put_finding(base_bytes *out, const model_finding *finding);
void jail_put_answer(base_bytes *out, ear_call_kind kind, const ear_answer *answer);
void jail_put_reads(base_bytes *out, const ear_answer *answer);

/* --- reading: nothing in it is trusted --- */

/* Looks at the start of `bytes`: how many it takes up when a whole frame is there, 0 when
 * more must come, -1 when it is none (an unknown type, too long). */
long jail_take_frame(jail_frame *out, const char *bytes, size_t length);

/* Walks the contents of a frame. After a read past the end `bad` stays set and every
 * value is 0 or empty, so that one question at the end is enough. */
typedef struct jail_cursor {
    const unsigned char *at;
    size_t left;
    bool bad;
} jail_cursor;

typedef struct jail_span {
    const char *at; /* never NULL; not NUL-terminated */
    size_t length;
} jail_span;

jail_cursor jail_cursor_of(const jail_frame *frame);
uint8_t jail_get_u8(jail_cursor *from);
uint32_t jail_get_u32(jail_cursor *from);
uint64_t jail_get_u64(jail_cursor *from);
jail_span jail_get_text(jail_cursor *from);
jail_span jail_get_rest(jail_cursor *from);
/* Nothing was missing and nothing is left. */
bool jail_cursor_clean(const jail_cursor *from);

/* Reads a finding, cleans its words and adds it to `list`. False: it is none. */
bool jail_get_finding(const jail_frame *frame, model_findings *list);

/* What a function has looked at: `reads` and `reads_whole`. False when it is none: a kind
 * that does not exist, an index out of range, too many; then nothing is known of it. */
bool jail_get_reads(jail_cursor *from, ear_answer *answer, const model_named *named);

/*
 * Reads the answer to a call of `kind`. False when it is none: a number without
 * denominator, meters out of order or range, words too long or no UTF-8, wrong reads.
 * answer->text borrows from the frame and is not NUL-terminated.
 */
bool jail_get_answer(ear_answer *answer, const jail_frame *frame, ear_call_kind kind,
                     const model_named *named);

#endif
