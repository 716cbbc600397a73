/* The host and the files it knows. */
#include "script/internal.h"

#include "base/grow.h"
#include "script/source.h"

#include "model/scenario.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LIBRARY_FOLDER "scripts/lib/v1/"

static int open_protected(lua_State *L)
{
    script_open_sandbox(L);
    return 0;
}

ear_status script_new(script_host **out, script_limits limits, const script_hooks *hooks,
                      ear_error *err)
{
    script_failure failure;
    script_host *host = calloc(1, sizeof *host);

    if (!host)
        return base_fail_memory(err);
    host->limits = limits;
    host->hooks = *hooks;
    host->memory_cap = limits.memory;
    host->memory_soft = limits.memory / 2;
    host->steps_left = limits.steps;
    host->print_left = SCRIPT_PRINT_LIMIT;
    host->compiling = host->pending_use = host->pending_place.file = SCRIPT_NO_FILE;
    host->L = lua_newstate(script_allocate, host);
    if (!host->L) {
        free(host);
        return base_fail_memory(err);
    }
    *(script_host **)lua_getextraspace(host->L) = host;
    if (!script_protect(host, open_protected, NULL, &failure)) {
        script_free(host);
        return base_fail(err, EAR_E_SCRIPT, "Lua could not be started: %s",
                         failure.message);
    }
    *out = host;
    return EAR_OK;
}

void script_free(script_host *host)
{
    if (!host)
        return;
    lua_close(host->L);
    for (size_t i = 0; i < host->file_count; i++) {
        free(host->files[i].name);
        free(host->files[i].shown);
        free(host->files[i].source);
        lexer_release(&host->files[i].tokens);
    }
    free(host->files);
    model_draft_release(&host->draft);
    model_findings_release(&host->later);
    ear_scenario_free(host->scenario);
    base_bytes_release(&host->answer);
    free(host);
}

static char *copy_text(const char *before, const char *text)
{
    const size_t room = strlen(before) + strlen(text) + 1;
    char *copy = malloc(room);

    if (copy)
        snprintf(copy, room, "%s%s", before, text);
    return copy;
}

static script_file *grow_files(script_host *host)
{
    script_file *moved =
        base_grown(host->files, &host->file_room, host->file_count + 1, sizeof *moved);

    if (!moved)
        return NULL;
    host->files = moved;
    return &host->files[host->file_count];
}

ear_status script_add_file(script_host *host, const char *name, const char *bytes,
                           size_t length, bool library, ear_error *err)
{
    script_file *place = grow_files(host);
    script_file file = {.library = library, .in_draft = SCRIPT_NO_FILE};

    if (script_find_file(host, name, strlen(name), library) != SCRIPT_NO_FILE)
        return base_fail(err, EAR_E_ARG, "the file '%s' was added before", name);
    if (length > host->limits.source) {
        file.too_long = source_line_at(bytes, host->limits.source);
        length = 0;
    }
    file.name = copy_text("", name);
    file.shown = copy_text(library ? LIBRARY_FOLDER : "", name);
    file.source = source_clean(bytes, length, &file.length);
    if (!place || !file.name || !file.shown || !file.source) {
        free(file.name);
        free(file.shown);
        free(file.source);
        return base_fail_memory(err);
    }
    *place = file;
    host->file_count++;
    return EAR_OK;
}

uint32_t script_find_file(const script_host *host, const char *name, size_t length,
                          bool library)
{
    for (size_t i = 0; i < host->file_count; i++) {
        const script_file *file = &host->files[i];

        if (file->library == library && strlen(file->name) == length &&
            memcmp(file->name, name, length) == 0)
            return (uint32_t)i;
    }
    return SCRIPT_NO_FILE;
}

uint32_t script_draft_file(script_host *host, uint32_t file)
{
    script_file *from = &host->files[file];

    if (from->in_draft == SCRIPT_NO_FILE) {
        draft_file *to = DRAFT_ADD(&host->draft.files);

        script_need(host, to);
        to->name = (draft_text){from->shown, strlen(from->shown)};
        to->source = (draft_text){from->source, from->length};
        to->library = from->library;
        from->in_draft = (uint32_t)host->draft.files.count - 1;
    }
    return from->in_draft;
}

const lexer_tokens *script_tokens(script_host *host, uint32_t file)
{
    script_file *of = &host->files[file];

    if (!of->has_tokens)
        of->has_tokens = lexer_read(&of->tokens, of->source, of->length);
    return of->has_tokens ? &of->tokens : NULL;
}
