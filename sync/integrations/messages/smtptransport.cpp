// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/messages/smtptransport.h"

#include "sync/client/curllibrary.h"

#include <algorithm>
#include <cstring>

namespace oshaq {

namespace {

constexpr long connectTimeoutMs = 10'000;

bool isClean(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; });
}

/// One conversation, with what libcurl points into.
class Conversation
{
    Q_DISABLE_COPY_MOVE(Conversation)

public:
    Conversation(const CurlLibrary &curl, CURL *easy, const SmtpRequest &request, const std::atomic<bool> &stop)
        : m_curl(&curl)
        , m_easy(easy)
        , m_request(request)
        , m_stop(stop)
    {}
    ~Conversation() { m_curl->slistFreeAll(m_recipients); }

    SmtpReply run()
    {
        if (!prepare()) {
            SmtpReply reply;
            reply.failure = SmtpReply::Failure::Invalid;
            reply.text = QStringLiteral("The mail cannot be sent.");
            return reply;
        }
        return replyOf(m_curl->easyPerform(m_easy));
    }

private:
    bool prepare()
    {
        const QByteArray host = m_request.host.toUtf8();
        if (host.isEmpty() || !isClean(host) || host.contains('/') || host.contains('@') || !isClean(m_request.from) ||
            !isClean(m_request.to))
            return false;
        const bool tls = m_request.security == SmtpRequest::Security::Tls;
        const bool isV6 = host.contains(':') && !host.startsWith('[');
        m_url = (tls ? "smtps://" : "smtp://") + (isV6 ? '[' + host + ']' : host) + ':' +
                QByteArray::number(m_request.port);
        m_from = '<' + m_request.from + '>';
        m_recipients = m_curl->slistAppend(nullptr, ('<' + m_request.to + '>').constData());
        if (!m_recipients)
            return false;

        m_curl->easyReset(m_easy); // keeps the connections
        m_curl->easySetopt(m_easy, CURLOPT_URL, m_url.constData());
        m_curl->easySetopt(m_easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
        m_curl->easySetopt(m_easy, CURLOPT_PROXY, "");
        m_curl->easySetopt(m_easy, CURLOPT_NOSIGNAL, 1L);
        m_curl->easySetopt(m_easy, CURLOPT_CONNECTTIMEOUT_MS, connectTimeoutMs);
        m_curl->easySetopt(m_easy, CURLOPT_TIMEOUT_MS, static_cast<long>(m_request.timeoutMs));
        m_curl->easySetopt(
            m_easy, CURLOPT_USE_SSL,
            static_cast<long>(m_request.security == SmtpRequest::Security::None ? CURLUSESSL_NONE : CURLUSESSL_ALL));
        if (!m_request.caFile.isEmpty()) {
            m_curl->easySetopt(m_easy, CURLOPT_CAINFO, m_request.caFile.constData());
            m_curl->easySetopt(m_easy, CURLOPT_CAPATH, nullptr);
        }
        if (!m_request.user.isEmpty()) {
            m_curl->easySetopt(m_easy, CURLOPT_USERNAME, m_request.user.constData());
            m_curl->easySetopt(m_easy, CURLOPT_PASSWORD, m_request.password.constData());
        }
        m_curl->easySetopt(m_easy, CURLOPT_MAIL_FROM, m_from.constData());
        m_curl->easySetopt(m_easy, CURLOPT_MAIL_RCPT, m_recipients);
        m_curl->easySetopt(m_easy, CURLOPT_UPLOAD, 1L);
        m_curl->easySetopt(m_easy, CURLOPT_READFUNCTION, &Conversation::giveMessage);
        m_curl->easySetopt(m_easy, CURLOPT_READDATA, this);
        m_curl->easySetopt(m_easy, CURLOPT_ERRORBUFFER, m_errorText);
        // The server's own words: libcurl's error says little more than which command failed.
        m_curl->easySetopt(m_easy, CURLOPT_VERBOSE, 1L);
        m_curl->easySetopt(m_easy, CURLOPT_DEBUGFUNCTION, &Conversation::hear);
        m_curl->easySetopt(m_easy, CURLOPT_DEBUGDATA, this);
        m_curl->easySetopt(m_easy, CURLOPT_NOPROGRESS, 0L);
        m_curl->easySetopt(m_easy, CURLOPT_XFERINFOFUNCTION, &Conversation::goOn);
        m_curl->easySetopt(m_easy, CURLOPT_XFERINFODATA, this);
        return true;
    }

    SmtpReply replyOf(CURLcode code) const
    {
        SmtpReply reply;
        if (code == CURLE_OK)
            return reply;
        reply.code = m_complaint.left(3).toInt();
        reply.failure = failureOf(code, reply.code);
        // What it says may name the address, which is not for logs.
        QByteArray said =
            m_complaint.isEmpty() ? QByteArray(m_errorText[0] ? m_errorText : m_curl->easyStrerror(code)) : m_complaint;
        said.replace(m_request.to, "(address)");
        reply.text = QString::fromUtf8(said).simplified();
        return reply;
    }

    static SmtpReply::Failure failureOf(CURLcode code, int complaint)
    {
        using Failure = SmtpReply::Failure;
        switch (code) {
        case CURLE_OPERATION_TIMEDOUT:
            return Failure::Timeout;
        case CURLE_LOGIN_DENIED:
            return complaint >= 400 && complaint < 500 ? Failure::Temporary : Failure::SignIn;
        case CURLE_USE_SSL_FAILED:
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_ISSUER_ERROR:
            return Failure::Tls;
        case CURLE_URL_MALFORMAT:
        case CURLE_UNSUPPORTED_PROTOCOL:
            return Failure::Invalid;
        default:
            break;
        }
        if (complaint >= 500)
            return Failure::Refused;
        return complaint >= 400 ? Failure::Temporary : Failure::Network;
    }

    static std::size_t giveMessage(char *buffer, std::size_t size, std::size_t count, void *self)
    {
        auto *conversation = static_cast<Conversation *>(self);
        const QByteArray &message = conversation->m_request.message;
        const auto room = static_cast<qsizetype>(size * count);
        const qsizetype bytes = std::min(room, message.size() - conversation->m_sent);
        std::memcpy(buffer, message.constData() + conversation->m_sent, static_cast<std::size_t>(bytes));
        conversation->m_sent += bytes;
        return static_cast<std::size_t>(bytes);
    }

    static int hear(CURL *, curl_infotype type, char *data, std::size_t size, void *self)
    {
        // Only what the server says: what we say holds the password.
        if (type != CURLINFO_HEADER_IN)
            return 0;
        const QByteArray line = QByteArray(data, static_cast<qsizetype>(size)).trimmed();
        if (line.size() >= 3 && (line.at(0) == '4' || line.at(0) == '5'))
            static_cast<Conversation *>(self)->m_complaint = line;
        return 0;
    }

    static int goOn(void *self, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
    {
        return static_cast<Conversation *>(self)->m_stop ? 1 : 0;
    }

    const CurlLibrary *const m_curl;
    CURL *m_easy;
    const SmtpRequest &m_request;
    const std::atomic<bool> &m_stop;
    QByteArray m_url;
    QByteArray m_from;
    curl_slist *m_recipients = nullptr;
    qsizetype m_sent = 0;
    QByteArray m_complaint;
    char m_errorText[CURL_ERROR_SIZE] = "";
};

} // namespace

class SmtpTransport::Worker final : public QThread
{
    Q_DISABLE_COPY_MOVE(Worker)

public:
    using Finished = std::function<void(quint64, SmtpReply)>;

