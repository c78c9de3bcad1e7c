// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakebankserver.h"

#include "models/domain/bankcallback.h"
#include "models/domain/money.h"
#include "sync/protocol/json.h"

#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <array>

namespace oshaq::test {

namespace {

using Does = BankTurn::Does;
using Says = BankTurn::Says;
using Answer = FakeBankBook::Answer;

/// The bank's own script: it sends the guest to the bank's page.
constexpr char script[] = R"((function () {
  var base = document.currentScript.src.replace(/\/payform\/.*/, "");
  window.halyk = { pay: function (parameters) {
    var form = document.createElement("form");
    form.method = "POST";
    form.action = base + "/page";
    var field = document.createElement("input");
    field.type = "hidden";
    field.name = "parameters";
    field.value = JSON.stringify(parameters);
    form.appendChild(field);
    document.body.appendChild(form);
    form.submit();
  } };
})();
)";

QMap<QString, QString> fieldsOf(const QByteArray &form)
{
    QMap<QString, QString> fields;
    for (const QByteArray &pair : form.split('&')) {
        const qsizetype equals = pair.indexOf('=');
        const auto text = [](QByteArray part) { return QUrl::fromPercentEncoding(part.replace('+', ' ')); };
        if (equals > 0)
            fields.insert(text(pair.left(equals)), text(pair.mid(equals + 1)));
    }
    return fields;
}

std::optional<qint64> minorOf(const QByteArray &text, const QString &currency)
{
    const auto known = Currency::fromCode(currency);
    const auto minor = known ? parseMajorUnits(text, *known) : Result<qint64>(known.error());
    return minor ? std::optional(*minor) : std::nullopt;
}

/// The page as a guest sees it, without any card: this bank is for trying out.
QByteArray pageHtml(const QString &parameters, const QString &what)
{
    const QString field =
        QStringLiteral("<input type=hidden name=parameters value=\"%1\">").arg(parameters.toHtmlEscaped());
    QString html =
        QStringLiteral("<!doctype html><meta charset=utf-8><meta name=viewport content=\"width=device-width\">"
                       "<title>Test bank</title><style>body{font:18px sans-serif;margin:2em;max-width:30em}"
                       "button{font:inherit;padding:.8em 1.2em;margin:.3em 0;display:block;width:100%}</style>"
                       "<h1>Test bank</h1><p>%1</p><p>No money moves here.</p>")
            .arg(what.toHtmlEscaped());
    const std::array acts{std::pair("pay", "Pay"), std::pair("decline", "Be declined"), std::pair("leave", "Go away")};
    for (const auto &[act, label] : acts) {
        html += QStringLiteral("<form method=post action=/page/act>%1<button name=act value=%2>%3</button></form>")
                    .arg(field, QLatin1String(act), QLatin1String(label));
    }
    return html.toUtf8();
}

} // namespace

FakeBankServer::FakeBankServer(FakeBankBook &book)
    : m_book(book)
    , m_transport(m_wire)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            m_sockets.append(socket);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_input.remove(socket);
                m_sockets.removeAll(socket);
                socket->deleteLater();
            });
        }
    });
}

FakeBankServer::~FakeBankServer()
{
    close();
}

bool FakeBankServer::listen(quint16 port)
{
    if (!m_server.isListening() && !m_server.listen(QHostAddress::LocalHost, port))
        return false;
    m_port = m_server.serverPort();
    return true;
}

void FakeBankServer::close()
{
    m_server.close();
    const auto sockets = std::exchange(m_sockets, {});
    for (const QPointer<QTcpSocket> &socket : sockets) {
        if (socket)
            socket->abort();
    }
}

void FakeBankServer::read(QTcpSocket *socket)
{
    QByteArray &input = m_input[socket];
    input += socket->readAll();
    const qsizetype end = input.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    Request request;
    const QList<QByteArray> lines = input.left(end).split('\n');
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (input.size() < end + 4 + length)
        return;
    const QList<QByteArray> first = lines.front().trimmed().split(' ');
    request.method = first.value(0);
    const QUrl url = QUrl::fromEncoded(first.value(1));
    request.path = url.path();
    for (const auto &[name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded))
        request.query.insert(name, value);
    request.body = input.mid(end + 4, length);
    input.remove(0, end + 4 + length);
    serve(socket, request);
}

