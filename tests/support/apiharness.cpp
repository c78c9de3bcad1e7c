// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apiharness.h"

#include <QJsonDocument>
#include <QTest>

namespace oshaq::test {

namespace {

constexpr int answerTimeoutMs = 10'000;

} // namespace

struct ApiHarness::Log
{
    mutable std::mutex mutex;
    QList<QByteArray> lines;
};

QByteArray ApiAnswer::header(const char *name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QByteArray ApiAnswer::errorCode() const
{
    return json.value(QLatin1String("error")).toObject().value(QLatin1String("code")).toString().toLatin1();
}

QByteArray ApiAnswer::verdict() const
{
    QByteArray text = QByteArray::number(status);
    const QByteArray code = errorCode();
    return code.isEmpty() ? text : text + ' ' + code;
}

ApiHarness::ApiHarness(TestSite &site, ApiOptions options)
    : m_site(site)
    , m_log(std::make_shared<Log>())
{
    options.accessLog = [log = m_log](const QByteArray &line) {
        const std::lock_guard lock(log->mutex);
        log->lines.append(line);
    };
    m_shared = std::make_shared<ApiShared>(site.hub(), options);
    m_handler =
        std::make_unique<ApiHandler>(m_shared, [this](std::function<void()> task) { m_mailbox.post(std::move(task)); });
    m_listener = site.hub().addCommitListener([this](const CommitNotice &notice) {
        m_shared->versions.raise(notice.touched);
        m_mailbox.post([this, notice] {
            m_handler->committed(notice);
            m_handler->tellLive();
        });
    });
    m_alarmListener = site.hub().alarms().addListener([this](qint64 businessId) {
        CommitNotice notice;
        notice.alarmsChanged.insert(businessId);
        m_mailbox.post([this, notice] { m_handler->committed(notice); });
    });
}

ApiHarness::~ApiHarness()
{
    m_site.hub().alarms().removeListener(m_alarmListener);
    m_site.hub().removeCommitListener(m_listener);
}

ApiOptions ApiHarness::withoutLimits()
{
    ApiOptions options;
    options.rateLimit = false;
    options.hashCost = HashCost::least();
    return options;
}

ApiAnswer ApiHarness::call(const QByteArray &method, const QByteArray &target, const QByteArray &token,
                           const QByteArray &body, Headers headers)
{
    return wait(start(method, target, token, body, std::move(headers)));
}

int ApiHarness::start(const QByteArray &method, const QByteArray &target, const QByteArray &token,
                      const QByteArray &body, Headers headers)
{
    auto answer = std::make_shared<HttpResponse>();
    auto count = std::make_shared<int>(0);
    m_answers.append(answer);
    m_answered.append(count);
    m_handler->handle(request(method, target, token, body, std::move(headers)), [answer, count](HttpResponse response) {
        *answer = std::move(response);
        ++*count;
    });
    return int(m_answers.size()) - 1;
}

ApiAnswer ApiHarness::wait(int index)
{
    ApiAnswer result;
    const auto count = m_answered[index];
    if (!QTest::qWaitFor([&] { return *count > 0; }, answerTimeoutMs) || *count != 1)
        return result;
    const HttpResponse &response = *m_answers[index];
    result.status = response.status;
    result.headers = response.headers;
    result.headers.append(qMakePair(QByteArray("Content-Type"), response.contentType));
    result.body = response.body;
    result.json = QJsonDocument::fromJson(response.body).object();
    return result;
}

UpgradeDecision ApiHarness::upgrade(const QByteArray &target, const QByteArray &token)
{
    return m_handler->upgrade(request("GET", target, token, {}, {}));
}

QList<QByteArray> ApiHarness::log() const
{
    const std::lock_guard lock(m_log->mutex);
    return m_log->lines;
}

HttpRequest ApiHarness::request(const QByteArray &method, const QByteArray &target, const QByteArray &token,
                                const QByteArray &body, const Headers &headers) const
{
    HttpRequest request;
    request.method = method;
    const qsizetype question = target.indexOf('?');
    request.path = question < 0 ? target : target.left(question);
    request.query = question < 0 ? QByteArray() : target.mid(question + 1);
    for (const auto &[name, value] : headers)
        request.headers.push_back({name, value});
    if (!token.isEmpty())
        request.headers.push_back({"authorization", "Bearer " + token});
    if (!body.isEmpty() && request.header("content-type").isEmpty())
        request.headers.push_back({"content-type", "application/json"});
    request.body = body;
    request.remoteAddress = "127.0.0.1";
    request.arrivedAtMs = m_site.hub().clock().nowMs();
    return request;
}

QByteArray pickupBody(qint64 itemId, const QByteArray &quantity)
{
    return "{\"fulfilment\":\"pickup\",\"items\":[{\"item_id\":" + QByteArray::number(itemId) +
           ",\"quantity\":" + quantity + "}]}";
}

} // namespace oshaq::test
