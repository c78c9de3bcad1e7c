// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/orderload.h"

#include "models/domain/uuid7.h"
#include "models/runtime/clock.h"
#include "tests/support/blockinghttp.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>
#include <random>

namespace oshaq::test {

int LoadBoard::generation() const
{
    const std::lock_guard lock(m_mutex);
    return m_generation;
}

bool LoadBoard::waitForRestart(int generation)
{
    std::unique_lock lock(m_mutex);
    const auto over = [&] { return m_ending || m_generation > generation; };
    if (m_retryPauseMs > 0)
        m_changed.wait_for(lock, std::chrono::milliseconds(m_retryPauseMs), over);
    else
        m_changed.wait(lock, over);
    return !m_ending;
}

bool LoadBoard::pauseBeforeRetry()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, std::chrono::milliseconds(m_retryPauseMs), [&] { return m_ending; });
    return !m_ending;
}

bool LoadBoard::isEnding() const
{
    const std::lock_guard lock(m_mutex);
    return m_ending;
}

quint16 LoadBoard::port() const
{
    const std::lock_guard lock(m_mutex);
    return m_port;
}

bool LoadBoard::waitWhilePaused()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [&] { return m_ending || !m_paused; });
    return !m_ending;
}

void LoadBoard::record(const OrderAttempt &attempt)
{
    const std::lock_guard lock(m_mutex);
    m_attempts[attempt.uuid] = attempt;
}

void LoadBoard::countAcknowledgement()
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_acknowledgements;
    }
    m_changed.notify_all();
}

void LoadBoard::countUnavailable()
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_unavailable;
    }
    m_changed.notify_all();
}

void LoadBoard::countUnexpected(int status, const QByteArray &body)
{
    const std::lock_guard lock(m_mutex);
    m_unexpected.append(QByteArray::number(status) + ' ' + body.left(300));
}

bool LoadBoard::waitForAcknowledgements(qint64 count, int timeoutMs)
{
    std::unique_lock lock(m_mutex);
    const qint64 goal = m_acknowledgements + count;
    return m_changed.wait_for(lock, std::chrono::milliseconds(timeoutMs), [&] { return m_acknowledgements >= goal; });
}

bool LoadBoard::waitForUnavailable(qint64 count, int timeoutMs)
{
    std::unique_lock lock(m_mutex);
    const qint64 goal = m_unavailable + count;
    return m_changed.wait_for(lock, std::chrono::milliseconds(timeoutMs), [&] { return m_unavailable >= goal; });
}

void LoadBoard::pause()
{
    const std::lock_guard lock(m_mutex);
    m_paused = true;
}

void LoadBoard::resumeAfterRestart(quint16 port)
{
    {
        const std::lock_guard lock(m_mutex);
        if (port != 0)
            m_port = port;
        m_paused = false;
        ++m_generation;
    }
    m_changed.notify_all();
}

void LoadBoard::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
}

std::vector<OrderAttempt> LoadBoard::attempts() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<OrderAttempt> all;
    all.reserve(m_attempts.size());
    for (const auto &[uuid, attempt] : m_attempts)
        all.push_back(attempt);
    return all;
}

qint64 LoadBoard::acknowledgements() const
{
    const std::lock_guard lock(m_mutex);
    return m_acknowledgements;
}

qint64 LoadBoard::unavailable() const
{
    const std::lock_guard lock(m_mutex);
    return m_unavailable;
}

QList<QByteArray> LoadBoard::unexpected() const
{
    const std::lock_guard lock(m_mutex);
    return m_unexpected;
}

LoadClient::LoadClient(LoadBoard &board, quint16 port, QByteArray businessToken, std::vector<qint64> itemIds,
                       unsigned seed)
    : m_board(board)
    , m_port(port)
    , m_businessToken(std::move(businessToken))
    , m_itemIds(std::move(itemIds))
    , m_seed(seed)
{}

