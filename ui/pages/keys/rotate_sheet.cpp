// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/keys/rotate_sheet.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/layout.h"
#include "kit/notice.h"
#include "kit/sheet.h"
#include "pages/key_words.h"
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace pages {

using namespace kit;

static constexpr std::chrono::seconds day = 24h;

RotateSheet::RotateSheet(const Key &key, const KeyPlace &place, const QDateTime &now, QWidget *window)
    : m_key(key)
    , m_place(place)
    , m_now(now)
    , m_sheet(new Sheet(tr("Rotate key “%1”").arg(key.name), tr("on %1").arg(place.profile), window))
    , m_overlap(new QComboBox)
    , m_meaning(wrapped({}, Type::Body))
{
    setParent(m_sheet);
    m_sheet->setObjectName(u"rotateSheet"_s);
    build();
    buildFoot();
    m_sheet->setWidth(560);
    connect(m_sheet, &Sheet::closeWanted, this, &RotateSheet::close);
    showMeaning();
    m_sheet->open();
    m_overlap->setFocus(Qt::OtherFocusReason);
}

void RotateSheet::build()
{
    m_overlap->setObjectName(u"overlap"_s);
    m_overlap->addItem(tr("not at all"), 0);
    m_overlap->addItem(tr("for an hour"), 3600);
    m_overlap->addItem(tr("for a day"), qint64(day.count()));
    m_overlap->addItem(tr("for a week"), qint64(7 * day.count()));
    m_overlap->addItem(tr("for 30 days"), qint64(30 * day.count()));
    m_overlap->setCurrentIndex(m_overlap->findData(qint64(day.count())));
    connect(m_overlap, &QComboBox::currentIndexChanged, this, &RotateSheet::showMeaning);
    m_meaning->setObjectName(u"rotationMeaning"_s);
    QVBoxLayout *body = m_sheet->body();
    if (const QString still = oldSecretInWords(m_key, m_place, m_now); !still.isEmpty())
        body->addWidget(new Notice(Status::Warn, tr("An older secret still works"),
            tr("%1 A key has two secrets at most: it ends now, whatever you choose.").arg(still)));
    body->addWidget(paragraph(
        tr("The key gets a new secret, which is shown once. What it may call and spend stays as it is."), Ink::Text));
    body->addWidget(new FormRow(tr("The present secret works on"), m_overlap));
    body->addWidget(m_meaning);
}

void RotateSheet::buildFoot()
{
    auto *cancel = button(tr("Cancel"));
    auto *rotate = button(tr("Rotate key"), Role::Primary);
    cancel->setObjectName(u"cancelRotation"_s);
    rotate->setObjectName(u"rotateNow"_s);
    m_sheet->foot()->addStretch(1);
    m_sheet->foot()->addWidget(cancel);
    m_sheet->foot()->addWidget(rotate);
    connect(cancel, &QPushButton::clicked, this, &RotateSheet::close);
    connect(rotate, &QPushButton::clicked, this, [this] {
        emit wanted(overlap());
        close();
    });
}

QPushButton *RotateSheet::offerSuccessor()
{
    auto *offer = button(tr("Use a new key instead…"), Role::Quiet);
    offer->setObjectName(u"useSuccessor"_s);
    offer->setToolTip(tr("Both keys work until usage proves that nobody calls with the old one"));
    m_sheet->foot()->insertWidget(0, offer);
    connect(offer, &QPushButton::clicked, this, &RotateSheet::close);
    return offer;
}

std::chrono::seconds RotateSheet::overlap() const
{
    return std::chrono::seconds(m_overlap->currentData().toLongLong());
}

void RotateSheet::showMeaning()
{
    const QDateTime until = m_now.addSecs(overlap().count());
    m_meaning->setText(overlap() == 0s
            ? tr("Calls with the present secret are refused as soon as the new one is there.")
            : tr("Both secrets work until %1. From then on calls with the present one are refused.")
                  .arg(dayAndTime(until, m_place.zone)));
    m_overlap->setAccessibleDescription(m_meaning->text());
}

void RotateSheet::close()
{
    m_sheet->hide();
    m_sheet->deleteLater();
}

QString oldSecretInWords(const Key &key, const KeyPlace &place, const QDateTime &now)
{
    if (!key.previousUntil || *key.previousUntil <= now)
        return {};
    return RotateSheet::tr("The old secret works until %1.").arg(dayAndTime(*key.previousUntil, place.zone));
}

} // namespace pages
