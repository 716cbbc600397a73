#include "script/internal.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>

void script_need(script_host *host, const void *pointer)
{
    if (pointer)
        return;
    host->no_memory = true;
    luaL_error(host->L, "out of memory");
}

/* One line, safe to print. */
static bool clean(base_bytes *out, const char *text)
{
    size_t length = 0;

    while (text[length])
        length++;
    if (!base_utf8_clean(out, text, length))
        return false;
    for (size_t i = 0; i < out->length; i++) {
        if (out->at[i] == '\n')
            out->at[i] = ' ';
    }
    return true;
}

void script_report_to(script_host *host, model_findings *list, draft_place place,
                      const model_finding *what)
{
    base_bytes text = {0}, step = {0};
    const char *file = "";
    uint32_t column = what->column;

    if (!list || list->count >= SCRIPT_FINDINGS)
        return;
    if (place.file < host->file_count) {
        const script_file *from = &host->files[place.file];

        if (from->library && from->used.file < host->file_count && from->used.line) {
            place = from->used;
            column = 0;
        }
        file = host->files[place.file].shown;
    }
    if (clean(&text, what->message) && clean(&step, what->hint ? what->hint : ""))
        model_findings_add(list, &(model_finding){.code = what->code,
                                                  .file = file,
                                                  .line = place.line,
                                                  .column = column,
                                                  .message = base_bytes_string(&text),
                                                  .hint = base_bytes_string(&step)});
    else
        host->no_memory = true;
    base_bytes_release(&text);
    base_bytes_release(&step);
}

void script_report(script_host *host, const char *code, draft_place place,
                   uint32_t column, const char *hint, const char *fmt, ...)
{
    char message[600];
    va_list ap;

    va_start(ap, fmt);
    vsnprintf(message, sizeof message, fmt, ap);
    va_end(ap);
    script_report_to(
        host, host->findings, place,
        &(model_finding){
            .code = code, .column = column, .message = message, .hint = hint});
}
