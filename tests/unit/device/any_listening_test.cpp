// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "device/any_listening.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace porchlight::device;

namespace {

class Way : public PrivateListening {
public:
    explicit Way(bool plugged = false) : m_plugged(plugged) {}
    [[nodiscard]] bool isPlugged() const override { return m_plugged; }
    void set(bool plugged)
    {
        m_plugged = plugged;
        Q_EMIT pluggedChanged(plugged);
    }

private:
    bool m_plugged;
};

TEST(AnyListening, IsPluggedWhileAnyOfThemIs)
{
    Way jack;
    Way handset(true);
    const AnyListening any({&jack, &handset});
    EXPECT_TRUE(any.isPlugged());
    const QSignalSpy told(&any, &PrivateListening::pluggedChanged);
    jack.set(true);
    handset.set(false);
    EXPECT_TRUE(any.isPlugged());
    EXPECT_EQ(told.size(), 0);
    jack.set(false);
    EXPECT_FALSE(any.isPlugged());
    ASSERT_EQ(told.size(), 1);
    EXPECT_FALSE(told.first().first().toBool());
}

TEST(AnyListening, IsUnpluggedWithoutAny)
{
    EXPECT_FALSE(AnyListening({}).isPlugged());
}

} // namespace
