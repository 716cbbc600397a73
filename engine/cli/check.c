#include "cli/check.h"
#include "cli/check_compat.h"
#include "cli/findings.h"
#include "cli/open.h"

#include "model/names.h"

#include <stdio.h>
#include <string.h>

static const cli_option check_options[] = {
    {"json", NULL, "one object: findings and facts", 0},
    {"strict", NULL, "warnings count as errors for the exit code", 0},
    {"compat", NULL, "what an edit breaks: the PATHs are the OLD and the NEW edition", 0},
    {"explain", "CODE", "what a finding means, with an example", 0},
    CLI_OPTIONS_PROVE,
    CLI_OPTION_LIMITS,
    {0}};

/* What is gathered over all PATHs. */
typedef struct checking {
    const cli_args *args;
    cli_page page;
    bool json;
    json_t *findings;
    check_facts facts;
    cli_proving proving;
    base_json top; /* also collects "out of memory" */
    size_t errors, warnings;
    const char *path; /* of those given, the one that is checked; borrowed */
    bool several;     /* more than one scenario: names need their scenario beside them */
    int code;
} checking;

static void worse(checking *c, int code)
{
    if (code > c->code)
        c->code = code;
}

static json_t *finding_json(const cli_found_in *in, const model_finding *finding,
                            bool several)
{
    static const char *const severities[] = {"error", "warning", "info"};
    base_json o = base_json_begin_with("code", finding->code);
    char path[512];

    cli_finding_path(path, sizeof path, in->pack ? in->pack->path : in->path,
                     finding->file);
    base_json_put_text(&o, "severity", severities[model_finding_severity(finding)]);
    base_json_put_text(&o, "file", several ? path : finding->file);
    if (finding->line > 0)
        base_json_put(&o, "line", json_integer(finding->line));
    if (finding->line > 0 && finding->column > 0)
        base_json_put(&o, "column", json_integer(finding->column));
    base_json_put_text(&o, "message", finding->message);
    base_json_put_text(&o, "hint", finding->hint);
    return base_json_take(&o);
}

static void report(checking *c, const cli_pack *pack, model_findings *list)
{
    const cli_found_in in = {c->path, pack};

    model_findings_sort(list);
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->at[i].code, "E001") == 0)
            worse(c, CLI_UNREADABLE);
        if (c->json)
            base_json_append(&c->top, c->findings,
                             finding_json(&in, &list->at[i], c->args->count > 1));
    }
    c->errors += model_findings_count(list, MODEL_ERROR);
    c->warnings += model_findings_count(list, MODEL_WARNING);
    c->top.failed |= list->failed;
    if (!c->json)
        cli_findings_print(stdout, &c->page, &in, list, MODEL_INFO_ONLY);
}

/* A failure that is no finding: said at once, and the other PATHs are still checked. */
static void failed(checking *c, const ear_error *err)
{
    worse(c, cli_failed(err));
}

static ear_status search(checking *c, const ear_scenario *scenario, check_proof *proof,
                         ear_error *err)
{
    const prove_work *work = &c->proving.work;
    const prove_options every = {.meters = true, .no_play = true};
    ear_status status = prove_search_run(&proof->search, scenario, NULL, work, err);

    if (status == EAR_OK && prove_search_proved(proof->search) &&
        !prove_search_knows_meters(proof->search))
        status = prove_search_run(&proof->ranges, scenario, &every, work, err);
    cli_proving_wipe(&c->proving);
    return status;
}

static void forget(check_proof *proof)
{
    prove_search_free(proof->search);
    prove_search_free(proof->ranges);
    *proof = (check_proof){0};
}

/* What can be proved of all ways to play it; nothing when that fails. */
static void prove_scenario(checking *c, const cli_loaded *loaded,
                           model_findings *findings, check_proof *proof)
{
    ear_error err = {0};
    ear_status status;

    c->proving.work.helpers = cli_prove_helpers(loaded);
    status = search(c, loaded->scenario, proof, &err);
    if (status != EAR_OK)
        forget(proof);
    else
        status = prove_search_findings(proof->search, proof->ranges, findings, &err);
    if (status != EAR_OK)
        failed(c, &err);
}

static void check_loaded(checking *c, const cli_pack *pack, const cli_loaded *loaded,
                         model_findings *findings)
{
    check_proof proof = {0};

    prove_scenario(c, loaded, findings, &proof);
    report(c, pack, findings);
    check_facts_add(&c->facts, loaded->scenario, &proof, c->several);
    if (!c->json)
        check_facts_print(&c->page, loaded->scenario, &proof, findings);
    forget(&proof);
}

static void check_scenario(checking *c, const cli_pack *pack, const char *id,
                           model_findings *findings)
{
    cli_loaded *loaded = NULL;
    ear_error err = {0};

    if (prove_stopped(&c->proving.work))
        return;
    if (cli_load(&loaded, pack, id, findings, &err) != EAR_OK) {
        failed(c, &err);
        return;
    }
    if (loaded->scenario)
        check_loaded(c, pack, loaded, findings);
    else
        report(c, pack, findings);
    cli_loaded_free(loaded);
}

