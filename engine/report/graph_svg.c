/* The picture as an SVG document that needs nothing but itself. */
#include "report/graph_picture.h"

#include "base/utf8.h"
#include "model/terms.h"
#include "report/words.h"

#include <math.h>
#include <string.h>

#define MARGIN       64.0
#define HEAD         136.0  /* title, summary and legend */
#define LEAST_WIDTH  1230.0 /* of the legend */
#define NAME_SIZE    16.0
#define LEGEND_SIZE  15.0
#define SUMMARY_SIZE 17.0

typedef struct svg {
    base_bytes *out;
    const report_picture *picture;
    double left, top; /* where the picture's 0, 0 is */
} svg;

/* --- small parts -------------------------------------------------------------------- */

/* One decimal, none where it is whole. */
static void number(base_bytes *out, double value)
{
    const double tenths = floor(value * 10 + .5);
    const long long whole = (long long)tenths;
    const long long size = whole < 0 ? -whole : whole;

    base_bytes_print(out, "%s%lld", whole < 0 ? "-" : "", size / 10);
    if (size % 10)
        base_bytes_print(out, ".%lld", size % 10);
}

static void attribute(base_bytes *out, const char *name, double value)
{
    base_bytes_print(out, " %s=\"", name);
    number(out, value);
    base_bytes_char(out, '"');
}

static void point(const svg *s, double x, double y)
{
    number(s->out, x + s->left);
    base_bytes_char(s->out, ' ');
    number(s->out, y + s->top);
}

/* Mood 0 .. 1 on the ramp, rust to teal. */
static void colour(base_bytes *out, double mood)
{
    static const unsigned char ramp[5][3] = {{0xA8, 0x32, 0x0B},
                                             {0xB9, 0x66, 0x1A},
                                             {0x8B, 0x80, 0x62},
                                             {0x3C, 0x85, 0x7E},
                                             {0x0A, 0x62, 0x5E}};
    const double at = mood * 4;
    const int i = at >= 4 ? 3 : (int)at;
    unsigned rgb[3];

    for (int k = 0; k < 3; k++)
        rgb[k] = (unsigned)(ramp[i][k] + (ramp[i + 1][k] - ramp[i][k]) * (at - i) + .5);
    base_bytes_print(out, "#%02X%02X%02X", rgb[0], rgb[1], rgb[2]);
}

/* A line of text in the middle of `width`, cut where it would be longer. */
static void line(const svg *s, const char *class, const report_point at, double ems,
                 const char *text)
{
    const size_t length = strlen(text), fit = report_text_fit(text, length, ems);

    base_bytes_print(s->out, "<text class=\"%s\"", class);
    attribute(s->out, "x", at.x + s->left);
    attribute(s->out, "y", at.y + s->top);
    base_bytes_char(s->out, '>');
    base_utf8_markup(s->out, text, fit);
    if (fit < length)
        base_bytes_text(s->out, "\u2026");
    base_bytes_text(s->out, "</text>\n");
}

/* --- lines -------------------------------------------------------------------------- */

static void path(const svg *s, const report_point *points, uint32_t count)
{
    base_bytes_text(s->out, " d=\"M");
    point(s, points[0].x, points[0].y);
    for (uint32_t i = 1; i + 2 < count; i += 3)
        for (int k = 0; k < 3; k++) {
            base_bytes_char(s->out, k ? ' ' : 'C');
            point(s, points[i + (uint32_t)k].x, points[i + (uint32_t)k].y);
        }
    base_bytes_char(s->out, '"');
}

static void stroke(const svg *s, const report_strand *strand)
{
    base_bytes_text(s->out, " stroke=\"");
    colour(s->out, strand->mood);
    base_bytes_char(s->out, '"');
    attribute(s->out, "stroke-width", strand->width);
    if (strand->visit)
        base_bytes_text(s->out, " stroke-dasharray=\"1 7\"");
    else if (strand->back)
        base_bytes_text(s->out, " stroke-dasharray=\"9 6\"");
    base_bytes_print(s->out, " opacity=\"%s\"",
                     strand->unused  ? "0.42"
                     : strand->quiet ? "0.6"
                                     : "0.82");
}

