#include "model/scenario.h"
#include "script/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define FRAME                                                                            \
    "scenario 'A' {} sam = customer 'Sam' {} meter 'calm' { low = 'x', shows = "         \
    "'tension' } flag 'called' 'x'\n"

/* What one load came to. */
struct loaded {
    script_host *host;
    base_bytes image;
    base_bytes printed;
    model_findings findings;
};

static void on_print(void *user, const char *text, size_t length)
{
    base_bytes *printed = user;

    base_bytes_add(printed, text, length);
}

/* What a limit says is the exit status's reason: it goes to standard output. */
static void on_over(void *user, script_place place, const char *message)
{
    (void)user;
    dprintf(STDOUT_FILENO, "%s:%u: %s\n", place.file, place.line, message);
}

static void add(script_host *host, const char *name, const char *text, bool library)
{
    assert_int_equal(script_add_file(host, name, text, strlen(text), library, NULL),
                     EAR_OK);
}

static void start(struct loaded *loaded, script_limits limits)
{
    const script_hooks hooks = {on_print, on_over, &loaded->printed};

    *loaded = (struct loaded){0};
    assert_int_equal(script_new(&loaded->host, limits, &hooks, NULL), EAR_OK);
}

static void load(struct loaded *loaded, const char *text)
{
    start(loaded, SCRIPT_LIMITS_NORMAL);
    add(loaded->host, "a.lua", text, false);
    assert_int_equal(
        script_load(loaded->host, "a.lua", &loaded->image, &loaded->findings, NULL),
        EAR_OK);
}

static void release(struct loaded *loaded)
{
    script_free(loaded->host);
    base_bytes_release(&loaded->image);
    base_bytes_release(&loaded->printed);
    model_findings_release(&loaded->findings);
}

static void prints(const char *text, const char *expected)
{
    struct loaded loaded;

    load(&loaded, text);
    assert_string_equal(base_bytes_string(&loaded.printed), expected);
    release(&loaded);
}

/* Loads `text` in a process of its own; what it said before it was ended. */
static void ends(const char *text, const char *expected)
{
    char said[300] = "";
    int ends_of_pipe[2], status;

    assert_int_equal(pipe(ends_of_pipe), 0);
    const pid_t child = fork();
    if (child == 0) {
        struct loaded loaded;

        dup2(ends_of_pipe[1], STDOUT_FILENO);
        load(&loaded, text);
        _exit(0);
    }
    close(ends_of_pipe[1]);
    const ssize_t got = read(ends_of_pipe[0], said, sizeof said - 1);
    close(ends_of_pipe[0]);
    waitpid(child, &status, 0);
    assert_true(got > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 5);
    assert_non_null(strstr(said, expected));
}

static void every_name_a_pack_can_read_is_on_the_list(void **state)
{
    static const char *const denied[] = {
        "load",   "loadstring", "require",      "io",           "os",
        "debug",  "package",    "dofile",       "loadfile",     "collectgarbage",
        "pcall",  "xpcall",     "getmetatable", "setmetatable", "rawset",
        "rawget", "rawequal",   "rawlen",       "coroutine",    "warn",
        "_G",     "arg",        "unpack"};
    struct loaded loaded;
    char text[200];

    (void)state;
    for (size_t i = 0; i < sizeof denied / sizeof *denied; i++) {
        snprintf(text, sizeof text, FRAME "local x = %s", denied[i]);
        load(&loaded, text);
        assert_true(loaded.findings.count > 0);
        assert_string_equal(loaded.findings.at[0].code, "E101");
        release(&loaded);
    }
    prints("print(math.random, math.randomseed, string.dump)", "nil nil nil\n");
    prints("local n = 0 for _, t in ipairs { math, string, table, utf8 } do for k in "
           "pairs(t) do n = n + 1 end end print(n)",
           "62\n");
}

