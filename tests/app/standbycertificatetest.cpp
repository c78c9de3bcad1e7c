// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/standbycertificate.h"

#include "sync/client/curltransport.h"
#include "sync/client/hubendpoint.h"
#include "sync/protocol/errorjson.h"
#include "tests/support/testsite.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace oshaq;
using namespace oshaq::test;

/// A standby that starts beside a hub with TLS is known to that hub's screens: by the authority that they have pinned.
class StandbyCertificateTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theHubSigns();
    void onceIsEnough();
    void aStrangerSignsNothing();
    void anotherTokenIsRefused();
    void withoutAnAuthorityThereIsNothingToSign();

private:
    QString url(const QString &scheme = QStringLiteral("https")) const
    {
        return QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(m_site->port());
    }
    QByteArray read(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString own(const char *file) const { return m_standby.directory + u'/' + QLatin1String(file); }
    void serve(bool tls);
    QString replicaToken();

    const SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::shared_ptr<TlsIdentity> m_identity;
    std::unique_ptr<TestSite> m_site;
    TlsOptions m_standby;
};

void StandbyCertificateTest::serve(bool tls)
{
    m_site.reset();
    m_identity.reset();
    if (tls) {
        TlsOptions options;
        options.directory = m_directory->filePath(QStringLiteral("hub"));
        auto made = TlsIdentity::open(options, m_clock);
        QVERIFY2(made.ok(), made ? "" : qPrintable(made.error().message));
        m_identity = *made;
    }
    TestSiteOptions options;
    options.configure = [this](ApiOptions &api) { api.http.tls = m_identity; };
    m_site = std::make_unique<TestSite>(options);
    QVERIFY(m_site->start());
}

QString StandbyCertificateTest::replicaToken()
{
    const auto endpoint = HubEndpoint::make(url(m_identity ? QStringLiteral("https") : QStringLiteral("http")),
                                            QString::fromLatin1(m_site->business().terminalTokens.at(Role::Manager)),
                                            m_identity ? m_identity->caFile() : QString());
    if (!endpoint)
        return {};
    WireThread wire;
    auto promise = std::make_shared<std::promise<WireReply>>();
    auto reply = promise->get_future();
    wire.submit(endpoint->request("POST", "/api/v1/admin/replica/token", "{}"),
                [promise](WireReply arrived) { promise->set_value(std::move(arrived)); });
    const auto answer = readAnswer(reply.get().body);
    return answer ? answer->data[u"access_token"].string() : QString();
}

void StandbyCertificateTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_standby = {};
    m_standby.directory = m_directory->filePath(QStringLiteral("standby"));
    serve(true);
}

void StandbyCertificateTest::theHubSigns()
{
    const QString token = replicaToken();
    QVERIFY(!token.isEmpty());
    const auto done = fetchStandbyCertificate(m_standby, {url(), token, m_identity->caFile()});
    QVERIFY2(done.ok(), done ? "" : qPrintable(done.error().message));
    auto identity = TlsIdentity::open(m_standby, m_clock);
    QVERIFY2(identity.ok(), identity ? "" : qPrintable(identity.error().message));
    QCOMPARE(read((*identity)->caFile()), read(m_identity->caFile()));
    QVERIFY(!QFile::exists(own("ca.key")));
    QVERIFY(read(own("hub.key")) != read(m_directory->filePath(QStringLiteral("hub/hub.key"))));
}

void StandbyCertificateTest::onceIsEnough()
{
    const QString token = replicaToken();
    QVERIFY(fetchStandbyCertificate(m_standby, {url(), token, m_identity->caFile()}));
    const QByteArray first = read(own("hub.pem"));
    QVERIFY(!first.isEmpty());
    m_site.reset(); // and the hub need not be there at a later start
    QVERIFY(fetchStandbyCertificate(m_standby, {QStringLiteral("https://127.0.0.1:1"), token, m_identity->caFile()}));
    QCOMPARE(read(own("hub.pem")), first);
}

void StandbyCertificateTest::aStrangerSignsNothing()
{
    TlsOptions other;
    other.directory = m_directory->filePath(QStringLiteral("other"));
    const auto stranger = TlsIdentity::open(other, m_clock);
    QVERIFY(stranger);
    const auto done = fetchStandbyCertificate(m_standby, {url(), replicaToken(), (*stranger)->caFile()});
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::ReplicaUnreachable);
    QVERIFY(!QFile::exists(own("hub.pem")));
}

void StandbyCertificateTest::anotherTokenIsRefused()
{
    const QString kitchen = QString::fromLatin1(m_site->business().terminalTokens.at(Role::Kitchen));
    const auto done = fetchStandbyCertificate(m_standby, {url(), kitchen, m_identity->caFile()});
    QVERIFY(!done);
    QVERIFY2(!done.error().message.contains(kitchen), "a token is in an error");
    QVERIFY(!QFile::exists(own("hub.pem")));
}

void StandbyCertificateTest::withoutAnAuthorityThereIsNothingToSign()
{
    serve(false);
    const QString token = replicaToken();
    QVERIFY(!token.isEmpty());
    QVERIFY(fetchStandbyCertificate(m_standby, {url(QStringLiteral("http")), token, {}}));
    QVERIFY(!QFile::exists(own("hub.pem")));
    auto identity = TlsIdentity::open(m_standby, m_clock);
    QVERIFY2(identity.ok(), "it makes an authority of its own then");
}

QTEST_GUILESS_MAIN(StandbyCertificateTest)
#include "standbycertificatetest.moc"
