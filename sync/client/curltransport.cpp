// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/curltransport.h"

#include "sync/client/curllibrary.h"

#include <QElapsedTimer>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace oshaq {

namespace {

constexpr long maxConnections = 16;
constexpr long maxConnectionsPerHost = 8;
constexpr qint64 maxHeaderBytes = 64 * 1024;
constexpr int idlePollMs = 60'000;
/// No screen shows progress more often.
constexpr qint64 progressEveryMs = 100;

bool isClean(QByteArrayView text)
{
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            return false;
    }
    return true;
}

WireReply::Failure failureOf(CURLcode code)
{
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return WireReply::Failure::Timeout;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return WireReply::Failure::Invalid;
    default:
        return WireReply::Failure::Network;
    }
}

/// One request on its way, with what libcurl points into.
class Transfer
{
    Q_DISABLE_COPY_MOVE(Transfer)

public:
    Transfer(WireRequest request, WireThread::Finished finished)
        : m_request(std::move(request))
        , m_finished(std::move(finished))
    {}

    ~Transfer()
    {
        if (!m_curl)
            return; // it was never prepared
        m_curl->easyCleanup(m_easy);
        m_curl->slistFreeAll(m_headers);
    }

    CURL *easy() const { return m_easy; }

    /// False: it cannot be sent; finish() says why.
    bool prepare(const CurlLibrary &curl, quint64 id)
    {
        m_curl = &curl;
        m_easy = m_curl->easyInit();
        if (!m_easy)
            return false;
        if (!isClean(m_request.url) || !isClean(m_request.method) || (m_request.asksStranger && tellsSecrets()))
            return false;
        for (const auto &[name, value] : m_request.headers) {
            if (!isClean(name) || !isClean(value) || !append(name + ": " + value))
                return false;
        }
        // Without it libcurl may wait a second for a 100 before it sends a large body.
        if (!append("Expect:"))
            return false;

        m_curl->easySetopt(m_easy, CURLOPT_PRIVATE, reinterpret_cast<void *>(static_cast<quintptr>(id)));
        m_curl->easySetopt(m_easy, CURLOPT_URL, m_request.url.constData());
        m_curl->easySetopt(m_easy, CURLOPT_PROTOCOLS_STR, "http,https");
        m_curl->easySetopt(m_easy, CURLOPT_FOLLOWLOCATION, 0L);
        m_curl->easySetopt(m_easy, CURLOPT_PROXY, "");
        m_curl->easySetopt(m_easy, CURLOPT_NOSIGNAL, 1L);
        m_curl->easySetopt(m_easy, CURLOPT_TCP_KEEPALIVE, 1L);
        m_curl->easySetopt(m_easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        m_curl->easySetopt(m_easy, CURLOPT_USERAGENT, "oshaq/" OSHAQ_VERSION);
        m_curl->easySetopt(m_easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_request.connectTimeoutMs));
        m_curl->easySetopt(m_easy, CURLOPT_TIMEOUT_MS, static_cast<long>(m_request.totalTimeoutMs));
        if (m_request.stallTimeoutMs > 0) {
            m_curl->easySetopt(m_easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
            m_curl->easySetopt(m_easy, CURLOPT_LOW_SPEED_TIME,
                               static_cast<long>(std::max(m_request.stallTimeoutMs / 1000, 1)));
        }
        m_curl->easySetopt(m_easy, CURLOPT_HTTPHEADER, m_headers);
        if (!m_request.caFile.isEmpty()) {
            m_curl->easySetopt(m_easy, CURLOPT_CAINFO, m_request.caFile.constData());
            m_curl->easySetopt(m_easy, CURLOPT_CAPATH, nullptr);
        }
        if (m_request.onlyOnce) {
            m_curl->easySetopt(m_easy, CURLOPT_FRESH_CONNECT, 1L);
            m_curl->easySetopt(m_easy, CURLOPT_FORBID_REUSE, 1L);
        }
        if (m_request.asksStranger) {
            m_curl->easySetopt(m_easy, CURLOPT_SSL_VERIFYPEER, 0L);
            m_curl->easySetopt(m_easy, CURLOPT_SSL_VERIFYHOST, 0L);
        }
        m_curl->easySetopt(m_easy, CURLOPT_ERRORBUFFER, m_errorText);
        m_curl->easySetopt(m_easy, CURLOPT_WRITEFUNCTION, &Transfer::takeBody);
        m_curl->easySetopt(m_easy, CURLOPT_WRITEDATA, this);
        m_curl->easySetopt(m_easy, CURLOPT_HEADERFUNCTION, &Transfer::takeHeader);
        m_curl->easySetopt(m_easy, CURLOPT_HEADERDATA, this);

        if (m_request.method == "HEAD") {
            m_curl->easySetopt(m_easy, CURLOPT_NOBODY, 1L);
        } else if (m_request.method != "GET" || !m_request.body.isEmpty()) {
            // POSTFIELDS points into our copy of the body, which lives as long as the transfer.
            m_curl->easySetopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
            m_curl->easySetopt(m_easy, CURLOPT_POSTFIELDS, m_request.body.constData());
            m_curl->easySetopt(m_easy, CURLOPT_CUSTOMREQUEST, m_request.method.constData());
        }
        return true;
    }

    /// It will never be one that can be sent.
    void finishInvalid() { finishUnsent(WireReply::Failure::Invalid, QStringLiteral("The request cannot be sent.")); }
    /// Nothing can be sent from here.
    void finishWithoutCurl() { finishUnsent(WireReply::Failure::Network, QStringLiteral("libcurl cannot be loaded.")); }

    void finish(CURLcode code)
    {
        // An answer without a body never reached takeBody().
        if (code == CURLE_OK && takesFile() && !(beginFile() && m_request.sink->end()))
            m_notKept = true;
        if (m_notKept) {
            m_reply.failure = WireReply::Failure::NotKept;
            m_reply.failureText = QStringLiteral("What came could not be kept.");
        } else if (m_tooLarge) {
            m_reply = {};
            m_reply.failure = WireReply::Failure::TooLarge;
            m_reply.failureText = QStringLiteral("The answer has more than %1 bytes.").arg(m_request.maxResponseBytes);
        } else if (code != CURLE_OK) {
            m_reply = {};
            m_reply.failure = isForeign(code) ? WireReply::Failure::Untrusted : failureOf(code);
            m_reply.failureText = QString::fromUtf8(m_errorText[0] ? m_errorText : m_curl->easyStrerror(code));
            long written = 0;
            m_curl->easyGetinfo(m_easy, CURLINFO_REQUEST_SIZE, &written);
            m_reply.mayHaveArrived = written > 0;
        } else {
            long status = 0;
            m_curl->easyGetinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
            m_reply.status = static_cast<int>(status);
        }
        // From here on it is its owner's alone.
        m_request.sink.reset();
        m_finished(std::move(m_reply));
    }

private:
    void finishUnsent(WireReply::Failure failure, const QString &text)
    {
        m_reply.failure = failure;
        m_reply.failureText = text;
        m_reply.mayHaveArrived = false;
        m_request.sink.reset(); // from here on it is its owner's alone
        m_finished(std::move(m_reply));
    }

    bool tellsSecrets() const
    {
        return m_request.method != "GET" || !m_request.body.isEmpty() ||
               std::any_of(m_request.headers.begin(), m_request.headers.end(), [](const auto &header) {
                   return header.first.compare("authorization", Qt::CaseInsensitive) == 0;
               });
    }

    /// Of a trusted CA's certificate that is too old, too new or of another name nobody says that it is a stranger's.
    bool isForeign(CURLcode code) const
    {
        if (code != CURLE_PEER_FAILED_VERIFICATION)
            return false;
        long verdict = 0;
        m_curl->easyGetinfo(m_easy, CURLINFO_SSL_VERIFYRESULT, &verdict);
        constexpr long notYetValid = 9; // X509_V_ERR_CERT_NOT_YET_VALID
        constexpr long expired = 10;    // X509_V_ERR_CERT_HAS_EXPIRED
        return verdict != 0 && verdict != notYetValid && verdict != expired;
    }

    bool append(const QByteArray &line)
    {
        curl_slist *longer = m_curl->slistAppend(m_headers, line.constData());
        if (!longer)
            return false;
        m_headers = longer;
        return true;
    }

    /// A success that goes to a sink.
    bool takesFile()
    {
        if (!m_request.sink)
            return false;
        long status = 0;
        m_curl->easyGetinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
        m_reply.status = static_cast<int>(status);
        return status >= 200 && status < 300;
    }

    bool beginFile()
    {
        if (m_begun)
            return !m_notKept;
        m_begun = true;
        m_sinceProgress.start();
        m_notKept = !m_request.sink->begin(m_reply);
        return !m_notKept;
    }

    bool keep(QByteArrayView bytes)
    {
        if (!beginFile() || !m_request.sink->write(bytes)) {
            m_notKept = true;
            return false;
        }
        m_keptBytes += bytes.size();
        if (m_request.progress && m_sinceProgress.hasExpired(progressEveryMs)) {
            m_sinceProgress.restart();
            m_request.progress(m_keptBytes, m_reply.header("content-length").toLongLong());
        }
        return true;
    }

    static std::size_t takeBody(char *data, std::size_t, std::size_t size, void *self)
    {
        auto *transfer = static_cast<Transfer *>(self);
        const auto bytes = static_cast<qsizetype>(size);
        if (transfer->takesFile())
            return transfer->keep(QByteArrayView(data, bytes)) ? size : 0;
        if (transfer->m_reply.body.size() + bytes > transfer->m_request.maxResponseBytes) {
            transfer->m_tooLarge = true;
            return 0;
        }
        transfer->m_reply.body.append(data, bytes);
        return size;
    }

    static std::size_t takeHeader(char *data, std::size_t, std::size_t size, void *self)
    {
        auto *transfer = static_cast<Transfer *>(self);
        const QByteArrayView line(data, static_cast<qsizetype>(size));
        transfer->m_headerBytes += line.size();
        if (transfer->m_headerBytes > maxHeaderBytes) {
            transfer->m_tooLarge = true;
            return 0;
        }
        if (line.startsWith("HTTP/")) {
            transfer->m_reply.headers.clear(); // what came before was an interim answer
            return size;
        }
        const qsizetype colon = line.indexOf(':');
        if (colon > 0) {
            transfer->m_reply.headers.append(
                {line.first(colon).trimmed().toByteArray().toLower(), line.sliced(colon + 1).trimmed().toByteArray()});
        }
        return size;
    }

    WireRequest m_request;
    WireThread::Finished m_finished;
    WireReply m_reply;
    const CurlLibrary *m_curl = nullptr;
    CURL *m_easy = nullptr;
    curl_slist *m_headers = nullptr;
    char m_errorText[CURL_ERROR_SIZE] = "";
    qint64 m_headerBytes = 0;
    bool m_tooLarge = false;
    bool m_begun = false; ///< the sink has the head
    bool m_notKept = false;
    qint64 m_keptBytes = 0;
    QElapsedTimer m_sinceProgress;
};

} // namespace

