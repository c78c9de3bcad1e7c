// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/pairinglink.h"
#include "models/domain/role.h"
#include "models/terminal/portcall.h"
#include "sync/client/hubcalls.h"
#include "sync/pairing/comparison.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace oshaq {

/// What a screen keeps of a pairing.
struct PairedHub
{
    QString url;
    QString token;
    Role role = Role::Kitchen;
    QByteArray authorityPem; ///< the CA to trust from now on, and no other
    QByteArray fingerprint;  ///< of its public key
};

/// The new screen's side of a pairing over TLS. The CA is fetched from whoever answers, and nothing else is said before
/// it was checked: against the fingerprint of a link, or, by the person, with six digits that it is part of. From then
/// on every request is held to that CA. GUI thread; one pairing at a time.
///
/// Failures besides HubCalls': PAIRING_FOREIGN, also when it is found out here; what the hub says, such as
/// PAIRING_EXPIRED, is Refused.
class PairingClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PairingClient)

public:
    static constexpr int pollMs = 1'000;

    /// The transport must outlive it. `directory`: exists; the CA that is being looked at lies there meanwhile.
    PairingClient(HttpTransport &transport, QString directory, QObject *parent = nullptr);
    ~PairingClient() override;

    PortCall byLink(const PairingLink &link, const QString &name, PortDone<PairedHub> done);

    /// The six digits to show, once the hub shows them too. `url`: https.
    PortCall compare(const QString &url, const QString &name, PortDone<QString> done);
    /// The person says that they are the same: done when the person at the hub has said so too.
    PortCall agree(PortDone<PairedHub> done);
    /// The person says that they differ, or goes away: the hub is told, as far as it can be. Forgets every call.
    void refuse();

    void cancel(PortCall call);

private:
    struct Comparison
    {
        QString url;
        QString name;
        comparison::EphemeralKey key;
        QByteArray nonce;
        QByteArray authorityPem;
        QByteArray authority; ///< fingerprint
        QString id;
        QByteArray hubKey;
        QByteArray hubCommitment;
    };
    using Fail = std::function<void(const PortFailure &)>;

    /// Fetches the CA from `url`, holds every later request to it and goes on.
    PortCall fetchAuthority(const QString &url, const QByteArray &expected, Fail fail,
                            std::function<void(PortCall, const QByteArray &pem, const QByteArray &fingerprint)> next);
    Result<void> trust(const QString &url, const QByteArray &pem);
    void forgetAuthority();
    void knock(PortCall call, const PortDone<QString> &done);
    void reveal(PortCall call, const PortDone<QString> &done);
    void claim(PortCall call);

    HttpTransport &m_transport;
    QString m_caFile;
    HubEndpoint m_endpoint;
    HubCalls m_calls;
    std::unique_ptr<Comparison> m_comparison;
    PortDone<PairedHub> m_agreed;
    PortCall m_claim = 0;
    QTimer m_poll;
};

} // namespace oshaq
