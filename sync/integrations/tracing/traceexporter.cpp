// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/tracing/traceexporter.h"

#include "models/runtime/threadrank.h"

#include <QLoggingCategory>
#include <QTimer>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcTraces, "oshaq.traces")

constexpr qint64 maxReplyBytes = 64 * 1024;

} // namespace

TraceExporter::TraceExporter(std::shared_ptr<Tracer> tracer, TraceExporterOptions options)
    : m_tracer(std::move(tracer))
    , m_options(std::move(options))
{
    setObjectName(QStringLiteral("traces"));
    start();
}

TraceExporter::~TraceExporter()
{
    m_tracer->stop();
    quit();
    wait();
}

void TraceExporter::run()
{
    setThreadRank(ThreadRank::Background);
    CurlTransport transport(m_wire);
    bool isOnItsWay = false;
    bool wasTaken = true;
    QTimer timer;
    connect(&timer, &QTimer::timeout, &timer, [&] {
        if (isOnItsWay)
            return;
        const std::vector<TraceSpan> spans = m_tracer->take(m_options.most, 0);
        if (spans.empty())
            return;
        WireRequest request;
        request.method = "POST";
        request.url = m_options.endpoint + "/v1/traces";
        request.headers = {{"Content-Type", "application/json"}};
        if (!m_options.token.isEmpty())
            request.headers.append({"Authorization", "Bearer " + m_options.token});
        request.body = otlpTraces(spans, m_options.resource);
        request.totalTimeoutMs = m_options.timeoutMs;
        request.maxResponseBytes = maxReplyBytes;
        isOnItsWay = true;
        transport.send(std::move(request), [&, count = spans.size()](const WireReply &reply) {
            isOnItsWay = false;
            const bool isTaken = reply.arrived() && reply.status >= 200 && reply.status < 300;
            if (!isTaken)
                m_tracer->noteLost(count);
            // Once when it turns: a collector that is away for a day is one line.
            if (isTaken != wasTaken) {
                if (isTaken)
                    qCInfo(lcTraces) << "the collector takes traces again";
                else
                    qCWarning(lcTraces).noquote()
                        << "the collector takes no traces:"
                        << (reply.arrived() ? QStringLiteral("status %1").arg(reply.status) : reply.failureText);
            }
            wasTaken = isTaken;
        });
    });
    timer.start(m_options.flushMs);
    exec();
}

} // namespace oshaq
