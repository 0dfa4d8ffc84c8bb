// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "content/speech.h"
#include "playback/sound_output.h"
#include "unit/store/temp_folder.h"

#include <QDir>
#include <QFileInfo>
#include <QStringList>

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>

namespace porchlight::playback {

/// Index of a language that can say these texts and the digits. The clips themselves are not there: who looks them up
/// does not open them.
inline void putVoice(const std::filesystem::path &release, const std::string &tag, const std::set<std::string> &texts,
                     const std::string &kind = "synthetic")
{
    std::set<std::string> keys;
    for (const std::string &text : texts)
        keys.insert(content::clipKey(text));
    for (char digit = '0'; digit <= '9'; ++digit)
        keys.insert(content::clipKey(std::string(1, digit)));
    keys.erase(std::string());
    std::filesystem::create_directories(release / "sound" / tag);
    std::ofstream index(release / "sound" / tag / "index.tsv");
    index << "# voice\t" << kind << "\tnobody\n";
    for (const std::string &key : keys)
        index << key << "\t1000\t" << (kind == "recorded" ? "recorded" : "synthetic") << '\n';
}

/// What a sound output is told, and nothing else: the seam of the interface. A test says when a passage has been heard.
class ToldOutput final : public SoundOutput {
    Q_OBJECT

public:
    using SoundOutput::SoundOutput;
    void setRoute(Route wanted) override
    {
        route = wanted;
        quiet();
    }
    void play(int given, const Passage &passage) override
    {
        EXPECT_GT(given, id) << "ids only grow";
        id = given;
        playing = passage;
        sounds = true;
        heard.append(words(passage));
    }
    void stop() override { quiet(); }
    void pause() override { sounds = false; }
    void resume() override { sounds = true; }
    void setSpeed(double times) override { speed = times; }
    void setVolume(double decibels) override { volume = decibels; }

    /// The passage that plays has been heard to its end.
    void end()
    {
        sounds = false;
        Q_EMIT finished(id);
    }

    /// Names of the clips, "en/4caed5b7a7e5d89b", or the text where the test knows it; silence left out.
    [[nodiscard]] QString words(const Passage &passage) const
    {
        QStringList said;
        for (const Passage::Piece &piece : passage.pieces) {
            if (piece.file.isEmpty())
                continue;
            const QFileInfo file(piece.file);
            const QString key = file.completeBaseName();
            const auto known = texts.find(key);
            said.append(known != texts.end() ? known->second : file.dir().dirName() + QLatin1Char('/') + key);
        }
        return said.join(QLatin1Char('|'));
    }
    void know(const QString &text) { texts[QString::fromStdString(content::clipKey(text.toStdString()))] = text; }

    Route route = Route::Closed;
    Passage playing;
    QStringList heard;
    int id = 0;
    bool sounds = false;
    double speed = 0;
    double volume = -100;
    std::map<QString, QString> texts;

private:
    void quiet() { sounds = false; }
};

} // namespace porchlight::playback
