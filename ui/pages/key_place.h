// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "changes/edit.h"
#include "domain/profile.h"
#include "gateway/features.h"
#include "text/words.h"
#include <functional>
#include <QTimeZone>

namespace guards {
class GuardService;
}
namespace workspace {
class Session;
}

namespace pages {

// Where the keys shown live, and what can be done with them there.
struct KeyPlace
{
    QString profileId;
    QString profile; // "acme-staging"
    QString gateway; // its kind in words: "LiteLLM"
    QUrl dataUrl;
    Environment environment = Environment::Development;
    bool readOnly = false;
    QTimeZone zone = QTimeZone::systemTimeZone();
    gateway::Features features{};
    QString addressNote = {}; // what a list of addresses is worth there, in a sentence
    std::function<void(const QList<changes::Edit> &)> stage = {}; // into a change set; empty: there are none
    guards::GuardService *guards = nullptr; // period quotas kept here; null: its usage is not read
    std::function<bool()> saidOffline = [] { return false; }; // the window tells it already
};

KeyPlace placeOf(workspace::Session &session); // which outlives it
text::Attempt attemptOn(const KeyPlace &place); // names the connection in what failed

// Why something cannot be done there, in one sentence that names the gateway; empty: it can.
QString reasonAgainst(const KeyPlace &place, gateway::Feature feature);
// The same for several limits of a key at once; empty: its gateway holds all of them.
QString gapsOf(const KeyPlace &place, std::initializer_list<gateway::Feature> limits);
QString reasonAgainstEdit(const KeyPlace &place);
QString reasonAgainstRotation(const KeyPlace &place); // neither a new secret nor a new key can be had

} // namespace pages
