// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/role.h"
#include "models/hub/principal.h"
#include "sync/pairing/comparison.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace oshaq {

/// Where new screens knock: the comparisons of six digits that are under way at this hub. All of it lives minutes and
/// in memory; a restart of the hub forgets it, and the person begins again. Thread-safe. Times: UTC ms of the hub.
///
/// Nobody may knock unless a manager has just opened the door for one screen of a given role; then one at a time, a
/// few times at most, and not often from one address.
class PairingDesk
{
    Q_DISABLE_COPY_MOVE(PairingDesk)

public:
    static constexpr qint64 openMs = qint64{5} * 60 * 1000; ///< the door, and everything behind it
    static constexpr qint64 revealMs = qint64{30} * 1000;   ///< between the first and the second message
    static constexpr int maxKnocks = 5;                     ///< while the door is open
    static constexpr int maxKnocksOfAddress = 10;           ///< within addressMs
    static constexpr qint64 addressMs = qint64{10} * 60 * 1000;

    /// `authorityPem`: the hub's own CA; empty: it has none, and nobody is compared.
    explicit PairingDesk(const QByteArray &authorityPem);

    bool hasAuthority() const { return !m_fingerprint.isEmpty(); }
    const QByteArray &authorityPem() const { return m_authorityPem; }
    const QByteArray &fingerprint() const { return m_fingerprint; }

    /// What the screen that comes in will be, and who lets it in. That they may was checked.
    struct Door
    {
        Principal by;
        Role role = Role::Kitchen;
        std::optional<qint64> stationId;
    };
    /// Until when it is open. The last one who opens counts: what was behind another door ends as refused.
    qint64 open(const Door &door, qint64 nowMs);
    void close(qint64 businessId);

    // What the screen asks.

    struct Hello
    {
        QString id;
        QByteArray key;
        QByteArray commitment;
        qint64 expiresAtMs = 0;
    };
    /// PairingClosed, PairingBusy, RateLimited.
    Result<Hello> knock(const QString &name, const QByteArray &key, const QByteArray &commitment,
                        const QByteArray &address, qint64 nowMs);
    /// The hub's nonce for the screen's. PairingRefused, for good, when that is not the one of its commitment.
    Result<QByteArray> reveal(const QString &id, const QByteArray &nonce, qint64 nowMs);

    struct Claim
    {
        enum class State
        {
            Waiting, ///< the person at the hub has not answered yet
            Make,    ///< both have said yes: whoever gets this makes the terminal and calls finish() or giveBack()
            Done
        };
        State state = State::Waiting;
        Door door;
        QString name;
        QByteArray sealed; ///< of Done
    };
    /// The person at the screen says that the digits are the same. PairingRefused, PairingExpired.
    Result<Claim> claim(const QString &id, qint64 nowMs);
    /// Seals the token for the screen and keeps that until the end of the pairing, for a claim whose answer was lost.
    Result<QByteArray> finish(const QString &id, const QByteArray &token);
    void giveBack(const QString &id);
    /// The person at the screen says no.
    void cancel(const QString &id);

    // What the hub's screens see.

    struct Shown
    {
        enum class State
        {
            Compare, ///< both sides can show the digits
            Agreed,  ///< here; the other side has not said so yet, or its token is being made
            Paired,
            Refused, ///< by either side
        };
        QString id;
        QString name;
        QByteArray address;
        QString digits;
        bool screenAgreed = false;
        State state = State::Compare;
        qint64 expiresAtMs = 0;
    };
    struct View
    {
        qint64 openUntilMs = 0; ///< 0: closed
        std::optional<Shown> screen;
    };
    View view(qint64 businessId, qint64 nowMs);
    /// A screen has come in by the code of this door, which is for one: shown as Paired, without digits.
    void cameIn(qint64 businessId, const QString &name, const QByteArray &address, qint64 nowMs);
    /// NotFound; PairingExpired; PairingRefused when the other side was first to say no.
    Result<void> answer(const Principal &by, const QString &id, bool same, qint64 nowMs);

private:
    enum class Step
    {
        Knocked,
        Revealed,
        Making,
        Paired,
        Refused
    };
    struct Visit
    {
        qint64 businessId = 0;
        QString id;
        QString name;
        QByteArray address;
        std::unique_ptr<comparison::EphemeralKey> key;
        QByteArray nonce;
        QByteArray screenKey;
        QByteArray screenCommitment;
        QString digits;
        QByteArray sealed;
        Step step = Step::Knocked;
        bool screenAgreed = false;
        bool hubAgreed = false;
        qint64 expiresAtMs = 0;
        qint64 revealUntilMs = 0;
    };
    struct Opened
    {
        Door door;
        qint64 untilMs = 0;
        int knocks = 0;
    };

    Result<Visit *> visit(const QString &id, qint64 nowMs);
    bool isUnderWay(qint64 nowMs) const;
    Result<void> countKnock(const QByteArray &address, qint64 nowMs);

    const QByteArray m_authorityPem;
    const QByteArray m_fingerprint;
    std::mutex m_mutex;
    std::optional<Opened> m_opened;
    std::optional<Visit> m_visit;
    std::map<QByteArray, QList<qint64>> m_knocks; ///< by address
};

} // namespace oshaq
