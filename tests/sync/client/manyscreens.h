// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/blockinghttp.h"
#include "tests/support/terminalrig.h"
#include "tests/support/testsite.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <memory>
#include <optional>

namespace oshaq::test {

/// One screen of several at a real hub, with a record of everything that it ever showed of the orders.
class RecordingScreen final : public QObject
{
public:
    static constexpr int patienceMs = 20'000;

    RecordingScreen(TestSite &site, QByteArray token, Role role, const Clock *clock = nullptr)
        : m_site(site)
        , m_token(std::move(token))
        , m_role(role)
        , m_rig(m_directory.path(), clock)
    {}

    TerminalRig &rig() { return m_rig; }
    Terminal &terminal() { return m_rig.terminal(); }
    KitchenService &kitchen() { return terminal().kitchen(); }
    OrdersPort &orders() { return terminal().orders(); }

    /// The error, or nothing when it is live.
    QString connectToSite()
    {
        const QString problem =
            m_rig.connectTo("http://127.0.0.1:" + QByteArray::number(m_site.port()), m_token, m_role);
        if (!problem.isEmpty())
            return problem;
        connect(&terminal().visibleOrders(), &VisibleOrders::changed, this,
                [this](const std::vector<qint64> &ids) { record(ids); });
        return waitUntilLive();
    }
    /// The cable is pulled out: what is done from now on stays here.
    void unplug() { m_rig.client().stop(); }
    /// And put in again; waits until everything was told and answered.
    QString plugIn()
    {
        m_rig.client().start();
        return settle();
    }
    QString waitUntilLive()
    {
        return QTest::qWaitFor([this] { return isLive(); }, patienceMs)
                   ? QString()
                   : QStringLiteral("not live: ") + terminal().link().facts().detail;
    }
    /// Nothing pending, and every order as the hub has it.
    QString settle() { return m_rig.waitUntilEqual(m_site.port(), m_site.business().token, patienceMs); }

    bool isLive() { return terminal().link().facts().state == LinkStatus::State::Live; }
    bool knows(qint64 orderId) { return terminal().visibleOrders().find(orderId) != nullptr; }

    /// An order as people see it: its status, and of each line q(ueued), s(tarted), d(one) or v(oided).
    QString shown(qint64 orderId)
    {
        const VisibleOrders::Entry *entry = terminal().visibleOrders().find(orderId);
        if (!entry)
            return QStringLiteral("gone");
        QString text = orderStatusName(entry->order.status) + u' ';
        for (const OrderLine &line : entry->order.lines)
            text += lineStatusText(line.status).front();
        return text;
    }
    /// Everything that was ever shown of it, one after the other, without what was the same as before.
    QStringList story(qint64 orderId) const
    {
        const auto found = m_stories.find(orderId);
        return found == m_stories.end() ? QStringList() : found->second;
    }
    void forgetStories()
    {
        for (auto &[id, story] : m_stories)
            story = {story.last()};
    }

    /// What was refused here: "done LINE_TRANSITION_NOT_ALLOWED", newest first.
    QStringList refusals()
    {
        QStringList all;
        for (const ParkedCommand &command : terminal().outbox().parked())
            all << command.what + u' ' + command.errorCode;
        return all;
    }

private:
    void record(const std::vector<qint64> &ids)
    {
        for (const qint64 id : ids) {
            const QString now = shown(id);
            QStringList &story = m_stories[id];
            if (story.isEmpty() || story.last() != now)
                story << now;
        }
    }

    TestSite &m_site;
    const QByteArray m_token;
    const Role m_role;
    QTemporaryDir m_directory;
    TerminalRig m_rig;
    std::map<qint64, QStringList> m_stories;
};

/// Sends JSON to the hub as somebody and returns the data of its answer; nothing when it was refused.
inline std::optional<QJsonObject> tellHub(TestSite &site, const QByteArray &token, const QByteArray &method,
                                          const QByteArray &path, const QByteArray &body)
{
    BlockingHttp http(site.port(), token);
    const auto answer = http.request(method, path, body);
    if (!answer || answer->status >= 300)
        return std::nullopt;
    return QJsonDocument::fromJson(answer->body).object().value(QLatin1String("data")).toObject();
}

/// A guest's order of one soup and one bread; its id.
inline qint64 orderSoupAndBread(TestSite &site)
{
    const TestBusiness &business = site.business();
    const QByteArray body = R"({"fulfilment":"pickup","items":[{"item_id":)" +
                            QByteArray::number(business.item("Soup")) + R"(,"quantity":1},{"item_id":)" +
                            QByteArray::number(business.item("Bread")) + R"(,"quantity":1}]})";
    const auto made = tellHub(site, business.guestToken, "POST", "/api/v1/user/orders/create", body);
    return made ? made->value(QLatin1String("order_id")).toInteger() : 0;
}

} // namespace oshaq::test
