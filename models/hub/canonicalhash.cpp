// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/canonicalhash.h"

#include <QtEndian>

namespace oshaq {

CanonicalHash::CanonicalHash(QByteArrayView domain)
{
    feedBytes('d', domain);
}

CanonicalHash &CanonicalHash::add(qint64 value)
{
    feed('i', static_cast<quint64>(value));
    return *this;
}

CanonicalHash &CanonicalHash::add(const QString &value)
{
    feedBytes('t', value.toUtf8());
    return *this;
}

CanonicalHash &CanonicalHash::add(const QByteArray &value)
{
    feedBytes('b', value);
    return *this;
}

CanonicalHash &CanonicalHash::add(const std::optional<qint64> &value)
{
    if (value)
        feed('i', static_cast<quint64>(*value));
    else
        feed('n', 0);
    return *this;
}

void CanonicalHash::feed(char tag, quint64 number)
{
    char buffer[9];
    buffer[0] = tag;
    qToBigEndian(number, buffer + 1);
    m_hash.addData(QByteArrayView(buffer, sizeof buffer));
}

void CanonicalHash::feedBytes(char tag, QByteArrayView bytes)
{
    feed(tag, static_cast<quint64>(bytes.size()));
    m_hash.addData(bytes);
}

} // namespace oshaq
