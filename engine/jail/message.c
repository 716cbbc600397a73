/* What is inside the larger frames: findings and the answers of Lua functions. */

#include "base/utf8.h"
#include "jail/frame.h"
#include "model/image.h"

#include <string.h>

#define NAME_MOST    1024 /* bytes of a finding's file name */
#define MESSAGE_MOST 4096 /* bytes of a finding's message or hint */
#define CODE_MOST    8

static void put_cut(base_bytes *out, const char *text, size_t most)
{
    const size_t length = text ? strlen(text) : 0;

    jail_put_text(out, text ? text : "", length < most ? length : most);
}

void jail_put_finding(base_bytes *out, const model_finding *finding)
{
    jail_put_u32(out, finding->line);
    jail_put_u32(out, finding->column);
    put_cut(out, finding->code, CODE_MOST);
    put_cut(out, finding->file, NAME_MOST);
    put_cut(out, finding->message, MESSAGE_MOST);
    put_cut(out, finding->hint, MESSAGE_MOST);
}

/* The code as the table has it, so that it need not be kept; NULL when it has none. */
static const model_code_info *find_code(jail_span text)
{
    char code[CODE_MOST + 1] = "";

    if (text.length > CODE_MOST || memchr(text.at, '\0', text.length))
        return NULL;
    memcpy(code, text.at, text.length);
    return model_code_find(code);
}

static const char *clean(base_bytes *room, jail_span text, size_t most)
{
    base_bytes_clear(room);
    if (!base_utf8_clean(room, text.at, text.length < most ? text.length : most))
        return NULL;
    return base_bytes_string(room);
}

bool jail_get_finding(const jail_frame *frame, model_findings *list)
{
    jail_cursor from = jail_cursor_of(frame);
    base_bytes rooms[3] = {{0}};
    const uint32_t line = jail_get_u32(&from);
    const uint32_t column = jail_get_u32(&from);
    const model_code_info *code = find_code(jail_get_text(&from));
    const char *file = clean(&rooms[0], jail_get_text(&from), NAME_MOST);
    const char *message = clean(&rooms[1], jail_get_text(&from), MESSAGE_MOST);
    const char *hint = clean(&rooms[2], jail_get_text(&from), MESSAGE_MOST);
    const bool good = code && jail_cursor_clean(&from);

    if (good && file && message && hint)
        model_findings_add(list, &(model_finding){.code = code->code,
                                                  .file = file,
                                                  .line = line,
                                                  .column = column,
                                                  .message = message,
                                                  .hint = hint});
    else if (good)
        list->failed = true;
    for (int i = 0; i < 3; i++)
        base_bytes_release(&rooms[i]);
    return good;
}

static void put_amounts(base_bytes *out, const ear_answer *answer)
{
    jail_put_u32(out, (uint32_t)answer->count);
    for (size_t i = 0; i < answer->count; i++) {
        jail_put_u32(out, answer->amounts[i].meter);
        jail_put_u64(out, (uint64_t)answer->amounts[i].num);
        jail_put_u64(out, (uint64_t)answer->amounts[i].den);
    }
}

void jail_put_reads(base_bytes *out, const ear_answer *answer)
{
    jail_put_u32(out, answer->reads_whole);
    jail_put_u32(out, (uint32_t)answer->read_count);
    for (size_t i = 0; i < answer->read_count; i++) {
        jail_put_u32(out, answer->reads[i].kind);
        jail_put_u32(out, answer->reads[i].index);
    }
}

void jail_put_answer(base_bytes *out, ear_call_kind kind, const ear_answer *answer)
{
    jail_put_u64(out, answer->random);
    switch (kind) {
    case EAR_CALL_WHEN:
        jail_put_u32(out, answer->truth);
        break;
    case EAR_CALL_OF:
        jail_put_u64(out, (uint64_t)answer->num);
        jail_put_u64(out, (uint64_t)answer->den);
        break;
    case EAR_CALL_MOOD:
        put_amounts(out, answer);
        break;
    case EAR_CALL_WORDS:
        jail_put_text(out, answer->text.at ? answer->text.at : "", answer->text.length);
        break;
    }
    jail_put_reads(out, answer);
}

static bool get_truth(jail_cursor *from, ear_answer *answer)
{
    const uint32_t truth = jail_get_u32(from);

    answer->truth = truth == 1;
    return truth <= 1;
}

static bool get_fraction(jail_cursor *from, int64_t *num, int64_t *den)
{
    *num = (int64_t)jail_get_u64(from);
    *den = (int64_t)jail_get_u64(from);
    return *den > 0 && *num != INT64_MIN;
}

/* In the meters' order of declaration, each at most once. */
static bool get_amounts(jail_cursor *from, ear_answer *answer, uint32_t meters)
{
    const uint32_t count = jail_get_u32(from);
    uint32_t next = 0;

    if (count > EAR_MAX_AMOUNTS)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        ear_amount *amount = &answer->amounts[i];

        amount->meter = jail_get_u32(from);
        if (amount->meter < next || amount->meter >= meters ||
            !get_fraction(from, &amount->num, &amount->den))
            return false;
        next = amount->meter + 1;
    }
    answer->count = count;
    return true;
}

static size_t count_lines(const char *text, size_t length)
{
    size_t lines = 1;

    for (size_t i = 0; i < length; i++)
        lines += text[i] == '\n';
    return lines;
}

static bool get_words(jail_cursor *from, ear_answer *answer)
{
    const jail_span text = jail_get_text(from);

    answer->text = (ear_text){.at = text.at, .length = text.length};
    return text.length <= MODEL_MAX_WORDS &&
           count_lines(text.at, text.length) <= MODEL_MAX_LINES &&
           base_utf8_valid(text.at, text.length);
}

static bool get_value(jail_cursor *from, ear_answer *answer, ear_call_kind kind,
                      uint32_t meters)
{
    switch (kind) {
    case EAR_CALL_WHEN:
        return get_truth(from, answer);
    case EAR_CALL_OF:
        return get_fraction(from, &answer->num, &answer->den);
    case EAR_CALL_MOOD:
        return get_amounts(from, answer, meters);
    case EAR_CALL_WORDS:
        return get_words(from, answer);
    }
    return false;
}

bool jail_get_reads(jail_cursor *from, ear_answer *answer, const model_named *named)
{
    const uint32_t whole = jail_get_u32(from), count = jail_get_u32(from);

    answer->reads_whole = false;
    answer->read_count = 0;
    if (whole > 1 || count > EAR_MAX_READS)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t kind = jail_get_u32(from), index = jail_get_u32(from);

        if (index >= model_named_room(named, kind))
            return false;
        answer->reads[i] = (ear_read){kind, index};
    }
    if (from->bad)
        return false;
    answer->reads_whole = whole == 1;
    answer->read_count = count;
    return true;
}

bool jail_get_answer(ear_answer *answer, const jail_frame *frame, ear_call_kind kind,
                     const model_named *named)
{
    jail_cursor from = jail_cursor_of(frame);

    answer->truth = false;
    answer->num = 0;
    answer->den = 1;
    answer->text = (ear_text){.at = ""};
    answer->count = 0;
    answer->read_count = 0;
    answer->reads_whole = false;
    answer->random = jail_get_u64(&from);
    return get_value(&from, answer, kind, named->meters) &&
           jail_get_reads(&from, answer, named) && jail_cursor_clean(&from);
}
