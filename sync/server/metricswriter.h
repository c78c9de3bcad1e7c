// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/histogram.h"

#include <QByteArray>
#include <QString>

#include <initializer_list>
#include <utility>

namespace oshaq {

/// Writes the text format of Prometheus (0.0.4). All samples of one metric follow its head; whoever writes sees to
/// that.
class MetricsWriter
{
public:
    enum class Type
    {
        Counter,
        Gauge,
        Histogram
    };
    using Labels = std::initializer_list<std::pair<const char *, QByteArray>>;

    /// Begins a metric. `help` is one line.
    void begin(const char *name, Type type, const char *help);
    /// Of the metric that was begun.
    void sample(const Labels &labels, qint64 value);
    void sample(const Labels &labels, double value);
    /// A number as text, for what must not go through floating point.
    void sample(const Labels &labels, const QByteArray &exact);
    /// Bounds and sum are `scale` of the unit that the metric is in: 1e6 for microseconds in seconds.
    template <std::size_t N>
    void histogram(const Labels &labels, const Histogram<N> &values, const std::array<qint64, N> &bounds, double scale)
    {
        quint64 total = 0;
        const QByteArray inner = joined(labels);
        for (std::size_t i = 0; i <= N; ++i) {
            total += values.counts[i];
            bucket(inner, i < N ? QByteArray::number(double(bounds[i]) / scale, 'g', 12) : QByteArray("+Inf"), total);
        }
        endHistogram(inner, double(values.sum) / scale, total);
    }

    /// A metric of one sample without labels.
    void one(const char *name, Type type, const char *help, qint64 value);
    void one(const char *name, Type type, const char *help, double value);

    QByteArray take() { return std::move(m_text); }

private:
    static QByteArray joined(const Labels &labels);
    void line(const QByteArray &inner, const QByteArray &value, const char *suffix = "");
    void bucket(const QByteArray &inner, const QByteArray &bound, quint64 count);
    void endHistogram(const QByteArray &inner, double sum, quint64 count);

    QByteArray m_text;
    const char *m_name = "";
};

} // namespace oshaq
