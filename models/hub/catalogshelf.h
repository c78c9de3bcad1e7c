// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/result.h"
#include "models/domain/timetext.h"
#include "models/sql/database.h"

#include <QDate>

#include <map>
#include <optional>
#include <vector>

namespace oshaq {

/// What orders are priced by, kept from one command of the writer to the next while no row of it changes. Reads what it
/// does not have. On the writer's thread, for its connection.
class CatalogShelf final
{
    Q_DISABLE_COPY_MOVE(CatalogShelf)

public:
    explicit CatalogShelf(sql::Database &database)
        : m_database(database)
    {}

    /// As businessstore::find().
    Result<Business> business(qint64 businessId);
    /// As catalogstore::loadForItems().
    Result<Catalog> forItems(qint64 businessId, const std::vector<qint64> &itemIds);

    /// As businessDay() of the business, which is kept with the day's bounds: time zones are not cheap.
    QDate dayOf(const Business &business, qint64 atMs);

    /// A row of it was changed, or a change was taken back.
    void clear() { m_shelves.clear(); }

private:
    struct Shelf
    {
        std::optional<Business> business;
        QDate day;
        DayBounds dayBounds; ///< of `day`
        std::optional<std::vector<Station>> stations;
        std::map<qint64, Category> categories;
        std::map<qint64, Item> items;
    };

    sql::Database &m_database;
    std::map<qint64, Shelf> m_shelves; ///< by business
};

} // namespace oshaq
