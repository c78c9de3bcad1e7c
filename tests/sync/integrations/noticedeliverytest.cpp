// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/accessservice.h"
#include "models/hub/catalogservice.h"
#include "models/hub/integrationservice.h"
#include "models/hub/noticeservice.h"
#include "models/runtime/clock.h"
#include "sync/client/curltransport.h"
#include "sync/integrations/messages/codesender.h"
#include "sync/integrations/messages/noticedispatcher.h"
#include "tests/sync/integrations/hookreceiver.h"
#include "tests/sync/integrations/lineserver.h"

#include <QDir>
#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <mutex>
#include <optional>

using namespace oshaq;
using namespace oshaq::test;
using Mood = HookReceiver::Mood;

namespace {

QByteArray *caughtLog = nullptr;
QtMessageHandler shownBefore = nullptr;

void catchLog(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    static std::mutex mutex;
    {
        const std::lock_guard lock(mutex);
        if (caughtLog)
            *caughtLog += text.toUtf8() + '\n';
    }
    shownBefore(type, context, text);
}

} // namespace

/// A real hub and real servers that are not always well.
class NoticeDeliveryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aGreylistedMailComesOnce();
    void aDeadProviderHoldsUpNobody();
    void aRestartLosesNothing();
    void theStaffIsToldInTheirLanguage();
    void openPagesHearIt();
    void aTestSaysTheRealReason();
    void pushKeysAreMadeOnce();
    void codesGoByThePhone();
    void noSecretIsInTheClear();

private:
    static constexpr int patience = 60'000;

    void openHub();
    void startDispatcher(NoticeBoard *board = nullptr);
    void stopDispatcher();
    Result<WriteOutcome> write(std::function<Result<WriteOutcome>(WriteContext &)> run);
    void switchOn(IntegrationKind kind, std::map<QString, QString> config, std::map<QString, QString> secrets);
    void switchMailOn(int port);
    void switchSmsOn(const HookReceiver &provider);
    void addRecipient(NoticeChannel channel, const QString &address, const QString &language);
    void takeOff();
    void putBack();
    IntegrationTrial tried(IntegrationKind kind, const QString &to);
    qint64 number(const QString &sql);
    QString text(const QString &sql);

    SystemClock m_clock;
    NoticeOptions m_options;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<WireThread> m_wire;
    std::unique_ptr<CurlTransport> m_transport;
    std::unique_ptr<QtScheduler> m_scheduler;
    std::unique_ptr<IntegrationGates> m_gates;
    std::unique_ptr<NoticeDispatcher> m_dispatcher;
    Principal m_owner;
    qint64 m_item = 0;
    QByteArray m_log;
};

void NoticeDeliveryTest::init()
{
    m_log.clear();
    caughtLog = &m_log;
    shownBefore = qInstallMessageHandler(catchLog);
    m_directory = std::make_unique<QTemporaryDir>();
    m_options = NoticeOptions();
    m_options.firstPauseMs = 50;
    m_options.longestPauseMs = 400;
    m_options.collectAfterMs = 5;
    m_options.listenForMs = 200;
    openHub();
    QVERIFY(m_hub);
    m_owner = {};
    Business wanted;
    wanted.name = QStringLiteral("Oshaq");
    wanted.timeZone = QStringLiteral("Asia/Almaty");
    const auto business =
        write([wanted](WriteContext &context) { return accesswrites::createBusiness(context, wanted); });
    QVERIFY(business);
    m_owner.kind = Principal::Kind::Business;
    m_owner.role = Role::Owner;
    m_owner.businessId = m_owner.id = business->entityId;
    MenuImportItem dish;
    dish.category = QStringLiteral("Food");
    dish.name = QStringLiteral("Қазы");
    dish.priceMinor = 1295;
    QVERIFY(write([dish](WriteContext &context) { return catalogwrites::importMenu(context, {dish}); }));
    m_item = number(QStringLiteral("SELECT item_id FROM items"));
}

void NoticeDeliveryTest::cleanup()
{
    stopDispatcher();
    m_hub.reset();
    qInstallMessageHandler(shownBefore);
    caughtLog = nullptr;
}

