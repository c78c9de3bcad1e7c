// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/metricswriter.h"

namespace oshaq {

namespace {

QByteArray escaped(QByteArray value)
{
    return value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
}

QByteArray numberText(double value)
{
    return QByteArray::number(value, 'g', 15);
}

} // namespace

void MetricsWriter::begin(const char *name, Type type, const char *help)
{
    m_name = name;
    const char *kind = type == Type::Counter ? "counter" : type == Type::Gauge ? "gauge" : "histogram";
    m_text += QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name + ' ' + kind + '\n';
}

void MetricsWriter::sample(const Labels &labels, qint64 value)
{
    line(joined(labels), QByteArray::number(value));
}

void MetricsWriter::sample(const Labels &labels, double value)
{
    line(joined(labels), numberText(value));
}

void MetricsWriter::sample(const Labels &labels, const QByteArray &exact)
{
    line(joined(labels), exact);
}

void MetricsWriter::one(const char *name, Type type, const char *help, qint64 value)
{
    begin(name, type, help);
    line({}, QByteArray::number(value));
}

void MetricsWriter::one(const char *name, Type type, const char *help, double value)
{
    begin(name, type, help);
    line({}, numberText(value));
}

QByteArray MetricsWriter::joined(const Labels &labels)
{
    QByteArray text;
    for (const auto &[name, value] : labels)
        text += (text.isEmpty() ? "" : ",") + QByteArray(name) + "=\"" + escaped(value) + '"';
    return text;
}

void MetricsWriter::line(const QByteArray &inner, const QByteArray &value, const char *suffix)
{
    m_text += m_name;
    m_text += suffix;
    if (!inner.isEmpty())
        m_text += '{' + inner + '}';
    m_text += ' ' + value + '\n';
}

void MetricsWriter::bucket(const QByteArray &inner, const QByteArray &bound, quint64 count)
{
    line(inner + (inner.isEmpty() ? "le=\"" : ",le=\"") + bound + '"', QByteArray::number(count), "_bucket");
}

void MetricsWriter::endHistogram(const QByteArray &inner, double sum, quint64 count)
{
    line(inner, numberText(sum), "_sum");
    line(inner, QByteArray::number(count), "_count");
}

} // namespace oshaq
