// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/uuid7.h"
#include "tests/support/terminalrig.h"
#include "tests/support/testsite.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace oshaq;
using namespace oshaq::test;

using Failure = PortFailure::Kind;

/// What the settings page asks and changes, through a real client, a real hub and real sockets.
class SettingsHubTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void changesSettings();
    void refusesWhatIsStaleOrWrong();
    void someAreTheOwners();
    void theCurrencyStaysOnceThereAreOrders();
    void keepsStations();
    void keepsTerminals();
    void pairsByACode();
    void keepsTables();
    void keepsTokens();
    void keepsWebhooks();
    void keepsFlags();
    void tellsAboutTheHub();
    void tellsHowTheSystemDoes();
    void withoutAHub();

private:
    static constexpr int patienceMs = 20'000;

    /// Asks and waits for the one answer.
    template <typename T> PortAnswer<T> wait(const std::function<PortCall(PortDone<T>)> &ask)
    {
        std::optional<PortAnswer<T>> got;
        ask([&got](const PortAnswer<T> &answer) { got = answer; });
        if (!QTest::qWaitFor([&got] { return got.has_value(); }, patienceMs))
            return PortAnswer<T>::failed({Failure::Broken, QStringLiteral("NOTHING_CAME"), {}, {}});
        return *got;
    }
    PortAnswer<SiteSettings> settings()
    {
        return wait<SiteSettings>([&](auto done) { return port().settings(done); });
    }
    PortAnswer<SiteSettings> save(const std::map<QString, SettingValue> &changes, qint64 version)
    {
        return wait<SiteSettings>([&](auto done) { return port().save(key(), changes, version, done); });
    }
    PortAnswer<PortNothing> nothing(const std::function<PortCall(PortDone<PortNothing>)> &ask)
    {
        return wait<PortNothing>(ask);
    }
    QString key() { return makeUuid7(m_clock.nowMs()); }
    QString connectAs(const QByteArray &token);
    QByteArray owner() const { return m_site->business().token; }
    SettingsPort &port() { return m_rig->client().settings(); }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<TerminalRig> m_rig;
};

void SettingsHubTest::init()
{
    TestSiteOptions options;
    options.configure = [](ApiOptions &api) { api.privateWebhooks = true; };
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    QCOMPARE(connectAs(owner()), QString());
}

void SettingsHubTest::cleanup()
{
    m_rig.reset();
    m_site.reset();
    m_directory.reset();
}

QString SettingsHubTest::connectAs(const QByteArray &token)
{
    m_rig.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_rig = std::make_unique<TerminalRig>(m_directory->path());
    return m_rig->connectTo("http://127.0.0.1:" + QByteArray::number(m_site->port()), token);
}

