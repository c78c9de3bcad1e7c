// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/pairingclient.h"

#include "sync/pairing/authoritykey.h"
#include "sync/protocol/pairingjson.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QUuid>

namespace oshaq {

namespace {

PortFailure foreign(const QString &message)
{
    return {PortFailure::Kind::Refused, errorCodeText(ErrorCode::PairingForeign), message, {}};
}

PortFailure broken(const Error &error)
{
    return {PortFailure::Kind::Broken, errorCodeText(error.code), error.message, error.details};
}

/// As the hub takes it into its commitment.
QString cleanName(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).trimmed();
}

QByteArray bodyOf(std::initializer_list<std::pair<const char *, QString>> fields)
{
    JsonWriter json;
    json.beginObject();
    for (const auto &[name, value] : fields)
        json.key(name).value(value);
    json.endObject();
    return json.take();
}

} // namespace

PairingClient::PairingClient(HttpTransport &transport, QString directory, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_caFile(
          QDir(directory).filePath(QStringLiteral("ca-%1.pem").arg(QUuid::createUuid().toString(QUuid::WithoutBraces))))
    , m_calls(m_endpoint, transport)
{
    m_poll.setSingleShot(true);
    m_poll.setInterval(pollMs);
    connect(&m_poll, &QTimer::timeout, this, [this] { claim(m_claim); });
}

PairingClient::~PairingClient()
{
    forgetAuthority();
}

Result<void> PairingClient::trust(const QString &url, const QByteArray &pem)
{
    QSaveFile file(m_caFile);
    if (!file.open(QIODevice::WriteOnly) || file.write(pem) != pem.size() || !file.commit())
        return Error{ErrorCode::StorageUnavailable, QStringLiteral("%1 cannot be written").arg(m_caFile), {}};
    auto endpoint = HubEndpoint::make(url, QString(), m_caFile);
    if (!endpoint)
        return endpoint.error();
    m_endpoint = *endpoint;
    return {};
}

void PairingClient::forgetAuthority()
{
    QFile::remove(m_caFile);
    // A connection that is kept was checked against what was in the old file: never the same name twice.
    const QString directory = QFileInfo(m_caFile).path();
    m_caFile =
        QDir(directory).filePath(QStringLiteral("ca-%1.pem").arg(QUuid::createUuid().toString(QUuid::WithoutBraces)));
}

PortCall
PairingClient::fetchAuthority(const QString &url, const QByteArray &expected, Fail fail,
                              std::function<void(PortCall, const QByteArray &pem, const QByteArray &fingerprint)> next)
{
    forgetAuthority();
    const auto stranger = HubEndpoint::makeStranger(url);
    if (!stranger) {
        return m_calls.tell<PortNothing>(PortAnswer<PortNothing>::failed(broken(stranger.error())),
                                         [fail](const PortAnswer<PortNothing> &answer) { fail(answer.failure); });
    }
    m_endpoint = *stranger;
    const auto call = std::make_shared<PortCall>(0);
    *call = m_calls.begin({"GET", "/api/v1/auth/pair/authority"}, [=, this](const WireReply &reply) {
        Answer answer;
        if (auto failure = HubCalls::failureOf(reply, &answer)) {
            // A hub with somebody else's certificate, or one that is older than this.
            if (failure->errorCode == errorCodeText(ErrorCode::NotFound))
                failure->errorCode = errorCodeText(ErrorCode::NotConfigured);
            return fail(*failure);
        }
        const QByteArray pem = answer.data[u"authority_pem"].string().toLatin1();
        const auto fingerprint = authoritykey::fingerprint(pem);
        if (!fingerprint)
            return fail(broken(fingerprint.error()));
        if (!expected.isEmpty() && !comparison::isSame(*fingerprint, expected))
            return fail(foreign(QStringLiteral("Who answers at %1 is not who made this link.").arg(url)));
        if (const auto trusted = trust(url, pem); !trusted)
            return fail(broken(trusted.error()));
        next(*call, pem, *fingerprint);
    });
    return *call;
}

PortCall PairingClient::byLink(const PairingLink &link, const QString &name, PortDone<PairedHub> done)
{
    const auto fail = [done](const PortFailure &failure) { done(PortAnswer<PairedHub>::failed(failure)); };
    return fetchAuthority(
        link.url, link.fingerprint, fail,
        [=, this](PortCall call, const QByteArray &pem, const QByteArray &fingerprint) {
            const QByteArray body =
                bodyOf({{"code", link.code}, {"name", cleanName(name)}, {"authority", pairingText(fingerprint)}});
            m_calls.proceed(call, {"POST", "/api/v1/auth/pair/code", body}, [=](const WireReply &reply) {
                done(HubCalls::answerOf<PairedHub>(reply, [&](const Answer &answer) -> Result<PairedHub> {
                    const auto token = readPairedTerminal(answer.data);
                    if (!token)
                        return token.error();
                    return PairedHub{link.url, token->token, token->role, pem, fingerprint};
                }));
            });
        });
}

// ---- six digits

PortCall PairingClient::compare(const QString &url, const QString &name, PortDone<QString> done)
{
    refuse();
    const auto fail = [done](const PortFailure &failure) { done(PortAnswer<QString>::failed(failure)); };
    return fetchAuthority(url, {}, fail,
                          [=, this](PortCall call, const QByteArray &pem, const QByteArray &fingerprint) {
                              m_comparison = std::make_unique<Comparison>();
                              m_comparison->url = url;
                              m_comparison->name = cleanName(name);
                              m_comparison->nonce = comparison::makeNonce();
                              m_comparison->authorityPem = pem;
                              m_comparison->authority = fingerprint;
                              knock(call, done);
                          });
}

void PairingClient::knock(PortCall call, const PortDone<QString> &done)
{
    const Comparison &ours = *m_comparison;
    const QByteArray commitment = comparison::screenCommitment(ours.key.publicKey(), ours.nonce, ours.name);
    const QByteArray body = bodyOf(
        {{"name", ours.name}, {"key", pairingText(ours.key.publicKey())}, {"commitment", pairingText(commitment)}});
    m_calls.proceed(call, {"POST", "/api/v1/auth/pair/digits", body}, [=, this](const WireReply &reply) {
        const auto hello =
            HubCalls::answerOf<PairingHello>(reply, [](const Answer &answer) { return readPairingHello(answer.data); });
        if (!hello)
            return done(PortAnswer<QString>::failed(hello.failure));
        m_comparison->id = hello.value->id;
        m_comparison->hubKey = hello.value->key;
        m_comparison->hubCommitment = hello.value->commitment;
        reveal(call, done);
    });
}

void PairingClient::reveal(PortCall call, const PortDone<QString> &done)
{
    const QByteArray body = bodyOf({{"pairing_id", m_comparison->id}, {"nonce", pairingText(m_comparison->nonce)}});
    m_calls.proceed(call, {"POST", "/api/v1/auth/pair/digits/reveal", body}, [=, this](const WireReply &reply) {
        const auto nonce = HubCalls::answerOf<QByteArray>(reply, [](const Answer &answer) -> Result<QByteArray> {
            return pairingBytes(answer.data[u"nonce"].string());
        });
        if (!nonce)
            return done(PortAnswer<QString>::failed(nonce.failure));
        const Comparison &ours = *m_comparison;
        const QByteArray mine = comparison::screenCommitment(ours.key.publicKey(), ours.nonce, ours.name);
        const QByteArray promised = comparison::hubCommitment(ours.hubKey, *nonce.value, ours.authority, mine);
        if (nonce.value->size() != comparison::nonceBytes || !comparison::isSame(promised, ours.hubCommitment)) {
            refuse();
            return done(PortAnswer<QString>::failed(
                foreign(QStringLiteral("The hub's nonce is not the one that it had promised."))));
        }
        done(PortAnswer<QString>::of(comparison::digits(
            {ours.key.publicKey(), ours.nonce, ours.name, ours.hubKey, *nonce.value, ours.authority})));
    });
}

PortCall PairingClient::agree(PortDone<PairedHub> done)
{
    if (!m_comparison || m_comparison->id.isEmpty()) {
        return m_calls.tell(PortAnswer<PairedHub>::failed({PortFailure::Kind::Refused,
                                                           errorCodeText(ErrorCode::PairingRefused),
                                                           QStringLiteral("Nothing has been compared yet."),
                                                           {}}),
                            std::move(done));
    }
    m_agreed = std::move(done);
    m_claim = 0;
    claim(0);
    return m_claim;
}

void PairingClient::claim(PortCall call)
{
    if (!m_comparison)
        return;
    const auto handle = [this](const WireReply &reply) {
        // The hub may be restarting its Wi-Fi: what was compared stays good until it ends.
        const auto sealed = HubCalls::answerOf<QByteArray>(reply, [](const Answer &answer) -> Result<QByteArray> {
            return pairingBytes(answer.data[u"sealed"].string());
        });
        const bool isAway = !sealed && sealed.failure.kind == PortFailure::Kind::Unreachable;
        if (isAway || (sealed && sealed.value->isEmpty())) {
            m_poll.start();
            return;
        }
        m_claim = 0;
        const auto done = std::move(m_agreed);
        const auto ours = std::move(m_comparison);
        if (!sealed)
            return done(PortAnswer<PairedHub>::failed(sealed.failure));
        const auto plain = ours->key.open(*sealed.value, ours->hubKey);
        if (!plain)
            return done(PortAnswer<PairedHub>::failed(foreign(plain.error().message)));
        const auto token = readPairedToken(*plain);
        if (!token)
            return done(PortAnswer<PairedHub>::failed(broken(token.error())));
        done(PortAnswer<PairedHub>::of({ours->url, token->token, token->role, ours->authorityPem, ours->authority}));
    };
    const HubCalls::Request request{"POST", "/api/v1/auth/pair/digits/claim",
                                    bodyOf({{"pairing_id", m_comparison->id}})};
    if (call == 0)
        m_claim = m_calls.begin(request, handle);
    else
        m_calls.proceed(call, request, handle);
}

void PairingClient::refuse()
{
    m_poll.stop();
    if (m_claim != 0)
        m_calls.cancel(std::exchange(m_claim, 0));
    m_agreed = {};
    if (!m_comparison)
        return;
    if (!m_comparison->id.isEmpty()) {
        m_calls.begin({"POST", "/api/v1/auth/pair/digits/cancel", bodyOf({{"pairing_id", m_comparison->id}})},
                      [](const WireReply &) {});
    }
    m_comparison.reset();
}

void PairingClient::cancel(PortCall call)
{
    if (call == m_claim) {
        m_poll.stop();
        m_claim = 0;
        m_agreed = {};
    }
    m_calls.cancel(call);
}

} // namespace oshaq
