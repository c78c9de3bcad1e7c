// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/integrations/fakeprinter.h"

#include "sync/printing/escpos.h"

#include <QTcpSocket>

namespace oshaq::test {

namespace {

QByteArray wellAnswer()
{
    return QByteArray("\x12\x12\x12\x12");
}

QByteArray paperOutAnswer()
{
    return QByteArray("\x1a\x32\x12\x72");
}

} // namespace

FakePrinter::FakePrinter()
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] { accept(); });
}

FakePrinter::~FakePrinter()
{
    die();
}

bool FakePrinter::listen()
{
    const bool listening = m_server.listen(QHostAddress::LocalHost, m_port);
    m_port = m_server.serverPort();
    return listening;
}

void FakePrinter::die()
{
    m_server.close();
    const QList<Client *> clients = std::exchange(m_clients, {});
    for (Client *client : clients) {
        client->socket->disconnect(this);
        client->socket->abort();
        client->socket->deleteLater();
        delete client;
    }
}

QString FakePrinter::address() const
{
    return QStringLiteral("127.0.0.1:%1").arg(m_port);
}

void FakePrinter::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        ++connections;
        auto *client = new Client;
        client->socket = socket;
        if (mood == Mood::DiesMidway)
            socket->setReadBufferSize(halfPaper / 2); // so that there is a middle
        m_clients.append(client);
        connect(socket, &QTcpSocket::readyRead, this, [this, client] { hear(client); });
        connect(socket, &QTcpSocket::disconnected, this, [this, client] {
            if (!m_clients.removeOne(client))
                return;
            // A printer that is never asked prints what it got.
            if (mood == Mood::Silent && !client->heard.isEmpty() && !client->heard.startsWith(escpos::statusQuery()))
                papers.append(client->heard);
            client->socket->deleteLater();
            delete client;
        });
    }
}

void FakePrinter::say(Client *client, const QByteArray &status)
{
    const qsizetype question = escpos::statusQuery().size();
    client->heard.remove(client->asked ? client->heard.size() - question : 0, question);
    client->asked = true;
    client->socket->write(status);
}

void FakePrinter::hear(Client *client)
{
    client->heard += client->socket->readAll();
    if (mood == Mood::Silent)
        return;
    if (mood == Mood::HangsUp) {
        client->socket->write("HTTP/1.1 426 Upgrade required\r\n\r\n");
        return client->socket->disconnectFromHost();
    }
    const QByteArray question = escpos::statusQuery();
    const QByteArray &heard = client->heard;
    if (!client->asked ? heard.startsWith(question) : heard.endsWith(question))
        say(client, mood == Mood::PaperOut ? paperOutAnswer() : wellAnswer());
    if (mood == Mood::DiesMidway && client->heard.size() >= halfPaper) {
        torn.append(client->heard);
        return die();
    }
    const QByteArray end = escpos::endQuery();
    const bool answers = mood == Mood::Well || mood == Mood::PaperOut;
    if (client->asked && !client->done && client->heard.endsWith(end) && mood != Mood::Blocked) {
        client->done = true;
        papers.append(client->heard.chopped(end.size()));
        if (answers)
            client->socket->write(QByteArray(1, '\0'));
    }
}

} // namespace oshaq::test
