// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/hub/orderservice.h"
#include "models/hub/searchshelf.h"
#include "tests/support/hubfixture.h"

#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <random>
#include <utility>
#include <vector>

namespace oshaq::test {

/// A hub with orders of two businesses, of which it is known what a look at each of them finds.
class SearchedHub
{
protected:
    static constexpr int orderCount = 4500; ///< more than are looked at one by one

    struct Stored
    {
        Order order;
        QString alsoCalled;
        QString folded = {}; ///< number, what else it is called, its lines
    };

    void fill();
    Order randomOrder(const FixtureBusiness &business, int index);
    std::vector<qint64> naive(const OrderFilter &filter) const;
    /// What may be found in each block but the newest.
    void keepBlocks();
    /// All pages, one after the other.
    std::vector<qint64> paged(OrderFilter filter);
    /// By order: what the packed entries say, names as texts.
    static std::map<qint64, QStringList> packed(sql::Database &database);

    std::unique_ptr<HubFixture> m_hub;
    SearchShelf m_shelf;
    FixtureBusiness m_business;
    FixtureBusiness m_other;
    std::vector<Stored> m_orders;
    std::vector<std::pair<QString, QString>> m_guests; ///< name and phone, by id - 1

private:
    void beginBlock(qint64 businessId);

    std::mt19937 m_random{4}; // NOLINT(cert-msc*): the same orders each time
};

} // namespace oshaq::test
