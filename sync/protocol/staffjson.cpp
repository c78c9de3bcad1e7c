// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/staffjson.h"

#include "models/domain/credentials.h"
#include "models/domain/role.h"
#include "sync/protocol/outputs.h"

#include <limits>

namespace oshaq {

namespace {

constexpr int maxName = 200;
constexpr int maxLogin = 100;
constexpr int maxDevice = 100;
constexpr int maxToken = 100;

QStringList staffRoleNames()
{
    QStringList names;
    for (const Role role : allRoles) {
        if (role != Role::Guest && role != Role::Integration)
            names.append(roleText(role));
    }
    return names;
}

SchemaField field(const char *name, Schema schema, Presence presence = Presence::Optional)
{
    return {QString::fromLatin1(name), std::move(schema), presence};
}

SchemaField passwordField(Presence presence)
{
    // Shorter ones are refused where they are set; signing in must not tell how long one has to be.
    return field("password", Schema::string(maxPassword, 1), presence);
}

std::vector<SchemaField> staffFields(Presence presence)
{
    return {field("name", Schema::string(maxName, 1), presence),
            field("role", Schema::oneOf(staffRoleNames()), presence),
            field("login", Schema::string(maxLogin, 1).nullable()), field("station_id", Schema::id().nullable()),
            field("active", Schema::boolean())};
}

} // namespace

const Schema &newStaffSchema()
{
    static const Schema schema = Schema::object(staffFields(Presence::Required));
    return schema;
}

const Schema &staffChangeSchema()
{
    static const Schema schema = [] {
        std::vector<SchemaField> fields = staffFields(Presence::Optional);
        fields.push_back(field("version", Schema::integer(1, std::numeric_limits<qint64>::max())));
        return Schema::object(std::move(fields));
    }();
    return schema;
}

const Schema &pinSchema()
{
    static const Schema schema = Schema::object({field("pin", Schema::string(maxPin, minPin), Presence::Required)});
    return schema;
}

const Schema &passwordSchema()
{
    static const Schema schema = Schema::object({passwordField(Presence::Required)});
    return schema;
}

const Schema &signInSchema()
{
    static const Schema schema = Schema::object(
        {field("pin", Schema::string(maxPin, minPin)), field("login", Schema::string(maxLogin, 1)),
         passwordField(Presence::Optional), field("totp", Schema::string(6, 6)),
         field("device", Schema::string(maxDevice).described(QStringLiteral("What the list of sessions calls it."))),
         field("business", Schema::id().described(QStringLiteral("Needed without a token where there are several.")))});
    return schema;
}

const Schema &refreshSchema()
{
    static const Schema schema =
        Schema::object({field("refresh_token", Schema::string(maxToken, 1), Presence::Required)});
    return schema;
}

const Schema &codeSchema()
{
    static const Schema schema = Schema::object({field("code", Schema::string(6, 6), Presence::Required)});
    return schema;
}

Schema outputs::staff()
{
    return Schema::object({always("staff_id", number()), always("name", text()),
                           always("role", Schema::oneOf(staffRoleNames())), maybe("login", text()),
                           maybe("station_id", number()), always("active", Schema::boolean()),
                           always("has_pin", Schema::boolean()), always("has_password", Schema::boolean()),
                           always("has_totp", Schema::boolean()), always("version", number())});
}

Schema outputs::signIn()
{
    return Schema::object({always("access_token", text()), always("refresh_token", text()),
                           always("token_type", text()), always("expires_at", Schema::dateTime()),
                           always("staff_id", number()), always("role", Schema::oneOf(staffRoleNames()))});
}

Schema outputs::session()
{
    return Schema::object({always("session_id", number()), always("created_at", Schema::dateTime()),
                           maybe("last_used_at", Schema::dateTime()), maybe("ends_at", Schema::dateTime()),
                           maybe("device", text()), always("current", Schema::boolean())});
}

Schema outputs::totpSecret()
{
    return Schema::object({always("secret", text()), always("uri", text())});
}

} // namespace oshaq
