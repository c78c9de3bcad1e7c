// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/tracer.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace oshaq {

/// Who the spans are of.
struct OtlpResource
{
    QString service = QStringLiteral("oshaq");
    QString version;
    QString instance; ///< tells one hub from another; no name of a person
};

/// The body of an OTLP/HTTP request in JSON (ExportTraceServiceRequest): ids in hexadecimal, 64-bit numbers as text.
QByteArray otlpTraces(const std::vector<TraceSpan> &spans, const OtlpResource &resource);

} // namespace oshaq
