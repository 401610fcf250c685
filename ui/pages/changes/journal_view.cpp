// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/changes/journal_view.h"
#include "keys/key_history.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/diff_view.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/keep_selection.h"
#include "kit/layout.h"
#include "kit/pane_row.h"
#include "kit/table.h"
#include "pages/edit_words.h"
#include "pages/key_words.h"
#include "pages/separated_file.h"
#include "pages/words.h"
#include "text/words.h"
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using changes::Entry;

static QString whatOf(const Entry &entry, const QTimeZone &zone)
{
    if (entry.change.reveals)
        return JournalView::tr("secret shown again");
    if (!entry.alias && keys::isRotation(entry.change))
        return JournalView::tr("new secret");
    const QString said = inOneLine(workspace::editOf(entry), zone);
    return said.isEmpty() ? JournalView::tr("nothing differed") : said;
}

static JournalRow rowOf(const Entry &entry, const QTimeZone &zone)
{
    JournalRow row{entry, titleOf(workspace::editOf(entry)), whatOf(entry, zone), Status::Ok, JournalView::tr("done")};
    if (!entry.closed) {
        row.status = Status::Warn;
        row.word = JournalView::tr("not known");
    } else if (entry.failure) {
        row.status = Status::Bad;
        row.word = JournalView::tr("not done");
    }
    return row;
}

static bool holds(const JournalRow &row, const QString &word)
{
    const auto in = [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
    return in(row.object) || in(row.what) || in(row.entry.by) || in(row.entry.why.reason) || in(row.word);
}

QList<JournalRow> journalRows(const QList<Entry> &entries, const QTimeZone &zone)
{
    QList<JournalRow> rows;
    rows.reserve(entries.size());
    for (const Entry &entry : entries)
        rows << rowOf(entry, zone);
    return rows;
}

static QString endOf(const Entry &entry)
{
    if (!entry.closed)
        return JournalView::tr(
            "The program ended before the gateway's answer was read: what holds now is on its page.");
    return entry.failure ? text::wordsOf(*entry.failure).what : QString();
}

QString JournalView::when(const JournalRow &row) const
{
    return moment(row.entry.at, m_zone, m_clock.now());
}

QList<Column<JournalRow>> JournalView::columns() const
{
    const auto state = [](const JournalRow &r, int role) {
        return role == cell::State    ? QVariant(int(r.status))
            : role == Qt::ToolTipRole ? QVariant(endOf(r.entry))
                                      : QVariant();
    };
    const auto whole = [](const JournalRow &r, int role) {
        return role == Qt::ToolTipRole ? QVariant(r.what) : QVariant();
    };
    return {{tr("When"), [this](const JournalRow &r) { return when(r); }},
        {tr("By"), [](const JournalRow &r) { return r.entry.by; }},
        {tr("Object"), [](const JournalRow &r) { return r.object; }},
        {tr("What"), [](const JournalRow &r) { return r.what; }, Qt::AlignLeft, whole},
        {tr("Why"), [](const JournalRow &r) { return format::orNone(r.entry.why.reason); }},
        {tr("Set"),
            [](const JournalRow &r) { return r.entry.why.set ? u"#%1"_s.arg(r.entry.why.set) : format::none(); }},
        {tr("Result"), [](const JournalRow &r) { return r.word; }, Qt::AlignLeft, state}};
}

JournalView::JournalView(const QTimeZone &zone, const Clock &clock)
    : m_zone(zone)
    , m_clock(clock)
    , m_model(columns(), [](const JournalRow &r) { return QString::number(r.entry.id); })
    , m_search(new QLineEdit)
    , m_count(label({}, Type::Caption, Ink::Muted))
    , m_export(iconButton(Glyph::Download, tr("Export the journal")))
    , m_table(new Table(tr("Journal")))
    , m_card(new Card(tr("Before and after")))
    , m_end(wrapped({}, Type::Body, Ink::Muted))
    , m_diff(new DiffView(tr("Before and after")))
{
    QVBoxLayout *column = plainColumn(this);
    column->addWidget(filterLine());
    column->addWidget(panes(), 1);
    connect(m_search, &QLineEdit::textChanged, this, &JournalView::showRows);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &JournalView::showChosen);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &at) {
        if (const qint64 set = m_model.row(at.row()).entry.why.set)
            emit setWanted(set);
    });
    connect(m_export, &QToolButton::clicked, this, [this] {
        askForFile(this, tr("Export the journal"), u"journal.csv"_s, [this](const QString &path) { save(path); });
    });
}