void FakeBankServer::serve(QTcpSocket *socket, const Request &request)
{
    const bool isPost = request.method == "POST";
    const QString &path = request.path;
    const QString statusPath = QStringLiteral("/check-status/payment/transaction/");
    if (isPost && path == u"/oauth2/token") {
        const QMap<QString, QString> fields = fieldsOf(request.body);
        const BankTurn turn =
            m_book.turnOf(BankAsk::Token, bankInvoiceFromText(fields.value(QStringLiteral("invoiceID"))));
        return answer(socket, turn, token(request, turn));
    }
    if (path == u"/payform/payment-api.js")
        return write(socket, 200, script, "text/javascript");
    if (isPost && (path == u"/page" || path == u"/page/act"))
        return page(socket, request);
    if (isPost && path == u"/payments/cards/auth")
        return payWithCard(socket, request);
    if (path.startsWith(statusPath)) {
        const qint64 invoice = bankInvoiceFromText(path.mid(statusPath.size()));
        const BankTurn turn = m_book.turnOf(BankAsk::Status, invoice);
        if (!m_book.take(tokenOf(request), nullptr))
            return write(socket, 401, "{}");
        return answer(socket, turn, m_book.statusAnswer(invoice));
    }
    if (isPost && (path.startsWith(u"/operation/") || path.startsWith(u"/card/deactivate/")))
        return operation(socket, request);
    write(socket, 404, R"({"code":100,"message":"no such path"})");
}

FakeBankBook::Answer FakeBankServer::token(const Request &request, const BankTurn &turn)
{
    const QMap<QString, QString> fields = fieldsOf(request.body);
    const auto field = [&fields](const char *name) { return fields.value(QString::fromLatin1(name)); };
    if (turn.does == Does::Declines || field("client_id") != FakeBank::clientId() ||
        field("client_secret") != FakeBank::clientSecret() || field("grant_type") != u"client_credentials")
        return {401, R"({"error":"invalid_client","error_description":"Client authentication failed"})"};
    FakeBankBook::Token made;
    made.terminalId = field("terminal");
    made.invoice = bankInvoiceFromText(field("invoiceID"));
    made.currency = field("currency");
    made.amountMinor = minorOf(field("amount").toLatin1(), made.currency).value_or(0);
    made.postLink = field("postLink");
    made.secretHash = field("secret_hash");
    JsonWriter json;
    json.beginObject();
    json.key("access_token").value(m_book.giveToken(made));
    json.key("expires_in").value(7200);
    json.key("refresh_token").value(QString());
    json.key("scope").value(field("scope"));
    json.key("token_type").value(QStringLiteral("Bearer"));
    json.endObject();
    return {200, json.take()};
}

QString FakeBankServer::tokenOf(const Request &request) const
{
    const QByteArray header = request.headers.value("authorization");
    return header.startsWith("Bearer ") ? QString::fromLatin1(header.mid(7)) : QString();
}

void FakeBankServer::payWithCard(QTcpSocket *socket, const Request &request)
{
    const auto json = parseJson(request.body);
    if (!json)
        return write(socket, 400, R"({"code":100,"message":"no JSON"})");
    FakeBankBook::Payment payment;
    payment.invoice = bankInvoiceFromText((*json)[u"invoiceId"].string());
    payment.currency = (*json)[u"currency"].string();
    payment.amountMinor = minorOf((*json)[u"amount"].numberText(), payment.currency).value_or(0);
    payment.accountId = (*json)[u"accountId"].string();
    payment.cardId = (*json)[u"cardId"][u"id"].string();
    const BankTurn turn = m_book.turnOf(BankAsk::Card, payment.invoice);
    const auto token = m_book.take(tokenOf(request), &payment);
    if (!token || turn.says == Says::TurnsAway)
        return write(socket, 401, "{}");
    Answer truth{400, R"({"code":462,"message":"Transaction declined"})"};
    if (turn.does != Does::Nothing) {
        const BankEntry entry = m_book.pay(*token, payment, turn.does);
        if (entry.state != BankEntry::State::Rejected) {
            const bool asks = entry.state == BankEntry::State::Waiting;
            JsonWriter out;
            out.beginObject();
            out.key("id").value(entry.id);
            out.key("invoiceID").value(bankInvoiceText(entry.invoice));
            out.key("amount").raw((*json)[u"amount"].numberText());
            out.key("currency").value(entry.currency);
            out.key("code").value(0);
            out.key("status").value(asks ? QStringLiteral("3D") : QStringLiteral("AUTH"));
            out.key("secure3D");
            if (asks)
                out.beginObject().key("action").value(QStringLiteral("/3d")).endObject();
            else
                out.null();
            out.endObject();
            truth = {200, out.take()};
        }
    }
    answer(socket, turn, truth);
}

void FakeBankServer::operation(QTcpSocket *socket, const Request &request)
{
    const QStringList parts = request.path.split(u'/', Qt::SkipEmptyParts);
    const bool isCard = parts.value(0) == u"card";
    const QString verb = isCard ? QString() : parts.value(2);
    const QString id = isCard ? parts.value(2) : parts.value(1);
    const BankAsk ask = isCard              ? BankAsk::Forget
                        : verb == u"charge" ? BankAsk::Charge
                        : verb == u"cancel" ? BankAsk::Cancel
                                            : BankAsk::Refund;
    const BankTurn turn = m_book.turnOf(ask, 0);
    if (!m_book.take(tokenOf(request), nullptr) || turn.says == Says::TurnsAway)
        return write(socket, 401, "{}");
    Answer truth{400, R"({"code":100,"message":"declined"})"};
    if (turn.does == Does::Works) {
        const QString amount = request.query.value(QStringLiteral("amount"));
        truth = isCard ? m_book.forget(id)
                       : m_book.operate(id, verb, minorOf(amount.toLatin1(), QStringLiteral("KZT")),
                                        request.query.value(QStringLiteral("externalID")));
    }
    answer(socket, turn, truth);
}

