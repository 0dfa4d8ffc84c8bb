// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/alsa_jack.h"

#include <QSocketNotifier>
#include <QString>

#include <alsa/asoundlib.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <optional>
#include <vector>

using namespace std::chrono_literals;

namespace porchlight::device {

namespace {

// Also how long a card that falls silent without a word (a driver that loses events) can deceive.
constexpr auto lookAgain = 3s;

void sayNothing(const char *, int, const char *, int, const char *, ...) {}

/// A switch, or nothing when it can not be read.
std::optional<bool> read(snd_hctl_elem_t *element)
{
    snd_ctl_elem_info_t *info = nullptr;
    snd_ctl_elem_info_alloca(&info);
    if (snd_hctl_elem_info(element, info) < 0 || snd_ctl_elem_info_get_type(info) != SND_CTL_ELEM_TYPE_BOOLEAN)
        return {};
    snd_ctl_elem_value_t *value = nullptr;
    snd_ctl_elem_value_alloca(&value);
    if (snd_hctl_elem_read(element, value) < 0)
        return {};
    for (unsigned i = 0; i < snd_ctl_elem_info_get_count(info); ++i)
        if (snd_ctl_elem_value_get_boolean(value, i))
            return true;
    return false;
}

std::vector<std::string> cardsFor(const JackControl &control)
{
    if (!control.card.empty())
        return {control.card};
    std::vector<std::string> cards;
    for (int number = -1; snd_card_next(&number) >= 0 && number >= 0;)
        cards.push_back("hw:" + std::to_string(number));
    return cards;
}

} // namespace

bool isJackName(const std::string &name)
{
    std::string lower = name;
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto has = [&lower](const char *word) { return lower.find(word) != std::string::npos; };
    // A phantom jack is one that the driver only supposes: it always reads as plugged. Switches and volumes of the
    // mixer bear the name of their jack too.
    if (has("phantom") || has("playback") || has("capture"))
        return false;
    return (has("headphone") && has("jack")) || has("handset") || has("hook");
}

/// An open card with at least one control that we look for.
class AlsaJack::Card {
public:
    static std::unique_ptr<Card> open(const std::string &name, const std::string &control)
    {
        snd_hctl_t *handle = nullptr;
        if (snd_hctl_open(&handle, name.c_str(), SND_CTL_NONBLOCK | SND_CTL_READONLY) < 0)
            return {};
        std::unique_ptr<Card> card(new Card(handle, control));
        if (snd_hctl_nonblock(handle, 1) < 0 || snd_hctl_load(handle) < 0 || !card->state())
            return {};
        return card;
    }
    ~Card()
    {
        m_notifiers.clear();
        snd_hctl_close(m_handle);
    }
    Card(const Card &) = delete;
    Card &operator=(const Card &) = delete;

    /// Nothing when no control is left that tells.
    [[nodiscard]] std::optional<bool> state() const
    {
        std::optional<bool> plugged;
        for (auto *element = snd_hctl_first_elem(m_handle); element; element = snd_hctl_elem_next(element)) {
            const std::string name = snd_hctl_elem_get_name(element);
            if (m_control.empty() ? !isJackName(name) : name != m_control)
                continue;
            if (const std::optional<bool> one = read(element))
                plugged = plugged.value_or(false) || *one;
        }
        return plugged;
    }

    /// Takes in what has happened; false when the card is gone.
    [[nodiscard]] bool handleEvents() { return snd_hctl_handle_events(m_handle) >= 0; }

    template <class Handler> void watch(AlsaJack *jack, Handler handler)
    {
        std::vector<pollfd> descriptors(std::max(0, snd_hctl_poll_descriptors_count(m_handle)));
        const int count =
            snd_hctl_poll_descriptors(m_handle, descriptors.data(), static_cast<unsigned>(descriptors.size()));
        for (int i = 0; i < count; ++i) {
            m_notifiers.push_back(std::make_unique<QSocketNotifier>(descriptors[i].fd, QSocketNotifier::Read));
            // Queued: it may end in closing the card, and with it the notifier that told.
            QObject::connect(m_notifiers.back().get(), &QSocketNotifier::activated, jack, handler,
                             Qt::QueuedConnection);
        }
    }

private:
    Card(snd_hctl_t *handle, std::string control) : m_handle(handle), m_control(std::move(control)) {}

    snd_hctl_t *m_handle;
    std::string m_control;
    std::vector<std::unique_ptr<QSocketNotifier>> m_notifiers;
};

AlsaJack::AlsaJack(JackControl control, QObject *parent) : PrivateListening(parent), m_control(std::move(control))
{
    snd_lib_error_set_handler(&sayNothing); // a card that is missing for a week is said once, by us
    connect(&m_again, &QTimer::timeout, this, &AlsaJack::look);
    m_again.start(lookAgain);
    look();
}

AlsaJack::~AlsaJack() = default;

bool AlsaJack::isPlugged() const
{
    return m_plugged;
}

void AlsaJack::look()
{
    if (m_card && !m_card->handleEvents())
        m_card.reset();
    std::optional<bool> state = m_card ? m_card->state() : std::nullopt;
    if (m_card && !state)
        m_card.reset();
    if (!m_card && !m_plugged) { // one that vanished while plugged is told first, and looked for next time
        const std::vector<std::string> cards = cardsFor(m_control);
        for (auto name = cards.begin(); name != cards.end() && !m_card; ++name)
            m_card = Card::open(*name, m_control.name);
        if (m_card) {
            m_card->watch(this, [this] { look(); });
            state = m_card->state();
        }
    }
    if (!m_card && !m_toldMissing)
        qWarning("jack-missing: %s", m_control.card.empty() ? "no card" : m_control.card.c_str());
    else if (m_card && m_toldMissing)
        qInfo("jack-found");
    m_toldMissing = !m_card;
    take(state.value_or(false));
}

void AlsaJack::take(bool plugged)
{
    if (plugged == m_plugged)
        return;
    m_plugged = plugged;
    Q_EMIT pluggedChanged(plugged);
}

} // namespace porchlight::device
