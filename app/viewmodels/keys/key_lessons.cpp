// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/keys/key_lessons.h"

#include <QKeyEvent>

#include <algorithm>
#include <array>

namespace porchlight::viewmodels {

using namespace Qt::StringLiterals;
using device::Key;
using device::KeyAction;

namespace {

struct Lesson {
    KeyAction action;
    const char *name;
    const char *purpose;
    bool optional;
};

constexpr std::array lessons{
    Lesson{KeyAction::Up, "Up", "Goes to what stands above.", false},
    Lesson{KeyAction::Down, "Down", "Goes to what stands below, and turns the page.", false},
    Lesson{KeyAction::Select, "Select", "Chooses. Usually the key in the middle.", false},
    Lesson{KeyAction::Hide, "Clear screen", "Hides everything at once. A key of its own, easy to find.", false},
    Lesson{KeyAction::Left, "Left", "Goes to what stands at the left.", true},
    Lesson{KeyAction::Right, "Right", "Goes to what stands at the right.", true},
    Lesson{KeyAction::Previous, "Previous", "Goes back in the order of reading. Often marked <<.", true},
    Lesson{KeyAction::Next, "Next", "Goes on in the order of reading. Often marked >>.", true},
    Lesson{KeyAction::Back, "Back", "Goes to the page before.", true},
    Lesson{KeyAction::Home, "Home", "Goes to the first choices.", true},
    Lesson{KeyAction::Help, "Help", "Opens the page about listening. Often marked with a question mark.", true},
    Lesson{KeyAction::Language, "Language", "Opens the languages.", true},
    Lesson{KeyAction::VolumeUp, "Louder", "The voice becomes louder.", true},
    Lesson{KeyAction::VolumeDown, "Quieter", "The voice becomes less loud.", true},
    Lesson{KeyAction::Faster, "Faster", "The voice speaks faster.", true},
    Lesson{KeyAction::Slower, "Slower", "The voice speaks more slowly.", true},
    Lesson{KeyAction::Again, "Say it again", "Says the last sentences once more.", true},
    Lesson{KeyAction::Pause, "Pause", "Speech stops, and goes on with the next press.", true},
    Lesson{KeyAction::JackIn, "Headphones in", "Plug the headphones in, if the keypad tells of it by a key.", true},
    Lesson{KeyAction::JackOut, "Headphones out", "Pull them out again, if the keypad tells of it by a key.", true},
};

/// The second knock of the key that has just been learnt is no mistake.
constexpr int bounceMs = 500;

QString titleOf(KeyAction action)
{
    const auto it = std::find_if(lessons.begin(), lessons.end(), [&](auto &one) { return one.action == action; });
    return QString::fromLatin1(it->name);
}

} // namespace

QString KeyLessons::asked() const
{
    return trying() ? QString() : QString::fromLatin1(lessons[m_step].name);
}

QString KeyLessons::purpose() const
{
    return trying() ? QString() : QString::fromLatin1(lessons[m_step].purpose);
}

bool KeyLessons::optional() const
{
    return !trying() && lessons[m_step].optional;
}

int KeyLessons::steps() const
{
    return static_cast<int>(lessons.size());
}

void KeyLessons::skip()
{
    if (!optional())
        return;
    ++m_step;
    m_heard.clear();
    m_problem.clear();
    Q_EMIT changed();
}

void KeyLessons::startOver()
{
    m_lines.clear();
    m_step = 0;
    m_heard.clear();
    m_problem.clear();
    m_saved = false;
    Q_EMIT changed();
}

void KeyLessons::save()
{
    if (!trying())
        return;
    const auto written = device::saveKeyMap(m_file, m_lines);
    m_saved = static_cast<bool>(written);
    m_problem = m_saved ? QString() : QString::fromStdString(written.fault().describe());
    if (!m_saved)
        qWarning("%s", qPrintable(m_problem));
    Q_EMIT changed();
}

void KeyLessons::keyPressed(int qtKey, std::uint32_t scanCode)
{
    const auto key = device::keyFor(qtKey, scanCode);
    const QString name = !key                ? u"a key without name and code"_s
                         : key->scanCode > 0 ? key->text()
                                             : u"%1 (code:0x%2)"_s.arg(key->text()).arg(scanCode, 0, 16);
    const auto known =
        std::find_if(m_lines.begin(), m_lines.end(), [&](auto &line) { return key && line.key == *key; });
    const bool isKnown = known != m_lines.end();
    // The finger that has just taught a key may tremble on it.
    const bool bounces =
        isKnown && known == m_lines.end() - 1 && m_sinceLearnt.isValid() && m_sinceLearnt.elapsed() < bounceMs;
    if (bounces && !trying())
        return;
    if (trying())
        m_heard = u"%1: %2"_s.arg(name, isKnown ? titleOf(known->action) : u"does nothing"_s);
    else if (!key)
        m_problem = u"This key cannot be told from others: it has no name and no code."_s;
    else if (isKnown)
        m_problem = u"%1 is \"%2\" already. Press another key."_s.arg(name, titleOf(known->action));
    else
        learn(*key, name);
    Q_EMIT changed();
}

void KeyLessons::learn(const Key &key, const QString &name)
{
    m_lines.push_back({key, lessons[m_step].action});
    m_heard = u"%1: %2"_s.arg(name, QString::fromLatin1(lessons[m_step].name));
    m_problem.clear();
    m_sinceLearnt.start();
    ++m_step;
}

bool KeyLessons::eventFilter(QObject * /*watched*/, QEvent *event)
{
    if (event->type() == QEvent::KeyRelease)
        return true;
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (!key->isAutoRepeat())
        keyPressed(key->key(), key->nativeScanCode());
    return true;
}

} // namespace porchlight::viewmodels
