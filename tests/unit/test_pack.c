/* Packs as folders and single files, good ones and hostile ones. */
#define _GNU_SOURCE

#include "place.h"

static void make_pack(place *here)
{
    write_file(here, "pack.lua", "pack");
    write_file(here, "one.lua", "one");
    write_file(here, "two.lua", "two");
    make(here, "lib");
    write_file(here, "lib/x.lua", "x");
    make(here, "locale");
    write_file(here, "locale/de.po", "de");
    make(here, "assets");
    write_file(here, "assets/voice.ogg", "ogg");
}

static void names_that_lead_elsewhere_or_cannot_be_shown_are_refused(void **state)
{
    (void)state;
    const char *const bad[] = {
        "",
        ".",
        "..",
        "../up.lua",
        "a/../b.lua",
        "/etc/x.lua",
        "a//b.lua",
        "a/",
        "./a.lua",
        "C:\\x.lua",
        "c:x.lua",
        "a\\b.lua",
        ".hidden.lua",
        "lib/.x.lua",
        "nul",
        "NUL.lua",
        "lib/aux.po",
        "com1.lua",
        "Lpt9.lua",
        "a\nb.lua",
        "a\x1b[2J",
        "a\x7f.lua",
        "a\xff.lua",
        "a\xc2\x85.lua",
        "a.lua.",
        "a.lua ",
        "a?.lua",
        "a*.lua",
        "con .lua\xed\xa0\x80",
    };
    const char *const good[] = {
        "a.lua",   "lib/x.lua", "gr\xc3\xbc\xc3\x9f.lua", "a b.lua",   "console.lua",
        "com.lua", "a..b.lua",  "lib/deep/x.lua",         "com10.lua", "\xe8\xaa\x9e"};
    char longest[STORE_NAME_MOST + 2];

    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (store_name_allowed(bad[i]))
            fail_msg("allowed: '%s'", bad[i]);
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        if (!store_name_allowed(good[i]))
            fail_msg("refused: '%s'", good[i]);
    memset(longest, 'a', sizeof longest);
    longest[STORE_NAME_MOST] = '\0';
    assert_true(store_name_allowed(longest));
    longest[STORE_NAME_MOST] = 'a';
    longest[STORE_NAME_MOST + 1] = '\0';
    assert_false(store_name_allowed(longest));
}

static void a_folder_gives_its_texts_by_name(void **state)
{
    place *here = *state;

    make_pack(here);
    store_pack *pack = open_ok(here->folder);
    assert_int_equal(pack->kind, STORE_FOLDER);
    assert_true(pack->has_pack);
    assert_null(pack->wanted);
    assert_int_equal(pack->count, 5);
    assert_string_equal(pack->files[0].name, "lib/x.lua");
    assert_string_equal(pack->files[4].name, "two.lua");
    assert_text(pack, "pack.lua", "pack");
    assert_text(pack, "lib/x.lua", "x");
    assert_text(pack, "locale/de.po", "de");
    assert_null(store_pack_find(pack, "assets/voice.ogg"));
    store_pack_free(pack);
}

static void links_pipes_and_hidden_files_are_not_part_of_a_pack(void **state)
{
    place *here = *state;
    char outside[512];

    make_pack(here);
    write_file(here, ".hidden.lua", "h");
    snprintf(outside, sizeof outside, "%s", in(here, "link.lua"));
    assert_int_equal(symlink("/etc/passwd", outside), 0);
    assert_int_equal(symlink("/etc", in(here, "lib/etc")), 0);
    assert_int_equal(mkfifo(in(here, "pipe.lua"), 0600), 0);
    make(here, "folder.lua");
    store_pack *pack = open_ok(here->folder);
    assert_int_equal(pack->count, 5);
    store_pack_free(pack);
}

static void a_scenario_is_named_after_a_hash(void **state)
{
    place *here = *state;
    char path[600];

    make_pack(here);
    snprintf(path, sizeof path, "%s#two", here->folder);
    store_pack *pack = open_ok(path);
    assert_string_equal(pack->wanted, "two");
    assert_string_equal(pack->path, here->folder);
    assert_false(pack->by_file);
    store_pack_free(pack);
}

static void a_hash_may_be_part_of_a_name_that_exists(void **state)
{
    place *here = *state;

    write_file(here, "a#b.lua", "text");
    store_pack *pack = open_ok(in(here, "a#b.lua"));
    assert_string_equal(pack->wanted, "a#b");
    assert_text(pack, "a#b.lua", "text");
    store_pack_free(pack);
}

