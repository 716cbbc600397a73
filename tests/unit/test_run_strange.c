/*
 * Journals whose lines hold and say strange things: written by another program, or by a
 * newer Earshot. Each value of a whole run is left out or replaced by something of
 * another kind, in turn; the line gets its right sum. What is read is a run with every
 * text it needs, and the history takes it, or it ends before the line.
 */
#define _GNU_SOURCE /* mkdtemp, nftw */

#include "disk.h"
#include "run_kit.h"

#include "base/bytes.h"
#include "base/hash.h"
#include "store/pack.h"

#include <inttypes.h>
#include <jansson.h>

#define LINES_MOST 16

typedef struct journal {
    json_t *lines[LINES_MOST];
    size_t count;
} journal;

static journal journal_of(const folder *f)
{
    journal j = {.count = 0};
    char path[160];
    char *bytes = NULL, *next;
    size_t length;

    snprintf(path, sizeof path, "%s/%s.run", f->runs, kit_play(f, "Ann").text);
    assert_int_equal(store_read_file(&bytes, &length, path, 1 << 20, NULL), EAR_OK);
    for (char *at = bytes; at < bytes + length; at = next) {
        char *json = strchr(at, '{');

        next = strchr(at, '\n') + 1;
        assert_true(j.count < LINES_MOST);
        j.lines[j.count++] = json_loadb(json, (size_t)(next - json), 0, NULL);
        assert_non_null(j.lines[j.count - 1]);
    }
    free(bytes);
    assert_int_equal(unlink(path), 0);
    return j;
}

static void release(journal *j)
{
    for (size_t i = 0; i < j->count; i++)
        json_decref(j->lines[i]);
}

static base_bytes bytes_of(const journal *j)
{
    base_bytes out = {0};

    for (size_t i = 0; i < j->count; i++) {
        char *text = json_dumps(j->lines[i], JSON_COMPACT);

        assert_non_null(text);
        base_bytes_print(&out, "%08" PRIx32 " %zu %s\n", base_crc32(text, strlen(text)),
                         strlen(text), text);
        free(text);
    }
    return out;
}

/* --- what is read ------------------------------------------------------------------- */

static void assert_texts(const char *const *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        assert_non_null(texts[i]);
}

static void assert_values(store_values values)
{
    for (size_t i = 0; i < values.count; i++)
        assert_non_null(values.at[i].id);
}

static void assert_turn(const store_turn *turn)
{
    assert_texts((const char *[]){turn->moment, turn->choice, turn->reply, turn->said},
                 4);
    assert_texts(turn->offered, turn->offered_count);
    assert_values(turn->values);
}

static void assert_end(const store_end *end)
{
    assert_texts((const char *[]){end->outcome, end->title, end->rating}, 3);
    for (size_t i = 0; i < end->figure_count; i++)
        assert_non_null(end->figures[i].id);
    for (size_t i = 0; i < end->skill_count; i++)
        assert_non_null(end->skills[i].id);
    for (size_t i = 0; i < end->cue_count; i++)
        assert_non_null(end->cues[i].text);
    for (size_t i = 0; i < end->notice_count; i++)
        assert_texts((const char *[]){end->notices[i].question, end->notices[i].answer},
                     2);
    for (size_t i = 0; i < end->turn_count; i++)
        assert_turn(&end->turn[i]);
}

static void assert_run(const store_run *run)
{
    const store_start *start = &run->start;

    assert_texts((const char *[]){run->path, run->id, start->engine, start->pack,
                                  start->version, start->scenario, start->title,
                                  start->path, start->moment},
                 9);
    assert_true(start->scenario[0] != '\0');
    for (size_t i = 0; i < start->file_count; i++)
        assert_non_null(start->files[i].name);
    assert_values(start->values);
    for (size_t i = 0; i < run->count; i++) {
        if (run->events[i].kind != STORE_EVENT_REPLY)
            continue;
        assert_texts(
            (const char *[]){run->events[i].reply.id, run->events[i].reply.moment}, 2);
        assert_values(run->events[i].reply.values);
    }
    assert_true(run->rated <= 7);
    if (run->ended)
        assert_end(&run->end);
}

