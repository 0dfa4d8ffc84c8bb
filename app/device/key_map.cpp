// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/key_map.h"

#include <QKeySequence>
#include <QSaveFile>
#include <QStringList>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace porchlight::device {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array actionNames{"up",       "down",  "left",  "right",    "select",    "back",        "next",
                                 "previous", "help",  "home",  "hide",     "volume-up", "volume-down", "faster",
                                 "slower",   "again", "pause", "language", "jack-in",   "jack-out"};
/// A key map is a page of text; more is some other file.
constexpr std::size_t longestFile = 64 * 1024;

std::optional<Key> keyNamed(const QString &text)
{
    if (text.startsWith(u"code:"_s)) {
        bool ok = false;
        const uint code = text.mid(5).toUInt(&ok, 0);
        return ok && code > 0 ? std::optional(Key{0, code}) : std::nullopt;
    }
    const QKeySequence sequence = QKeySequence::fromString(text, QKeySequence::PortableText);
    if (sequence.count() != 1 || sequence[0].keyboardModifiers() != Qt::NoModifier ||
        sequence[0].key() == Qt::Key_unknown)
        return std::nullopt;
    // Modifiers come with other keys, and three Shifts clear the screen already.
    const Qt::Key key = sequence[0].key();
    if (key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta)
        return std::nullopt;
    return Key{key, 0};
}

std::string listOfActions()
{
    QStringList names;
    for (const char *name : actionNames)
        names.append(QString::fromLatin1(name));
    return names.join(u", "_s).toStdString();
}

bool anyIs(const std::vector<KeyMap::Line> &lines, KeyAction action)
{
    return std::any_of(lines.begin(), lines.end(), [&](const KeyMap::Line &line) { return line.action == action; });
}

/// One line at a time; the first fault is kept.
class Reading {
public:
    explicit Reading(std::string name) : m_name(std::move(name)) {}

    struct Settings {
        std::optional<KeyMap::Time> guard;
        std::optional<bool> twoSwitch;
    };

    bool take(QString line)
    {
        ++m_number;
        line = line.trimmed();
        if (line.isEmpty() || line.startsWith(u'#'))
            return true;
        // From the right: the key may be the sign "=" itself.
        const qsizetype equals = line.lastIndexOf(u'=');
        const QString left = line.left(std::max<qsizetype>(equals, 0)).trimmed();
        const QString right = line.mid(equals + 1).section(u'#', 0, 0).trimmed();
        if (equals < 0 || left.isEmpty() || right.isEmpty())
            return refuse("key-map-line", "There is no \"KEY = ACTION\" here.",
                          "Write a key, \"=\" and what it does; notes begin with \"#\".");
        if (left == u"guard-ms"_s)
            return takeGuard(right);
        if (left == u"two-switch"_s)
            return takeTwoSwitch(right);
        return takeKey(left, right);
    }

    [[nodiscard]] bool has(KeyAction action) const { return anyIs(lines, action); }

    bool lacks(const char *action, const char *what)
    {
        m_number = 0;
        return refuse("key-map-incomplete", std::string("No key is \"") + action + "\": " + what,
                      std::string("Add a line \"KEY = ") + action + "\".");
    }

    std::vector<KeyMap::Line> lines;
    Settings settings;
    std::optional<content::Fault> fault;

private:
    bool takeGuard(const QString &value)
    {
        bool ok = false;
        const int milliseconds = value.toInt(&ok);
        if (settings.guard)
            return twice("guard-ms");
        if (!ok || milliseconds < 0 || milliseconds > KeyMap::longestGuard.count())
            return refuse("key-map-value", "\"" + value.toStdString() + "\" is no time for guard-ms.",
                          "Give milliseconds from 0 to 2000; 500 is usual.");
        settings.guard = KeyMap::Time{milliseconds};
        return true;
    }

    bool takeTwoSwitch(const QString &value)
    {
        if (settings.twoSwitch)
            return twice("two-switch");
        if (value != u"yes"_s && value != u"no"_s)
            return refuse("key-map-value", "\"" + value.toStdString() + "\" is no value for two-switch.",
                          "Write \"two-switch = yes\" or \"two-switch = no\".");
        settings.twoSwitch = value == u"yes"_s;
        return true;
    }

    bool takeKey(const QString &left, const QString &right)
    {
        const auto action = actionNamed(right);
        if (!action)
            return refuse("key-map-action", "\"" + right.toStdString() + "\" is nothing that a key can do.",
                          "Write one of: " + listOfActions() + ".");
        const auto key = keyNamed(left);
        if (!key)
            return refuse("key-map-key", "\"" + left.toStdString() + "\" is no key.",
                          "Write a name such as F23, Up, Return or Volume Up, or a code such as code:0xc9; "
                          "\"porchlight --learn-keys FILE\" finds it.");
        if (const auto earlier = std::find_if(lines.begin(), lines.end(), [&](auto &line) { return line.key == *key; });
            earlier != lines.end())
            return refuse("key-map-twice",
                          "The key \"" + left.toStdString() + "\" is \"" + nameOf(earlier->action).toStdString() +
                              "\" already.",
                          "Keep one of the two lines.");
        lines.push_back({*key, *action});
        return true;
    }

    bool twice(const char *setting)
    {
        return refuse("key-map-twice", std::string(setting) + " is set already.", "Keep one of the two lines.");
    }

    bool refuse(const char *code, std::string what, std::string remedy)
    {
        const std::string where = m_number > 0 ? m_name + ":" + std::to_string(m_number) : m_name;
        fault = content::Fault{code, where, std::move(what), std::move(remedy)};
        return false;
    }

    std::string m_name;
    int m_number = 0;
};

