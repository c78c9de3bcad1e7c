// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    /// Becomes a screen of the hub at `url` ("http://192.168.1.10:8787") by a pairing code that it shows. Afterwards
    /// restart() opens it as such; the record that was begun here stays where it is, unused.
    virtual PortCall join(const QString &url, const QString &code, const QString &name, PortDone<PortNothing> done) = 0;

    /// Whether other computers and phones reach this hub from its next start on.
    virtual bool isOpenToNetwork() const = 0;
    virtual Result<void> setOpenToNetwork(bool open) = 0;

    /// Opens everything anew, with what was changed.
    virtual void restart() = 0;

    /// It is forgotten: its `done` is not called any more.
    virtual void cancel(PortCall call) = 0;
};

} // namespace oshaq
