// SPDX-License-Identifier: GPL-3.0-or-later
//
// Two real programs, hub and standby: kill -9 of the hub under load, promotion, and what the old hub may do when it is
// back. Everything that was acknowledged in sync mode is on the one that was promoted.

#include "tests/support/hubreader.h"
#include "tests/support/orderload.h"
#include "tests/support/oshaqdprocess.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <random>

using namespace oshaq::test;

namespace {

constexpr int clients = 6;
constexpr int patienceMs = 30'000;

QJsonObject dataOf(const std::optional<WireAnswer> &answer)
{
    return answer ? QJsonDocument::fromJson(answer->body).object().value(u"data").toObject() : QJsonObject();
}

QByteArray codeOf(const std::optional<WireAnswer> &answer)
{
    return answer ? QJsonDocument::fromJson(answer->body)
                        .object()
                        .value(u"error")
                        .toObject()
                        .value(u"code")
                        .toString()
                        .toLatin1()
                  : QByteArray();
}

} // namespace

class StandbyTest final : public QObject
{
    Q_OBJECT

private:
    /// A hub with a menu, and a standby that has everything and is waited for.
    QString makePair()
    {
        m_hub = std::make_unique<OshaqdProcess>(m_directory->filePath(QStringLiteral("one")));
        m_standby = std::make_unique<OshaqdProcess>(m_directory->filePath(QStringLiteral("two")));
        if (const QString problem = m_hub->init(); !problem.isEmpty())
            return problem;
        if (const QString problem = m_hub->importSampleMenu(); !problem.isEmpty())
            return problem;
        if (const QString problem = m_hub->start(); !problem.isEmpty())
            return problem;
        m_standby->setBusinessToken(m_hub->businessToken());
        BlockingHttp http(m_hub->port(), m_hub->businessToken());
        const QByteArray token =
            dataOf(http.request("POST", "/api/v1/admin/replica/token")).value(u"access_token").toString().toLatin1();
        if (token.isEmpty())
            return QStringLiteral("no token");
        QFile file(m_directory->filePath(QStringLiteral("token")));
        if (!file.open(QIODevice::WriteOnly) || file.write(token + '\n') < 0)
            return QStringLiteral("the token cannot be kept");
        file.close();
        const auto set = http.request("PUT", "/api/v1/admin/replica", R"({"mode":"sync","standby_name":"office"})");
        if (!set || set->status != 200)
            return QStringLiteral("sync is refused");
        if (const QString problem =
                m_standby->start({}, {QStringLiteral("--standby-of"), QString::fromLatin1(m_hub->baseUrl()),
                                      QStringLiteral("--standby-token-file"), file.fileName()});
            !problem.isEmpty())
            return problem;
        return waitForStep(*m_hub);
    }

    static QJsonObject replicaOf(const OshaqdProcess &process)
    {
        BlockingHttp http(process.port(), process.businessToken());
        return dataOf(http.get("/api/v1/admin/replica"));
    }

    /// Until each write waits for the standby.
    static QString waitForStep(const OshaqdProcess &hub)
    {
        const bool inStep = QTest::qWaitFor(
            [&hub] {
                const QJsonObject state = replicaOf(hub);
                return state.value(u"in_step").toBool() && !state.value(u"solo").toBool() &&
                       state.value(u"mode").toString() == u"sync";
            },
            patienceMs);
        return inStep ? QString() : QString::fromUtf8(QJsonDocument(replicaOf(hub)).toJson(QJsonDocument::Compact));
    }

    static std::optional<WireAnswer> promote(const OshaqdProcess &process)
    {
        BlockingHttp http(process.port(), process.businessToken());
        return http.request("POST", "/api/v1/admin/replica/promote", R"({"insist":true})");
    }

    static std::optional<WireAnswer> order(const OshaqdProcess &process, qint64 item, const QByteArray &key = {})
    {
        BlockingHttp http(process.port(), process.businessToken());
        const QByteArray body =
            R"({"fulfilment":"pickup","items":[{"item_id":)" + QByteArray::number(item) + R"(,"quantity":1}]})";
        return http.request("POST", "/api/v1/business/orders", body,
                            key.isEmpty() ? QList<QPair<QByteArray, QByteArray>>{}
                                          : QList<QPair<QByteArray, QByteArray>>{{"Idempotency-Key", key}});
    }

