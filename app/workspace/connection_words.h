// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gateway/address.h"
#include "gateway/detect.h"
#include "gateway/features.h"
#include "gateway/trial.h"
#include "text/words.h"

namespace workspace {

// What is odd about an address, with what to do; empty: nothing is.
QString sentenceOf(const gateway::AddressReading &reading);

QString titleOf(gateway::TrialStep step);
QString foundIn(const gateway::TrialLine &line); // what a step saw, or why it failed, in a few words
text::Words wordsOf(const gateway::TrialLine &line, const text::Attempt &attempt); // of a failed step, with its fix

QString titleOf(const gateway::Adapter &adapter);
// What a kind offers, and what of that it lacks, in words that follow each other: "keys", "usage rows".
struct Offer
{
    QStringList has;
    QStringList lacks;
};
Offer offerOf(const gateway::Features &features);
QString titleOf(const gateway::Place &place); // "Chat", "Keys"
QString sentenceOf(const gateway::Verdict &verdict); // the evidence, or what rules the kind out
QString sentenceOf(const gateway::BaseAnswer &answer);
// One sentence for the whole: which kind, or why none is named and what to do.
QString sentenceOf(const gateway::Detection &detection);

} // namespace workspace
