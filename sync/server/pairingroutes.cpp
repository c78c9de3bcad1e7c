// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/domain/pairinglink.h"
#include "models/domain/timetext.h"
#include "models/domain/typedcode.h"
#include "models/hub/accessservice.h"
#include "models/hub/pairingservice.h"
#include "models/hub/secrethash.h"
#include "sync/pairing/authoritykey.h"
#include "sync/pairing/comparison.h"
#include "sync/protocol/catalogcommands.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/pairingjson.h"
#include "sync/protocol/tokenjson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/huburls.h"
#include "sync/server/routebuilder.h"
#include "sync/server/terminalanswers.h"
#include "sync/server/tlsidentity.h"

namespace oshaq::routes {

namespace {

Error foreign(const char *message)
{
    return Error{ErrorCode::PairingForeign, QLatin1String(message), {}};
}

/// Whether screens can pin something here: TLS up to this process, with a CA of the hub's own.
Result<void> checkPinnable(ApiThread &thread, const Exchange &exchange)
{
    if (thread.shared().pairing.hasAuthority() && exchange.request.isTls)
        return {};
    return Error{ErrorCode::NotConfigured,
                 QStringLiteral("This hub has no certificate authority of its own; see server.tls."),
                 {}};
}

// ---- by a code

Flow makePairingCode(ApiThread &thread, const ExchangePtr &exchange)
{
    const TerminalEdit edit = readTerminalEdit(exchange->body);
    PairingDesk::Door door;
    door.by = *exchange->principal;
    door.role = edit.role.value_or(Role::Kitchen);
    door.stationId = edit.stationId.value_or(std::nullopt);
    const QByteArray random = secrethash::randomBytes(typedcode::pairingBytes);
    return thread.submit(
        exchange,
        [role = door.role, stationId = door.stationId, random](WriteContext &context) {
            return pairingwrites::makeCode(context, role, stationId, random);
        },
        [door](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            if (outcome.secret.isEmpty() || outcome.values.empty())
                return Error{ErrorCode::Internal, QStringLiteral("a pairing without a code"), {}};
            PairingDesk &desk = owner.shared().pairing;
            QString link;
            if (desk.hasAuthority()) {
                // Whoever has no camera compares digits instead, for as long as the door is open.
                desk.open(door, owner.nowMs());
                link = PairingLink{hubUrlForScreens(owner.shared()), desk.fingerprint(), outcome.secret}.text();
            }
            JsonWriter json;
            json.beginObject();
            json.key("code").value(outcome.secret);
            json.key("role").value(roleText(door.role));
            json.key("expires_at").value(isoUtc(outcome.values.front()));
            writeTextOrNull(json, "link", link);
            json.endObject();
            apijson::succeed(done, outcome.code, json.take(),
                             QStringLiteral("Type this code on the new screen; it is shown once"));
            return {};
        });
}

Error refusalOf(const WriteOutcome &outcome)
{
    const qint64 why = outcome.values.empty() ? 0 : outcome.values.front();
    if (why == qint64(pairingwrites::CodeState::Expired))
        return {ErrorCode::PairingExpired, QStringLiteral("This code is too old; have a new one shown."), {}};
    if (why == qint64(pairingwrites::CodeState::Used))
        return {
            ErrorCode::PairingUsed, QStringLiteral("Another screen came in by this code; have a new one shown."), {}};
    return {ErrorCode::CredentialsWrong, QStringLiteral("This is not the code that is shown."), {}};
}

/// `saysWhy`: for screens that know whom they talk to; others learn no more than that it was no use.
Flow pairBy(ApiThread &thread, const ExchangePtr &exchange, bool saysWhy)
{
    const JsonValue &body = exchange->body;
    return thread.submitThen(
        exchange,
        [code = body[u"code"].string(), name = cleanText(body[u"name"].string()),
         address = QString::fromLatin1(exchange->request.remoteAddress)](WriteContext &context) {
            return pairingwrites::pair(context, code, name, address);
        },
        [saysWhy, shown = cleanText(body[u"name"].string())](ApiThread &owner, const ExchangePtr &waiting,
                                                             const Result<WriteOutcome> &outcome) {
            if (!outcome)
                return refuse(*waiting, outcome.error());
            if (outcome->code == 401) {
                if (saysWhy)
                    return refuse(*waiting, refusalOf(*outcome));
                waiting->refuse(ErrorCode::CredentialsWrong,
                                QStringLiteral("This code pairs nothing now; have a new one shown."));
                return Flow::Answer;
            }
            const qint64 businessId = outcome->values.empty() ? 0 : outcome->values.front();
            owner.shared().pairing.cameIn(businessId, shown, waiting->request.remoteAddress, owner.nowMs());
            const auto answered = terminalanswers::token(owner, *waiting, businessId, *outcome, 0,
                                                         QStringLiteral("Paired; the token is shown once"));
            return answered ? Flow::Answer : refuse(*waiting, answered.error());
        });
}

/// The code is all that the new screen has: a token that comes with it counts for nothing.
Flow pair(ApiThread &thread, const ExchangePtr &exchange)
{
    // A screen that pairs like this over TLS asked nobody whose certificate it was.
    if (checkPinnable(thread, *exchange))
        return refuse(*exchange, foreign("Over TLS a screen says which authority it trusts: see auth/pair/code."));
    return pairBy(thread, exchange, false);
}

Flow pairByCode(ApiThread &thread, const ExchangePtr &exchange)
{
    if (const auto checked = checkPinnable(thread, *exchange); !checked)
        return refuse(*exchange, checked.error());
    const QByteArray trusted = pairingBytes(exchange->body[u"authority"].string());
    if (!comparison::isSame(trusted, thread.shared().pairing.fingerprint()))
        return refuse(*exchange, foreign("The authority that this screen trusts is not this hub's."));
    return pairBy(thread, exchange, true);
}

Flow authority(ApiThread &thread, const ExchangePtr &exchange)
{
    if (const auto checked = checkPinnable(thread, *exchange); !checked)
        return refuse(*exchange, Error{ErrorCode::NotFound, checked.error().message, {}});
    const PairingDesk &desk = thread.shared().pairing;
    JsonWriter json;
    json.beginObject();
    json.key("authority_pem").value(QString::fromLatin1(desk.authorityPem()));
    json.key("fingerprint").value(pairingText(desk.fingerprint()));
    json.endObject();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"));
    return Flow::Answer;
}

// ---- by six digits: the new screen's side

Flow knock(ApiThread &thread, const ExchangePtr &exchange)
{
    if (const auto checked = checkPinnable(thread, *exchange); !checked)
        return refuse(*exchange, checked.error());
    const JsonValue &body = exchange->body;
    const QByteArray key = pairingBytes(body[u"key"].string());
    const QByteArray commitment = pairingBytes(body[u"commitment"].string());
    if (key.size() != comparison::keyBytes || commitment.size() != comparison::commitmentBytes) {
        exchange->refuse(ErrorCode::ValidationFailed, QStringLiteral("The request is wrong in one place."),
                         {{key.size() != comparison::keyBytes ? QStringLiteral("key") : QStringLiteral("commitment"),
                           QStringLiteral("is not 32 bytes in base64url")}});
        return Flow::Answer;
    }
    const auto hello = thread.shared().pairing.knock(cleanText(body[u"name"].string()), key, commitment,
                                                     exchange->request.remoteAddress, thread.nowMs());
    if (!hello)
        return refuse(*exchange, hello.error());
    JsonWriter json;
    json.beginObject();
    json.key("pairing_id").value(hello->id);
    json.key("key").value(pairingText(hello->key));
    json.key("commitment").value(pairingText(hello->commitment));
    json.key("expires_at").value(isoUtc(hello->expiresAtMs));
    json.endObject();
    apijson::succeed(*exchange, 201, json.take(), QStringLiteral("Say the nonce of the commitment now"));
    return Flow::Answer;
}

Flow reveal(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto nonce = thread.shared().pairing.reveal(exchange->body[u"pairing_id"].string(),
                                                      pairingBytes(exchange->body[u"nonce"].string()), thread.nowMs());
    if (!nonce)
        return refuse(*exchange, nonce.error());
    JsonWriter json;
    json.beginObject();
    json.key("nonce").value(pairingText(*nonce));
    json.endObject();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("Compare the digits on both screens"));
    return Flow::Answer;
}

void answerClaim(Exchange &exchange, const QByteArray &sealed)
{
    JsonWriter json;
    json.beginObject();
    json.key("state").value(sealed.isEmpty() ? QStringLiteral("waiting") : QStringLiteral("paired"));
    writeTextOrNull(json, "sealed", pairingText(sealed));
    json.endObject();
    apijson::succeed(exchange, 200, json.take(),
                     sealed.isEmpty() ? QStringLiteral("The person at the hub has not answered yet")
                                      : QStringLiteral("Paired"));
}

Flow claim(ApiThread &thread, const ExchangePtr &exchange)
{
    const QString id = exchange->body[u"pairing_id"].string();
    const auto claim = thread.shared().pairing.claim(id, thread.nowMs());
    if (!claim)
        return refuse(*exchange, claim.error());
    if (claim->state != PairingDesk::Claim::State::Make) {
        answerClaim(*exchange, claim->sealed);
        return Flow::Answer;
    }
    return thread.submitThen(
        exchange,
        [door = claim->door, name = claim->name](WriteContext &context) {
            // Whoever opened the door was asked for the right to then, and said yes to this screen.
            context.principal = door.by;
            return accesswrites::createTerminal(context, door.by.businessId, name, door.role, door.stationId);
        },
        [id, role = claim->door.role](ApiThread &owner, const ExchangePtr &waiting,
                                      const Result<WriteOutcome> &outcome) {
            PairingDesk &desk = owner.shared().pairing;
            if (!outcome) {
                desk.giveBack(id);
                return refuse(*waiting, outcome.error());
            }
            const auto sealed = desk.finish(id, pairedTokenBytes({outcome->secret, role}));
            if (!sealed)
                return refuse(*waiting, sealed.error());
            answerClaim(*waiting, *sealed);
            return Flow::Answer;
        });
}

Flow cancelKnock(ApiThread &thread, const ExchangePtr &exchange)
{
    thread.shared().pairing.cancel(exchange->body[u"pairing_id"].string());
    apijson::succeed(*exchange, 200, "{}", QStringLiteral("Cancelled"));
    return Flow::Answer;
}

// ---- by six digits: the hub's side

KnockingScreen shownScreen(const PairingDesk::Shown &shown)
{
    KnockingScreen screen;
    screen.id = shown.id;
    screen.name = shown.name;
    screen.address = QString::fromLatin1(shown.address);
    screen.digits = shown.digits;
    screen.screenAgreed = shown.screenAgreed;
    screen.expiresAtMs = shown.expiresAtMs;
    switch (shown.state) {
    case PairingDesk::Shown::State::Compare:
        screen.state = KnockingScreen::State::Compare;
        break;
    case PairingDesk::Shown::State::Agreed:
        screen.state = KnockingScreen::State::Agreed;
        break;
    case PairingDesk::Shown::State::Paired:
        screen.state = KnockingScreen::State::Paired;
        break;
    case PairingDesk::Shown::State::Refused:
        screen.state = KnockingScreen::State::Refused;
        break;
    }
    return screen;
}

Flow showDoor(ApiThread &thread, const ExchangePtr &exchange)
{
    ApiShared &shared = thread.shared();
    const auto view = shared.pairing.view(exchange->principal->businessId, thread.nowMs());
    ScreenDoor door;
    door.hasAuthority = shared.pairing.hasAuthority();
    door.isAnnounced = shared.announced.load();
    door.url = hubUrlForScreens(shared);
    door.openUntilMs = view.openUntilMs;
    if (view.screen)
        door.screen = shownScreen(*view.screen);
    JsonWriter json;
    writeScreenDoor(json, door);
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"));
    return Flow::Answer;
}

Flow answerKnock(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto answered = thread.shared().pairing.answer(*exchange->principal, exchange->body[u"pairing_id"].string(),
                                                         exchange->body[u"same"].boolean(), thread.nowMs());
    if (!answered)
        return refuse(*exchange, answered.error());
    return showDoor(thread, exchange);
}

Flow closeDoor(ApiThread &thread, const ExchangePtr &exchange)
{
    thread.shared().pairing.close(exchange->principal->businessId);
    apijson::succeed(*exchange, 200, "{}", QStringLiteral("Closed"));
    return Flow::Answer;
}

// ---- the standby, which screens should know too

Flow signForStandby(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto &tls = thread.shared().options.http.tls;
    if (!tls)
        return refuse(*exchange, Error{ErrorCode::NotConfigured, QStringLiteral("This hub speaks no TLS."), {}});
    QStringList names;
    for (const JsonValue &name : exchange->body[u"names"].items())
        names << name.string().toLower();
    const auto chain = tls->issue(exchange->body[u"public_key"].string().toLatin1(), names);
    if (!chain)
        return refuse(*exchange, chain.error());
    JsonWriter json;
    json.beginObject();
    json.key("chain_pem").value(QString::fromLatin1(*chain));
    json.endObject();
    apijson::succeed(*exchange, 201, json.take(), QStringLiteral("Signed"));
    return Flow::Answer;
}

} // namespace

