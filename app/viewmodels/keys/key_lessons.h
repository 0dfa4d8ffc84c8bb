// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "device/key_map.h"

#include <QElapsedTimer>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace porchlight::viewmodels {

/// Learns a keypad from the one who installs it: asks for the key of each action, lets the keys be tried, writes the
/// key map. Installed on the window as an event filter, it takes every key; what is on the screen is for fingers. Words
/// are English: no visitor sees them.
class KeyLessons final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the program hands it over")
    Q_PROPERTY(QString asked READ asked NOTIFY changed FINAL)
    Q_PROPERTY(QString purpose READ purpose NOTIFY changed FINAL)
    Q_PROPERTY(bool optional READ optional NOTIFY changed FINAL)
    Q_PROPERTY(int step READ step NOTIFY changed FINAL)
    Q_PROPERTY(int steps READ steps CONSTANT FINAL)
    Q_PROPERTY(QString heard READ heard NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(bool trying READ trying NOTIFY changed FINAL)
    Q_PROPERTY(bool saved READ saved NOTIFY changed FINAL)
    Q_PROPERTY(QString file READ file CONSTANT FINAL)

public:
    explicit KeyLessons(std::filesystem::path file) : m_file(std::move(file)) {}

    /// "Up"; empty once all have been asked for.
    [[nodiscard]] QString asked() const;
    /// What that key is for, in a sentence.
    [[nodiscard]] QString purpose() const;
    [[nodiscard]] bool optional() const;
    /// Of `steps`, from 0.
    [[nodiscard]] int step() const { return static_cast<int>(m_step); }
    [[nodiscard]] int steps() const;
    /// The last key: how it is written in the key map, its scan code, and what it does.
    [[nodiscard]] QString heard() const { return m_heard; }
    /// Why the last key was not taken, or why the file could not be written. Empty: all is well.
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool trying() const { return m_step >= static_cast<std::size_t>(steps()); }
    [[nodiscard]] bool saved() const { return m_saved; }
    [[nodiscard]] QString file() const { return QString::fromStdString(m_file.string()); }

    /// Goes on without a key for what is asked, where that is optional.
    Q_INVOKABLE void skip();
    Q_INVOKABLE void startOver();
    Q_INVOKABLE void save();
    Q_INVOKABLE void leave() { Q_EMIT left(); }

    void keyPressed(int qtKey, std::uint32_t scanCode);
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();
    void left();

private:
    void learn(const device::Key &key, const QString &name);

    std::filesystem::path m_file;
    std::vector<device::KeyMap::Line> m_lines;
    std::size_t m_step = 0;
    QString m_heard;
    QString m_problem;
    bool m_saved = false;
    QElapsedTimer m_sinceLearnt;
};

} // namespace porchlight::viewmodels
