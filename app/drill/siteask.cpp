// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drill/siteask.h"

#include "app/drill/drillprocess.h"

namespace oshaq::drill {

namespace {

/// One line of a configuration of curl.
QByteArray configLine(const char *name, QByteArray value)
{
    value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    return QByteArray(name) + " = \"" + value + "\"\n";
}

} // namespace

SiteReply ask(const QStringList &wrapper, const QString &url, const QByteArray &token, const char *method,
              const QByteArray &body)
{
    QByteArray config = configLine("url", url.toUtf8()) + configLine("request", method) +
                        configLine("header", "Authorization: Bearer " + token);
    if (!body.isEmpty())
        config += configLine("header", "Content-Type: application/json") + configLine("data", body);
    QByteArray output;
    const QStringList curl{QStringLiteral("curl"),        QStringLiteral("--silent"),
                           QStringLiteral("--max-time"),  QStringLiteral("3"),
                           QStringLiteral("--write-out"), QStringLiteral("\n%{http_code}"),
                           QStringLiteral("--config"),    QStringLiteral("-")};
    if (!runTool(wrapper + curl, &output, config).isEmpty())
        return {};
    const qsizetype end = output.lastIndexOf('\n');
    return {output.mid(end + 1).toInt(), output.left(std::max(qsizetype{0}, end))};
}

SiteReply askSite(const Lab &lab, const QString &node, const QByteArray &token, const char *method, const char *path,
                  const QByteArray &body)
{
    return ask(lab.wrapper(node), lab.hubUrl(node, node) + QLatin1String(path), token, method, body);
}

} // namespace oshaq::drill
