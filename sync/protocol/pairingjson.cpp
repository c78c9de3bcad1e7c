// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/pairingjson.h"

#include "sync/protocol/fieldreader.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"

#include <array>

namespace oshaq {

namespace {

constexpr int maxScreenName = 200;
constexpr int maxPairingCode = 20;
constexpr int textOf32Bytes = 43;
constexpr QByteArray::Base64Options base64{QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals};

constexpr std::array<std::pair<KnockingScreen::State, const char *>, 4> stateNames{{
    {KnockingScreen::State::Compare, "compare"},
    {KnockingScreen::State::Agreed, "agreed"},
    {KnockingScreen::State::Paired, "paired"},
    {KnockingScreen::State::Refused, "refused"},
}};

SchemaField required(const char *name, Schema schema)
{
    return {QString::fromLatin1(name), std::move(schema), Presence::Required};
}

Schema bytes()
{
    return Schema::string(textOf32Bytes, textOf32Bytes).described(QStringLiteral("32 bytes in base64url."));
}

Schema screenName()
{
    return Schema::string(maxScreenName, 1).described(QStringLiteral("What the screen is called."));
}

Schema stateSchema()
{
    QStringList names;
    for (const auto &[state, name] : stateNames)
        names.append(QLatin1String(name));
    return Schema::oneOf(names);
}

template <typename T> Result<T> finish(T value, const ReadIssues &issues, const char *what)
{
    if (!issues.isEmpty())
        return issues.error(QLatin1String(what));
    return value;
}

QByteArray readBytes(const FieldReader &in, QStringView name)
{
    const QByteArray read = pairingBytes(in.requiredText(name));
    if (read.isEmpty())
        in.wrong(name, QStringLiteral("must be base64url"));
    return read;
}

} // namespace

const Schema &codePairingSchema()
{
    static const Schema schema = Schema::object(
        {required("code", Schema::string(maxPairingCode, 1)), required("name", screenName()),
         required("authority",
                  Schema::string(textOf32Bytes, textOf32Bytes)
                      .described(QStringLiteral("SHA-256 of the public key of the CA that the screen trusts.")))});
    return schema;
}

const Schema &knockSchema()
{
    static const Schema schema =
        Schema::object({required("name", screenName()), required("key", bytes()), required("commitment", bytes())});
    return schema;
}

const Schema &revealSchema()
{
    static const Schema schema = Schema::object({required("pairing_id", Schema::uuid()), required("nonce", bytes())});
    return schema;
}

const Schema &pairingIdSchema()
{
    static const Schema schema = Schema::object({required("pairing_id", Schema::uuid())});
    return schema;
}

const Schema &pairingAnswerSchema()
{
    static const Schema schema =
        Schema::object({required("pairing_id", Schema::uuid()),
                        required("same", Schema::boolean().described(QStringLiteral("Both screens show the same.")))});
    return schema;
}

const Schema &certificateRequestSchema()
{
    static const Schema schema = Schema::object(
        {required("public_key", Schema::note(2'000).described(QStringLiteral("A key on P-256, in PEM."))),
         required("names", Schema::array(Schema::string(253, 1), 1, 64)
                               .described(QStringLiteral("Names and addresses by which the standby is called.")))});
    return schema;
}

namespace outputs {

Schema signedCertificate()
{
    return Schema::object({always("chain_pem", Schema::note(20'000))});
}

Schema pairingAuthority()
{
    return Schema::object({always("authority_pem", Schema::note(10'000)), always("fingerprint", text())});
}

Schema pairingHello()
{
    return Schema::object({always("pairing_id", Schema::uuid()), always("key", text()), always("commitment", text()),
                           always("expires_at", Schema::dateTime())});
}

Schema pairingNonce()
{
    return Schema::object({always("nonce", text())});
}

Schema pairingClaim()
{
    return Schema::object({always("state", Schema::oneOf({QStringLiteral("waiting"), QStringLiteral("paired")})),
                           maybe("sealed", Schema::string(10'000))});
}

Schema screenDoor()
{
    const Schema screen =
        Schema::object({always("pairing_id", Schema::uuid()), always("name", text()), always("address", text()),
                        always("digits", text()), always("screen_agreed", Schema::boolean()),
                        always("state", stateSchema()), always("expires_at", Schema::dateTime())});
    return Schema::object({always("has_authority", Schema::boolean()), always("announced", Schema::boolean()),
                           maybe("url", Schema::string(500)), maybe("open_until", Schema::dateTime()),
                           maybe("screen", screen)});
}

} // namespace outputs

QByteArray pairingBytes(const QString &text)
{
    const auto read = QByteArray::fromBase64Encoding(text.toLatin1(), base64 | QByteArray::AbortOnBase64DecodingErrors);
    return read ? *read : QByteArray();
}

QString pairingText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64(base64));
}

QByteArray pairedTokenBytes(const PairedToken &token)
{
    JsonWriter json;
    json.beginObject();
    json.key("access_token").value(token.token);
    json.key("role").value(roleText(token.role));
    json.endObject();
    return json.take();
}

Result<PairedToken> readPairedToken(const QByteArray &bytes)
{
    const auto parsed = parseJson(bytes);
    if (!parsed)
        return parsed.error();
    ReadIssues issues;
    const FieldReader in(*parsed, {}, issues);
    PairedToken token;
    token.token = in.requiredText(u"access_token");
    const auto role = roleFromText(in.text(u"role"));
    if (!role)
        in.wrong(u"role", QStringLiteral("is no role"));
    token.role = role.value_or(Role::Kitchen);
    return finish(std::move(token), issues, "a terminal's token");
}

Result<PairedToken> readPairedTerminal(const JsonValue &data)
{
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    PairedToken token;
    token.token = in.requiredText(u"access_token");
    const auto role = roleFromText(data[u"terminal"][u"role"].string());
    if (!role)
        in.wrong(u"terminal", QStringLiteral("has no role"));
    token.role = role.value_or(Role::Kitchen);
    return finish(std::move(token), issues, "a terminal's token");
}

Result<PairingHello> readPairingHello(const JsonValue &data)
{
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    PairingHello hello;
    hello.id = in.requiredText(u"pairing_id");
    hello.key = readBytes(in, u"key");
    hello.commitment = readBytes(in, u"commitment");
    hello.expiresAtMs = in.time(u"expires_at");
    return finish(std::move(hello), issues, "the beginning of a comparison");
}

void writeScreenDoor(JsonWriter &json, const ScreenDoor &door)
{
    json.beginObject();
    json.key("has_authority").value(door.hasAuthority);
    json.key("announced").value(door.isAnnounced);
    writeTextOrNull(json, "url", door.url);
    writeTimeOrNull(json, "open_until", door.openUntilMs);
    json.key("screen");
    if (door.screen) {
        json.beginObject();
        json.key("pairing_id").value(door.screen->id);
        json.key("name").value(door.screen->name);
        json.key("address").value(door.screen->address);
        json.key("digits").value(door.screen->digits);
        json.key("screen_agreed").value(door.screen->screenAgreed);
        for (const auto &[state, name] : stateNames) {
            if (state == door.screen->state)
                json.key("state").value(QString::fromLatin1(name));
        }
        json.key("expires_at").value(isoUtc(door.screen->expiresAtMs));
        json.endObject();
    } else {
        json.null();
    }
    json.endObject();
}

Result<ScreenDoor> readScreenDoor(const JsonValue &data)
{
    ReadIssues issues;
    const FieldReader in(data, {}, issues);
    ScreenDoor door;
    door.hasAuthority = in.boolean(u"has_authority", false);
    door.isAnnounced = in.boolean(u"announced", false);
    door.url = in.text(u"url");
    door.openUntilMs = in.time(u"open_until");
    if (!data[u"screen"].isNull()) {
        const FieldReader from(data[u"screen"], QStringLiteral("screen"), issues);
        KnockingScreen screen;
        screen.id = from.requiredText(u"pairing_id");
        screen.name = from.text(u"name");
        screen.address = from.text(u"address");
        screen.digits = from.text(u"digits");
        screen.screenAgreed = from.boolean(u"screen_agreed", false);
        const QString written = from.text(u"state");
        for (const auto &[state, name] : stateNames) {
            if (written == QLatin1String(name))
                screen.state = state;
        }
        screen.expiresAtMs = from.time(u"expires_at");
        door.screen = screen;
    }
    return finish(std::move(door), issues, "a door for new screens");
}

} // namespace oshaq
