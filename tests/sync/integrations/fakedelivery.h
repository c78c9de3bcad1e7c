// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>

namespace oshaq::test {

/// A delivery service that speaks our documented form, well or badly. It remembers what it was asked for, also when its
/// answer gets lost.
class FakeDelivery final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeDelivery)

public:
    enum class Mood
    {
        Works,
        Forgets,  ///< does it and hangs up without a word
        Fails,    ///< 500, nothing done
        Refuses,  ///< 422
        Locked,   ///< 401
        Nonsense, ///< 200 and no JSON
    };

    struct Delivery
    {
        QString externalId;
        QString status = QStringLiteral("accepted");
        QJsonObject request;
    };

    FakeDelivery();

    bool listen();
    QString url() const;

    Mood mood = Mood::Works;
    int answersUntilWell = -1;          ///< so many more in that mood, then Works; -1: it stays
    QMap<QString, Delivery> deliveries; ///< by its own id, "D-1"
    QStringList calls;                  ///< "POST /v1/deliveries"
    QList<QByteArray> keys;             ///< of POST deliveries
    QByteArray authorization;           ///< of the last request
    QJsonObject quoted;                 ///< the last request for a price

    QString idOf(const QString &externalId) const;

private:
    void read(QTcpSocket *socket);
    /// An empty body: hang up.
    QByteArray answer(const QByteArray &method, const QByteArray &path, const QByteArray &key, const QByteArray &body,
                      int *status);
    QByteArray rendered(const QString &id) const;

    QTcpServer m_server;
    QMap<QTcpSocket *, QByteArray> m_input;
    int m_last = 0;
};

} // namespace oshaq::test
