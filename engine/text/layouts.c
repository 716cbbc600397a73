/* The keeper of laid-out paragraphs: one block of memory each, found by a hash of what
 * was asked, forgotten after two frames that did not ask. */
#include "base/fail.h"

#include "base/grow.h"
#include "base/hash.h"
#include "text/internal.h"

#include <stdlib.h>
#include <string.h>

#define LEADING    1.3f
#define FIRST_ROOM 64

/* The paragraph stands first: it is what callers hold. */
typedef struct kept {
    text_paragraph paragraph;
    uint32_t *ends; /* of letters; in the same block */
    int age;        /* frames since it was asked for */
} kept;

struct text_layouts {
    text_fonts fonts;
    text_job job;
    kept **slots; /* open addressing, `room` a power of two */
    size_t count;
    size_t room;
};

bool text_grow(void **at, size_t *room, size_t want, size_t each)
{
    void *moved = base_grown(*at, room, want, each);

    if (moved)
        *at = moved;
    return moved != NULL;
}

void text_job_release(text_job *job)
{
    text_breaks_free(job->breaks);
    base_bytes_release(&job->shown);
    base_bytes_release(&job->scratch);
    free(job->stress.at);
    free(job->beats.at);
    free(job->ends.at);
    free(job->codes.at);
    free(job->runs.at);
    free(job->lines.at);
    free(job->levels.at);
    memset(job, 0, sizeof *job);
}

static void begin_job(text_job *job, const text_request *request)
{
    job->request = request;
    base_bytes_clear(&job->shown);
    job->length = 0;
    job->stress.count = job->beats.count = job->ends.count = 0;
    job->codes.count = job->runs.count = job->lines.count = 0;
    job->cut = false;
}

ear_status text_layouts_create(text_layouts **out, const text_fonts *fonts,
                               ear_error *err)
{
    text_layouts *layouts;

    if (!out || !fonts || !fonts->candidate || !fonts->has || !fonts->advance ||
        !fonts->metrics)
        return base_fail(err, EAR_E_ARG, "layouts need somewhere to go and all of fonts");
    layouts = calloc(1, sizeof *layouts);
    if (!layouts)
        return base_fail_memory(err);
    layouts->slots = calloc(FIRST_ROOM, sizeof(kept *));
    if (!layouts->slots) {
        free(layouts);
        return base_fail_memory(err);
    }
    layouts->room = FIRST_ROOM;
    layouts->fonts = *fonts;
    layouts->job.fonts = &layouts->fonts;
    *out = layouts;
    return EAR_OK;
}

void text_layouts_clear(text_layouts *layouts)
{
    for (size_t i = 0; i < layouts->room; i++) {
        free(layouts->slots[i]);
        layouts->slots[i] = NULL;
    }
    layouts->count = 0;
}

void text_layouts_free(text_layouts *layouts)
{
    if (!layouts)
        return;
    text_layouts_clear(layouts);
    text_job_release(&layouts->job);
    free(layouts->slots);
    free(layouts);
}

size_t text_layouts_count(const text_layouts *layouts)
{
    return layouts->count;
}

/* Field by field: the padding of a struct is not what was asked. */
static uint64_t request_key(const text_request *r)
{
    struct {
        float size, width, leading;
        int32_t family, weight, max_lines, flags;
        char language[8];
    } k;

    memset(&k, 0, sizeof k);
    k.size = r->style.size;
    k.width = r->width;
    k.leading = r->leading;
    k.family = (int32_t)r->style.family;
    k.weight = r->style.weight;
    k.max_lines = r->max_lines;
    k.flags =
        (int32_t)(r->style.italic ? 1 : 0) | (r->markup ? 2 : 0) | (int32_t)r->align << 2;
    memcpy(k.language, r->style.language, sizeof k.language);
    return base_hash(r->text, r->length, base_hash(&k, sizeof k, 0));
}

static size_t slot_of(const text_layouts *layouts, uint64_t key)
{
    size_t i = (size_t)key & (layouts->room - 1);

    while (layouts->slots[i] && layouts->slots[i]->paragraph.key != key)
        i = (i + 1) & (layouts->room - 1);
    return i;
}

/* Moves what is kept into `room` slots; what is too old goes. */
static bool rebuild(text_layouts *layouts, size_t room)
{
    kept **old = layouts->slots;
    const size_t old_room = layouts->room;
    kept **slots = calloc(room, sizeof(kept *));

    if (!slots)
        return false;
    layouts->slots = slots;
    layouts->room = room;
    layouts->count = 0;
    for (size_t i = 0; i < old_room; i++) {
        if (old[i] && old[i]->age < 2) {
            slots[slot_of(layouts, old[i]->paragraph.key)] = old[i];
            layouts->count++;
        } else {
            free(old[i]);
        }
    }
    free(old);
    return true;
}

void text_layouts_next_frame(text_layouts *layouts)
{
    bool stale = false;

    for (size_t i = 0; i < layouts->room; i++)
        if (layouts->slots[i] && ++layouts->slots[i]->age >= 2)
            stale = true;
    if (stale)
        rebuild(layouts, layouts->room); /* without memory they stay a frame longer */
}

