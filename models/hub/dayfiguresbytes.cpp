// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/dayfigures.h"

namespace oshaq {

namespace {

/// Numbers in groups of seven bits, the low ones first; signed ones with the sign in the lowest bit.
class ByteWriter
{
public:
    ByteWriter() { m_bytes.append(char(DayFigures::version)); }

    void number(qint64 value) { plain((quint64(value) << 1) ^ quint64(value >> 63)); }
    void count(std::size_t value) { plain(quint64(value)); }
    void text(const QByteArray &utf8)
    {
        count(std::size_t(utf8.size()));
        m_bytes.append(utf8);
    }
    void sales(const SalesFigures &figures)
    {
        number(figures.orders);
        if (figures.orders == 0)
            return;
        number(figures.completed);
        number(figures.cancelled);
        number(figures.revenueMinor);
    }
    void ascending(const std::vector<qint64> &values)
    {
        count(values.size());
        qint64 before = 0;
        for (const qint64 value : values) {
            number(value - before);
            before = value;
        }
    }
    QByteArray take() { return std::move(m_bytes); }

private:
    void plain(quint64 value)
    {
        for (; value > 0x7f; value >>= 7)
            m_bytes.append(char(0x80 | (value & 0x7f)));
        m_bytes.append(char(value));
    }

    QByteArray m_bytes;
};

/// Never reads beyond the end, whatever the bytes are; ok() tells whether all of them made sense.
class ByteReader
{
public:
    explicit ByteReader(const QByteArray &bytes)
        : m_at(bytes.constData())
        , m_end(m_at + bytes.size())
    {
        m_ok = m_at < m_end && *m_at++ == char(DayFigures::version);
    }

    bool ok() const { return m_ok; }
    bool atEnd() const { return m_ok && m_at == m_end; }

    qint64 number()
    {
        const quint64 value = plain();
        return qint64(value >> 1) ^ -qint64(value & 1);
    }
    /// Each thing that is counted takes a byte at least.
    std::size_t count()
    {
        const quint64 value = plain();
        if (value <= quint64(m_end - m_at))
            return std::size_t(value);
        m_ok = false;
        return 0;
    }
    QByteArray text()
    {
        const auto size = qsizetype(count());
        const char *begin = m_at;
        m_at += size;
        return QByteArray::fromRawData(begin, size);
    }
    SalesFigures sales()
    {
        SalesFigures figures;
        figures.orders = number();
        if (figures.orders == 0)
            return figures;
        figures.completed = number();
        figures.cancelled = number();
        figures.revenueMinor = number();
        return figures;
    }
    std::vector<qint64> ascending()
    {
        std::vector<qint64> values(count());
        quint64 before = 0;
        for (qint64 &value : values) {
            before += quint64(number());
            value = qint64(before);
        }
        return values;
    }

private:
    quint64 plain()
    {
        quint64 value = 0;
        for (int shift = 0; m_ok; shift += 7) {
            if (m_at == m_end || shift > 63)
                break;
            const auto byte = quint8(*m_at++);
            value |= quint64(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
        m_ok = false;
        return 0;
    }

    const char *m_at;
    const char *m_end;
    bool m_ok = false;
};

} // namespace

QByteArray DayFigures::bytes() const
{
    ByteWriter out;
    for (const SalesFigures &hour : hours)
        out.sales(hour);
    for (const SalesFigures &fulfilment : fulfilments)
        out.sales(fulfilment);
    out.count(channels.size());
    for (const auto &[name, figures] : channels) {
        out.text(name);
        out.sales(figures);
    }
    out.number(subtotalMinor);
    out.number(deliveryMinor);
    out.number(taxMinor);
    out.count(items.size());
    for (const Item &item : items) {
        out.number(item.itemId);
        out.text(item.name);
        out.number(item.lines);
        if (item.lines == 0)
            continue;
        out.number(item.quantity);
        out.number(item.revenueMinor);
    }
    out.count(cancellations.size());
    for (const auto &[reason, cancellation] : cancellations) {
        out.text(reason);
        out.number(cancellation.orders);
        out.number(cancellation.totalMinor);
    }
    out.ascending(toAccept);
    out.ascending(toReady);
    out.ascending(preparing);
    out.number(promised);
    out.ascending(lateness);
    out.count(works.size());
    for (const Work &work : works) {
        out.number(work.itemId);
        out.number(work.stationId);
        out.ascending(work.timed);
        out.number(work.timedLate);
        out.ascending(work.untimed);
    }
    out.count(painted.size());
    for (const auto &[viewer, latencies] : painted) {
        out.text(viewer);
        out.ascending(latencies);
    }
    return out.take();
}

std::optional<DayFigures> DayFigures::fromBytes(const QByteArray &bytes)
{
    ByteReader in(bytes);
    DayFigures figures;
    for (SalesFigures &hour : figures.hours)
        hour = in.sales();
    for (SalesFigures &fulfilment : figures.fulfilments)
        fulfilment = in.sales();
    for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
        const QByteArray name = in.text();
        figures.channels[name] = in.sales();
    }
    figures.subtotalMinor = in.number();
    figures.deliveryMinor = in.number();
    figures.taxMinor = in.number();
    figures.items.resize(in.count());
    for (Item &item : figures.items) {
        item.itemId = in.number();
        item.name = in.text();
        item.lines = in.number();
        if (item.lines == 0)
            continue;
        item.quantity = in.number();
        item.revenueMinor = in.number();
    }
    for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
        Cancellation &cancellation = figures.cancellations[in.text()];
        cancellation.orders = in.number();
        cancellation.totalMinor = in.number();
    }
    figures.toAccept = in.ascending();
    figures.toReady = in.ascending();
    figures.preparing = in.ascending();
    figures.promised = in.number();
    figures.lateness = in.ascending();
    figures.works.resize(in.count());
    for (Work &work : figures.works) {
        work.itemId = in.number();
        work.stationId = in.number();
        work.timed = in.ascending();
        work.timedLate = in.number();
        work.untimed = in.ascending();
    }
    for (std::size_t left = in.count(); left > 0 && in.ok(); --left) {
        const QByteArray viewer = in.text();
        figures.painted[viewer] = in.ascending();
    }
    if (!in.atEnd())
        return std::nullopt;
    return figures;
}

} // namespace oshaq