void LoadClient::run()
{
    std::mt19937 random(m_seed);
    const SystemClock clock;
    BlockingHttp staff(m_port, m_businessToken);
    BlockingHttp guest(m_port);
    int statusCounter = 0;
    int connectedGeneration = m_board.generation();

    // Until it is answered for good: the outcome of a try that broke, or of a 503, is unknown, so the same key goes
    // again.
    const auto insist = [&](BlockingHttp &http, const QByteArray &method, const QByteArray &target,
                            const QByteArray &body, const QByteArray &key) -> std::optional<WireAnswer> {
        for (;;) {
            if (!m_board.waitWhilePaused())
                return std::nullopt;
            const int generation = m_board.generation();
            if (generation != connectedGeneration) {
                // Connections to the hub that was killed are dead; a failure on one says nothing about the new one.
                staff.disconnect();
                guest.disconnect();
                if (const quint16 port = m_board.port(); port != 0) {
                    staff.setPort(port);
                    guest.setPort(port);
                }
                connectedGeneration = generation;
            }
            const auto answer =
                http.request(method, target, body,
                             key.isEmpty() ? QList<QPair<QByteArray, QByteArray>>{}
                                           : QList<QPair<QByteArray, QByteArray>>{{"Idempotency-Key", key}});
            if (answer && answer->status != 503)
                return answer;
            if (answer)
                m_board.countUnavailable();
            if (!(answer ? m_board.pauseBeforeRetry() : m_board.waitForRestart(generation)))
                return std::nullopt;
        }
    };

    QByteArray guestToken;
    {
        const auto answer = insist(staff, "POST", "/api/v1/auth/guest", R"({"name":"Guest"})", "");
        if (!answer)
            return;
        if (answer->status != 201) {
            m_board.countUnexpected(answer->status, answer->body);
            return;
        }
        guestToken = QJsonDocument::fromJson(answer->body)
                         .object()
                         .value(u"data")
                         .toObject()
                         .value(u"access_token")
                         .toString()
                         .toLatin1();
        guest.setToken(guestToken);
    }

    for (int order = 0; m_maxOrders == 0 || order < m_maxOrders; ++order) {
        OrderAttempt attempt;
        attempt.uuid = makeUuid7(clock.nowMs()).toLatin1();
        attempt.key = "create-" + attempt.uuid;
        attempt.token = guestToken;
        attempt.lineCount = 1 + int(random() % 4);
        QByteArray lines;
        for (int line = 0; line < attempt.lineCount; ++line) {
            lines += (line ? "," : "") + QByteArray("{\"item_id\":") +
                     QByteArray::number(m_itemIds[random() % m_itemIds.size()]) +
                     ",\"quantity\":" + QByteArray::number(1 + random() % 3) + '}';
        }
        attempt.body = R"({"fulfilment":"pickup","order_uuid":")" + attempt.uuid + R"(","items":[)" + lines + "]}";
        m_board.record(attempt);

        const auto created = insist(guest, "POST", "/api/v1/user/orders/create", attempt.body, attempt.key);
        if (!created)
            return;
        if (created->status != 201) {
            m_board.countUnexpected(created->status, created->body);
            return;
        }
        const QJsonObject data = QJsonDocument::fromJson(created->body).object().value(u"data").toObject();
        attempt.acknowledged = true;
        attempt.orderId = qint64(data.value(u"order_id").toDouble());
        attempt.totalCost = QByteArray::number(data.value(u"cost").toObject().value(u"total_cost").toDouble(), 'f', 2);
        m_board.record(attempt);
        m_board.countAcknowledgement();

        for (int status = 2; !m_createOnly && status <= 3; ++status) {
            attempt.attemptedStatus = status;
            m_board.record(attempt);
            const auto changed = insist(staff, "PATCH", "/api/v1/business/orders/" + attempt.uuid + "/status",
                                        "{\"status\":" + QByteArray::number(status) + '}',
                                        "status-" + attempt.uuid + '-' + QByteArray::number(++statusCounter));
            if (!changed)
                return;
            if (changed->status != 200) {
                m_board.countUnexpected(changed->status, changed->body);
                return;
            }
            attempt.acknowledgedStatus = status;
            m_board.record(attempt);
            m_board.countAcknowledgement();
        }
        if (m_board.isEnding())
            return;
    }
}

std::vector<qint64> menuItemIds(quint16 port, const QByteArray &token)
{
    BlockingHttp http(port, token);
    const auto answer = http.get("/api/v1/menu");
    std::vector<qint64> ids;
    if (!answer)
        return ids;
    const QJsonArray categories =
        QJsonDocument::fromJson(answer->body).object().value(u"data").toObject().value(u"categories").toArray();
    for (const QJsonValue &category : categories) {
        for (const QJsonValue &item : category.toObject().value(u"items").toArray()) {
            const QJsonObject object = item.toObject();
            // A group that wants a choice would need options in the order.
            bool needsChoice = false;
            for (const QJsonValue &group : object.value(u"option_groups").toArray())
                needsChoice = needsChoice || group.toObject().value(u"min").toInt() > 0;
            if (object.value(u"available").toBool(true) && !needsChoice)
                ids.push_back(qint64(object.value(u"item_id").toDouble()));
        }
    }
    return ids;
}

} // namespace oshaq::test