void NoticeDeliveryTest::openHub()
{
    HubOptions options;
    options.directory = m_directory->path();
    options.synchronous = sql::Synchronous::Off;
    auto hub = Hub::open(options, m_clock);
    QVERIFY2(hub, hub ? "" : qPrintable(hub.error().message));
    m_hub = std::move(hub).value();
}

void NoticeDeliveryTest::startDispatcher(NoticeBoard *board)
{
    m_wire = std::make_unique<WireThread>();
    m_transport = std::make_unique<CurlTransport>(*m_wire);
    m_scheduler = std::make_unique<QtScheduler>();
    m_gates = std::make_unique<IntegrationGates>(*m_transport, *m_scheduler, m_clock, m_hub->integrations());
    m_dispatcher =
        std::make_unique<NoticeDispatcher>(*m_hub, *m_gates, *m_scheduler, board, m_options, [] { return 0.5; });
    m_dispatcher->start();
}

void NoticeDeliveryTest::stopDispatcher()
{
    m_dispatcher.reset();
    m_gates.reset();
    m_scheduler.reset();
    m_transport.reset();
    m_wire.reset();
}

Result<WriteOutcome> NoticeDeliveryTest::write(std::function<Result<WriteOutcome>(WriteContext &)> run)
{
    WriteCommand command;
    command.principal = m_owner;
    command.run = std::move(run);
    return m_hub->writer().submitAndWait(std::move(command));
}

void NoticeDeliveryTest::switchOn(IntegrationKind kind, std::map<QString, QString> config,
                                  std::map<QString, QString> secrets)
{
    IntegrationEdit edit;
    edit.enabled = true;
    edit.config = std::move(config);
    edit.secrets = std::move(secrets);
    const auto put = write([kind, edit, &store = m_hub->secrets()](WriteContext &context) {
        return integrationwrites::put(context, store, kind, edit, 0, true);
    });
    QVERIFY2(put, put ? "" : qPrintable(put.error().message));
}

void NoticeDeliveryTest::switchMailOn(int port)
{
    switchOn(IntegrationKind::Smtp,
             {{QStringLiteral("host"), QStringLiteral("127.0.0.1")},
              {QStringLiteral("port"), QString::number(port)},
              {QStringLiteral("security"), QStringLiteral("none")},
              {QStringLiteral("from"), QStringLiteral("kitchen@oshaq.test")}},
             {{QStringLiteral("password"), QStringLiteral("planted-mail-password")}});
}

void NoticeDeliveryTest::switchSmsOn(const HookReceiver &provider)
{
    switchOn(IntegrationKind::Sms,
             {{QStringLiteral("provider"), QStringLiteral("generic")}, {QStringLiteral("url"), provider.url()}},
             {{QStringLiteral("api_key"), QStringLiteral("planted-sms-key")}});
}

void NoticeDeliveryTest::addRecipient(NoticeChannel channel, const QString &address, const QString &language)
{
    QVERIFY(write([=](WriteContext &context) {
        return noticewrites::saveRecipient(
            context, {0, QStringLiteral("Дана"), channel, address, language, {NoticeEvent::OutOfStock}});
    }));
    QVERIFY(write([channel](WriteContext &context) {
        auto rules = noticestore::rules(context.database, context.principal.businessId).value();
        rules.set[{NoticeEvent::OutOfStock, channel}] = true;
        return noticewrites::putRules(context, rules, rules.version);
    }));
}

void NoticeDeliveryTest::takeOff()
{
    QVERIFY(
        write([item = m_item](WriteContext &context) { return catalogwrites::setAvailable(context, item, {false}); }));
}

void NoticeDeliveryTest::putBack()
{
    QVERIFY(
        write([item = m_item](WriteContext &context) { return catalogwrites::setAvailable(context, item, {true}); }));
}

