// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "visit/place.h"

#include <gtest/gtest.h>

using namespace porchlight::visit;

TEST(Trail, beginsAtTheLanguagesAndCannotGoBack)
{
    Trail trail;
    EXPECT_EQ(trail.here().page, Page::Languages);
    EXPECT_FALSE(trail.canGoBack());
    trail.back();
    EXPECT_EQ(trail.here().page, Page::Languages);
}

TEST(Trail, backLeadsOutByTheSameDoors)
{
    Trail trail;
    trail.home();
    trail.open({Page::Topics, "work"});
    trail.open({Page::Topic, "pay"});
    trail.back();
    EXPECT_EQ(trail.here(), (Place{Page::Topics, "work"}));
    trail.back();
    EXPECT_EQ(trail.here().page, Page::Home);
    trail.back();
    EXPECT_FALSE(trail.canGoBack());
}

TEST(Trail, walkingInCirclesDoesNotGrowTheWayBack)
{
    Trail trail;
    trail.home();
    trail.open({Page::Topic, "pay"});
    trail.open({Page::Contact, "hotline"});
    trail.open({Page::Topic, "pay"});
    EXPECT_EQ(trail.here(), (Place{Page::Topic, "pay"}));
    trail.back();
    EXPECT_EQ(trail.here().page, Page::Home);
}

TEST(Trail, displayAndListenNeverStandOnTheWayBack)
{
    for (const Page aside : {Page::Display, Page::Listen}) {
        Trail trail;
        trail.home();
        trail.open({aside, {}});
        trail.open({Page::Topics, "work"});
        trail.back();
        EXPECT_EQ(trail.here().page, Page::Home);
    }
}

TEST(Trail, theLanguagesFromTheBarAreAnotherPlaceThanTheFirstPage)
{
    Trail trail;
    trail.home();
    trail.open({Page::Topic, "pay"});
    trail.open({Page::Languages, "switch"});
    trail.back();
    EXPECT_EQ(trail.here(), (Place{Page::Topic, "pay"}));
}