bool isWhole(Reading &reading)
{
    if (!reading.has(KeyAction::Next) && !reading.has(KeyAction::Down))
        return reading.lacks("next", "nobody could move on.");
    if (!reading.has(KeyAction::Select))
        return reading.lacks("select", "nobody could choose.");
    // With two switches, Clear screen is reached like everything else: there is no third.
    if (!reading.settings.twoSwitch.value_or(false) && !reading.has(KeyAction::Hide))
        return reading.lacks("hide", "nobody could clear the screen at once.");
    return true;
}

} // namespace

QString Key::text() const
{
    if (scanCode > 0)
        return u"code:0x%1"_s.arg(scanCode, 0, 16);
    return QKeySequence(name).toString(QKeySequence::PortableText);
}

std::optional<Key> keyFor(int qtKey, std::uint32_t scanCode)
{
    if (qtKey != 0 && qtKey != Qt::Key_unknown) {
        const Key byName{qtKey, 0};
        if (keyNamed(byName.text()) == byName)
            return byName;
    }
    return scanCode > 0 ? std::optional(Key{0, scanCode}) : std::nullopt;
}

QString nameOf(KeyAction action)
{
    return QString::fromLatin1(actionNames[static_cast<std::size_t>(action)]);
}

std::optional<KeyAction> actionNamed(const QString &name)
{
    const auto it = std::find_if(actionNames.begin(), actionNames.end(),
                                 [&](const char *known) { return name == QLatin1StringView(known); });
    if (it == actionNames.end())
        return std::nullopt;
    return static_cast<KeyAction>(it - actionNames.begin());
}

KeyMap KeyMap::builtIn()
{
    KeyMap map;
    const auto add = [&map](Qt::Key key, KeyAction action) { map.m_lines.push_back({Key{key, 0}, action}); };
    add(Qt::Key_Up, KeyAction::Up);
    add(Qt::Key_Down, KeyAction::Down);
    add(Qt::Key_Left, KeyAction::Left);
    add(Qt::Key_Right, KeyAction::Right);
    add(Qt::Key_Return, KeyAction::Select);
    add(Qt::Key_Enter, KeyAction::Select);
    add(Qt::Key_Space, KeyAction::Select);
    add(Qt::Key_Escape, KeyAction::Hide);
    add(Qt::Key_Backspace, KeyAction::Back);
    add(Qt::Key_Home, KeyAction::Home);
    add(Qt::Key_F1, KeyAction::Help);
    add(Qt::Key_VolumeUp, KeyAction::VolumeUp);
    add(Qt::Key_VolumeDown, KeyAction::VolumeDown);
    return map;
}

content::Result<KeyMap> KeyMap::parse(const std::string &utf8, const std::string &name)
{
    Reading reading(name);
    const QStringList lines = QString::fromStdString(utf8).split(u'\n');
    for (const QString &line : lines)
        if (!reading.take(line))
            return *reading.fault;
    if (!isWhole(reading))
        return *reading.fault;
    KeyMap map;
    map.m_lines = std::move(reading.lines);
    const bool reachesAll = map.has(KeyAction::Next) || (map.has(KeyAction::Left) && map.has(KeyAction::Right));
    for (Line &line : map.m_lines) {
        if (!reachesAll && line.action == KeyAction::Down)
            line.action = KeyAction::Next;
        else if (!reachesAll && line.action == KeyAction::Up)
            line.action = KeyAction::Previous;
    }
    map.m_guard = reading.settings.guard.value_or(defaultGuard);
    map.m_twoSwitch = reading.settings.twoSwitch.value_or(false);
    return map;
}

content::Result<KeyMap> KeyMap::read(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    std::string text(longestFile + 1, '\0');
    if (!in || std::filesystem::is_directory(file))
        return content::Fault{"key-map-missing", file.string(), "The key map cannot be read.",
                              "Give a file that the kiosk may read, or make one with porchlight --learn-keys FILE."};
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    if (text.size() > longestFile)
        return content::Fault{"key-map-too-long", file.string(), "This is longer than any key map.",
                              "Give a file of lines \"KEY = ACTION\"."};
    return parse(text, file.string());
}

bool KeyMap::has(KeyAction action) const
{
    return anyIs(m_lines, action);
}

std::optional<KeyAction> KeyMap::find(int qtKey, std::uint32_t scanCode) const
{
    const auto named = [&](const Key &key) {
        const auto it = std::find_if(m_lines.begin(), m_lines.end(), [&](const Line &line) { return line.key == key; });
        return it != m_lines.end() ? std::optional(it->action) : std::nullopt;
    };
    if (scanCode > 0)
        if (const auto action = named({0, scanCode}))
            return action;
    return named({qtKey, 0});
}

std::string writeKeyMap(const std::vector<KeyMap::Line> &lines)
{
    std::ostringstream text;
    text << "# Made with porchlight --learn-keys. One line for each key: KEY = ACTION.\n"
         << "guard-ms = " << KeyMap::defaultGuard.count() << "\n\n";
    for (const KeyMap::Line &line : lines)
        text << line.key.text().toStdString() << " = " << nameOf(line.action).toStdString() << "\n";
    return text.str();
}

content::Outcome saveKeyMap(const std::filesystem::path &file, const std::vector<KeyMap::Line> &lines)
{
    const std::string text = writeKeyMap(lines);
    QSaveFile out(QString::fromStdString(file.string()));
    out.setDirectWriteFallback(false);
    if (!out.open(QIODevice::WriteOnly) || out.write(text.data(), static_cast<qint64>(text.size())) < 0 ||
        !out.commit())
        return content::Fault{"key-map-not-written", file.string(),
                              "The key map cannot be written: " + out.errorString().toStdString() + ".",
                              "Give a file in a folder that exists and that you may write to."};
    return content::Nothing{};
}

} // namespace porchlight::device
