// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"

#include "app/server/doctor.h"
#include "sync/protocol/json.h"

#include <algorithm>

namespace oshaq {

namespace {

QByteArray asJson(const std::vector<Finding> &findings)
{
    JsonWriter json;
    json.beginArray();
    for (const Finding &finding : findings) {
        json.beginObject();
        json.key("about").value(finding.about);
        json.key("state").value(findingStateText(finding.state));
        json.key("what").value(finding.what);
        json.key("advice").value(finding.advice);
        json.endObject();
    }
    json.endArray();
    return json.take();
}

QByteArray asText(const std::vector<Finding> &findings)
{
    QString text;
    for (const Finding &finding : findings) {
        text += QStringLiteral("%1 %2: %3\n")
                    .arg(findingStateText(finding.state).toUpper(), -8)
                    .arg(finding.about, finding.what);
        if (!finding.advice.isEmpty())
            text += QStringLiteral("         -> %1\n").arg(finding.advice);
    }
    text.chop(1);
    return text.toUtf8();
}

} // namespace

int runDoctor(const QStringList &arguments)
{
    CommandOptions options(
        QStringLiteral("doctor --data DIR [--config FILE] [--set KEY=VALUE] [--json]"),
        QStringLiteral("Looks at configuration, directory, disk, database, clock, port, certificate, printers, "
                       "integrations and copies, and says what to do. Changes nothing; the hub may run. Exit code 1 "
                       "when something is bad."));
    options.addValue("data", "DIR", "Directory of the hub.");
    options.addSettings();
    options.addSwitch("json", "Print a JSON array.");
    if (const auto code = options.parse(arguments))
        return *code;
    const auto directory = options.needed("data");
    if (!directory)
        return exitcode::usage;
    const SystemClock clock;
    const std::vector<Finding> findings = examine({*directory, options.sources(*directory)}, clock);
    if (!printLine(options.has("json") ? asJson(findings) : asText(findings)))
        return exitcode::failed;
    const bool isBad = std::any_of(findings.begin(), findings.end(),
                                   [](const Finding &finding) { return finding.state == Finding::State::Bad; });
    return isBad ? exitcode::failed : exitcode::ok;
}

} // namespace oshaq
