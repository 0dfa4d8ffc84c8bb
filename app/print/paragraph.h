// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>
#include <QTextOption>

#include <memory>

class QTextLayout;

namespace porchlight::print {

/// One text of a slip, shaped and broken into lines. Made and used on one thread.
struct ParagraphStyle {
    QFont font; ///< sized in pixels
    Qt::Alignment alignment;
    Qt::LayoutDirection direction = Qt::LeftToRight;
    double width = 0;
    bool oneLine = false;
};

/// How far ink or lines reach from the base line, as a part of the font's size.
struct Reach {
    double above = 0;
    double below = 0;
};

class Paragraph {
public:
    /// No run of digits ("1-888-373-7888", "(573) 555-0100") is ever broken: it moves to a line of its own, and where
    /// the column is narrower than the run the font shrinks.
    Paragraph(const QString &text, const ParagraphStyle &style);
    Paragraph(Paragraph &&) noexcept;
    Paragraph &operator=(Paragraph &&) noexcept;
    ~Paragraph();

    [[nodiscard]] const QTextLayout &layout() const { return *m_layout; }
    /// Of the lines as they stand.
    [[nodiscard]] double height() const { return m_height; }
    /// Of its tallest line.
    [[nodiscard]] Reach ink() const;
    /// Puts the lines as far apart as these reach. What a font asks for is often far more than its letters need.
    void space(Reach reach);

private:
    std::unique_ptr<QTextLayout> m_layout;
    double m_height = 0;
};

} // namespace porchlight::print
