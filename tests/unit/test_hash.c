#include "base/hash.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

/* Long texts are hashed with other instructions where there are any. */
static void it_is_xxh3_at_every_length(void **state)
{
    const size_t most = 20000;
    unsigned char *bytes = malloc(most);
    uint32_t next = 1;

    (void)state;
    assert_non_null(bytes);
    for (size_t i = 0; i < most; i++) {
        next = next * 1664525u + 1013904223u;
        bytes[i] = (unsigned char)(next >> 24);
    }
    for (size_t length = 0; length < most; length += length < 5000 ? 1 : 997)
        assert_int_equal(base_hash(bytes, length, length % 3),
                         XXH3_64bits_withSeed(bytes, length, length % 3));
    free(bytes);
}

static void it_is_the_same_on_every_machine(void **state)
{
    (void)state;
    assert_int_equal(base_hash("", 0, 0), UINT64_C(0x2d06800538d394c2));
    assert_int_equal(base_crc32("123456789", 9), UINT32_C(0xcbf43926));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_xxh3_at_every_length),
        cmocka_unit_test(it_is_the_same_on_every_machine),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