static void a_file_beside_pack_lua_is_of_that_pack(void **state)
{
    place *here = *state;

    make_pack(here);
    store_pack *pack = open_ok(in(here, "two.lua"));
    assert_int_equal(pack->kind, STORE_FOLDER);
    assert_string_equal(pack->wanted, "two");
    assert_true(pack->by_file);
    assert_text(pack, "lib/x.lua", "x");
    store_pack_free(pack);
    pack = open_ok(in(here, "pack.lua"));
    assert_null(pack->wanted);
    store_pack_free(pack);
}

static void a_file_on_its_own_is_all_there_is(void **state)
{
    place *here = *state;

    write_file(here, "one.lua", "one");
    write_file(here, "two.lua", "two");
    make(here, "lib");
    write_file(here, "lib/x.lua", "x");
    store_pack *pack = open_ok(in(here, "one.lua"));
    assert_int_equal(pack->kind, STORE_ALONE);
    assert_string_equal(pack->wanted, "one");
    assert_int_equal(pack->count, 1);
    assert_text(pack, "one.lua", "one");
    store_pack_free(pack);
}

static void a_link_that_a_person_names_is_followed(void **state)
{
    place *here = *state;
    char target[512];

    write_file(here, "one.lua", "one");
    snprintf(target, sizeof target, "%s", in(here, "one.lua"));
    assert_int_equal(symlink(target, in(here, "alias.lua")), 0);
    store_pack *pack = open_ok(in(here, "alias.lua"));
    assert_text(pack, "alias.lua", "one");
    store_pack_free(pack);
}

static void what_is_not_there_or_no_file_is_refused(void **state)
{
    place *here = *state;

    assert_refused(in(here, "nothing.lua"), EAR_E_NOT_FOUND);
    assert_refused(in(here, "nothing.lua#x"), EAR_E_NOT_FOUND);
    assert_refused("", EAR_E_NOT_FOUND);
    assert_refused(here->folder, EAR_E_NOT_FOUND); /* no pack.lua */
    assert_refused("/dev/zero", EAR_E_IO);
    assert_int_equal(mkfifo(in(here, "pipe.lua"), 0600), 0);
    assert_refused(in(here, "pipe.lua"), EAR_E_IO);
}

static void a_file_over_the_limit_is_known_but_not_read(void **state)
{
    place *here = *state;

    write_file(here, "big.lua", "x");
    assert_int_equal(truncate(in(here, "big.lua"), (off_t)100 << 20), 0);
    store_pack *pack = open_ok(in(here, "big.lua"));
    const store_file *file = store_pack_find(pack, "big.lua");
    assert_non_null(file);
    assert_null(file->bytes);
    assert_int_equal(file->length, (size_t)100 << 20);
    store_pack_free(pack);

    assert_int_equal(truncate(in(here, "big.lua"), (off_t)5 << 20), 0);
    ear_error err;
    assert_int_equal(store_pack_open(&pack, in(here, "big.lua"), true, &err), EAR_OK);
    assert_non_null(store_pack_find(pack, "big.lua")->bytes);
    store_pack_free(pack);
}

static void texts_beyond_what_a_pack_may_have_are_a_limit(void **state)
{
    place *here = *state;
    char name[32];

    make_pack(here);
    for (int i = 0; i < 17; i++) {
        snprintf(name, sizeof name, "fill%d.lua", i);
        write_file(here, name, "x");
        assert_int_equal(truncate(in(here, name), (off_t)STORE_TEXT_MOST), 0);
    }
    assert_refused(here->folder, EAR_E_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_that_lead_elsewhere_or_cannot_be_shown_are_refused),
        PLACE_TEST(a_folder_gives_its_texts_by_name),
        PLACE_TEST(links_pipes_and_hidden_files_are_not_part_of_a_pack),
        PLACE_TEST(a_scenario_is_named_after_a_hash),
        PLACE_TEST(a_hash_may_be_part_of_a_name_that_exists),
        PLACE_TEST(a_file_beside_pack_lua_is_of_that_pack),
        PLACE_TEST(a_file_on_its_own_is_all_there_is),
        PLACE_TEST(a_link_that_a_person_names_is_followed),
        PLACE_TEST(what_is_not_there_or_no_file_is_refused),
        PLACE_TEST(a_file_over_the_limit_is_known_but_not_read),
        PLACE_TEST(texts_beyond_what_a_pack_may_have_are_a_limit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