    /// One order, as a client does it: on a busy machine an acknowledgement may be late, and the same key goes again.
    static bool isTaken(const OshaqdProcess &process, qint64 item, const QByteArray &key)
    {
        return QTest::qWaitFor(
            [&] {
                const auto answer = order(process, item, key);
                return answer && answer->status == 201;
            },
            patienceMs);
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<OshaqdProcess> m_hub;
    std::unique_ptr<OshaqdProcess> m_standby;

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void cleanup()
    {
        m_hub.reset();
        m_standby.reset();
    }

    void nothingAcknowledgedIsLostWhenTheHubIsKilled()
    {
        const int rounds = qEnvironmentVariableIsSet("OSHAQ_LONG") ? 20 : 3;
        std::mt19937 random(1);
        QCOMPARE(makePair(), QString());
        const auto items = menuItemIds(m_hub->port(), m_hub->businessToken());
        QVERIFY(!items.empty());

        LoadBoard board;
        std::vector<std::unique_ptr<LoadClient>> load;
        for (int i = 0; i < clients; ++i) {
            load.push_back(std::make_unique<LoadClient>(board, m_hub->port(), m_hub->businessToken(), items, random()));
            load.back()->start();
        }
        struct Ending
        {
            LoadBoard &board;
            std::vector<std::unique_ptr<LoadClient>> &load;
            ~Ending()
            {
                board.end();
                for (auto &client : load)
                    client->wait();
            }
        } ending{board, load};

        for (int round = 1; round <= rounds; ++round) {
            QVERIFY2(board.waitForAcknowledgements(60 + random() % 60, patienceMs),
                     qPrintable(QString::fromUtf8(board.unexpected().join(' '))));
            m_hub->kill();
            board.pause();
            const auto promoted = promote(*m_standby);
            QVERIFY(promoted);
            QVERIFY2(promoted->status == 200, promoted->body.constData());

            BlockingHttp http(m_standby->port(), m_standby->businessToken());
            const HubOrders stored = readHubOrders(http);
            QVERIFY2(stored.problem.isEmpty(), qPrintable(stored.problem));
            const Comparison comparison = compare(board.attempts(), stored);
            qInfo("round %d: acknowledged %d, on the promoted standby %zu, lost %d, differing %d, doubled %d", round,
                  comparison.acknowledged, stored.byUuid.size(), comparison.lost, comparison.differing, stored.doubled);
            QCOMPARE(comparison.lost, 0);
            QCOMPARE(comparison.differing, 0);
            QCOMPARE(stored.doubled, 0);

            // The load goes on at the new hub, and the old one comes back in the middle of it.
            board.resumeAfterRestart(m_standby->port());
            QVERIFY(board.waitForAcknowledgements(20, patienceMs));
            QCOMPARE(m_hub->start(), QString());
            std::swap(m_hub, m_standby);
            QCOMPARE(waitForStep(*m_hub), QString());
            QCOMPARE(replicaOf(*m_standby).value(u"role").toString(), QStringLiteral("standby"));
            QCOMPARE(codeOf(order(*m_standby, items.front())), QByteArray("HUB_STANDBY"));
        }
        QVERIFY(board.waitForAcknowledgements(20, patienceMs));
        board.end();
        for (auto &client : load)
            client->wait();
        QCOMPARE(board.unexpected(), QList<QByteArray>());
        QCOMPARE(waitForStep(*m_hub), QString());
        BlockingHttp http(m_hub->port(), m_hub->businessToken());
        BlockingHttp standby(m_standby->port(), m_standby->businessToken());
        const HubOrders here = readHubOrders(http);
        const HubOrders there = readHubOrders(standby);
        QCOMPARE(there.byUuid.size(), here.byUuid.size());
        QCOMPARE(compare(board.attempts(), here).lost, 0);
        QCOMPARE(compare(board.attempts(), there).lost, 0);
    }

    void theOldHubTakesNoWriteAfterItIsBack()
    {
        QCOMPARE(makePair(), QString());
        const auto items = menuItemIds(m_hub->port(), m_hub->businessToken());
        QVERIFY(isTaken(*m_hub, items.front(), "order-1"));
        // As if it were cut off: it does not know that anything happened, and has sockets open.
        QCOMPARE(::kill(pid_t(m_hub->pid()), SIGSTOP), 0);
        const auto promoted = promote(*m_standby);
        QVERIFY2(promoted && promoted->status == 200, promoted ? promoted->body.constData() : "no answer");
        QVERIFY(isTaken(*m_standby, items.front(), "order-2"));
        QCOMPARE(::kill(pid_t(m_hub->pid()), SIGCONT), 0);

        int accepted = 0;
        int refused = 0;
        QSet<QByteArray> reasons;
        const bool follows = QTest::qWaitFor(
            [&] {
                const auto answer = order(*m_hub, items.front());
                if (answer && answer->status < 300)
                    ++accepted;
                else if (answer)
                    ++refused;
                reasons.insert(codeOf(answer));
                return refused > 20 && replicaOf(*m_hub).value(u"role").toString() == u"standby" &&
                       replicaOf(*m_hub).value(u"epoch").toString() == replicaOf(*m_standby).value(u"epoch").toString();
            },
            patienceMs);
        qInfo("writes that the old hub took: %d, refused: %d", accepted, refused);
        QVERIFY(follows);
        QCOMPARE(accepted, 0);
        reasons.remove("REPLICA_UNREACHABLE");
        reasons.remove("HUB_FENCED");
        reasons.remove("HUB_STANDBY");
        QCOMPARE(reasons, QSet<QByteArray>());
        BlockingHttp http(m_hub->port(), m_hub->businessToken());
        QCOMPARE(http.get("/api/v1/business/orders")->status, 200); // reading goes on
        QCOMPARE(waitForStep(*m_standby), QString());
        QCOMPARE(int(readHubOrders(http).byUuid.size()), 2);
    }

    void withoutItsStandbyAHubReadsUntilAManagerSaysSolo()
    {
        QCOMPARE(makePair(), QString());
        const auto items = menuItemIds(m_hub->port(), m_hub->businessToken());
        QVERIFY(isTaken(*m_hub, items.front(), "order-3"));
        const int term = replicaOf(*m_hub).value(u"term").toInt();
        m_standby->kill();
        QCOMPARE(codeOf(order(*m_hub, items.front())), QByteArray("REPLICA_UNREACHABLE"));
        QTRY_VERIFY(replicaOf(*m_hub).value(u"refusing").toBool());
        QCOMPARE(replicaOf(*m_hub).value(u"reason").toString(), QStringLiteral("standby_unreachable"));
        BlockingHttp http(m_hub->port(), m_hub->businessToken());
        QCOMPARE(http.get("/api/v1/business/orders")->status, 200);
        QCOMPARE(http.request("POST", "/api/v1/admin/replica/solo")->status, 200);
        QCOMPARE(replicaOf(*m_hub).value(u"term").toInt(), term + 1);
        QVERIFY(isTaken(*m_hub, items.front(), "order-4"));
        // The standby is back with another epoch: it takes a new base, and counts when a manager says so.
        QCOMPARE(m_standby->start(), QString());
        QTRY_VERIFY_WITH_TIMEOUT(replicaOf(*m_hub).value(u"in_step").toBool(), patienceMs);
        QVERIFY(replicaOf(*m_hub).value(u"solo").toBool());
        QCOMPARE(http.request("DELETE", "/api/v1/admin/replica/solo")->status, 200);
        QCOMPARE(waitForStep(*m_hub), QString());
        QVERIFY(isTaken(*m_hub, items.front(), "order-5"));
    }

    void aDirectoryKnowsWhatItIs()
    {
        QCOMPARE(makePair(), QString());
        m_standby->kill();
        QByteArray errors;
        int code = 0;
        runOshaqd({QStringLiteral("import"), QStringLiteral("menu"), QStringLiteral("nothing.csv"),
                   QStringLiteral("--data"), m_standby->directory()},
                  &code, &errors);
        QVERIFY(code != 0);
        OshaqdProcess other(m_directory->filePath(QStringLiteral("three")));
        QCOMPARE(other.init(), QString());
        const QString refused =
            other.start({}, {QStringLiteral("--standby-of"), QString::fromLatin1(m_hub->baseUrl()),
                             QStringLiteral("--standby-token-file"), m_directory->filePath(QStringLiteral("token"))});
        QVERIFY2(refused.contains(QLatin1String("holds the record of a hub")), qPrintable(refused));
    }

    void thePromotedOneOpensWhatIsSealed()
    {
        QCOMPARE(makePair(), QString());
        BlockingHttp http(m_hub->port(), m_hub->businessToken());
        // The first secret makes the key, long after the standby took its base.
        const auto set = http.request(
            "PUT", "/api/v1/admin/integrations/smtp",
            "{\"enabled\":true,\"version\":0,\"config\":{\"host\":\"mail.test\",\"from\":\"a@oshaq.test\"},"
            "\"secrets\":{\"password\":\"hearth\"}}");
        QVERIFY(set);
        QVERIFY2(set->status == 200, set->body);
        const auto keyOf = [](const OshaqdProcess &process) {
            QFile file(QDir(process.directory()).filePath(QStringLiteral("secrets.key")));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QVERIFY(!keyOf(*m_hub).isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(keyOf(*m_standby), keyOf(*m_hub), patienceMs);
        const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(QDir(m_standby->directory()).filePath(QStringLiteral("secrets.key"))) & others));
        QCOMPARE(waitForStep(*m_hub), QString());
        m_hub->kill();
        QCOMPARE(promote(*m_standby).value_or(WireAnswer()).status, 200);
        BlockingHttp office(m_standby->port(), m_standby->businessToken());
        const QJsonObject mail = dataOf(office.get("/api/v1/admin/integrations/smtp"));
        QVERIFY(mail.value(u"enabled").toBool());
        QVERIFY2(mail.value(u"secrets_problem").toString().isEmpty(), QJsonDocument(mail).toJson());
    }
};

QTEST_GUILESS_MAIN(StandbyTest)
#include "standbytest.moc"
