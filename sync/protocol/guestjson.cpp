// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/guestjson.h"

#include "sync/protocol/outputs.h"
#include "sync/protocol/paymentjson.h"

#include <limits>

namespace oshaq {

namespace {

constexpr int maxName = 200;
constexpr int maxTableName = 50;
constexpr int maxAddress = 500;
constexpr int maxLabel = 50;
constexpr int maxCoordinates = 40;
constexpr int phoneCodeDigits = 6;
constexpr int maxGuestRows = 1'000'000;

SchemaField field(const char *name, Schema schema, Presence presence = Presence::Optional)
{
    return {QString::fromLatin1(name), std::move(schema), presence};
}

SchemaField phoneField()
{
    return field(
        "phone",
        Schema::phone().described(QStringLiteral("International (+7 701 ...), or as Kazakhstan dials at home.")),
        Presence::Required);
}

SchemaField businessField()
{
    return field("business", Schema::id().described(QStringLiteral("Needed where there are several.")));
}

Schema addressSchema(Presence presence)
{
    return Schema::object(
        {field("address",
               Schema::string(maxAddress, 1)
                   .described(QStringLiteral("With entrance, floor and flat, as one writes it.")),
               presence),
         field("label", Schema::string(maxLabel).described(QStringLiteral("What the guest calls it."))),
         field("coordinates",
               Schema::string(maxCoordinates).described(QStringLiteral("Latitude and longitude: 43.2389,76.8897"))),
         field("selected", Schema::boolean().described(QStringLiteral("The one that is offered first.")))});
}

} // namespace

const Schema &newTableSchema()
{
    static const Schema schema = Schema::object({field("name", Schema::string(maxTableName, 1), Presence::Required)});
    return schema;
}

const Schema &tableChangeSchema()
{
    static const Schema schema =
        Schema::object({field("name", Schema::string(maxTableName, 1), Presence::Required),
                        field("version", Schema::integer(1, std::numeric_limits<qint64>::max()))});
    return schema;
}

const Schema &phoneCodeSchema()
{
    static const Schema schema = Schema::object({phoneField(), businessField()});
    return schema;
}

const Schema &phoneVerifySchema()
{
    static const Schema schema = Schema::object(
        {phoneField(), field("code", Schema::string(phoneCodeDigits, phoneCodeDigits), Presence::Required),
         field("name", Schema::string(maxName, 1).described(QStringLiteral("Counts where there is none yet."))),
         businessField()});
    return schema;
}

const Schema &profileSchema()
{
    static const Schema schema = Schema::object(
        {field("name", Schema::string(maxName, 1)),
         field("phone", Schema::phone().nullable().described(QStringLiteral("A contact; null for none.")))});
    return schema;
}

const Schema &newAddressSchema()
{
    static const Schema schema = addressSchema(Presence::Required);
    return schema;
}

const Schema &addressChangeSchema()
{
    static const Schema schema = addressSchema(Presence::Optional);
    return schema;
}

Schema outputs::table()
{
    return Schema::object({always("table_id", number()), always("name", text()),
                           maybe("code_expires_at", Schema::dateTime()), always("guests", number()),
                           always("version", number())});
}

Schema outputs::tableCode()
{
    return Schema::object(
        {always("table_id", number()), always("code", text()), always("expires_at", Schema::dateTime())});
}

Schema outputs::phoneCode()
{
    return Schema::object({always("expires_in_seconds", number()), always("again_in_seconds", number())});
}

Schema outputs::profile()
{
    return Schema::object({always("user_id", number()), always("name", text()), maybe("phone", text()),
                           always("phone_verified", Schema::boolean()), maybe("table", text())});
}

Schema outputs::address()
{
    return Schema::object({always("address_id", number()), always("address", text()), maybe("label", text()),
                           maybe("coordinates", text()), always("selected", Schema::boolean())});
}

namespace {

std::vector<SchemaField> guestFields()
{
    using namespace outputs;
    const Schema place =
        Schema::object({always("address_id", number()), always("address", text()), maybe("label", text())});
    return {always("user_id", number()),
            maybe("name", text()),
            maybe("phone", text()),
            always("phone_verified", Schema::boolean()),
            always("order_count", number()),
            maybe("first_order_at", Schema::dateTime()),
            maybe("last_order_at", Schema::dateTime()),
            always("spent", Schema::money()),
            maybe("last_allergy", text()),
            always("addresses", Schema::array(place, 0, maxGuestRows))};
}

} // namespace

Schema outputs::guestSummary()
{
    return Schema::object(guestFields());
}

Schema outputs::guestCard()
{
    std::vector<SchemaField> fields = guestFields();
    fields.push_back(always("recent", Schema::array(order(), 0, maxGuestRows)));
    return Schema::object(std::move(fields));
}

Schema outputs::guestExport()
{
    std::vector<SchemaField> fields = guestFields();
    const auto list = [&fields](const char *name, Schema row) {
        fields.push_back(always(name, Schema::array(std::move(row), 0, maxGuestRows)));
    };
    list("records",
         Schema::object({always("user_id", number()), maybe("name", text()), maybe("phone", text()),
                         always("phone_verified", Schema::boolean()), always("created_at", Schema::dateTime())}));
    list("places", Schema::object({always("address_id", number()), always("address", text()), maybe("label", text()),
                                   maybe("coordinates", text())}));
    list("orders", order());
    list("payments", payment());
    list("cards", savedCard());
    list("messages", Schema::object({always("event", text()), always("channel", text()), always("state", text()),
                                     maybe("hint", text()), always("at", Schema::dateTime())}));
    return Schema::object(std::move(fields));
}

Schema outputs::guestErased()
{
    return Schema::object({always("user_id", number()), always("records", number()), always("orders", number())});
}

Schema outputs::guestRetention()
{
    return Schema::object({always("months", number()), maybe("cutoff", Schema::dateTime()), always("guests", number()),
                           always("orders", number()), always("kept", number()), maybe("oldest", Schema::dateTime())});
}

} // namespace oshaq
