#include "base/utf8.h"
#include "store/gather.h"

#include <string.h>
#include <strings.h>

/* Names that are devices on some system that a pack may be unpacked on. */
static bool is_device(const char *part, size_t length)
{
    static const char *const devices[] = {"con", "prn", "aux", "nul", NULL};
    const char *dot = memchr(part, '.', length);
    const size_t stem = dot ? (size_t)(dot - part) : length;

    if (stem == 4 && part[3] >= '1' && part[3] <= '9')
        return strncasecmp(part, "com", 3) == 0 || strncasecmp(part, "lpt", 3) == 0;
    for (const char *const *name = devices; *name; name++)
        if (stem == 3 && strncasecmp(part, *name, 3) == 0)
            return true;
    return false;
}

/* One part of a path: not empty, not hidden (nor "." or ".."). */
static bool allowed_part(const char *part, size_t length)
{
    if (length == 0 || part[0] == '.')
        return false;
    if (part[length - 1] == '.' || part[length - 1] == ' ')
        return false;
    return !is_device(part, length);
}

static bool can_be_shown(const char *name, size_t length)
{
    if (!base_utf8_valid(name, length))
        return false;
    for (size_t i = 0; i < length; i++) {
        const unsigned char c = (unsigned char)name[i];

        if (c < 0x20 || c == 0x7f || strchr("\\:*?\"<>|", c))
            return false;
        if (c == 0xc2 && (unsigned char)name[i + 1] < 0xa0)
            return false; /* the other control characters, U+0080 to U+009F */
    }
    return true;
}

bool store_name_allowed(const char *name)
{
    const size_t length = strlen(name);
    const char *part = name;

    if (length == 0 || length > STORE_NAME_MOST || !can_be_shown(name, length))
        return false;
    for (;;) {
        const size_t end = strcspn(part, "/");

        if (!allowed_part(part, end))
            return false;
        if (part[end] == '\0')
            return true;
        part += end + 1;
    }
}

static bool ends_with(const char *name, const char *end)
{
    const size_t length = strlen(name);
    const size_t wanted = strlen(end);

    return length > wanted && strcmp(name + length - wanted, end) == 0;
}

/* Scenarios and pack.lua lie at the top, modules under lib/. */
bool store_is_text(const char *name)
{
    if (ends_with(name, ".lua"))
        return !strchr(name, '/') || strncmp(name, "lib/", 4) == 0;
    return ends_with(name, ".po") && strncmp(name, "locale/", 7) == 0;
}
