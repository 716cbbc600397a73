#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void members_stay_in_the_order_in_which_they_were_put(void **state)
{
    base_json o = base_json_begin_with("z", "first");
    base_bytes out = {0};

    (void)state;
    base_json_put(&o, "a", json_real(4.7));
    base_json_put_text(&o, "left out", "");
    base_json_put_text(&o, "left out", NULL);
    base_json_put_text(&o, "m", "last");
    base_json_write(&o, 0, &out);
    assert_false(out.failed);
    assert_string_equal(base_bytes_string(&out),
                        "{\"z\":\"first\",\"a\":4.7,\"m\":\"last\"}");
    base_bytes_release(&out);
}

static void what_is_no_utf8_is_mended(void **state)
{
    json_t *text = base_json_text("a\xff"
                                  "b",
                                  3);

    (void)state;
    assert_non_null(text);
    assert_string_equal(json_string_value(text), "a\uFFFDb");
    json_decref(text);
}

static void an_object_that_lacks_a_member_is_given_to_nobody(void **state)
{
    base_json taken = base_json_begin(), written = base_json_begin();
    base_bytes out = {0};

    (void)state;
    base_json_put(&taken, "a", NULL);
    assert_null(base_json_take(&taken));
    base_json_append(&written, NULL, json_integer(1));
    base_json_write(&written, 0, &out);
    assert_true(out.failed);
    assert_int_equal(out.length, 0);
    base_bytes_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_stay_in_the_order_in_which_they_were_put),
        cmocka_unit_test(what_is_no_utf8_is_mended),
        cmocka_unit_test(an_object_that_lacks_a_member_is_given_to_nobody),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
