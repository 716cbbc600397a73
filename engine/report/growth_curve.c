/* How the skills of a learner grew, as SVG: one small frame a skill, ink only. */
#include "report/axis.h"
#include "report/growth.h"
#include "report/html.h"
#include "sim/score.h"

#include <string.h>

#define ACROSS     3
#define WIDTH      760
#define FRAME      (WIDTH / ACROSS)
#define TALL       112 /* of a frame */
#define TOP        40  /* in it: all that could be earned */
#define BOTTOM     92  /* nothing of it */
#define LEFT       4
#define RIGHT      (FRAME - 62) /* room for the last figure beside the line */
#define RINGS_MOST 24           /* of more runs only the first and the latest get one */

/* A skill in one run. */
typedef struct point {
    size_t run;    /* among the learner's, from 0 */
    int32_t share; /* of 100 */
} point;

/* Goes through the runs that practised a skill, in their order. */
typedef struct walk {
    const report_learner *learner;
    const char *skill;
    size_t row, run;
} walk;

static bool next_point(walk *it, point *out)
{
    const report_learner *learner = it->learner;

    for (; it->row < learner->skill_count; it->row++) {
        const report_skill *row = &learner->skills[it->row];
        const int64_t told = sim_points_told(row->points);

        if (row->possible <= 0 || strcmp(row->skill, it->skill) != 0)
            continue;
        while (it->run + 1 < learner->session_count &&
               strcmp(learner->sessions[it->run].run, row->run) != 0)
            it->run++;
        *out = (point){it->run, (int32_t)(told >= row->possible
                                              ? 100
                                              : (told * 200 + row->possible) /
                                                    (2 * (int64_t)row->possible))};
        it->row++;
        return true;
    }
    return false;
}

static int x_of(const report_learner *learner, size_t run)
{
    const report_axis axis = {LEFT + 6, RIGHT - 6, (int64_t)learner->session_count - 1};

    return report_axis_at(axis, (int64_t)run);
}

static int y_of(int32_t share)
{
    return report_axis_at((report_axis){BOTTOM, TOP, 100}, share);
}

static void words(base_bytes *out, const report_learner *learner,
                  const report_grown *skill)
{
    walk it = {.learner = learner, .skill = skill->skill};
    point at;

    report_html_text(out, skill->skill);
    for (bool first = true; next_point(&it, &at); first = false)
        base_bytes_print(out, "%s %d %% in run %zu", first ? ":" : ",", (int)at.share,
                         at.run + 1);
    base_bytes_text(out, ". ");
}

static void line(base_bytes *out, const report_learner *learner,
                 const report_grown *skill)
{
    walk it = {.learner = learner, .skill = skill->skill};
    point at;

    base_bytes_text(out, "<polyline fill=\"none\" stroke=\"#1b2130\" "
                         "stroke-width=\"2.2\" stroke-linejoin=\"round\" points=\"");
    while (next_point(&it, &at))
        base_bytes_print(out, "%d,%d ", x_of(learner, at.run), y_of(at.share));
    base_bytes_text(out, "\"/>\n");
}

/* A ring for each run; the latest is full, with its figure at the right. */
static void rings(base_bytes *out, const report_learner *learner,
                  const report_grown *skill)
{
    walk it = {.learner = learner, .skill = skill->skill};
    point at = {0};

    for (uint64_t n = 1; next_point(&it, &at); n++)
        if (n == 1 || n == skill->runs || skill->runs <= RINGS_MOST)
            base_bytes_print(out,
                             "<circle r=\"4\" stroke=\"#1b2130\" stroke-width=\"2\" "
                             "fill=\"%s\" cx=\"%d\" cy=\"%d\"/>\n",
                             n == skill->runs ? "#1b2130" : "#fff", x_of(learner, at.run),
                             y_of(at.share));
    base_bytes_print(out,
                     "<text font-size=\"13\" font-weight=\"600\" x=\"%d\" y=\"%d\">%d "
                     "%%</text>\n",
                     RIGHT + 5, y_of(at.share) + 5, (int)at.share);
}

static void frame(base_bytes *out, const report_learner *learner,
                  const report_grown *skill, size_t number)
{
    base_bytes_print(out,
                     "<g transform=\"translate(%d %d)\">\n<text x=\"%d\" y=\"20\" "
                     "font-size=\"14\" font-weight=\"600\">",
                     (int)(number % ACROSS) * FRAME, (int)(number / ACROSS) * TALL, LEFT);
    report_html_text(out, skill->skill);
    base_bytes_print(out,
                     "</text>\n<path fill=\"none\" stroke=\"#8a8f9c\" "
                     "stroke-dasharray=\"2 5\" d=\"M%d %dH%d\"/>\n"
                     "<path fill=\"none\" stroke=\"#8a8f9c\" d=\"M%d %dH%d\"/>\n",
                     LEFT, TOP, RIGHT, LEFT, BOTTOM, RIGHT);
    line(out, learner, skill);
    rings(out, learner, skill);
    base_bytes_text(out, "</g>\n");
}

void report_learner_curves(base_bytes *out, const report_learner *learner,
                           const report_grown *grown, size_t count)
{
    const int tall = (int)((count + ACROSS - 1) / ACROSS) * TALL;

    if (learner->session_count < 2 || count == 0)
        return;
    base_bytes_print(
        out,
        "<svg class=\"growth\" role=\"img\" "
        "aria-labelledby=\"growth-title growth-words\" "
        "viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">\n"
        "<title id=\"growth-title\">How each skill grew</title>\n"
        "<desc id=\"growth-words\">Points earned of those that could be, run "
        "by run. ",
        WIDTH, tall, WIDTH, tall);
    for (size_t i = 0; i < count; i++)
        words(out, learner, &grown[i]);
    base_bytes_text(out, "</desc>\n");
    for (size_t i = 0; i < count; i++)
        frame(out, learner, &grown[i], i);
    base_bytes_text(out, "</svg>\n<p class=\"soft\">From the first run at the left to "
                         "the latest at the right: the share of the points that could be "
                         "earned. The dotted line is all of them.</p>\n");
}
