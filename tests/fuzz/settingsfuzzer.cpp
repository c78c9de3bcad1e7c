// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bodies of the office's routes: settings, flags, order edits and payments.

#include "sync/protocol/officejson.h"
#include "sync/protocol/paymentjson.h"
#include "sync/protocol/staffjson.h"
#include "sync/protocol/webhookjson.h"

#include <cstdint>
#include <cstdlib>

using namespace oshaq;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Currency currency = *Currency::fromCode(QStringLiteral("KZT"));
    const auto json = parseJson(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!json)
        return 0;
    if (validate(settingsSchema(), *json))
        static_cast<void>(readSettings((*json)[u"settings"], currency));
    static_cast<void>(validate(flagsSchema(), *json));
    if (const auto edit = readOrderEdit(*json); edit && edit->isEmpty())
        std::abort();
    static_cast<void>(validate(newStaffSchema(), *json));
    if (validate(directPaymentSchema(), *json)) {
        const auto amount = readAmount(*json, u"amount", currency);
        if (amount && *amount && **amount < 0) // the service refuses nothing at all
            std::abort();
    }
    if (validate(newWebhookSchema(), *json))
        static_cast<void>(readEventFilters(*json));
    return 0;
}
