/* `*stress*` and `[beat]`: marks for the voice, taken out of what is shown. A star that
 * has no partner, or stands between spaces, is a star. */
#include "text/internal.h"

#include <string.h>

#define BEAT        "[beat]"
#define BEAT_LENGTH 6

typedef struct reader {
    const char *text;
    size_t length;
    size_t at;
    bool stressed;
} reader;

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

static bool opens(const reader *in)
{
    const size_t next = in->at + 1;

    if (in->at && !is_space(in->text[in->at - 1]) && (in->text[in->at - 1] & 0x80) == 0 &&
        strchr("([\"'-", in->text[in->at - 1]) == NULL)
        return false;
    if (next >= in->length || is_space(in->text[next]) || in->text[next] == '*')
        return false;
    for (size_t i = next + 1; i < in->length && in->text[i] != '\n'; i++)
        if (in->text[i] == '*' && !is_space(in->text[i - 1]))
            return true;
    return false;
}

static bool closes(const reader *in)
{
    return in->stressed && in->at && !is_space(in->text[in->at - 1]);
}

static bool at_beat(const reader *in)
{
    return in->length - in->at >= BEAT_LENGTH &&
           memcmp(in->text + in->at, BEAT, BEAT_LENGTH) == 0;
}

/* A mark between two spaces takes one of them along. */
static void skip_beat(reader *in, const base_bytes *out)
{
    const bool open = out->length == 0 || is_space(out->at[out->length - 1]);

    in->at += BEAT_LENGTH;
    while (open && in->at < in->length && in->text[in->at] == ' ')
        in->at++;
}

static bool add_span(text_spans *spans, size_t start)
{
    if (!text_grow((void **)&spans->at, &spans->room, spans->count + 1,
                   sizeof(text_span)))
        return false;
    spans->at[spans->count++] = (text_span){(uint32_t)start, (uint32_t)start};
    return true;
}

static bool add_beat(text_numbers *beats, size_t at)
{
    if (!text_grow((void **)&beats->at, &beats->room, beats->count + 1, sizeof(uint32_t)))
        return false;
    beats->at[beats->count++] = (uint32_t)at;
    return true;
}

/* Reads the mark at the reader's place. False when there is none; *ok false: no memory.
 */
static bool take_mark(reader *in, text_job *job, bool *ok)
{
    base_bytes *out = &job->shown;

    if (at_beat(in)) {
        skip_beat(in, out);
        *ok = add_beat(&job->beats, out->length);
        return true;
    }
    if (in->text[in->at] != '*')
        return false;
    if (closes(in)) {
        in->stressed = false;
        job->stress.at[job->stress.count - 1].end = (uint32_t)out->length;
    } else if (!in->stressed && opens(in)) {
        in->stressed = true;
        *ok = add_span(&job->stress, out->length);
    } else {
        return false;
    }
    in->at++;
    return true;
}

/* A tab has no glyph; it is a space. */
static bool add_plain(reader *in, text_job *job)
{
    base_bytes *out = &job->shown;
    const size_t named = text_add_missing(job, in->text + in->at, in->length - in->at);

    if (named) {
        in->at += named;
        return !out->failed;
    }
    const char c = in->text[in->at++];
    return base_bytes_char(out, c == '\t' ? ' ' : c);
}

/* The space before a [beat] that ends the text hangs in the air. */
static void drop_last_space(text_job *job)
{
    while (job->shown.length && job->beats.count &&
           job->beats.at[job->beats.count - 1] == job->shown.length &&
           job->shown.at[job->shown.length - 1] == ' ') {
        job->shown.at[--job->shown.length] = '\0';
        job->beats.at[job->beats.count - 1] = (uint32_t)job->shown.length;
    }
}

bool text_take_marks(text_job *job)
{
    reader in = {job->request->text, job->request->length, 0, false};
    bool ok = true;

    while (ok && in.at < in.length)
        if (!job->request->markup || !take_mark(&in, job, &ok))
            ok = ok && add_plain(&in, job);
    if (!ok)
        return false;
    drop_last_space(job);
    job->length = job->shown.length;
    return true;
}

bool text_plain(base_bytes *out, const char *text, size_t length)
{
    const text_request request = {.text = text, .length = length, .markup = true};
    text_job job = {.request = &request};
    const bool ok = text_take_marks(&job) &&
                    base_bytes_add(out, base_bytes_string(&job.shown), job.length);

    text_job_release(&job);
    return ok;
}
