// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "device/private_listening.h"

#include <QTimer>

#include <memory>
#include <string>

namespace porchlight::device {

/// Which control of ALSA tells of the headphones or the handset.
struct JackControl {
    std::string card; ///< "hw:0" or a name of ALSA's configuration; empty: the first card that has such a control
    std::string name; ///< "Headphone Jack"; empty: every boolean control named like the jack of headphones or a hook
};

/// The jack of a sound card, or the hook of a handset, as ALSA tells of it. A card or control that is missing or goes
/// away reads as unplugged; it is looked for again every few seconds, so a keypad with a jack may come and go. The
/// first state is read in the constructor. Never waits.
class AlsaJack : public PrivateListening {
    Q_OBJECT

public:
    explicit AlsaJack(JackControl control, QObject *parent = nullptr);
    ~AlsaJack() override;

    [[nodiscard]] bool isPlugged() const override;

private:
    class Card;

    void look();
    void take(bool plugged);

    JackControl m_control;
    std::unique_ptr<Card> m_card;
    QTimer m_again;
    bool m_plugged = false;
    bool m_toldMissing = false;
};

/// Whether a control of this name, unless one is named, tells that somebody listens in private.
[[nodiscard]] bool isJackName(const std::string &name);

} // namespace porchlight::device
