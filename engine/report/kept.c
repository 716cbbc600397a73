/* A run told from its journal, as a page and as plain text. */
#include "report/kept.h"

#include "base/utf8.h"
#include "report/html.h"
#include "report/words.h"
#include "sim/score.h"

#include <inttypes.h>

static const char *text_of(const char *text)
{
    return text ? text : "";
}

static const char *either(const char *first, const char *second)
{
    return *text_of(first) ? first : text_of(second);
}

static int percent(int32_t ease)
{
    return (int)((ease + 5000) / 10000);
}

/* "Played by Ann, 23 November 2026, 2 min 24 s of simulated time." */
static void about(base_bytes *out, const report_kept *kept)
{
    const report_session *run = &kept->session;

    if (*text_of(run->learner))
        base_bytes_print(out, "Played by %s, ", run->learner);
    if (*text_of(kept->date))
        base_bytes_print(out, "%s, ", kept->date);
    if (run->tenths)
        base_bytes_print(out, "%" PRIu64 " s of simulated time, ",
                         (run->tenths + 5) / 10);
    if (*text_of(run->version))
        base_bytes_print(out, "pack version %s, ", run->version);
    base_bytes_print(out, "seed %" PRIu64 ".", run->seed);
}

static void curve_words(base_bytes *out, const report_kept *kept)
{
    base_bytes_print(out, "From 0, upset, to 100, at ease: %d at the start",
                     percent(kept->turns[0].before));
    for (size_t i = 0; i < kept->turn_count; i++)
        base_bytes_print(out, "%s %d after reply %u",
                         i + 1 == kept->turn_count ? " and" : ",",
                         percent(kept->turns[i].after), (unsigned)kept->turns[i].turn);
    base_bytes_char(out, '.');
}

static void heard_words(base_bytes *out, const report_kept *kept)
{
    base_bytes_text(out, "How heard did the customer feel, from 1 to 7?");
    if (kept->session.rated)
        base_bytes_print(out, " You said %u.", (unsigned)kept->session.rated);
    base_bytes_print(out, " The simulated answer is %d.%d.", (int)kept->heard / 10,
                     (int)kept->heard % 10);
}

static void figure_words(base_bytes *out, const report_kept_figure *it)
{
    const int64_t size = it->tenths < 0 ? -it->tenths : it->tenths;

    base_bytes_print(out, "%s%" PRId64, it->tenths < 0 ? "-" : "", size / 10);
    if (size % 10)
        base_bytes_print(out, ".%" PRId64, size % 10);
    base_bytes_print(out, "%s%s", *text_of(it->unit) ? " " : "", text_of(it->unit));
}

static void skill_words(base_bytes *out, const report_skill *it)
{
    base_bytes_print(out, "%d", (int)sim_points_told(it->points));
    if (it->possible >= 0)
        base_bytes_print(out, " of %d", (int)it->possible);
}

/* --- the page ----------------------------------------------------------------------- */

typedef void words_of(base_bytes *out, const report_kept *kept);

static void para(base_bytes *out, const char *opening, words_of *words,
                 const report_kept *kept)
{
    base_bytes text = {0};

    words(&text, kept);
    base_bytes_text(out, opening);
    report_html_words(out, base_bytes_string(&text));
    base_bytes_text(out, "</p>\n");
    out->failed |= text.failed;
    base_bytes_release(&text);
}

static void html_head(base_bytes *out, const report_kept *kept)
{
    const report_session *run = &kept->session;

    base_bytes_text(out, "<header>\n<h1 dir=\"auto\">");
    report_html_words(out, either(run->title, run->scenario));
    base_bytes_text(out, "</h1>\n");
    report_html_ending(out, *text_of(run->rating) ? run->rating : NULL);
    para(out, "<p class=\"about\">", about, kept);
    base_bytes_text(out, "</header>\n<main>\n<p class=\"note\">");
    report_html_words(out, kept->note);
    base_bytes_text(out, "</p>\n<p class=\"lead\" dir=\"auto\">");
    report_html_words(out, *text_of(run->outcome)
                               ? either(run->outcome_title, run->outcome)
                               : "The conversation was not finished.");
    base_bytes_text(out, "</p>\n");
    if (kept->heard)
        para(out, "<p>", heard_words, kept);
    if (kept->curve && kept->turn_count)
        para(out, "<p>", curve_words, kept);
}

static void html_cell(base_bytes *out, const char *opening, const char *words)
{
    base_bytes_text(out, opening);
    report_html_words(out, text_of(words));
    base_bytes_text(out, "</td>\n");
}

static void html_turns(base_bytes *out, const report_kept *kept)
{
    if (kept->turn_count == 0)
        return;
    base_bytes_text(out,
                    "<table class=\"run\">\n<caption>What was said, what it was to "
                    "the customer, and why</caption>\n<thead><tr><th "
                    "scope=\"col\">You said</th><th scope=\"col\">The customer "
                    "thought</th><th scope=\"col\">Why</th></tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < kept->turn_count; i++) {
        const report_turn *turn = &kept->turns[i];

        base_bytes_print(out,
                         "<tr><th scope=\"row\" dir=\"auto\"><span class=\"n\">%u</span>",
                         (unsigned)turn->turn);
        report_html_words(out, either(turn->said, turn->reply));
        base_bytes_text(out, "</th>\n");
        html_cell(out, "<td class=\"thought\" dir=\"auto\">", turn->thinks);
        html_cell(out, "<td dir=\"auto\">", turn->why);
        base_bytes_text(out, "</tr>\n");
    }
    base_bytes_text(out, "</tbody>\n</table>\n");
}

