/*
 * How many entries a zip says it has, before PhysFS goes through all of them: it puts
 * each into a table that gets slower with every one.
 */

#include "store/gather.h"

#include <stdio.h>
#include <stdlib.h>

#define RECORD  22u    /* bytes of the record at a zip's end, without its comment */
#define COMMENT 65535u /* the longest there can be */
#define COUNT   10u    /* where in the record the number stands */
#define TAIL    (RECORD + COMMENT)

static uint32_t entries_in(const unsigned char *tail, size_t length)
{
    for (size_t at = length < RECORD ? 0 : length - RECORD + 1; at > 0; at--) {
        const unsigned char *record = tail + at - 1;

        if (record[0] == 'P' && record[1] == 'K' && record[2] == 5 && record[3] == 6)
            return record[COUNT] | (uint32_t)record[COUNT + 1] << 8;
    }
    return 0;
}

static bool is_crowded(const void *bytes, size_t length)
{
    const size_t tail = length < TAIL ? length : TAIL;

    return entries_in((const unsigned char *)bytes + (length - tail), tail) >
           STORE_ENTRIES_MOST;
}

bool store_zip_is_crowded(const char *path)
{
    FILE *file = fopen(path, "rb");
    unsigned char *tail = malloc(TAIL);
    bool crowded = false;

    if (file && tail && fseek(file, 0, SEEK_END) == 0) {
        const long end = ftell(file);
        const long from = end > (long)TAIL ? end - (long)TAIL : 0;

        if (end > 0 && fseek(file, from, SEEK_SET) == 0)
            crowded = is_crowded(tail, fread(tail, 1, TAIL, file));
    }
    free(tail);
    if (file)
        fclose(file);
    return crowded;
}
