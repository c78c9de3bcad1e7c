// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/integrations/fakedelivery.h"

#include <QJsonDocument>

#include <utility>

namespace oshaq::test {

FakeDelivery::FakeDelivery()
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_input.remove(socket);
                socket->deleteLater();
            });
        }
    });
}

bool FakeDelivery::listen()
{
    return m_server.listen(QHostAddress::LocalHost);
}

QString FakeDelivery::url() const
{
    return QStringLiteral("http://127.0.0.1:%1/v1").arg(m_server.serverPort());
}

QString FakeDelivery::idOf(const QString &externalId) const
{
    for (auto it = deliveries.begin(); it != deliveries.end(); ++it) {
        if (it->externalId == externalId)
            return it.key();
    }
    return {};
}

QByteArray FakeDelivery::rendered(const QString &id) const
{
    const Delivery delivery = deliveries.value(id);
    QJsonObject json{{QStringLiteral("id"), id},
                     {QStringLiteral("external_id"), delivery.externalId},
                     {QStringLiteral("status"), delivery.status},
                     {QStringLiteral("price"), 850},
                     {QStringLiteral("tracking_url"), QStringLiteral("https://track.example/") + id}};
    if (delivery.status != QLatin1String("accepted"))
        json.insert(QStringLiteral("courier_name"), QStringLiteral("Marat"));
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

void FakeDelivery::read(QTcpSocket *socket)
{
    QByteArray &input = m_input[socket];
    input += socket->readAll();
    const qsizetype end = input.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QList<QByteArray> lines = input.left(end).split('\n');
    qsizetype length = 0;
    QByteArray key;
    for (const QByteArray &line : lines.mid(1)) {
        const QByteArray name = line.left(line.indexOf(':')).trimmed().toLower();
        const QByteArray value = line.mid(line.indexOf(':') + 1).trimmed();
        if (name == "content-length")
            length = value.toLongLong();
        else if (name == "idempotency-key")
            key = value;
        else if (name == "authorization")
            authorization = value;
    }
    if (input.size() < end + 4 + length)
        return;
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    const QByteArray body = input.mid(end + 4, length);
    input.clear();
    int status = 200;
    const QByteArray answered = answer(first.value(0), first.value(1), key, body, &status);
    if (answered.isEmpty()) {
        socket->abort();
        return;
    }
    socket->write("HTTP/1.1 " + QByteArray::number(status) +
                  " X\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(answered.size()) +
                  "\r\nConnection: close\r\n\r\n" + answered);
    socket->disconnectFromHost();
}

QByteArray FakeDelivery::answer(const QByteArray &method, const QByteArray &path, const QByteArray &key,
                                const QByteArray &body, int *status)
{
    calls.append(QString::fromLatin1(method + ' ' + path));
    const Mood now = mood;
    if (answersUntilWell > 0 && --answersUntilWell == 0)
        mood = Mood::Works;
    switch (now) {
    case Mood::Fails:
        *status = 500;
        return "{}";
    case Mood::Refuses:
        *status = 422;
        return "{}";
    case Mood::Locked:
        *status = 401;
        return "{}";
    case Mood::Nonsense:
        return "<html>";
    case Mood::Works:
    case Mood::Forgets:
        break;
    }
    const auto said = [now](const QByteArray &json) { return now == Mood::Forgets ? QByteArray() : json; };
    const QJsonObject request = QJsonDocument::fromJson(body).object();
    if (method == "POST" && path == "/v1/quotes") {
        quoted = request;
        return said(R"({"price":850,"arrives_at":"2026-01-15T10:30:00Z"})");
    }
    if (method == "POST" && path == "/v1/deliveries") {
        keys.append(key);
        const QString externalId = request.value(QLatin1String("external_id")).toString();
        QString id = idOf(externalId);
        if (id.isEmpty()) {
            id = QStringLiteral("D-%1").arg(++m_last);
            deliveries.insert(id, {externalId, QStringLiteral("accepted"), request});
        }
        *status = 201;
        return said(rendered(id));
    }
    QByteArray name = path.mid(qsizetype(qstrlen("/v1/deliveries")));
    if (name.startsWith("?external_id="))
        name = '/' + idOf(QString::fromLatin1(name.mid(13))).toLatin1();
    const bool cancels = name.endsWith("/cancel");
    const QString id = QString::fromLatin1(cancels ? name.mid(1, name.size() - 8) : name.mid(1));
    if (!deliveries.contains(id)) {
        *status = 404;
        return said("{}");
    }
    if (cancels) {
        if (deliveries[id].status == QLatin1String("picked_up")) {
            *status = 409;
            return said("{}");
        }
        deliveries[id].status = QStringLiteral("cancelled");
    }
    return said(rendered(id));
}

} // namespace oshaq::test
