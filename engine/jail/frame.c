#include "jail/frame.h"

#include <string.h>

static void put_little(unsigned char *to, uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; i++)
        to[i] = (unsigned char)(value >> (8 * i));
}

static uint64_t get_little(const unsigned char *from, int bytes)
{
    uint64_t value = 0;

    for (int i = 0; i < bytes; i++)
        value |= (uint64_t)from[i] << (8 * i);
    return value;
}

void jail_put_frame_head(base_bytes *out, jail_frame_type type, size_t length)
{
    unsigned char head[JAIL_FRAME_HEAD] = {(unsigned char)type};

    put_little(head + 1, length, 4);
    base_bytes_add(out, head, sizeof head);
}

void jail_put_frame(base_bytes *out, jail_frame_type type, const void *bytes,
                    size_t length)
{
    jail_put_frame_head(out, type, length);
    base_bytes_add(out, bytes, length);
}

void jail_put_stream(base_bytes *out, jail_frame_type type, const void *bytes,
                     size_t length)
{
    const char *at = bytes;

    while (length > 0) {
        const size_t part = length < JAIL_FRAME_MAX ? length : JAIL_FRAME_MAX;

        jail_put_frame(out, type, at, part);
        at += part;
        length -= part;
    }
    jail_put_frame(out, type, "", 0);
}

void jail_put_u32(base_bytes *out, uint32_t value)
{
    unsigned char bytes[4];

    put_little(bytes, value, 4);
    base_bytes_add(out, bytes, sizeof bytes);
}

void jail_put_u64(base_bytes *out, uint64_t value)
{
    unsigned char bytes[8];

    put_little(bytes, value, 8);
    base_bytes_add(out, bytes, sizeof bytes);
}

void jail_put_text(base_bytes *out, const char *text, size_t length)
{
    jail_put_u32(out, (uint32_t)length);
    base_bytes_add(out, text, length);
}

static bool known_type(unsigned char type)
{
    return type != '\0' && strchr("nfLcspFiPdaxo", type) != NULL;
}

long jail_take_frame(jail_frame *out, const char *bytes, size_t length)
{
    const unsigned char *at = (const unsigned char *)bytes;

    if (length > 0 && !known_type(at[0]))
        return -1;
    if (length < JAIL_FRAME_HEAD)
        return 0;

    const uint32_t wanted = (uint32_t)get_little(at + 1, 4);
    if (wanted > JAIL_FRAME_MAX)
        return -1;
    if (length - JAIL_FRAME_HEAD < wanted)
        return 0;
    *out = (jail_frame){.type = at[0], .length = wanted, .at = at + JAIL_FRAME_HEAD};
    return (long)wanted + JAIL_FRAME_HEAD;
}

jail_cursor jail_cursor_of(const jail_frame *frame)
{
    return (jail_cursor){.at = frame->at, .left = frame->length};
}

/* `bytes` of the contents, or NULL. */
static const unsigned char *take(jail_cursor *from, size_t bytes)
{
    if (from->bad || from->left < bytes) {
        from->bad = true;
        return NULL;
    }

    const unsigned char *at = from->at;
    from->at += bytes;
    from->left -= bytes;
    return at;
}

static uint64_t get_number(jail_cursor *from, int bytes)
{
    const unsigned char *at = take(from, (size_t)bytes);

    return at ? get_little(at, bytes) : 0;
}

uint8_t jail_get_u8(jail_cursor *from)
{
    return (uint8_t)get_number(from, 1);
}

uint32_t jail_get_u32(jail_cursor *from)
{
    return (uint32_t)get_number(from, 4);
}

uint64_t jail_get_u64(jail_cursor *from)
{
    return get_number(from, 8);
}

static jail_span span_of(const unsigned char *at, size_t length)
{
    return (jail_span){.at = at ? (const char *)at : "", .length = at ? length : 0};
}

jail_span jail_get_text(jail_cursor *from)
{
    const uint32_t length = jail_get_u32(from);

    return span_of(take(from, length), length);
}

jail_span jail_get_rest(jail_cursor *from)
{
    const size_t length = from->left;

    return span_of(take(from, length), length);
}

bool jail_cursor_clean(const jail_cursor *from)
{
    return !from->bad && from->left == 0;
}
