/*
 * Any bytes as a scenario's file, all the way through Lua, the verbs and the builder:
 * what comes back is findings that can be shown, or an image that opens, plays its code
 * and answers for its functions. A limit that is passed ends the load, as it would end
 * the helper.
 */
#include "blocks.h"

#include "../unit/image_walk.h"

#include "base/utf8.h"
#include "script/script.h"

#include <setjmp.h>
#include <stdio.h>

#define SOURCE_MOST 20000
#define CALLS_MOST  8u

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static jmp_buf over;

static void must_at(bool holds, int line)
{
    if (holds)
        return;
    fprintf(stderr, "what must hold at line %d does not\n", line);
    abort();
}

#define must(holds) must_at(holds, __LINE__)

static void leave(void *user, script_place place, const char *message)
{
    (void)user;
    must(place.file && message && message[0]);
    longjmp(over, 1);
}

static void hear(void *user, const char *text, size_t length)
{
    (void)user;
    must(base_utf8_valid(text, length));
}

static void check_findings(const model_findings *findings, size_t size)
{
    for (size_t i = 0; i < findings->count; i++) {
        const model_finding *one = &findings->at[i];

        must(one->message && one->message[0]);
        must(base_utf8_valid(one->message, strlen(one->message)));
        must(!one->hint || base_utf8_valid(one->hint, strlen(one->hint)));
        must(model_code_find(one->code) != NULL);
        must(one->line <= size + 1);
    }
}

static void call_functions(script_host *host, const ear_scenario *s)
{
    static ear_answer answer;
    const model_layout layout = model_layout_of(s, true);
    model_state *state = malloc(layout.bytes);
    ear_error err;

    if (!state)
        return;
    model_state_begin(state, s, &layout, 1);
    for (uint32_t i = 1; i <= CALLS_MOST; i++)
        for (ear_call_kind kind = EAR_CALL_WHEN; kind <= EAR_CALL_WORDS; kind++) {
            const ear_call call = {i, kind, state, layout.bytes};

            script_call(host, &call, &answer, &err);
        }
    free(state);
}

static void use_image(script_host *host, base_bytes *image)
{
    ear_scenario *scenario = NULL;
    ear_error err;
    void *bytes = malloc(image->length);

    if (!bytes)
        return;
    memcpy(bytes, image->at, image->length);
    must(model_open(&scenario, bytes, image->length, &err) == EAR_OK);
    image_walk_all(scenario, true);
    call_functions(host, scenario);
    ear_scenario_free(scenario);
}

static void load(const char *text, size_t size)
{
    const script_limits limits = {
        .memory = (size_t)8 << 20, .steps = 200000, .source = SOURCE_MOST};
    const script_hooks hooks = {.print = hear, .over = leave};
    model_findings findings = {.at = NULL};
    base_bytes image = {0};
    script_host *host = NULL;

    must(script_new(&host, limits, &hooks, NULL) == EAR_OK);
    must(script_add_file(host, "a.lua", text, size, false, NULL) == EAR_OK);
    must(script_add_file(host, "m.lua", "meter 'm' { start = 1 }", 23, true, NULL) ==
         EAR_OK);
    must(script_load(host, "a.lua", &image, &findings, NULL) == EAR_OK);
    check_findings(&findings, size);
    must((image.length == 0) == (model_findings_count(&findings, MODEL_ERROR) > 0));
    if (image.length > 0)
        use_image(host, &image);
    base_bytes_release(&image);
    model_findings_release(&findings);
    script_free(host);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > SOURCE_MOST)
        return 0;
    blocks_begin();
    if (setjmp(over) == 0) {
        load((const char *)data, size);
        must(blocks.count == 0);
    }
    blocks_drop();
    return 0;
}
