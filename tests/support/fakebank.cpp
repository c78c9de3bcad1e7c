// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakebank.h"

#include "models/runtime/mailbox.h"
#include "sync/protocol/json.h"
#include "tests/support/fakebankserver.h"

#include <QThread>

#include <algorithm>
#include <atomic>
#include <future>

namespace oshaq::test {

/// The bank's thread with its server.
class FakeBank::Thread final : public QThread
{
    Q_DISABLE_COPY_MOVE(Thread)

public:
    explicit Thread(std::shared_ptr<FakeBankBook> book)
        : m_book(std::move(book))
    {
        setObjectName(QStringLiteral("bank"));
    }

    ~Thread() override
    {
        quit();
        wait();
    }

    /// The port; 0: it cannot listen.
    quint16 begin(quint16 port)
    {
        m_wanted = port;
        auto ready = m_ready.get_future();
        start();
        m_port = ready.get();
        return m_port;
    }

    quint16 port() const { return m_port; }

    void setReachable(bool reachable)
    {
        std::promise<void> done;
        auto waiting = done.get_future();
        m_mailbox->post([this, reachable, &done] {
            if (reachable)
                m_server->listen(m_port);
            else
                m_server->close();
            done.set_value();
        });
        waiting.get();
    }

protected:
    void run() override
    {
        Mailbox mailbox;
        FakeBankServer server(*m_book);
        m_mailbox = &mailbox;
        m_server = &server;
        {
            const std::lock_guard lock(m_book->mutex);
            m_book->sendCallback = [&mailbox, &server](const FakeBankBook::Callback &callback) {
                mailbox.post([&server, callback] { server.sendCallback(callback); });
            };
        }
        const bool listens = server.listen(m_wanted);
        m_ready.set_value(listens ? server.port() : 0);
        if (listens)
            exec();
        const std::lock_guard lock(m_book->mutex);
        m_book->sendCallback = {};
    }

private:
    const std::shared_ptr<FakeBankBook> m_book;
    quint16 m_wanted = 0;
    std::atomic<quint16> m_port{0};
    std::promise<quint16> m_ready;
    Mailbox *m_mailbox = nullptr; ///< good once begin() returned
    FakeBankServer *m_server = nullptr;
};

FakeBank::FakeBank()
    : m_book(std::make_shared<FakeBankBook>())
{}

FakeBank::~FakeBank() = default;

bool FakeBank::start(quint16 port)
{
    m_thread = std::make_unique<Thread>(m_book);
    return m_thread->begin(port) != 0;
}

quint16 FakeBank::port() const
{
    return m_thread ? m_thread->port() : 0;
}

QString FakeBank::url() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(port());
}

void FakeBank::setReachable(bool reachable)
{
    m_thread->setReachable(reachable);
}

std::map<QString, QString> FakeBank::config(const QString &postLink) const
{
    std::map<QString, QString> fields{{QStringLiteral("oauth_url"), url() + QStringLiteral("/oauth2/token")},
                                      {QStringLiteral("api_url"), url()},
                                      {QStringLiteral("script_url"), url() + QStringLiteral("/payform/payment-api.js")},
                                      {QStringLiteral("client_id"), clientId()},
                                      {QStringLiteral("terminal_id"), terminalId()}};
    if (!postLink.isEmpty())
        fields[QStringLiteral("post_link")] = postLink;
    return fields;
}

std::map<QString, QString> FakeBank::secrets() const
{
    return {{QStringLiteral("client_secret"), clientSecret()}};
}

QByteArray FakeBank::integrationBody(qint64 version, const QString &postLink) const
{
    JsonWriter json;
    json.beginObject();
    json.key("enabled").value(true);
    json.key("config").beginObject();
    for (const auto &[key, value] : config(postLink))
        json.key(key.toLatin1()).value(value);
    json.endObject();
    json.key("secrets").beginObject();
    for (const auto &[key, value] : secrets())
        json.key(key.toLatin1()).value(value);
    json.endObject();
    json.key("version").value(version);
    json.endObject();
    return json.take();
}

void FakeBank::next(BankAsk ask, const BankTurn &turn)
{
    const std::lock_guard lock(m_book->mutex);
    m_book->queued[ask].push_back(turn);
}

void FakeBank::always(BankAsk ask, const BankTurn &turn)
{
    const std::lock_guard lock(m_book->mutex);
    m_book->standing[ask] = turn;
}

void FakeBank::decide(std::function<BankTurn(BankAsk, qint64)> decider)
{
    const std::lock_guard lock(m_book->mutex);
    m_book->decider = std::move(decider);
}

void FakeBank::setCallbacks(const BankCallbacks &callbacks)
{
    const std::lock_guard lock(m_book->mutex);
    m_book->callbacks = callbacks;
}

void FakeBank::setLies(const BankLies &lies)
{
    const std::lock_guard lock(m_book->mutex);
    m_book->lies = lies;
}

void FakeBank::setHoldsFirst(bool holdsFirst)
{
    const std::lock_guard lock(m_book->mutex);
    m_book->holdsFirst = holdsFirst;
}

bool FakeBank::atPage(const QByteArray &parameters, GuestAct act)
{
    return actAtPage(*m_book, parameters, act);
}

bool FakeBank::answerGuest(qint64 invoice, bool yes)
{
    return m_book->answerGuest(invoice, yes);
}

std::vector<BankEntry> FakeBank::book() const
{
    const std::lock_guard lock(m_book->mutex);
    return m_book->entries;
}

std::vector<BankEntry> FakeBank::entriesOf(qint64 invoice) const
{
    std::vector<BankEntry> entries = book();
    std::erase_if(entries, [invoice](const BankEntry &entry) { return entry.invoice != invoice; });
    return entries;
}

int FakeBank::chargedTimes(qint64 invoice) const
{
    const auto entries = entriesOf(invoice);
    return int(std::count_if(entries.begin(), entries.end(), [](const BankEntry &entry) { return entry.isTaken(); }));
}

qint64 FakeBank::keptMinor(qint64 invoice) const
{
    qint64 kept = 0;
    for (const BankEntry &entry : entriesOf(invoice)) {
        if (entry.isTaken())
            kept += entry.amountMinor - entry.refundedMinor;
    }
    return kept;
}

int FakeBank::asked(BankAsk ask) const
{
    const std::lock_guard lock(m_book->mutex);
    const auto found = m_book->counts.find(ask);
    return found == m_book->counts.end() ? 0 : found->second;
}

std::vector<int> FakeBank::callbackAnswers() const
{
    const std::lock_guard lock(m_book->mutex);
    return m_book->callbackAnswers;
}

std::vector<QString> FakeBank::complaints() const
{
    const std::lock_guard lock(m_book->mutex);
    return m_book->complaints;
}

} // namespace oshaq::test