void SettingsHubTest::changesSettings()
{
    const auto before = settings();
    QVERIFY2(bool(before), qPrintable(before.failure.message));
    QCOMPARE(before.value->currency, QStringLiteral("KZT"));
    QCOMPARE(before.value->values.size(), settingRules().size());
    QCOMPARE(before.value->values.at(QLatin1String(settingkeys::taxRate)), SettingValue(qint64{0}));

    const std::map<QString, SettingValue> changes{{QLatin1String(settingkeys::businessName), QStringLiteral("Ошақ")},
                                                  {QLatin1String(settingkeys::taxRate), qint64{12'500}},
                                                  {QLatin1String(settingkeys::taxName), QStringLiteral("НДС")},
                                                  {QLatin1String(settingkeys::deliveryCost), qint64{70'050}},
                                                  {QLatin1String(settingkeys::autoAccept), true}};
    const auto saved = save(changes, before.value->version);
    QVERIFY2(bool(saved), qPrintable(saved.failure.message));
    QVERIFY(saved.value->version > before.value->version);
    for (const auto &[name, value] : changes)
        QVERIFY2(saved.value->values.at(name) == value, qPrintable(name));
    QCOMPARE(*settings().value, *saved.value);
    // This terminal prices orders without its hub, so it must hear of it.
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->terminal().orders().business().taxRate, 12'500, patienceMs);
    QCOMPARE(m_rig->terminal().orders().business().taxName, QStringLiteral("НДС"));

    const auto changesMade = wait<std::vector<SettingsChange>>([&](auto done) { return port().journal(done); });
    QVERIFY2(bool(changesMade), qPrintable(changesMade.failure.message));
    QCOMPARE(changesMade.value->size(), std::size_t(1));
    const SettingsChange &change = changesMade.value->front();
    QCOMPARE(change.keys.size(), 5);
    QCOMPARE(change.values.at(QLatin1String(settingkeys::taxRate)), QStringLiteral("12500"));
    QVERIFY(!change.values.contains(QLatin1String(settingkeys::businessName)));
    QVERIFY(change.atMs > 0 && !change.actor.isEmpty());

    const auto back = save({{QLatin1String(settingkeys::taxRate), qint64{0}},
                            {QLatin1String(settingkeys::taxName), QString()}},
                           saved.value->version);
    QVERIFY2(bool(back), qPrintable(back.failure.message));
    QCOMPARE(back.value->values.at(QLatin1String(settingkeys::taxRate)), SettingValue(qint64{0}));
    QCOMPARE(back.value->values.at(QLatin1String(settingkeys::taxName)), SettingValue(QString()));
}

void SettingsHubTest::refusesWhatIsStaleOrWrong()
{
    const auto known = settings();
    QVERIFY(bool(known));
    const auto stale = save({{QLatin1String(settingkeys::autoAccept), true}}, known.value->version + 1);
    QVERIFY(!stale);
    QCOMPARE(stale.failure.errorCode, QStringLiteral("VERSION_STALE"));
    const auto wrong = save({{QLatin1String(settingkeys::timeZone), QStringLiteral("Mars/Olympus")}},
                            known.value->version);
    QVERIFY(!wrong);
    QCOMPARE(wrong.failure.errorCode, QStringLiteral("VALIDATION_FAILED"));
    QCOMPARE(wrong.failure.details.front().path, QStringLiteral("settings.business.time_zone"));
    const auto much = save({{QLatin1String(settingkeys::taxRate), qint64{100'001}}}, known.value->version);
    QVERIFY(!much);
    QCOMPARE(settings().value->version, known.value->version);
}

void SettingsHubTest::someAreTheOwners()
{
    QCOMPARE(connectAs(m_site->business().terminalTokens.at(Role::Manager)), QString());
    const auto known = settings();
    QVERIFY(bool(known));
    const auto refused = save({{QLatin1String(settingkeys::taxRate), qint64{1000}}}, known.value->version);
    QVERIFY(!refused);
    QCOMPARE(int(refused.failure.kind), int(Failure::SignIn));
    QVERIFY(bool(save({{QLatin1String(settingkeys::taxName), QStringLiteral("VAT")}}, known.value->version)));
}

void SettingsHubTest::theCurrencyStaysOnceThereAreOrders()
{
    const auto known = settings();
    const auto changed = save({{QLatin1String(settingkeys::currency), QStringLiteral("EUR")}}, known.value->version);
    QVERIFY2(bool(changed), qPrintable(changed.failure.message));
    QCOMPARE(changed.value->currency, QStringLiteral("EUR"));
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->terminal().orders().business().currency, QStringLiteral("EUR"), patienceMs);
    // The menu has prices with two decimals, and yen have none.
    const auto yen = save({{QLatin1String(settingkeys::currency), QStringLiteral("JPY")}}, changed.value->version);
    QVERIFY(!yen);
    QCOMPARE(yen.failure.errorCode, QStringLiteral("STILL_IN_USE"));

    NewOrder order;
    order.lines.push_back({m_site->business().item("Soup"), 1000, {}, {}, 1});
    QVERIFY(m_rig->terminal().orders().create(order).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_rig->terminal().outbox().pendingCount(), 0, patienceMs);
    const auto tenge = save({{QLatin1String(settingkeys::currency), QStringLiteral("KZT")}}, changed.value->version);
    QVERIFY(!tenge);
    QCOMPARE(tenge.failure.errorCode, QStringLiteral("STILL_IN_USE"));
}

void SettingsHubTest::keepsStations()
{
    const auto all = [&] { return wait<std::vector<Station>>([&](auto done) { return port().stations(done); }); };
    const std::size_t before = all().value->size();
    Station grill;
    grill.name = QStringLiteral("Тандыр");
    grill.position = 9;
    grill.soonSeconds = 300;
    grill.lateSeconds = 480;
    const auto made = wait<Station>([&](auto done) { return port().saveStation(key(), grill, done); });
    QVERIFY2(bool(made), qPrintable(made.failure.message));
    QVERIFY(made.value->id > 0);
    Station edited = *made.value;
    edited.lateSeconds = 600;
    const auto saved = wait<Station>([&](auto done) { return port().saveStation(key(), edited, done); });
    QVERIFY2(bool(saved), qPrintable(saved.failure.message));
    QCOMPARE(saved.value->lateSeconds, 600);
    QVERIFY(!wait<Station>([&](auto done) { return port().saveStation(key(), edited, done); }));
    QCOMPARE(all().value->size(), before + 1);
    QVERIFY(!nothing([&](auto done) { return port().removeStation(edited.id, edited.version, done); }));
    QVERIFY(bool(nothing([&](auto done) { return port().removeStation(edited.id, saved.value->version, done); })));
    QCOMPARE(all().value->size(), before);
}

void SettingsHubTest::keepsTerminals()
{
    const auto all = [&] {
        return wait<std::vector<ListedTerminal>>([&](auto done) { return port().terminals(done); });
    };
    const auto before = all();
    QVERIFY2(bool(before), qPrintable(before.failure.message));
    const auto kitchen = std::find_if(before.value->begin(), before.value->end(), [](const ListedTerminal &one) {
        return one.terminal.role == Role::Kitchen;
    });
    QVERIFY(kitchen != before.value->end());
    TerminalRecord edited = kitchen->terminal;
    edited.name = QStringLiteral("Ас үй");
    const auto saved = wait<TerminalRecord>([&](auto done) { return port().saveTerminal(key(), edited, done); });
    QVERIFY2(bool(saved), qPrintable(saved.failure.message));
    QCOMPARE(saved.value->name, edited.name);
    QCOMPARE(saved.value->letter, edited.letter);
    QVERIFY(bool(nothing([&](auto done) { return port().removeTerminal(edited.id, saved.value->version, done); })));
    QCOMPARE(all().value->size(), before.value->size() - 1);
}

void SettingsHubTest::pairsByACode()
{
    const auto code =
        wait<PairingCode>([&](auto done) { return port().makePairingCode(Role::Kitchen, std::nullopt, done); });
    QVERIFY2(bool(code), qPrintable(code.failure.message));
    QVERIFY(!code.value->code.isEmpty());
    QVERIFY(code.value->expiresAtMs > m_clock.nowMs());
}

void SettingsHubTest::keepsTables()
{
    DiningTable table;
    table.name = QStringLiteral("Терраса 4");
    const auto made = wait<DiningTable>([&](auto done) { return port().saveTable(key(), table, done); });
    QVERIFY2(bool(made), qPrintable(made.failure.message));
    const auto code = wait<TableCode>([&](auto done) { return port().makeTableCode(key(), made.value->id, done); });
    QVERIFY2(bool(code), qPrintable(code.failure.message));
    QCOMPARE(code.value->tableId, made.value->id);
    QVERIFY(!code.value->code.isEmpty());
    const auto all = wait<std::vector<DiningTable>>([&](auto done) { return port().tables(done); });
    QVERIFY(bool(all));
    const auto listed = std::find_if(all.value->begin(), all.value->end(),
                                     [&](const DiningTable &one) { return one.id == made.value->id; });
    QVERIFY(listed != all.value->end());
    QVERIFY(listed->codeExpiresAtMs > 0);
    DiningTable renamed = *listed;
    renamed.name = QStringLiteral("Терраса 5");
    const auto saved = wait<DiningTable>([&](auto done) { return port().saveTable(key(), renamed, done); });
    QVERIFY2(bool(saved), qPrintable(saved.failure.message));
    QVERIFY(bool(nothing([&](auto done) { return port().removeTable(renamed.id, saved.value->version, done); })));
}

void SettingsHubTest::keepsTokens()
{
    const qint64 end = m_clock.nowMs() + 86'400'000;
    const auto secret =
        wait<QString>([&](auto done) { return port().makeToken(QStringLiteral("Till bridge"), end, done); });
    QVERIFY2(bool(secret), qPrintable(secret.failure.message));
    QVERIFY(secret.value->size() > 20);
    const auto all = [&] { return wait<std::vector<ApiToken>>([&](auto done) { return port().tokens(done); }); };
    const auto listed = all();
    QVERIFY(bool(listed));
    const auto made = std::find_if(listed.value->begin(), listed.value->end(),
                                   [](const ApiToken &one) { return one.name == QStringLiteral("Till bridge"); });
    QVERIFY(made != listed.value->end());
    QVERIFY(!made->actsAsOwner && made->live);
    QCOMPARE(made->expiresAtMs, end);
    QVERIFY(bool(nothing([&](auto done) { return port().removeToken(made->id, done); })));
    QCOMPARE(all().value->size(), listed.value->size() - 1);
}

void SettingsHubTest::keepsWebhooks()
{
    WebhookEndpoint endpoint;
    endpoint.url = QStringLiteral("https://hooks.example/oshaq");
    endpoint.events = {QStringLiteral("order.*")};
    const auto made =
        wait<SettingsPort::SavedWebhook>([&](auto done) { return port().saveWebhook(key(), endpoint, done); });
    QVERIFY2(bool(made), qPrintable(made.failure.message));
    QVERIFY(!made.value->secret.isEmpty());
    WebhookEndpoint edited = made.value->endpoint;
    edited.active = false;
    const auto saved =
        wait<SettingsPort::SavedWebhook>([&](auto done) { return port().saveWebhook(key(), edited, done); });
    QVERIFY2(bool(saved), qPrintable(saved.failure.message));
    QVERIFY(!saved.value->endpoint.active && saved.value->secret.isEmpty());
    const auto sent = wait<std::vector<WebhookDelivery>>(
        [&](auto done) { return port().webhookDeliveries(edited.id, done); });
    QVERIFY2(bool(sent), qPrintable(sent.failure.message));
    QVERIFY(sent.value->empty());
    const auto all = wait<std::vector<WebhookEndpoint>>([&](auto done) { return port().webhooks(done); });
    QCOMPARE(all.value->size(), std::size_t(1));
    QCOMPARE(all.value->front().events, endpoint.events);
    QVERIFY(bool(nothing(
        [&](auto done) { return port().removeWebhook(edited.id, saved.value->endpoint.version, done); })));
}

void SettingsHubTest::keepsFlags()
{
    FeatureFlag flag;
    flag.name = QStringLiteral("kitchen.new_layout");
    flag.enabled = true;
    flag.owner = QStringLiteral("Aigerim");
    flag.expiresAtMs = m_clock.nowMs() + 86'400'000;
    const auto saved =
        wait<std::vector<FeatureFlag>>([&](auto done) { return port().saveFlags({flag}, done); });
    QVERIFY2(bool(saved), qPrintable(saved.failure.message));
    QCOMPARE(saved.value->size(), std::size_t(1));
    QVERIFY(saved.value->front().isOn(m_clock.nowMs()));
    QCOMPARE(*wait<std::vector<FeatureFlag>>([&](auto done) { return port().flags(done); }).value->begin(),
             saved.value->front());
}

void SettingsHubTest::tellsAboutTheHub()
{
    const auto facts = wait<HubFacts>([&](auto done) { return port().hubFacts(done); });
    QVERIFY2(bool(facts), qPrintable(facts.failure.message));
    QCOMPARE(facts.value->urls, QStringList{QStringLiteral("http://127.0.0.1:%1").arg(m_site->port())});
    QVERIFY(facts.value->onlyThisComputer);
    QVERIFY(facts.value->startedAtMs > 0 && facts.value->startedAtMs <= m_clock.nowMs());
    QVERIFY(facts.value->databaseBytes > 0);
    QCOMPARE(facts.value->version, QStringLiteral(OSHAQ_VERSION));
    QCOMPARE(connectAs(m_site->business().terminalTokens.at(Role::Counter)), QString());
    QVERIFY(!wait<HubFacts>([&](auto done) { return port().hubFacts(done); }));
}

void SettingsHubTest::tellsHowTheSystemDoes()
{
    SystemPort &system = m_rig->client().system();
    const auto overview = wait<SystemOverview>([&](auto done) { return system.overview(done); });
    QVERIFY2(overview, qPrintable(overview.failure.message));
    QVERIFY(!overview.value->version.isEmpty());
    QVERIFY(overview.value->canWrite);
    QVERIFY(overview.value->databaseBytes > 0);
    QVERIFY(!overview.value->backups.has_value());
    const auto unknown = wait<SystemAlarm>([&](auto done) { return system.confirmAlarm(key(), 4711, done); });
    QVERIFY(!unknown);
    QCOMPARE(unknown.failure.kind, Failure::Refused);

    const auto backups = wait<BackupFacts>([&](auto done) { return system.backups(done); });
    QVERIFY2(backups, qPrintable(backups.failure.message));
    QVERIFY(!backups.value->isOn);
    for (const BackupAct act : {BackupAct::Full, BackupAct::Check}) {
        const auto begun = wait<BackupFacts>([&](auto done) { return system.beginBackup(key(), act, done); });
        QVERIFY(!begun);
        QVERIFY2(begun.failure.message.contains(QLatin1String("backup.folder")), qPrintable(begun.failure.message));
    }
}

void SettingsHubTest::withoutAHub()
{
    m_site.reset();
    const auto answer = settings();
    QVERIFY(!answer);
    QCOMPARE(int(answer.failure.kind), int(Failure::Unreachable));
}

QTEST_GUILESS_MAIN(SettingsHubTest)
#include "settingshubtest.moc"
