/* UTF-8 -> code points with what ICU knows of them: where a line may break, where a
 * letter begins, which script. */
#include "base/fail.h"
#include "base/utf8.h"
#include "text/internal.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#define EMOJI TEXT_SCRIPT('Z', 's', 'y', 'e')
#define LATIN TEXT_SCRIPT('L', 'a', 't', 'n')

/* Opening ICU's rules costs more than most paragraphs: once per set of layouts. */
struct text_breaks {
    UBreakIterator *line;
    UBreakIterator *letter;
};

void text_breaks_free(struct text_breaks *breaks)
{
    if (!breaks)
        return;
    if (breaks->line)
        ubrk_close(breaks->line);
    if (breaks->letter)
        ubrk_close(breaks->letter);
    free(breaks);
}

static ear_status open_breaks(text_job *job, ear_error *err)
{
    UErrorCode code = U_ZERO_ERROR;

    if (job->breaks)
        return EAR_OK;
    job->breaks = calloc(1, sizeof *job->breaks);
    if (!job->breaks)
        return base_fail_memory(err);
    job->breaks->line = ubrk_open(UBRK_LINE, "", NULL, 0, &code);
    job->breaks->letter = ubrk_open(UBRK_CHARACTER, "", NULL, 0, &code);
    if (U_SUCCESS(code))
        return EAR_OK;
    text_breaks_free(job->breaks);
    job->breaks = NULL;
    (void)base_fail(err, EAR_E_NOT_FOUND,
                    "the rules for line breaks cannot be opened: %s", u_errorName(code));
    return EAR_E_NOT_FOUND;
}

static bool is_hanging_space(uint32_t code)
{
    return code != 0xA0 && code != 0x202F && code != 0x2007 &&
           u_isUWhiteSpace((UChar32)code);
}