/* What stands where a line arrives, between it and the card. */
static void mark(const svg *s, const report_strand *strand, report_point at)
{
    const double half = fmin(7, 3.6 + strand->width * .6), x = at.x - 1;

    base_bytes_text(s->out, strand->unused ? "<path opacity=\"0.42\" class=\""
                                           : "<path class=\"");
    base_bytes_text(s->out, strand->mark == REPORT_MARK_HELPS ? "helps\" fill=\""
                                                              : "mark\" stroke=\"");
    colour(s->out, strand->mood);
    base_bytes_text(s->out, "\" d=\"M");
    if (strand->mark == REPORT_MARK_HURTS) {
        point(s, x, at.y - half);
        base_bytes_char(s->out, 'L');
        point(s, x + REPORT_TIP - 1, at.y + half);
        base_bytes_char(s->out, 'M');
        point(s, x, at.y + half);
        base_bytes_char(s->out, 'L');
        point(s, x + REPORT_TIP - 1, at.y - half);
    } else {
        point(s, x, at.y - half);
        base_bytes_char(s->out, 'L');
        point(s, x + REPORT_TIP, at.y);
        base_bytes_char(s->out, 'L');
        point(s, x, at.y + half);
        if (strand->mark == REPORT_MARK_HELPS)
            base_bytes_char(s->out, 'Z');
    }
    base_bytes_text(s->out, "\"/>\n");
}

/* A visit comes back: a ring where it left. */
static void ring(const svg *s, const report_strand *strand, report_point at)
{
    base_bytes_text(s->out, "<circle class=\"ring\" r=\"4\" stroke=\"");
    colour(s->out, strand->mood);
    base_bytes_char(s->out, '"');
    attribute(s->out, "cx", at.x + 5 + s->left);
    attribute(s->out, "cy", at.y + s->top);
    base_bytes_text(s->out, "/>\n");
}

/* What a pointer that rests on it is told. */
static void tell(const svg *s, const report_strand *strand)
{
    const report_graph *g = s->picture->graph;
    const report_edge *e = &g->edges[strand->edge];
    base_bytes words = {0};

    if (!report_edge_words(&words, g, e))
        s->out->failed = true;
    base_bytes_text(s->out, "<title>");
    base_utf8_markup(s->out, base_bytes_string(&words), words.length);
    if (strand->others)
        base_bytes_print(s->out, "%s%u more", words.length ? " and " : "1 and ",
                         (unsigned)strand->others);
    if (words.length || strand->others)
        base_bytes_text(s->out, " \u2013 ");
    base_bytes_text(s->out, report_edge_does(e));
    if (g->runs)
        base_bytes_print(s->out, ", %llu times in %llu talks",
                         (unsigned long long)strand->passed, (unsigned long long)g->runs);
    base_bytes_text(s->out, "</title>\n");
    base_bytes_release(&words);
}

static void strand(const svg *s, const report_strand *strand)
{
    base_bytes_text(s->out, "<g>");
    tell(s, strand);
    base_bytes_text(s->out, "<path class=\"line\"");
    path(s, strand->points, strand->count);
    stroke(s, strand);
    base_bytes_text(s->out, "/>\n");
    mark(s, strand, strand->points[strand->count - 1]);
    if (strand->visit)
        ring(s, strand, strand->points[0]);
    base_bytes_text(s->out, "</g>\n");
}

/* --- cards -------------------------------------------------------------------------- */

static const char *card_class(const svg *s, const report_card *card)
{
    const ear_scenario *scenario = s->picture->graph->scenario;

    if (!card->reachable)
        return card->outcome ? "card lost outcome" : "card lost";
    return card->outcome ? model_rating_terms[scenario->moments[card->moment].rating]
                         : "card";
}

