// SPDX-License-Identifier: GPL-3.0-or-later
//
// kill -9 of the hub at random moments while guests pay through a bank that loses answers, declines, hangs up and tells
// of payments twice. What the bank's own book says in the end is what the hub must say.

#include "tests/support/blockinghttp.h"
#include "tests/support/fakebank.h"
#include "tests/support/orderload.h"
#include "tests/support/oshaqdprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QUuid>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <random>

using namespace oshaq::test;

namespace {

constexpr int guestsAtOnce = 6;
constexpr int patienceMs = 240'000;

qint64 minorOf(const QJsonValue &amount)
{
    return qRound64(amount.toDouble() * 100);
}

/// Whether there is a hub to ask just now.
class Door
{
public:
    void set(bool isOpen)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isOpen = isOpen;
        }
        m_changed.notify_all();
    }
    void waitForHub()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isOpen; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isOpen = true;
};

/// Guests and a manager, one after the other, until there were enough of them.
class Guests final : public QThread
{
public:
    Guests(Door &door, FakeBank &bank, quint16 port, QByteArray token, qint64 itemId, unsigned seed,
           std::atomic<int> &left)
        : m_door(door)
        , m_bank(bank)
        , m_http(port)
        , m_token(std::move(token))
        , m_itemId(itemId)
        , m_random(seed)
        , m_left(left)
    {}

    const std::vector<qint64> &orders() const { return m_orders; }

protected:
    void run() override
    {
        while (m_left.fetch_sub(1) > 0)
            play();
    }

private:
    int below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(m_random); }
    bool chance(int percent) { return below(100) < percent; }

    /// Until there is an answer, under one key: what a terminal does whose hub dies.
    QJsonObject call(const QByteArray &token, const QByteArray &method, const QByteArray &path,
                     const QByteArray &body = {})
    {
        const QByteArray key = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
        for (;;) {
            m_door.waitForHub();
            m_http.setToken(token);
            const bool isRead = method == "GET" || path.contains("auth/guest");
            const auto answer = m_http.request(method, "/api/v1/" + path, body,
                                               isRead ? QList<QPair<QByteArray, QByteArray>>()
                                                      : QList<QPair<QByteArray, QByteArray>>{{"Idempotency-Key", key}});
            if (!answer) {
                m_http.disconnect();
                QThread::yieldCurrentThread();
                continue;
            }
            const QJsonObject json = QJsonDocument::fromJson(answer->body).object();
            // A page that the bank does not give, or a write of unknown outcome: the caller decides.
            return answer->status < 300 ? json.value(QLatin1String("data")).toObject() : QJsonObject();
        }
    }

    qint64 pay(const QByteArray &guest, qint64 order, bool keepCard)
    {
        QByteArray body = "{\"order_id\":" + QByteArray::number(order);
        if (chance(30))
            body += ",\"guests\":2";
        if (keepCard)
            body += ",\"save_card\":true";
        const QJsonObject begun = call(guest, "POST", "payment/orders/halyk", body + '}');
        const QJsonObject page = begun.value(QLatin1String("page")).toObject();
        const qint64 id = begun.value(QLatin1String("payment_id")).toInteger();
        if (page.isEmpty())
            return id;
        const int act = below(10);
        if (act < 7 || keepCard)
            m_bank.atPage(QJsonDocument(page.value(QLatin1String("parameters")).toObject()).toJson(),
                          FakeBank::GuestAct::Pays);
        else if (act < 8)
            m_bank.atPage(QJsonDocument(page.value(QLatin1String("parameters")).toObject()).toJson(),
                          FakeBank::GuestAct::IsDeclined);
        // The others go away.
        return id;
    }

    qint64 place(const QByteArray &guest)
    {
        const QByteArray body = "{\"fulfilment\":\"pickup\",\"items\":[{\"item_id\":" + QByteArray::number(m_itemId) +
                                ",\"quantity\":" + QByteArray::number(1 + below(5)) + "}]}";
        const qint64 id = call(guest, "POST", "user/orders/create", body).value(QLatin1String("order_id")).toInteger();
        if (id > 0)
            m_orders.push_back(id);
        return id;
    }

    /// As somebody who looks at the order until it says something else; not for ever.
    void waitUntilDecided(qint64 order)
    {
        for (int looks = 0; looks < 60; ++looks) {
            const QJsonObject now = call(m_token, "GET", "payment/orders/" + QByteArray::number(order));
            if (!now.isEmpty() && minorOf(now.value(QLatin1String("pending"))) == 0)
                return;
            QThread::msleep(20);
        }
    }

    /// 0: there is none.
    qint64 firstCard(const QByteArray &guest)
    {
        m_door.waitForHub();
        m_http.setToken(guest);
        const auto cards = m_http.get("/api/v1/payment/cards");
        const QJsonArray list =
            cards ? QJsonDocument::fromJson(cards->body).object().value(QLatin1String("data")).toArray() : QJsonArray();
        return list.isEmpty() ? 0 : list.first().toObject().value(QLatin1String("card_id")).toInteger();
    }

    void play()
    {
        const QByteArray guest = call(m_token, "POST", "auth/guest", R"({"name":"Dana"})")
                                     .value(QLatin1String("access_token"))
                                     .toString()
                                     .toLatin1();
        const qint64 order = place(guest);
        if (order == 0)
            return;
        const qint64 payment = pay(guest, order, chance(40));
        if (payment == 0)
            return;
        const QByteArray path = "payment/" + QByteArray::number(payment);
        switch (below(5)) {
        case 0: { // with the card that the bank kept, if it kept one
            waitUntilDecided(order);
            const qint64 card = firstCard(guest);
            const qint64 second = card > 0 ? place(guest) : 0;
            if (second > 0) {
                call(guest, "POST", "payment/orders/saved",
                     "{\"order_id\":" + QByteArray::number(second) + ",\"card_id\":" + QByteArray::number(card) + '}');
            }
            break;
        }
        case 1:
            waitUntilDecided(order);
            call(m_token, "POST", path + "/refund",
                 chance(50) ? R"({"reason":"Cold"})" : R"({"reason":"Cold","amount":11})");
            break;
        case 2:
            call(m_token, "PATCH", path + "/status", R"({"status":"cancelled"})");
            break;
        case 3:
            call(m_token, "POST", "payment/orders/direct",
                 "{\"order_id\":" + QByteArray::number(order) + R"(,"method":"cash","guests":1})");
            break;
        default:
            break;
        }
    }

    Door &m_door;
    FakeBank &m_bank;
    BlockingHttp m_http;
    const QByteArray m_token;
    const qint64 m_itemId;
    std::mt19937 m_random;
    std::atomic<int> &m_left;
    std::vector<qint64> m_orders;
};

} // namespace

class PaymentKillTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBankAndTheHubAgree()
    {
        const bool isLong = qEnvironmentVariableIsSet("OSHAQ_LONG");
        const int scenarios = isLong ? 10'000 : 200;
        const unsigned given = qEnvironmentVariable("OSHAQ_SEED").toUInt();
        const unsigned seed = given != 0 ? given : isLong ? std::random_device{}() : 7U;
        std::mt19937 random(seed);
        qInfo("%d scenarios, seed %u", scenarios, seed);

        FakeBank bank;
        QVERIFY(bank.start());
        QTemporaryDir directory;
        OshaqdProcess hub(directory.filePath(QStringLiteral("site")));
        QCOMPARE(hub.init(), QString());
        QCOMPARE(hub.importSampleMenu(), QString());
        const QStringList hurry{QStringLiteral("--set"), QStringLiteral("bank.poll_ms=100"),
                                QStringLiteral("--set"), QStringLiteral("bank.page_s=4"),
                                QStringLiteral("--set"), QStringLiteral("bank.arrival_s=5"),
                                QStringLiteral("--set"), QStringLiteral("webhooks.private_addresses=on")};
        QCOMPARE(hub.start({}, hurry), QString());
        BlockingHttp http(hub.port(), hub.businessToken());
        const auto setUp = http.request("PUT", "/api/v1/admin/integrations/halyk",
                                        bank.integrationBody(0, QString::fromLatin1(hub.baseUrl()) +
                                                                    QStringLiteral("/api/v1/payment/webhooks/halyk")));
        QVERIFY(setUp);
        QVERIFY2(setUp->status == 200, setUp->body);
        const auto items = menuItemIds(hub.port(), hub.businessToken());
        QVERIFY(!items.empty());
        const qint64 item = items.front();

        bank.setCallbacks({.times = 2});
        auto moods = std::make_shared<std::mt19937>(random());
        bank.decide([moods](BankAsk ask, qint64) {
            std::mt19937 &dice = *moods; // on the bank's thread alone
            BankTurn turn;
            if (dice() % 100 >= (ask == BankAsk::Token || ask == BankAsk::Page ? 3U : 15U))
                return turn;
            constexpr std::array says{BankTurn::Says::HangsUp, BankTurn::Says::Fails, BankTurn::Says::NotFinal,
                                      BankTurn::Says::Nonsense, BankTurn::Says::Truth};
            turn.says = says[dice() % says.size()];
            const bool movesMoney = ask == BankAsk::Card || ask == BankAsk::Refund;
            if (movesMoney && dice() % 2 == 0)
                turn.does = turn.says == BankTurn::Says::Truth ? BankTurn::Does::Declines : BankTurn::Does::Nothing;
            return turn;
        });

        Door door;
        std::atomic<int> left = scenarios;
        std::vector<std::unique_ptr<Guests>> guests;
        for (int i = 0; i < guestsAtOnce; ++i) {
            guests.push_back(
                std::make_unique<Guests>(door, bank, hub.port(), hub.businessToken(), item, random(), left));
            guests.back()->start();
        }
        int kills = 0;
        const auto isBusy = [&guests] {
            return std::any_of(guests.begin(), guests.end(), [](const auto &one) { return !one->isFinished(); });
        };
        QString problem;
        while (isBusy() && problem.isEmpty()) {
            // After some of them, and then somewhere within what they do.
            const int until = left.load() - int(1 + random() % 12);
            while (isBusy() && left.load() > until)
                QTest::qWait(1);
            QThread::usleep(random() % 20'000);
            hub.kill();
            door.set(false);
            ++kills;
            // Now and then the bank is away as well.
            bank.setReachable(random() % 5 != 0);
            problem = hub.start({}, hurry);
            door.set(true);
        }
        bank.setReachable(true);
        for (const auto &one : guests)
            one->wait();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));

        bank.decide({});
        http.disconnect();
        std::vector<qint64> orders;
        for (const auto &one : guests)
            orders.insert(orders.end(), one->orders().begin(), one->orders().end());
        QList<QJsonObject> payments;
        int overpaid = 0;
        const auto read = [&] {
            int undecided = 0;
            payments.clear();
            overpaid = 0;
            for (const qint64 order : orders) {
                const auto answer = http.get("/api/v1/payment/orders/" + QByteArray::number(order));
                if (!answer || answer->status != 200)
                    return -1;
                const QJsonObject data =
                    QJsonDocument::fromJson(answer->body).object().value(QLatin1String("data")).toObject();
                const qint64 held =
                    minorOf(data.value(QLatin1String("paid"))) + minorOf(data.value(QLatin1String("pending")));
                overpaid += held > minorOf(data.value(QLatin1String("total"))) ? 1 : 0;
                for (const QJsonValue &each : data.value(QLatin1String("payments")).toArray()) {
                    const QJsonObject payment = each.toObject();
                    const QString status = payment.value(QLatin1String("status")).toString();
                    const bool isOpen = status == QLatin1String("created") || status == QLatin1String("pending") ||
                                        status == QLatin1String("authorised") || status == QLatin1String("unknown");
                    undecided += isOpen || minorOf(payment.value(QLatin1String("returning"))) > 0 ? 1 : 0;
                    payments.append(payment);
                }
            }
            return undecided;
        };
        /// What the bank keeps and the record does not say, and the other way round.
        int lost = 0;
        int withoutCharge = 0;
        const auto compare = [&] {
            lost = withoutCharge = 0;
            std::map<qint64, qint64> here;
            for (const QJsonObject &payment : std::as_const(payments)) {
                const qint64 invoice = payment.value(QLatin1String("invoice")).toInteger();
                const QString status = payment.value(QLatin1String("status")).toString();
                const bool isPaid = status == QLatin1String("charged") || status == QLatin1String("part_refunded");
                if (invoice > 0) {
                    here[invoice] = isPaid ? minorOf(payment.value(QLatin1String("amount"))) +
                                                 minorOf(payment.value(QLatin1String("tip"))) -
                                                 minorOf(payment.value(QLatin1String("refunded")))
                                           : 0;
                }
            }
            for (const BankEntry &entry : bank.book()) {
                if (bank.keptMinor(entry.invoice) > (here.contains(entry.invoice) ? here.at(entry.invoice) : 0))
                    ++lost;
            }
            for (const auto &[invoice, kept] : here)
                withoutCharge += bank.keptMinor(invoice) < kept ? 1 : 0;
            return lost + withoutCharge;
        };
        QTRY_COMPARE_WITH_TIMEOUT(read(), 0, patienceMs);
        // Late charges and what goes back of them take some more questions.
        QTRY_VERIFY_WITH_TIMEOUT(read() == 0 && compare() == 0, patienceMs);

        int twice = 0;
        int charges = 0;
        const auto cards = std::count_if(payments.cbegin(), payments.cend(), [](const QJsonObject &payment) {
            return payment.value(QLatin1String("method")) == QLatin1String("saved");
        });
        const auto returned = std::count_if(payments.cbegin(), payments.cend(), [](const QJsonObject &payment) {
            return payment.value(QLatin1String("invoice")).toInteger() > 0 &&
                   minorOf(payment.value(QLatin1String("refunded"))) > 0;
        });
        for (const BankEntry &entry : bank.book()) {
            charges += entry.isTaken() ? 1 : 0;
            twice += bank.chargedTimes(entry.invoice) > 1 ? 1 : 0;
        }
        qInfo("kills %d, orders %zu, payments %lld, %lld with a kept card, %lld given back, charges at the bank %d; "
              "charged twice %d, charged but lost %d, "
              "paid without a charge %d, more than owed %d, undecided 0",
              kills, orders.size(), static_cast<long long>(payments.size()), static_cast<long long>(cards),
              static_cast<long long>(returned), charges, twice, lost, withoutCharge, overpaid);
        QCOMPARE(twice, 0);
        QCOMPARE(lost, 0);
        QCOMPARE(withoutCharge, 0);
        QCOMPARE(overpaid, 0);
        QVERIFY(kills > scenarios / 20);
        // A run in which nothing happens shows nothing.
        QVERIFY(charges > scenarios / 8);
        QVERIFY(cards > 0);
        QVERIFY(returned > 0);
        // A question whose connection was hung up may be put once more by itself, with the token that it had.
        for (const QString &complaint : bank.complaints())
            QCOMPARE(complaint, QStringLiteral("a token for a second operation"));
    }
};

QTEST_GUILESS_MAIN(PaymentKillTest)
#include "paymentkilltest.moc"