/* --- each value in turn ------------------------------------------------------------- */

typedef struct strange {
    const folder *f;
    journal j;
    store_history *history;
    size_t at; /* the line at hand, from 0 */
    size_t tried, ended_early;
} strange;

static void read_it(strange *s)
{
    base_bytes bytes = bytes_of(&s->j);
    store_run *run = NULL;
    ear_error err = {.status = EAR_OK};
    const ear_status status =
        store_run_parse(&run, "strange", bytes.at, bytes.length, &err);

    s->tried++;
    if (status == EAR_OK) {
        assert_run(run);
        assert_true(run->lines >= s->at);
        assert_true(!run->ended || run->lines >= s->j.count - 2); /* rated, next */
        s->ended_early += run->lines < s->j.count;
        assert_int_equal(run->lines == s->j.count, run->word == NULL);
        if (run->id[0])
            assert_int_equal(store_history_take(s->history, run, NULL), EAR_OK);
    } else {
        assert_int_equal(status, EAR_E_FORMAT);
        assert_int_equal(s->at, 0); /* only without a first line is there no run */
        assert_true(err.message[0]);
    }
    store_run_free(run);
    base_bytes_release(&bytes);
}

static json_t *of_another_kind(int kind)
{
    switch (kind) {
    case 0:
        return json_null();
    case 1:
        return json_integer(-1);
    case 2:
        return json_integer(INT64_MAX);
    case 3:
        return json_string("strange");
    case 4:
        return json_real(1e300);
    case 5:
        return json_pack("[n, i, {s:i}]", 1, "id", 2);
    case 6:
        return json_pack("{s:n, s:[], s:i}", "id", "calm", "heard", 7);
    default:
        return NULL; /* left out */
    }
}

#define KINDS 8

static void each_in(strange *s, json_t *value);

static void each_member(strange *s, json_t *object)
{
    json_t *names = json_array();
    const char *key;
    json_t *value;

    json_object_foreach(object, key, value)
        json_array_append_new(names, json_string(key));
    for (size_t i = 0; i < json_array_size(names); i++) {
        const char *name = json_string_value(json_array_get(names, i));
        json_t *own = json_incref(json_object_get(object, name));

        for (int kind = 0; kind < KINDS; kind++) {
            json_t *other = of_another_kind(kind);

            if (other)
                json_object_set_new(object, name, other);
            else
                json_object_del(object, name);
            read_it(s);
        }
        json_object_set_new(object, name, own);
        each_in(s, json_object_get(object, name));
    }
    json_decref(names);
}

static void each_element(strange *s, json_t *array)
{
    for (size_t i = 0; i < json_array_size(array); i++) {
        json_t *own = json_incref(json_array_get(array, i));

        for (int kind = 0; kind < KINDS - 1; kind++) {
            json_array_set_new(array, i, of_another_kind(kind));
            read_it(s);
        }
        json_array_set_new(array, i, own);
        each_in(s, json_array_get(array, i));
    }
}

static void each_in(strange *s, json_t *value)
{
    if (json_is_object(value))
        each_member(s, value);
    else if (json_is_array(value))
        each_element(s, value);
}

static void whatever_a_line_says_a_run_has_what_it_needs(void **state)
{
    strange s = {.f = *state, .j = journal_of(*state)};

    assert_int_equal(store_history_open(&s.history, s.f->data, NULL), EAR_OK);
    for (s.at = 0; s.at < s.j.count; s.at++)
        each_in(&s, s.j.lines[s.at]);
    assert_true(s.tried > 1000);
    assert_true(s.ended_early > 100);
    store_history_close(s.history);
    release(&s.j);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, kit_set_up, kit_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(whatever_a_line_says_a_run_has_what_it_needs)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
