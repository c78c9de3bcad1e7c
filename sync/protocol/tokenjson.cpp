// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/tokenjson.h"

#include "models/domain/role.h"
#include "sync/protocol/outputs.h"

namespace oshaq {

namespace {

constexpr int maxName = 200;
constexpr int maxTypedCode = 20;
constexpr qint64 maxOverlapSeconds = qint64{7} * 24 * 60 * 60;

SchemaField field(const char *name, Schema schema, Presence presence = Presence::Optional)
{
    return {QString::fromLatin1(name), std::move(schema), presence};
}

Schema kindSchema()
{
    return Schema::oneOf({QStringLiteral("business"), QStringLiteral("integration")});
}

Schema terminalRole()
{
    QStringList roles;
    for (const Role role : {Role::Kitchen, Role::Counter, Role::Courier, Role::Manager, Role::Owner})
        roles.append(roleText(role));
    return Schema::oneOf(roles);
}

} // namespace

const Schema &newApiTokenSchema()
{
    static const Schema schema = Schema::object(
        {field("name", Schema::string(maxName, 1).described(QStringLiteral("What it is for, or who has it.")),
               Presence::Required),
         field(
             "kind",
             kindSchema().described(QStringLiteral("business may what an owner may; integration is another program.")),
             Presence::Required),
         field("expires_at", Schema::dateTime().described(QStringLiteral("Left out: it does not end by itself.")))});
    return schema;
}

const Schema &apiTokenRotationSchema()
{
    static const Schema schema = Schema::object(
        {field("overlap_seconds", Schema::integer(0, maxOverlapSeconds)
                                      .described(QStringLiteral(
                                          "How long the old secret stays good; left out: a day. 0: it ends at once."))),
         field("expires_at", Schema::dateTime().described(QStringLiteral("Left out: the end stays as it is.")))});
    return schema;
}

const Schema &pairingCodeSchema()
{
    static const Schema schema = Schema::object(
        {field("role", terminalRole(), Presence::Required), field("station_id", Schema::id().nullable())});
    return schema;
}

const Schema &pairSchema()
{
    static const Schema schema = Schema::object(
        {field("code",
               Schema::string(maxTypedCode, 1)
                   .described(QStringLiteral("As somebody types it: blanks, dashes and small letters do not count.")),
               Presence::Required),
         field("name", Schema::string(maxName, 1).described(QStringLiteral("What the screen is called.")),
               Presence::Required)});
    return schema;
}

namespace outputs {

Schema apiToken()
{
    return Schema::object({always("token_id", number()), always("name", text()), always("kind", kindSchema()),
                           always("created_at", Schema::dateTime()), maybe("expires_at", Schema::dateTime()),
                           always("active", Schema::boolean())});
}

Schema apiTokenSecret()
{
    return Schema::object({always("token", apiToken()), always("access_token", text()), always("token_type", text()),
                           maybe("old_tokens_end_at", Schema::dateTime())});
}

Schema pairingCode()
{
    return Schema::object(
        {always("code", text()), always("role", terminalRole()), always("expires_at", Schema::dateTime()),
         maybe("link", Schema::string(1'000).described(QStringLiteral(
                           "What the hub shows as a picture: address, fingerprint of its CA and the code.")))});
}

} // namespace outputs

} // namespace oshaq