/* x of every line, once the widest is known; tops and baselines. */
static void place_lines(text_job *job, text_paragraph *p)
{
    const text_request *r = job->request;
    const int font = job->fonts->candidate(job->fonts->context, &r->style,
                                           TEXT_SCRIPT('L', 'a', 't', 'n'), 0);
    const text_font_metrics m =
        job->fonts->metrics(job->fonts->context, font, r->style.size);
    const float box = r->width > 0 ? r->width : p->width;

    for (size_t i = 0; i < job->lines.count; i++) {
        text_line *line = &job->lines.at[i];
        const bool from_right = (line->x < 0) != (r->align == TEXT_END);
        line->x = r->align == TEXT_CENTER ? (box - line->width) / 2
                  : from_right            ? box - line->width
                                          : 0;
        line->top = (float)i * p->line_height;
        line->baseline =
            line->top + (p->line_height - m.ascent - m.descent) / 2 + m.ascent;
        for (uint32_t k = 0; k < line->run_count; k++)
            job->runs.at[line->first_run + k].x += line->x;
    }
}

static void *part(char **at, const void *from, size_t count, size_t each)
{
    void *to = *at;

    if (count)
        memcpy(to, from, count * each);
    *at += (count * each + 7) / 8 * 8;
    return to;
}

static size_t padded(size_t bytes)
{
    return (bytes + 7) / 8 * 8;
}

static kept *keep(const text_job *job, const text_paragraph *p)
{
    const size_t head = padded(sizeof(kept));
    const size_t bytes = padded(job->shown.length + 1) +
                         padded(job->lines.count * sizeof(text_line)) +
                         padded(job->runs.count * sizeof(text_run)) +
                         padded(job->beats.count * sizeof(uint32_t)) +
                         padded(job->ends.count * sizeof(uint32_t));
    kept *k = calloc(1, head + bytes);

    if (!k)
        return NULL;
    char *at = (char *)k + head;
    k->paragraph = *p;
    k->paragraph.lines = part(&at, job->lines.at, job->lines.count, sizeof(text_line));
    k->paragraph.runs = part(&at, job->runs.at, job->runs.count, sizeof(text_run));
    k->paragraph.beats = part(&at, job->beats.at, job->beats.count, sizeof(uint32_t));
    k->ends = part(&at, job->ends.at, job->ends.count, sizeof(uint32_t));
    k->paragraph.text =
        part(&at, base_bytes_string(&job->shown), job->shown.length + 1, 1);
    return k;
}

static kept *finish(text_job *job, uint64_t key)
{
    const text_request *r = job->request;
    text_paragraph p = {
        .length = job->length,
        .line_count = (uint32_t)job->lines.count,
        .run_count = (uint32_t)job->runs.count,
        .beat_count = (uint32_t)job->beats.count,
        .letter_count = (uint32_t)job->ends.count,
        .style = r->style,
        .line_height = (r->leading > 0 ? r->leading : LEADING) * r->style.size,
        .rtl = job->codes.count > 0 && job->codes.at[0].base,
        .cut = job->cut,
        .key = key,
    };

    for (size_t i = 0; i < job->lines.count; i++)
        if (job->lines.at[i].width > p.width)
            p.width = job->lines.at[i].width;
    p.height = (float)p.line_count * p.line_height;
    place_lines(job, &p);
    return keep(job, &p);
}

static ear_status work(text_job *job, ear_error *err)
{
    ear_status status;

    if (!text_take_marks(job) || !base_bytes_add(&job->shown, "\0\xE2\x80\xA6", 4))
        return base_fail_memory(err);
    status = text_read_codes(job, err);
    if (!status)
        status = text_set_levels(job, err);
    if (status)
        return status;
    text_pick_fonts(job);
    return text_break_lines(job, err);
}

static ear_status check_request(const text_request *r, ear_error *err)
{
    if (!r || (!r->text && r->length) || !(r->style.size >= 6 && r->style.size <= 400) ||
        r->length > INT32_MAX / 4)
        return base_fail(err, EAR_E_ARG,
                         "a paragraph needs text and a letter size of 6 to 400 px");
    return EAR_OK;
}

static ear_status add(const text_paragraph **out, text_layouts *layouts,
                      const text_request *request, uint64_t key, ear_error *err)
{
    kept *k;

    if ((layouts->count + 1) * 2 > layouts->room && !rebuild(layouts, layouts->room * 2))
        return base_fail_memory(err);
    begin_job(&layouts->job, request);
    const ear_status status = work(&layouts->job, err);
    if (status)
        return status;
    k = finish(&layouts->job, key);
    if (!k)
        return base_fail_memory(err);
    layouts->slots[slot_of(layouts, key)] = k;
    layouts->count++;
    *out = &k->paragraph;
    return EAR_OK;
}

ear_status text_lay_out(const text_paragraph **out, text_layouts *layouts,
                        const text_request *request, ear_error *err)
{
    const ear_status wrong = check_request(request, err);

    if (wrong)
        return wrong;
    const uint64_t key = request_key(request);
    kept *k = layouts->slots[slot_of(layouts, key)];
    if (!k)
        return add(out, layouts, request, key, err);
    k->age = 0;
    *out = &k->paragraph;
    return EAR_OK;
}

uint32_t text_letters_end(const text_paragraph *paragraph, uint32_t letters)
{
    const kept *k = (const kept *)(const void *)paragraph;

    if (letters == 0)
        return 0;
    if (letters >= paragraph->letter_count)
        return (uint32_t)paragraph->length;
    return k->ends[letters - 1];
}
