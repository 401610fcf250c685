// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/secret_sheet.h"
#include "keys/hand_over.h"
#include "kit/controls.h"
#include "kit/format.h"
#include "kit/icons.h"
#include "kit/layout.h"
#include "kit/mark_widgets.h"
#include "kit/notice.h"
#include "kit/sheet.h"
#include "pages/clipboard_lease.h"
#include "pages/issued_field.h"
#include "pages/key_words.h"
#include "secrets/handover.h"
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace pages {

using namespace kit;

namespace {

// "acme-staging, owner payments, 4 aliases, 1,200 USD a month"
QString summary(const Key &key, const KeyPlace &place)
{
    QStringList parts{place.profile};
    if (!key.passport.owner.isEmpty())
        parts << SecretSheet::tr("owner %1").arg(key.passport.owner);
    parts << aliasesInWords(key.aliases);
    for (const Budget &budget : key.budgets)
        parts << kit::format::moneyWithCode(budget.nanos, u"USD"_s) + u' ' + perWindow(budget.window);
    if (!key.passport.ticket.isEmpty())
        parts << SecretSheet::tr("ticket %1").arg(key.passport.ticket);
    return parts.join(u", "_s);
}

QString titleOf(const SecretSheet::Issued &issued)
{
    if (issued.again)
        return SecretSheet::tr("The secret of key “%1”").arg(issued.key.name);
    return (
        issued.before.isEmpty() ? SecretSheet::tr("Key “%1” is created") : SecretSheet::tr("Key “%1” has a new secret"))
        .arg(issued.key.name);
}

QPlainTextEdit *codeView()
{
    auto *made = new QPlainTextEdit;
    made->setReadOnly(true);
    made->setFont(font(Type::Mono));
    made->setTabChangesFocus(true);
    made->setLineWrapMode(QPlainTextEdit::NoWrap);
    made->viewport()->setBackgroundRole(QPalette::AlternateBase);
    made->document()->setDocumentMargin(space::s);
    made->setFixedHeight(8 * QFontMetrics(made->font()).lineSpacing() + 2 * space::m + space::xs);
    made->setAccessibleName(SecretSheet::tr("Text to hand over"));
    return made;
}

// The time that is left, as a bar that shrinks in place.
class LeftBar final : public QWidget
{
public:
    LeftBar() { setFixedSize(scaled(120), 14); }
    double share = 0;

protected:
    void paintEvent(QPaintEvent *) override;
};

} // namespace

SecretSheet::SecretSheet(Issued issued, const KeyPlace &place, ClipboardLease &lease, QWidget *window)
    : m_again(issued.again.has_value())
    , m_secret(std::move(issued.secret))
    , m_lease(lease)
    , m_sheet(new Sheet(titleOf(issued), summary(issued.key, place), window))
    , m_field(new IssuedField(secrets::forScreenOnce(m_secret)))
    , m_left(label({}, Type::Caption, Ink::Muted))
    , m_bar(new LeftBar)
    , m_empty(button(tr("Empty now"), Role::Quiet))
    , m_stored(new QCheckBox(tr("The key is stored where it belongs")))
    , m_reason(elided({}, Type::Caption, Ink::Bad))
{
    setParent(m_sheet);
    m_sheet->setObjectName(u"secretSheet"_s);
    QVBoxLayout *body = m_sheet->body();
    tellWhy(issued);
    body->addWidget(secretLine());
    body->addWidget(countdown());
    body->addSpacing(space::s);
    body->addWidget(label(tr("Hand over"), Type::Strong));
    body->addWidget(handOver(issued.key, place, issued.alias));
    buildFoot();
    m_sheet->setWidth(720);
    connect(m_sheet, &Sheet::closeWanted, this, &SecretSheet::closeIfStored);
    connect(&m_lease, &ClipboardLease::ticked, this, &SecretSheet::showLeft);
    showLeft();
    m_sheet->open();
    m_field->deselect();
}

SecretSheet::~SecretSheet() = default;

void SecretSheet::tellWhy(const Issued &issued)
{
    const QString &before = issued.before;
    if (m_again)
        return m_sheet->body()->addWidget(new Notice(Status::Info, tr("The gateway showed the secret again"),
            tr("The journal has a line about it, without the secret. %1").arg(*issued.again).trimmed()));
    m_sheet->body()->addWidget(new Notice(Status::Warn, tr("This is the only time the key can be seen"),
        before.isEmpty() ? tr("The gateway keeps a hash. If it is lost, create another and disable this one.")
                         : tr("The gateway keeps a hash. If it is lost, rotate the key again. %1").arg(before)));
}

QWidget *SecretSheet::secretLine()
{
    m_field->setFont(font(Type::Mono));
    m_field->setAccessibleName(tr("Key"));
    m_field->setObjectName(u"secretField"_s);
    auto *hide = iconButton(Glyph::Hide, tr("Hide"));
    auto *copy = button(Glyph::Copy, tr("Copy"), Role::Primary);
    copy->setObjectName(u"copySecret"_s);
    for (QWidget *widget : QList<QWidget *>{m_field, copy})
        widget->setMinimumHeight(scaled(36));
    connect(copy, &QPushButton::clicked, m_field, &IssuedField::copyWanted);
    connect(m_field, &IssuedField::copyWanted, this, [this] { m_lease.copy(m_secret); });
    connect(hide, &QToolButton::clicked, this, [this, hide] {
        const bool hides = m_field->echoMode() == QLineEdit::Normal;
        m_field->setEchoMode(hides ? QLineEdit::Password : QLineEdit::Normal);
        hide->setIcon(icon(hides ? Glyph::Reveal : Glyph::Hide, Ink::Muted));
        hide->setToolTip(hides ? tr("Show") : tr("Hide"));
        hide->setAccessibleName(hide->toolTip());
    });
    return row({m_field, hide, copy}, space::s, 0);
}

QWidget *SecretSheet::countdown()
{
    m_empty->setObjectName(u"emptyClipboard"_s);
    m_left->setObjectName(u"clipboardLeft"_s);
    connect(m_empty, &QPushButton::clicked, &m_lease, &ClipboardLease::emptyNow);
    return row({m_left, m_bar, spacer(), m_empty}, space::s, 2);
}

QWidget *SecretSheet::handOver(const Key &key, const KeyPlace &place, const QString &alias)
{
    const QList<keys::HandOver> all = keys::handOvers(key.name, place.dataUrl, alias);
    auto *client = new QComboBox;
    client->setAccessibleName(tr("Hand over as"));
    client->setObjectName(u"handOverAs"_s);
    for (const keys::HandOver &each : all)
        client->addItem(each.title);
    QPlainTextEdit *text = codeView();
    text->setPlainText(all.first().text);
    QToolButton *copy = iconButton(Glyph::Copy, tr("Copy this text"));
    connect(
        client, &QComboBox::currentIndexChanged, text, [text, all](int at) { text->setPlainText(all.value(at).text); });
    connect(copy, &QToolButton::clicked, text, [this, text] {
        QGuiApplication::clipboard()->setText(text->toPlainText());
        emit copied();
    });
    auto *note = wrapped(tr("The text names a variable, not the key."), Type::Caption, Ink::Muted);
    return stacked({row({client, spacer(), copy}, space::s, 1), text, note}, space::s);
}

void SecretSheet::buildFoot()
{
    auto *smoke = button(tr("Run first smoke test"));
    auto *end = button(tr("Done"), Role::Primary);
    smoke->setObjectName(u"smokeWithKey"_s);
    end->setObjectName(u"secretDone"_s);
    m_stored->setObjectName(u"secretStored"_s);
    if (m_again)
        m_stored->hide(); // to show it before it has a parent would make a window of it
    for (QPushButton *verb : {smoke, end}) {
        verb->setEnabled(m_again);
        connect(m_stored, &QCheckBox::toggled, verb, &QWidget::setEnabled);
    }
    connect(m_stored, &QCheckBox::toggled, m_reason, &QLabel::clear);
    connect(smoke, &QPushButton::clicked, this, [this] { finish(true); });
    connect(end, &QPushButton::clicked, this, [this] { finish(false); });
    m_sheet->foot()->addWidget(m_stored);
    m_sheet->foot()->addWidget(m_reason, 1);
    m_sheet->foot()->addWidget(smoke);
    m_sheet->foot()->addWidget(end);
}

void SecretSheet::showLeft()
{
    const bool runs = m_lease.running();
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(m_lease.left()).count();
    m_left->setText(runs ? tr("Copied. The clipboard is emptied in %1 s.").arg(seconds)
                         : tr("A copy stays in the clipboard for %1 s.")
                               .arg(std::chrono::ceil<std::chrono::seconds>(m_lease.time()).count()));
    auto *bar = static_cast<LeftBar *>(m_bar);
    bar->share = runs ? double(m_lease.left().count()) / double(m_lease.time().count()) : 0;
    bar->update();
    bar->setVisible(runs);
    m_empty->setVisible(runs);
}

void SecretSheet::closeIfStored()
{
    if (m_again || m_stored->isChecked())
        return finish(false);
    m_reason->setText(tr("Tick it first: the key cannot be shown again."));
    m_stored->setFocus(Qt::OtherFocusReason);
}

void SecretSheet::finish(bool smoke)
{
    emit done();
    if (smoke)
        emit smokeWanted();
    close();
}

void SecretSheet::close()
{
    m_field->clear();
    m_sheet->hide();
    m_sheet->deleteLater();
}

void LeftBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintMeter(painter, tokensOf(this), QRectF(0, (height() - 6) / 2.0, width(), 6), {share, -1, 2, 2});
}

} // namespace pages
