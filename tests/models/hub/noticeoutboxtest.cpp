// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/catalogservice.h"
#include "models/hub/integrationservice.h"
#include "models/hub/noticecontent.h"
#include "models/hub/noticeservice.h"
#include "models/hub/orderservice.h"
#include "tests/support/hubfixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace oshaq;
using namespace oshaq::test;

/// The outbox of messages: what gets in, what it says when it is sent, and how it ends.
class NoticeOutboxTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aGuestIsToldOfEachStepOnce();
    void nobodyIsToldWithoutAWay();
    void oldNewsAreTold_toNobody();
    void onlyPagesThatAreOpenAreTold();
    void switchedOffItIsNotTold();
    void quietHoursHoldWhatCanWait();
    void aGuestsOwnQuietHoldsAll();
    void whatIsNotTrueAnyMoreIsSkipped();
    void ownWordsAreUsedInTheGuestsLanguage();
    void anItemIsOutOnce();
    void whoIsToldOfTheRestaurant();
    void whatTheClockSaysIsToldOnce();
    void attemptsEnd();
    void aBrowserThatIsGoneIsForgotten();
    void aRecipientIsThereOnce();
    void rulesKnowTheirVersion();
    void noSecretIsInTheDatabase();

private:
    Result<WriteOutcome> run(const Principal &principal,
                             const std::function<Result<WriteOutcome>(WriteContext &)> &command)
    {
        return m_hub->run(principal, command);
    }
    void switchOn(IntegrationKind kind, std::map<QString, QString> config, std::map<QString, QString> secrets)
    {
        IntegrationEdit edit;
        edit.enabled = true;
        edit.config = std::move(config);
        edit.secrets = std::move(secrets);
        const auto put = run(m_business.owner(), [&](WriteContext &context) {
            return integrationwrites::put(context, *m_secrets, kind, edit, 0, true);
        });
        QVERIFY2(put, put ? "" : qPrintable(put.error().message));
    }
    void switchSmsOn()
    {
        switchOn(IntegrationKind::Sms,
                 {{QStringLiteral("provider"), QStringLiteral("generic")},
                  {QStringLiteral("url"), QStringLiteral("http://127.0.0.1:1/")}},
                 {{QStringLiteral("api_key"), QStringLiteral("planted-sms-key")}});
    }
    qint64 order()
    {
        const auto placed = run(m_business.guest(m_guest), [this](WriteContext &context) {
            return orderwrites::create(context, pickup({line(m_business.item(u"Soup"))}));
        });
        return placed ? placed->entityId : 0;
    }
    void setStatus(qint64 orderId, OrderStatus to, const QString &reason = {})
    {
        OrderCommand command;
        command.to = to;
        command.reason = reason;
        const auto done = run(m_business.owner(), [&](WriteContext &context) {
            return orderwrites::command(context, {orderId, {}}, command);
        });
        QVERIFY2(done, done ? "" : qPrintable(done.error().message));
    }
    void collect(const NoticeBoard *board = nullptr)
    {
        const auto look = noticereads::look(m_hub->database(), board, m_business.id, 0, m_hub->nowMs);
        QVERIFY(look);
        const auto before = log().size();
        QVERIFY(run(m_business.owner(),
                    [&](WriteContext &context) { return noticewrites::collect(context, board, m_business.id); }));
        // A look that says no is believed, and the writer is never asked.
        QCOMPARE(look->wanted, log().size() > before);
    }
    std::vector<Notice> log() const
    {
        return noticereads::log(m_hub->database(), m_business.id, std::nullopt, {}, 100).value().notices;
    }
    std::vector<Notice> logOf(NoticeEvent event) const
    {
        auto all = log();
        std::erase_if(all, [event](const Notice &notice) { return notice.event != event; });
        return all;
    }
    NoticeVerdict verdict(const Notice &notice) const
    {
        const auto read = noticecontent::of(m_hub->database(), *m_secrets, notice, m_hub->nowMs);
        return read ? *read : NoticeVerdict();
    }
    void note(const Notice &notice, NoticeAttempt::Kind kind, qint64 retryInMs = 0, bool forget = false)
    {
        NoticeAttempt attempt;
        attempt.businessId = m_business.id;
        attempt.noticeId = notice.id;
        attempt.kind = kind;
        attempt.retryInMs = retryInMs;
        attempt.forgetSubscription = forget;
        attempt.error = kind == NoticeAttempt::Kind::Sent ? QString() : QStringLiteral("No.");
        QVERIFY(run(m_business.owner(),
                    [&](WriteContext &context) { return noticewrites::noteAttempt(context, *m_secrets, attempt); }));
    }
    void putRules(const std::function<void(NoticeRules &)> &change)
    {
        NoticeRules rules = noticestore::rules(m_hub->database(), m_business.id).value();
        const qint64 version = rules.version;
        change(rules);
        QVERIFY(run(m_business.owner(),
                    [&](WriteContext &context) { return noticewrites::putRules(context, rules, version); }));
    }

    std::unique_ptr<HubFixture> m_hub;
    std::unique_ptr<QTemporaryDir> m_keys;
    std::unique_ptr<SecretStore> m_secrets;
    FixtureBusiness m_business;
    qint64 m_guest = 0;
};

void NoticeOutboxTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    m_keys = std::make_unique<QTemporaryDir>();
    m_secrets = std::make_unique<SecretStore>(m_keys->path());
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
    m_guest = m_hub->makeGuest(m_business, QStringLiteral("Aliya Serikova"), QStringLiteral("8 701 123 45 67"));
    QVERIFY(m_guest != 0);
    // What the making of the menu would tell: one of its dishes is out.
    QVERIFY(run(m_business.owner(),
                [this](WriteContext &context) { return noticewrites::collect(context, nullptr, m_business.id); }));
    QVERIFY(log().empty());
}

void NoticeOutboxTest::aGuestIsToldOfEachStepOnce()
{
    switchSmsOn();
    const qint64 id = order();
    setStatus(id, OrderStatus::Accepted);
    setStatus(id, OrderStatus::Preparing);
    setStatus(id, OrderStatus::Ready);
    collect();
    // "Accepted" goes by no SMS unless somebody wants it.
    QCOMPARE(log().size(), std::size_t{1});
    const Notice notice = log().front();
    QCOMPARE(notice.event, NoticeEvent::OrderReady);
    QCOMPARE(notice.channel, NoticeChannel::Sms);
    QCOMPARE(notice.hint, QStringLiteral("+7********67"));
    QCOMPARE(notice.language, QStringLiteral("ru"));
    const NoticeVerdict told = verdict(notice);
    QCOMPARE(told.kind, NoticeVerdict::Kind::Send);
    QCOMPARE(told.content.address, QStringLiteral("+77011234567"));
    QVERIFY2(told.content.text.body.contains(notice.orderNumber), qPrintable(told.content.text.body));
    // A cursor that is read again, as after a copy that was restored, makes no second one.
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE notification_settings SET cursor = 1")));
    QVERIFY(run(m_business.owner(),
                [&](WriteContext &context) { return noticewrites::collect(context, nullptr, m_business.id); }));
    QCOMPARE(log().size(), std::size_t{1});
}

void NoticeOutboxTest::nobodyIsToldWithoutAWay()
{
    const qint64 id = order();
    setStatus(id, OrderStatus::Cancelled, QStringLiteral("No soup"));
    collect();
    QVERIFY(log().empty());
}

void NoticeOutboxTest::oldNewsAreTold_toNobody()
{
    switchSmsOn();
    const qint64 id = order();
    setStatus(id, OrderStatus::Accepted);
    setStatus(id, OrderStatus::Preparing);
    setStatus(id, OrderStatus::Ready);
    m_hub->nowMs += lifeOfMs(NoticeEvent::OrderReady);
    collect();
    QVERIFY(log().empty());
}

