/* A file's bytes before any Lua: marks to remove, and files that are no plain text. */
#include "script/source.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

#define SAVE_UTF8 "Save it as plain text in UTF-8."

static bool starts(const char *bytes, size_t length, const char *with, size_t n)
{
    return length >= n && memcmp(bytes, with, n) == 0;
}

char *source_clean(const char *bytes, size_t length, size_t *clean_length)
{
    char *clean = malloc(length + 1);
    size_t to = 0;

    if (!clean)
        return NULL;
    for (size_t i = starts(bytes, length, "\xef\xbb\xbf", 3) ? 3 : 0; i < length; i++) {
        if (bytes[i] != '\r')
            clean[to++] = bytes[i];
        else if (i + 1 == length || bytes[i + 1] != '\n')
            clean[to++] = '\n'; /* a line's end of old Macs */
    }
    clean[to] = '\0';
    *clean_length = to;
    return clean;
}

uint32_t source_line_at(const char *bytes, size_t at)
{
    uint32_t line = 1;

    for (size_t i = 0; i < at; i++)
        line += bytes[i] == '\n';
    return line;
}

struct magic {
    const char *bytes;
    size_t length;
    const char *message;
    const char *hint;
};

static const struct magic magics[] = {
    {"\xff\xfe", 2, "this file is saved as UTF-16, not as plain UTF-8 text", SAVE_UTF8},
    {"\xfe\xff", 2, "this file is saved as UTF-16, not as plain UTF-8 text", SAVE_UTF8},
    {"PK\x03\x04", 4, "this is a Word or other document, not a plain text file",
     "Save it as plain text (.lua) in UTF-8, from a text editor."},
    {"\xd0\xcf\x11\xe0", 4, "this is an old Word document, not a plain text file",
     "Save it as plain text (.lua) in UTF-8, from a text editor."},
    {"{\\rtf", 5, "this is a rich-text (RTF) file, not a plain text file",
     "Save it as plain text (.lua) in UTF-8; in TextEdit: Format, Make Plain Text."},
    {"%PDF", 4, "this is a PDF, not a plain text file",
     "Write the scenario in a text editor and save it as plain text (.lua)."},
    {"\x1bLua", 4, "this is compiled Lua, and only Lua as text is read",
     "Use the file that it was compiled from."},
};

static bool is_html(const char *bytes, size_t length)
{
    while (length > 0 && (*bytes == ' ' || *bytes == '\n' || *bytes == '\t')) {
        bytes++;
        length--;
    }
    return starts(bytes, length, "<!DOCTYPE", 9) ||
           starts(bytes, length, "<!doctype", 9) || starts(bytes, length, "<html", 5) ||
           starts(bytes, length, "<?xml", 5) || starts(bytes, length, "<head", 5) ||
           starts(bytes, length, "<HTML", 5);
}

/* A { or [ at the very beginning, and what stands behind it there: no statement and no
 * other format begins so. */
static bool is_json(const char *bytes, size_t length)
{
    bool opened = false;

    for (size_t i = 0; i < length; i++) {
        if (strchr(" \n\t", bytes[i]) && bytes[i])
            continue;
        if (opened)
            return bytes[i] && strchr("\"{}[]-0123456789", bytes[i]);
        opened = bytes[i] == '{' || bytes[i] == '[';
        if (!opened)
            return false;
    }
    return opened;
}

static bool find_kind(source_fault *out, const char *bytes, size_t length)
{
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++) {
        if (starts(bytes, length, magics[i].bytes, magics[i].length)) {
            *out = (source_fault){1, 1, magics[i].message, magics[i].hint};
            return true;
        }
    }
    if (is_html(bytes, length)) {
        *out = (source_fault){
            1, 1,
            "this is a web page or another file of tags (HTML, XML), not a scenario",
            "Copy the text alone into a text editor and save it as "
            "plain text (.lua)."};
        return true;
    }
    if (is_json(bytes, length)) {
        *out = (source_fault){1, 1, "this begins like JSON, not like a scenario",
                              "Begin with a scenario that plays: earshot new NAME. In it "
                              "each line begins with a word: moment \"start\", sam "
                              "\"Hello.\", you \"Yes\" { go = \"kept\" }."};
        return true;
    }
    return false;
}

source_fault source_fault_at(const char *bytes, size_t at, const char *message,
                             const char *hint)
{
    size_t start = at;

    while (start > 0 && bytes[start - 1] != '\n')
        start--;
    return (source_fault){source_line_at(bytes, at), (uint32_t)(at - start + 1), message,
                          hint};
}

bool source_find_fault(source_fault *out, const char *bytes, size_t length)
{
    uint32_t code;

    if (find_kind(out, bytes, length))
        return true;

    const char *zero = length ? memchr(bytes, '\0', length) : NULL;
    if (zero) {
        *out = source_fault_at(
            bytes, (size_t)(zero - bytes),
            "this file holds zero bytes, as UTF-16 and binary files do", SAVE_UTF8);
        return true;
    }
    if (base_utf8_valid(bytes, length))
        return false;
    for (size_t at = 0; at < length;) {
        const size_t n = base_utf8_read(&code, bytes + at, length - at);

        if (!base_utf8_valid(bytes + at, n)) {
            *out =
                source_fault_at(bytes, at,
                                "a letter on this line is not in UTF-8 (an old encoding, "
                                "such as Windows-1252)",
                                "Save the file as UTF-8 and type that letter again.");
            return true;
        }
        at += n;
    }
    return false;
}
