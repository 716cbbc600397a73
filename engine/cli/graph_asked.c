#include "cli/graph_asked.h"

#include "cli/say.h"

cli_graph_asked cli_graph_asked_of(const cli_args *args)
{
    return (cli_graph_asked){
        .runs_given = cli_given(args, "runs"),
        .states_given = cli_given(args, "max-states"),
        .runs = cli_number(args, "runs", 0),
        .states = cli_number(args, "max-states", 0),
        .seed = cli_number(args, "seed", 1),
    };
}

report_graph_options cli_graph_options(const cli_graph_asked *asked,
                                       const cli_loaded *loaded)
{
    static const cli_graph_asked usual = {.seed = 1};
    const ear_scenario *s = loaded->scenario;
    const cli_graph_asked *a = asked ? asked : &usual;
    report_graph_options options = {
        .runs = a->runs_given ? a->runs : report_graph_runs(s),
        .states = a->states_given ? a->states : report_graph_states(s),
        .seed = a->seed,
    };

    if (a->work)
        options.work = *a->work;
    options.work.helpers = cli_prove_helpers(loaded);
    return options;
}

void cli_graph_begin(cli_graph_asked *asked, cli_proving *proving)
{
    cli_proving_begin(proving, (prove_limits){0}, "newcomers and states at most");
    asked->work = &proving->work;
}

bool cli_graph_end(cli_proving *proving)
{
    const bool stopped = cli_proving_end(proving);

    if (stopped)
        cli_say("stopped: what is written shows the newcomers who had played "
                "until then; nothing of it is proved");
    return stopped;
}
