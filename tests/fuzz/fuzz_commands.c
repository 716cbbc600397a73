/* Any bytes as lines of `play --json`: each is an order, or wrong with words. */

#include "cli/stream.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void take(const char *line, size_t length)
{
    ear_error err = {0};
    cli_order order = cli_order_read(line, length, &err);

    if (order.kind == CLI_ORDER_WRONG && (!err.message[0] || order.words))
        abort();
    if (order.kind != CLI_ORDER_WRONG && err.status != EAR_OK)
        abort();
    free(order.words);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *at = (const char *)data;

    while (size > 0) {
        const char *end = memchr(at, '\n', size);
        const size_t length = end ? (size_t)(end - at) : size;

        take(at, length);
        at += length + (end != NULL);
        size -= length + (end != NULL);
    }
    return 0;
}
