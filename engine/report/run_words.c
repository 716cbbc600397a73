/* What a run came to, in words that every kind of report shares. */
#include "report/run.h"

#include "model/terms.h"
#include "model/words.h"

#include <inttypes.h>
#include <string.h>

static const model_speaker *customer_of(const ear_scenario *sc)
{
    return sc->info->customer == MODEL_NONE ? NULL : &sc->speakers[sc->info->customer];
}

void report_run_subject(base_bytes *out, const ear_scenario *scenario)
{
    static const char *const known[][2] = {
        {"she", "She"}, {"he", "He"}, {"they", "They"}};
    const model_speaker *customer = customer_of(scenario);

    if (!customer) {
        base_bytes_text(out, "The customer");
        return;
    }

    const char *pronoun = model_string(scenario, customer->pronoun);
    const char *name = model_string(scenario, customer->name);

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strncmp(pronoun, known[i][0], strlen(known[i][0])) == 0) {
            base_bytes_text(out, known[i][1]);
            return;
        }
    base_bytes_add(out, name, model_first_name(name));
}

const char *report_run_rating(const sim_score *score)
{
    return score->outcome == MODEL_NONE
               ? NULL
               : model_rating_terms[score->scenario->moments[score->outcome].rating];
}

void report_run_channels(base_bytes *out, const sim_score *score)
{
    static const char *const words[][2] = {
        {"Live chat", "live chat"}, {"Phone", "phone"}, {"In person", "in person"}};
    uint32_t met[MODEL_CHANNEL_NONE] = {0};
    size_t count = 0;

    for (size_t i = 0; i <= score->turn_count; i++) {
        const uint32_t channel = score->points[i].channel % MODEL_CHANNEL_NONE;
        size_t at = 0;

        while (at < count && met[at] != channel)
            at++;
        if (at == count)
            met[count++] = channel;
    }
    for (size_t i = 0; i < count; i++) {
        base_bytes_text(out, i == 0 ? "" : i + 1 == count ? " and " : ", ");
        base_bytes_text(out, words[met[i]][i > 0]);
    }
}

void report_run_time(base_bytes *out, uint64_t tenths)
{
    const uint64_t seconds = (tenths + 5) / 10;

    if (seconds >= 60)
        base_bytes_print(out, "%" PRIu64 " min ", seconds / 60);
    base_bytes_print(out, "%" PRIu64 " s", seconds % 60);
}

static int percent(int32_t ease)
{
    return (int)((ease + SIM_MOOD_WHOLE / 200) / (SIM_MOOD_WHOLE / 100));
}

void report_run_curve_words(base_bytes *out, const sim_score *score)
{
    base_bytes_print(out, "From 0, upset, to 100, at ease: %d at the start",
                     percent(score->points[0].mood.ease));
    for (size_t i = 1; i <= score->turn_count; i++)
        base_bytes_print(out, "%s %d after reply %zu",
                         i == score->turn_count ? " and" : ",",
                         percent(score->points[i].mood.ease), i);
    base_bytes_text(out, ".");
    if (score->turned)
        base_bytes_print(out, " The moment it %s: reply %u.",
                         score->slipped ? "slipped" : "turned", (unsigned)score->turned);
}

/* Is the share of `a` less than that of `b`? */
static bool less(const sim_skilled *a, const sim_skilled *b)
{
    return (int64_t)a->earned * b->possible < (int64_t)b->earned * a->possible;
}

size_t report_run_skills(uint32_t *out, const sim_score *score)
{
    size_t count = 0;

    for (uint32_t s = 0; s < score->scenario->count[MODEL_S_SKILLS]; s++) {
        size_t at = count;

        if (score->skills[s].possible <= 0)
            continue;
        for (; at > 0 && less(&score->skills[out[at - 1]], &score->skills[s]); at--)
            out[at] = out[at - 1];
        out[at] = s;
        count++;
    }
    return count;
}

void report_run_figure(base_bytes *out, const ear_scenario *scenario,
                       const sim_figure *figure)
{
    const model_kpi *kpi = &scenario->kpis[figure->kpi];
    char value[40], low[40], high[40];

    base_number_write(value, sizeof value, base_number_fraction(figure->tenths, 10));
    base_bytes_text(out, value);
    if (kpi->unit.length) {
        base_bytes_print(out, " %s", model_string(scenario, kpi->unit));
    } else if ((kpi->bounded & 3) == 3) {
        base_number_write(low, sizeof low, kpi->min);
        base_number_write(high, sizeof high, kpi->max);
        base_bytes_print(out, " (%s to %s)", low, high);
    }
}
