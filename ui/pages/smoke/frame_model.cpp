// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/smoke/frame_model.h"
#include "kit/format.h"
#include "net/redact.h"
#include <QLocale>

using namespace Qt::StringLiterals;

namespace pages {

static constexpr qsizetype longestShown = 400; // characters of one frame; the evidence has all

bool FrameModel::continues(const QList<net::Frame> &frames) const
{
    if (m_frames.isEmpty() || frames.size() < m_frames.size())
        return m_frames.isEmpty();
    const qsizetype last = m_frames.size() - 1;
    return frames.at(last).atNs == m_frames.at(last).atNs && frames.at(last).data == m_frames.at(last).data
        && frames.first().data == m_frames.first().data;
}

void FrameModel::show(const QList<net::Frame> &frames)
{
    if (!continues(frames)) {
        beginResetModel();
        m_frames = frames;
        endResetModel();
    } else if (frames.size() > m_frames.size()) {
        beginInsertRows({}, int(m_frames.size()), int(frames.size()) - 1);
        m_frames = frames;
        endInsertRows();
    }
}

QVariant FrameModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Arrival:
        return tr("Arrival");
    case Gap:
        return tr("Gap");
    case Bytes:
        return tr("Bytes");
    default:
        return tr("Data");
    }
}

static QString inMs(qint64 ns)
{
    return FrameModel::tr("%1 ms").arg(QLocale().toString(double(ns) / 1e6, 'f', 1));
}

QVariant FrameModel::data(const QModelIndex &at, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int((at.column() == Data ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const net::Frame &frame = m_frames.at(at.row());
    switch (at.column()) {
    case Arrival:
        return inMs(frame.atNs);
    case Gap:
        return at.row() == 0 ? kit::format::none() : inMs(frame.atNs - m_frames.at(at.row() - 1).atNs);
    case Bytes:
        return frame.raw.isEmpty() ? kit::format::none() : kit::format::count(frame.raw.size()); // a kept one
    default:
        return net::withoutKeyLike(QString::fromUtf8(frame.data.left(longestShown))).simplified();
    }
}

} // namespace pages
