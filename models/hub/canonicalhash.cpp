// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/canonicalhash.h"

#include <QtEndian>

namespace oshaq {

namespace {
/// Of an order with a few lines.
constexpr qsizetype usualBytes = 1024;
} // namespace

CanonicalHash::CanonicalHash(QByteArrayView domain)
{
    m_fed.reserve(usualBytes);
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
    m_fed.append(buffer, sizeof buffer);
}

void CanonicalHash::feedBytes(char tag, QByteArrayView bytes)
{
    feed(tag, static_cast<quint64>(bytes.size()));
    m_fed.append(bytes);
}

} // namespace oshaq
