// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/navigation.h"
#include <QStringList>
#include <QWidget>

// Notes what a page asks of the window.
class NotingNavigation final : public pages::Navigation
{
public:
    QStringList opened; // "page filter"
    QStringList performed; // "page verb"
    QStringList toasts;
    QStringList switched;
    int adding = 0;
    QWidget *home = nullptr;

    void open(const QString &page, const QString &filter) override { opened << (page + u' ' + filter).trimmed(); }
    void perform(const QString &page, const QString &verb) override { performed << page + u' ' + verb; }
    void toast(const QString &text) override { toasts << text; }
    void toast(const QString &text, const QString &, std::function<void()>, std::function<void()>) override
    {
        toasts << text;
    }
    void badge(const QString &, const QString &, int) override {}
    void addConnection(const QString &) override { ++adding; }
    void switchTo(const QString &profileId) override { switched << profileId; }
    QWidget *frame() override { return home; }
};