std::vector<Route> pairingRoutes()
{
    using namespace routing;
    constexpr auto needed = Route::Body::Required;
    const Permission edit = only(managers);
    const Output token = created(answers("TerminalToken", outputs::terminalToken()));
    const Output door = answers("ScreenDoor", outputs::screenDoor());
    const auto knocks = [](const char *pattern, const char *name, const Schema &input, const Output &output,
                           Handler handler) {
        return handsOutSecrets(write("POST", pattern, name, everybody(), needed, input, output, handler));
    };
    return {
        summed(handsOutSecrets(write("POST", "/business/terminals/pairing", "business.terminals.pairing", edit, needed,
                                     pairingCodeSchema(), created(answers("PairingCode", outputs::pairingCode())),
                                     makePairingCode)),
               "A code for ten minutes by which one new screen gets its token; opens the door for six digits too"),
        summed(get("/business/terminals/pairing", "business.terminals.door", edit, {}, door, showDoor),
               "The new screen that shows six digits now, with the digits"),
        summed(remove("/business/terminals/pairing", "business.terminals.close", edit,
                      answers("Nothing", outputs::nothing()), closeDoor),
               "Nobody may come in by digits any more"),
        summed(handsOutSecrets(write("POST", "/business/terminals/pairing/answer", "business.terminals.compare", edit,
                                     needed, pairingAnswerSchema(), door, answerKnock)),
               "Whether the new screen shows the same digits"),
        summed(
            handsOutSecrets(write("POST", "/admin/replica/certificate", "admin.replica.certificate",
                                  only(managers | roleBit(Role::Standby)), needed, certificateRequestSchema(),
                                  created(answers("SignedCertificate", outputs::signedCertificate())), signForStandby)),
            "A certificate of this hub's authority for its standby, so that screens know it on that day"),
        summed(knocks("/auth/pair", "auth.pair", pairSchema(), token, pair),
               "A new screen comes in by a pairing code, where there is no TLS"),
        summed(get("/auth/pair/authority", "auth.pair.authority", everybody(), {},
                   answers("PairingAuthority", outputs::pairingAuthority()), authority),
               "The hub's own CA, for a screen that checks its fingerprint by other means"),
        summed(knocks("/auth/pair/code", "auth.pair.code", codePairingSchema(), token, pairByCode),
               "A new screen comes in by the code of a link, over TLS that it has checked"),
        summed(knocks("/auth/pair/digits", "auth.pair.knock", knockSchema(),
                      created(answers("PairingHello", outputs::pairingHello())), knock),
               "A new screen begins to compare six digits"),
        summed(knocks("/auth/pair/digits/reveal", "auth.pair.reveal", revealSchema(),
                      answers("PairingNonce", outputs::pairingNonce()), reveal),
               "The nonce of its commitment, for the hub's"),
        summed(knocks("/auth/pair/digits/claim", "auth.pair.claim", pairingIdSchema(),
                      answers("PairingClaim", outputs::pairingClaim()), claim),
               "The person at the new screen says that the digits are the same"),
        summed(knocks("/auth/pair/digits/cancel", "auth.pair.cancel", pairingIdSchema(),
                      answers("Nothing", outputs::nothing()), cancelKnock),
               "The person at the new screen says that they differ"),
    };
}

} // namespace oshaq::routes
