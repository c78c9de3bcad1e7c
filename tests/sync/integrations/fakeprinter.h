// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTcpServer>

class QTcpSocket;

namespace oshaq::test {

/// A receipt printer on this machine. Lives on the test's thread.
class FakePrinter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakePrinter)

public:
    enum class Mood
    {
        Well,
        HangsUp,    ///< something else is at its address
        Silent,     ///< takes everything and answers nothing
        PaperOut,   ///< says so when asked
        DiesMidway, ///< loses its power when half a paper has come
        Blocked,    ///< says that it is well, and never that it is done
        KnowsNoEnd  ///< a cheap one: tells how it is and does not know the question for the end
    };

    FakePrinter();
    ~FakePrinter() override;

    /// On a free port the first time, on the same one after that.
    bool listen();
    /// Loses its power.
    void die();
    QString address() const;

    Mood mood = Mood::Well;
    QList<QByteArray> papers; ///< whole ones, without questions
    QList<QByteArray> torn;   ///< what had come when it died
    int connections = 0;

private:
    struct Client
    {
        QTcpSocket *socket = nullptr;
        QByteArray heard;
        bool asked = false; ///< how it is, and was told
        bool done = false;
    };

    void accept();
    void hear(Client *client);
    void say(Client *client, const QByteArray &status);

    static constexpr int halfPaper = 4000;

    QTcpServer m_server;
    quint16 m_port = 0;
    QList<Client *> m_clients;
};

} // namespace oshaq::test