static void note_icon(const svg *s, const report_card *card)
{
    const double x = card->x + card->width - 20, y = card->y + 10;

    base_bytes_text(s->out, "<path class=\"note\" d=\"M");
    for (int i = 0; i < 4; i++) {
        if (i)
            base_bytes_char(s->out, 'M');
        point(s, x, y + 3 * i);
        base_bytes_char(s->out, 'L');
        point(s, x + (i == 3 ? 6 : 10), y + 3 * i);
    }
    base_bytes_text(s->out, "\"><title>has a note for the facilitator</title></path>\n");
}

/* Up to two lines of what is said first; gives back where the next line stands. */
static double card_words(const svg *s, const report_card *card, const char *class,
                         report_point at)
{
    const double ems = (card->width - 2 * REPORT_PADDING) / REPORT_TEXT_SIZE;
    const size_t length = strlen(card->words);
    const size_t first =
        card->lines == 2 ? report_text_break(card->words, length, ems) : length;
    base_bytes above = {0};

    base_bytes_add(&above, card->words, first);
    if (above.failed)
        s->out->failed = true;
    if (card->lines > 0)
        line(s, class, at, ems + 1, base_bytes_string(&above));
    if (card->lines == 2)
        line(s, class, (report_point){at.x, at.y + REPORT_LINE}, ems,
             card->words + first);
    base_bytes_release(&above);
    return at.y + REPORT_LINE * card->lines;
}

static void card(const svg *s, const report_card *card)
{
    const double inside = card->width - 2 * REPORT_PADDING;
    const double middle = card->x + card->width / 2, ems = inside / REPORT_TEXT_SIZE;
    const int below = card->lines + 1 + (card->rule != NULL);
    const bool white = card->outcome && card->reachable;
    const char *dim = white ? "t w" : "t";
    double y = card->y + (card->height - REPORT_LINE * below) / 2 + 5;

    base_bytes_print(s->out, "<g><rect class=\"%s\" rx=\"12\"", card_class(s, card));
    attribute(s->out, "x", card->x + s->left);
    attribute(s->out, "y", card->y + s->top);
    attribute(s->out, "width", card->width);
    attribute(s->out, "height", card->height);
    base_bytes_text(s->out, "/>\n");
    line(s, white ? "n w" : "n", (report_point){middle, y},
         (inside - (card->note ? 28 : 0)) / NAME_SIZE * .95, card->name);
    y = card_words(s, card, white ? "t w" : "t q",
                   (report_point){middle, y + REPORT_LINE});
    line(s, dim, (report_point){middle, y}, ems, card->foot);
    if (card->rule)
        line(s, dim, (report_point){middle, y + REPORT_LINE}, ems, card->rule);
    if (card->note)
        note_icon(s, card);
    base_bytes_text(s->out, "</g>\n");
}

/* --- title and legend --------------------------------------------------------------- */

typedef struct sample {
    const char *words;
    double mood, width;
    report_mark mark;
    bool back, visit, quiet, unused;
} sample;

static double legend_line(const svg *s, const sample *what, double x)
{
    report_point points[4] = {{x, 100}, {x + 12, 100}, {x + 22, 100}, {x + 34, 100}};
    const report_strand strand = {.width = what->width,
                                  .mood = what->mood,
                                  .mark = what->mark,
                                  .back = what->back,
                                  .visit = what->visit,
                                  .quiet = what->quiet,
                                  .unused = what->unused,
                                  .count = 4,
                                  .points = points};

    base_bytes_text(s->out, "<path class=\"line\"");
    path(s, points, 4);
    stroke(s, &strand);
    base_bytes_text(s->out, "/>\n");
    mark(s, &strand, points[3]);
    if (what->visit)
        ring(s, &strand, points[0]);
    line(s, "l", (report_point){x + 54, 105}, 99, what->words);
    return x + 54 + report_text_width(what->words, strlen(what->words)) * LEGEND_SIZE +
           26;
}

static bool has_unused(const report_picture *picture)
{
    for (uint32_t i = 0; i < picture->strand_count; i++)
        if (picture->strands[i].unused)
            return true;
    return false;
}

