#include "jail/pack_io.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define READ_BYTES ((size_t)64 * 1024)
#define FILE_MOST  256
#define WORDS_MOST 500

static bool read_more(pack_input *in)
{
    base_bytes *bytes = &in->bytes;

    base_bytes_drop(bytes, in->taken);
    in->taken = 0;

    char *room = base_bytes_reserve(bytes, READ_BYTES);
    if (!room)
        return false;
    const ssize_t got = read(0, room, READ_BYTES);
    if (got > 0)
        bytes->length += (size_t)got;
    return got > 0 || (got < 0 && errno == EINTR);
}

bool pack_read(pack_input *in, jail_frame *out)
{
    for (;;) {
        const char *at = in->bytes.at ? in->bytes.at + in->taken : "";
        const long took = jail_take_frame(out, at, in->bytes.length - in->taken);

        if (took > 0) {
            in->taken += (size_t)took;
            return true;
        }
        if (took < 0 || !read_more(in))
            return false;
    }
}

bool pack_write(const void *bytes, size_t length)
{
    const char *at = bytes;

    while (length > 0) {
        const ssize_t wrote = write(1, at, length);

        if (wrote > 0) {
            at += wrote;
            length -= (size_t)wrote;
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

static unsigned char *put_number(unsigned char *to, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        *to++ = (unsigned char)(value >> (8 * i));
    return to;
}

static unsigned char *put_words(unsigned char *to, const char *text, size_t most)
{
    const size_t length = strnlen(text, most);

    to = put_number(to, (uint32_t)length);
    memcpy(to, text, length);
    return to + length;
}

void pack_write_over(const char *file, uint32_t line, const char *message)
{
    unsigned char bytes[JAIL_FRAME_HEAD + 12 + FILE_MOST + WORDS_MOST];
    unsigned char *at = put_number(bytes + JAIL_FRAME_HEAD, line);

    at = put_words(at, file, FILE_MOST);
    at = put_words(at, message, WORDS_MOST);
    bytes[0] = (unsigned char)JAIL_OVER;
    put_number(bytes + 1, (uint32_t)(at - bytes) - JAIL_FRAME_HEAD);
    pack_write(bytes, (size_t)(at - bytes));
}
