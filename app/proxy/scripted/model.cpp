// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/model.h"
#include "proxy/scripted/faults.h"

namespace proxy::scripted {

namespace {

Tokens tokensFor(const Question &question, std::int64_t output)
{
    // Four bytes a token and three for the frame of the conversation, as the rule of thumb goes.
    return {question.prompt.bytes / 4 + 3, output, 0, 0};
}

Draft draftOf(const Question &question)
{
    const Fault fault = question.scenario.fault;
    const bool usageChunk = question.scan.includeUsage && fault != Fault::NoUsage && fault != Fault::UsageInFinish;
    Draft draft{.question = question,
        .frames = Frames(draftId(question), question.alias, question.created, question.scan.stream && usageChunk)};
    if (question.scenario.tools && !question.prompt.toolResult)
        writeToolCall(draft);
    else
        writeText(draft);
    draft.tokens = tokensFor(question, draft.outputTokens);
    return draft;
}

} // namespace

Script answer(const Question &question)
{
    Script script;
    script.headDelayMs = question.scenario.headDelayMs;
    if (refuses(question, script))
        return script;
    Draft draft = draftOf(question);
    script.bound = draft.tokens;
    if (tellsUsage(question.scenario.fault))
        script.told = draft.tokens;
    if (question.scan.stream)
        stream(draft, script);
    else
        plain(draft, script);
    return script;
}

} // namespace proxy::scripted
