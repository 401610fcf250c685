// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/review_view.h"
#include "keys/review_words.h"
#include "kit/card.h"
#include "kit/cells.h"
#include "kit/controls.h"
#include "kit/empty_state.h"
#include "kit/icons.h"
#include "kit/keep_selection.h"
#include "kit/layout.h"
#include "kit/page_header.h"
#include "kit/pane_row.h"
#include "kit/segmented.h"
#include "kit/table.h"
#include "pages/keys/review_detail.h"
#include "pages/separated_file.h"
#include "pages/words.h"
#include <QComboBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

ReviewView::ReviewView(keys::ReviewService &service, KeyPlace place)
    : m_service(service)
    , m_place(std::move(place))
    , m_header(new PageHeader(tr("Access review")))
    , m_picker(new QComboBox)
    , m_export(iconButton(Glyph::Download, tr("Export the review…")))
    , m_back(button(tr("Back to keys")))
    , m_primary(button(QString(), Role::Primary))
    , m_notices(new QVBoxLayout)
    , m_groups(new Segmented(tr("Show"), QStringList(int(ReviewGroup::Count), QString())))
    , m_search(new QLineEdit)
    , m_table(new Table(tr("Keys under review")))
    , m_body(new QStackedWidget)
    , m_detail(new ReviewDetail)
    , m_risks(elided({}, Type::Caption, Ink::Muted))
    , m_stage(button(QString()))
{
    build();
    follow();
}

void ReviewView::build()
{
    QVBoxLayout *column = pageColumn(this);
    m_picker->setAccessibleName(tr("Which review"));
    m_picker->setObjectName(u"reviewPicker"_s);
    m_picker->setMinimumContentsLength(20);
    m_back->setObjectName(u"reviewBack"_s);
    m_primary->setObjectName(u"reviewPrimary"_s);
    for (QWidget *control : {static_cast<QWidget *>(m_picker), static_cast<QWidget *>(m_export),
             static_cast<QWidget *>(m_back), static_cast<QWidget *>(m_primary)})
        m_header->addControl(control);
    column->addWidget(m_header);
    column->addLayout(m_notices);
    column->addWidget(filterLine());
    column->addWidget(panes(), 1);
    column->addWidget(footLine());
}

QWidget *ReviewView::filterLine()
{
    m_search->setPlaceholderText(tr("Key, owner or reason"));
    m_search->setAccessibleName(tr("Filter keys under review"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Glyph::Search, Ink::Muted), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(scaled(300));
    m_search->setMinimumWidth(scaled(190));
    m_groups->setObjectName(u"reviewGroups"_s);
    return row({m_search, m_groups, spacer()}, space::s, 2);
}

QWidget *ReviewView::panes()
{
    m_table->setObjectName(u"reviewTable"_s);
    m_table->setModel(&m_model);
    m_table->setItemDelegateForColumn(ReviewModel::Risks, new StatusCell(m_table));
    m_table->setItemDelegateForColumn(ReviewModel::Decided, new StatusCell(m_table));
    m_table->setWidths({0, 124, 92, 116, 92, 180, 112});
    m_table->setYielding({ReviewModel::Reach, ReviewModel::LastUse, ReviewModel::Owner, ReviewModel::Most});
    keepSelection(m_table);
    m_body->addWidget(m_table);
    m_body->addWidget(
        new EmptyState(Glyph::Keys, tr("No key here"), tr("No key of this review is in the group that is shown.")));
    auto *card = new Card;
    card->setFlush();
    card->body()->addWidget(m_body, 1);
    auto *made = new PaneRow(720);
    made->add(card, 5, 0);
    made->add(scrolled(m_detail), 3, 0);
    return made;
}

QWidget *ReviewView::footLine()
{
    m_risks->setObjectName(u"reviewRisks"_s);
    m_stage->setObjectName(u"reviewStage"_s);
    return row({m_risks, m_stage}, space::s, 0);
}

void ReviewView::follow()
{
    connect(&m_service, &Observable::changed, this, &ReviewView::showState);
    connect(m_groups, &Segmented::chosen, this, &ReviewView::showRows);
    connect(m_search, &QLineEdit::textChanged, this, &ReviewView::showRows);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ReviewView::showChosen);
    connect(m_back, &QPushButton::clicked, this, &ReviewView::closed);
    connect(m_picker, &QComboBox::activated, this, &ReviewView::pick);
    connect(m_primary, &QPushButton::clicked, this,
        [this] { m_service.state().shown.id == 0 ? m_service.keep() : m_service.close(); });
    connect(
        m_detail, &ReviewDetail::decided, this, [this](const keys::Verdict &verdict) { m_service.decide({verdict}); });
    connect(m_stage, &QPushButton::clicked, this, [this] { emit stageWanted(edits()); });
    connect(m_export, &QToolButton::clicked, this, [this] {
        askForFile(this, tr("Export the review"), u"access-review.csv"_s, [this](const QString &path) { save(path); });
    });
}

void ReviewView::start(const QList<Key> &keys, const QList<Alias> &aliases)
{
    m_keys = keys;
    m_aliases = aliases;
    m_service.take(keys, aliases);
    m_table->setFocus();
}

void ReviewView::pick(int index)
{
    const qint64 id = m_picker->itemData(index).toLongLong();
    if (id == 0)
        m_service.take(m_keys, m_aliases);
    else
        m_service.show(id);
}

void ReviewView::save(const QString &path)
{
    QString text;
    for (const QStringList &cells : keys::tableOf(m_service.state().shown.rows))
        text += separatedLine(separatedBy(path), cells);
    const Result<> saved = writeText(path, text);
    emit said(saved ? tr("The review is written to %1").arg(path) : whyOf(saved.error()));
}

} // namespace pages
