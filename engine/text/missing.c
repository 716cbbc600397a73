/* Emoji that no font has: in words, in the place of an empty box. */
#include "base/utf8.h"
#include "text/internal.h"

#include <string.h>
#include <unicode/uchar.h>

#define FIRST_LETTER 0x1F1E6 /* of the letters that flags are made of */
#define LAST_LETTER  0x1F1FF
#define FIRST_TONE   0x1F3FB /* of the five colours of skin */
#define LAST_TONE    0x1F3FF
#define LEAST_EMOJI  0x2100 /* digits and the like count as emoji, too */
#define LONGEST_NAME 96

static bool is_emoji(uint32_t code)
{
    return code >= LEAST_EMOJI && u_hasBinaryProperty((UChar32)code, UCHAR_EMOJI);
}

static bool some_font_has(const text_job *job, uint32_t code)
{
    const text_fonts *fonts = job->fonts;
    const text_script emoji = TEXT_SCRIPT('Z', 's', 'y', 'e');
    int font;

    for (int n = 0;
         (font = fonts->candidate(fonts->context, &job->request->style, emoji, n)) >= 0;
         n++)
        if (fonts->has(fonts->context, font, code))
            return true;
    return false;
}

/* "[package]": as Unicode calls it. */
static bool add_name(base_bytes *out, uint32_t code)
{
    char name[LONGEST_NAME] = "";
    UErrorCode status = U_ZERO_ERROR;

    u_charName((UChar32)code, U_UNICODE_CHAR_NAME, name, sizeof name, &status);
    if (U_FAILURE(status) || !name[0])
        return false;
    for (char *c = name; *c; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c - 'A' + 'a');
    base_bytes_print(out, "[%s]", name);
    return true;
}

/* Letters of a flag are letters; a colour of skin says nothing without its hand. */
static bool add_instead(base_bytes *out, uint32_t code)
{
    if (code >= FIRST_LETTER && code <= LAST_LETTER) {
        base_bytes_char(out, (char)('A' + (code - FIRST_LETTER)));
        return true;
    }
    return (code >= FIRST_TONE && code <= LAST_TONE) || add_name(out, code);
}

size_t text_add_missing(text_job *job, const char *text, size_t length)
{
    uint32_t code = 0;

    if (!job->fonts || (unsigned char)*text < 0xE2)
        return 0;
    const size_t bytes = base_utf8_read(&code, text, length);
    if (!is_emoji(code) || some_font_has(job, code))
        return 0;
    return add_instead(&job->shown, code) ? bytes : 0;
}
