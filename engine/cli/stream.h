#ifndef EARSHOT_CLI_STREAM_H
#define EARSHOT_CLI_STREAM_H

/*
 * A session as a stream of JSON objects, one a line: the events out, the commands in.
 * What a call tells is collected and written when the call is over, so that the record
 * of a run can be on the disk before the next choice is.
 */

#include "base/bytes.h"
#include "cli/json.h"

#include <earshot/session.h>

#include <stdint.h>

/* Codes of `error` events. */
#define CLI_E_STUCK   "E301" /* the conversation cannot go on: a dead end, a circle */
#define CLI_E_LIMIT   "E302" /* a limit was passed while playing */
#define CLI_E_LUA     "E303" /* a pack's Lua function failed */
#define CLI_E_MEMORY  "E304"
#define CLI_E_COMMAND "E310" /* a line that is no command */
#define CLI_E_OFFER   "E311" /* a reply or answer that is not on offer */
#define CLI_E_NOW     "E312" /* a command that does not fit here */

typedef struct cli_stream {
    const ear_scenario *scenario; /* borrowed, like all below */
    ear_session *session;
    const char *pack;    /* id; NULL: a scenario file alone */
    const char *version; /* NULL */
    uint64_t seed;
    const uint32_t *resumed; /* replies of the run that comes back; NULL: a new one */
    base_bytes out;          /* whole lines */
    bool ended;              /* `end` is due, or was written */
} cli_stream;

/* What the session is to tell. Borrowed: `stream` must outlive it. */
ear_sink cli_stream_sink(cli_stream *stream);
/* Adds the `end` object: the session's state is final only when its call has returned. */
void cli_stream_end(cli_stream *stream);
void cli_stream_state(cli_stream *stream);
json_t *cli_stream_meters(const cli_stream *stream); /* values by id; NULL */
json_t *cli_stream_flags(const cli_stream *stream);
/* The replies came back only as far as `replay` says. */
struct store_replay;
void cli_stream_diverged(cli_stream *stream, const struct store_replay *replay);
/* `err` may have a place. */
void cli_stream_error(cli_stream *stream, const char *code, const ear_error *err);
/* The code for a run that could not go on. */
const char *cli_stream_code(ear_status status);

typedef enum cli_order_kind {
    CLI_ORDER_WRONG,
    CLI_ORDER_CHOOSE,
    CLI_ORDER_NOTICE,
    CLI_ORDER_BACK,
    CLI_ORDER_STATE,
    CLI_ORDER_QUIT
} cli_order_kind;

typedef struct cli_order {
    cli_order_kind kind;
    size_t number; /* CHOOSE, NOTICE: from 1; 0: `words` */
    char *words;   /* CHOOSE; owned: free() */
} cli_order;

#define CLI_LINE_MAX 65536 /* bytes in a command */

/* Reads one line. Never fails but by being wrong: *err then says why. */
cli_order cli_order_read(const char *line, size_t length, ear_error *err);

#endif
