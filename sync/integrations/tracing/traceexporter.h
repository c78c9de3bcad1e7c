// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/tracer.h"
#include "sync/client/curltransport.h"
#include "sync/integrations/tracing/otlpjson.h"

#include <QThread>

#include <memory>

namespace oshaq {

struct TraceExporterOptions
{
    QByteArray endpoint; ///< of a collector: "http://127.0.0.1:4318"; "/v1/traces" is added
    QByteArray token;    ///< sent as "Authorization: Bearer TOKEN"; a secret; may be empty
    OtlpResource resource;
    int flushMs = 2'000;    ///< between two requests
    std::size_t most = 512; ///< spans of one request
    int timeoutMs = 5'000;
};

/// Takes spans out of a Tracer and posts them to a collector as OTLP/HTTP JSON, on its own thread. One request at a
/// time; what a collector does not take is counted as dropped and not tried again: a trace is worth less than the
/// memory that a dead collector would cost. Nothing waits for it.
class TraceExporter final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TraceExporter)

public:
    /// Starts at once.
    TraceExporter(std::shared_ptr<Tracer> tracer, TraceExporterOptions options);
    /// Stops the tracer, gives up what is on its way, joins.
    ~TraceExporter() override;

protected:
    void run() override;

private:
    const std::shared_ptr<Tracer> m_tracer;
    const TraceExporterOptions m_options;
    WireThread m_wire;
};

} // namespace oshaq
