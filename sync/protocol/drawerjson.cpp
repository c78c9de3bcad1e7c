// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/drawerjson.h"

#include "sync/protocol/fieldreader.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"

namespace oshaq {

namespace {

constexpr int maxReason = 500;
constexpr int maxFaces = 40;
constexpr qint64 maxPieces = 1'000'000;
constexpr int maxRows = 1'000'000;

SchemaField required(const char *name, Schema schema)
{
    return {QString::fromLatin1(name), std::move(schema), Presence::Required};
}

SchemaField optional(const char *name, Schema schema)
{
    return {QString::fromLatin1(name), std::move(schema), Presence::Optional};
}

std::vector<SchemaField> foundFields()
{
    const Schema piece =
        Schema::object({required("face", Schema::money()), required("count", Schema::integer(0, maxPieces))});
    return {optional("counted", Schema::money().described(QStringLiteral("The sum of the pieces when left out."))),
            optional(
                "pieces",
                Schema::array(piece, 0, maxFaces).described(QStringLiteral("How many notes and coins of each kind.")))};
}

void writeAmount(JsonWriter &json, QByteArrayView key, qint64 minor, const Currency &currency)
{
    json.key(key).raw(formatMajorUnits(minor, currency));
}

void writePieces(JsonWriter &json, const std::vector<DrawerPieces> &pieces, const Currency &currency)
{
    json.key("pieces").beginArray();
    for (const DrawerPieces &one : pieces) {
        json.beginObject();
        writeAmount(json, "face", one.faceMinor, currency);
        json.key("count").value(one.count);
        json.endObject();
    }
    json.endArray();
}

void writeFound(JsonWriter &json, qint64 countedMinor, const std::vector<DrawerPieces> &pieces,
                const Currency &currency)
{
    writeAmount(json, "counted", countedMinor, currency);
    if (!pieces.empty())
        writePieces(json, pieces, currency);
}

std::vector<DrawerPieces> readPiecesOf(const FieldReader &in, const Currency &currency)
{
    return readEach<DrawerPieces>(in, u"pieces", [&currency](const FieldReader &one) {
        return DrawerPieces{one.money(u"face", currency), one.integer(u"count")};
    });
}

DrawerSession readSession(const FieldReader &in)
{
    DrawerSession session;
    if (const Result<Currency> currency = Currency::fromCode(in.requiredText(u"currency")))
        session.currency = *currency;
    else
        in.wrong(u"currency", QStringLiteral("is not a known currency"));
    const Currency currency = session.currency;
    session.id = in.integer(u"drawer_id");
    session.terminalId = in.integer(u"terminal_id", 0);
    session.terminalName = in.text(u"terminal");
    session.floatMinor = in.money(u"float", currency);
    session.openedAtMs = in.time(u"opened_at");
    session.openedBy = in.text(u"opened_by");
    session.sales = in.integer(u"sales", 0);
    session.salesMinor = in.money(u"sales_amount", currency);
    session.refunds = in.integer(u"refunds", 0);
    session.refundsMinor = in.money(u"refunds_amount", currency);
    session.paidInMinor = in.money(u"paid_in", currency);
    session.paidOutMinor = in.money(u"paid_out", currency);
    session.moves = readEach<DrawerMove>(in, u"moves", [&currency](const FieldReader &one) {
        DrawerMove move;
        move.id = one.integer(u"move_id");
        if (const auto kind = drawerMoveKindFromText(one.requiredText(u"kind")))
            move.kind = *kind;
        else
            one.wrong(u"kind", QStringLiteral("is not a known kind"));
        move.amountMinor = one.money(u"amount", currency);
        move.reason = one.text(u"reason");
        move.madeBy = one.text(u"made_by");
        move.madeAtMs = one.time(u"made_at");
        return move;
    });
    session.counts = readEach<DrawerCount>(in, u"counts", [&currency](const FieldReader &one) {
        return DrawerCount{one.integer(u"count_id"),
                           one.money(u"counted", currency),
                           one.money(u"expected", currency),
                           readPiecesOf(one, currency),
                           one.text(u"made_by"),
                           one.time(u"made_at")};
    });
    if (const qint64 closedAtMs = in.time(u"closed_at"); closedAtMs != 0)
        session.closedAtMs = closedAtMs;
    session.closedBy = in.text(u"closed_by");
    session.note = in.text(u"note");
    session.version = in.integer(u"version", 1);
    return session;
}

} // namespace

const Schema &newDrawerSchema()
{
    static const Schema schema = Schema::object(
        {required("float", Schema::money().described(QStringLiteral("The change that is put in to begin with.")))});
    return schema;
}

const Schema &drawerMoveSchema()
{
    static const Schema schema =
        Schema::object({required("kind", Schema::oneOf({drawerMoveKindText(DrawerMoveKind::PayIn),
                                                        drawerMoveKindText(DrawerMoveKind::PayOut)})),
                        required("amount", Schema::money()), required("reason", Schema::string(maxReason, 1))});
    return schema;
}

const Schema &drawerCountSchema()
{
    static const Schema schema = Schema::object(foundFields());
    return schema;
}

const Schema &drawerCloseSchema()
{
    static const Schema schema = [] {
        std::vector<SchemaField> fields = foundFields();
        fields.push_back(optional("note", Schema::note(maxReason)));
        fields.push_back(optional("version", Schema::id()));
        return Schema::object(std::move(fields));
    }();
    return schema;
}

Result<std::vector<DrawerPieces>> readPieces(const JsonValue &body, const Currency &currency)
{
    ReadIssues issues;
    auto pieces = readPiecesOf(FieldReader(body, {}, issues), currency);
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("a count of notes and coins"));
    return pieces;
}

