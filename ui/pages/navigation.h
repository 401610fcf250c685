// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <QString>

class QWidget;

namespace pages {

// What a page may ask of the window around it. The shell implements it and outlives every page. Main thread.
class Navigation
{
public:
    virtual ~Navigation() = default;
    // Shows a page by its id in the catalog and hands it the filter, so that every figure leads to its rows.
    // "requests": filter language ("alias = fast and status >= 400"); "keys": text to search for.
    virtual void open(const QString &page, const QString &filter = {}) = 0;
    virtual void perform(const QString &page, const QString &verb) = 0; // opens the page and does a verb of it
    virtual void toast(const QString &text) = 0;
    // For 10 s, and as long as the reader is at it. `ended`: from now on it cannot be taken back that way.
    virtual void toast(
        const QString &text, const QString &undoVerb, std::function<void()> undo, std::function<void()> ended = {}) = 0;
    virtual void badge(const QString &page, const QString &text, int status) = 0; // kit::Status; empty text: none
    virtual void addConnection(const QString &address = {}) = 0;
    virtual void switchTo(const QString &profileId) = 0; // pages are built anew
    virtual QWidget *frame() = 0; // to hang a kit::Sheet or kit::Popover on
};

} // namespace pages
