// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "print/office/asker.h"

#include "print/office/office_printer.h"
#include "print/office/printer_words.h"

#include <thread>

namespace porchlight::print {

void Bell::ring()
{
    const std::scoped_lock lock(mutex);
    ++rings;
    rung.notify_all();
}

Asker::Asker(std::string deviceUri, content::Clock::Monotonic limit, std::shared_ptr<Bell> bell)
    : m_deviceUri(std::move(deviceUri)), m_limit(limit), m_bell(std::move(bell))
{
}

void Asker::begin(content::Clock::Monotonic now)
{
    m_taken = false;
    if (m_slot) {
        const std::scoped_lock lock(m_slot->mutex);
        if (!m_slot->words)
            return; // it hangs: never a second thread for the same printer
    }
    m_slot = std::make_shared<Slot>();
    m_since = now;
    std::thread([uri = m_deviceUri, limit = m_limit, slot = m_slot, bell = m_bell] {
        auto words = askPrinter(uri, limit);
        {
            const std::scoped_lock lock(slot->mutex);
            slot->words = std::move(words);
        }
        bell->ring();
    }).detach();
}

std::optional<std::vector<std::string>> Asker::take(content::Clock::Monotonic now)
{
    if (!m_slot || m_taken)
        return std::nullopt;
    const std::scoped_lock lock(m_slot->mutex);
    const bool overdue = now - m_since > m_limit + m_limit / 2;
    if (!m_slot->words && !overdue)
        return std::nullopt;
    m_taken = true; // the thread of one that is overdue may still come back, to be asked anew
    return m_slot->words.value_or(offlineWords());
}

} // namespace porchlight::print
