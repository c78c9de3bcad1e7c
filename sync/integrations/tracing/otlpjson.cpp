// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/tracing/otlpjson.h"

#include "sync/protocol/json.h"

namespace oshaq {

namespace {

constexpr int statusError = 2;

void writeText(JsonWriter &json, const QByteArray &key, const QString &text)
{
    json.beginObject();
    json.key("key").value(QString::fromUtf8(key));
    json.key("value").beginObject();
    json.key("stringValue").value(text);
    json.endObject();
    json.endObject();
}

void writeNumber(JsonWriter &json, const QByteArray &key, qint64 number)
{
    json.beginObject();
    json.key("key").value(QString::fromUtf8(key));
    json.key("value").beginObject();
    json.key("intValue").value(QString::number(number));
    json.endObject();
    json.endObject();
}

QString nanoseconds(qint64 microseconds)
{
    return QString::number(microseconds) + QStringLiteral("000");
}

void writeSpan(JsonWriter &json, const TraceSpan &span)
{
    json.beginObject();
    json.key("traceId").value(QString::fromLatin1(span.traceId));
    json.key("spanId").value(QString::fromLatin1(span.spanId));
    if (!span.parentSpanId.isEmpty())
        json.key("parentSpanId").value(QString::fromLatin1(span.parentSpanId));
    json.key("name").value(QString::fromUtf8(span.name));
    json.key("kind").value(static_cast<int>(span.kind));
    json.key("startTimeUnixNano").value(nanoseconds(span.beganUs));
    json.key("endTimeUnixNano").value(nanoseconds(span.endedUs));
    json.key("attributes").beginArray();
    for (const auto &[key, text] : span.texts)
        writeText(json, key, QString::fromUtf8(text));
    for (const auto &[key, number] : span.numbers)
        writeNumber(json, key, number);
    json.endArray();
    if (span.failed) {
        json.key("status").beginObject();
        json.key("code").value(statusError);
        json.endObject();
    }
    json.endObject();
}

} // namespace

QByteArray otlpTraces(const std::vector<TraceSpan> &spans, const OtlpResource &resource)
{
    JsonWriter json;
    json.beginObject();
    json.key("resourceSpans").beginArray();
    json.beginObject();
    json.key("resource").beginObject();
    json.key("attributes").beginArray();
    writeText(json, "service.name", resource.service);
    if (!resource.version.isEmpty())
        writeText(json, "service.version", resource.version);
    if (!resource.instance.isEmpty())
        writeText(json, "service.instance.id", resource.instance);
    json.endArray();
    json.endObject();
    json.key("scopeSpans").beginArray();
    json.beginObject();
    json.key("scope").beginObject();
    json.key("name").value(QStringLiteral("oshaq"));
    json.endObject();
    json.key("spans").beginArray();
    for (const TraceSpan &span : spans)
        writeSpan(json, span);
    json.endArray();
    json.endObject();
    json.endArray();
    json.endObject();
    json.endArray();
    json.endObject();
    return json.take();
}

} // namespace oshaq
