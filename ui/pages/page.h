// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

namespace pages {

// Base of all pages: what the window asks of them. Built lazily; dies with the session it was built on. Main thread.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual void refresh() {} // F5, and when the page comes to the front
    virtual void setFilter(const QString &filter) { Q_UNUSED(filter) } // opened from a figure elsewhere
    virtual void find() {} // Ctrl+F: focus to the page's search field
    virtual void perform(const QString &verb) { Q_UNUSED(verb) } // a verb of the catalog
    virtual bool back() { return false; } // Esc; true: something was closed
};

} // namespace pages