static void pairs_and_next_go_in_one_order(void **state)
{
    (void)state;
    prints("local t = { 'a', 'b', z = 1, y = 2, [0] = 3, [-1] = 4, [10] = 5, [1.5] = 6, "
           "[true] = 7 }\n"
           "local s = '' for k in pairs(t) do s = s .. tostring(k) .. ' ' end print(s)\n"
           "s = '' for k in next, t do s = s .. tostring(k) .. ' ' end print(s)",
           "1 2 -1 0 10 1.5 y z true \n1 2 -1 0 10 1.5 y z true \n");
    prints("local t = { a = 1, b = 2, c = 3 } for k in pairs(t) do t[k] = nil end "
           "print(next(t))",
           "nil\n");
    prints("local t = { 1, 2, x = 3 } for k in next, t do t[k] = nil end print(next(t))",
           "nil\n");
}

static void nothing_shows_an_address(void **state)
{
    (void)state;
    prints("print({}, print, you 'x', string.format('%s %s', {}, print))",
           "table function statement table function\n");
    prints("print(('x'):upper(), ('%5.1f'):format(2.25))", "X   2.2\n");
}

static void sorting_keeps_equal_things_in_their_order(void **state)
{
    (void)state;
    prints("local t = {} for i = 1, 300 do t[i] = { k = i % 3, i = i } end\n"
           "table.sort(t, function(a, b) return a.k < b.k end)\n"
           "local fine = true for i = 2, 300 do fine = fine and (t[i-1].k < t[i].k or "
           "t[i-1].i < t[i].i) end print(fine)",
           "true\n");
}

static void printing_stops_at_64_kib_and_is_cleaned(void **state)
{
    struct loaded loaded;

    (void)state;
    prints("print('a\\27[2Jb')", "a[2Jb\n");
    load(&loaded, "for i = 1, 10000 do print('0123456789') end");
    assert_int_equal(loaded.printed.length, 65536);
    release(&loaded);
}

static void limits_end_the_process_and_name_the_place(void **state)
{
    (void)state;
    ends("local x = 1\nwhile true do end",
         "a.lua:2: loading this pack takes more than 200");
    ends("\n\nlocal s = ('x'):rep(1 << 30)",
         "a.lua:3: loading this pack takes more than 256");
    ends("local t = {}\nfor i = 1, 1e9 do\nt[i] = { i } end", "a.lua:3: loading");
    ends("string.rep('', 1 << 62)", "a.lua:1: loading this pack takes more than 200");
}

static void strange_code_gives_an_error_and_no_crash(void **state)
{
    static const char *const texts[] = {"error({})",
                                        "error()",
                                        "error(('\\27x'):rep(100000))",
                                        "local function f() return f() + 1 end f()",
                                        "string.format('%p', {})",
                                        "for k in pairs({ [{}] = 1 }) do end",
                                        "local a <close> = {}",
                                        "_ENV = nil x = 1",
                                        "local t = table.unpack({}, 1, 1e8)",
                                        "you()",
                                        "you(nil, 3)",
                                        "sam()",
                                        "customer()",
                                        "moment { {} }",
                                        "notice 'x' { {}, answer = {} }",
                                        "screen { 1 }",
                                        "screen(4)",
                                        "framework 'x' { 1, {} }",
                                        "renamed { [1] = 2 }",
                                        "use {}",
                                        "use 'x' 'y'",
                                        "moment '\\255'",
                                        "test 'x' { play = { 1, {} } }",
                                        "(you 'x') {} {} 'x' 'y'"};
    struct loaded loaded;

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        load(&loaded, texts[i]);
        assert_true(loaded.findings.count > 0);
        assert_int_equal(loaded.image.length, 0);
        release(&loaded);
    }
}

static void deep_nesting_is_a_plain_error(void **state)
{
    struct loaded loaded;
    char *text = malloc(200100);

    (void)state;
    strcpy(text, "local x = ");
    memset(text + 10, '{', 200000);
    text[200010] = '\0';
    load(&loaded, text);
    assert_int_equal(loaded.findings.count, 1);
    assert_string_equal(loaded.findings.at[0].code, "E001");
    release(&loaded);
    free(text);
}

