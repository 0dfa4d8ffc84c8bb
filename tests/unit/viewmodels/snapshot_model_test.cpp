// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/snapshot_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include <random>

using porchlight::viewmodels::SnapshotModel;
using namespace Qt::StringLiterals;

namespace {

struct Row {
    QString key;
    int value = 0;
    bool operator==(const Row &) const = default;
};

constexpr SnapshotModel<Row>::Role roles[] = {
    {"key", [](const Row &row) { return QVariant(row.key); }},
    {"value", [](const Row &row) { return QVariant(row.value); }},
};

struct Model final : SnapshotModel<Row> {
    Model() : SnapshotModel(roles) {}
};

} // namespace

TEST(SnapshotModel, theSameSnapshotSaysNothing)
{
    Model model;
    model.show({{u"a"_s, 1}, {u"b"_s, 2}});
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    model.show({{u"a"_s, 1}, {u"b"_s, 2}});
    EXPECT_EQ(changed.count(), 0);
    EXPECT_EQ(inserted.count(), 0);
}

TEST(SnapshotModel, anotherLanguageChangesRowsInPlace)
{
    Model model;
    model.show({{u"a"_s, 1}, {u"b"_s, 2}});
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.show({{u"a"_s, 3}, {u"b"_s, 4}});
    EXPECT_EQ(changed.count(), 2);
    EXPECT_EQ(reset.count() + removed.count(), 0);
    EXPECT_EQ(model.data(model.index(1), model.roleNames().key("value")).toInt(), 4);
}

TEST(SnapshotModel, anySnapshotFollowsAnyOther)
{
    // Every model law is watched while random snapshots of a small set of keys follow one another.
    Model model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    std::mt19937 random(20260601);
    for (int round = 0; round < 2000; ++round) {
        std::vector<Row> next;
        for (int key = 0; key < 7; ++key) {
            if (random() % 2)
                next.push_back({QString::number(key), static_cast<int>(random() % 3)});
        }
        std::shuffle(next.begin(), next.end(), random);
        model.show(next);
        ASSERT_EQ(model.rows(), next) << "round " << round;
    }
}

TEST(SnapshotModel, unknownRolesAndRowsAreNothing)
{
    Model model;
    model.show({{u"a"_s, 1}});
    EXPECT_FALSE(model.data(model.index(0), Qt::DisplayRole).isValid());
    EXPECT_FALSE(model.data(model.index(0), Qt::UserRole + 9).isValid());
    EXPECT_FALSE(model.data(QModelIndex(), Qt::UserRole).isValid());
}
