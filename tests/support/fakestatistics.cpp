// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakestatistics.h"

#include "tests/support/statisticssample.h"

#include <algorithm>

namespace oshaq {

namespace {

QString dateText(QDate day)
{
    return day.toString(Qt::ISODate);
}

} // namespace

Analytics FakeStatisticsPort::figuresOf(QDate from, QDate to) const
{
    return figures ? figures(from, to) : statisticssample::empty(from, to);
}

PortAnswer<DrillPage> FakeStatisticsPort::pageOf(const DrillQuery &query) const
{
    const auto begin = std::min(size_t(query.cursor.toULongLong()), known.size());
    const auto end = std::min(begin + size_t(query.limit), known.size());
    DrillPage page;
    page.orders.assign(known.begin() + qsizetype(begin), known.begin() + qsizetype(end));
    if (end < known.size())
        page.nextCursor = QString::number(end);
    return PortAnswer<DrillPage>::of(std::move(page));
}

PortCall FakeStatisticsPort::analytics(QDate from, QDate to, PortDone<Analytics> done)
{
    calls << QStringLiteral("analytics %1 %2").arg(dateText(from), dateText(to));
    return m_answers.ask<Analytics>(this, std::move(done),
                                    [this, from, to] { return PortAnswer<Analytics>::of(figuresOf(from, to)); });
}

PortCall FakeStatisticsPort::orders(const DrillQuery &query, PortDone<DrillPage> done)
{
    calls << QStringLiteral("orders");
    queries.push_back(query);
    return m_answers.ask<DrillPage>(this, std::move(done), [this, query] { return pageOf(query); });
}

PortCall FakeStatisticsPort::dayEnds(PortDone<std::vector<DayEnd>> done)
{
    calls << QStringLiteral("dayEnds");
    return m_answers.ask<std::vector<DayEnd>>(this, std::move(done),
                                              [this] { return PortAnswer<std::vector<DayEnd>>::of(kept); });
}

PortCall FakeStatisticsPort::bankDay(QDate day, PortDone<BankDay> done)
{
    calls << QStringLiteral("bankDay %1").arg(dateText(day));
    return m_answers.ask<BankDay>(this, std::move(done), [this, day] {
        BankDay one = bank;
        one.day = day;
        return PortAnswer<BankDay>::of(one);
    });
}

PortCall FakeStatisticsPort::askBank(const QString &key, QDate day, PortDone<PortNothing> done)
{
    calls << QStringLiteral("askBank %1").arg(dateText(day));
    keys << key;
    return m_answers.ask<PortNothing>(this, std::move(done), [] { return PortAnswer<PortNothing>::of({}); });
}

PortCall FakeStatisticsPort::makeDayEnd(const QString &key, QDate day, PortDone<DayEnd> done)
{
    calls << QStringLiteral("makeDayEnd %1").arg(dateText(day));
    keys << key;
    return m_answers.ask<DayEnd>(this, std::move(done), [this, key, day] {
        if (const auto before = m_made.find(key); before != m_made.end())
            return PortAnswer<DayEnd>::of(before->second);
        const Analytics figure = figuresOf(day, day);
        DayEnd made;
        made.id = m_nextId++;
        made.day = day;
        made.number =
            1 + int(std::count_if(kept.begin(), kept.end(), [day](const DayEnd &one) { return one.day == day; }));
        made.madeAtMs = nowMs;
        made.madeBy = QStringLiteral("Aigul");
        made.orders = figure.total.orders;
        made.revenueMinor = figure.total.revenueMinor;
        made.openOrders = figure.openOrders;
        kept.insert(kept.begin(), made);
        m_made.emplace(key, made);
        return PortAnswer<DayEnd>::of(made);
    });
}

PortCall FakeStatisticsPort::printDayEnd(const QString &key, qint64 dayEndId, std::optional<qint64>,
                                         PortDone<PortNothing> done)
{
    calls << QStringLiteral("printDayEnd %1").arg(dayEndId);
    keys << key;
    return m_answers.ask<PortNothing>(this, std::move(done), [] { return PortAnswer<PortNothing>::of({}); });
}

void FakeStatisticsPort::cancel(PortCall call)
{
    calls << QStringLiteral("cancel %1").arg(call);
    m_answers.cancel(call);
}

} // namespace oshaq
