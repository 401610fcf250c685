// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/advanced_fields.h"
#include "kit/controls.h"
#include "kit/form_row.h"
#include "kit/icons.h"
#include "kit/layout.h"
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace pages {

AdvancedFields::AdvancedFields()
    : m_fold(kit::button(kit::Glyph::ChevronRight, tr("Advanced"), kit::Role::Quiet))
    , m_ca(new QLineEdit)
    , m_proxy(new QLineEdit)
{
    m_fold->setObjectName(u"advanced"_s);
    m_fold->setCheckable(true);
    m_ca->setObjectName(u"caFile"_s);
    m_proxy->setObjectName(u"proxy"_s);
    m_proxy->setPlaceholderText(tr("as the system says"));
    QPushButton *choose = kit::button(tr("Choose…"));
    choose->setAccessibleName(tr("Choose the certificate file"));
    m_caRow = (new kit::FormRow(tr("Certificate authority"), kit::row({m_ca, choose}, kit::space::s, 0)))
                  ->withHint(tr("A PEM file, for a gateway whose certificate your company signs itself."));
    m_ca->setAccessibleName(tr("Certificate authority"));
    m_proxyRow = (new kit::FormRow(tr("HTTP proxy"), m_proxy))
                     ->withHint(tr("http://HOST:PORT, or none. Empty: as the system says."));
    m_folded = kit::stacked({m_caRow, m_proxyRow}, kit::space::m);
    QVBoxLayout *column = kit::plainColumn(this, kit::space::s);
    column->addWidget(kit::flow({m_fold}));
    column->addWidget(m_folded);
    connect(choose, &QPushButton::clicked, this, &AdvancedFields::chooseCa);
    connect(m_fold, &QPushButton::toggled, this, &AdvancedFields::unfold);
    for (QLineEdit *field : {m_ca, m_proxy}) {
        connect(field, &QLineEdit::textChanged, this, &AdvancedFields::edited);
        connect(field, &QLineEdit::editingFinished, this, &AdvancedFields::left);
    }
    unfold(false);
}

QString AdvancedFields::caFile() const
{
    return m_ca->text();
}

QString AdvancedFields::proxy() const
{
    return m_proxy->text();
}

void AdvancedFields::fill(const QString &caFile, const QString &proxy)
{
    m_ca->setText(caFile);
    m_proxy->setText(proxy);
    if (!caFile.isEmpty() || !proxy.isEmpty())
        m_fold->setChecked(true);
}

void judgeRow(kit::FormRow *row, const QString &refusal)
{
    refusal.isEmpty() ? row->accept() : row->refuse(refusal);
}

void AdvancedFields::judge(const QMap<DraftField, QString> &refusals)
{
    judgeRow(m_caRow, refusals.value(DraftField::CaFile));
    judgeRow(m_proxyRow, refusals.value(DraftField::Proxy));
}

void AdvancedFields::unfold(bool open)
{
    m_folded->setVisible(open);
    m_fold->setIcon(kit::icon(open ? kit::Glyph::ChevronDown : kit::Glyph::ChevronRight, kit::Ink::Muted));
    m_fold->setAccessibleDescription(open ? tr("open") : tr("closed"));
}

void AdvancedFields::chooseCa()
{
    auto *dialog =
        new QFileDialog(window(), tr("Certificate authority"), {}, tr("PEM files (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_ca->setText(path);
        emit left();
    });
    dialog->open();
}

} // namespace pages
