/* Any bytes as a journal: read, or refused with words; what is read is whole. The sums of
 * the lines are mended first, so that what stands in them is reached. */

#include "base/bytes.h"
#include "base/hash.h"
#include "store/run.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_it(const char *bytes, size_t length)
{
    store_run *run = NULL;
    ear_error err = {0};

    if (store_run_parse(&run, "fuzz", bytes, length, &err) != EAR_OK) {
        if (!err.message[0] || run)
            abort();
        return;
    }
    if (run->good + run->dropped != length || !run->start.scenario[0] ||
        (run->dropped > 0) != (run->word != NULL))
        abort();
    for (size_t i = 0; i < run->count; i++)
        if (run->events[i].kind == STORE_EVENT_REPLY && !run->events[i].reply.id[0])
            abort();
    store_run_free(run);
}

/* Each line of the input as the JSON of a line. */
static void frame(base_bytes *out, const char *json, size_t length)
{
    base_bytes_print(out, "%08" PRIx32 " %zu ", base_crc32(json, length), length);
    base_bytes_add(out, json, length);
    base_bytes_char(out, '\n');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *at = (const char *)data;
    base_bytes framed = {0};

    read_it(at, size);
    while (size > 0) {
        const char *end = memchr(at, '\n', size);
        const size_t length = end ? (size_t)(end - at) : size;

        frame(&framed, at, length);
        at += length + (end != NULL);
        size -= length + (end != NULL);
    }
    read_it(base_bytes_string(&framed), framed.length);
    base_bytes_release(&framed);
    return 0;
}