static void check_pack(checking *c, const cli_pack *pack, model_findings *findings)
{
    if (pack->wanted) {
        check_scenario(c, pack, pack->wanted, findings);
        return;
    }
    c->several = true;
    for (size_t i = 0; i < pack->scenario_count; i++) {
        model_findings own = {0};

        check_scenario(c, pack, pack->scenarios[i], i ? &own : findings);
        model_findings_release(&own);
    }
}

static void check_path(checking *c, const char *path)
{
    const cli_load_options options = cli_load_asked(c->args);
    model_findings findings = {0};
    cli_pack *pack = NULL;
    ear_error err = {0};

    c->path = path;
    if (cli_pack_open(&pack, path, &options, &findings, &err) != EAR_OK)
        failed(c, &err);
    else if (pack)
        check_pack(c, pack, &findings);
    else
        report(c, NULL, &findings);
    cli_pack_free(pack);
    model_findings_release(&findings);
}

static int write_json(checking *c)
{
    base_bytes out = {0};
    int code = CLI_DONE;

    base_json_put(&c->top, "format", json_integer(1));
    base_json_put(&c->top, "findings", json_incref(c->findings));
    base_json_put(&c->top, "facts", check_facts_json(&c->facts));
    base_json_put(&c->top, "errors", json_integer((json_int_t)c->errors));
    base_json_put(&c->top, "warnings", json_integer((json_int_t)c->warnings));
    cli_json_line(&c->top, &out);
    if (!cli_flush(&out, stdout))
        code = CLI_UNREADABLE;
    base_bytes_release(&out);
    return code;
}

static void print_count(uint64_t count, const char *one, const char *many)
{
    printf("%llu %s", (unsigned long long)count, count == 1 ? one : many);
}

static void write_summary(const checking *c)
{
    if (c->code == CLI_UNREADABLE && c->facts.scenarios + c->errors + c->warnings == 0)
        return; /* nothing was looked at */
    if (c->facts.scenarios > 0) {
        print_count(c->facts.moments, "moment, ", "moments, ");
        print_count(c->facts.replies, "reply; ", "replies; ");
    }
    print_count(c->errors, "error, ", "errors, ");
    print_count(c->warnings, "warning\n", "warnings\n");
}

/* As it is written in findings, or in small letters. */
static const model_code_info *find_code(const char *code)
{
    char upper[8];

    snprintf(upper, sizeof upper, "%s", code);
    if (upper[0] >= 'a' && upper[0] <= 'z')
        upper[0] = (char)(upper[0] - 'a' + 'A');
    return strlen(code) < sizeof upper ? model_code_find(upper) : NULL;
}

static int explain(const cli_args *args, const char *code)
{
    const model_code_info *info = find_code(code);
    model_nearest near = model_near_begin(code, strlen(code));

    if (info) {
        printf("%s: %s\n\n%s\n", info->code, info->title, info->explain);
        return CLI_DONE;
    }
    for (size_t i = 0; (info = model_code_at(i)); i++)
        model_near_offer(&near, info->code, strlen(info->code));
    if (near.best)
        return cli_wrong(args->command, "there is no finding %s; did you mean %.*s?",
                         code, (int)near.best_length, near.best);
    return cli_wrong(args->command, "there is no finding %s", code);
}

static int finish(checking *c)
{
    if (c->errors > 0 || (cli_given(c->args, "strict") && c->warnings > 0))
        worse(c, CLI_FOUND);
    if (c->json)
        worse(c, write_json(c));
    else
        write_summary(c);
    json_decref(c->findings);
    check_facts_release(&c->facts);
    return prove_stopped(&c->proving.work) ? CLI_STOPPED : c->code;
}

static int run_check(const cli_args *args)
{
    const char *code = cli_text(args, "explain");
    checking c = {.args = args, .json = cli_given(args, "json")};

    if (code)
        return explain(args, code);
    if (cli_given(args, "compat"))
        return cli_check_compat(args);
    if (args->count == 0)
        return cli_wrong(args->command, "check needs a PATH");
    c.page = cli_page_of(stdout);
    c.findings = json_array();
    c.facts = check_facts_begin();
    cli_proving_begin(&c.proving, cli_prove_limits(args),
                      "states at most, trying every way to play");
    c.top = base_json_begin();
    c.several = args->count > 1;
    for (size_t i = 0; i < args->count; i++)
        check_path(&c, args->words[i]);
    if (!c.json)
        json_decref(c.top.json);

    const int result = finish(&c);

    cli_proving_end(&c.proving);
    return result;
}

const cli_command cli_command_check = {
    .name = "check",
    .argument = "PATH...",
    .help = "every mistake, and what can be proved of all ways to play",
    .examples = "  earshot check my-pack\n"
                "  earshot check hello.lua --strict\n"
                "  earshot check --compat old-pack my-pack\n"
                "  earshot check --explain E102\n"
                "  earshot check large.lua --max-states 20000000 --memory 2000\n"
                "  earshot check packs/* --json > findings.json\n",
    .options = check_options,
    .most = SIZE_MAX,
    .run = run_check,
};
