// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "pages/navigation.h"
#include <QWidget>

// A window that only notes what a page asks of it.
class FakeNavigation : public pages::Navigation
{
public:
    struct Toast
    {
        QString text;
        QString verb;
        std::function<void()> undo;
        std::function<void()> ended; // may be empty
    };
    QList<std::pair<QString, QString>> opened;
    QList<Toast> toasts;
    QWidget *window = nullptr;

    void open(const QString &page, const QString &filter) override { opened << std::pair(page, filter); }
    void perform(const QString &page, const QString &verb) override { opened << std::pair(page, verb); }
    void toast(const QString &text) override { toasts << Toast{text, {}, {}, {}}; }
    void toast(
        const QString &text, const QString &undoVerb, std::function<void()> undo, std::function<void()> ended) override
    {
        toasts << Toast{text, undoVerb, std::move(undo), std::move(ended)};
    }
    void badge(const QString &, const QString &, int) override {}
    void addConnection(const QString &) override {}
    void switchTo(const QString &) override {}
    QWidget *frame() override { return window; }
};