/* Releases the value. */
static void html_pair(base_bytes *out, const char *name, base_bytes *value)
{
    base_bytes_text(out, "<dt dir=\"auto\">");
    report_html_text(out, name);
    base_bytes_text(out, "</dt><dd>");
    report_html_text(out, base_bytes_string(value));
    base_bytes_text(out, "</dd>\n");
    out->failed |= value->failed;
    base_bytes_release(value);
}

static void html_skills(base_bytes *out, const report_kept *kept)
{
    if (kept->skill_count == 0)
        return;
    report_html_part(out, "practised", "What you practised");
    base_bytes_text(out, "<dl class=\"pairs\">\n");
    for (size_t i = 0; i < kept->skill_count; i++) {
        base_bytes value = {0};

        skill_words(&value, &kept->skills[i]);
        html_pair(out, kept->skills[i].skill, &value);
    }
    base_bytes_text(out, "</dl>\n");
    report_html_close_part(out);
}

static void html_figures(base_bytes *out, const report_kept *kept)
{
    if (kept->figure_count == 0)
        return;
    report_html_part(out, "figures", "Figures (simulated)");
    base_bytes_text(out, "<dl class=\"pairs\">\n");
    for (size_t i = 0; i < kept->figure_count; i++) {
        base_bytes value = {0};

        figure_words(&value, &kept->figures[i]);
        html_pair(out, either(kept->figures[i].label, kept->figures[i].id), &value);
    }
    base_bytes_text(out, "</dl>\n");
    report_html_close_part(out);
}

static void html_cues(base_bytes *out, const report_kept *kept)
{
    if (kept->cue_count == 0)
        return;
    report_html_part(out, "signs", "Signs caught and missed");
    base_bytes_text(out, "<ul>\n");
    for (size_t i = 0; i < kept->cue_count; i++) {
        base_bytes_print(out, "<li>%s before %u: <em dir=\"auto\">",
                         kept->cues[i].caught ? "Caught" : "Missed",
                         (unsigned)kept->cues[i].point + 1);
        report_html_words(out, kept->cues[i].text);
        base_bytes_text(out, "</em></li>\n");
    }
    base_bytes_text(out, "</ul>\n");
    report_html_close_part(out);
}

void report_kept_html(base_bytes *out, const report_kept *kept)
{
    report_html_begin(out, either(kept->session.title, kept->session.scenario));
    html_head(out, kept);
    html_turns(out, kept);
    base_bytes_text(out, "<div class=\"two\">\n");
    html_skills(out, kept);
    html_cues(out, kept);
    html_figures(out, kept);
    base_bytes_text(out, "</div>\n</main>\n");
    report_html_end(out);
}

/* --- text --------------------------------------------------------------------------- */

static void text_turns(base_bytes *out, const report_kept *kept)
{
    if (kept->turn_count)
        base_bytes_text(out, "\nYou said, the customer thought\n");
    for (size_t i = 0; i < kept->turn_count; i++) {
        const report_turn *turn = &kept->turns[i];

        base_bytes_print(out, " %2u  You said: %s\n", (unsigned)turn->turn,
                         either(turn->said, turn->reply));
        if (*text_of(turn->thinks))
            base_bytes_print(out, "     The customer thought: %s\n", turn->thinks);
        if (*text_of(turn->why))
            base_bytes_print(out, "     Coach: %s\n", turn->why);
    }
}

static void text_cues(base_bytes *out, const report_kept *kept)
{
    if (kept->cue_count)
        base_bytes_text(out, "\nSigns caught and missed\n");
    for (size_t i = 0; i < kept->cue_count; i++)
        base_bytes_print(out, "  %s before %u: %s\n",
                         kept->cues[i].caught ? "Caught" : "Missed",
                         (unsigned)kept->cues[i].point + 1, text_of(kept->cues[i].text));
}

static void text_counts(base_bytes *out, const report_kept *kept)
{
    if (kept->skill_count)
        base_bytes_text(out, "\nWhat you practised\n");
    for (size_t i = 0; i < kept->skill_count; i++) {
        base_bytes_text(out, "  ");
        skill_words(out, &kept->skills[i]);
        base_bytes_print(out, "  %s\n", kept->skills[i].skill);
    }
    if (kept->figure_count)
        base_bytes_text(out,
                        "\nFigures (simulated: a teaching device, not a measurement)\n");
    for (size_t i = 0; i < kept->figure_count; i++) {
        base_bytes_print(out,
                         "  %s: ", either(kept->figures[i].label, kept->figures[i].id));
        figure_words(out, &kept->figures[i]);
        base_bytes_char(out, '\n');
    }
}

static void text_head(base_bytes *out, const report_kept *kept)
{
    const report_session *run = &kept->session;

    base_bytes_print(out, "%s\n", either(run->title, run->scenario));
    about(out, kept);
    base_bytes_print(out, "\n%s\n\n", kept->note);
    if (*text_of(run->outcome))
        base_bytes_print(out, "%s (%s)\n", either(run->outcome_title, run->outcome),
                         text_of(run->rating));
    else
        base_bytes_text(out, "The conversation was not finished.\n");
    if (kept->heard) {
        base_bytes_text(out, "  ");
        heard_words(out, kept);
        base_bytes_char(out, '\n');
    }
    if (kept->curve && kept->turn_count) {
        base_bytes_text(out, "  The curve. ");
        curve_words(out, kept);
        base_bytes_char(out, '\n');
    }
}

/* What packs and people wrote is cleaned for the terminal all at once. */
void report_kept_text(base_bytes *out, const report_kept *kept)
{
    base_bytes raw = {0};

    text_head(&raw, kept);
    text_turns(&raw, kept);
    text_cues(&raw, kept);
    text_counts(&raw, kept);
    if (*text_of(kept->next))
        base_bytes_print(&raw, "\nWhat to try next\n  Chosen: %s\n", kept->next);
    base_utf8_clean_of(out, &raw);
}
