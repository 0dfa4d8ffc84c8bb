// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/speech/screen_reader.h"

#include <QRegularExpression>

#include <algorithm>

namespace porchlight::viewmodels {

using namespace Qt::StringLiterals;
using playback::Line;

namespace {

constexpr qreal enoughToSee = 40; // pixels: more than the room that a clip leaves for a focus ring

QString plain(QString text)
{
    // Marks that only serve drawing: isolates, direction marks, the space of no width.
    static const QRegularExpression marks(u"[\u2066-\u2069\u200e\u200f\u200b\u00ad]"_s);
    return text.remove(marks).trimmed();
}

QString textOf(const QQuickItem *item, const char *property)
{
    return item->property(property).toString();
}

QList<QQuickItem *> inOrderOfPainting(const QQuickItem *item)
{
    QList<QQuickItem *> children = item->childItems();
    std::stable_sort(children.begin(), children.end(), [](auto *a, auto *b) { return a->z() < b->z(); });
    return children;
}

QQuickItem *visibleOfType(QQuickItem *below, const char *type)
{
    if (!below->isVisible() || below->opacity() == 0)
        return nullptr;
    if (isOfType(below, type))
        return below;
    for (QQuickItem *child : below->childItems()) {
        if (QQuickItem *found = visibleOfType(child, type))
            return found;
    }
    return nullptr;
}

class Reader {
public:
    Reader(const ReaderContext &context, const QRectF &window) : m_context(context), m_window(window) {}

    std::vector<SpokenItem> items;

    void read(QQuickItem *item, Layer layer)
    {
        m_layer = layer;
        walk(item, m_window);
    }

    /// What names the page is said before it, where no text does it.
    void readTitle(QQuickItem *page)
    {
        const QString title = plain(textOf(page, "title"));
        const auto says = [&](const SpokenItem &known) {
            return std::any_of(known.lines.begin(), known.lines.end(),
                               [&](const Line &line) { return plain(line.text) == title; });
        };
        if (title.isEmpty() || std::any_of(items.begin(), items.end(), says))
            return;
        SpokenItem named;
        named.item = page;
        named.lines = {{title, m_context.language}};
        items.insert(items.begin(), named);
    }

private:
    void walk(QQuickItem *item, const QRectF &clip)
    {
        if (!item->isVisible() || item->opacity() == 0)
            return;
        const QRectF rect = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        const QRectF shown = rect & clip;
        SpokenItem here;
        here.item = item;
        here.layer = m_layer;
        here.enabled = item->isEnabled();
        here.shown = !shown.isEmpty() && shown.height() >= std::min(rect.height() / 2, enoughToSee);
        here.turning = m_turning;
        if (isOfType(item, "Pressable")) {
            here.control = true;
            here.lines = linesOfControl(item);
        } else {
            addTexts(item, here.lines);
            here.passing = item->property("passing").toBool();
        }
        if (!here.lines.empty())
            items.push_back(here);
        if (here.control)
            return;
        const bool turning = m_turning;
        m_turning = m_turning || isOfType(item, "TurnBar");
        for (QQuickItem *child : inOrderOfPainting(item))
            walk(child, item->clip() ? shown : clip);
        m_turning = turning;
    }

    [[nodiscard]] QString word(const char *id) const
    {
        if (!m_context.edition)
            return {};
        const auto found = m_context.edition->interface.find(id);
        return found == m_context.edition->interface.end() ? QString() : QString::fromStdString(found->second);
    }

    void add(const QString &text, std::vector<Line> &lines, const QString &language = {}) const
    {
        if (!plain(text).isEmpty())
            lines.push_back({text, language.isEmpty() ? m_context.language : language});
    }

    /// What this item itself says, without its children.
    void addTexts(const QQuickItem *item, std::vector<Line> &lines) const
    {
        if (item->inherits("QQuickText")) {
            if (item->property("silent").toBool())
                return;
            const QString text = textOf(item, "text");
            static const QRegularExpression counter(u"^(\\d+) / (\\d+)$"_s);
            if (const auto counts = counter.match(plain(text)); counts.hasMatch()) {
                add(word("speech.part"), lines);
                add(counts.captured(1), lines);
                add(word("speech.parts"), lines);
                add(counts.captured(2), lines);
                return;
            }
            add(textOf(item, "lead"), lines);
            const QString spoken = textOf(item, "spoken");
            const QString tongue = textOf(item, "tongue");
            if (const content::Language *named = languageNamed(text, tongue))
                lines.push_back(nameOf(*named));
            else
                add(spoken.isEmpty() ? text : spoken, lines, tongue);
            return;
        }
        const QStringList composed = item->property("spokenLines").toStringList();
        if (composed.isEmpty())
            return;
        add(textOf(item, "spokenHeading"), lines);
        const QStringList tongues = item->property("spokenTongues").toStringList();
        for (qsizetype at = 0; at < composed.size(); ++at)
            add(composed[at], lines, tongues.value(at));
    }

