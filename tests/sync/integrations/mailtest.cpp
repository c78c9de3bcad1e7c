// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/messages/mimemessage.h"
#include "sync/integrations/messages/smtptransport.h"
#include "tests/sync/integrations/lineserver.h"

#include <QJsonArray>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace oshaq;
using namespace oshaq::test;

namespace {

constexpr int patienceMs = 60'000;
constexpr char16_t kazakh[] = u"Әлия, тапсырысыңыз дайын: қазы, шұжық, ірімшік — 12 450 ₸. Ғажап өңір!";
constexpr char16_t russian[] = u"Ваш заказ «А-042» отменён: не осталось плова ёмкостью на четверых, приносим извинения";

QString textOf(const char16_t *text)
{
    return QString::fromUtf16(text);
}

MailMessage mailOf(const QString &subject, const QString &body)
{
    MailMessage mail;
    mail.from = QStringLiteral("kitchen@oshaq.test");
    mail.fromName = QStringLiteral("Ошақ, Алматы");
    mail.to = QStringLiteral("aliya@example.test");
    mail.toName = QStringLiteral("Әлия \"Ə\" <x@y.z>");
    mail.subject = subject;
    mail.body = body;
    mail.id = QStringLiteral("0192f0c1-2345-7abc-8def-0123456789ab");
    mail.atMs = 1'768'471'200'000;
    return mail;
}

SmtpRequest requestOf(int port, SmtpRequest::Security security)
{
    SmtpRequest request;
    request.host = QStringLiteral("127.0.0.1");
    request.port = port;
    request.security = security;
    request.from = "kitchen@oshaq.test";
    request.to = "aliya@example.test";
    request.message = mimeMessage(mailOf(textOf(kazakh), textOf(russian) + QStringLiteral("\n.\n") + textOf(kazakh)));
    request.timeoutMs = patienceMs;
    return request;
}

} // namespace

class MailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aMailArrivesAsItWasWritten_data();
    void aMailArrivesAsItWasWritten();
    void aNameBringsNoHeaderIn();
    void aWrongPasswordIsSaid();
    void aGreylistedMailIsForLater();
    void aRefusedMailIsForNever();
    void aStrangersCertificateGetsNothing();
    void aServerWithoutTlsGetsNothing();
    void nobodyThereIsSaid();
    void aSilentServerEndsInTime();
    void goingAwayDoesNotWait();

private:
    SmtpReply send(const SmtpRequest &request);

    QTemporaryDir m_folder;
    TestCertificate m_certificate;
};

void MailTest::initTestCase()
{
    m_certificate = makeCertificate(m_folder.path());
    QVERIFY2(!m_certificate.ca.isEmpty(), "openssl made no certificate");
}

SmtpReply MailTest::send(const SmtpRequest &request)
{
    SmtpTransport transport;
    std::optional<SmtpReply> reply;
    transport.send(request, [&reply](const SmtpReply &came) { reply = came; });
    SmtpReply none;
    none.failure = SmtpReply::Failure::Invalid;
    none.text = QStringLiteral("no reply");
    if (!QTest::qWaitFor([&reply] { return reply.has_value(); }, patienceMs))
        return none;
    return reply.value_or(none);
}

void MailTest::aMailArrivesAsItWasWritten_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<int>("security");
    QTest::newRow("in clear, without signing in") << "open" << int(SmtpRequest::Security::None);
    QTest::newRow("STARTTLS") << "starttls" << int(SmtpRequest::Security::StartTls);
    QTest::newRow("TLS") << "tls" << int(SmtpRequest::Security::Tls);
}

void MailTest::aMailArrivesAsItWasWritten()
{
    QFETCH(const QString, mode);
    QFETCH(const int, security);
    LineServer server;
    QVERIFY(server.start(QStringLiteral("mailserver.py"), {mode, m_certificate.certificate, m_certificate.key}));
    SmtpRequest request = requestOf(server.port(), SmtpRequest::Security(security));
    const bool isSafe = mode != u"open";
    if (isSafe) {
        request.caFile = m_certificate.ca.toUtf8();
        request.user = "oshaq";
        request.password = "right-password";
    }
    const SmtpReply reply = send(request);
    QVERIFY2(reply.arrived(), qPrintable(reply.text));
    QTRY_COMPARE_WITH_TIMEOUT(server.said(QStringLiteral("mail")).size(), std::size_t{1}, patienceMs);
    const QJsonObject mail = server.said(QStringLiteral("mail")).front();
    const auto text = [&mail](const char *key) { return mail.value(QLatin1String(key)).toString(); };
    QCOMPARE(text("subject"), textOf(kazakh));
    QCOMPARE(text("body").replace(QLatin1String("\r\n"), QLatin1String("\n")).trimmed(),
             textOf(russian) + QStringLiteral("\n.\n") + textOf(kazakh));
    QVERIFY2(text("sender").contains(QStringLiteral("Ошақ, Алматы")), qPrintable(text("sender")));
    QCOMPARE(text("mail_from"), QStringLiteral("kitchen@oshaq.test"));
    QCOMPARE(text("id"), QStringLiteral("<0192f0c1-2345-7abc-8def-0123456789ab@oshaq.test>"));
    QCOMPARE(mail.value(QLatin1String("tls")).toBool(), isSafe);
    QCOMPARE(mail.value(QLatin1String("signed_in")).toBool(), isSafe);
    QVERIFY(mail.value(QLatin1String("ascii")).toBool());
    QVERIFY(mail.value(QLatin1String("longest")).toInt() <= 78);
    QVERIFY(mail.value(QLatin1String("defects")).toArray().isEmpty());
}

