// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/integrationservice.h"
#include "models/hub/integrationstore.h"
#include "tests/support/hubfixture.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Services outside of the restaurant, as the office sets them up.
class IntegrationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyKindIsDeclared();
    void beginsEmpty();
    void isSetUpInSteps();
    void needsItsRequiredFieldsToBeOn();
    void fallbacksCountAsFilledIn();
    void forgetsWhatIsEmptied();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void versionsAreSeen();
    void theJournalHoldsNoValues();
    void notesStatesOnce();
    void accessNeedsTheKey();

private:
    Result<WriteOutcome> put(const IntegrationEdit &edit, qint64 version, bool privateUrls = false,
                             IntegrationKind kind = IntegrationKind::Halyk)
    {
        return m_hub->run(m_business.owner(), [&](WriteContext &context) {
            return integrationwrites::put(context, *m_secrets, kind, edit, version, privateUrls);
        });
    }
    Integration one(IntegrationKind kind = IntegrationKind::Halyk)
    {
        const auto found = integrationreads::one(m_hub->database(), *m_secrets, m_business.id, kind);
        return found ? *found : Integration{};
    }
    static IntegrationEdit complete()
    {
        IntegrationEdit edit;
        edit.enabled = true;
        edit.config = {{QStringLiteral("client_id"), QStringLiteral("SHOP.KZ")},
                       {QStringLiteral("terminal_id"), QStringLiteral("67e34d63")}};
        edit.secrets = {{QStringLiteral("client_secret"), QStringLiteral("hush-hush")}};
        return edit;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<HubFixture> m_hub;
    std::unique_ptr<SecretStore> m_secrets;
    FixtureBusiness m_business;
};

void IntegrationTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY(m_business.id > 0);
    m_secrets = std::make_unique<SecretStore>(m_directory->path());
}

void IntegrationTest::cleanup()
{
    m_secrets.reset();
    m_hub.reset();
    m_directory.reset();
}

void IntegrationTest::everyKindIsDeclared()
{
    for (const IntegrationKind kind : allIntegrationKinds) {
        const QString name = integrationKindText(kind);
        QCOMPARE(integrationKindFromText(name), std::optional(kind));
        QVERIFY2(!integrationFields(kind).empty(), qPrintable(name));
        QStringList keys;
        for (const IntegrationField &field : integrationFields(kind)) {
            const QString key = QString::fromLatin1(field.key);
            const QString where = name + u'.' + key;
            QVERIFY2(!keys.contains(key), qPrintable(where));
            keys.append(key);
            QVERIFY2(!integrationFieldTypeText(field.type).isEmpty(), qPrintable(where));
            QVERIFY2(*field.description != '\0', qPrintable(where));
            QVERIFY2(integrationValueProblem(field, QString::fromUtf8(field.fallback), false).isEmpty(),
                     qPrintable(where));
            QVERIFY2(field.type != IntegrationField::Type::Secret || *field.fallback == '\0', qPrintable(where));
            QVERIFY2((field.type == IntegrationField::Type::Choice) == (*field.choices != '\0'), qPrintable(where));
        }
    }
    QVERIFY(!integrationKindFromText(u"HALYK"));
}

void IntegrationTest::beginsEmpty()
{
    const auto all = integrationreads::all(m_hub->database(), *m_secrets, m_business.id);
    QVERIFY(all);
    QCOMPARE(all->size(), allIntegrationKinds.size());
    for (const Integration &integration : *all) {
        QCOMPARE(integration.version, 0);
        QVERIFY(!integration.enabled && integration.config.empty() && integration.secretsSet.isEmpty());
        QCOMPARE(integration.state, IntegrationState::Unknown);
    }
    QVERIFY(integrationstore::enabled(m_hub->database(), IntegrationKind::Halyk)->empty());
    const auto access = integrationreads::access(m_hub->database(), *m_secrets, m_business.id, IntegrationKind::Halyk);
    QCOMPARE(access.error().code, ErrorCode::NotConfigured);
}

