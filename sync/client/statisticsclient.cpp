// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/statisticsclient.h"

#include "sync/protocol/analyticsjson.h"
#include "sync/protocol/bankdayjson.h"
#include "sync/protocol/dayendjson.h"
#include "sync/protocol/orderjson.h"

#include <QUrl>

#include <algorithm>
#include <iterator>
#include <memory>

namespace oshaq {

namespace {

constexpr int maxPage = 200;
constexpr std::size_t maxDayEnds = 400;

const QByteArray analyticsPath = QByteArrayLiteral("/api/v1/admin/orders/analytics");
const QByteArray reconciliationPath = QByteArrayLiteral("/api/v1/payment/reconciliation");
const QByteArray dayEndsPath = QByteArrayLiteral("/api/v1/admin/day-ends");

void add(QByteArray *query, const char *name, const QString &value)
{
    *query += query->isEmpty() ? '?' : '&';
    *query += name;
    *query += '=';
    *query += QUrl::toPercentEncoding(value);
}

template <typename T> void addNumber(QByteArray *query, const char *name, const std::optional<T> &number)
{
    if (number)
        add(query, name, QString::number(*number));
}

QByteArray daysQuery(const QDate &from, const QDate &to)
{
    QByteArray query;
    add(&query, "from", from.toString(Qt::ISODate));
    add(&query, "to", to.toString(Qt::ISODate));
    return query;
}

QByteArray queryOf(const DrillQuery &drill)
{
    QByteArray query = daysQuery(drill.from, drill.to);
    addNumber(&query, "weekday", drill.weekday);
    addNumber(&query, "hour", drill.hour);
    if (drill.status)
        add(&query, "status", QString::number(int(*drill.status)));
    if (drill.fulfilment)
        add(&query, "fulfilment", fulfilmentText(*drill.fulfilment));
    addNumber(&query, "item_id", drill.itemId);
    addNumber(&query, "category_id", drill.categoryId);
    addNumber(&query, "station_id", drill.stationId);
    if (drill.late)
        add(&query, "late", QStringLiteral("true"));
    if (!drill.channel.isEmpty())
        add(&query, "channel", drill.channel);
    if (drill.reason)
        add(&query, "reason", *drill.reason);
    add(&query, "limit", QString::number(std::clamp(drill.limit, 1, maxPage)));
    if (!drill.cursor.isEmpty())
        add(&query, "cursor", drill.cursor);
    return query;
}

Error noList()
{
    return {ErrorCode::ValidationFailed,
            QStringLiteral("This is not a list."),
            {{QStringLiteral("data"), QStringLiteral("must be an array")}}};
}

Result<DrillPage> readPage(const Answer &answer)
{
    if (!answer.data.isArray())
        return noList();
    DrillPage page;
    for (const JsonValue &item : answer.data.items()) {
        Result<Order> order = readOrder(item);
        if (!order)
            return order.error();
        page.orders.push_back(std::move(*order));
    }
    page.nextCursor = answer.meta[u"next_cursor"].string();
    return page;
}

} // namespace

StatisticsClient::StatisticsClient(const HubEndpoint &endpoint, HttpTransport &transport, const OrderCache &cache,
                                   const HubClock &clock, QObject *parent)
    : StatisticsPort(parent)
    , m_cache(cache)
    , m_clock(clock)
    , m_calls(endpoint, transport)
{}

Business StatisticsClient::business() const
{
    return m_cache.business();
}

qint64 StatisticsClient::hubNowMs() const
{
    return m_clock.nowMs();
}

PortCall StatisticsClient::analytics(QDate from, QDate to, PortDone<Analytics> done)
{
    return m_calls.ask<Analytics>(
        {"GET", analyticsPath + daysQuery(from, to)}, [](const Answer &answer) { return readAnalytics(answer.data); },
        std::move(done));
}

PortCall StatisticsClient::orders(const DrillQuery &query, PortDone<DrillPage> done)
{
    return m_calls.ask<DrillPage>({"GET", analyticsPath + "/orders" + queryOf(query)}, readPage, std::move(done));
}

PortCall StatisticsClient::bankDay(QDate day, PortDone<BankDay> done)
{
    QByteArray query;
    add(&query, "day", day.toString(Qt::ISODate));
    return m_calls.ask<BankDay>(
        {"GET", reconciliationPath + query}, [](const Answer &answer) { return readBankDay(answer.data); },
        std::move(done));
}

PortCall StatisticsClient::askBank(const QString &key, QDate day, PortDone<PortNothing> done)
{
    return m_calls.ask<PortNothing>(
        {"POST", reconciliationPath, newDayEndBody(day), key},
        [](const Answer &) -> Result<PortNothing> { return PortNothing(); }, std::move(done));
}

void StatisticsClient::cancel(PortCall call)
{
    m_calls.cancel(call);
}

void StatisticsClient::giveUp()
{
    m_calls.giveUp();
}

// Day ends.

namespace {

struct DayEndPage
{
    std::vector<DayEnd> dayEnds;
    QString nextCursor;
};

Result<DayEndPage> readDayEnds(const Answer &answer)
{
    if (!answer.data.isArray())
        return noList();
    DayEndPage page;
    for (const JsonValue &item : answer.data.items()) {
        Result<DayEnd> dayEnd = readDayEnd(item);
        if (!dayEnd)
            return dayEnd.error();
        page.dayEnds.push_back(std::move(*dayEnd));
    }
    page.nextCursor = answer.meta[u"next_cursor"].string();
    return page;
}

HubCalls::Request dayEndsRequest(const QString &cursor)
{
    QByteArray query;
    add(&query, "limit", QString::number(maxPage));
    if (!cursor.isEmpty())
        add(&query, "cursor", cursor);
    return {"GET", dayEndsPath + query};
}

} // namespace

PortCall StatisticsClient::dayEnds(PortDone<std::vector<DayEnd>> done)
{
    const auto call = std::make_shared<PortCall>(0);
    *call = m_calls.begin(dayEndsRequest({}), [this, call, done = std::move(done)](const WireReply &reply) {
        takeDayEnds(*call, reply, {}, done);
    });
    return *call;
}

void StatisticsClient::takeDayEnds(PortCall call, const WireReply &reply, std::vector<DayEnd> before,
                                   const PortDone<std::vector<DayEnd>> &done)
{
    auto page = HubCalls::answerOf<DayEndPage>(reply, readDayEnds);
    if (!page)
        return done(PortAnswer<std::vector<DayEnd>>::failed(std::move(page.failure)));
    std::move(page.value->dayEnds.begin(), page.value->dayEnds.end(), std::back_inserter(before));
    if (page.value->nextCursor.isEmpty() || page.value->dayEnds.empty() || before.size() >= maxDayEnds)
        return done(PortAnswer<std::vector<DayEnd>>::of(std::move(before)));
    m_calls.proceed(call, dayEndsRequest(page.value->nextCursor),
                    [this, call, before = std::move(before), done](const WireReply &next) {
                        takeDayEnds(call, next, before, done);
                    });
}

PortCall StatisticsClient::makeDayEnd(const QString &key, QDate day, PortDone<DayEnd> done)
{
    return m_calls.ask<DayEnd>(
        {"POST", dayEndsPath, newDayEndBody(day), key}, [](const Answer &answer) { return readDayEnd(answer.data); },
        std::move(done));
}

PortCall StatisticsClient::printDayEnd(const QString &key, qint64 dayEndId, std::optional<qint64> printerId,
                                       PortDone<PortNothing> done)
{
    return m_calls.ask<PortNothing>(
        {"POST", dayEndsPath + '/' + QByteArray::number(dayEndId) + "/print", printDayEndBody(printerId), key},
        [](const Answer &) { return Result<PortNothing>(PortNothing()); }, std::move(done));
}

} // namespace oshaq