static void legend(const svg *s)
{
    const sample samples[] = {
        {"helps", 1, 4.5, REPORT_MARK_HELPS, false, false, false, false},
        {"hurts", 0, 4.5, REPORT_MARK_HURTS, false, false, false, false},
        {"changes nothing", .5, 3, REPORT_MARK_PLAIN, false, false, false, false},
        {"goes on by itself", .5, 1.5, REPORT_MARK_PLAIN, false, false, true, false},
        {"goes back: a circle", .5, 3, REPORT_MARK_PLAIN, true, false, false, false},
        {"there and back: a visit", .5, 3, REPORT_MARK_PLAIN, false, true, false, false},
        {"nobody took it", .5, 1, REPORT_MARK_PLAIN, false, false, false, true},
    };
    double x = MARGIN;

    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        if (!samples[i].unused || has_unused(s->picture))
            x = legend_line(s, &samples[i], x);
}

/* Of the drawing and of what stands above it. */
static double least_width(const report_picture *p)
{
    const double summary =
        report_text_width(p->summary, strlen(p->summary)) * SUMMARY_SIZE + 2;

    return ceil(fmax(p->width, fmax(LEAST_WIDTH, summary)));
}

static void head(const svg *s)
{
    const report_picture *p = s->picture;
    const double room = least_width(p);

    line(s, "h", (report_point){MARGIN, 46}, room / 28, p->title);
    line(s, "s", (report_point){MARGIN, 73}, room / SUMMARY_SIZE, p->summary);
    legend(s);
}

static const char style[] =
    "<style>\n"
    "text{font-family:Inter,'Noto Sans',sans-serif;text-anchor:middle;fill:#1B2130}\n"
    ".n{font-size:16px;font-weight:600}.t{font-size:14px;fill:#474E5E}\n"
    ".q{fill:#1B2130}.w{fill:#FFFFFF}\n"
    ".h,.s,.l{text-anchor:start}.h{font-size:28px;font-weight:600}\n"
    ".s{font-size:17px;fill:#474E5E}.l{font-size:15px;fill:#474E5E}\n"
    ".card{fill:#FFFDF9;stroke:#857B68;stroke-width:1.6}\n"
    ".lost{stroke-dasharray:5 5;fill:#EFE8DA}\n"
    ".strong{fill:#0B6560}.mixed{fill:#7A5200}.weak{fill:#9C3310}\n"
    ".line,.mark,.ring{fill:none;stroke-linecap:round}\n"
    ".mark{stroke-width:2.4}.ring{fill:#FFFDF9;stroke-width:2}\n"
    ".note{stroke:#6A4A12;stroke-width:1.6}\n"
    "</style>\n";

bool report_picture_svg(base_bytes *out, const report_picture *picture)
{
    const double width = 2 * MARGIN + least_width(picture);
    const double height = HEAD + picture->height + MARGIN;
    svg s = {.out = out, .picture = picture};

    base_bytes_text(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
    attribute(out, "width", width);
    attribute(out, "height", height);
    base_bytes_text(out, " viewBox=\"0 0 ");
    number(out, width);
    base_bytes_char(out, ' ');
    number(out, height);
    base_bytes_text(out, "\">\n<title>");
    base_utf8_markup(out, picture->title, strlen(picture->title));
    base_bytes_text(out, "</title>\n<desc>");
    base_utf8_markup(out, picture->summary, strlen(picture->summary));
    base_bytes_text(out, "</desc>\n");
    base_bytes_text(out, style);
    base_bytes_text(out, "<rect width=\"100%\" height=\"100%\" fill=\"#F6F1E7\"/>\n");
    head(&s);
    s.left = (width - picture->width) / 2;
    s.top = HEAD;
    for (uint32_t i = 0; i < picture->strand_count; i++)
        strand(&s, &picture->strands[i]);
    for (uint32_t i = 0; i < picture->card_count; i++)
        card(&s, &picture->cards[i]);
    base_bytes_text(out, "</svg>\n");
    return !out->failed;
}
