/* Codes -> lines of runs. Lines are filled word by word; then the line's runs are
 * measured as they will be drawn, and if that is too wide the line gives a piece back. */
#include "base/fail.h"
#include "text/internal.h"

#include <math.h>

#define SLACK 0.01f /* px: sums of floats */

typedef struct range {
    size_t from, to; /* codes */
} range;

static bool same_run(const text_code *a, const text_code *b)
{
    return a->font == b->font && a->level == b->level && a->script == b->script &&
           ((a->flags ^ b->flags) & TEXT_STRESS) == 0;
}

static size_t run_end(const text_job *job, range r)
{
    size_t end = r.from + 1;

    while (end < r.to && same_run(&job->codes.at[r.from], &job->codes.at[end]))
        end++;
    return end;
}

static float piece_advance(const text_job *job, range r)
{
    const text_code *first = &job->codes.at[r.from], *last = &job->codes.at[r.to - 1];
    const text_piece piece = {
        .text = job->shown.at + first->at,
        .length = last->at + last->bytes - first->at,
        .font = first->font,
        .script = first->script,
        .rtl = (first->level & 1) != 0,
        .size = job->request->style.size,
    };

    return job->fonts->advance(job->fonts->context, &piece);
}

static float measure(const text_job *job, range r)
{
    float sum = 0;

    for (size_t end; r.from < r.to; r.from = end) {
        end = run_end(job, r);
        sum += piece_advance(job, (range){r.from, end});
    }
    return sum;
}

/* Without the white space at its end. */
static range trim(const text_job *job, range r)
{
    while (r.to > r.from && (job->codes.at[r.to - 1].flags & TEXT_SPACE))
        r.to--;
    return r;
}

static size_t next_with(const text_job *job, size_t from, uint8_t flag)
{
    size_t i = from + 1;

    while (i < job->codes.count && !(job->codes.at[i].flags & flag))
        i++;
    return i < job->codes.count ? i : job->codes.count;
}

static bool must_break(const text_job *job, size_t at)
{
    return at < job->codes.count && (job->codes.at[at].flags & TEXT_MUST_BREAK);
}

/* As many letters of a word as fit, at least one. */
static size_t break_word(const text_job *job, range word, float limit)
{
    size_t end = next_with(job, word.from, TEXT_LETTER);

    while (end < word.to) {
        const size_t next = next_with(job, end, TEXT_LETTER);
        if (measure(job, (range){word.from, next}) > limit + SLACK)
            break;
        end = next;
    }
    return end;
}

/* Where the line that begins at `from` ends. */
static size_t fill_line(const text_job *job, size_t from, float limit)
{
    float width = 0;
    size_t at = from;

    while (at < job->codes.count && (at == from || !must_break(job, at))) {
        const range word = {at, next_with(job, at, TEXT_MAY_BREAK)};
        const range ink = trim(job, word);
        const float more = measure(job, ink);
        if (limit > 0 && width + more > limit + SLACK) {
            /* Words measured apart may be wider than together. */
            const float whole = measure(job, (range){from, ink.to});
            if (whole > limit + SLACK)
                return at > from ? at : break_word(job, ink, limit);
            width = whole - more;
        }
        width += more + measure(job, (range){ink.to, word.to});
        at = word.to;
    }
    return at;
}

static bool add_run(text_job *job, range r)
{
    const text_code *first = &job->codes.at[r.from], *last = &job->codes.at[r.to - 1];
    const text_run run = {
        .start = first->at,
        .length = last->at + last->bytes - first->at,
        .font = first->font,
        .script = first->script,
        .rtl = (first->level & 1) != 0,
        .stress = (first->flags & TEXT_STRESS) != 0,
        .advance = piece_advance(job, r),
    };

    if (!text_grow((void **)&job->runs.at, &job->runs.room, job->runs.count + 1,
                   sizeof run) ||
        !text_grow((void **)&job->levels.at, &job->levels.room, job->levels.count + 1,
                   sizeof(uint32_t)))
        return false;
    job->runs.at[job->runs.count++] = run;
    job->levels.at[job->levels.count++] = first->level;
    return true;
}