static void modules_run_once_see_what_they_are_given_and_circles_are_named(void **state)
{
    struct loaded loaded;

    (void)state;
    start(&loaded, SCRIPT_LIMITS_NORMAL);
    add(loaded.host, "a.lua",
        "scenario 'A' {}\nuse 'm' { who = 'you' }\nuse 'm'\nuse 'e'\nprint(name, "
        "far)\nuse 'b'",
        false);
    add(loaded.host, "lib/m.lua", "print('m', given.who) name = 'Sam'", false);
    add(loaded.host, "m.lua", "print('never')", true);
    add(loaded.host, "e.lua", "print('e', given.who) far = 1", true);
    add(loaded.host, "lib/b.lua", "use 'c'", false);
    add(loaded.host, "lib/c.lua", "\nuse 'b'", false);
    assert_int_equal(
        script_load(loaded.host, "a.lua", &loaded.image, &loaded.findings, NULL), EAR_OK);
    assert_string_equal(base_bytes_string(&loaded.printed), "m you\ne nil\nSam 1\n");
    assert_string_equal(loaded.findings.at[0].file, "lib/c.lua");
    assert_int_equal(loaded.findings.at[0].line, 2);
    assert_non_null(strstr(loaded.findings.at[0].message,
                           "lib/b.lua uses lib/c.lua, which uses lib/b.lua"));
    release(&loaded);
}

static void pack_lua_gives_its_fields_in_order(void **state)
{
    static const char expected[] = "title\0T\0id\0a-b\0version\0001.0.0\0language\0en\0"
                                   "author\0X\0scenario\0one\0scenario\0two";
    struct loaded loaded;

    (void)state;
    start(&loaded, SCRIPT_LIMITS_NORMAL);
    add(loaded.host, "pack.lua",
        "pack 'T' { id = 'a-b', version = '1.0.0', language = 'en', authors = { 'X' }, "
        "scenarios = { 'one', 'two' } }",
        false);
    assert_int_equal(
        script_load_pack(loaded.host, "pack.lua", &loaded.image, &loaded.findings, NULL),
        EAR_OK);
    assert_int_equal(loaded.findings.count, 0);
    assert_int_equal(loaded.image.length, sizeof expected);
    assert_memory_equal(loaded.image.at, expected, sizeof expected);
    release(&loaded);
}

static void a_version_is_semantic_and_an_id_plain(void **state)
{
    struct loaded loaded;

    (void)state;
    start(&loaded, SCRIPT_LIMITS_NORMAL);
    add(loaded.host, "pack.lua",
        "pack 'T' {\n  id = 'A b',\n  version = '1.02',\n  scenarios = { 'one' } }",
        false);
    assert_int_equal(
        script_load_pack(loaded.host, "pack.lua", &loaded.image, &loaded.findings, NULL),
        EAR_OK);
    assert_int_equal(loaded.findings.count, 2);
    assert_int_equal(loaded.findings.at[0].line, 2);
    assert_int_equal(loaded.findings.at[1].line, 3);
    assert_int_equal(loaded.image.length, 0);
    release(&loaded);
}

static void a_file_over_its_limit_is_e002(void **state)
{
    struct loaded loaded;

    (void)state;
    start(&loaded,
          (script_limits){.memory = (size_t)64 << 20, .steps = 1000000, .source = 20});
    add(loaded.host, "a.lua", "-- one\n-- two\n-- three\n", false);
    assert_int_equal(
        script_load(loaded.host, "a.lua", &loaded.image, &loaded.findings, NULL), EAR_OK);
    assert_string_equal(loaded.findings.at[0].code, "E002");
    assert_int_equal(loaded.findings.at[0].line, 3);
    release(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_name_a_pack_can_read_is_on_the_list),
        cmocka_unit_test(pairs_and_next_go_in_one_order),
        cmocka_unit_test(nothing_shows_an_address),
        cmocka_unit_test(sorting_keeps_equal_things_in_their_order),
        cmocka_unit_test(printing_stops_at_64_kib_and_is_cleaned),
        cmocka_unit_test(limits_end_the_process_and_name_the_place),
        cmocka_unit_test(strange_code_gives_an_error_and_no_crash),
        cmocka_unit_test(deep_nesting_is_a_plain_error),
        cmocka_unit_test(modules_run_once_see_what_they_are_given_and_circles_are_named),
        cmocka_unit_test(pack_lua_gives_its_fields_in_order),
        cmocka_unit_test(a_version_is_semantic_and_an_id_plain),
        cmocka_unit_test(a_file_over_its_limit_is_e002),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
