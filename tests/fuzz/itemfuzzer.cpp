// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bodies of the catalog's routes, options and all: never a crash, and what is accepted keeps the promises of its type.

#include "sync/protocol/catalogcommands.h"
#include "sync/protocol/catalogjson.h"

#include <cstdint>
#include <cstdlib>

using namespace oshaq;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Currency currency = *Currency::fromCode(QStringLiteral("KZT"));
    const auto json = parseJson(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!json)
        return 0;
    if (validate(newItemSchema(), *json)) {
        const auto item = readItemEdit(*json, currency);
        if (item && item->priceMinor && *item->priceMinor < 0)
            std::abort();
    }
    if (validate(newCategorySchema(), *json))
        static_cast<void>(readCategoryEdit(*json));
    static_cast<void>(validate(newTerminalSchema(), *json));
    static_cast<void>(readItemRow(*json, currency));
    static_cast<void>(readCatalog(*json, currency));
    return 0;
}