void IntegrationTest::isSetUpInSteps()
{
    IntegrationEdit first;
    first.config = {{QStringLiteral("client_id"), QStringLiteral("  SHOP.KZ ")}};
    QVERIFY(put(first, 0));
    QCOMPARE(one().version, 1);
    QCOMPARE(one().value(u"client_id"), QStringLiteral("SHOP.KZ"));
    QVERIFY(put(complete(), 1));
    const Integration now = one();
    QCOMPARE(now.version, 2);
    QVERIFY(now.enabled);
    QCOMPARE(now.secretsSet, QStringList{QStringLiteral("client_secret")});
    QCOMPARE(integrationstore::enabled(m_hub->database(), IntegrationKind::Halyk)->size(), 1u);

    const auto access = integrationreads::access(m_hub->database(), *m_secrets, m_business.id, IntegrationKind::Halyk);
    QVERIFY2(access, qPrintable(access ? QString() : access.error().message));
    QCOMPARE(access->secret(u"client_secret"), QStringLiteral("hush-hush"));
    QCOMPARE(access->value(u"terminal_id"), QStringLiteral("67e34d63"));
    QVERIFY(access->value(u"api_url").startsWith(u"https://"));

    // The same again changes nothing.
    IntegrationEdit same = complete();
    same.secrets.clear();
    QVERIFY(put(same, 2));
    QCOMPARE(one().version, 2);

    IntegrationEdit off;
    off.enabled = false;
    QVERIFY(put(off, 2));
    QCOMPARE(
        integrationreads::access(m_hub->database(), *m_secrets, m_business.id, IntegrationKind::Halyk).error().code,
        ErrorCode::NotConfigured);
    QVERIFY(integrationreads::accessForTest(m_hub->database(), *m_secrets, m_business.id, IntegrationKind::Halyk));
}

void IntegrationTest::needsItsRequiredFieldsToBeOn()
{
    IntegrationEdit edit = complete();
    edit.config.erase(QStringLiteral("terminal_id"));
    edit.secrets.clear();
    const auto refused = put(edit, 0);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ValidationFailed);
    QStringList places;
    for (const ErrorDetail &detail : refused.error().details)
        places.append(detail.path);
    QCOMPARE(places, (QStringList{QStringLiteral("config.terminal_id"), QStringLiteral("secrets.client_secret")}));
    QCOMPARE(one().version, 0);

    // Nor may one that is on lose what it needs.
    QVERIFY(put(complete(), 0));
    IntegrationEdit forget;
    forget.secrets = {{QStringLiteral("client_secret"), QString()}};
    QCOMPARE(put(forget, 1).error().code, ErrorCode::ValidationFailed);
    QCOMPARE(one().secretsSet.size(), 1);
}

void IntegrationTest::fallbacksCountAsFilledIn()
{
    QVERIFY(put(complete(), 0));
    const Integration now = one();
    QVERIFY(now.missing().isEmpty());
    QVERIFY(!now.config.contains(QStringLiteral("oauth_url")));
    QCOMPARE(now.value(u"oauth_url"), QStringLiteral("https://epay-oauth.homebank.kz/oauth2/token"));
    QCOMPARE(now.value(u"nothing of ours"), QString());
}

void IntegrationTest::forgetsWhatIsEmptied()
{
    QVERIFY(put(complete(), 0));
    IntegrationEdit edit;
    edit.enabled = false;
    edit.config = {{QStringLiteral("client_id"), QString()}};
    edit.secrets = {{QStringLiteral("client_secret"), QString()}};
    QVERIFY(put(edit, 1));
    QVERIFY(!one().config.contains(QStringLiteral("client_id")));
    QVERIFY(one().secretsSet.isEmpty());
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM secrets")), 0);
}

void IntegrationTest::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("isSecret");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("privateUrls");
    const auto row = [](const char *name, IntegrationKind kind, bool isSecret, const char *key, const QString &value,
                        bool privateUrls = false) {
        QTest::newRow(name) << int(kind) << isSecret << QString::fromLatin1(key) << value << privateUrls;
    };
    row("unknown", IntegrationKind::Halyk, false, "card_number", QStringLiteral("x"));
    row("a secret in clear", IntegrationKind::Halyk, false, "client_secret", QStringLiteral("x"));
    row("no secret", IntegrationKind::Halyk, true, "client_id", QStringLiteral("x"));
    row("no url", IntegrationKind::Halyk, false, "api_url", QStringLiteral("homebank"));
    row("http", IntegrationKind::Halyk, false, "api_url", QStringLiteral("http://homebank.kz"), true);
    row("private", IntegrationKind::Halyk, false, "api_url", QStringLiteral("http://127.0.0.1:9/"));
    row("port", IntegrationKind::Smtp, false, "port", QStringLiteral("70000"));
    row("no number", IntegrationKind::Smtp, false, "port", QStringLiteral("many"));
    row("choice", IntegrationKind::Smtp, false, "security", QStringLiteral("ssl3"));
    row("two lines", IntegrationKind::Smtp, true, "password", QStringLiteral("a\r\nRCPT TO:<x>"));
    row("long", IntegrationKind::Halyk, false, "client_id", QString(201, u'x'));
}

