/* Packs as zips, written here byte by byte: names as they are given, contents stored. */
#define _GNU_SOURCE

#include "base/bytes.h"
#include "place.h"

typedef struct zip {
    base_bytes out;
    base_bytes list;
    unsigned count;
} zip;

static void little(base_bytes *out, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        base_bytes_char(out, (char)(value >> (8 * i)));
}

static uint32_t crc_of(const char *text)
{
    uint32_t crc = ~0u;

    for (; *text; text++) {
        crc ^= (unsigned char)*text;
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320u : 0);
    }
    return ~crc;
}

static void put_entry(base_bytes *out, const char *name, const char *text)
{
    little(out, 0, 4); /* flags, stored */
    little(out, 0, 4); /* time */
    little(out, crc_of(text), 4);
    little(out, (uint32_t)strlen(text), 4);
    little(out, (uint32_t)strlen(text), 4);
    little(out, (uint32_t)strlen(name), 2);
    little(out, 0, 2); /* extra */
}

static void zip_add(zip *self, const char *name, const char *text)
{
    const uint32_t at = (uint32_t)self->out.length;

    little(&self->out, 0x04034b50, 4);
    little(&self->out, 20, 2);
    put_entry(&self->out, name, text);
    base_bytes_text(&self->out, name);
    base_bytes_text(&self->out, text);
    little(&self->list, 0x02014b50, 4);
    little(&self->list, 20, 2);
    little(&self->list, 20, 2);
    put_entry(&self->list, name, text);
    little(&self->list, 0, 2); /* comment */
    little(&self->list, 0, 4); /* disk, kind */
    little(&self->list, 0, 4); /* attributes */
    little(&self->list, at, 4);
    base_bytes_text(&self->list, name);
    self->count++;
}

static const char *zip_write(zip *self, place *here, const char *name)
{
    const uint32_t at = (uint32_t)self->out.length;

    base_bytes_add(&self->out, self->list.at, self->list.length);
    little(&self->out, 0x06054b50, 4);
    little(&self->out, 0, 4);
    little(&self->out, self->count, 2);
    little(&self->out, self->count, 2);
    little(&self->out, (uint32_t)self->list.length, 4);
    little(&self->out, at, 4);
    little(&self->out, 0, 2);
    write_bytes(here, name, self->out.at, self->out.length);
    base_bytes_release(&self->out);
    base_bytes_release(&self->list);
    *self = (zip){.count = 0};
    return in(here, name);
}

static void a_zip_is_a_pack_whatever_the_case_of_its_name(void **state)
{
    place *here = *state;
    zip z = {.count = 0};
    char path[600];

    zip_add(&z, "pack.lua", "pack");
    zip_add(&z, "one.lua", "one");
    zip_add(&z, "lib/x.lua", "x");
    zip_add(&z, "assets/a.ogg", "ogg");
    snprintf(path, sizeof path, "%s#one", zip_write(&z, here, "P.ZIP"));
    store_pack *pack = open_ok(path);
    assert_int_equal(pack->kind, STORE_ZIP);
    assert_string_equal(pack->wanted, "one");
    assert_int_equal(pack->count, 3);
    assert_text(pack, "lib/x.lua", "x");
    store_pack_free(pack);
}

static void a_zip_of_the_folder_itself_is_the_same_pack(void **state)
{
    place *here = *state;
    zip z = {.count = 0};

    zip_add(&z, "calls/pack.lua", "pack");
    zip_add(&z, "calls/one.lua", "one");
    zip_add(&z, "calls/lib/x.lua", "x");
    zip_add(&z, "calls/assets/a.ogg", "ogg");
    zip_add(&z, "__MACOSX/calls/one.lua", "junk");
    store_pack *pack = open_ok(zip_write(&z, here, "calls.zip"));
    assert_int_equal(pack->count, 3);
    assert_text(pack, "one.lua", "one");
    assert_text(pack, "lib/x.lua", "x");
    store_pack_free(pack);
}