void writeDrawer(JsonWriter &json, const DrawerSession &session, bool isHere)
{
    const Currency &currency = session.currency;
    json.beginObject();
    json.key("drawer_id").value(session.id);
    json.key("terminal_id");
    session.terminalId > 0 ? json.value(session.terminalId) : json.null();
    writeTextOrNull(json, "terminal", session.terminalName);
    json.key("here").value(isHere);
    json.key("currency").value(currency.code());
    writeAmount(json, "float", session.floatMinor, currency);
    json.key("opened_at").value(isoUtc(session.openedAtMs));
    writeTextOrNull(json, "opened_by", session.openedBy);
    json.key("sales").value(session.sales);
    writeAmount(json, "sales_amount", session.salesMinor, currency);
    json.key("refunds").value(session.refunds);
    writeAmount(json, "refunds_amount", session.refundsMinor, currency);
    writeAmount(json, "paid_in", session.paidInMinor, currency);
    writeAmount(json, "paid_out", session.paidOutMinor, currency);
    writeAmount(json, "expected", session.expectedMinor(), currency);
    json.key("moves").beginArray();
    for (const DrawerMove &move : session.moves) {
        json.beginObject();
        json.key("move_id").value(move.id);
        json.key("kind").value(drawerMoveKindText(move.kind));
        writeAmount(json, "amount", move.amountMinor, currency);
        json.key("reason").value(move.reason);
        writeTextOrNull(json, "made_by", move.madeBy);
        json.key("made_at").value(isoUtc(move.madeAtMs));
        json.endObject();
    }
    json.endArray();
    json.key("counts").beginArray();
    for (const DrawerCount &count : session.counts) {
        json.beginObject();
        json.key("count_id").value(count.id);
        writeAmount(json, "counted", count.countedMinor, currency);
        writeAmount(json, "expected", count.expectedMinor, currency);
        writeAmount(json, "difference", count.differenceMinor(), currency);
        writePieces(json, count.pieces, currency);
        writeTextOrNull(json, "made_by", count.madeBy);
        json.key("made_at").value(isoUtc(count.madeAtMs));
        json.endObject();
    }
    json.endArray();
    writeTimeOrNull(json, "closed_at", session.closedAtMs.value_or(0));
    writeTextOrNull(json, "closed_by", session.closedBy);
    writeTextOrNull(json, "note", session.note);
    const DrawerCount *closing = session.closing();
    json.key("difference");
    closing ? json.raw(formatMajorUnits(closing->differenceMinor(), currency)) : json.null();
    json.key("version").value(session.version);
    json.endObject();
}

