// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/catalogport.h"

#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace oshaq {

/// The row is already as the edit wants it: it was done, and the answer got lost. Of option groups names, numbers and
/// prices count, as at the hub.
bool isAlready(const ItemEdit &edit, const Item &now);
/// Nothing that the edit sets was changed between two versions of a row: its new version may be taken silently.
bool isUntouched(const ItemEdit &edit, const Item &seen, const Item &now);

/// Which rows of its items a refusal names ("items[3].version"); empty: it is about something else.
std::vector<qint64> refusedItems(const PortFailure &failure, const CatalogChange &change);

/// Asks the hub for some rows as they are now, one after the other. GUI thread.
class StaleRows final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StaleRows)

public:
    /// By id; nothing: the row was removed. With a failure they are not all there.
    using Rows = std::map<qint64, std::optional<Item>>;
    using Done = std::function<void(const Rows &rows, const std::optional<PortFailure> &failure)>;

    explicit StaleRows(CatalogPort &port, QObject *parent = nullptr);
    ~StaleRows() override;

    /// Forgets what was asked before.
    void ask(const std::vector<qint64> &itemIds, Done done);
    void forget();

private:
    void askNext();
    void end(const std::optional<PortFailure> &failure);

    CatalogPort &m_port;
    std::deque<qint64> m_waiting;
    Rows m_rows;
    Done m_done;
    PortCall m_call = 0;
};

} // namespace oshaq
