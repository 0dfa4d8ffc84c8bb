// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "word_breaks.h"

#include <QFontMetricsF>
#include <QtMath>

namespace porchlight::controls {

namespace {

constexpr QChar wordEnd(0x200B);

/// The end of the word that begins at `at`, with the space behind it.
qsizetype nextWord(const QString &text, qsizetype at)
{
    while (at < text.size() && text[at] != wordEnd && !text[at].isSpace())
        ++at;
    while (at < text.size() && (text[at] == wordEnd || text[at].isSpace()))
        ++at;
    return at;
}

} // namespace

void WordBreaks::setTarget(QQuickItem *target)
{
    if (target == m_target)
        return;
    if (m_target)
        disconnect(m_target, nullptr, this, nullptr);
    m_target = target;
    if (m_target) {
        // By name: the type of the line is Qt's own.
        connect(m_target, SIGNAL(lineLaidOut(QQuickTextLine *)), this, SLOT(lineLaidOut(QQuickTextLine *)));
        QMetaObject::invokeMethod(m_target, "forceLayout");
    }
    Q_EMIT targetChanged();
}

void WordBreaks::measure()
{
    m_widths.clear();
    const QString text = m_target->property("text").toString();
    const QFontMetricsF metrics(m_target->property("font").value<QFont>());
    const qreal room = m_target->width();
    const auto widthOf = [&](qsizetype from, qsizetype to) {
        return metrics.horizontalAdvance(QStringView(text).mid(from, to - from).trimmed().toString());
    };
    // Qt lays out each script of a line by itself and rounds each; so little is no room for another sign.
    const qreal slack = metrics.height() / 20;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = nextWord(text, begin);
        for (qsizetype more = end; more < text.size(); end = more) {
            more = nextWord(text, end);
            if (widthOf(begin, more) + slack > room)
                break;
        }
        // A word that is wider than all the room is left to Qt.
        m_widths.append(qMin(room, widthOf(begin, end) + slack));
        begin = end;
    }
}

void WordBreaks::lineLaidOut(QQuickTextLine *line)
{
    auto *const laid = reinterpret_cast<QObject *>(line); // its first base
    const int number = laid->property("number").toInt();
    if (number == 0) {
        measure();
        // Qt counts the place of a line of scaled height from here.
        const QFontMetricsF metrics(m_target->property("font").value<QFont>());
        m_next = (1 - m_target->property("lineHeight").toReal()) * qCeil(metrics.height());
    }
    const bool last = number >= m_widths.size() - 1; // it ends where the text does
    // As without a listener: lines stand as close as lineHeight says, and the last one keeps its whole height. Setting
    // a height moves the line, so that its place is set after.
    const qreal height = laid->property("height").toReal();
    if (last)
        laid->setProperty("height", height / m_target->property("lineHeight").toReal());
    laid->setProperty("y", m_next);
    m_next += height;
    if (last)
        return;
    const qreal width = m_widths[number];
    if (m_target->property("effectiveHorizontalAlignment").toInt() == Qt::AlignHCenter)
        laid->setProperty("x", (m_target->width() - width) / 2);
    laid->setProperty("width", width);
}

} // namespace porchlight::controls
