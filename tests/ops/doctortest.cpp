// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/doctor.h"

#include "tests/support/oshaqdprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr qint64 mega = 1'000'000;
constexpr qint64 dayMs = qint64{24} * 60 * 60 * 1000;
constexpr qint64 nowMs = 1'795'000'000'000;

struct Doctor
{
    int code = -1;
    QJsonArray findings;

    /// The first one about that; empty when there is none.
    QJsonObject about(const QString &what) const
    {
        for (const QJsonValue &finding : findings) {
            if (finding[u"about"].toString() == what)
                return finding.toObject();
        }
        return {};
    }
    QString state(const QString &what) const { return about(what).value(u"state").toString(); }
};

} // namespace

class DoctorTest final : public QObject
{
    Q_OBJECT

private:
    QString site() const { return m_directory.filePath(QStringLiteral("site")); }

    Doctor ask(const QStringList &more = {})
    {
        Doctor doctor;
        const QByteArray out = runOshaqd(
            QStringList{QStringLiteral("doctor"), QStringLiteral("--data"), site(), QStringLiteral("--json")} + more,
            &doctor.code);
        doctor.findings = QJsonDocument::fromJson(out).array();
        return doctor;
    }

    QTemporaryDir m_directory;

private Q_SLOTS:
    void disks()
    {
        QCOMPARE(doctor::disk(100'000 * mega, 200'000 * mega, 900 * mega).state, Finding::State::Good);
        QCOMPARE(doctor::disk(4'000 * mega, 200'000 * mega, 900 * mega).state, Finding::State::Warning);
        const Finding tight = doctor::disk(6'000 * mega, 200'000 * mega, 4'000 * mega);
        QCOMPARE(tight.state, Finding::State::Warning);
        QVERIFY(tight.advice.contains(QLatin1String("8000 MB")));
        QCOMPARE(doctor::disk(499 * mega, 200'000 * mega, 1 * mega).state, Finding::State::Bad);
    }

    void clocks()
    {
        QCOMPARE(doctor::clock(nowMs, nowMs - dayMs, true).state, Finding::State::Good);
        QCOMPARE(doctor::clock(nowMs, nowMs - dayMs, false).state, Finding::State::Warning);
        QCOMPARE(doctor::clock(nowMs, 0, std::nullopt).state, Finding::State::Skipped);
        QCOMPARE(doctor::clock(nowMs, nowMs + 10'000, true).state, Finding::State::Good);
        QCOMPARE(doctor::clock(nowMs, nowMs + dayMs, true).state, Finding::State::Bad);
        QCOMPARE(doctor::clock(0, 0, true).state, Finding::State::Bad);
    }

    void certificates()
    {
        QCOMPARE(doctor::certificate("nonsense", QStringLiteral("x.pem"), false, nowMs).state, Finding::State::Bad);
    }

    void integrations()
    {
        Integration integration;
        integration.kind = IntegrationKind::Smtp;
        QCOMPARE(doctor::integration(integration).state, Finding::State::Skipped);
        integration.enabled = true;
        const Finding lacking = doctor::integration(integration);
        QCOMPARE(lacking.state, Finding::State::Bad);
        QVERIFY(lacking.what.contains(QLatin1String("host")));
        integration.secretsProblem = QStringLiteral("another key sealed them");
        QCOMPARE(doctor::integration(integration).what, integration.secretsProblem);
    }

    void nothingThere()
    {
        const Doctor doctor = ask();
        QCOMPARE(doctor.code, 1);
        QCOMPARE(doctor.state(QStringLiteral("directory")), QStringLiteral("bad"));
        QVERIFY(doctor.about(QStringLiteral("directory"))
                    .value(u"advice")
                    .toString()
                    .contains(QLatin1String("oshaqd init")));
        QCOMPARE(doctor.state(QStringLiteral("database")), QStringLiteral("bad"));
    }

    void aHub()
    {
        OshaqdProcess hub(site());
        QCOMPARE(hub.init(), QString());
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost, 0));
        const QString address = QStringLiteral("server.listen=127.0.0.1:%1").arg(taken.serverPort());
        Doctor doctor = ask({QStringLiteral("--set"), address});
        QCOMPARE(doctor.state(QStringLiteral("database")), QStringLiteral("good"));
        QCOMPARE(doctor.state(QStringLiteral("directory")), QStringLiteral("good"));
        QCOMPARE(doctor.state(QStringLiteral("certificate")), QStringLiteral("skipped"));
        QVERIFY(doctor.state(QStringLiteral("disk")) != QLatin1String("skipped"));
        QCOMPARE(doctor.code, 1); // somebody else has the port
        taken.close();
        doctor = ask({QStringLiteral("--set"), address});
        QVERIFY(doctor.findings.size() >= 6);
        QCOMPARE(doctor.state(QStringLiteral("drawing")), QStringLiteral("good"));
        for (const QJsonValue &finding : doctor.findings) {
            if (finding[u"about"].toString() == QLatin1String("port"))
                QVERIFY(finding[u"state"].toString() != QLatin1String("bad"));
        }
        // Beside a running hub, which is neither disturbed nor refused its directory.
        QCOMPARE(hub.start(), QString());
        doctor = ask({QStringLiteral("--set"), QStringLiteral("server.listen=127.0.0.1:%1").arg(hub.port())});
        bool isReady = false;
        for (const QJsonValue &finding : doctor.findings)
            isReady = isReady || finding[u"what"].toString().endsWith(QLatin1String("is ready"));
        QVERIFY(isReady);
        QVERIFY(
            doctor.about(QStringLiteral("database")).value(u"what").toString().endsWith(QLatin1String("the hub runs")));
        QVERIFY(hub.stop());
    }

    void backups()
    {
        const QString place = QStringLiteral("/mnt/second");
        QCOMPARE(doctor::backup(place, 0, 0, nowMs).state, Finding::State::Warning);
        QCOMPARE(doctor::backup(place, 3, nowMs - 60'000, nowMs).state, Finding::State::Good);
        const Finding late = doctor::backup(place, 3, nowMs - dayMs, nowMs);
        QCOMPARE(late.state, Finding::State::Warning);
        QVERIFY(late.what.contains(QLatin1String("1440 min behind")));

        Doctor doctor = ask();
        QCOMPARE(doctor.state(QStringLiteral("backups")), QStringLiteral("warning"));
        QVERIFY(doctor.about(QStringLiteral("backups")).value(u"what").toString().contains(QLatin1String("none")));
        const QString folder = m_directory.filePath(QStringLiteral("copies"));
        const QStringList into{QStringLiteral("--set"), QStringLiteral("backup.folder=") + folder};
        doctor = ask(into);
        QCOMPARE(doctor.state(QStringLiteral("backups")), QStringLiteral("bad")); // without a key
        const QString key = m_directory.filePath(QStringLiteral("backup.key"));
        int code = -1;
        runOshaqd({QStringLiteral("backup"), QStringLiteral("--make-key"), key}, &code);
        QCOMPARE(code, 0);
        const QStringList keyed = into + QStringList{QStringLiteral("--set"), QStringLiteral("backup.key_file=") + key};
        doctor = ask(keyed);
        QCOMPARE(doctor.state(QStringLiteral("backups")), QStringLiteral("warning"));
        QVERIFY(doctor.about(QStringLiteral("backups")).value(u"what").toString().contains(QLatin1String("yet")));
        runOshaqd({QStringLiteral("backup"), QStringLiteral("--data"), site(), QStringLiteral("--to"), folder,
                   QStringLiteral("--key-file"), key},
                  &code);
        QCOMPARE(code, 0);
        doctor = ask(keyed);
        const QJsonObject found = doctor.about(QStringLiteral("backups"));
        QVERIFY2(found.value(u"what").toString().contains(QLatin1String("files: 1")),
                 qPrintable(found.value(u"what").toString()));
        // It is on the disk that it should outlive.
        QCOMPARE(found.value(u"state").toString(), QStringLiteral("warning"));
        QVERIFY(found.value(u"advice").toString().contains(QLatin1String("another disk")));
    }

    void aDamagedRecord()
    {
        QFile file(site() + QStringLiteral("/hub.db"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(8 * 4096));
        QVERIFY(file.write(QByteArray(40 * 4096, 'x')) > 0);
        file.close();
        const Doctor doctor = ask();
        QCOMPARE(doctor.code, 1);
        QCOMPARE(doctor.state(QStringLiteral("database")), QStringLiteral("bad"));
    }

    void configurations()
    {
        QFile file(m_directory.filePath(QStringLiteral("bad.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[limits]\nrat = on\nrate = maybe\n");
        file.close();
        const Doctor doctor = ask({QStringLiteral("--config"), file.fileName()});
        int bad = 0;
        for (const QJsonValue &finding : doctor.findings)
            bad += finding[u"about"].toString() == QLatin1String("configuration") &&
                   finding[u"state"].toString() == QLatin1String("bad");
        QCOMPARE(bad, 2);

        int code = 0;
        QByteArray errors;
        runOshaqd({QStringLiteral("config"), QStringLiteral("check"), QStringLiteral("--config"), file.fileName()},
                  &code, &errors);
        QCOMPARE(code, 2);
        QVERIFY(errors.contains("bad.ini:2: there is no setting \"limits.rat\""));
        QVERIFY(errors.contains("bad.ini:3: limits.rate is on or off"));
        // Right one by one, wrong together.
        runOshaqd({QStringLiteral("config"), QStringLiteral("check"), QStringLiteral("--set"),
                   QStringLiteral("server.listen=0.0.0.0:8787"), QStringLiteral("--set"),
                   QStringLiteral("tls.certificate=/nowhere/chain.pem")},
                  &code, &errors);
        QCOMPARE(code, 2);
        QVERIFY(errors.contains("server.tls or server.plain_http"));
        QVERIFY(errors.contains("tls.certificate and tls.key belong together"));
        QVERIFY(errors.contains("/nowhere/chain.pem is not there"));
        runOshaqd({QStringLiteral("config"), QStringLiteral("check")}, &code, &errors);
        QCOMPARE(code, 0);
    }
};

QTEST_GUILESS_MAIN(DoctorTest)
#include "doctortest.moc"
