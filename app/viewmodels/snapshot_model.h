// SPDX-FileCopyrightText: 2026 The Porchlight developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace porchlight::viewmodels {

/// A list made elsewhere and shown here. `show` takes the next snapshot and tells the view the smallest difference,
/// so that a change of language keeps scroll, focus and delegates. A Row is a value with `QString key` and ==.
template <class Row> class SnapshotModel : public QAbstractListModel {
public:
    struct Role {
        const char *name;
        QVariant (*value)(const Row &);
    };

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        const auto at = static_cast<std::size_t>(role - Qt::UserRole);
        if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role < Qt::UserRole || at >= m_roles.size())
            return {};
        return m_roles[at].value(m_rows[static_cast<std::size_t>(index.row())]);
    }

    [[nodiscard]] QHash<int, QByteArray> roleNames() const override
    {
        QHash<int, QByteArray> names;
        for (std::size_t at = 0; at < m_roles.size(); ++at)
            names.insert(Qt::UserRole + static_cast<int>(at), m_roles[at].name);
        return names;
    }

    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }

    void show(std::vector<Row> next)
    {
        removeAllBut(next);
        for (std::size_t at = 0; at < next.size(); ++at)
            place(std::move(next[at]), at);
    }

protected:
    explicit SnapshotModel(std::span<const Role> roles, QObject *parent = nullptr)
        : QAbstractListModel(parent), m_roles(roles)
    {
    }

private:
    void removeAllBut(const std::vector<Row> &next)
    {
        for (std::size_t at = m_rows.size(); at-- > 0;) {
            const auto sameKey = [&](const Row &row) { return row.key == m_rows[at].key; };
            if (std::any_of(next.begin(), next.end(), sameKey))
                continue;
            beginRemoveRows({}, static_cast<int>(at), static_cast<int>(at));
            m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(at));
            endRemoveRows();
        }
    }

    void place(Row row, std::size_t at)
    {
        const auto begin = m_rows.begin() + static_cast<std::ptrdiff_t>(at);
        const auto known = std::find_if(begin, m_rows.end(), [&](const Row &r) { return r.key == row.key; });
        const int to = static_cast<int>(at);
        if (known == m_rows.end()) {
            beginInsertRows({}, to, to);
            m_rows.insert(begin, std::move(row));
            endInsertRows();
            return;
        }
        const int from = static_cast<int>(known - m_rows.begin());
        if (from != to) {
            beginMoveRows({}, from, from, {}, to);
            std::rotate(begin, known, known + 1);
            endMoveRows();
        }
        if (Row &shown = m_rows[at]; !(shown == row)) {
            shown = std::move(row);
            Q_EMIT dataChanged(index(to), index(to));
        }
    }

    std::span<const Role> m_roles;
    std::vector<Row> m_rows;
};

} // namespace porchlight::viewmodels
