// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QHostAddress>
#include <QPair>
#include <QString>

#include <vector>

namespace oshaq {

/// Networks in CIDR notation (RFC 4632, RFC 4291): "192.168.1.0/24", "fd00::/8", "10.0.0.7". A value object.
class AddressList
{
public:
    AddressList() = default;

    /// Separated by blanks or commas. ValidationFailed names the entry that is none; host bits that are set are refused
    /// too, for they mostly mean a wrong length.
    static Result<AddressList> fromText(const QString &text);

    bool isEmpty() const { return m_networks.empty(); }
    /// IPv4 addresses in IPv6 clothes (::ffff:1.2.3.4) are taken as IPv4.
    bool contains(const QHostAddress &address) const;

private:
    std::vector<QPair<QHostAddress, int>> m_networks;
};

/// Who really asks: the last address of `forwardedFor` that is no trusted proxy, as long as the peer itself is one;
/// else the peer. What stands left of it in the list anybody may have invented.
QHostAddress clientAddress(const QHostAddress &peer, const QByteArray &forwardedFor, const AddressList &trustedProxies);

} // namespace oshaq
