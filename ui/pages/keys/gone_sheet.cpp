// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/gone_sheet.h"
#include "kit/controls.h"
#include "kit/format.h"
#include "kit/layout.h"
#include "kit/sheet.h"
#include "kit/table.h"
#include "pages/key_words.h"
#include "pages/words.h"
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;
using workspace::Tombstone;

static QString ownerOf(const Tombstone &stone)
{
    return stone.key.passport.owner.isEmpty() ? GoneSheet::tr("no owner") : stone.key.passport.owner;
}

static QString byOf(const Tombstone &stone)
{
    return stone.by.isEmpty() ? GoneSheet::tr("not from here") : stone.by;
}

static QString spentOf(const Tombstone &stone)
{
    return stone.key.spentNanos ? format::money(*stone.key.spentNanos) : format::none();
}

GoneSheet::GoneSheet(workspace::Tombstones &stones, const KeyPlace &place, const QDateTime &now, QWidget *window)
    : m_stones(&stones)
    , m_place(place)
    , m_now(now)
    , m_sheet(new Sheet(tr("Keys that are gone"), tr("from %1").arg(place.profile), window))
    , m_model(columns(), [](const Tombstone &stone) { return stone.key.id + stone.at.toString(Qt::ISODateWithMs); })
    , m_table(new Table(tr("Keys that are gone")))
    , m_said(wrapped({}, Type::Body, Ink::Muted))
    , m_prove(button(tr("Prove it is refused…")))
    , m_requests(button(tr("Show its requests")))
{
    setParent(m_sheet);
    m_sheet->setObjectName(u"goneSheet"_s);
    build();
    m_sheet->setWidth(860);
    connect(m_stones, &Observable::changed, this, &GoneSheet::showState);
    connect(m_stones, &QObject::destroyed, this, &GoneSheet::close); // its page went
    connect(m_sheet, &Sheet::closeWanted, this, &GoneSheet::close);
    m_stones->refresh();
    showState();
    m_sheet->open();
    m_table->setFocus(Qt::OtherFocusReason);
}

QList<Column<Tombstone>> GoneSheet::columns() const
{
    const auto when = [this](const Tombstone &stone) { return moment(stone.at, m_place.zone, m_now); };
    return {{tr("Name"), [](const Tombstone &stone) { return stone.key.name; }}, {tr("Owner"), ownerOf},
        {tr("Gone"), when}, {tr("By"), byOf}, {tr("Spent, USD"), spentOf, Qt::AlignRight},
        {tr("Calls kept here"), [](const Tombstone &stone) { return format::count(stone.calls); }, Qt::AlignRight}};
}

void GoneSheet::build()
{
    m_table->setObjectName(u"goneKeys"_s);
    m_table->setModel(&m_model);
    m_table->setWidths({0, 150, 130, 110, 96, 120});
    m_table->setYielding({1, 3});
    m_table->setMinimumHeight(scaled(280));
    m_said->setObjectName(u"goneSaid"_s);
    m_prove->setObjectName(u"goneProve"_s);
    m_requests->setObjectName(u"goneRequests"_s);
    m_sheet->body()->addWidget(m_table, 1);
    m_sheet->body()->addWidget(m_said);
    QPushButton *done = button(tr("Close"), Role::Primary);
    done->setObjectName(u"goneClose"_s);
    m_sheet->foot()->addWidget(m_requests);
    m_sheet->foot()->addWidget(m_prove);
    m_sheet->foot()->addStretch(1);
    m_sheet->foot()->addWidget(done);
    connect(done, &QPushButton::clicked, this, &GoneSheet::close);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &GoneSheet::showChosen);
    const auto lead = [this](void (GoneSheet::*wanted)(const Key &)) {
        const Key key = chosen()->key;
        close();
        emit(this->*wanted)(key);
    };
    connect(m_prove, &QPushButton::clicked, this, [lead] { lead(&GoneSheet::proofWanted); });
    connect(m_requests, &QPushButton::clicked, this, [lead] { lead(&GoneSheet::requestsWanted); });
}

const Tombstone *GoneSheet::chosen() const
{
    const int row = m_table->currentIndex().row();
    return row >= 0 && row < m_model.rowCount() ? &m_model.row(row) : nullptr;
}

void GoneSheet::showState()
{
    m_model.apply(m_stones->state().stones);
    if (!chosen() && m_model.rowCount() > 0)
        m_table->selectRow(0);
    showChosen();
}

static QString wordsOf(const Tombstone &stone)
{
    QStringList said;
    if (stone.by.isEmpty())
        said << GoneSheet::tr("It was missing from the gateway's list; this program did not delete it.");
    else
        said << GoneSheet::tr("Deleted by %1.").arg(stone.by);
    if (!stone.reason.isEmpty())
        said << GoneSheet::tr("Reason: %1.").arg(stone.reason);
    if (stone.set > 0)
        said << GoneSheet::tr("Change set #%1.").arg(stone.set);
    said << GoneSheet::tr("It was for %1.").arg(aliasesInWords(stone.key.aliases));
    if (stone.calls > 0)
        said << GoneSheet::tr("%Ln of its call(s) are kept here, for %1.", nullptr, int(stone.calls))
                    .arg(format::moneyWithCode(stone.costNanos, u"USD"_s));
    return said.join(u' ');
}

void GoneSheet::showChosen()
{
    const Tombstone *stone = chosen();
    m_prove->setEnabled(stone);
    m_requests->setEnabled(stone);
    if (stone)
        return m_said->setText(wordsOf(*stone));
    const workspace::Tombstones::State &state = m_stones->state();
    m_said->setText(state.failure ? whyOf(*state.failure)
            : state.loaded        ? tr("No key is known to be gone. Once one is deleted, what it was stays here.")
                                  : tr("reading…"));
}

void GoneSheet::close()
{
    m_sheet->hide();
    m_sheet->deleteLater();
}

} // namespace pages
