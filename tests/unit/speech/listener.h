// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "programs/porchlight/composition.h"
#include "unit/playback/sound_folder.h"
#include "unit/store/release_rows.h"
#include "unit/store/temp_folder.h"
#include "unit/viewmodels/waiting.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QKeyEvent>
#include <QQuickWindow>
#include <QRegularExpression>

#include <functional>
#include <thread>

namespace porchlight::viewmodels {

class TestJack final : public device::PrivateListening {
    Q_OBJECT

public:
    [[nodiscard]] bool isPlugged() const override { return m_plugged; }
    void plug(bool in)
    {
        m_plugged = in;
        Q_EMIT pluggedChanged(in);
    }

private:
    bool m_plugged = false;
};

/// Somebody before the real kiosk, with headphones that can be plugged in. Every word of the screen is its own id:
/// "bar.home". English and Spanish have a voice, Arabic has none.
class Listener {
public:
    explicit Listener(bool loudspeaker = false)
    {
        store::ReleaseRows rows = store::smallRelease();
        rows.info.mode = content::Mode::Demonstration;
        std::set<std::string> texts = takeWords(rows);
        for (const content::Language &language : rows.languages)
            texts.insert(language.askForInterpreter);
        // As they stand on the screen, with their numbers in place.
        texts.insert(
            {"English", "Arabic", "Call 1-888-373-7888 from any phone.", "Send the word HELP.", "Day and night, 24/7"});
        std::filesystem::create_directories(m_folder / "builtin");
        // The kiosk of an earlier test has forbidden this thread to touch a store.
        std::thread([&] {
            if (const auto built = store::buildStore(m_folder / "builtin/content.sqlite", rows); !built)
                throw std::runtime_error(built.fault().describe());
        }).join();
        playback::putVoice(m_folder / "builtin", "en", texts);
        texts.insert("Español");
        playback::putVoice(m_folder / "builtin", "es", texts);
        for (const std::string &text : texts)
            output.know(QString::fromStdString(text));

        programs::Options options;
        options.root = m_folder / "root";
        std::filesystem::create_directories(options.root);
        options.builtIn = m_folder / "builtin";
        options.window = {1080, 1920};
        options.printer.kind = programs::PrinterChoice::Kind::None;
        options.motion = false;
        Listening::Ways ways;
        ways.sound = [this] {
            ++soundAsked;
            return &output;
        };
        ways.jack = &jack;
        ways.loudspeakerAllowed = loudspeaker;
        kiosk = std::make_unique<programs::Composition>(options, clock, nullptr, ways);
        kiosk->start();
        if (!waitFor([this] { return kiosk->window() && whole(); }))
            throw std::runtime_error("no kiosk");
    }

    [[nodiscard]] VisitView &view() { return kiosk->kiosk().view(); }
    [[nodiscard]] Listening &listening() { return kiosk->listening(); }
    bool choose(const QString &tag)
    {
        view().chooseLanguage(tag);
        return waitFor([&] { return view().language() == tag && whole(); });
    }
    /// All that is said until nothing more is, from now on.
    QStringList listen()
    {
        if (!waitFor([this] { return output.sounds; }))
            return {};
        qsizetype from = output.heard.size() - 1;
        while (output.sounds) {
            output.end();
            settle(20);
            if (!output.sounds)
                settle();
        }
        return output.heard.mid(from);
    }
    /// Longer than a page needs to settle.
    static void settle(int milliseconds = 250)
    {
        QElapsedTimer timer;
        timer.start();
        while (!timer.hasExpired(milliseconds))
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
    void press(Qt::Key key)
    {
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier);
        QCoreApplication::sendEvent(kiosk->window(), &down);
    }

    content::FrozenClock clock{store::newestDate};
    playback::ToldOutput output;
    TestJack jack;
    int soundAsked = 0;

private:
    [[nodiscard]] bool whole() const
    {
        const content::Edition *edition = kiosk->kiosk().edition();
        return edition && edition->extent == content::Extent::Whole;
    }
    /// Gives the release all interface words there are, and returns all its English texts.
    static std::set<std::string> takeWords(store::ReleaseRows &rows)
    {
        std::set<std::string> texts;
        std::set<std::string> ids;
        for (const auto &row : rows.texts) {
            ids.insert(row.id);
            if (row.language == "en")
                texts.insert(row.value);
        }
        std::set<std::string> words;
        for (const auto &word : rows.interface)
            words.insert(word.id);
        QFile list(QStringLiteral(SOURCE_ROOT "/content/interface.yaml"));
        if (!list.open(QIODevice::ReadOnly))
            throw std::runtime_error("no interface.yaml");
        static const QRegularExpression entry(QStringLiteral("^- id: (\\S+)"), QRegularExpression::MultilineOption);
        for (auto at = entry.globalMatch(QString::fromUtf8(list.readAll())); at.hasNext();) {
            const std::string id = at.next().captured(1).toStdString();
            if (words.contains(id))
                continue;
            if (ids.insert(id).second)
                rows.texts.push_back({id, "en", id, content::TranslationLevel::L4});
            rows.interface.push_back({id, id});
            texts.insert(id);
        }
        return texts;
    }

    store::TempFolder m_folder;

public:
    std::unique_ptr<programs::Composition> kiosk;
};

} // namespace porchlight::viewmodels
