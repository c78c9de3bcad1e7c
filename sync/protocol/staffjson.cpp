// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/staffjson.h"

#include "models/domain/credentials.h"
#include "models/domain/role.h"
#include "sync/protocol/fieldreader.h"
#include "sync/protocol/jsonhelp.h"
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

Role readRole(const FieldReader &reader)
{
    const auto role = roleFromText(reader.requiredText(u"role"));
    if (!role)
        reader.wrong(u"role", QStringLiteral("is no role"));
    return role.value_or(Role::Kitchen);
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

const Schema &operatorSignInSchema()
{
    static const Schema schema = Schema::object(
        {field("pin", Schema::string(maxPin, minPin)),
         field("staff_id", Schema::id().described(QStringLiteral("Instead of a PIN that the screen checked itself."))),
         field("acted_at", Schema::dateTime().described(QStringLiteral("When that was; goes with staff_id.")))});
    return schema;
}

const Schema &operatorSignOutSchema()
{
    static const Schema schema =
        Schema::object({field("staff_id", Schema::id(), Presence::Required), field("acted_at", Schema::dateTime())});
    return schema;
}

const Schema &shiftEndSchema()
{
    static const Schema schema = Schema::object({field("ended_at", Schema::dateTime(), Presence::Required)});
    return schema;
}

QByteArray staffBody(const StaffMember &member)
{
    JsonWriter json;
    json.beginObject();
    json.key("name").value(member.name);
    json.key("role").value(roleText(member.role));
    writeTextOrNull(json, "login", member.login);
    writeNumberOrNull(json, "station_id", member.stationId);
    json.key("active").value(member.active);
    if (member.id > 0)
        json.key("version").value(member.version);
    json.endObject();
    return json.take();
}

QByteArray pinBody(const QString &pin)
{
    JsonWriter json;
    json.beginObject().key("pin").value(pin).endObject();
    return json.take();
}

QByteArray passwordBody(const QString &password)
{
    JsonWriter json;
    json.beginObject().key("password").value(password).endObject();
    return json.take();
}

QByteArray signedInBody(qint64 staffId, qint64 actedAtMs)
{
    JsonWriter json;
    json.beginObject();
    json.key("staff_id").value(staffId);
    json.key("acted_at").value(isoUtc(actedAtMs));
    json.endObject();
    return json.take();
}

QByteArray signedOutBody(qint64 staffId, qint64 actedAtMs)
{
    return signedInBody(staffId, actedAtMs);
}

QByteArray shiftEndBody(qint64 endedAtMs)
{
    JsonWriter json;
    json.beginObject().key("ended_at").value(isoUtc(endedAtMs)).endObject();
    return json.take();
}

void writeStaff(JsonWriter &json, const StaffMember &staff)
{
    json.beginObject();
    json.key("staff_id").value(staff.id);
    json.key("name").value(staff.name);
    json.key("role").value(roleText(staff.role));
    writeTextOrNull(json, "login", staff.login);
    writeNumberOrNull(json, "station_id", staff.stationId);
    json.key("active").value(staff.active);
    json.key("has_pin").value(staff.hasPin);
    json.key("has_password").value(staff.hasPassword);
    json.key("has_totp").value(staff.hasTotp);
    json.key("version").value(staff.version);
    json.endObject();
}

Result<StaffMember> readStaff(const JsonValue &json)
{
    ReadIssues issues;
    const FieldReader reader(json, QString(), issues);
    StaffMember staff;
    staff.id = reader.integer(u"staff_id");
    staff.name = reader.requiredText(u"name");
    staff.role = readRole(reader);
    staff.login = reader.text(u"login");
    staff.stationId = reader.maybeInteger(u"station_id");
    staff.active = reader.boolean(u"active", true);
    staff.hasPin = reader.boolean(u"has_pin", false);
    staff.hasPassword = reader.boolean(u"has_password", false);
    staff.hasTotp = reader.boolean(u"has_totp", false);
    staff.version = reader.integer(u"version");
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("one of the staff"));
    return staff;
}

