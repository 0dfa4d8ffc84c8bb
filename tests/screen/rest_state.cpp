// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "screen/rest_state.h"

#include <QMetaProperty>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSet>

namespace porchlight::screen {

using namespace Qt::StringLiterals;

namespace {

/// Of Qt's own properties, those that a visit could leave changed.
const QSet<QByteArray> watched{"visible", "enabled", "activeFocus", "text", "source", "running", "opacity"};
/// Only of what is seen: a positioner leaves hidden items where they were.
const QSet<QByteArray> geometry{"x", "y", "width", "height"};

/// Mean nothing at rest. pagePlace: forgotten at the end of a visit, known again when it moves. barAwake: set anew each
/// time before it is asked for.
const QSet<QByteArray> passing{"pagePlace", "barAwake"};

bool isPlain(const QMetaProperty &property)
{
    switch (property.metaType().id()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::Double:
    case QMetaType::QString:
    case QMetaType::QColor:
    case QMetaType::QUrl:
        return true;
    default:
        return property.isEnumType();
    }
}

/// A mirrored page that has slid in is a ten-millionth of a pixel wider for it.
QString wordsFor(const QVariant &value)
{
    return value.typeId() == QMetaType::Double ? QString::number(value.toDouble(), 'f', 3) : value.toString();
}

/// "HomePage" of "HomePage_QMLTYPE_31": the number is given in the order of first use.
QString typeName(const QMetaObject *type)
{
    return QString::fromLatin1(type->className()).section(u'_', 0, 0);
}

bool isOurs(const QMetaObject *type)
{
    return QByteArray(type->className()).contains("_QML");
}

/// Where the keys go, within the shell. Pages have a scope of their own, which means nothing while the shell has them.
bool hasFocus(const QQuickItem *item)
{
    const QQuickItem *scope = item->parentItem();
    while (scope && !scope->isFocusScope())
        scope = scope->parentItem();
    return scope && typeName(scope->metaObject()) == u"Shell"_s && item->hasFocus();
}

bool isTold(const QMetaObject *part, const char *name, bool seen)
{
    return !passing.contains(name) && (isOurs(part) || watched.contains(name) || (seen && geometry.contains(name)));
}

void describe(const QObject *object, const QString &where, QStringList &into)
{
    const QMetaObject *type = object->metaObject();
    const QString name = where + u' ' + typeName(type);
    const auto *item = qobject_cast<const QQuickItem *>(object);
    const bool seen = item && item->isVisible();
    if (item && hasFocus(item))
        into.append(name + u" has the keys"_s);
    into.append(name);
    for (const QMetaObject *part = type; part; part = part->superClass()) {
        for (int at = part->propertyOffset(); at < part->propertyCount(); ++at) {
            const QMetaProperty property = part->property(at);
            if (isPlain(property) && isTold(part, property.name(), seen))
                into.append(name + u'.' + QLatin1StringView(property.name()) + u" = "_s +
                            wordsFor(property.read(object)));
        }
    }
}

void walk(const QObject *object, const QString &where, QStringList &into)
{
    describe(object, where, into);
    int at = 0;
    QSet<const QObject *> seen;
    if (const auto *item = qobject_cast<const QQuickItem *>(object)) {
        for (const QQuickItem *child : item->childItems()) {
            seen.insert(child);
            walk(child, where + u'/' + QString::number(at++), into);
        }
    }
    for (const QObject *child : object->children())
        if (!seen.contains(child) && !qobject_cast<const QQuickItem *>(child))
            walk(child, where + u'/' + QString::number(at++), into);
}

} // namespace

QStringList stateOf(QQuickWindow &window)
{
    QStringList state;
    walk(window.contentItem(), {}, state);
    for (const QObject *child : window.children())
        if (!qobject_cast<const QQuickItem *>(child))
            walk(child, u"window"_s, state);
    const QQuickItem *focus = window.activeFocusItem();
    state.append(u"focus: "_s + (focus ? typeName(focus->metaObject()) : QString()));
    return state;
}

QString firstDifferences(const QStringList &before, const QStringList &after)
{
    constexpr int enough = 12;
    QString text = u"%1 lines before, %2 after\n"_s.arg(before.size()).arg(after.size());
    const auto tell = [&](const char *what, const QStringList &these, const QStringList &those) {
        const QSet<QString> known(those.begin(), those.end());
        int told = 0;
        for (const QString &line : these)
            if (!known.contains(line) && ++told <= enough)
                text += QLatin1StringView(what) + line + u'\n';
    };
    tell("  was ", before, after);
    tell("  is  ", after, before);
    return text;
}

} // namespace porchlight::screen
