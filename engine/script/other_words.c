/* What people write for the words of the language. */
#include "script/verbs.h"

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
    {"response", "answer"},
    {"says", "answer"},
    {"say", "answer"},
    {"say", "thinks"},
    {"says", "thinks"},
    {"explain", "because"},
    {"why", "because"},
    {"feedback", "because"},
    {"steps", "play"},
    {"replies", "play"},
    {"choices", "play"},
    {"expect", "ends"},
    {"expected", "ends"},
    {"ending", "ends"},
    {"outcome", "ends"},
    {"result", "ends"},
    {"conditions", "holds"},
    {"image", "portrait"},
    {"picture", "portrait"},
    {"avatar", "portrait"},
    {"face", "portrait"},
    {"gender", "pronoun"},
    {"bio", "about"},
    {"description", "about"},
    {"description", "brief"},
    {"description", "summary"},
    {"text", "summary"},
    {"formula", "of"},
    {"initial", "start"},
    {"default", "start"},
    {"from", "min"},
    {"to", "max"},
    {"lowest", "min"},
    {"highest", "max"},
    {"trigger", "when"},
    {"then", "go"},
    {"then_go", "go"},
    {"audio", "voice"},
    {"sound", "voice"},
};

const char *script_other_verb(const char *name)
{
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (strcmp(verbs[i][0], name) == 0)
            return verbs[i][1];
    return NULL;
}

const char *script_other_field(const script_verb *verb, const char *name)
{
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (strcmp(fields[i][0], name) == 0 && script_find_field(verb, fields[i][1]))
            return fields[i][1];
    return NULL;
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
