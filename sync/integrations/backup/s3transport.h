// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

namespace oshaq {

struct CurlLibrary;

/// Where an S3-compatible service is, and who asks it. Never log it: it holds a key.
struct S3Access
{
    QString endpoint; ///< "https://s3.example", without a path
    QString region = QStringLiteral("us-east-1");
    QString bucket;
    QString prefix; ///< of all names: letters, digits, "-", "_", "." and "/"; empty or with a "/" at its end
    QByteArray accessKey;
    QByteArray secretKey;
    QString caFile; ///< trust this CA and no other; empty: those of the system
};

/// Requests to an S3-compatible service, signed with Signature Version 4 by libcurl. Files go from and to the disk in
/// pieces, which is why it is not the HttpTransport of everybody else. Its calls wait; one thread.
class S3Transport
{
    Q_DISABLE_COPY_MOVE(S3Transport)

public:
    explicit S3Transport(S3Access access);
    ~S3Transport();

    struct Reply
    {
        int status = 0;
        QByteArray body; ///< of what is no file; at most 8 MB
    };

    /// `query` is encoded and in the order of its names, as it is signed.
    Result<Reply> get(const QString &key, const QByteArray &query);
    Result<Reply> download(const QString &key, const QString &file);
    Result<Reply> upload(const QString &key, const QString &file);
    Result<Reply> remove(const QString &key);

    const S3Access &access() const { return m_access; }

private:
    class Call;
    const S3Access m_access;
    const CurlLibrary *const m_curl; ///< null: it cannot be loaded
    void *m_easy = nullptr;          ///< keeps its connection
};

} // namespace oshaq
