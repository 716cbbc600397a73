#include "model/parse.h"

#include <stdlib.h>

ear_status model_compile(model_code *out, model_compiler *compiler, const char *text,
                         size_t length, model_want want)
{
    const parse_mark mark = parse_marked(compiler);
    parser p;

    parse_begin(&p, compiler, text, length);

    const parse_value value = parse_expression(&p);
    if (!parse_is(&p, PARSE_END))
        parse_unexpected(&p, &value);
    parse_expect(&p, &value, want == MODEL_WANT_TRUTH ? PARSE_IS_TRUTH : PARSE_IS_NUMBER);
    parse_emit(&p, MODEL_OP_RETURN, 0);

    const ear_status status = parse_finish(&p, &mark);
    if (status == EAR_OK)
        *out = (model_code)mark.code;
    return status;
}

void model_compiler_release(model_compiler *compiler)
{
    free(compiler->code.at);
    free(compiler->numbers.at);
    free(compiler->references.at);
    free(compiler->moods.at);
    free(compiler->sets.at);
    free(compiler->points.at);
    free(compiler->pieces.at);
    *compiler = (model_compiler){0};
}

void model_code_refer(uint32_t *word, uint32_t counter)
{
    *word = (*word & 0xffu) | counter << 8;
}
