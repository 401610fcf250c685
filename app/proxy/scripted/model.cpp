// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxy/scripted/model.h"
#include "proxy/scripted/faults.h"

namespace proxy::scripted {

namespace {

Draft draftOf(const Question &question)
{
    const Fault fault = question.scenario.fault;
    const bool usageChunk = question.scan.includeUsage && fault != Fault::NoUsage && fault != Fault::UsageInFinish;
    Draft draft{.question = question,
        .frames = Frames(draftId(question), question.alias, question.created, question.scan.stream && usageChunk)};
    writeSaid(draft, said(question));
    draft.tokens = tokensFor(question, draft.outputTokens);
    return draft;
}

void inOtherWords(const Question &question, Script &script)
{
    if (question.family == Family::Embeddings)
        return perform(question, wordEmbeddings(question), tokensFor(question, 0), script);
    if (question.family == Family::Images)
        return perform(question, wordImages(question), tokensFor(question, imageTokens(question)), script);
    const Said all = said(question);
    const Worded worded = question.family == Family::Responses ? wordResponses(question, all)
        : question.family == Family::Messages                  ? wordMessages(question, all)
                                                               : wordGemini(question, all);
    perform(question, worded, tokensFor(question, all.tokens), script);
}

} // namespace

Script answer(const Question &question)
{
    Script script;
    script.headDelayMs = question.scenario.headDelayMs;
    if (refuses(question, script))
        return script;
    if (question.family != Family::Chat) {
        inOtherWords(question, script);
        return script;
    }
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