void IntegrationTest::refusesWhatDoesNotFit()
{
    QFETCH(int, kind);
    QFETCH(bool, isSecret);
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(bool, privateUrls);
    IntegrationEdit edit;
    (isSecret ? edit.secrets : edit.config)[key] = value;
    const auto refused = put(edit, 0, privateUrls, static_cast<IntegrationKind>(kind));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ValidationFailed);
    QCOMPARE(refused.error().details.size(), 1u);
    QCOMPARE(refused.error().details[0].path,
             (isSecret ? QStringLiteral("secrets.") : QStringLiteral("config.")) + key);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM integrations")), 0);
}

void IntegrationTest::versionsAreSeen()
{
    QVERIFY(put(complete(), 0));
    QCOMPARE(put(complete(), 0).error().code, ErrorCode::VersionStale);
    QCOMPARE(put(complete(), 7).error().code, ErrorCode::VersionStale);
}

void IntegrationTest::theJournalHoldsNoValues()
{
    QVERIFY(put(complete(), 0));
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM journal WHERE type = 'integration.updated'")), 1);
    const QString payload =
        m_hub->text(QStringLiteral("SELECT payload FROM journal WHERE type = 'integration.updated'"));
    QVERIFY2(payload.contains(QStringLiteral("client_secret")), qPrintable(payload)); // that it changed
    QVERIFY2(!payload.contains(QStringLiteral("hush")) && !payload.contains(QStringLiteral("SHOP")),
             qPrintable(payload));
}

void IntegrationTest::notesStatesOnce()
{
    const auto note = [this](IntegrationState state, const QString &reason) {
        return bool(m_hub->run(m_business.owner(), [&](WriteContext &context) {
            return integrationwrites::noteState(context, m_business.id, IntegrationKind::Halyk, state, reason);
        }));
    };
    QVERIFY(note(IntegrationState::Failing, QStringLiteral("nobody is there"))); // not set up: nothing to note it at
    QCOMPARE(one().state, IntegrationState::Unknown);
    QVERIFY(put(complete(), 0));
    QVERIFY(note(IntegrationState::Failing, QStringLiteral("Answered 401.")));
    const Integration failing = one();
    QCOMPARE(failing.state, IntegrationState::Failing);
    QCOMPARE(failing.stateReason, QStringLiteral("Answered 401."));
    QCOMPARE(failing.stateAtMs, m_hub->nowMs);
    QCOMPARE(failing.version, 1); // nobody's edit becomes stale by it
    m_hub->nowMs += 5'000;
    QVERIFY(note(IntegrationState::Failing, QStringLiteral("Answered 401.")));
    QCOMPARE(one().stateAtMs, failing.stateAtMs);
    QVERIFY(note(IntegrationState::Working, QStringLiteral("ignored")));
    QCOMPARE(one().stateReason, QString());
    QCOMPARE(one().stateAtMs, m_hub->nowMs);
}

void IntegrationTest::accessNeedsTheKey()
{
    QVERIFY(put(complete(), 0));
    QTemporaryDir elsewhere;
    SecretStore standby(elsewhere.path());
    const auto seen = integrationreads::one(m_hub->database(), standby, m_business.id, IntegrationKind::Halyk);
    QVERIFY(seen);
    QVERIFY2(seen->secretsProblem.contains(QStringLiteral("secrets.key")), qPrintable(seen->secretsProblem));
    const auto access = integrationreads::access(m_hub->database(), standby, m_business.id, IntegrationKind::Halyk);
    QCOMPARE(access.error().code, ErrorCode::NotConfigured);
    QVERIFY(access.error().message.contains(QStringLiteral("secrets.key")));
    QVERIFY(one().secretsProblem.isEmpty());
}

QTEST_GUILESS_MAIN(IntegrationTest)
#include "integrationtest.moc"
