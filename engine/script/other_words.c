/* What people write for the words of the language. */
#include "script/internal.h"

#include <string.h>

/* What is written, and the word of the language for it. */
typedef const char *const other_word[2];

static other_word verbs[] = {
    {"me", "you"},
    {"agent", "you"},
    {"trainee", "you"},
    {"reply", "you"},
    {"choice", "you"},
    {"option", "you"},
    {"scene", "moment"},
    {"node", "moment"},
    {"step", "moment"},
    {"ending", "outcome"},
    {"result", "outcome"},
    {"finish", "outcome"},
    {"pause", "silence"},
    {"wait", "silence"},
    {"narrator", "info"},
    {"comment", "note"},
    {"question", "notice"},
    {"client", "customer"},
    {"character", "customer"},
    {"title", "scenario"},
    {"variable", "flag"},
    {"stat", "meter"},
    {"jump", "go"},
    {"label", "moment"},
    {"knot", "moment"},
    {"passage", "moment"},
    {"section", "moment"},
    {"include", "use"},
    {"require", "use"},
    {"import", "use"},
    {"colleague", "person"},
};

static other_word fields[] = {
    {"next", "go"},
    {"target", "go"},
    {"to", "go"},
    {"goto", "go"},
    {"condition", "when"},
    {"if", "when"},
    {"needs", "when"},
    {"effect", "mood"},
    {"effects", "mood"},
    {"feelings", "mood"},
    {"time", "seconds"},
    {"delay", "seconds"},
    {"duration", "seconds"},
    {"flag", "set"},
    {"flags", "set"},
    {"skills", "skill"},
    {"thought", "thinks"},
    {"reaction", "thinks"},
    {"feedback", "why"},
    {"reason", "why"},
    {"coach", "why"},
    {"repeat", "again"},
    {"sticky", "again"},
    {"reusable", "again"},
    {"default", "fallback"},
    {"else", "fallback"},
    {"stats", "mood"},
    {"points", "skill"},
    {"score", "skill"},
    {"hint", "why"},
    {"value", "start"},
    {"name", "label"},
    {"license", "licence"},
    {"author", "authors"},
    {"lang", "language"},
    {"correct", "answer"},
    {"explanation", "because"},
    {"reply", "answer"},
};

static const char *find(other_word *words, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i][0], name) == 0)
            return words[i][1];
    return NULL;
}

const char *script_other_verb(const char *name)
{
    return find(verbs, sizeof verbs / sizeof *verbs, name);
}

const char *script_other_field(const char *name)
{
    return find(fields, sizeof fields / sizeof *fields, name);
}

const char *script_other_truth(const char *name)
{
    static const char *const yes[] = {"yes", "Yes", "True", "TRUE", "on"};
    static const char *const no[] = {"no",  "No",   "False", "FALSE",
                                     "off", "none", "None",  "null"};

    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) {
        if (strcmp(yes[i], name) == 0)
            return "true";
    }
    for (size_t i = 0; i < sizeof no / sizeof *no; i++) {
        if (strcmp(no[i], name) == 0)
            return "false";
    }
    return NULL;
}