static void names_in_a_zip_cannot_lead_out_of_it(void **state)
{
    place *here = *state;
    const char *const bad[] = {"../up.lua", "/abs.lua",    "lib//b.lua",   "lib/../c.lua",
                               "a\\b.lua",  "c:\\d.lua",   "./e.lua",      "f\x1b.lua",
                               "g\xff.lua", "lib/nul.lua", "lib/.h/i.lua", "lib/"};

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        zip z = {.count = 0};
        store_pack *pack = NULL;
        ear_error err;

        zip_add(&z, "pack.lua", "pack");
        zip_add(&z, bad[i], "out");
        const char *path = zip_write(&z, here, "bad.zip");
        if (store_pack_open(&pack, path, false, &err) != EAR_OK)
            continue; /* refused altogether is as good */
        for (size_t f = 0; f < pack->count; f++)
            if (!store_name_allowed(pack->files[f].name))
                fail_msg("'%s' gave '%s'", bad[i], pack->files[f].name);
        assert_text(pack, "pack.lua", "pack");
        store_pack_free(pack);
    }
}

static void a_zip_that_is_none_is_refused(void **state)
{
    place *here = *state;
    zip z = {.count = 0};

    write_file(here, "words.zip", "this is no zip");
    assert_refused(in(here, "words.zip"), EAR_E_FORMAT);
    write_file(here, "empty.zip", "");
    assert_refused(in(here, "empty.zip"), EAR_E_FORMAT);
    zip_add(&z, "one.lua", "one");
    assert_refused(zip_write(&z, here, "none.zip"), EAR_E_FORMAT); /* no pack.lua */
    zip_add(&z, "a/pack.lua", "one");
    zip_add(&z, "b/pack.lua", "two");
    assert_refused(zip_write(&z, here, "several.zip"), EAR_E_FORMAT);
}

static void a_cut_zip_never_does_harm(void **state)
{
    place *here = *state;
    zip z = {.count = 0};
    store_pack *pack = NULL;
    ear_error err;

    zip_add(&z, "pack.lua", "pack");
    zip_add(&z, "one.lua", "one");
    char *bytes = NULL;
    size_t length = 0;
    assert_int_equal(
        store_read_file(&bytes, &length, zip_write(&z, here, "w.zip"), 1 << 20, &err),
        EAR_OK);
    for (size_t cut = 0; cut < length; cut++) {
        write_bytes(here, "cut.zip", bytes, cut);
        assert_refused(in(here, "cut.zip"), EAR_E_FORMAT);
    }
    for (size_t at = 0; at < length; at++) { /* or with one byte turned over */
        bytes[at] = (char)~bytes[at];
        write_bytes(here, "turned.zip", bytes, length);
        if (store_pack_open(&pack, in(here, "turned.zip"), false, &err) == EAR_OK)
            store_pack_free(pack);
        bytes[at] = (char)~bytes[at];
    }
    free(bytes);
}

static void a_zip_claiming_a_huge_file_is_bounded_by_what_comes_out(void **state)
{
    place *here = *state;
    zip z = {.count = 0};
    char *large = malloc(STORE_TEXT_MOST + 2);

    assert_non_null(large);
    memset(large, 'x', STORE_TEXT_MOST + 1);
    large[STORE_TEXT_MOST + 1] = '\0';
    zip_add(&z, "pack.lua", "pack");
    zip_add(&z, "big.lua", large);
    free(large);
    store_pack *pack = open_ok(zip_write(&z, here, "big.zip"));
    assert_non_null(store_pack_find(pack, "big.lua"));
    assert_null(store_pack_find(pack, "big.lua")->bytes);
    store_pack_free(pack);
}

static void a_zip_of_very_many_entries_is_refused_before_it_is_listed(void **state)
{
    place *here = *state;
    zip z = {.count = 0};
    store_pack *pack = NULL;
    ear_error err;

    zip_add(&z, "pack.lua", "pack \"P\" {}");
    z.count = 20001; /* what it says is enough */
    assert_int_equal(store_pack_open(&pack, zip_write(&z, here, "many.zip"), false, &err),
                     EAR_E_LIMIT);
    assert_non_null(strstr(err.message, "20000 files"));
    assert_null(pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PLACE_TEST(a_zip_is_a_pack_whatever_the_case_of_its_name),
        PLACE_TEST(a_zip_of_the_folder_itself_is_the_same_pack),
        PLACE_TEST(names_in_a_zip_cannot_lead_out_of_it),
        PLACE_TEST(a_zip_that_is_none_is_refused),
        PLACE_TEST(a_cut_zip_never_does_harm),
        PLACE_TEST(a_zip_claiming_a_huge_file_is_bounded_by_what_comes_out),
        PLACE_TEST(a_zip_of_very_many_entries_is_refused_before_it_is_listed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
