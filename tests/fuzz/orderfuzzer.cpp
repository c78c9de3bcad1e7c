// SPDX-License-Identifier: GPL-3.0-or-later
//
// JSON bodies of the largest routes: never a crash, and what is accepted keeps the promises of its type.

#include "sync/protocol/commandjson.h"
#include "sync/protocol/orderjson.h"
#include "sync/protocol/ordersplitjson.h"

#include <cstdint>
#include <cstdlib>

using namespace oshaq;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto json = parseJson(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!json)
        return 0;
    for (const Schema *schema : {&staffOrderSchema(), &guestOrderSchema(), &linesCommandSchema()})
        static_cast<void>(validate(*schema, *json));
    if (const auto order = readNewOrder(*json)) {
        for (const NewOrderLine &line : order->lines) {
            if (line.quantity <= 0 || line.quantity > maxQuantityThousandths)
                std::abort();
        }
    }
    if (const auto command = readLinesCommand(*json); command && command->lineIds.empty())
        std::abort();
    if (const auto split = readOrderSplit(*json)) {
        for (const SplitPart &part : split->parts) {
            if (part.lineId <= 0 || part.quantity.value_or(1) <= 0)
                std::abort();
        }
    }
    static_cast<void>(readStatusCommand(*json));
    static_cast<void>(readRecallCommand(*json));
    static_cast<void>(readPainted(*json));
    static_cast<void>(readOrder(*json));
    return 0;
}
