// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/drill/lab.h"

#include <QObject>
#include <QTcpServer>

#include <map>
#include <memory>
#include <random>
#include <vector>

class QTcpSocket;

namespace oshaq::drill {

/// A TCP proxy in front of the hub that stalls, cuts and slows down what goes through it. On the caller's event loop.
class FaultProxy final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FaultProxy)

public:
    /// Connects to the hub at this port of loopback.
    explicit FaultProxy(quint16 hubPort);

    /// Listens on any free port of loopback; what went wrong, or nothing.
    QString listen();
    quint16 port() const { return m_server.serverPort(); }

    /// Nothing goes through any more, and nobody is told: connections stay open and silent, new ones too.
    void cut();
    /// Each piece waits so long, give or take the jitter; never before the one ahead of it: TCP keeps order.
    void slowDown(int delayMs, int jitterMs);
    /// So many percent of the pieces wait until they are "sent again", as TCP does with lost packets.
    void lose(int percent);
    void heal();

private:
    void handleConnection();
    void forward(QTcpSocket *from, QTcpSocket *to);
    int waitMs();

    QTcpServer m_server;
    const quint16 m_hubPort;
    bool m_isCut = false;
    int m_delayMs = 0;
    int m_jitterMs = 0;
    int m_percent = 0;
    std::mt19937 m_random{1};
};

/// Where network namespaces cannot be had: every node reaches the hub through a proxy of its own.
class ProxyLab final : public Lab
{
    Q_DISABLE_COPY_MOVE(ProxyLab)

public:
    /// `why`: namespaces are not to be had, for the sheet.
    explicit ProxyLab(QString why);
    ~ProxyLab() override;

    QString name() const override;
    QString open() override;
    QString addNode(const QString &node) override;
    QStringList wrapper(const QString &) const override { return {}; }
    QString address(const QString &) const override { return {}; }
    QString hubListen() const override;
    QString hubUrl(const QString &node, const QString &hub) const override;
    QString cut(const QString &node) override;
    QString lose(const QString &node, int percent) override;
    QString delay(const QString &node, int delayMs, int jitterMs, int percent) override;
    QString heal(const QString &node) override;

private:
    /// The proxies of the node; all of them where it is the hub.
    std::vector<FaultProxy *> proxiesOf(const QString &node) const;

    const QString m_why;
    quint16 m_hubPort = 0;
    QString m_hub;
    std::map<QString, std::unique_ptr<FaultProxy>> m_proxies;
};

} // namespace oshaq::drill
