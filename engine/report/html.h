#ifndef EARSHOT_REPORT_HTML_H
#define EARSHOT_REPORT_HTML_H

/*
 * Pages that stand alone: one file, its style and pictures in it, no script, nothing
 * fetched. They print on A4 and Letter and say nothing by colour alone. Text that comes
 * from a pack or a person goes through report_html_text() or report_html_words(), which
 * clean it (base_utf8_clean) and leave nothing in it that means something to a browser.
 */

#include "base/bytes.h"

#include <stdint.h>

/* Text as it is, in an element or in an attribute between double quotes. */
void report_html_text(base_bytes *out, const char *text);
/* Spoken words: a [beat] is seen as a pause, *stress* is emphasis. Not for attributes. */
void report_html_words(base_bytes *out, const char *words);
/* Both for a run of bytes. */
void report_html_text_n(base_bytes *out, const char *text, size_t length);

/* From the doctype to the opened <body>; `title` is text. */
void report_html_begin(base_bytes *out, const char *title);
/* The last line of the page, and the end of it. */
void report_html_end(base_bytes *out);

/* A heading of a part: <section> is opened, report_html_close_part() closes it. */
void report_html_part(base_bytes *out, const char *id, const char *heading);
void report_html_close_part(base_bytes *out);

/* "5 of 7" as boxes, a picture that the words beside it repeat. */
void report_html_boxes(base_bytes *out, int32_t earned, int32_t possible);
/* The word for an ending, set off: "mixed ending"; `rating` NULL: "not finished". */
void report_html_ending(base_bytes *out, const char *rating);

/* The style of every page. Static. */
extern const char *const report_html_style;

#endif
