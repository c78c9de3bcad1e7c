// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/foundhub.h"
#include "models/domain/pairinglink.h"
#include "models/domain/result.h"
#include "models/terminal/portcall.h"

#include <QObject>
#include <QString>

namespace oshaq {

/// How this computer was set up: whether somebody did it already, whether it keeps the record itself or is a screen of
/// another computer, and who reaches it. Implemented by the program that runs; faked in GUI tests. GUI thread; nothing
/// blocks.
class SetupPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Nobody has been through the first start yet, or skipped the rest of it.
    virtual bool isFirstStart() const = 0;
    virtual void finishFirstStart() = 0;

    /// This computer is the hub of its site.
    virtual bool keepsRecord() const = 0;

    /// Hubs that say on this network that they are there; hubsChanged() tells of more. Looked for from the first call on.
    virtual const HubSearch &foundHubs() = 0;

    // Becomes a screen of another hub, in one of three ways. Afterwards restart() opens it as such; the record that was
    // begun here stays where it is, unused.

    /// By what the hub's screen shows as a picture. PAIRING_FOREIGN: who answers is not the hub that made it.
    virtual PortCall joinByLink(const PairingLink &link, const QString &name, PortDone<PortNothing> done) = 0;
    /// By six digits that the hub at `url` ("https://192.168.1.10:8787") shows too, once a manager lets a screen in
    /// there. Then the person says whether they are the same.
    virtual PortCall compareDigits(const QString &url, const QString &name, PortDone<QString> done) = 0;
    virtual PortCall agreeDigits(PortDone<PortNothing> done) = 0;
    virtual void refuseDigits() = 0;
    /// Where there is no TLS ("http://192.168.1.10:8787"): by the code that the hub shows.
    virtual PortCall join(const QString &url, const QString &code, const QString &name, PortDone<PortNothing> done) = 0;

    /// Whether other computers and phones reach this hub from its next start on.
    virtual bool isOpenToNetwork() const = 0;
    virtual Result<void> setOpenToNetwork(bool open) = 0;

    /// Opens everything anew, with what was changed.
    virtual void restart() = 0;

    /// It is forgotten: its `done` is not called any more.
    virtual void cancel(PortCall call) = 0;

Q_SIGNALS:
    void hubsChanged();
};

} // namespace oshaq
