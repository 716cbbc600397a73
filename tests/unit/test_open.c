/* An image from a stranger is opened only when everything in it holds. */
#include "full_draft.h"
#include "image_walk.h"

#include "model/code.h"

#include <stdio.h>
#include <stdlib.h>

static int make(void **state)
{
    kit *k = calloc(1, sizeof *k);

    if (!k)
        return -1;
    full_draft(k);
    kit_open(k);
    *state = k;
    return 0;
}

static int drop(void **state)
{
    kit_end(*state);
    free(*state);
    return 0;
}

/* Opens a copy of `bytes` bytes; its header is put right. */
static ear_status open_copy(const void *image, size_t bytes)
{
    ear_scenario *scenario = NULL;
    ear_error err = {0};
    void *copy = malloc(bytes + 1);

    assert_non_null(copy);
    memcpy(copy, image, bytes);
    image_seal(copy, bytes);

    const ear_status status = model_open(&scenario, copy, bytes, &err);
    if (status == EAR_OK) {
        assert_true(image_walk_all(scenario, true));
        assert_true(image_walk_all(scenario, false));
        ear_scenario_free(scenario);
    } else {
        assert_int_equal(status, EAR_E_FORMAT);
        assert_int_equal(err.status, EAR_E_FORMAT);
        assert_true(err.message[0] != '\0');
        assert_null(scenario);
        free(copy);
    }
    return status;
}

static ear_status open_bytes(void *image, size_t bytes)
{
    ear_scenario *scenario = NULL;
    ear_error err;

    return model_open(&scenario, image, bytes, &err);
}

/* With `size` bytes of the image at `field` replaced by `value`. */
static ear_status open_with(kit *k, const void *field, uint64_t value, size_t size)
{
    const char *base = (const char *)k->scenario->header;
    const size_t offset = (size_t)((const char *)field - base);
    char saved[8];

    assert_true(offset + size <= k->image.length);
    memcpy(saved, k->image.at + offset, size);
    memcpy(k->image.at + offset, &value, size);

    const ear_status status = open_copy(k->image.at, k->image.length);
    memcpy(k->image.at + offset, saved, size);
    return status;
}

#define REFUSED(field, value)                                                            \
    assert_int_equal(open_with(k, &(field), (uint64_t)(value), sizeof(field)),           \
                     EAR_E_FORMAT)

#define FAR 0x7ffffff0u

static void what_the_builder_makes_is_opened(void **state)
{
    kit *k = *state;

    assert_int_equal(open_copy(k->image.at, k->image.length), EAR_OK);
    for (int s = 0; s < MODEL_SECTIONS; s++)
        assert_true(k->scenario->count[s] > 0);
}

static void a_wrong_frame_is_refused(void **state)
{
    kit *k = *state;
    const size_t bytes = k->image.length;
    model_header *header = (void *)k->image.at;
    const model_header saved = *header;

    assert_int_equal(open_bytes(NULL, 0), EAR_E_ARG);
    assert_int_equal(open_bytes(k->image.at + 1, bytes - 1), EAR_E_ARG);
    assert_int_equal(open_bytes(header, 0), EAR_E_FORMAT);
    assert_int_equal(open_bytes(header, sizeof *header - 1), EAR_E_FORMAT);
    assert_int_equal(open_bytes(header, bytes - 1), EAR_E_FORMAT);
    header->magic++;
    assert_int_equal(open_bytes(header, bytes), EAR_E_FORMAT);
    *header = saved;
    header->version++;
    assert_int_equal(open_bytes(header, bytes), EAR_E_FORMAT);
    *header = saved;
    header->reserved = 1;
    assert_int_equal(open_bytes(header, bytes), EAR_E_FORMAT);
    *header = saved;
}