IntegrationTrial NoticeDeliveryTest::tried(IntegrationKind kind, const QString &to)
{
    struct Answer
    {
        std::mutex mutex;
        std::optional<IntegrationTrial> trial;
    };
    const auto answer = std::make_shared<Answer>();
    m_hub->integrations().test(kind, {m_owner.businessId, to}, [answer](const IntegrationTrial &trial) {
        const std::lock_guard lock(answer->mutex);
        answer->trial = trial;
    });
    const auto came = [&answer] {
        const std::lock_guard lock(answer->mutex);
        return answer->trial.has_value();
    };
    if (!QTest::qWaitFor(came, patience))
        return {false, QStringLiteral("no answer")};
    const std::lock_guard lock(answer->mutex);
    return *answer->trial;
}

qint64 NoticeDeliveryTest::number(const QString &sql)
{
    const auto reader = m_hub->openReader();
    if (!reader)
        return -1;
    auto row = (*reader)->query(sql);
    return row && row->next() ? row->integer(0) : -1;
}

QString NoticeDeliveryTest::text(const QString &sql)
{
    const auto reader = m_hub->openReader();
    if (!reader)
        return {};
    auto row = (*reader)->query(sql);
    return row && row->next() ? row->text(0) : QString();
}

void NoticeDeliveryTest::aGreylistedMailComesOnce()
{
    LineServer mail;
    QVERIFY(mail.start(QStringLiteral("mailserver.py"), {QStringLiteral("greylist")}));
    switchMailOn(mail.port());
    addRecipient(NoticeChannel::Email, QStringLiteral("dana@example.test"), QStringLiteral("kk"));
    startDispatcher();
    takeOff();
    QTRY_COMPARE_WITH_TIMEOUT(mail.said(QStringLiteral("mail")).size(), std::size_t{1}, patience);
    const QJsonObject said = mail.said(QStringLiteral("mail")).front();
    QVERIFY(said.value(QLatin1String("subject")).toString().contains(QStringLiteral("Қазы таусылды")));
    QVERIFY(said.value(QLatin1String("to")).toString().contains(QStringLiteral("Дана")));
    QTRY_COMPARE_WITH_TIMEOUT(number(QStringLiteral("SELECT count(*) FROM notifications WHERE state = 'sent'"
                                                    " AND attempts = 2 AND error = '' AND hint = 'd***@example.test'")),
                              qint64{1}, patience);
    QCOMPARE(mail.said(QStringLiteral("greylisted")).size(), std::size_t{1});
    QCOMPARE(mail.said(QStringLiteral("mail")).size(), std::size_t{1});
}

void NoticeDeliveryTest::aDeadProviderHoldsUpNobody()
{
    HookReceiver provider;
    provider.mood = Mood::Hangs;
    QVERIFY(provider.listen());
    LineServer mail;
    QVERIFY(mail.start(QStringLiteral("mailserver.py"), {QStringLiteral("open")}));
    switchSmsOn(provider);
    switchMailOn(mail.port());
    addRecipient(NoticeChannel::Sms, QStringLiteral("+77010000001"), QStringLiteral("ru"));
    addRecipient(NoticeChannel::Email, QStringLiteral("dana@example.test"), QStringLiteral("ru"));
    startDispatcher();
    for (int time = 0; time < 3; ++time) {
        takeOff();
        QTRY_COMPARE_WITH_TIMEOUT(mail.said(QStringLiteral("mail")).size(), std::size_t(time + 1), patience);
        putBack();
    }
    QVERIFY(!provider.hooks.isEmpty());
    QCOMPARE(number(QStringLiteral("SELECT count(*) FROM notifications WHERE channel = 'sms' AND state = 'sent'")),
             qint64{0});
}

