/* The watcher's thread, told about by a pipe. */
#include "sdl/watch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct desk {
    sdl_watch *watch;
    int news[2];
    char folder[64];
    char watched[128], other[128];
} desk;

static void tell(void *user, sdl_news news)
{
    const char c = (char)('0' + (int)news);

    assert_int_equal(write(((desk *)user)->news[1], &c, 1), 1);
}

static int setup(void **state)
{
    desk *d = calloc(1, sizeof *d);

    strcpy(d->folder, "/tmp/earshot-watch-XXXXXX");
    if (pipe(d->news) || !mkdtemp(d->folder))
        return 1;
    snprintf(d->watched, sizeof d->watched, "%s/scenario.lua", d->folder);
    snprintf(d->other, sizeof d->other, "%s/other.lua", d->folder);
    *state = d;
    return sdl_watch_start(&d->watch, tell, d, NULL);
}

static int teardown(void **state)
{
    desk *d = *state;

    sdl_watch_stop(d->watch);
    remove(d->watched);
    remove(d->other);
    rmdir(d->folder);
    close(d->news[0]);
    close(d->news[1]);
    free(d);
    return 0;
}

/* What was told within `ms`: a digit of sdl_news, or 0. */
static char hear(desk *d, int ms)
{
    struct pollfd p = {d->news[0], POLLIN, 0};
    char c = 0;

    if (poll(&p, 1, ms) == 1)
        assert_int_equal(read(d->news[0], &c, 1), 1);
    return c;
}

static void write_to(const char *path)
{
    FILE *f = fopen(path, "w");

    assert_non_null(f);
    fputs("moment(\"a\")\n", f);
    fclose(f);
}

static void watch_one(desk *d)
{
    const char *paths[] = {d->watched, NULL};

    assert_true(sdl_watch_files(d->watch, paths));
}

static void a_burst_of_changes_is_told_once(void **state)
{
    desk *d = *state;

    watch_one(d);
    for (int i = 0; i < 5; i++)
        write_to(d->watched);
    assert_int_equal(hear(d, 2000), '0' + SDL_NEWS_FILES);
    assert_int_equal(hear(d, 200), 0);
}

static void a_file_that_an_editor_puts_in_place_of_the_old_is_told(void **state)
{
    desk *d = *state;

    watch_one(d);
    write_to(d->other);
    assert_int_equal(hear(d, 200), 0); /* it is not watched */
    assert_int_equal(rename(d->other, d->watched), 0);
    assert_int_equal(hear(d, 2000), '0' + SDL_NEWS_FILES);
}

static void a_folder_that_is_not_there_is_passed_over(void **state)
{
    desk *d = *state;
    const char *paths[] = {"/nowhere/at/all.lua", d->watched, NULL};

    assert_true(sdl_watch_files(d->watch, paths));
    write_to(d->watched);
    assert_int_equal(hear(d, 2000), '0' + SDL_NEWS_FILES);
}

static void a_signal_is_told_and_does_not_kill(void **state)
{
    desk *d = *state;

    assert_int_equal(kill(getpid(), SIGINT), 0);
    assert_int_equal(hear(d, 2000), '0' + SDL_NEWS_SIGNAL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_burst_of_changes_is_told_once, setup, teardown),
        cmocka_unit_test_setup_teardown(
            a_file_that_an_editor_puts_in_place_of_the_old_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(a_folder_that_is_not_there_is_passed_over, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_signal_is_told_and_does_not_kill, setup,
                                        teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
