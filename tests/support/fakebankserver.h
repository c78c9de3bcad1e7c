// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/curltransport.h"
#include "sync/client/scheduler.h"
#include "tests/support/fakebankbook.h"

#include <QMap>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

namespace oshaq::test {

/// The bank's HTTP, on the bank's thread.
class FakeBankServer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeBankServer)

public:
    explicit FakeBankServer(FakeBankBook &book);
    ~FakeBankServer() override;

    bool listen(quint16 port);
    quint16 port() const { return m_port; }
    void close();
    void sendCallback(const FakeBankBook::Callback &callback);

private:
    struct Request
    {
        QByteArray method;
        QString path;
        QMap<QString, QString> query;
        QMap<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
    };

    void read(QTcpSocket *socket);
    void serve(QTcpSocket *socket, const Request &request);
    void answer(QTcpSocket *socket, const BankTurn &turn, const FakeBankBook::Answer &truth);
    void write(QTcpSocket *socket, int status, const QByteArray &body, const QByteArray &type = "application/json",
               const QByteArray &location = {});
    FakeBankBook::Answer token(const Request &request, const BankTurn &turn);
    void payWithCard(QTcpSocket *socket, const Request &request);
    void operation(QTcpSocket *socket, const Request &request);
    void page(QTcpSocket *socket, const Request &request);
    QString tokenOf(const Request &request) const;

    FakeBankBook &m_book;
    QTcpServer m_server;
    QList<QPointer<QTcpSocket>> m_sockets;
    QMap<QTcpSocket *, QByteArray> m_input;
    quint16 m_port = 0;
    WireThread m_wire;
    CurlTransport m_transport;
    QtScheduler m_scheduler;
};

/// What a guest does at the page, from the page's parameters.
bool actAtPage(FakeBankBook &book, const QByteArray &parameters, FakeBank::GuestAct act);

} // namespace oshaq::test