void NoticeDeliveryTest::aRestartLosesNothing()
{
    HookReceiver provider;
    provider.mood = Mood::Fails;
    QVERIFY(provider.listen());
    switchSmsOn(provider);
    addRecipient(NoticeChannel::Sms, QStringLiteral("+77010000001"), QStringLiteral("en"));
    startDispatcher();
    takeOff();
    QTRY_VERIFY_WITH_TIMEOUT(provider.hooks.size() >= 2, patience);
    stopDispatcher();
    provider.mood = Mood::Takes;
    provider.hooks.clear();
    m_hub.reset();
    openHub();
    startDispatcher();
    QTRY_COMPARE_WITH_TIMEOUT(provider.taken().size(), qsizetype{1}, patience);
    QCOMPARE(provider.hooks.front().json.value(QLatin1String("text")).toString(),
             QStringLiteral("Oshaq: Қазы was taken off the menu."));
    QTRY_COMPARE_WITH_TIMEOUT(number(QStringLiteral("SELECT count(*) FROM notifications WHERE state = 'sent'")),
                              qint64{1}, patience);
    // What happened while nothing ran is told as well.
    stopDispatcher();
    putBack();
    takeOff();
    startDispatcher();
    QTRY_COMPARE_WITH_TIMEOUT(provider.taken().size(), qsizetype{2}, patience);
}

void NoticeDeliveryTest::theStaffIsToldInTheirLanguage()
{
    HookReceiver provider;
    QVERIFY(provider.listen());
    switchSmsOn(provider);
    addRecipient(NoticeChannel::Sms, QStringLiteral("+77010000001"), QStringLiteral("kk"));
    addRecipient(NoticeChannel::Sms, QStringLiteral("+77010000002"), QString());
    startDispatcher();
    takeOff();
    QTRY_COMPARE_WITH_TIMEOUT(provider.taken().size(), qsizetype{2}, patience);
    QSet<QString> texts;
    for (const HookReceiver::Hook &hook : provider.taken())
        texts.insert(hook.json.value(QLatin1String("text")).toString());
    QCOMPARE(texts, (QSet<QString>{QStringLiteral("Oshaq: Қазы мәзірден алынды."),
                                   QStringLiteral("Oshaq: Қазы больше нет в меню.")}));
}

void NoticeDeliveryTest::openPagesHearIt()
{
    NoticeBoard board;
    bool isThere = false;
    std::vector<QString> heard;
    const int handle = board.addListener([&](const LiveNotice &notice) {
        QCOMPARE(notice.userId, qint64{0});
        if (!isThere)
            return;
        heard.push_back(notice.text.body);
        notice.heard();
        notice.heard(); // two screens
    });
    startDispatcher(&board);
    takeOff();
    QTRY_VERIFY_WITH_TIMEOUT(number(QStringLiteral("SELECT count(*) FROM notifications WHERE channel = 'screen'"
                                                   " AND state = 'waiting' AND attempts > 0 AND error <> ''")) == 1,
                             patience);
    isThere = true;
    QTRY_COMPARE_WITH_TIMEOUT(
        number(QStringLiteral("SELECT count(*) FROM notifications WHERE channel = 'screen' AND state = 'sent'")),
        qint64{1}, patience);
    QCOMPARE(heard.size(), std::size_t{1});
    stopDispatcher();
    board.removeListener(handle);
}

void NoticeDeliveryTest::aTestSaysTheRealReason()
{
    LineServer mail;
    QVERIFY(mail.start(QStringLiteral("mailserver.py"), {QStringLiteral("refuse")}));
    switchMailOn(mail.port());
    HookReceiver provider;
    QVERIFY(provider.listen());
    switchSmsOn(provider);
    startDispatcher();
    IntegrationTrial trial = tried(IntegrationKind::Smtp, QStringLiteral("dana@example.test"));
    QVERIFY(!trial.ok);
    QVERIFY2(trial.message.contains(QLatin1String("550")), qPrintable(trial.message));
    QVERIFY2(!trial.message.contains(QLatin1String("dana")), qPrintable(trial.message));
    trial = tried(IntegrationKind::Smtp, QStringLiteral("nobody"));
    QVERIFY(!trial.ok);
    trial = tried(IntegrationKind::Sms, QString());
    QVERIFY(!trial.ok);
    trial = tried(IntegrationKind::Sms, QStringLiteral("+77010000001"));
    QVERIFY2(trial.ok, qPrintable(trial.message));
    QCOMPARE(provider.taken().size(), qsizetype{1});
    provider.mood = Mood::Fails;
    trial = tried(IntegrationKind::Sms, QStringLiteral("+77010000001"));
    QVERIFY(!trial.ok);
    QVERIFY2(trial.message.contains(QLatin1String("500")), qPrintable(trial.message));
}