static void sections_outside_the_image_are_refused(void **state)
{
    kit *k = *state;
    const model_header *header = k->scenario->header;

    for (int s = 0; s < MODEL_SECTIONS; s++) {
        REFUSED(header->section[s].first, 0);
        REFUSED(header->section[s].first, header->section[s].first + 1);
        REFUSED(header->section[s].first, UINT32_MAX - 7);
        REFUSED(header->section[s].count, UINT32_MAX);
        REFUSED(header->section[s].count, FAR);
    }
    REFUSED(header->section[MODEL_S_INFO].count, 0);
    REFUSED(header->section[MODEL_S_MOMENTS].count, 0);
    REFUSED(header->section[MODEL_S_DETAILS].count, 0);
    REFUSED(header->counters, header->counters + 1);
    REFUSED(header->live_counters, header->counters + 1);
    REFUSED(header->since_counters, header->live_counters + 1);
}

static void an_image_cut_short_is_refused_at_every_length(void **state)
{
    kit *k = *state;

    for (size_t bytes = 0; bytes < k->image.length; bytes++)
        assert_int_equal(open_copy(k->image.at, bytes), EAR_E_FORMAT);
}

static void texts_outside_or_torn_are_refused(void **state)
{
    kit *k = *state;
    const ear_scenario *s = k->scenario;

    REFUSED(s->info->title.at, FAR);
    REFUSED(s->info->title.length, FAR);
    REFUSED(s->info->title.length, s->info->title.length - 1);
    REFUSED(s->moments[0].id.length, 0);
    REFUSED(s->lines[0].words.tone.at, s->count[MODEL_S_TEXT]);
    REFUSED(s->meters[0].low.length, 2);
    REFUSED(s->files[0].at, UINT32_MAX);
    REFUSED(s->rows[0].at, UINT32_MAX);
    REFUSED(s->texts[0].at, UINT32_MAX);
    REFUSED(s->pairs[0].value.at, UINT32_MAX);
    REFUSED(s->renamed[0].from.at, UINT32_MAX);
    REFUSED(s->renamed[0].to.length, UINT32_MAX);
    REFUSED(s->conditions[0].source.at, UINT32_MAX);
    REFUSED(s->tests[0].name.at, UINT32_MAX);
    REFUSED(s->steps[0].name.at, UINT32_MAX);
    REFUSED(s->skills[0].label.at, UINT32_MAX);
    REFUSED(s->flags[0].meaning.at, UINT32_MAX);
    REFUSED(s->intents[0].label.at, UINT32_MAX);
    REFUSED(s->kpis[0].unit.at, UINT32_MAX);
    REFUSED(s->speakers[0].name.at, UINT32_MAX);
    REFUSED(s->pieces[0].literal.at, UINT32_MAX);
    REFUSED(s->cues[0].kind.at, UINT32_MAX);
    REFUSED(s->details[0].id.at, UINT32_MAX);
    REFUSED(s->text[1], 0xff);
    REFUSED(s->text[s->info->title.at], 0);
}

static void indexes_outside_their_section_are_refused(void **state)
{
    kit *k = *state;
    const ear_scenario *s = k->scenario;

    REFUSED(s->info->start, s->count[MODEL_S_MOMENTS]);
    REFUSED(s->info->start, 2); /* an outcome */
    REFUSED(s->info->start, MODEL_NONE);
    REFUSED(s->info->customer, 9);
    REFUSED(s->info->notice_skill, 9);
    REFUSED(s->lines[0].speaker, 9);
    REFUSED(s->lines[0].counter, FAR);
    REFUSED(s->replies[0].go, 9);
    REFUSED(s->replies[0].visit, 9);
    REFUSED(s->replies[0].visit, 2);
    REFUSED(s->replies[0].intent, 9);
    REFUSED(s->replies[0].answer, 9);
    REFUSED(s->replies[0].counter, s->header->live_counters);
    REFUSED(s->details[0].statement, 0);
    REFUSED(s->details[0].statement, FAR);
    REFUSED(s->rules[0].go, 9);
    REFUSED(s->rules[0].counter, s->header->live_counters);
    REFUSED(s->intents[0].counter, s->header->live_counters);
    REFUSED(s->details[0].thinks, FAR);
    REFUSED(s->details[0].why, FAR);
    REFUSED(s->moments[0].title, FAR);
    REFUSED(s->moments[0].summary, FAR);
    REFUSED(s->moments[0].counter, s->header->counters);
    REFUSED(s->cells[0].row, 9);
    REFUSED(s->notices[0].answer, 2);
    REFUSED(s->notices[0].skill, 9);
    REFUSED(s->sets[0].flag, 9);
    REFUSED(s->sets[0].to, 2);
    REFUSED(s->moods[0].meter, 9);
    REFUSED(s->points[0].skill, 9);
    REFUSED(s->pieces[0].index, 9);
    REFUSED(s->indexes[0], 9);
    REFUSED(s->tests[0].ends, 9);
    REFUSED(s->ids[0].thing, 3);
    for (uint32_t i = 0; i < s->count[MODEL_S_IDS]; i++)
        REFUSED(s->ids[i].index, FAR);
}

