#include "report/html.h"

#include "base/utf8.h"

#include <string.h>

#define BEAT "[beat]"

void report_html_text_n(base_bytes *out, const char *text, size_t length)
{
    base_bytes clean = {0};

    base_utf8_clean(&clean, text, length);
    base_utf8_markup(out, base_bytes_string(&clean), clean.length);
    out->failed |= clean.failed;
    base_bytes_release(&clean);
}

void report_html_text(base_bytes *out, const char *text)
{
    report_html_text_n(out, text, strlen(text));
}

static bool space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\0';
}

/* The end of the stress that begins with the star at `at`; NULL: it is only a star. */
static const char *stress_end(const char *from, const char *at)
{
    if ((at > from && !space(at[-1]) && !strchr("([\"'-", at[-1])) || space(at[1]) ||
        at[1] == '*')
        return NULL;
    for (const char *end = at + 2; *end && *end != '\n'; end++)
        if (*end == '*' && !space(end[-1]))
            return end;
    return NULL;
}

void report_html_words(base_bytes *out, const char *words)
{
    const char *done = words, *at = words, *end;

    while (*at) {
        if (strncmp(at, BEAT, strlen(BEAT)) == 0) {
            report_html_text_n(out, done, (size_t)(at - done));
            base_bytes_text(out, "\xE2\x80\xA6"); /* … */
            done = at += strlen(BEAT);
        } else if (*at == '*' && (end = stress_end(words, at))) {
            report_html_text_n(out, done, (size_t)(at - done));
            base_bytes_text(out, "<em>");
            report_html_text_n(out, at + 1, (size_t)(end - at - 1));
            base_bytes_text(out, "</em>");
            done = at = end + 1;
        } else {
            at++;
        }
    }
    report_html_text_n(out, done, (size_t)(at - done));
}

void report_html_begin(base_bytes *out, const char *title)
{
    base_bytes_text(out, "<!doctype html>\n<html lang=\"en\">\n<head>\n"
                         "<meta charset=\"utf-8\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width\">\n"
                         "<meta name=\"generator\" content=\"Earshot\">\n<title>");
    report_html_text(out, title);
    base_bytes_text(out, "</title>\n<style>");
    base_bytes_text(out, report_html_style);
    base_bytes_text(out, "</style>\n</head>\n<body>\n");
}

void report_html_end(base_bytes *out)
{
    base_bytes_text(out,
                    "<footer>\n<p>Written by Earshot. Nothing leaves this computer: this "
                    "page is a file you chose to save. Every figure is simulated: a "
                    "teaching device, not a measurement of people.</p>\n</footer>\n"
                    "</body>\n</html>\n");
}

void report_html_part(base_bytes *out, const char *id, const char *heading)
{
    base_bytes_print(out, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">", id, id);
    report_html_text(out, heading);
    base_bytes_text(out, "</h2>\n");
}

void report_html_close_part(base_bytes *out)
{
    base_bytes_text(out, "</section>\n");
}

#define BOX_STEP  17
#define BOX_WIDTH 13
#define BOX_MOST  14 /* more are drawn as this many */

void report_html_boxes(base_bytes *out, int32_t earned, int32_t possible)
{
    const int32_t boxes = possible > BOX_MOST ? BOX_MOST : possible;
    const int32_t full = earned <= 0 || possible <= 0 ? 0
                         : possible > BOX_MOST
                             ? (int32_t)((int64_t)earned * BOX_MOST / possible)
                             : earned;

    base_bytes_print(out,
                     "<svg aria-hidden=\"true\" width=\"%d\" height=\"14\" "
                     "viewBox=\"0 0 %d 14\">",
                     (int)(boxes * BOX_STEP), (int)(boxes * BOX_STEP));
    for (int32_t i = 0; i < boxes; i++)
        base_bytes_print(
            out,
            "<rect x=\"%d.5\" y=\"1.5\" width=\"%d\" height=\"11\" rx=\"2.5\" "
            "fill=\"%s\" stroke=\"#1b2130\" stroke-width=\"1.4\"/>",
            (int)(i * BOX_STEP), BOX_WIDTH, i < full ? "#1b2130" : "none");
    base_bytes_text(out, "</svg>");
}

void report_html_ending(base_bytes *out, const char *rating)
{
    if (rating)
        base_bytes_print(out, "<p class=\"ending %s\">%s ending</p>\n", rating, rating);
    else
        base_bytes_text(out, "<p class=\"ending\">not finished</p>\n");
}
