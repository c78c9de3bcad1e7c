// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/integrations/lineserver.h"

#include <QFile>
#include <QJsonDocument>

namespace oshaq::test {

namespace {

constexpr int startMs = 60'000;

bool openssl(const QStringList &arguments)
{
    return QProcess::execute(QStringLiteral("openssl"), arguments) == 0;
}

} // namespace

LineServer::~LineServer()
{
    m_process.kill();
    m_process.waitForFinished();
}

bool LineServer::start(const QString &script, const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // Debian's own: another one that comes first in PATH does not have its packages.
    m_process.start(QStringLiteral("/usr/bin/python3"),
                    QStringList{QStringLiteral(OSHAQ_TEST_SCRIPTS "/") + script} + arguments);
    QElapsedTimer waiting;
    waiting.start();
    while (m_ready.isEmpty() && waiting.elapsed() < startMs) {
        if (!m_process.waitForReadyRead(1'000) && m_process.state() == QProcess::NotRunning)
            return false;
        const auto ready = said(QStringLiteral("ready"));
        if (!ready.empty())
            m_ready = ready.front();
    }
    return port() > 0;
}

std::vector<QJsonObject> LineServer::said(const QString &event)
{
    read();
    std::vector<QJsonObject> found;
    for (const QJsonObject &line : m_lines) {
        if (line.value(QLatin1String("event")).toString() == event)
            found.push_back(line);
    }
    return found;
}

void LineServer::read()
{
    m_rest += m_process.readAllStandardOutput();
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
        m_lines.push_back(QJsonDocument::fromJson(m_rest.left(end)).object());
        m_rest.remove(0, end + 1);
    }
}

TestCertificate makeCertificate(const QString &folder)
{
    const auto in = [&folder](const char *name) { return folder + u'/' + QLatin1String(name); };
    QFile extensions(in("san.cnf"));
    if (!extensions.open(QIODevice::WriteOnly) || extensions.write("subjectAltName=IP:127.0.0.1\n") < 0)
        return {};
    extensions.close();
    const QStringList key{QStringLiteral("-newkey"), QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                          QStringLiteral("ec_paramgen_curve:P-256"), QStringLiteral("-nodes")};
    const bool made =
        openssl(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-days"),
                            QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=Mail test CA"),
                            QStringLiteral("-keyout"), in("ca.key"), QStringLiteral("-out"), in("ca.pem")} +
                key) &&
        openssl(QStringList{QStringLiteral("req"), QStringLiteral("-subj"), QStringLiteral("/CN=127.0.0.1"),
                            QStringLiteral("-keyout"), in("leaf.key"), QStringLiteral("-out"), in("leaf.csr")} +
                key) &&
        openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-days"), QStringLiteral("2"),
                 QStringLiteral("-in"), in("leaf.csr"), QStringLiteral("-CA"), in("ca.pem"), QStringLiteral("-CAkey"),
                 in("ca.key"), QStringLiteral("-CAcreateserial"), QStringLiteral("-extfile"), in("san.cnf"),
                 QStringLiteral("-out"), in("leaf.pem")});
    return made ? TestCertificate{in("ca.pem"), in("leaf.pem"), in("leaf.key")} : TestCertificate{};
}

} // namespace oshaq::test