/* Joiners, variation selectors, bidi marks: no font needs to have them. */
static bool needs_no_glyph(uint32_t code)
{
    return u_hasBinaryProperty((UChar32)code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

static uint8_t code_flags(uint32_t code)
{
    if (code < 0x7F)
        return code == ' ' || code == '\n' ? TEXT_SPACE : 0;
    return (uint8_t)((is_hanging_space(code) ? TEXT_SPACE : 0) |
                     (needs_no_glyph(code) ? TEXT_MARK : 0));
}

static text_script script_of(uint32_t code)
{
    UErrorCode status = U_ZERO_ERROR;
    const char *name;

    if (code < 0x80)
        return ((code | 0x20) >= 'a' && (code | 0x20) <= 'z') ? LATIN : 0;
    const UScriptCode script = uscript_getScript((UChar32)code, &status);
    if (U_FAILURE(status) || script <= USCRIPT_INHERITED)
        return 0;
    name = uscript_getShortName(script);
    return TEXT_SCRIPT(name[0], name[1], name[2], name[3]);
}

static bool add_codes(text_job *job)
{
    const char *text = base_bytes_string(&job->shown);

    /* One more than there are: the ellipsis stands behind. */
    if (!text_grow((void **)&job->codes.at, &job->codes.room, job->length + 1,
                   sizeof(text_code)))
        return false;
    for (size_t at = 0; at < job->length;) {
        text_code *c = &job->codes.at[job->codes.count++];
        *c = (text_code){.at = (uint32_t)at};
        c->bytes = (uint8_t)base_utf8_read(&c->code, text + at, job->length - at);
        c->flags = code_flags(c->code);
        c->script = script_of(c->code);
        at += c->bytes;
    }
    return true;
}

static void mark_stress(text_job *job)
{
    size_t next = 0;

    for (size_t i = 0; i < job->codes.count; i++) {
        text_code *c = &job->codes.at[i];
        while (next < job->stress.count && job->stress.at[next].end <= c->at)
            next++;
        if (next < job->stress.count && job->stress.at[next].start <= c->at)
            c->flags |= TEXT_STRESS;
    }
}

typedef enum boundary { LINES, LETTERS } boundary;

static uint8_t line_flags(const text_job *job, size_t at)
{
    const bool hard = at && job->shown.at[at - 1] == '\n';

    return (uint8_t)(TEXT_MAY_BREAK | (hard ? TEXT_MUST_BREAK : 0));
}

static void mark_boundaries(text_job *job, UBreakIterator *it, boundary kind)
{
    size_t i = 0;

    for (int32_t at = ubrk_first(it); at != UBRK_DONE; at = ubrk_next(it)) {
        while (i < job->codes.count && job->codes.at[i].at < (uint32_t)at)
            i++;
        if (i >= job->codes.count)
            return;
        job->codes.at[i].flags |=
            kind == LETTERS ? TEXT_LETTER : line_flags(job, (size_t)at);
    }
}

static ear_status find_boundaries(text_job *job, ear_error *err)
{
    UErrorCode code = U_ZERO_ERROR;
    UText *text =
        utext_openUTF8(NULL, base_bytes_string(&job->shown), (int64_t)job->length, &code);

    ubrk_setUText(job->breaks->line, text, &code);
    ubrk_setUText(job->breaks->letter, text, &code);
    if (U_SUCCESS(code)) {
        mark_boundaries(job, job->breaks->line, LINES);
        mark_boundaries(job, job->breaks->letter, LETTERS);
    }
    if (text)
        utext_close(text);
    if (U_SUCCESS(code))
        return EAR_OK;
    return code == U_MEMORY_ALLOCATION_ERROR
               ? base_fail_memory(err)
               : base_fail(err, EAR_E_FORMAT, "the text cannot be broken into lines: %s",
                           u_errorName(code));
}

static bool shows_as_emoji(const text_code *c, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (c[i].code == 0xFE0F || c[i].code == 0x20E3 ||
            (c[i].code > 0xFF &&
             u_hasBinaryProperty((UChar32)c[i].code, UCHAR_EMOJI_PRESENTATION)))
            return true;
    return false;
}

static size_t letter_end(const text_job *job, size_t from)
{
    size_t end = from + 1;

    while (end < job->codes.count && !(job->codes.at[end].flags & TEXT_LETTER))
        end++;
    return end;
}

/* One script per letter; what belongs to all scripts goes with what stands before it,
 * at the very beginning with what comes after. */
static void settle_scripts(text_job *job)
{
    text_code *at = job->codes.at;
    text_script before = 0;

    for (size_t i = 0; i < job->codes.count && !before; i++)
        before = at[i].script;
    if (!before)
        before = LATIN;
    for (size_t from = 0, to; from < job->codes.count; from = to) {
        to = letter_end(job, from);
        text_script script = shows_as_emoji(at + from, to - from) ? EMOJI : 0;
        for (size_t i = from; i < to && !script; i++)
            script = at[i].script;
        if (script && script != EMOJI)
            before = script;
        for (size_t i = from; i < to; i++)
            at[i].script = script ? script : before;
    }
}

static bool list_letters(text_job *job)
{
    for (size_t from = 0, to; from < job->codes.count; from = to) {
        to = letter_end(job, from);
        if (!text_grow((void **)&job->ends.at, &job->ends.room, job->ends.count + 1,
                       sizeof(uint32_t)))
            return false;
        job->ends.at[job->ends.count++] =
            job->codes.at[to - 1].at + job->codes.at[to - 1].bytes;
    }
    return true;
}

ear_status text_read_codes(text_job *job, ear_error *err)
{
    if (!add_codes(job))
        return base_fail_memory(err);
    ear_status status = open_breaks(job, err);
    if (!status)
        status = find_boundaries(job, err);
    if (status)
        return status;
    if (job->codes.count)
        job->codes.at[0].flags |= TEXT_LETTER;
    mark_stress(job);
    settle_scripts(job);
    job->codes.at[job->codes.count] = (text_code){.code = 0x2026,
                                                  .at = (uint32_t)job->length + 1,
                                                  .script = LATIN,
                                                  .bytes = 3,
                                                  .flags = TEXT_LETTER};
    return list_letters(job) ? EAR_OK : base_fail_memory(err);
}