static void ranges_outside_their_section_are_refused(void **state)
{
    kit *k = *state;
    const ear_scenario *s = k->scenario;

    REFUSED(s->info->tags.first, UINT32_MAX);
    REFUSED(s->info->framework.count, 9);
    REFUSED(s->speakers[0].portrait.count, 9);
    REFUSED(s->steps[0].intents.count, FAR);
    REFUSED(s->lines[1].variants.count, 90);
    REFUSED(s->cues[0].answered_by.first, FAR);
    REFUSED(s->notices[0].options.first, FAR);
    REFUSED(s->notices[0].options.count, 0);
    REFUSED(s->lines[0].words.pieces.first, FAR);
    REFUSED(s->screen->count, 9);
    REFUSED(s->tests[0].play.first, FAR);
    REFUSED(s->tests[0].offered.first, FAR);
    REFUSED(s->tests[0].not_offered.first, FAR);
    REFUSED(s->tests[0].holds.count, 9);
    REFUSED(s->replies[0].effect.first_mood, UINT32_MAX);
    REFUSED(s->replies[0].effect.moods, 999);
    REFUSED(s->replies[0].effect.first_set, FAR);
    REFUSED(s->replies[0].effect.first_points, FAR);
    REFUSED(s->effects[0].sets, 999);
    REFUSED(s->moments[0].reach.line, FAR);
    REFUSED(s->moments[0].reach.reply, FAR);
    REFUSED(s->moments[0].reach.mood, FAR);
    REFUSED(s->moments[0].reach.piece, FAR);
    REFUSED(s->moments[0].reach.code, FAR);
    REFUSED(s->moments[0].reach.text, FAR);
    REFUSED(s->moments[0].statements.first, 1);
    REFUSED(s->moments[0].statements.count, 0);
    REFUSED(s->moments[1].statements.count, 9);
    REFUSED(s->moments[2].statements.count, 1);
}

static void numbers_and_settings_out_of_range_are_refused(void **state)
{
    kit *k = *state;
    const ear_scenario *s = k->scenario;

    REFUSED(s->info->channel, MODEL_CHANNEL_NONE);
    REFUSED(s->info->leader, 2);
    REFUSED(s->info->timed, 2);
    REFUSED(s->info->functions, UINT32_MAX);
    REFUSED(s->speakers[0].customer, 2);
    REFUSED(s->speakers[0].patience.den, 0);
    REFUSED(s->meters[0].start, 101);
    REFUSED(s->meters[0].min, 51);
    REFUSED(s->meters[0].max, 2000000000);
    REFUSED(s->meters[0].drift_by.den, 0);
    REFUSED(s->meters[0].drift_by.num, -1);
    REFUSED(s->meters[0].drift_by.num, 2); /* 2/2 is not reduced */
    REFUSED(s->meters[0].drift_toward, 2000000000);
    REFUSED(s->meters[0].shows, 4);
    REFUSED(s->meters[0].hidden, 2);
    REFUSED(s->meters[0].library, 2);
    REFUSED(s->flags[0].library, 2);
    REFUSED(s->skills[0].library, 2);
    REFUSED(s->intents[0].fades.num, -3);
    REFUSED(s->intents[0].rating, 5);
    REFUSED(s->rules[0].once, 2);
    REFUSED(s->kpis[0].bounded, 4);
    REFUSED(s->kpis[0].min.den, -1);
    REFUSED(s->kpis[0].max.num, INT64_MIN);
    REFUSED(s->kpis[0].lower_is_better, 2);
    REFUSED(s->moments[0].kind, 2);
    REFUSED(s->moments[0].channel, 4);
    REFUSED(s->moments[0].rating, 3);
    REFUSED(s->lines[0].pick, 4);
    REFUSED(s->replies[0].hold, 2);
    REFUSED(s->replies[0].again, 2);
    REFUSED(s->replies[0].fallback, 2);
    REFUSED(s->replies[0].rating, 5);
    REFUSED(s->replies[0].effect.opaque, 1);
    REFUSED(s->moods[0].operation, 3);
    REFUSED(s->pieces[0].insert, 6);
    REFUSED(s->numbers[0].den, 0);
    REFUSED(s->replies[0].effect.function, MODEL_FUNCTION | 1);
    REFUSED(s->lines[0].words.function, MODEL_FUNCTION | 1);
    REFUSED(s->statements[0].place.file, 1);
    REFUSED(s->details[0].place.file, 1);
    REFUSED(s->rules[0].place.file, 1);
}