    explicit Worker(Finished finished)
        : m_finished(std::move(finished))
    {
        setObjectName(QStringLiteral("mail"));
    }

    ~Worker() override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stop = true;
        }
        m_wake.notify_one();
        wait();
    }

    void submit(quint64 id, SmtpRequest request)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_queue.emplace_back(id, std::move(request));
        }
        m_wake.notify_one();
        if (!isRunning())
            start(); // a hub that sends no mail has no such thread
    }

protected:
    void run() override
    {
        const CurlLibrary *curl = CurlLibrary::get();
        CURL *easy = curl ? curl->easyInit() : nullptr;
        while (true) {
            std::pair<quint64, SmtpRequest> order;
            {
                std::unique_lock lock(m_mutex);
                m_wake.wait(lock, [this] { return m_stop || !m_queue.empty(); });
                if (m_stop)
                    break;
                order = std::move(m_queue.front());
                m_queue.pop_front();
            }
            SmtpReply reply;
            if (easy) {
                reply = Conversation(*curl, easy, order.second, m_stop).run();
            } else {
                reply.failure = SmtpReply::Failure::Network;
                reply.text = QStringLiteral("libcurl cannot be loaded.");
            }
            if (m_stop)
                break;
            // Servers close what is idle, and a mail is too rare to keep a connection for: only a queue shares one.
            const std::lock_guard lock(m_mutex);
            if (m_queue.empty() && easy) {
                curl->easyCleanup(easy);
                easy = curl->easyInit();
            }
            m_finished(order.first, std::move(reply));
        }
        if (easy)
            curl->easyCleanup(easy);
    }

private:
    const Finished m_finished;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::pair<quint64, SmtpRequest>> m_queue;
    std::atomic<bool> m_stop{false};
};

SmtpTransport::SmtpTransport()
{
    m_worker = std::make_unique<Worker>([this](quint64 id, SmtpReply reply) {
        m_mailbox.post([this, id, reply = std::move(reply)] {
            const auto found = m_waiting.find(id);
            if (found == m_waiting.end())
                return;
            const Done done = std::move(found->second);
            m_waiting.erase(found);
            done(reply);
        });
    });
}

SmtpTransport::~SmtpTransport() = default;

void SmtpTransport::send(SmtpRequest request, Done done)
{
    const quint64 id = m_nextId++;
    m_waiting.emplace(id, std::move(done));
    m_worker->submit(id, std::move(request));
}

} // namespace oshaq
