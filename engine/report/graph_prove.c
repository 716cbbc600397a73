/* What can be said of all ways to play: who can be reached, whether somebody gets stuck.
 */
#include "report/graph_internal.h"

#include "prove/search.h"

#include <string.h>

#define MOST_MEMORY (UINT64_C(512) << 20)

static bool is_stuck(const model_finding *finding)
{
    static const char *const codes[] = {"E102", "E154", "E157"};

    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (strcmp(finding->code, codes[i]) == 0)
            return true;
    return false;
}

static ear_status note_findings(report_graph *g, const prove_search *search,
                                ear_error *err)
{
    model_findings findings = {0};
    const ear_status status = prove_search_findings(search, NULL, &findings, err);

    for (size_t i = 0; status == EAR_OK && i < findings.count; i++)
        g->stuck = g->stuck || is_stuck(&findings.at[i]);
    model_findings_release(&findings);
    return status;
}

/* Newcomers and states are counted as one. */
static void tell(void *user, uint64_t done, uint64_t expected)
{
    const report_graph_options *options = *(const report_graph_options **)user;
    const prove_progress *progress = &options->work.progress;

    progress->tell(progress->user, options->runs + done, options->runs + expected);
}

ear_status graph_prove(graph_own *own, const report_graph_options *options,
                       ear_error *err)
{
    report_graph *g = &own->graph;
    const prove_options how = {.no_play = true};
    prove_work work = options->work;
    prove_search *search = NULL;

    work.limits = (prove_limits){.states = options->states, .memory = MOST_MEMORY};
    if (work.progress.tell)
        work.progress = (prove_progress){tell, &options};
    g->stopped = prove_stopped(&work);
    if (options->states == 0 || g->stopped)
        return EAR_OK;
    ear_status status = prove_search_run(&search, g->scenario, &how, &work, err);
    if (status == EAR_OK && prove_search_proved(search)) {
        status = note_findings(g, search, err);
        g->proved = status == EAR_OK;
        for (uint32_t i = 0; g->proved && i < g->scenario->count[MODEL_S_MOMENTS]; i++)
            g->nodes[i].reachable = prove_search_reached(search, i);
    }
    g->stopped = prove_stopped(&work);
    prove_search_free(search);
    return status;
}
