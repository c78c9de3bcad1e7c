// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"

#include "sync/server/openapi.h"

namespace oshaq {

int runOpenApi(const QStringList &arguments)
{
    CommandOptions options(QStringLiteral("openapi [--api 2]"),
                           QStringLiteral("Prints the OpenAPI 3.1 document of the API, as /openapi.json serves it."));
    options.addValue("api", "VERSION", "Version of the API: 1 or 2.", "1");
    if (const auto code = options.parse(arguments))
        return *code;
    const auto version = options.number("api", 1, 2);
    if (!version)
        return exitcode::usage;
    return printLine(openapi::document(RouteTable::routes(), int(*version))) ? exitcode::ok : exitcode::failed;
}

} // namespace oshaq