class WireThread::Engine
{
    Q_DISABLE_COPY_MOVE(Engine)

public:
    Engine() = default;

    ~Engine()
    {
        if (!m_multi)
            return;
        for (auto &[id, transfer] : m_transfers)
            m_curl->multiRemoveHandle(m_multi, transfer->easy());
        m_transfers.clear();
        m_curl->multiCleanup(m_multi);
    }

    quint64 submit(WireRequest request, Finished finished)
    {
        const std::lock_guard lock(m_mutex);
        const quint64 id = m_nextId++;
        m_orders.push_back({id, std::make_unique<Transfer>(std::move(request), std::move(finished))});
        wake();
        return id;
    }

    void cancel(quint64 id)
    {
        const std::lock_guard lock(m_mutex);
        m_orders.push_back({id, nullptr});
        wake();
    }

    void stop()
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
        wake();
    }

    void run()
    {
        {
            std::unique_lock lock(m_mutex);
            m_came.wait(lock, [this] { return m_stop || !m_orders.empty(); });
            if (m_stop)
                return;
        }
        if (!loadCurl())
            return refuseAll();
        while (takeOrders()) {
            int running = 0;
            m_curl->multiPerform(m_multi, &running);
            finishDone();
            m_curl->multiPoll(m_multi, nullptr, 0, idlePollMs, nullptr);
        }
    }

