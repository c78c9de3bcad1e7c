// SPDX-License-Identifier: GPL-3.0-or-later
//
// oshaq_drillplaces printer|internet PORT HISTORY: what a hub talks to besides its screens. A network printer that is
// well, and a program on the internet that hears webhooks. Each writes what came, one JSON object a line, before it
// answers.

#include "sync/printing/escpos.h"
#include "sync/protocol/json.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QHostAddress>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>

#include <cstdio>
#include <map>

using namespace oshaq;

namespace {

class Place : public QObject
{
    Q_DISABLE_COPY_MOVE(Place)

public:
    Place()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { hear(socket, &m_heard[socket]); });
                connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                    m_heard.erase(socket);
                    socket->deleteLater();
                });
            }
        });
    }

    bool open(quint16 port, const QString &history)
    {
        m_history.setFileName(history);
        return m_history.open(QIODevice::WriteOnly | QIODevice::Append) && m_server.listen(QHostAddress::Any, port);
    }

protected:
    virtual void hear(QTcpSocket *socket, QByteArray *heard) = 0;

    void write(JsonWriter &json)
    {
        m_history.write(json.take() + '\n');
        m_history.flush();
    }

private:
    QTcpServer m_server;
    QFile m_history;
    std::map<QTcpSocket *, QByteArray> m_heard;
};

JsonWriter line(const char *what)
{
    JsonWriter json;
    json.beginObject();
    json.key("t").value(QDateTime::currentMSecsSinceEpoch());
    json.key("what").value(QString::fromLatin1(what));
    return json;
}

class PaperPlace final : public Place
{
    void hear(QTcpSocket *socket, QByteArray *heard) override
    {
        heard->append(socket->readAll());
        const QByteArray question = escpos::statusQuery();
        const QByteArray end = escpos::endQuery();
        if (heard->endsWith(end)) {
            JsonWriter json = line("paper");
            json.key("bytes").value(qint64(heard->size()));
            json.endObject();
            write(json);
            heard->clear();
            socket->write(QByteArray(1, '\0'));
        } else if (*heard == question || heard->endsWith(question)) {
            heard->chop(question.size());
            socket->write("\x12\x12\x12\x12");
        }
    }
};

class InternetPlace final : public Place
{
    void hear(QTcpSocket *socket, QByteArray *heard) override
    {
        heard->append(socket->readAll());
        static const QRegularExpression length(QStringLiteral("\r\ncontent-length: *(\\d+)"),
                                               QRegularExpression::CaseInsensitiveOption);
        for (;;) {
            const qsizetype headEnd = heard->indexOf("\r\n\r\n");
            if (headEnd < 0)
                return;
            const auto match = length.match(QString::fromLatin1(heard->left(headEnd)));
            const qsizetype size = headEnd + 4 + (match.hasMatch() ? match.captured(1).toLongLong() : 0);
            if (heard->size() < size)
                return;
            const auto event = parseJson(heard->mid(headEnd + 4, size - headEnd - 4));
            heard->remove(0, size);
            if (event) {
                JsonWriter json = line("event");
                json.key("id").value((*event)[u"id"].string());
                json.key("order_id").value((*event)[u"change"][u"id"].integer());
                json.endObject();
                write(json);
            }
            socket->write("HTTP/1.1 204 No Content\r\n\r\n");
        }
    }
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString what = arguments.value(1);
    if (arguments.size() != 4 || (what != QLatin1String("printer") && what != QLatin1String("internet"))) {
        std::fputs("usage: oshaq_drillplaces printer|internet PORT HISTORY\n", stderr);
        return 2;
    }
    PaperPlace printer;
    InternetPlace internet;
    Place &place = what == QLatin1String("printer") ? static_cast<Place &>(printer) : internet;
    if (!place.open(quint16(arguments[2].toUInt()), arguments[3])) {
        std::fputs("oshaq_drillplaces: the port is taken, or the history cannot be written\n", stderr);
        return 1;
    }
    return QCoreApplication::exec();
}
