// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QNetworkRequest>
#include <QTest>
#include <QWebSocket>

namespace oshaq::test {

/// A client of WS business/live that keeps what it got.
class LiveClient final : public QObject
{
public:
    LiveClient(quint16 port, const QByteArray &token, const QByteArray &path = "/api/v1/business/live")
    {
        connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
            const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
            raw += text.toUtf8() + '\n';
            const QString type = message.value(QLatin1String("type")).toString();
            if (type == u"hello")
                hellos.append(message);
            else if (type == u"change")
                changes.append(message);
            else if (type == u"heartbeat")
                heartbeats.append(message);
            else if (type == u"alarms")
                alarms.append(message);
            else if (type == u"notice")
                notices.append(message);
            else
                ++unknown;
        });
        QNetworkRequest request(QUrl(QStringLiteral("ws://127.0.0.1:%1%2").arg(port).arg(QString::fromLatin1(path))));
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token);
        m_socket.open(request);
    }

    QWebSocket &socket() { return m_socket; }
    bool waitForHello()
    {
        return QTest::qWaitFor([this] { return !hellos.isEmpty(); }, 10'000);
    }
    QByteArray cursor() const { return hellos.first().value(QLatin1String("cursor")).toString().toLatin1(); }
    qint64 cursorSeq() const { return cursor().mid(cursor().lastIndexOf('.') + 1).toLongLong(); }

    QList<QJsonObject> hellos;
    QList<QJsonObject> changes;
    QList<QJsonObject> heartbeats;
    QList<QJsonObject> alarms;
    QList<QJsonObject> notices;
    QByteArray raw;
    int unknown = 0;

private:
    QWebSocket m_socket;
};

} // namespace oshaq::test
