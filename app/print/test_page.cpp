// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/test_page.h"

#include "print/page_drawing.h"
#include "print/slip_arrangement.h"
#include "print/square_code.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace porchlight::print {

namespace {

constexpr double lineMm = 0.2;
constexpr double longestTickMm = 4;
constexpr double rulerMm = 8.5; ///< ticks and figures
constexpr double gapMm = 1.5;
constexpr double patchMm = 7;
constexpr double greyPitchMm = 0.5; ///< of the stripes that make a grey, which printers of black dots draw alike
constexpr double moduleMm = 0.5;
constexpr std::array letterSizesPt{10, 12, 14, 18};
constexpr std::array darknesses{1.0, 0.75, 0.5, 0.25};

/// Puts one thing below the other. Without a painter it only measures.
class Composer {
public:
    Composer(QPainter *painter, const Paper &paper) : m_painter(painter), m_paper(paper)
    {
        m_left = paper.marginMm + rulerMm;
        m_right = paper.widthMm - paper.marginMm - gapMm;
        m_y = paper.marginMm + rulerMm;
    }

    /// Where the last thing ends, and the frame after it.
    [[nodiscard]] double bottomMm() const { return m_y + m_paper.marginMm; }

    void text(const QString &text, int pt, bool bold)
    {
        const Paragraph paragraph(text, styleOf({text, u"Noto Sans"_s}, pt, bold));
        draw(paragraph, m_left);
        m_y += paragraph.height() / unitsPerMm + gapMm;
    }

    /// As many on a line as there is room for.
    void scripts(const std::vector<ScriptSample> &samples)
    {
        double x = m_left;
        double height = 0;
        for (const ScriptSample &sample : samples) {
            const Paragraph paragraph(sample.text, styleOf(sample, letterSizesPt[0], false));
            const double width = paragraph.layout().lineAt(0).naturalTextWidth() / unitsPerMm;
            if (x > m_left && x + width > m_right) {
                m_y += height;
                x = m_left;
                height = 0;
            }
            draw(paragraph, x);
            x += width + 2 * gapMm;
            height = std::max(height, paragraph.height() / unitsPerMm);
        }
        m_y += height + gapMm;
    }

    void patches()
    {
        double x = m_left;
        for (const double darkness : darknesses) {
            const double pitch = darkness < 1 ? greyPitchMm : patchMm; // no seams in black
            for (double y = 0; y < patchMm; y += pitch)
                fill(x, m_y + y, patchMm, pitch * darkness);
            x += patchMm + gapMm;
        }
        m_y += patchMm + gapMm;
    }

    void code(const QString &content)
    {
        const QImage modules = squareCode(content, 1);
        const double side = modules.width() * moduleMm;
        if (m_painter)
            m_painter->drawImage(QRectF(m_left * unitsPerMm, m_y * unitsPerMm, side * unitsPerMm, side * unitsPerMm),
                                 modules);
        m_y += side + gapMm;
    }

    /// The frame and the rulers, of a page of this height.
    void edges(double heightMm)
    {
        const double margin = m_paper.marginMm;
        const double width = m_paper.widthMm - 2 * margin;
        const double height = heightMm - 2 * margin;
        fill(margin, margin, width, lineMm);
        fill(margin, margin + height - lineMm, width, lineMm);
        fill(margin, margin, lineMm, height);
        fill(margin + width - lineMm, margin, lineMm, height);
        // Counted from the edges of the paper: a page that comes out shifted or scaled is seen at once.
        for (int mm = static_cast<int>(std::ceil(margin)) + 1; mm < margin + width; ++mm) {
            fill(mm - lineMm / 2, margin, lineMm, tickMm(mm));
            if (mm % 10 == 0)
                figure(mm, {mm - 1.0, margin + longestTickMm});
        }
        for (int mm = static_cast<int>(std::ceil(margin)) + 1; mm < margin + height; ++mm) {
            fill(margin, mm - lineMm / 2, tickMm(mm), lineMm);
            if (mm % 10 == 0 && mm > margin + rulerMm)
                figure(mm, {margin + longestTickMm + 0.4, mm - 1.5});
        }
    }

private:
    static double tickMm(int mm) { return mm % 10 == 0 ? longestTickMm : mm % 5 == 0 ? 2.5 : 1.5; }

    [[nodiscard]] ParagraphStyle styleOf(const ScriptSample &sample, int pt, bool bold) const
    {
        QFont font;
        font.setFamilies({sample.fontFamily, u"Noto Sans"_s});
        font.setPixelSize(static_cast<int>(std::lround(pt * unitsPerPt)));
        font.setBold(bold);
        font.setHintingPreference(QFont::PreferNoHinting);
        // Aligned to the left also where it is read from the right: the composer says where it stands.
        return {font, Qt::AlignLeft | Qt::AlignAbsolute, sample.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight,
                (m_right - m_left) * unitsPerMm, false};
    }

    void figure(int mm, QPointF atMm)
    {
        constexpr int smallPt = 6;
        draw(Paragraph(QString::number(mm), styleOf({{}, u"Noto Sans"_s}, smallPt, false)), atMm.x(), atMm.y());
    }

    void draw(const Paragraph &paragraph, double xMm) { draw(paragraph, xMm, m_y); }
    void draw(const Paragraph &paragraph, double xMm, double yMm)
    {
        if (m_painter)
            paragraph.layout().draw(m_painter, QPointF(xMm, yMm) * unitsPerMm);
    }

    void fill(double xMm, double yMm, double widthMm, double heightMm)
    {
        if (m_painter)
            m_painter->fillRect(QRectF(xMm * unitsPerMm, yMm * unitsPerMm, widthMm * unitsPerMm, heightMm * unitsPerMm),
                                Qt::black);
    }

    QPainter *m_painter;
    Paper m_paper;
    double m_left = 0;
    double m_right = 0;
    double m_y = 0;
};

class TestPage final : public PageDrawing {
public:
    explicit TestPage(std::vector<ScriptSample> scripts) : m_scripts(std::move(scripts)) {}

    QSizeF sizeMm(const Paper &paper) const override
    {
        Composer composer(nullptr, paper);
        compose(composer);
        return {paper.widthMm, std::max(paper.heightMm, std::ceil(composer.bottomMm()))};
    }

    void paint(QPainter &painter, const Paper &paper, double dotsPerMm) const override
    {
        painter.save();
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        painter.scale(dotsPerMm / unitsPerMm, dotsPerMm / unitsPerMm);
        painter.setPen(Qt::black);
        Composer composer(&painter, paper);
        compose(composer);
        composer.edges(sizeMm(paper).height());
        painter.restore();
    }

private:
    void compose(Composer &composer) const
    {
        composer.text(u"Test page"_s, letterSizesPt[2], true);
        for (const int pt : letterSizesPt)
            composer.text(u"%1 pt 0123"_s.arg(pt), pt, false);
        composer.text(u"1-555-0199"_s, letterSizesPt[2], true);
        composer.scripts(m_scripts);
        composer.patches();
        composer.code(u"test"_s);
    }

    std::vector<ScriptSample> m_scripts;
};

} // namespace

SlipDocument testPage(std::vector<ScriptSample> scripts)
{
    SlipDocument document;
    document.widthMm = 0;
    document.drawing = std::make_shared<TestPage>(std::move(scripts));
    return document;
}

} // namespace porchlight::print
