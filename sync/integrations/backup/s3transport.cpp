// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/backup/s3transport.h"

#include "sync/client/curllibrary.h"

#include <QCryptographicHash>
#include <QFile>

namespace oshaq {

namespace {

constexpr qsizetype maxBodyBytes = 8 * 1024 * 1024;
constexpr long connectLimitMs = 10'000;
constexpr long stallLimitS = 60; ///< so long nothing may move

Error cannot(const QString &message)
{
    return Error{ErrorCode::StorageUnavailable, message, {}};
}

} // namespace

/// One request: sets the handle up, and back when it goes.
class S3Transport::Call
{
    Q_DISABLE_COPY_MOVE(Call)

public:
    Call(const S3Transport &transport, const QString &key, const QByteArray &query)
        : m_curl(transport.m_curl)
        , m_easy(static_cast<CURL *>(transport.m_easy))
    {
        if (!m_easy)
            return;
        const S3Access &access = transport.m_access;
        const QByteArray url =
            (access.endpoint + u'/' + access.bucket + (key.isEmpty() ? QString() : u'/' + key)).toUtf8();
        set(CURLOPT_URL, (query.isEmpty() ? url : url + '?' + query).constData());
        set(CURLOPT_AWS_SIGV4, ("aws:amz:" + access.region.toUtf8() + ":s3").constData());
        set(CURLOPT_USERNAME, access.accessKey.constData());
        set(CURLOPT_PASSWORD, access.secretKey.constData());
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_PROXY, "");
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
        set(CURLOPT_USERAGENT, "oshaq/" OSHAQ_VERSION);
        set(CURLOPT_CONNECTTIMEOUT_MS, connectLimitMs);
        set(CURLOPT_LOW_SPEED_LIMIT, 1L);
        set(CURLOPT_LOW_SPEED_TIME, stallLimitS);
        set(CURLOPT_ERRORBUFFER, m_errorText);
        set(CURLOPT_WRITEFUNCTION, &Call::takeBody);
        set(CURLOPT_WRITEDATA, this);
        if (!access.caFile.isEmpty())
            set(CURLOPT_CAINFO, QFile::encodeName(access.caFile).constData());
    }

    ~Call()
    {
        if (!m_easy)
            return;
        m_curl->easyReset(m_easy);
        m_curl->slistFreeAll(m_headers);
    }

    template <typename T> void set(CURLoption option, T value)
    {
        if (m_easy)
            m_curl->easySetopt(m_easy, option, value);
    }

    void addHeader(const char *line)
    {
        if (m_easy)
            m_headers = m_curl->slistAppend(m_headers, line);
    }

    /// There is no body: said too, because services insist on it and libcurl 7.88 does not say it by itself. (An empty
    /// "Expect:", as others send it, would be signed and left out: libcurl's own header stays.)
    void sendNothing()
    {
        addHeader(
            ("x-amz-content-sha256: " + QCryptographicHash::hash({}, QCryptographicHash::Sha256).toHex()).constData());
    }

    /// The body comes from this file.
    Result<void> sendFile(QFile *file)
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        if (!hash.addData(file) || !file->seek(0))
            return cannot(QStringLiteral("%1 cannot be read: %2").arg(file->fileName(), file->errorString()));
        addHeader(("x-amz-content-sha256: " + hash.result().toHex()).constData());
        set(CURLOPT_UPLOAD, 1L);
        set(CURLOPT_READFUNCTION, &Call::giveBody);
        set(CURLOPT_READDATA, file);
        set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(file->size()));
        return {};
    }

    /// The body of a success goes into this file.
    void takeFile(QFile *file) { m_file = file; }

    Result<Reply> perform()
    {
        if (!m_easy)
            return cannot(QStringLiteral("libcurl cannot be loaded"));
        set(CURLOPT_HTTPHEADER, m_headers);
        const CURLcode code = m_curl->easyPerform(m_easy);
        if (code != CURLE_OK) {
            return cannot(QStringLiteral("the storage service does not answer: %1")
                              .arg(QString::fromUtf8(m_errorText[0] ? m_errorText : m_curl->easyStrerror(code))));
        }
        m_reply.status = status();
        return m_reply;
    }

private:
    int status() const
    {
        long status = 0;
        m_curl->easyGetinfo(m_easy, CURLINFO_RESPONSE_CODE, &status);
        return int(status);
    }

    static std::size_t takeBody(char *data, std::size_t, std::size_t size, void *self)
    {
        auto *call = static_cast<Call *>(self);
        if (call->m_file && call->status() == 200)
            return call->m_file->write(data, qint64(size)) == qint64(size) ? size : 0;
        if (call->m_reply.body.size() + qsizetype(size) > maxBodyBytes)
            return 0;
        call->m_reply.body.append(data, qsizetype(size));
        return size;
    }

    static std::size_t giveBody(char *into, std::size_t, std::size_t size, void *file)
    {
        const qint64 got = static_cast<QFile *>(file)->read(into, qint64(size));
        return got < 0 ? std::size_t(CURL_READFUNC_ABORT) : std::size_t(got);
    }

    const CurlLibrary *const m_curl;
    CURL *const m_easy; ///< null: nothing can be sent
    curl_slist *m_headers = nullptr;
    QFile *m_file = nullptr;
    Reply m_reply;
    char m_errorText[CURL_ERROR_SIZE] = "";
};

S3Transport::S3Transport(S3Access access)
    : m_access(std::move(access))
    , m_curl(CurlLibrary::get())
{
    if (m_curl)
        m_easy = m_curl->easyInit();
}

S3Transport::~S3Transport()
{
    if (m_easy)
        m_curl->easyCleanup(static_cast<CURL *>(m_easy));
}

Result<S3Transport::Reply> S3Transport::get(const QString &key, const QByteArray &query)
{
    Call call(*this, key, query);
    call.sendNothing();
    return call.perform();
}

Result<S3Transport::Reply> S3Transport::download(const QString &key, const QString &file)
{
    QFile into(file);
    if (!into.open(QIODevice::WriteOnly | QIODevice::Truncate, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return cannot(QStringLiteral("%1 cannot be written: %2").arg(file, into.errorString()));
    Call call(*this, key, {});
    call.sendNothing();
    call.takeFile(&into);
    auto reply = call.perform();
    if (reply && !into.flush())
        return cannot(QStringLiteral("%1 cannot be written: %2").arg(file, into.errorString()));
    return reply;
}

Result<S3Transport::Reply> S3Transport::upload(const QString &key, const QString &file)
{
    QFile from(file);
    if (!from.open(QIODevice::ReadOnly))
        return cannot(QStringLiteral("%1 cannot be read: %2").arg(file, from.errorString()));
    Call call(*this, key, {});
    if (auto sends = call.sendFile(&from); !sends)
        return sends.error();
    return call.perform();
}

Result<S3Transport::Reply> S3Transport::remove(const QString &key)
{
    Call call(*this, key, {});
    call.sendNothing();
    call.set(CURLOPT_CUSTOMREQUEST, "DELETE");
    return call.perform();
}

} // namespace oshaq
