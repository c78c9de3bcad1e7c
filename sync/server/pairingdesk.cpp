// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/pairingdesk.h"

#include "models/hub/attemptlock.h"
#include "sync/pairing/authoritykey.h"

#include <QUuid>

#include <algorithm>

namespace oshaq {

namespace {

constexpr size_t maxAddresses = 1'000;

QByteArray fingerprintOf(const QByteArray &pem)
{
    if (pem.isEmpty())
        return {};
    const auto read = authoritykey::fingerprint(pem);
    return read ? *read : QByteArray();
}

Error refused(const char *message)
{
    return Error{ErrorCode::PairingRefused, QLatin1String(message), {}};
}

Error expired()
{
    return Error{ErrorCode::PairingExpired, QStringLiteral("This took too long; begin again."), {}};
}

} // namespace

PairingDesk::PairingDesk(const QByteArray &authorityPem)
    : m_authorityPem(authorityPem)
    , m_fingerprint(fingerprintOf(authorityPem))
{}

qint64 PairingDesk::open(const Door &door, qint64 nowMs)
{
    const std::lock_guard lock(m_mutex);
    m_visit.reset();
    m_opened = Opened{door, nowMs + openMs, 0};
    return m_opened->untilMs;
}

void PairingDesk::close(qint64 businessId)
{
    const std::lock_guard lock(m_mutex);
    if (!m_opened || m_opened->door.by.businessId != businessId)
        return;
    // Somebody said yes to this one: it may still fetch its token.
    if (m_visit && m_visit->hubAgreed)
        return;
    m_opened.reset();
    if (m_visit)
        m_visit->step = Step::Refused;
}

bool PairingDesk::isUnderWay(qint64 nowMs) const
{
    if (!m_visit || m_visit->step == Step::Refused || m_visit->step == Step::Paired || nowMs >= m_visit->expiresAtMs)
        return false;
    return m_visit->step != Step::Knocked || nowMs < m_visit->revealUntilMs;
}

Result<void> PairingDesk::countKnock(const QByteArray &address, qint64 nowMs)
{
    if (m_knocks.size() >= maxAddresses) {
        std::erase_if(m_knocks, [nowMs](const auto &one) { return one.second.last() + addressMs <= nowMs; });
        if (m_knocks.size() >= maxAddresses)
            return attemptlock::tooSoon(ErrorCode::RateLimited, QStringLiteral("Too many new screens"), addressMs);
    }
    QList<qint64> &times = m_knocks[address];
    while (!times.isEmpty() && times.first() + addressMs <= nowMs)
        times.removeFirst();
    if (times.size() >= maxKnocksOfAddress) {
        return attemptlock::tooSoon(ErrorCode::RateLimited, QStringLiteral("Too many tries from this address"),
                                    times.first() + addressMs - nowMs);
    }
    times.append(nowMs);
    return {};
}

Result<PairingDesk::Hello> PairingDesk::knock(const QString &name, const QByteArray &key, const QByteArray &commitment,
                                              const QByteArray &address, qint64 nowMs)
{
    const std::lock_guard lock(m_mutex);
    if (const auto counted = countKnock(address, nowMs); !counted)
        return counted.error();
    if (!m_opened || nowMs >= m_opened->untilMs || m_opened->knocks >= maxKnocks) {
        return Error{ErrorCode::PairingClosed,
                     QStringLiteral("Nobody at the hub lets a new screen in now: press \"Let a new screen in\" there."),
                     {}};
    }
    // The same screen begins again, when it was started anew for one.
    if (isUnderWay(nowMs) && (m_visit->address != address || m_visit->step == Step::Making)) {
        return Error{ErrorCode::PairingBusy, QStringLiteral("Another screen is coming in; try again after it."), {}};
    }
    ++m_opened->knocks;
    Visit visit;
    visit.businessId = m_opened->door.by.businessId;
    visit.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    visit.name = name;
    visit.address = address;
    visit.key = std::make_unique<comparison::EphemeralKey>();
    visit.nonce = comparison::makeNonce();
    visit.screenKey = key;
    visit.screenCommitment = commitment;
    visit.expiresAtMs = m_opened->untilMs;
    visit.revealUntilMs = nowMs + revealMs;
    m_visit = std::move(visit);
    return Hello{
        m_visit->id, m_visit->key->publicKey(),
        comparison::hubCommitment(m_visit->key->publicKey(), m_visit->nonce, m_fingerprint, m_visit->screenCommitment),
        m_visit->expiresAtMs};
}

Result<PairingDesk::Visit *> PairingDesk::visit(const QString &id, qint64 nowMs)
{
    if (!m_visit || m_visit->id != id)
        return refused("This pairing is none of now; begin again.");
    if (m_visit->step == Step::Refused)
        return refused("Somebody said no.");
    const bool late = m_visit->step == Step::Knocked && nowMs >= m_visit->revealUntilMs;
    if (late || nowMs >= m_visit->expiresAtMs)
        return expired();
    return &*m_visit;
}

Result<QByteArray> PairingDesk::reveal(const QString &id, const QByteArray &nonce, qint64 nowMs)
{
    const std::lock_guard lock(m_mutex);
    const auto found = visit(id, nowMs);
    if (!found)
        return found.error();
    Visit &one = **found;
    const QByteArray expected = comparison::screenCommitment(one.screenKey, nonce, one.name);
    if (one.step != Step::Knocked || !comparison::isSame(expected, one.screenCommitment)) {
        one.step = Step::Refused;
        return refused("This nonce is not the one that was promised.");
    }
    one.digits = comparison::digits({one.screenKey, nonce, one.name, one.key->publicKey(), one.nonce, m_fingerprint});
    one.step = Step::Revealed;
    return one.nonce;
}

Result<PairingDesk::Claim> PairingDesk::claim(const QString &id, qint64 nowMs)
{
    const std::lock_guard lock(m_mutex);
    const auto found = visit(id, nowMs);
    if (!found)
        return found.error();
    Visit &one = **found;
    if (one.step == Step::Knocked)
        return refused("Nothing has been compared yet.");
    one.screenAgreed = true;
    Claim claim;
    claim.name = one.name;
    if (one.step == Step::Paired) {
        claim.state = Claim::State::Done;
        claim.sealed = one.sealed;
    } else if (one.step == Step::Revealed && one.hubAgreed && m_opened) {
        one.step = Step::Making;
        claim.state = Claim::State::Make;
        claim.door = m_opened->door;
    }
    return claim;
}

Result<QByteArray> PairingDesk::finish(const QString &id, const QByteArray &token)
{
    const std::lock_guard lock(m_mutex);
    if (!m_visit || m_visit->id != id || m_visit->step != Step::Making)
        return refused("This pairing is none of now; begin again.");
    const auto sealed = m_visit->key->seal(token, m_visit->screenKey);
    if (!sealed) {
        m_visit->step = Step::Refused;
        return refused("The screen's key is none.");
    }
    m_visit->sealed = *sealed;
    m_visit->step = Step::Paired;
    m_opened.reset(); // for one screen
    return *sealed;
}

void PairingDesk::giveBack(const QString &id)
{
    const std::lock_guard lock(m_mutex);
    if (m_visit && m_visit->id == id && m_visit->step == Step::Making)
        m_visit->step = Step::Revealed;
}

void PairingDesk::cancel(const QString &id)
{
    const std::lock_guard lock(m_mutex);
    if (m_visit && m_visit->id == id && (m_visit->step == Step::Knocked || m_visit->step == Step::Revealed))
        m_visit->step = Step::Refused;
}

void PairingDesk::cameIn(qint64 businessId, const QString &name, const QByteArray &address, qint64 nowMs)
{
    const std::lock_guard lock(m_mutex);
    if (!m_opened || m_opened->door.by.businessId != businessId)
        return;
    // Somebody said yes to that one: it may still fetch its token.
    if (isUnderWay(nowMs) && m_visit->hubAgreed)
        return;
    Visit visit;
    visit.businessId = businessId;
    visit.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    visit.name = name;
    visit.address = address;
    visit.step = Step::Paired;
    visit.expiresAtMs = nowMs + openMs;
    m_visit = std::move(visit);
    m_opened.reset();
}

PairingDesk::View PairingDesk::view(qint64 businessId, qint64 nowMs)
{
    const std::lock_guard lock(m_mutex);
    View view;
    if (m_opened && m_opened->door.by.businessId == businessId && nowMs < m_opened->untilMs)
        view.openUntilMs = m_opened->untilMs;
    if (!m_visit || m_visit->businessId != businessId || nowMs >= m_visit->expiresAtMs)
        return view;
    // What has no digits yet shows nothing: nobody has proven anything.
    if (m_visit->digits.isEmpty() && m_visit->step != Step::Paired)
        return view;
    Shown shown;
    shown.id = m_visit->id;
    shown.name = m_visit->name;
    shown.address = m_visit->address;
    shown.digits = m_visit->digits;
    shown.screenAgreed = m_visit->screenAgreed;
    shown.expiresAtMs = m_visit->expiresAtMs;
    if (m_visit->step == Step::Paired)
        shown.state = Shown::State::Paired;
    else if (m_visit->step == Step::Refused)
        shown.state = Shown::State::Refused;
    else if (m_visit->hubAgreed)
        shown.state = Shown::State::Agreed;
    view.screen = shown;
    return view;
}

Result<void> PairingDesk::answer(const Principal &by, const QString &id, bool same, qint64 nowMs)
{
    const std::lock_guard lock(m_mutex);
    if (!m_visit || m_visit->id != id || m_visit->businessId != by.businessId)
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such screen."), {}};
    const auto found = visit(id, nowMs);
    if (!found)
        return found.error();
    Visit &one = **found;
    if (one.step != Step::Revealed)
        return Error{ErrorCode::NotFound, QStringLiteral("There is nothing to compare."), {}};
    if (same)
        one.hubAgreed = true;
    else
        one.step = Step::Refused;
    return {};
}

} // namespace oshaq