static void statements_in_wrong_places_are_refused(void **state)
{
    kit *k = *state;
    const ear_scenario *s = k->scenario;
    const model_statement *at = s->statements;
    uint32_t choice = 0, last = s->count[MODEL_S_STATEMENTS] - 1;

    while (at[choice].kind != MODEL_CHOICE)
        choice++;
    REFUSED(at[0].kind, MODEL_KINDS);
    REFUSED(at[0].kind, MODEL_END);
    REFUSED(at[0].kind, MODEL_DEBRIEF);
    REFUSED(at[last].kind, MODEL_LINE);
    REFUSED(at[last - 1].kind, MODEL_GO);
    REFUSED(at[last - 1].kind, MODEL_NOTICE);
    REFUSED(at[0].moment, 1);
    REFUSED(at[0].moment, FAR);
    REFUSED(at[choice].count, 0);
    REFUSED(at[choice].count, 1);
    REFUSED(at[choice].count, 3);
    REFUSED(at[choice].count, 65);
    REFUSED(at[choice].item, 1);
    REFUSED(at[choice + 1].item, 2); /* a visit to an outcome */
    REFUSED(at[choice + 1].item, MODEL_NONE);
    REFUSED(at[choice + 2].item, MODEL_NONE);
    for (uint32_t i = 0; i < choice; i++) {
        if (at[i].kind != MODEL_SILENCE)
            REFUSED(at[i].item, FAR);
    }
}

static void conditions_begin_where_a_piece_of_code_begins(void **state)
{
    kit *k = *state;
    const ear_scenario *s = k->scenario;

    REFUSED(s->replies[0].when, s->replies[0].when + 1);
    REFUSED(s->replies[0].when, s->count[MODEL_S_CODE]);
    REFUSED(s->statements[0].when, MODEL_FUNCTION | 1);
    REFUSED(s->kpis[0].of, MODEL_NONE);
    REFUSED(s->conditions[0].code, MODEL_NONE);
    /* What only tests may read is no condition of play: seen(aside) is kept for play, so
     * its counter is moved behind the line. */
    const uint32_t *seen = &s->code[s->conditions[1].code];
    assert_int_equal(*seen & 0xff, MODEL_OP_SEEN);
    assert_int_equal(
        open_with(k, seen, MODEL_OP_SEEN | (s->header->counters - 1) << 8, sizeof *seen),
        EAR_OK);
    REFUSED(*seen, MODEL_OP_SEEN | s->header->counters << 8);
}

/* Runs `code` as the only condition of an image: OK when it is let through. */
static ear_status open_code(kit *k, const uint32_t *code, uint32_t count)
{
    const ear_scenario *s = k->scenario;
    const uint32_t whole = s->count[MODEL_S_CODE];
    uint32_t *to =
        (uint32_t *)(void *)(k->image.at + s->header->section[MODEL_S_CODE].first);
    uint32_t *saved = malloc(whole * sizeof *saved);

    /* Fill with pieces of one step each, so that the rest of the image holds. */
    assert_non_null(saved);
    assert_true(count + 2 < whole);
    memcpy(saved, to, whole * sizeof *saved);
    for (uint32_t i = 0; i < count; i++)
        to[i] = code[i];
    const ear_status status = open_copy(k->image.at, k->image.length);
    memcpy(to, saved, whole * sizeof *saved);
    free(saved);
    return status;
}

