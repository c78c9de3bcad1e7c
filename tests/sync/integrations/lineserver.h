// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTest>

#include <vector>

namespace oshaq::test {

/// A server of this folder's scripts, which says what it does in lines of JSON. Ends with this.
class LineServer
{
    Q_DISABLE_COPY_MOVE(LineServer)

public:
    LineServer() = default;
    ~LineServer();

    /// False: it did not come up; the log says why.
    bool start(const QString &script, const QStringList &arguments);
    /// What it said first: {"event":"ready","port",...}.
    const QJsonObject &ready() const { return m_ready; }
    int port() const { return m_ready.value(QLatin1String("port")).toInt(); }

    /// Everything that it said of that event so far.
    std::vector<QJsonObject> said(const QString &event);

private:
    void read();

    QProcess m_process;
    QByteArray m_rest;
    std::vector<QJsonObject> m_lines;
    QJsonObject m_ready;
};

/// A certificate of its own CA for 127.0.0.1, made by openssl in a folder; the paths of its files.
struct TestCertificate
{
    QString ca;
    QString certificate;
    QString key;
};
/// Empty paths when openssl is missing or fails.
TestCertificate makeCertificate(const QString &folder);

} // namespace oshaq::test