Result<DrawerView> readDrawer(const JsonValue &json)
{
    ReadIssues issues;
    const FieldReader in(json, {}, issues);
    const DrawerView view{readSession(in), in.boolean(u"here", false)};
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("a cash drawer"));
    return view;
}

QByteArray newDrawerBody(qint64 floatMinor, const Currency &currency)
{
    JsonWriter json;
    json.beginObject();
    writeAmount(json, "float", floatMinor, currency);
    json.endObject();
    return json.take();
}

QByteArray drawerMoveBody(DrawerMoveKind kind, qint64 amountMinor, const Currency &currency, const QString &reason)
{
    JsonWriter json;
    json.beginObject();
    json.key("kind").value(drawerMoveKindText(kind));
    writeAmount(json, "amount", amountMinor, currency);
    json.key("reason").value(reason);
    json.endObject();
    return json.take();
}

QByteArray drawerCountBody(qint64 countedMinor, const std::vector<DrawerPieces> &pieces, const Currency &currency)
{
    JsonWriter json;
    json.beginObject();
    writeFound(json, countedMinor, pieces, currency);
    json.endObject();
    return json.take();
}

QByteArray drawerCloseBody(qint64 countedMinor, const std::vector<DrawerPieces> &pieces, const Currency &currency,
                           const QString &note, qint64 version)
{
    JsonWriter json;
    json.beginObject();
    writeFound(json, countedMinor, pieces, currency);
    if (!note.isEmpty())
        json.key("note").value(note);
    json.key("version").value(version);
    json.endObject();
    return json.take();
}

Schema outputs::drawer()
{
    QStringList kinds;
    for (const DrawerMoveKind kind : allDrawerMoveKinds) {
        if (isByHand(kind))
            kinds << drawerMoveKindText(kind);
    }
    const Schema move = Schema::object({always("move_id", number()), always("kind", Schema::oneOf(kinds)),
                                        always("amount", Schema::money()), always("reason", text()),
                                        maybe("made_by", text()), always("made_at", Schema::dateTime())});
    const Schema piece = Schema::object({always("face", Schema::money()), always("count", number())});
    const Schema count = Schema::object(
        {always("count_id", number()), always("counted", Schema::money()), always("expected", Schema::signedMoney()),
         always("difference", Schema::signedMoney()), always("pieces", Schema::array(piece, 0, maxFaces)),
         maybe("made_by", text()), always("made_at", Schema::dateTime())});
    return Schema::object({always("drawer_id", number()),
                           maybe("terminal_id", number()),
                           maybe("terminal", text()),
                           always("here", Schema::boolean()),
                           always("currency", currency()),
                           always("float", Schema::money()),
                           always("opened_at", Schema::dateTime()),
                           maybe("opened_by", text()),
                           always("sales", number()),
                           always("sales_amount", Schema::money()),
                           always("refunds", number()),
                           always("refunds_amount", Schema::money()),
                           always("paid_in", Schema::money()),
                           always("paid_out", Schema::money()),
                           always("expected", Schema::signedMoney()),
                           always("moves", Schema::array(move, 0, maxRows)),
                           always("counts", Schema::array(count, 0, maxRows)),
                           maybe("closed_at", Schema::dateTime()),
                           maybe("closed_by", text()),
                           maybe("note", text()),
                           maybe("difference", Schema::signedMoney()),
                           always("version", number())});
}

} // namespace oshaq