#define CODE(op, arg) ((uint32_t)(op) | (uint32_t)(arg) << 8)

/* The first piece of the full draft is long enough to be written over. */
static void bad_code_is_refused(void **state)
{
    kit *k = *state;
    const ear_scenario *s = k->scenario;
    const uint32_t whole = s->count[MODEL_S_CODE];
    uint32_t first = 0;

    while (first < whole && s->code[first] != MODEL_OP_RETURN)
        first++;
    assert_true(first >= 1);

    REFUSED(s->code[0], CODE(MODEL_OPS, 0));
    REFUSED(s->code[0], CODE(MODEL_OP_RETURN, 0));
    REFUSED(s->code[0], CODE(MODEL_OP_ADD, 0));
    REFUSED(s->code[0], CODE(MODEL_OP_NOT, 0));
    REFUSED(s->code[0], CODE(MODEL_OP_CLAMP, 0));
    REFUSED(s->code[0], CODE(MODEL_OP_METER, s->count[MODEL_S_METERS]));
    REFUSED(s->code[0], CODE(MODEL_OP_CHANGE, s->count[MODEL_S_METERS]));
    REFUSED(s->code[0], CODE(MODEL_OP_FLAG, s->count[MODEL_S_FLAGS]));
    REFUSED(s->code[0], CODE(MODEL_OP_SKILL, s->count[MODEL_S_SKILLS]));
    REFUSED(s->code[0], CODE(MODEL_OP_NUMBER, s->count[MODEL_S_NUMBERS]));
    REFUSED(s->code[0], CODE(MODEL_OP_COUNT, s->header->counters));
    REFUSED(s->code[0], CODE(MODEL_OP_SINCE, s->header->since_counters));
    REFUSED(s->code[0], CODE(MODEL_OP_NOW_REPLY, s->count[MODEL_S_REPLIES]));
    REFUSED(s->code[0], CODE(MODEL_OP_NOW_INTENT, s->count[MODEL_S_INTENTS]));
    REFUSED(s->code[0], CODE(MODEL_OP_MIN, 0));
    REFUSED(s->code[0], CODE(MODEL_OP_MAX, 3));
    REFUSED(s->code[0], CODE(MODEL_OP_AND, 1));
    REFUSED(s->code[0], CODE(MODEL_OP_METER_COMPARE, MODEL_OP_ADD << 16));
    REFUSED(s->code[0], CODE(MODEL_OP_METER_COMPARE, MODEL_OP_LESS << 16 | 9));
    REFUSED(s->code[whole - 1], CODE(MODEL_OP_TURN, 0));
    REFUSED(s->code[whole - 1], CODE(MODEL_OP_WHOLE, 0));
    for (uint32_t i = 0; i < whole; i++) {
        const uint32_t op = s->code[i] & 0xff;

        if (op == MODEL_OP_AND || op == MODEL_OP_OR) {
            REFUSED(s->code[i], CODE(op, 0));
            REFUSED(s->code[i], CODE(op, (s->code[i] >> 8) + 1));
            REFUSED(s->code[i], CODE(op, whole));
            REFUSED(s->code[i], CODE(op, 0xffffff));
        }
        if (op == MODEL_OP_METER_COMPARE || op == MODEL_OP_WHOLE)
            i++;
    }
}

static void code_that_needs_too_deep_a_stack_is_refused(void **state)
{
    kit *k = *state;
    enum { DEEP = MODEL_STACK + 1 };
    uint32_t code[2 * DEEP];
    uint32_t count = 0;

    for (uint32_t i = 0; i < DEEP; i++)
        code[count++] = CODE(MODEL_OP_TURN, 0);
    for (uint32_t i = 1; i < DEEP; i++)
        code[count++] = CODE(MODEL_OP_ADD, 0);
    assert_int_equal(open_code(k, code, count), EAR_E_FORMAT);
}