void NoticeOutboxTest::onlyPagesThatAreOpenAreTold()
{
    NoticeBoard board;
    qint64 id = order();
    setStatus(id, OrderStatus::Accepted);
    collect(&board);
    QVERIFY(log().empty());
    board.arrived(m_guest);
    board.arrived(m_guest);
    board.left(m_guest);
    id = order();
    setStatus(id, OrderStatus::Accepted);
    collect(&board);
    QCOMPARE(log().size(), std::size_t{1});
    QCOMPARE(log().front().channel, NoticeChannel::Socket);
    board.left(m_guest);
    QVERIFY(!board.isHere(m_guest));
}

void NoticeOutboxTest::switchedOffItIsNotTold()
{
    switchSmsOn();
    const qint64 id = order();
    setStatus(id, OrderStatus::Cancelled, QStringLiteral("No soup"));
    collect();
    QCOMPARE(log().size(), std::size_t{1});
    putRules([](NoticeRules &rules) { rules.set[{NoticeEvent::OrderCancelled, NoticeChannel::Sms}] = false; });
    QCOMPARE(verdict(log().front()).kind, NoticeVerdict::Kind::Skip);
    setStatus(order(), OrderStatus::Cancelled, QStringLiteral("No soup"));
    collect();
    QCOMPARE(log().size(), std::size_t{1});
}

void NoticeOutboxTest::quietHoursHoldWhatCanWait()
{
    switchOn(IntegrationKind::Telegram, {{QStringLiteral("staff_chat"), QStringLiteral("-1")}},
             {{QStringLiteral("bot_token"), QStringLiteral("planted-bot-token")}});
    const qint64 id = order();
    // 10:00 UTC is 15:00 in Almaty; the whole afternoon is quiet, longer than "out of stock" is news.
    putRules([](NoticeRules &rules) {
        rules.staffQuiet = {13 * 60, 17 * 60};
        rules.lateMinutes = 30;
    });
    QVERIFY(run(m_business.owner(), [this](WriteContext &context) {
        return catalogwrites::setAvailable(context, m_business.item(u"Soup"), {false});
    }));
    collect();
    auto out = logOf(NoticeEvent::OutOfStock);
    QCOMPARE(out.size(), std::size_t{1});
    QCOMPARE(out.front().state, NoticeState::Waiting);
    QVERIFY(out.front().nextAtMs > m_hub->nowMs);
    QCOMPARE(verdict(out.front()).kind, NoticeVerdict::Kind::Hold);
    // What cannot wait does not.
    QVERIFY(run(m_business.owner(), [&](WriteContext &context) {
        return noticewrites::raise(context, nullptr, m_business.id, NoticeEvent::OrderLate, id);
    }));
    QCOMPARE(logOf(NoticeEvent::OrderLate).front().nextAtMs, m_hub->nowMs);
    QCOMPARE(verdict(logOf(NoticeEvent::OrderLate).front()).kind, NoticeVerdict::Kind::Send);
    // A quiet that outlasts the news: it is left out, and the log says why.
    putRules([](NoticeRules &rules) { rules.staffQuiet = {13 * 60, 12 * 60}; });
    QVERIFY(run(m_business.owner(), [this](WriteContext &context) {
        return catalogwrites::setAvailable(context, m_business.item(u"Bread"), {false});
    }));
    collect();
    out = logOf(NoticeEvent::OutOfStock);
    QCOMPARE(out.size(), std::size_t{2});
    QCOMPARE(out.front().state, NoticeState::Skipped);
    QVERIFY(!out.front().error.isEmpty());
}