void writeShift(JsonWriter &json, const StaffShift &shift)
{
    json.beginObject();
    json.key("shift_id").value(shift.id);
    json.key("staff_id").value(shift.staffId);
    json.key("staff_name").value(shift.staffName);
    writeNumberOrNull(json, "terminal_id", shift.terminalId > 0 ? std::optional(shift.terminalId) : std::nullopt);
    writeTextOrNull(json, "terminal_name", shift.terminalName);
    json.key("began_at").value(isoUtc(shift.beganAtMs));
    writeTimeOrNull(json, "ended_at", shift.endedAtMs.value_or(0));
    json.key("ended_by_other").value(shift.endedByOther);
    json.endObject();
}

Result<StaffShift> readShift(const JsonValue &json)
{
    ReadIssues issues;
    const FieldReader reader(json, QString(), issues);
    StaffShift shift;
    shift.id = reader.integer(u"shift_id");
    shift.staffId = reader.integer(u"staff_id");
    shift.staffName = reader.text(u"staff_name");
    shift.terminalId = reader.integer(u"terminal_id", 0);
    shift.terminalName = reader.text(u"terminal_name");
    shift.beganAtMs = reader.time(u"began_at");
    if (!reader[u"ended_at"].isNull())
        shift.endedAtMs = reader.time(u"ended_at");
    shift.endedByOther = reader.boolean(u"ended_by_other", false);
    if (shift.beganAtMs == 0)
        reader.wrong(u"began_at", QStringLiteral("is missing"));
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("a shift"));
    return shift;
}

void writeOperatorSignIn(JsonWriter &json, const OperatorSignIn &person)
{
    json.beginObject();
    json.key("staff_id").value(person.staffId);
    json.key("name").value(person.name);
    json.key("role").value(roleText(person.role));
    writeNumberOrNull(json, "shift_id", person.shiftId > 0 ? std::optional(person.shiftId) : std::nullopt);
    json.key("active").value(person.active);
    json.endObject();
}

Result<OperatorSignIn> readOperatorSignIn(const JsonValue &json)
{
    ReadIssues issues;
    const FieldReader reader(json, QString(), issues);
    OperatorSignIn person;
    person.staffId = reader.integer(u"staff_id");
    person.name = reader.requiredText(u"name");
    person.role = readRole(reader);
    person.shiftId = reader.integer(u"shift_id", 0);
    person.active = reader.boolean(u"active", true);
    if (person.staffId <= 0)
        reader.wrong(u"staff_id", QStringLiteral("must be positive"));
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("a sign-in"));
    return person;
}

Result<OperatorFacts> readOperatorFacts(const JsonValue &json)
{
    ReadIssues issues;
    const FieldReader reader(json, QString(), issues);
    OperatorFacts facts;
    facts.withPin = reader.small(u"with_pin", 0);
    facts.managersWithPin = reader.small(u"managers_with_pin", 0);
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("what a screen asks for"));
    if (json[u"person"].isNull())
        return facts;
    auto person = readOperatorSignIn(json[u"person"]);
    if (!person)
        return person.error();
    facts.person = std::move(*person);
    return facts;
}

Result<QMap<QString, std::vector<Role>>> readPermissions(const JsonValue &json)
{
    if (!json.isObject())
        return Error{ErrorCode::ValidationFailed, QStringLiteral("This is not a table of permissions."), {}};
    QMap<QString, std::vector<Role>> table;
    for (const auto &[route, roles] : json.members()) {
        std::vector<Role> known;
        for (const JsonValue &role : roles.items()) {
            if (const auto one = roleFromText(role.string()))
                known.push_back(*one);
        }
        table.insert(route, std::move(known));
    }
    return table;
}

Schema outputs::shift()
{
    return Schema::object({always("shift_id", number()), always("staff_id", number()), always("staff_name", text()),
                           maybe("terminal_id", number()), maybe("terminal_name", text()),
                           always("began_at", Schema::dateTime()), maybe("ended_at", Schema::dateTime()),
                           always("ended_by_other", Schema::boolean())});
}

Schema outputs::operatorSignIn()
{
    return Schema::object({always("staff_id", number()), always("name", text()),
                           always("role", Schema::oneOf(staffRoleNames())), maybe("shift_id", number()),
                           always("active", Schema::boolean())});
}

Schema outputs::operatorFacts()
{
    return Schema::object(
        {always("with_pin", number()), always("managers_with_pin", number()), maybe("person", operatorSignIn())});
}

Schema outputs::permissions()
{
    QStringList names;
    for (const Role role : allRoles)
        names.append(roleText(role));
    return Schema::map(Schema::array(Schema::oneOf(names), 0, int(allRoles.size())), 1000);
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
