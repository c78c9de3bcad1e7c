// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/backup/s3target.h"

#include <QXmlStreamReader>

namespace oshaq {

namespace {

/// A service that always says there is more would keep us for ever.
constexpr int mostPages = 10'000;

/// One page of a list: names with their sizes, and where the next page begins.
struct Page
{
    std::vector<BackupTarget::Entry> entries;
    QString next;
    bool isSound = false;
};

Page readPage(const QByteArray &xml, const QString &prefix)
{
    Page page;
    QXmlStreamReader reader(xml);
    QString key;
    qint64 size = 0;
    while (!reader.atEnd()) {
        const auto token = reader.readNext();
        if (token == QXmlStreamReader::StartElement) {
            if (reader.name() == u"Key")
                key = reader.readElementText();
            else if (reader.name() == u"Size")
                size = reader.readElementText().toLongLong();
            else if (reader.name() == u"NextContinuationToken")
                page.next = reader.readElementText();
            else if (reader.name() == u"ListBucketResult")
                page.isSound = true;
        } else if (token == QXmlStreamReader::EndElement && reader.name() == u"Contents") {
            const auto name = key.startsWith(prefix) ? BackupName::fromText(key.mid(prefix.size())) : std::nullopt;
            if (name)
                page.entries.push_back({*name, size});
        }
    }
    page.isSound = page.isSound && !reader.hasError();
    return page;
}

QByteArray encoded(const QString &text)
{
    return text.toUtf8().toPercentEncoding();
}

} // namespace

S3Target::S3Target(const S3Access &access)
    : m_transport(access)
{}

QString S3Target::title() const
{
    const S3Access &access = m_transport.access();
    return QStringLiteral("%1/%2 at %3").arg(access.bucket, access.prefix, access.endpoint);
}

QString S3Target::keyOf(const BackupName &name) const
{
    return m_transport.access().prefix + name.text();
}

Error S3Target::problemOf(const S3Transport::Reply &reply, const QString &what) const
{
    QString code;
    QXmlStreamReader reader(reply.body);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"Code")
            code = reader.readElementText();
    }
    return Error{
        reply.status == 404 ? ErrorCode::NotFound : ErrorCode::StorageUnavailable,
        QStringLiteral("%1: the service answers with %2 %3").arg(what, QString::number(reply.status), code).trimmed(),
        {}};
}

Result<std::vector<BackupTarget::Entry>> S3Target::list()
{
    const QString prefix = m_transport.access().prefix;
    std::vector<Entry> entries;
    QString next;
    for (int page = 0; page < mostPages; ++page) {
        QByteArray query = "list-type=2&prefix=" + encoded(prefix + QStringLiteral("oshaq-"));
        if (!next.isEmpty())
            query = "continuation-token=" + encoded(next) + '&' + query;
        const auto reply = m_transport.get({}, query);
        if (!reply)
            return reply.error();
        if (reply->status != 200)
            return problemOf(*reply, QStringLiteral("the backups cannot be listed"));
        const Page read = readPage(reply->body, prefix);
        if (!read.isSound) {
            return Error{ErrorCode::StorageUnavailable,
                         QStringLiteral("the backups cannot be listed: the service answers with something else"),
                         {}};
        }
        entries.insert(entries.end(), read.entries.begin(), read.entries.end());
        if (read.next.isEmpty())
            return entries;
        next = read.next;
    }
    return Error{ErrorCode::StorageUnavailable, QStringLiteral("the list of the backups does not end"), {}};
}

Result<void> S3Target::put(const QString &file, const BackupName &name)
{
    const auto reply = m_transport.upload(keyOf(name), file);
    if (!reply)
        return reply.error();
    if (reply->status != 200)
        return problemOf(*reply, QStringLiteral("%1 was not taken").arg(name.text()));
    return {};
}

Result<void> S3Target::get(const BackupName &name, const QString &file)
{
    const auto reply = m_transport.download(keyOf(name), file);
    if (!reply)
        return reply.error();
    if (reply->status != 200)
        return problemOf(*reply, QStringLiteral("%1 did not come").arg(name.text()));
    return {};
}

Result<void> S3Target::remove(const BackupName &name)
{
    const auto reply = m_transport.remove(keyOf(name));
    if (!reply)
        return reply.error();
    if (reply->status != 200 && reply->status != 204 && reply->status != 404)
        return problemOf(*reply, QStringLiteral("%1 was not removed").arg(name.text()));
    return {};
}

} // namespace oshaq
