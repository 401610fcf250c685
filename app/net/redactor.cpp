// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/redactor.h"
#include "net/redact.h"
#include <QReadWriteLock>
#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace net {

struct Redactor::Known
{
    struct Form
    {
        Secret text; // as it may stand on the wire
        QByteArray mark;
    };
    mutable QReadWriteLock lock;
    std::vector<Form> forms;

    void add(const QByteArray &text, const QByteArray &mark)
    {
        for (const Form &form : forms)
            if (form.text.reveal() == text)
                return;
        forms.push_back({Secret(text), mark});
    }
};

bool carriesSecret(const QByteArray &headerName)
{
    static const QList<QByteArray> names{"authorization", "proxy-authorization", "x-api-key", "x-goog-api-key",
        "api-key", "x-bf-vk", "x-portkey-api-key", "cookie", "set-cookie"};
    return names.contains(headerName.toLower());
}

Redactor::Redactor() : m_known(std::make_unique<Known>()) {}

Redactor::~Redactor() = default;

void Redactor::know(const Secret &secret)
{
    const QByteArray &text = secret.reveal();
    if (text.size() < 8)
        return;
    const QByteArray mark = secret.lastFour().isEmpty() ? "[secret]" : "[secret ..." + text.last(4) + ']';
    const QWriteLocker writing(&m_known->lock);
    m_known->add(text, mark);
    m_known->add(text.toPercentEncoding(), mark);
    m_known->add(QByteArray(text).replace('\\', "\\\\").replace('"', "\\\""), mark);
}

QByteArray Redactor::clean(const QByteArray &text) const
{
    QByteArray out = text;
    {
        const QReadLocker reading(&m_known->lock);
        for (const Known::Form &form : m_known->forms)
            out.replace(form.text.reveal(), form.mark);
    }
    const QString decoded = QString::fromUtf8(out);
    const QString cleaned = withoutKeyLike(decoded);
    return cleaned == decoded ? out : cleaned.toUtf8(); // bytes that are no UTF-8 stay as they are
}

QString Redactor::clean(const QString &text) const
{
    return QString::fromUtf8(clean(text.toUtf8()));
}

QUrl Redactor::clean(const QUrl &url) const
{
    const QUrl bare = url.adjusted(QUrl::RemoveUserInfo);
    return QUrl(clean(bare.toString(QUrl::FullyEncoded)), QUrl::TolerantMode);
}

QList<Header> Redactor::clean(const QList<Header> &headers) const
{
    QList<Header> out;
    for (const Header &header : headers) {
        const QByteArray end = header.value.size() < 16 ? QByteArray() : " ..." + header.value.last(4);
        out << Header{header.name, carriesSecret(header.name) ? "[secret" + end + ']' : clean(header.value)};
    }
    return out;
}

// A piece of text that a model wrote, inside a frame.
struct Piece
{
    qsizetype frame;
    qsizetype at;
    qsizetype size;
};

static QList<Piece> piecesOf(const QByteArrayList &texts)
{
    static const QRegularExpression value(
        u"\"(?:content|text|arguments|delta|partial_json|reasoning_content|thinking)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\""_s);
    QList<Piece> pieces;
    for (qsizetype i = 0; i < texts.size(); ++i)
        for (const auto &match : value.globalMatch(QString::fromLatin1(texts.at(i)))) // one char a byte: offsets stay
            pieces << Piece{i, match.capturedStart(1), match.capturedLength(1)};
    return pieces;
}

// Blacks out, in the frames, what was found at [from, from + size) of the joined pieces.
static void blackOut(QByteArrayList &texts, const QList<Piece> &pieces, qsizetype from, qsizetype size)
{
    qsizetype start = 0; // of the piece in the joined text
    for (const Piece &piece : pieces) {
        const qsizetype first = qMax(from, start);
        const qsizetype last = qMin(from + size, start + piece.size);
        for (qsizetype at = first; at < last; ++at)
            texts[piece.frame][piece.at + at - start] = '*'; // of equal length, so that offsets stay true
        start += piece.size;
    }
}

static void blackOutJoined(QByteArrayList &texts, const QByteArrayList &secrets)
{
    static const QRegularExpression key(u"\\b(?:sk|pk)-[A-Za-z0-9_-]{12,}"_s);
    const QList<Piece> pieces = piecesOf(texts);
    QByteArray joined;
    for (const Piece &piece : pieces)
        joined += texts.at(piece.frame).mid(piece.at, piece.size);
    for (const QByteArray &secret : secrets)
        for (qsizetype at = joined.indexOf(secret); at >= 0; at = joined.indexOf(secret, at + secret.size()))
            blackOut(texts, pieces, at, secret.size());
    for (const auto &match : key.globalMatch(QString::fromLatin1(joined)))
        blackOut(texts, pieces, match.capturedStart(), match.capturedLength());
}

QList<Frame> Redactor::clean(QList<Frame> frames) const
{
    QByteArrayList secrets;
    {
        const QReadLocker reading(&m_known->lock);
        for (const Known::Form &form : m_known->forms)
            secrets << form.text.reveal();
    }
    for (QByteArray Frame::*part : {&Frame::data, &Frame::raw}) {
        QByteArrayList texts;
        for (const Frame &frame : frames)
            texts << frame.*part;
        blackOutJoined(texts, secrets);
        for (qsizetype i = 0; i < frames.size(); ++i)
            frames[i].*part = clean(texts.at(i));
    }
    return frames;
}

} // namespace net
