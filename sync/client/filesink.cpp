// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/filesink.h"

#include "models/terminal/filesport.h"

namespace oshaq {

FileSink::FileSink(const QString &fileName, Form form, qint64 maxBytes)
    : m_file(fileName)
    , m_form(std::move(form))
    , m_maxBytes(maxBytes)
{}

QByteArray FileSink::nextTarget(const WireReply &head)
{
    const QByteArray link = head.header("link");
    const qsizetype end = link.indexOf('>');
    if (!link.startsWith('<') || end < 0 || !link.sliced(end).contains("rel=\"next\""))
        return {};
    return link.sliced(1, end - 1);
}

bool FileSink::begin(const WireReply &head)
{
    // A sign-in page of a guest network would make a fine file.
    const QByteArray type = head.header("content-type").split(';').first().trimmed().toLower();
    if (type != m_form.mediaType) {
        return refuse(PortFailure::Kind::Broken, "",
                      QStringLiteral("%1 instead of %2")
                          .arg(QString::fromLatin1(type.left(100)), QString::fromLatin1(m_form.mediaType)));
    }
    m_isLast = !m_form.hasParts || nextTarget(head).isEmpty();
    m_skipsLine = m_form.hasHeaderRow && !m_isFirst;
    m_isFirst = false;
    // Without a buffer a full disk shows where it is written, not at the end.
    if (!m_file.isOpen() && !m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return refuse(PortFailure::Kind::Refused, filefailures::notWritable, m_file.errorString());
    return true;
}

bool FileSink::write(QByteArrayView bytes)
{
    if (m_skipsLine) {
        const qsizetype end = bytes.indexOf('\n');
        if (end < 0)
            return true;
        m_skipsLine = false;
        bytes = bytes.sliced(end + 1);
    }
    if (m_size + bytes.size() > m_maxBytes) {
        return refuse(PortFailure::Kind::Refused, filefailures::tooLarge,
                      QStringLiteral("The file would have more than %1 bytes.").arg(m_maxBytes));
    }
    if (bytes.isEmpty())
        return true;
    if (m_file.write(bytes.data(), bytes.size()) != bytes.size())
        return refuseAsFile();
    m_size += bytes.size();
    return true;
}

bool FileSink::end()
{
    if (!m_isLast)
        return true;
    return m_file.commit() || refuseAsFile();
}

bool FileSink::refuseAsFile()
{
    const bool isFull = m_file.error() == QFileDevice::ResourceError;
    return refuse(PortFailure::Kind::Refused, isFull ? filefailures::diskFull : filefailures::notWritable,
                  m_file.errorString());
}

bool FileSink::refuse(PortFailure::Kind kind, const char *code, const QString &message)
{
    m_problem = {kind, QString::fromLatin1(code), message, {}};
    m_file.cancelWriting();
    return false;
}

} // namespace oshaq