private:
    /// Null transfer: cancel the one of that number.
    struct Order
    {
        quint64 id = 0;
        std::unique_ptr<Transfer> transfer;
    };

    /// Under the mutex.
    void wake()
    {
        m_came.notify_one();
        if (m_multi)
            m_curl->multiWakeup(m_multi);
    }

    /// What is only needed once something is sent. False: nothing can be.
    bool loadCurl()
    {
        const CurlLibrary *curl = CurlLibrary::get();
        CURLM *multi = curl ? curl->multiInit() : nullptr;
        if (!multi)
            return false;
        curl->multiSetopt(multi, CURLMOPT_MAXCONNECTS, maxConnections);
        curl->multiSetopt(multi, CURLMOPT_MAX_HOST_CONNECTIONS, maxConnectionsPerHost);
        const std::lock_guard lock(m_mutex);
        m_curl = curl;
        m_multi = multi;
        return true;
    }

    void refuseAll()
    {
        for (;;) {
            std::deque<Order> orders;
            {
                std::unique_lock lock(m_mutex);
                m_came.wait(lock, [this] { return m_stop || !m_orders.empty(); });
                if (m_stop)
                    return;
                orders.swap(m_orders);
            }
            for (Order &order : orders) {
                if (order.transfer)
                    order.transfer->finishWithoutCurl();
            }
        }
    }

    bool takeOrders()
    {
        std::deque<Order> orders;
        {
            const std::lock_guard lock(m_mutex);
            if (m_stop)
                return false;
            orders.swap(m_orders);
        }
        for (Order &order : orders) {
            if (order.transfer)
                begin(order.id, std::move(order.transfer));
            else
                remove(order.id);
        }
        return true;
    }

    void begin(quint64 id, std::unique_ptr<Transfer> transfer)
    {
        if (!transfer->prepare(*m_curl, id) || m_curl->multiAddHandle(m_multi, transfer->easy()) != CURLM_OK) {
            transfer->finishInvalid();
            return;
        }
        m_transfers.emplace(id, std::move(transfer));
    }

    std::unique_ptr<Transfer> remove(quint64 id)
    {
        const auto found = m_transfers.find(id);
        if (found == m_transfers.end())
            return nullptr;
        std::unique_ptr<Transfer> transfer = std::move(found->second);
        m_transfers.erase(found);
        m_curl->multiRemoveHandle(m_multi, transfer->easy());
        return transfer;
    }

    void finishDone()
    {
        int left = 0;
        while (const CURLMsg *message = m_curl->multiInfoRead(m_multi, &left)) {
            if (message->msg != CURLMSG_DONE)
                continue;
            const CURLcode code = message->data.result;
            void *id = nullptr;
            m_curl->easyGetinfo(message->easy_handle, CURLINFO_PRIVATE, &id);
            // The message is gone with its handle, so everything was copied out of it before.
            if (const auto transfer = remove(reinterpret_cast<quintptr>(id)))
                transfer->finish(code);
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_came;
    std::deque<Order> m_orders;
    const CurlLibrary *m_curl = nullptr; ///< with m_multi once something was to be sent: set by the wire thread alone
    CURLM *m_multi = nullptr;
    quint64 m_nextId = 1;
    bool m_stop = false;
    std::unordered_map<quint64, std::unique_ptr<Transfer>> m_transfers; // wire thread only
};

WireThread::WireThread(QObject *parent)
    : QThread(parent)
    , m_engine(std::make_unique<Engine>())
{
    setObjectName(QStringLiteral("wire"));
    start();
}

WireThread::~WireThread()
{
    m_engine->stop();
    wait();
}

quint64 WireThread::submit(WireRequest request, Finished finished)
{
    return m_engine->submit(std::move(request), std::move(finished));
}

void WireThread::cancel(quint64 id)
{
    m_engine->cancel(id);
}

void WireThread::run()
{
    m_engine->run();
}

CurlTransport::CurlTransport(WireThread &wire)
    : m_wire(wire)
    , m_door(std::make_shared<Door>())
{
    m_door->mailbox = &m_mailbox;
}

CurlTransport::~CurlTransport()
{
    {
        const std::lock_guard lock(m_door->mutex);
        m_door->mailbox = nullptr;
    }
    for (const auto &[id, waiting] : m_waiting)
        m_wire.cancel(waiting.wireId);
}

quint64 CurlTransport::send(WireRequest request, Done done)
{
    const quint64 id = m_nextId++;
    auto progress = std::exchange(request.progress, {});
    if (progress) {
        request.progress = [this, id, door = m_door](qint64 came, qint64 total) {
            const std::lock_guard lock(door->mutex);
            if (door->mailbox)
                door->mailbox->post([this, id, came, total] { tell(id, came, total); });
        };
    }
    const quint64 wireId = m_wire.submit(std::move(request), [this, id, door = m_door](WireReply reply) {
        const std::lock_guard lock(door->mutex);
        if (!door->mailbox)
            return;
        // `this` is touched by the task alone, which runs only while the mailbox, a part of it, lives.
        auto task = [this, id, reply = std::move(reply)]() mutable { deliver(id, std::move(reply)); };
        door->mailbox->post(std::move(task));
    });
    m_waiting.emplace(id, Waiting{wireId, std::move(done), std::move(progress)});
    return id;
}

void CurlTransport::cancel(quint64 id)
{
    const auto found = m_waiting.find(id);
    if (found == m_waiting.end())
        return;
    m_wire.cancel(found->second.wireId);
    m_waiting.erase(found);
}

void CurlTransport::tell(quint64 id, qint64 done, qint64 total)
{
    const auto found = m_waiting.find(id);
    if (found == m_waiting.end())
        return;
    const auto progress = found->second.progress; // it may cancel the request
    progress(done, total);
}

void CurlTransport::deliver(quint64 id, WireReply reply)
{
    const auto found = m_waiting.find(id);
    if (found == m_waiting.end())
        return;
    const Done done = std::move(found->second.done);
    m_waiting.erase(found);
    done(std::move(reply));
}

} // namespace oshaq
