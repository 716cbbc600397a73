/* The curve of a run as SVG, for paper: ink only, a number at every point. */
#include "report/axis.h"
#include "report/html.h"
#include "report/run.h"

#include <string.h>

#define WIDTH  760
#define HEIGHT 214
#define LEFT   58
#define RIGHT  728
#define TOP    46
#define BOTTOM 190

/* Coordinates are tenths of a unit. */
static int x_of(const sim_score *score, size_t point)
{
    const report_axis axis = {10 * (LEFT + 20), 10 * (RIGHT - 16),
                              (int64_t)score->turn_count};

    return report_axis_at(axis, (int64_t)point);
}

static int y_of(int32_t ease)
{
    return report_axis_at((report_axis){10 * BOTTOM, 10 * TOP, SIM_MOOD_WHOLE}, ease);
}

static void put_tenths(base_bytes *out, int tenths)
{
    base_bytes_print(out, "%d.%d", tenths / 10, tenths % 10);
}

static void put_point(base_bytes *out, int x, int y)
{
    put_tenths(out, x);
    base_bytes_char(out, ',');
    put_tenths(out, y);
    base_bytes_char(out, ' ');
}

static void levels(base_bytes *out)
{
    static const char *const words[] = {"upset", "wary", "at ease"};

    for (int i = 0; i < 3; i++) {
        const int y = y_of(i * (SIM_MOOD_WHOLE / 2)) / 10;

        base_bytes_print(
            out,
            "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"#8a8f9c\" "
            "stroke-dasharray=\"2 5\"/>\n"
            "<text x=\"0\" y=\"%d\" font-size=\"13\">%s</text>\n",
            LEFT, RIGHT, y, y, y + 4, words[i]);
    }
}

static void line(base_bytes *out, const sim_score *score)
{
    base_bytes_text(out,
                    "<polyline fill=\"none\" stroke=\"#1b2130\" stroke-width=\"2.6\" "
                    "stroke-linejoin=\"round\" points=\"");
    for (size_t i = 0; i <= score->turn_count; i++)
        put_point(out, x_of(score, i), y_of(score->points[i].mood.ease));
    base_bytes_text(out, "\"/>\n");
}

static void road(base_bytes *out, const sim_score *score, const report_road *it)
{
    const size_t from = it->turn - 1;

    if (it->count == 0 || from > score->turn_count)
        return;
    base_bytes_text(out,
                    "<polyline fill=\"none\" stroke=\"#1b2130\" stroke-width=\"1.6\" "
                    "stroke-dasharray=\"7 5\" points=\"");
    put_point(out, x_of(score, from), y_of(score->points[from].mood.ease));
    for (size_t i = 0; i < it->count && from + 1 + i <= score->turn_count; i++)
        put_point(out, x_of(score, from + 1 + i), y_of(it->ease[i]));
    base_bytes_text(out, "\"/>\n");
}

/* The line down to the moment it turned; its words stay inside the picture. */
static void turned(base_bytes *out, const sim_score *score)
{
    const int x = x_of(score, score->turned);
    const int y = y_of(score->points[score->turned].mood.ease);
    const char *anchor = x < 1500 ? "start" : x > 10 * RIGHT - 1000 ? "end" : "middle";

    if (score->turned == 0)
        return;
    base_bytes_text(out, "<line stroke=\"#1b2130\" stroke-width=\"1.6\" x1=\"");
    put_tenths(out, x);
    base_bytes_text(out, "\" x2=\"");
    put_tenths(out, x);
    base_bytes_print(out, "\" y1=\"%d\" y2=\"", TOP - 22);
    put_tenths(out, y > 10 * TOP ? y - 130 : y);
    base_bytes_print(out,
                     "\"/>\n<text y=\"%d\" font-size=\"14\" font-weight=\"600\" "
                     "text-anchor=\"%s\" x=\"",
                     TOP - 28, anchor);
    put_tenths(out, x);
    base_bytes_print(out, "\">the moment it %s</text>\n",
                     score->slipped ? "slipped" : "turned");
}

/* Every point has a ring; its number only where there is room for it. */
static void mark(base_bytes *out, const sim_score *score, size_t point)
{
    const size_t every = 1 + score->turn_count / 28;
    const int x = x_of(score, point), y = y_of(score->points[point].mood.ease);
    const bool numbered = point > 0 && (every == 1 || point % every == 0);

    base_bytes_print(out,
                     "<circle r=\"%d\" fill=\"#fff\" stroke=\"#1b2130\" "
                     "stroke-width=\"2\" cx=\"",
                     every == 1 || numbered ? 9 : 3);
    put_tenths(out, x);
    base_bytes_text(out, "\" cy=\"");
    put_tenths(out, y);
    base_bytes_text(out, "\"/>");
    if (numbered) {
        base_bytes_text(out, "<text font-size=\"11\" font-weight=\"700\" "
                             "text-anchor=\"middle\" x=\"");
        put_tenths(out, x);
        base_bytes_text(out, "\" y=\"");
        put_tenths(out, y + 39);
        base_bytes_print(out, "\">%zu</text>", point);
    }
    base_bytes_char(out, '\n');
}

void report_run_curve(base_bytes *out, const report_run *run)
{
    base_bytes_print(
        out,
        "<svg class=\"curve\" role=\"img\" aria-labelledby=\"curve-title curve-words\" "
        "viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">\n"
        "<title id=\"curve-title\">How the customer felt</title>\n"
        "<desc id=\"curve-words\">",
        WIDTH, HEIGHT, WIDTH, HEIGHT);
    report_run_curve_words(out, run->score);
    base_bytes_text(out, "</desc>\n");
    levels(out);
    turned(out, run->score);
    if (run->road)
        road(out, run->score, run->road);
    line(out, run->score);
    for (size_t i = 0; i <= run->score->turn_count; i++)
        mark(out, run->score, i);
    base_bytes_text(out, "</svg>\n");
}