void NoticeOutboxTest::aGuestsOwnQuietHoldsAll()
{
    switchSmsOn();
    GuestNoticeWishes wishes;
    wishes.quiet = {14 * 60 + 30, 15 * 60 + 30}; // 15:00 in Almaty now
    QVERIFY(run(m_business.guest(m_guest),
                [&](WriteContext &context) { return noticewrites::putWishes(context, wishes); }));
    setStatus(order(), OrderStatus::Cancelled, QStringLiteral("No soup"));
    collect();
    QCOMPARE(log().size(), std::size_t{1});
    QCOMPARE(log().front().nextAtMs, m_hub->nowMs + 30 * 60'000);
    wishes.quiet = {};
    wishes.muted = {NoticeChannel::Sms};
    QVERIFY(run(m_business.guest(m_guest),
                [&](WriteContext &context) { return noticewrites::putWishes(context, wishes); }));
    QCOMPARE(verdict(log().front()).kind, NoticeVerdict::Kind::Skip);
    setStatus(order(), OrderStatus::Cancelled, QStringLiteral("No soup"));
    collect();
    QCOMPARE(log().size(), std::size_t{1});
}

void NoticeOutboxTest::whatIsNotTrueAnyMoreIsSkipped()
{
    switchSmsOn();
    const qint64 id = order();
    setStatus(id, OrderStatus::Accepted);
    setStatus(id, OrderStatus::Preparing);
    setStatus(id, OrderStatus::Ready);
    collect();
    QCOMPARE(log().size(), std::size_t{1});
    setStatus(id, OrderStatus::Completed);
    QCOMPARE(verdict(log().front()).kind, NoticeVerdict::Kind::Skip);
}

void NoticeOutboxTest::ownWordsAreUsedInTheGuestsLanguage()
{
    switchSmsOn();
    GuestNoticeWishes wishes;
    wishes.language = QStringLiteral("kk");
    QVERIFY(run(m_business.guest(m_guest),
                [&](WriteContext &context) { return noticewrites::putWishes(context, wishes); }));
    NoticeTemplate own{NoticeEvent::OrderCancelled,
                       NoticeChannel::Sms,
                       QStringLiteral("kk"),
                       {QString(), QStringLiteral("{name}, {number} жойылды: {reason}")},
                       true};
    const auto put = [&] {
        return run(m_business.owner(), [&](WriteContext &context) { return noticewrites::putTemplate(context, own); });
    };
    QVERIFY(put());
    setStatus(order(), OrderStatus::Cancelled, QStringLiteral("сорпа бітті"));
    collect();
    const Notice notice = log().front();
    QCOMPARE(notice.language, QStringLiteral("kk"));
    QCOMPARE(verdict(notice).content.text.body,
             QStringLiteral("Aliya, %1 жойылды: сорпа бітті").arg(notice.orderNumber));
    own.text.body = QStringLiteral("{card}");
    QVERIFY(!put());
    own.text.body.clear();
    QVERIFY(put());
    QVERIFY2(verdict(notice).content.text.body.startsWith(QLatin1String("Oshaq: ")),
             qPrintable(verdict(notice).content.text.body));
    const auto all = noticereads::templates(m_hub->database(), m_business.id).value();
    QVERIFY(std::none_of(all.begin(), all.end(), [](const NoticeTemplate &one) { return one.isOwn; }));
}

void NoticeOutboxTest::anItemIsOutOnce()
{
    switchOn(IntegrationKind::Telegram, {{QStringLiteral("staff_chat"), QStringLiteral("-1")}},
             {{QStringLiteral("bot_token"), QStringLiteral("planted-bot-token")}});
    const auto set = [this](bool available) {
        QVERIFY(run(m_business.owner(), [this, available](WriteContext &context) {
            return catalogwrites::setAvailable(context, m_business.item(u"Soup"), {available});
        }));
    };
    set(false);
    collect();
    QCOMPARE(logOf(NoticeEvent::OutOfStock).size(), std::size_t{1});
    const Notice notice = logOf(NoticeEvent::OutOfStock).front();
    QVERIFY(verdict(notice).content.text.body.contains(QLatin1String("Soup")));
    set(true);
    collect();
    QCOMPARE(verdict(notice).kind, NoticeVerdict::Kind::Skip);
    set(false);
    collect();
    QCOMPARE(logOf(NoticeEvent::OutOfStock).size(), std::size_t{2});
}

void NoticeOutboxTest::whoIsToldOfTheRestaurant()
{
    switchSmsOn();
    const auto add = [this](const QString &name, const QString &address, std::vector<NoticeEvent> events) {
        return run(m_business.owner(), [&](WriteContext &context) {
            return noticewrites::saveRecipient(context,
                                               {0, name, NoticeChannel::Sms, address, QStringLiteral("en"), events});
        });
    };
    const auto first = add(QStringLiteral("Serik"), QStringLiteral("+77010000001"), {});
    QVERIFY(first);
    QVERIFY(add(QStringLiteral("Dana"), QStringLiteral("+77010000002"), {NoticeEvent::DayEnd}));
    putRules([](NoticeRules &rules) { rules.set[{NoticeEvent::OrderLate, NoticeChannel::Sms}] = true; });
    const qint64 id = order();
    QVERIFY(run(m_business.owner(), [&](WriteContext &context) {
        return noticewrites::raise(context, nullptr, m_business.id, NoticeEvent::OrderLate, id);
    }));
    QCOMPARE(logOf(NoticeEvent::OrderLate).size(), std::size_t{1});
    const Notice notice = logOf(NoticeEvent::OrderLate).front();
    QCOMPARE(verdict(notice).content.address, QStringLiteral("+77010000001"));
    QVERIFY(run(m_business.owner(),
                [&](WriteContext &context) { return noticewrites::removeRecipient(context, first->values.front()); }));
    QCOMPARE(verdict(notice).kind, NoticeVerdict::Kind::Skip);
}

void NoticeOutboxTest::whatTheClockSaysIsToldOnce()
{
    switchOn(IntegrationKind::Telegram, {{QStringLiteral("staff_chat"), QStringLiteral("-1")}},
             {{QStringLiteral("bot_token"), QStringLiteral("planted-bot-token")}});
    const qint64 id = order();
    QVERIFY(noticestore::lateOrders(m_hub->database(), m_business.id, 30, m_hub->nowMs).value().empty());
    m_hub->nowMs += 30 * 60'000;
    const auto late = noticestore::lateOrders(m_hub->database(), m_business.id, 30, m_hub->nowMs);
    QCOMPARE(late.value().size(), std::size_t{1});
    QCOMPARE(late.value().front().orderId, id);
    for (int time = 0; time < 2; ++time) {
        QVERIFY(run(m_business.owner(), [&](WriteContext &context) {
            return noticewrites::raise(context, nullptr, m_business.id, NoticeEvent::OrderLate, id);
        }));
    }
    QCOMPARE(logOf(NoticeEvent::OrderLate).size(), std::size_t{1});
    QVERIFY(verdict(logOf(NoticeEvent::OrderLate).front()).content.text.body.contains(QLatin1String("30")));
    setStatus(id, OrderStatus::Cancelled, QStringLiteral("Too late"));
    QVERIFY(noticestore::lateOrders(m_hub->database(), m_business.id, 30, m_hub->nowMs).value().empty());
}

void NoticeOutboxTest::attemptsEnd()
{
    switchSmsOn();
    setStatus(order(), OrderStatus::Cancelled, QStringLiteral("No soup"));
    collect();
    const auto now = [this] { return log().front(); };
    note(now(), NoticeAttempt::Kind::TryLater, 5'000);
    QCOMPARE(now().state, NoticeState::Waiting);
    QCOMPARE(now().attempts, 1);
    QCOMPARE(now().nextAtMs, m_hub->nowMs + 5'000);
    note(now(), NoticeAttempt::Kind::Held, 5'000);
    QCOMPARE(now().attempts, 1);
    note(now(), NoticeAttempt::Kind::TryLater, lifeOfMs(NoticeEvent::OrderCancelled));
    QCOMPARE(now().state, NoticeState::Failed);
    QCOMPARE(now().error, QStringLiteral("No."));
    QVERIFY(run(m_business.owner(), [&](WriteContext &context) { return noticewrites::retry(context, now().id); }));
    QCOMPARE(now().state, NoticeState::Waiting);
    note(now(), NoticeAttempt::Kind::Sent);
    QCOMPARE(now().state, NoticeState::Sent);
    QVERIFY(now().error.isEmpty());
    QVERIFY(!run(m_business.owner(), [&](WriteContext &context) { return noticewrites::retry(context, now().id); }));
}

void NoticeOutboxTest::aBrowserThatIsGoneIsForgotten()
{
    switchOn(IntegrationKind::WebPush, {{QStringLiteral("subject"), QStringLiteral("mailto:a@b.kz")}}, {});
    PushSubscription browser;
    browser.endpoint = QStringLiteral("https://push.test/planted-endpoint");
    browser.p256dh = QByteArray(65, '\x04');
    browser.auth = QByteArray(16, 'a');
    const auto subscribe = [&](qint64 guest) {
        return run(m_business.guest(guest),
                   [&](WriteContext &context) { return noticewrites::subscribe(context, *m_secrets, browser); });
    };
    const auto first = subscribe(m_guest);
    QVERIFY(first);
    QCOMPARE(first->code, 201);
    QCOMPARE(subscribe(m_guest)->values, first->values);
    setStatus(order(), OrderStatus::Cancelled, QStringLiteral("No soup"));
    collect();
    QCOMPARE(log().size(), std::size_t{1});
    const NoticeVerdict told = verdict(log().front());
    QCOMPARE(told.kind, NoticeVerdict::Kind::Send);
    QCOMPARE(told.content.subscription->endpoint, browser.endpoint);
    QCOMPARE(told.content.subscription->auth, browser.auth);
    note(log().front(), NoticeAttempt::Kind::GiveUp, 0, true);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM push_subscriptions")), qint64{0});
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM secrets")), qint64{0});
}

void NoticeOutboxTest::aRecipientIsThereOnce()
{
    const auto add = [this](const QString &address) {
        return run(m_business.owner(), [&](WriteContext &context) {
            return noticewrites::saveRecipient(
                context, {0, QStringLiteral("Serik"), NoticeChannel::Sms, address, QString(), {}});
        });
    };
    QVERIFY(add(QStringLiteral("+77010000001")));
    const auto again = add(QStringLiteral("8 701 000 00 01"));
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
}

void NoticeOutboxTest::rulesKnowTheirVersion()
{
    putRules([](NoticeRules &rules) { rules.lateMinutes = 45; });
    const NoticeRules rules = noticestore::rules(m_hub->database(), m_business.id).value();
    QCOMPARE(rules.lateMinutes, 45);
    const auto put = [&](const NoticeRules &wanted, qint64 version) {
        return run(m_business.owner(),
                   [&](WriteContext &context) { return noticewrites::putRules(context, wanted, version); });
    };
    QCOMPARE(put(rules, rules.version - 1).error().code, ErrorCode::VersionStale);
    NoticeRules wrong = rules;
    wrong.guestQuiet = {0, 1440};
    QCOMPARE(put(wrong, rules.version).error().code, ErrorCode::ValidationFailed);
    wrong = rules;
    wrong.set[{NoticeEvent::OrderReady, NoticeChannel::Telegram}] = true; // no guest is reached so
    QCOMPARE(put(wrong, rules.version).error().code, ErrorCode::ValidationFailed);
}

void NoticeOutboxTest::noSecretIsInTheDatabase()
{
    switchSmsOn();
    switchOn(IntegrationKind::Telegram, {{QStringLiteral("staff_chat"), QStringLiteral("-1")}},
             {{QStringLiteral("bot_token"), QStringLiteral("planted-bot-token")}});
    switchOn(IntegrationKind::WebPush, {{QStringLiteral("subject"), QStringLiteral("mailto:a@b.kz")}}, {});
    PushSubscription browser;
    browser.endpoint = QStringLiteral("https://push.test/planted-endpoint");
    browser.p256dh = QByteArray(65, '\x04');
    browser.auth = QByteArray("planted-auth-key");
    QVERIFY(run(m_business.guest(m_guest),
                [&](WriteContext &context) { return noticewrites::subscribe(context, *m_secrets, browser); }));
    QByteArray bytes;
    for (const QString &suffix : {QString(), QStringLiteral("-wal")}) {
        QFile file(m_hub->database().path() + suffix);
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    QVERIFY(bytes.contains("notification_settings"));
    QVERIFY(!bytes.contains("planted-"));
    QVERIFY(!bytes.contains(QByteArray("planted-auth-key").toBase64()));
}

QTEST_GUILESS_MAIN(NoticeOutboxTest)
#include "noticeoutboxtest.moc"
