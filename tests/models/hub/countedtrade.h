// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/analytics.h"
#include "models/hub/businessstore.h"
#include "models/hub/drillreads.h"
#include "models/hub/keptdays.h"
#include "models/sql/transaction.h"
#include "plaincount.h"

#include <QTest>

#include <memory>
#include <vector>

namespace oshaq::test {

/// A hub with orders of some days, on one of which clocks are moved, and ways to count and to keep them.
class CountedTrade
{
protected:
    void open();
    /// Around a day on which the clocks are moved, most of all in the hours in which they are.
    void trade(const QString &zone, const QDate &around, int orders, quint32 seed)
    {
        QVERIFY(m_hub->execute(QStringLiteral("UPDATE businesses SET time_zone = ?, day_start_minutes = 240"), {zone}));
        const qint64 midnight = QDateTime(around, QTime(0, 0), QTimeZone(zone.toLatin1())).toMSecsSinceEpoch();
        auto transaction = sql::Transaction::begin(m_hub->database(), sql::Transaction::Kind::Immediate);
        QVERIFY(transaction);
        PlainTrade trade{*m_hub, m_business, QRandomGenerator(seed)};
        trade.screens();
        constexpr qint64 hourMs = 3'600'000;
        for (int i = 0; i < orders; ++i) {
            trade.order(trade.oneIn(3) ? midnight - hourMs + trade.up(8 * hourMs)
                                       : midnight - 120 * hourMs + trade.up(264 * hourMs));
        }
        QVERIFY((*transaction)->commit());
        m_time = {QTimeZone(zone.toLatin1()), 240};
        m_hub->nowMs = midnight + 40 * 24 * hourMs;
    }
    Business business()
    {
        const auto found = businessstore::find(m_hub->database(), m_business.id);
        return found ? *found : Business();
    }
    std::vector<DaySpan> missing()
    {
        const auto days = keptdays::missing(m_hub->database(), business(), m_hub->nowMs);
        if (!days)
            QTest::qFail(qPrintable(days.error().message), __FILE__, __LINE__);
        return days ? *days : std::vector<DaySpan>();
    }
    bool claim(const std::vector<DaySpan> &days)
    {
        return m_hub
            ->run(m_business.owner(),
                  [&](WriteContext &context) { return keptdaywrites::claim(context, business(), days); })
            .ok();
    }
    /// How many were stored.
    qint64 store(const std::vector<DaySpan> &days)
    {
        std::vector<keptdaywrites::Day> read;
        for (const DaySpan &span : days) {
            WallClock clock(business(), span.day, span.day);
            const auto figures = DayFigures::read(m_hub->database(), m_business.id, clock, 0);
            if (!figures)
                return -1;
            read.push_back({span, figures->bytes()});
        }
        const auto stored = m_hub->run(m_business.owner(), [&](WriteContext &context) {
            return keptdaywrites::store(context, m_business.id, read);
        });
        return stored ? stored->values.at(0) : -1;
    }
    /// As the keeper does.
    void keepAll()
    {
        const std::vector<DaySpan> days = missing();
        QVERIFY(claim(days));
        QCOMPARE(store(days), qint64(days.size()));
        QVERIFY(missing().empty());
    }
    Analytics analyse(const QDate &from, const QDate &to, analyticsreads::Days days = analyticsreads::Days::Kept)
    {
        const auto result = analyticsreads::of(m_hub->database(), m_business.id, {from, to}, days);
        if (!result)
            QTest::qFail(qPrintable(result.error().message), __FILE__, __LINE__);
        return result ? *result : Analytics();
    }
    std::vector<qint64> drilled(DrillQuery query)
    {
        std::vector<qint64> ids;
        query.limit = 7;
        do {
            const auto page = drillreads::orders(m_hub->database(), m_business.id, query);
            if (!page) {
                QTest::qFail(qPrintable(page.error().message), __FILE__, __LINE__);
                break;
            }
            for (const Order &order : page->orders)
                ids.push_back(order.id);
            query.cursor = page->nextCursor;
        } while (!query.cursor.isEmpty());
        return ids;
    }
    void compare(Analytics is, const Analytics &counted);
    qint64 keptDays()
    {
        return m_hub->number(QStringLiteral("SELECT count(*) FROM kept_days WHERE figures IS NOT NULL"));
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
    PlainTime m_time;
};

} // namespace oshaq::test