void FakeBankServer::page(QTcpSocket *socket, const Request &request)
{
    const QMap<QString, QString> fields = fieldsOf(request.body);
    const QString parameters = fields.value(QStringLiteral("parameters"));
    const auto json = parseJson(parameters.toUtf8());
    if (!json || !json->isObject())
        return write(socket, 400, "No parameters.", "text/plain; charset=utf-8");
    const QString what = QStringLiteral("%1 %2: %3")
                             .arg(QString::fromLatin1((*json)[u"amount"].numberText()), (*json)[u"currency"].string(),
                                  (*json)[u"description"].string());
    if (request.path == u"/page")
        return write(socket, 200, pageHtml(parameters, what), "text/html; charset=utf-8");
    const QString act = fields.value(QStringLiteral("act"));
    const FakeBank::GuestAct does = act == u"pay"       ? FakeBank::GuestAct::Pays
                                    : act == u"decline" ? FakeBank::GuestAct::IsDeclined
                                                        : FakeBank::GuestAct::GoesAway;
    if (!actAtPage(m_book, parameters.toUtf8(), does))
        return write(socket, 409, "This payment is over. Begin again at the restaurant.", "text/plain; charset=utf-8");
    const QUrl back((*json)[u"backLink"].string());
    if (back.scheme() == u"http" || back.scheme() == u"https")
        return write(socket, 303, {}, "text/plain", back.toEncoded());
    write(socket, 200, "Done. You can close this page.", "text/plain; charset=utf-8");
}

void FakeBankServer::answer(QTcpSocket *socket, const BankTurn &turn, const Answer &truth)
{
    // Closing the bank, or the other side's patience, may end the socket before.
    QTimer::singleShot(turn.afterMs, this, [this, socket = QPointer(socket), says = turn.says, truth] {
        if (!socket)
            return;
        switch (says) {
        case Says::Truth:
            return write(socket, truth.status, truth.body);
        case Says::Silence:
            return;
        case Says::HangsUp:
            return socket->abort();
        case Says::Fails:
            return write(socket, 500, "{}");
        case Says::NotFinal:
            return write(socket, 400, R"({"code":454,"message":"not final"})");
        case Says::Nonsense:
            return write(socket, 200, "<html>maintenance</html>", "text/html");
        case Says::TurnsAway:
            return write(socket, 401, "{}");
        case Says::Busy:
            return write(socket, 503, "{}");
        }
    });
}

void FakeBankServer::write(QTcpSocket *socket, int status, const QByteArray &body, const QByteArray &type,
                           const QByteArray &location)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Status\r\nContent-Type: " + type + "\r\n";
    if (!location.isEmpty())
        head += "Location: " + location + "\r\n";
    socket->write(head + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

void FakeBankServer::sendCallback(const FakeBankBook::Callback &callback)
{
    m_scheduler.after(callback.afterMs, [this, callback] {
        WireRequest request;
        request.method = "POST";
        request.url = callback.url.toUtf8();
        request.headers = {{"Content-Type", "application/json"}};
        request.body = callback.body;
        m_transport.send(std::move(request), [this](const WireReply &reply) {
            const std::lock_guard lock(m_book.mutex);
            m_book.callbackAnswers.push_back(reply.status);
        });
    });
}

bool actAtPage(FakeBankBook &book, const QByteArray &parameters, FakeBank::GuestAct act)
{
    if (act == FakeBank::GuestAct::GoesAway)
        return true;
    const auto json = parseJson(parameters);
    if (!json)
        return false;
    FakeBankBook::Payment payment;
    payment.invoice = bankInvoiceFromText((*json)[u"invoiceId"].string());
    payment.currency = (*json)[u"currency"].string();
    payment.amountMinor = minorOf((*json)[u"amount"].numberText(), payment.currency).value_or(0);
    payment.accountId = (*json)[u"accountId"].string();
    payment.keepCard = (*json)[u"cardSave"].boolean();
    BankTurn turn = book.turnOf(BankAsk::Page, payment.invoice);
    const auto token = book.take((*json)[u"auth"][u"access_token"].string(), &payment);
    if (!token || payment.invoice == 0 || payment.amountMinor <= 0)
        return false;
    if (act == FakeBank::GuestAct::IsDeclined)
        turn.does = Does::Declines;
    if (turn.does != Does::Nothing)
        book.pay(*token, payment, turn.does);
    return true;
}

} // namespace oshaq::test