void MailTest::aNameBringsNoHeaderIn()
{
    MailMessage mail = mailOf(QStringLiteral("One\r\nBcc: thief@example.test"), QStringLiteral("Body"));
    mail.toName = QStringLiteral("A\r\nBcc: thief@example.test");
    mail.fromName = QStringLiteral("=?UTF-8?B?eA==?=");
    const QByteArray message = mimeMessage(mail);
    QVERIFY(!message.contains("\r\nBcc:"));
    QVERIFY(!message.contains("eA=="));
    const QByteArray head = message.left(message.indexOf("\r\n\r\n"));
    for (const QByteArray &line : head.split('\n'))
        QVERIFY2(line.size() <= 79, line.constData());
}

void MailTest::aWrongPasswordIsSaid()
{
    LineServer server;
    QVERIFY(server.start(QStringLiteral("mailserver.py"),
                         {QStringLiteral("starttls"), m_certificate.certificate, m_certificate.key}));
    SmtpRequest request = requestOf(server.port(), SmtpRequest::Security::StartTls);
    request.caFile = m_certificate.ca.toUtf8();
    request.user = "oshaq";
    request.password = "wrong-password";
    const SmtpReply reply = send(request);
    QCOMPARE(reply.failure, SmtpReply::Failure::SignIn);
    QCOMPARE(reply.code, 535);
    QVERIFY2(reply.text.contains(QLatin1String("535")), qPrintable(reply.text));
    QVERIFY(!reply.text.contains(QLatin1String("wrong-password")));
    QVERIFY(server.said(QStringLiteral("mail")).empty());
}

void MailTest::aGreylistedMailIsForLater()
{
    LineServer server;
    QVERIFY(server.start(QStringLiteral("mailserver.py"), {QStringLiteral("greylist")}));
    const SmtpRequest request = requestOf(server.port(), SmtpRequest::Security::None);
    const SmtpReply first = send(request);
    QCOMPARE(first.failure, SmtpReply::Failure::Temporary);
    QCOMPARE(first.code, 451);
    QVERIFY2(first.text.contains(QLatin1String("Greylisted")), qPrintable(first.text));
    QVERIFY(send(request).arrived());
    QTRY_COMPARE_WITH_TIMEOUT(server.said(QStringLiteral("mail")).size(), std::size_t{1}, patienceMs);
}

void MailTest::aRefusedMailIsForNever()
{
    LineServer server;
    QVERIFY(server.start(QStringLiteral("mailserver.py"), {QStringLiteral("refuse")}));
    const SmtpReply reply = send(requestOf(server.port(), SmtpRequest::Security::None));
    QCOMPARE(reply.failure, SmtpReply::Failure::Refused);
    QCOMPARE(reply.code, 550);
    QVERIFY2(reply.text.contains(QLatin1String("no such mailbox")), qPrintable(reply.text));
    QVERIFY2(!reply.text.contains(QLatin1String("aliya")), qPrintable(reply.text));
}

void MailTest::aStrangersCertificateGetsNothing()
{
    LineServer server;
    QVERIFY(server.start(QStringLiteral("mailserver.py"),
                         {QStringLiteral("tls"), m_certificate.certificate, m_certificate.key}));
    SmtpRequest request = requestOf(server.port(), SmtpRequest::Security::Tls);
    request.user = "oshaq";
    request.password = "right-password";
    QCOMPARE(send(request).failure, SmtpReply::Failure::Tls);
    QVERIFY(server.said(QStringLiteral("mail")).empty());
}

void MailTest::aServerWithoutTlsGetsNothing()
{
    LineServer server;
    QVERIFY(server.start(QStringLiteral("mailserver.py"), {QStringLiteral("open")}));
    QCOMPARE(send(requestOf(server.port(), SmtpRequest::Security::StartTls)).failure, SmtpReply::Failure::Tls);
    QVERIFY(server.said(QStringLiteral("mail")).empty());
}

void MailTest::nobodyThereIsSaid()
{
    int port = 0;
    {
        QTcpServer free;
        QVERIFY(free.listen(QHostAddress::LocalHost));
        port = free.serverPort();
    }
    const SmtpReply reply = send(requestOf(port, SmtpRequest::Security::None));
    QCOMPARE(reply.failure, SmtpReply::Failure::Network);
    QVERIFY(!reply.text.isEmpty());
}

void MailTest::aSilentServerEndsInTime()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    SmtpRequest request = requestOf(silent.serverPort(), SmtpRequest::Security::None);
    request.timeoutMs = 300;
    QCOMPARE(send(request).failure, SmtpReply::Failure::Timeout);
}

void MailTest::goingAwayDoesNotWait()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    bool called = false;
    {
        SmtpTransport transport;
        transport.send(requestOf(silent.serverPort(), SmtpRequest::Security::None),
                       [&called](const SmtpReply &) { called = true; });
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), patienceMs);
    }
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(MailTest)
#include "mailtest.moc"