QWidget *JournalView::filterLine()
{
    m_search->setObjectName(u"searchJournal"_s);
    m_search->setPlaceholderText(tr("Key, alias, person, reason or result"));
    m_search->setAccessibleName(tr("Filter the journal"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Glyph::Search, Ink::Muted), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(scaled(300));
    m_search->setMaximumWidth(scaled(400));
    m_count->setObjectName(u"journalCount"_s);
    m_export->setObjectName(u"exportJournal"_s);
    return row({m_search, m_count, spacer(), m_export}, space::s, 2);
}

QWidget *JournalView::panes()
{
    m_table->setObjectName(u"journal"_s);
    m_table->setModel(&m_model);
    m_table->setItemDelegateForColumn(6, new StatusCell(m_table));
    m_table->setWidths({124, 76, 140, 0, 104, 48, 100});
    m_table->setYielding({5, 1, 4});
    keepSelection(m_table);
    auto *list = new Card;
    list->setFlush();
    list->body()->addWidget(m_table, 1);
    m_diff->setObjectName(u"journalDifference"_s);
    m_end->setObjectName(u"journalEnd"_s);
    m_end->setContentsMargins(space::l, 0, space::l, space::s);
    m_card->setFlush();
    m_card->body()->addWidget(m_end);
    m_card->body()->addWidget(m_diff, 1);
    auto *made = new PaneRow(900);
    made->add(list, 5, 0);
    made->add(m_card, 3, 0);
    return made;
}

void JournalView::show(const workspace::JournalReader::State &state)
{
    m_rows = journalRows(state.entries, m_zone);
    m_cut = state.cut;
    showRows();
}

QList<JournalRow> JournalView::found() const
{
    const QStringList words = m_search->text().split(u' ', Qt::SkipEmptyParts);
    QList<JournalRow> rows = m_rows;
    for (const QString &word : words)
        rows.removeIf([&word](const JournalRow &row) { return !holds(row, word); });
    return rows;
}

void JournalView::showRows()
{
    const QList<JournalRow> rows = found();
    m_model.apply(rows);
    const QString all = tr("%Ln line(s)", nullptr, int(rows.size()));
    m_count->setText(m_cut ? tr("%1 of the newest %L2").arg(all).arg(workspace::JournalReader::most) : all);
    m_export->setEnabled(!rows.isEmpty());
    if (!m_table->currentIndex().isValid() && !rows.isEmpty())
        m_table->selectRow(0); // comes to showChosen()
    showChosen();
}

void JournalView::showChosen()
{
    const QModelIndex at = m_table->currentIndex();
    m_card->setVisible(at.isValid());
    if (!at.isValid())
        return;
    const JournalRow &row = m_model.row(at.row());
    const QString end = endOf(row.entry);
    m_card->setTitle(tr("%1, before → after").arg(row.object));
    m_end->setText(end);
    m_end->setVisible(!end.isEmpty());
    m_diff->setLines(linesOf(workspace::editOf(row.entry), m_zone));
}

// Times in UTC, as in every file.
void JournalView::save(const QString &path)
{
    const Separated kind = separatedBy(path);
    QString lines =
        separatedLine(kind, {u"at_utc"_s, u"by"_s, u"object"_s, u"what"_s, u"why"_s, u"set"_s, u"result"_s});
    const QList<JournalRow> rows = found();
    for (const JournalRow &row : rows) {
        const Entry &entry = row.entry;
        const QString set = entry.why.set ? QString::number(entry.why.set) : QString();
        const QString end = entry.failure ? row.word + u": "_s + endOf(entry) : row.word;
        lines += separatedLine(kind,
            {entry.at.toUTC().toString(Qt::ISODateWithMs), entry.by, row.object, row.what, entry.why.reason, set, end});
    }
    const Result<> written = writeText(path, lines);
    emit saved(written ? tr("The journal is written to %1").arg(path) : whyOf(written.error()));
}

} // namespace pages
