// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/mailbox.h"
#include "sync/server/apihandler.h"
#include "tests/support/testsite.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QPair>

#include <memory>

namespace oshaq::test {

using Headers = QList<QPair<QByteArray, QByteArray>>;

/// An answer with its envelope read.
struct ApiAnswer
{
    int status = 0; ///< 0: no answer came
    Headers headers;
    QByteArray body;
    QJsonObject json;

    QByteArray header(const char *name) const;
    QByteArray errorCode() const;
    QJsonObject data() const { return json.value(QLatin1String("data")).toObject(); }
    QJsonArray list() const { return json.value(QLatin1String("data")).toArray(); }
    QJsonObject meta() const { return json.value(QLatin1String("meta")).toObject(); }
    /// "404 NOT_FOUND", or "200".
    QByteArray verdict() const;
};

/// The API without sockets: its handler lives on the test's own thread, fed with values. The site should run without a
/// server.
class ApiHarness
{
    Q_DISABLE_COPY_MOVE(ApiHarness)

public:
    explicit ApiHarness(TestSite &site, ApiOptions options = withoutLimits());
    ~ApiHarness();

    static ApiOptions withoutLimits();

    /// `target` is the path with its query. Waits for the answer.
    ApiAnswer call(const QByteArray &method, const QByteArray &target, const QByteArray &token = {},
                   const QByteArray &body = {}, Headers headers = {});
    ApiAnswer get(const QByteArray &target, const QByteArray &token = {}, Headers headers = {})
    {
        return call("GET", target, token, {}, std::move(headers));
    }
    /// Starts a request; the answer is there when finished(index) is true.
    int start(const QByteArray &method, const QByteArray &target, const QByteArray &token, const QByteArray &body,
              Headers headers = {});
    ApiAnswer wait(int index);

    UpgradeDecision upgrade(const QByteArray &target, const QByteArray &token);

    ApiHandler &handler() { return *m_handler; }
    /// Lines of the access log.
    QList<QByteArray> log() const;

private:
    HttpRequest request(const QByteArray &method, const QByteArray &target, const QByteArray &token,
                        const QByteArray &body, const Headers &headers) const;

    TestSite &m_site;
    Mailbox m_mailbox;
    struct Log;
    std::shared_ptr<Log> m_log;
    std::shared_ptr<ApiShared> m_shared;
    std::unique_ptr<ApiHandler> m_handler;
    int m_listener = 0;
    int m_alarmListener = 0;
    QList<std::shared_ptr<HttpResponse>> m_answers;
    QList<std::shared_ptr<int>> m_answered; ///< how often each was answered: exactly once
};

/// {"fulfilment":"pickup","items":[{"item_id":ITEM,"quantity":QUANTITY}]}
QByteArray pickupBody(qint64 itemId, const QByteArray &quantity = "1");

} // namespace oshaq::test