void NoticeDeliveryTest::pushKeysAreMadeOnce()
{
    startDispatcher();
    switchOn(IntegrationKind::WebPush, {{QStringLiteral("subject"), QStringLiteral("mailto:kitchen@oshaq.test")}}, {});
    const auto key = [this] {
        const auto reader = m_hub->openReader();
        const auto access =
            integrationreads::access(**reader, m_hub->secrets(), m_owner.businessId, IntegrationKind::WebPush);
        return access ? access->value(u"public_key") + u' ' + access->secret(u"private_key") : QString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(key().size() > 100, patience);
    const QString made = key();
    takeOff();
    putBack();
    const IntegrationTrial trial = tried(IntegrationKind::WebPush, QString());
    QVERIFY2(trial.ok, qPrintable(trial.message));
    QCOMPARE(key(), made);
}

void NoticeDeliveryTest::codesGoByThePhone()
{
    HookReceiver provider;
    QVERIFY(provider.listen());
    SmsCodeSender sender(*m_hub);
    QCOMPARE(sender.ready(m_owner.businessId).error().code, ErrorCode::NotConfigured);
    switchSmsOn(provider);
    QVERIFY(sender.ready(m_owner.businessId));
    // The provider answers from this thread's event loop, so that the sender waits on another one.
    std::atomic<int> result{-1};
    const std::unique_ptr<QThread> worker(QThread::create([&] {
        result = sender.send({m_owner.businessId, QStringLiteral("Oshaq"), QStringLiteral("+77010000001"),
                              QStringLiteral("493817")})
                     ? 1
                     : 0;
    }));
    worker->start();
    QTRY_VERIFY_WITH_TIMEOUT(result != -1, patience);
    QVERIFY(worker->wait());
    QCOMPARE(result.load(), 1);
    QCOMPARE(provider.taken().front().json.value(QLatin1String("text")).toString(), QStringLiteral("Oshaq: 493817"));
    QVERIFY(!m_log.contains("493817"));
    QVERIFY(!m_log.contains("77010000001"));
}

void NoticeDeliveryTest::noSecretIsInTheClear()
{
    HookReceiver provider;
    provider.mood = Mood::Fails;
    QVERIFY(provider.listen());
    switchSmsOn(provider);
    switchMailOn(1); // nobody there
    addRecipient(NoticeChannel::Sms, QStringLiteral("+77010000001"), QStringLiteral("en"));
    addRecipient(NoticeChannel::Email, QStringLiteral("dana@example.test"), QStringLiteral("en"));
    startDispatcher();
    takeOff();
    tried(IntegrationKind::Smtp, QStringLiteral("dana@example.test"));
    tried(IntegrationKind::Sms, QStringLiteral("+77010000001"));
    QTRY_COMPARE_WITH_TIMEOUT(
        number(QStringLiteral("SELECT count(*) FROM notifications WHERE attempts > 0 AND error <> ''")), qint64{2},
        patience);
    QVERIFY(!text(QStringLiteral("SELECT group_concat(error || hint) FROM notifications"))
                 .contains(QLatin1String("77010000001")));
    stopDispatcher();
    m_hub.reset();
    QByteArray files;
    for (const QFileInfo &info : QDir(m_directory->path()).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (info.fileName() != u"secrets.key" && file.open(QIODevice::ReadOnly))
            files += file.readAll();
    }
    QVERIFY(files.contains("notification_settings"));
    for (const char *planted : {"planted-mail-password", "planted-sms-key"}) {
        QVERIFY2(!files.contains(planted), planted);
        QVERIFY2(!m_log.contains(planted), planted);
    }
    openHub(); // for cleanup
}

QTEST_GUILESS_MAIN(NoticeDeliveryTest)
#include "noticedeliverytest.moc"