static void every_flipped_bit_is_refused_or_harmless(void **state)
{
    kit *k = *state;
    size_t opened = 0;

    for (size_t i = sizeof(model_header); i < k->image.length; i++) {
        static const unsigned char masks[] = {0x01, 0x04, 0x20, 0x80, 0xff};

        for (size_t m = 0; m < sizeof masks; m++) {
            k->image.at[i] = (char)(k->image.at[i] ^ masks[m]);
            opened += open_copy(k->image.at, k->image.length) == EAR_OK;
            k->image.at[i] = (char)(k->image.at[i] ^ masks[m]);
        }
    }
    /* Other words and other amounts are no damage. */
    assert_true(opened > 0);
}

static void one_long_text_for_everybody_is_refused(void **state)
{
    static char names[100][8], note[1901];
    kit k;
    model_skill *skills;
    const model_words *words;
    (void)state;

    memset(note, 'a', sizeof note - 1);
    kit_begin(&k, NULL);
    for (uint32_t i = 0; i < 100; i++) {
        snprintf(names[i], sizeof names[i], "s%u", i);
        kit_skill(&k, 1, names[i]);
    }
    kit_frame(&k);
    kit_statement(&k, 200, DRAFT_NOTE, note);
    kit_build(&k);
    assert_int_equal(open_copy(k.image.at, k.image.length), EAR_OK);

    const model_header *header = (const void *)k.image.at;
    skills = (void *)(k.image.at + header->section[MODEL_S_SKILLS].first);
    words = (const void *)(k.image.at + header->section[MODEL_S_WORDS].first);
    for (uint32_t i = 0; i < 100; i++)
        skills[i].label = words[1].text; /* of the note; the first are none */
    assert_int_equal(open_copy(k.image.at, k.image.length), EAR_E_FORMAT);
    kit_end(&k);
}

static void a_refused_image_stays_with_its_owner(void **state)
{
    kit *k = *state;
    char *copy = malloc(k->image.length);

    assert_non_null(copy);
    memcpy(copy, k->image.at, k->image.length);
    copy[k->image.length - 2] = (char)0xff; /* in a text */
    assert_int_equal(open_bytes(copy, k->image.length), EAR_E_FORMAT);
    free(copy); /* would be a double free */
    ear_scenario_free(NULL);
}

/* Else its fuzz target would begin with what is refused at once. UPDATE_IMAGE=1 writes it
 * anew, after MODEL_VERSION was raised or full_draft.h has grown. */
static void the_fuzzer_begins_with_this_image(void **state)
{
    const kit *k = *state;
    const bool update = getenv("UPDATE_IMAGE") != NULL;
    FILE *file = fopen(TEST_FIRST_IMAGE, update ? "wb" : "rb");
    char *bytes = calloc(1, k->image.length + 1);

    assert_non_null(file);
    assert_non_null(bytes);
    if (update) {
        assert_int_equal(fwrite(k->image.at, 1, k->image.length, file), k->image.length);
    } else {
        assert_int_equal(fread(bytes, 1, k->image.length + 1, file), k->image.length);
        assert_memory_equal(bytes, k->image.at, k->image.length);
    }
    assert_int_equal(fclose(file), 0);
    free(bytes);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make, drop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_the_builder_makes_is_opened),
        TEST(a_wrong_frame_is_refused),
        TEST(sections_outside_the_image_are_refused),
        TEST(an_image_cut_short_is_refused_at_every_length),
        TEST(texts_outside_or_torn_are_refused),
        TEST(indexes_outside_their_section_are_refused),
        TEST(ranges_outside_their_section_are_refused),
        TEST(numbers_and_settings_out_of_range_are_refused),
        TEST(statements_in_wrong_places_are_refused),
        TEST(conditions_begin_where_a_piece_of_code_begins),
        TEST(bad_code_is_refused),
        TEST(code_that_needs_too_deep_a_stack_is_refused),
        TEST(every_flipped_bit_is_refused_or_harmless),
        cmocka_unit_test(one_long_text_for_everybody_is_refused),
        TEST(a_refused_image_stays_with_its_owner),
        TEST(the_fuzzer_begins_with_this_image),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