/* The runs of one line, in logical order, from `first` on. False: no memory. */
static bool add_runs(text_job *job, range r, bool ellipsis)
{
    job->levels.count = 0;
    for (size_t end; r.from < r.to; r.from = end) {
        end = run_end(job, r);
        if (!add_run(job, (range){r.from, end}))
            return false;
    }
    return !ellipsis || add_run(job, (range){job->codes.count, job->codes.count + 1});
}

static float runs_width(const text_job *job, size_t first)
{
    float width = 0;

    for (size_t i = first; i < job->runs.count; i++)
        width += job->runs.at[i].advance;
    return width;
}

/* One piece shorter: the last place where a line may break, else the last letter;
 * `from` when there is none. */
static size_t give_back(const text_job *job, range r)
{
    const uint8_t kinds[] = {TEXT_MAY_BREAK, TEXT_LETTER};

    for (size_t k = 0; k < 2; k++)
        for (size_t i = r.to - 1; i > r.from; i--)
            if (job->codes.at[i].flags & kinds[k])
                return i;
    return r.from;
}

static void put_line(text_job *job, range r, size_t first)
{
    const text_code *codes = job->codes.at;
    text_line *line = &job->lines.at[job->lines.count++];
    float x = 0;

    text_order_runs(job->runs.at + first, job->levels.at, job->runs.count - first);
    for (size_t i = first; i < job->runs.count; i++) {
        job->runs.at[i].x = x;
        x += job->runs.at[i].advance;
    }
    *line = (text_line){.first_run = (uint32_t)first,
                        .run_count = (uint32_t)(job->runs.count - first),
                        .start = codes[r.from].at,
                        .width = x};
    line->length = r.to == r.from
                       ? 0
                       : codes[r.to - 1].at + codes[r.to - 1].bytes - codes[r.from].at;
    line->x = codes[r.from].base ? -1 : 0; /* until the lines are aligned */
}

/* Measures the line as it will be drawn; *end moves back while it is too wide. */
static ear_status add_line(text_job *job, size_t from, size_t *end, bool ellipsis,
                           ear_error *err)
{
    const size_t first = job->runs.count;
    const float limit = job->request->width;

    if (!text_grow((void **)&job->lines.at, &job->lines.room, job->lines.count + 1,
                   sizeof(text_line)))
        return base_fail_memory(err);
    for (;;) {
        const range ink = trim(job, (range){from, *end});
        job->runs.count = first;
        if (!add_runs(job, ink, ellipsis))
            return base_fail_memory(err);
        if (limit <= 0 || runs_width(job, first) <= limit + SLACK || ink.to <= from)
            break;
        const size_t shorter = give_back(job, ink);
        if (shorter <= from)
            break;
        *end = shorter;
    }
    put_line(job, trim(job, (range){from, *end}), first);
    return EAR_OK;
}

static bool is_last_allowed(const text_job *job)
{
    return job->request->max_lines > 0 &&
           job->lines.count + 1 == (size_t)job->request->max_lines;
}

static size_t with_ellipsis(text_job *job, size_t from)
{
    const range dots = {job->codes.count, job->codes.count + 1};
    const float limit = job->request->width - piece_advance(job, dots);

    job->codes.at[job->codes.count].base = job->codes.at[from].base;
    job->codes.at[job->codes.count].level = job->codes.at[from].base;
    job->cut = true;
    if (job->request->width <= 0)
        return fill_line(job, from, 0);
    return fill_line(job, from, limit > 1 ? limit : 1);
}

ear_status text_break_lines(text_job *job, ear_error *err)
{
    ear_status status = EAR_OK;

    for (size_t from = 0; from < job->codes.count && !job->cut && !status;) {
        const bool last = is_last_allowed(job);
        size_t end = fill_line(job, from, job->request->width);
        if (last && end < job->codes.count)
            end = with_ellipsis(job, from);
        status = add_line(job, from, &end, job->cut, err);
        if (last && end < job->codes.count && !job->cut && !status) {
            job->lines.count--; /* gave a piece back on the last line: dots after all */
            job->runs.count = job->lines.at[job->lines.count].first_run;
            end = with_ellipsis(job, from);
            status = add_line(job, from, &end, true, err);
        }
        from = end;
    }
    return status;
}
