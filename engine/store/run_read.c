/* A journal's lines: which hold, and where it stops. */
#include "store/run_read.h"

#include "base/fail.h"
#include "base/hash.h"
#include "store/journal_lines.h"
#include "store/pack.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FRAME_MOST 40 /* bytes of CRC and length */

typedef struct lines {
    const char *at; /* what was not read yet */
    size_t left;
} lines;

/* The JSON of the next line, when it holds; its whole length. */
static bool next_line(const lines *from, const char **json, size_t *length, size_t *all)
{
    const size_t look = from->left < FRAME_MOST ? from->left : FRAME_MOST;
    char frame[FRAME_MOST + 1];
    unsigned long long bytes;
    unsigned crc;
    int used = 0;

    memcpy(frame, from->at, look);
    frame[look] = '\0';
    if (strspn(frame, "0123456789abcdef") != 8 || frame[8] != ' ' || frame[9] < '0' ||
        frame[9] > '9' || sscanf(frame, "%8x %19llu %n", &crc, &bytes, &used) != 2 ||
        used < 11 || frame[used - 1] != ' ')
        return false;
    *all = (size_t)used + (size_t)bytes + 1;
    if (bytes > STORE_RUN_BYTES_MOST || *all > from->left || from->at[*all - 1] != '\n')
        return false;
    *json = from->at + used;
    *length = (size_t)bytes;
    return base_crc32(*json, *length) == crc;
}

/* Does anything hold here or after: then more than the end of the file is wrong. */
static bool more_holds(lines rest)
{
    const char *json;
    size_t length, all;

    if (rest.left && next_line(&rest, &json, &length, &all))
        return true;
    for (;;) {
        const char *end = memchr(rest.at, '\n', rest.left);

        if (!end)
            return false;
        rest.left -= (size_t)(end + 1 - rest.at);
        rest.at = end + 1;
        if (rest.left && next_line(&rest, &json, &length, &all))
            return true;
    }
}

static bool begins_as_a_line(const lines *from)
{
    size_t i = 0;

    while (i < from->left && i < 8 && strchr("0123456789abcdef", from->at[i]) &&
           from->at[i])
        i++;
    return from->left > 0 && (i == 8 || i == from->left);
}

static ear_status wrong_start(const lines *from, const json_t *line, const char *path,
                              ear_error *err)
{
    const json_int_t format = json_integer_value(json_object_get(line, "format"));

    if (format > STORE_RUN_FORMAT)
        return base_fail(err, EAR_E_FORMAT,
                         "'%s' was written by a newer Earshot; this one cannot read it",
                         path);
    if (begins_as_a_line(from))
        return base_fail(err, EAR_E_FORMAT,
                         "the first line of '%s' is torn: there is no run in it", path);
    return base_fail(err, EAR_E_FORMAT, "'%s' is no saved run", path);
}

static const char *said(run_reading *reading, bool damaged, size_t n)
{
    char words[160];
    const char *copy;

    if (damaged)
        snprintf(words, sizeof words,
                 "line %zu of the saved run is damaged; what comes before it is kept", n);
    else
        snprintf(words, sizeof words,
                 "the last line of the saved run is torn and was left out");
    copy = base_arena_copy(&reading->arena, words, strlen(words));
    reading->no_memory |= !copy;
    return copy;
}

static void count_replies(store_run *run)
{
    for (size_t i = 0; i < run->count; i++) {
        if (run->events[i].kind == STORE_EVENT_REPLY)
            run->replies++;
        else if (run->events[i].kind == STORE_EVENT_BACK && run->replies > 0)
            run->replies--;
    }
}

/* What Jansson had no words for was an allocation; a line that holds and is no JSON after
 * all has some. */
static bool was_memory(const json_error_t *why)
{
    const enum json_error_code code = json_error_code(why);

    return code == json_error_out_of_memory || code == json_error_unknown;
}

/* Jansson takes memory that it was refused inside of a string for a slip in the line. One
 * whose sum holds is read a second time before it is called wrong. */
static json_t *load_line(const char *json, size_t length, json_error_t *why)
{
    json_t *line = json_loadb(json, length, 0, why);

    return line || was_memory(why) ? line : json_loadb(json, length, 0, why);
}

/* Reads as long as lines hold. The first one that does not is in *line's place. */
static ear_status read_lines(run_reading *reading, lines *from, const char *path,
                             ear_error *err)
{
    store_run *run = &reading->run;
    const char *json;
    size_t length, all;

    while (from->left && next_line(from, &json, &length, &all)) {
        json_error_t why = {0};
        json_t *line = load_line(json, length, &why);
        const bool holds =
            line && run_decode(reading, line, run->lines + 1) &&
            (run->lines > 0 ||
             json_integer_value(json_object_get(line, "format")) == STORE_RUN_FORMAT);
        ear_status status = EAR_OK;

        if (reading->no_memory || (!line && was_memory(&why)))
            status = base_fail_memory(err);
        else if (!holds && run->lines == 0)
            status = wrong_start(from, line, path, err);
        json_decref(line);
        if (status != EAR_OK || !holds)
            return status;
        run->lines++;
        run->good += all;
        from->at += all;
        from->left -= all;
    }
    return run->lines ? EAR_OK : wrong_start(from, NULL, path, err);
}

static ear_status fill(run_reading *reading, const char *path, const char *bytes,
                       size_t length, ear_error *err)
{
    store_run *run = &reading->run;
    lines from = {bytes, length};
    ear_status status;

    run->path = base_arena_copy(&reading->arena, path, strlen(path));
    if (!run->path)
        return base_fail_memory(err);
    status = read_lines(reading, &from, path, err);
    if (status != EAR_OK)
        return status;
    run->events = reading->events;
    run->dropped = from.left;
    run->damaged = from.left && more_holds(from);
    if (from.left)
        run->word = said(reading, run->damaged, run->lines + 1);
    count_replies(run);
    return reading->no_memory ? base_fail_memory(err) : EAR_OK;
}

ear_status store_run_parse(store_run **out, const char *path, const char *bytes,
                           size_t length, ear_error *err)
{
    run_reading *reading = calloc(1, sizeof *reading);
    ear_status status;

    if (!reading)
        return base_fail_memory(err);
    status = fill(reading, path, bytes, length, err);
    if (status == EAR_OK)
        *out = &reading->run;
    else
        store_run_free(&reading->run);
    return status;
}

ear_status store_run_read(store_run **out, const char *path, ear_error *err)
{
    char *bytes = NULL;
    size_t length = 0;
    ear_status status = store_read_file(&bytes, &length, path, STORE_RUN_BYTES_MOST, err);

    if (status == EAR_E_LIMIT)
        status =
            base_fail(err, EAR_E_FORMAT, "'%s' is too large to be a saved run", path);
    if (status == EAR_OK)
        status = store_run_parse(out, path, bytes, length, err);
    free(bytes);
    return status;
}

void store_run_free(store_run *run)
{
    run_reading *reading = (run_reading *)run;

    if (!run)
        return;
    base_arena_release(&reading->arena);
    free(reading->events);
    free(reading);
}
