// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

namespace oshaq::test {

/// Somebody's HTTP server that takes webhooks, well or badly.
class HookReceiver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HookReceiver)

public:
    enum class Mood
    {
        Takes,     ///< 200
        Fails,     ///< 500
        Hangs,     ///< takes the request and says nothing
        Redirects, ///< 302 to itself
    };

    struct Hook
    {
        QMap<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
        QJsonObject json;
        Mood mood = Mood::Takes; ///< how it was answered
    };

    HookReceiver();

    bool listen(quint16 port = 0);
    void close();
    quint16 port() const { return m_server.serverPort(); }
    QString url() const;

    Mood mood = Mood::Takes;
    QList<Hook> hooks; ///< in the order of arrival, each attempt

    /// The hooks that were answered with 200.
    QList<Hook> taken() const;
    /// Whether one of the v1 signatures of a hook was made with this secret.
    static bool isSignedBy(const Hook &hook, const QByteArray &secret);

private:
    void read(QTcpSocket *socket);

    QTcpServer m_server;
    QList<QPointer<QTcpSocket>> m_sockets;
    QMap<QTcpSocket *, QByteArray> m_input;
};

} // namespace oshaq::test