    /// The language whose own name this text is; null for any other text.
    [[nodiscard]] const content::Language *languageNamed(const QString &text, const QString &tongue) const
    {
        if (!m_context.edition || tongue.isEmpty())
            return nullptr;
        const auto &languages = m_context.edition->languages;
        const auto known = std::find_if(languages.begin(), languages.end(), [&](const content::Language &language) {
            return language.tag == tongue.toStdString() && language.ownName == text.toStdString();
        });
        return known == languages.end() ? nullptr : &*known;
    }

    [[nodiscard]] Line nameOf(const content::Language &language) const
    {
        const QString tag = QString::fromStdString(language.tag);
        Line own{QString::fromStdString(language.ownName), tag};
        if (!m_context.voices || m_context.voices->canSay(own))
            return own;
        Line spoken{QString::fromStdString(language.spokenName), tag};
        if (m_context.voices->canSay(spoken))
            return spoken;
        const Line english{QString::fromStdString(language.englishName), m_context.fallback};
        const Line ownByOther{own.text, m_context.fallback}; // made as its English name
        return m_context.voices->canSay(english) || !m_context.voices->canSay(ownByOther) ? english : ownByOther;
    }

    void addSeen(QQuickItem *item, std::vector<Line> &lines) const
    {
        if (!item->isVisible() || item->opacity() == 0)
            return;
        addTexts(item, lines);
        for (QQuickItem *child : inOrderOfPainting(item))
            addSeen(child, lines);
    }

    [[nodiscard]] std::vector<Line> linesOfControl(QQuickItem *control) const
    {
        std::vector<Line> seen;
        for (QQuickItem *child : inOrderOfPainting(control))
            addSeen(child, seen);
        // A label is the text of a button, or is joined of several; else only its sign is seen.
        QString unseen = plain(textOf(control, "label"));
        for (const Line &line : seen)
            unseen.remove(plain(line.text));
        std::vector<Line> lines;
        const bool named = isOfType(control, "LanguageButton") && !seen.empty();
        if (!unseen.trimmed().isEmpty() && !named)
            add(textOf(control, "label"), lines);
        lines.insert(lines.end(), seen.begin(), seen.end());
        add(textOf(control, "heard"), lines);
        if (const QString state = textOf(control, "stateWords"); !state.isEmpty())
            add(state, lines);
        else if (control->property("selected").toBool())
            add(word("speech.chosen"), lines);
        if (!control->isEnabled())
            add(word("speech.off"), lines);
        return lines;
    }

    const ReaderContext &m_context;
    QRectF m_window;
    Layer m_layer = Layer::Page;
    bool m_turning = false;
};

} // namespace

SpokenScreen readScreen(QQuickItem *window, const ReaderContext &context)
{
    Reader reader(context, QRectF(0, 0, window->width(), window->height()));
    SpokenScreen screen;
    for (const char *alone : {"NotReadyPage", "CoverPage", "IdlePage"}) {
        if ((screen.root = visibleOfType(window, alone)))
            break;
    }
    QQuickItem *bar = visibleOfType(window, "FixedBar");
    if (screen.root) {
        reader.read(screen.root, Layer::Page);
        if (bar && isOfType(screen.root, "IdlePage"))
            reader.read(bar, Layer::Bar); // Clear screen stays
    } else if (QQuickItem *pages = visibleOfType(window, "PageStack")) {
        screen.root = pages;
        reader.read(pages, Layer::Page);
        if (QQuickItem *page = visibleOfType(pages, "Page"))
            reader.readTitle(page);
        for (QQuickItem *other : pages->parentItem()->childItems()) {
            if (isOfType(other, "SignedText"))
                reader.read(other, Layer::Notice);
        }
        if (bar)
            reader.read(bar, Layer::Bar);
    } else {
        screen.root = window;
        reader.read(window, Layer::Page); // a window without the shell
        return {std::move(reader.items), window};
    }
    if (QQuickItem *ribbon = visibleOfType(window, "DemonstrationRibbon")) {
        Reader word(context, QRectF(0, 0, window->width(), window->height()));
        word.read(ribbon, Layer::Notice);
        const auto place = std::find_if(reader.items.begin(), reader.items.end(),
                                        [](const SpokenItem &item) { return item.layer == Layer::Bar; });
        reader.items.insert(place, word.items.begin(), word.items.end());
    }
    screen.items = std::move(reader.items);
    return screen;
}

} // namespace porchlight::viewmodels
