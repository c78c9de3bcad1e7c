// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/programstep.h"

#include "models/domain/programversion.h"
#include "sync/protocol/errorjson.h"
#include "sync/protocol/screenjson.h"
#include "sync/server/apithread.h"

namespace oshaq {

Flow programstep::enter(ApiThread &thread, const ExchangePtr &exchange)
{
    const QByteArray said = exchange->request.header("oshaq-version");
    if (said.isEmpty())
        return Flow::Next;
    const QString &own = thread.shared().options.version;
    const auto hub = ProgramVersion::fromText(own);
    const auto terminal = ProgramVersion::fromText(QString::fromLatin1(said));
    if (!terminal) {
        exchange->refuse(ErrorCode::BadRequest,
                         QStringLiteral("%1 is not a version.").arg(QLatin1String(programVersionHeader)));
        return Flow::Answer;
    }
    if (!hub || compatible(*hub, *terminal))
        return Flow::Next;
    const QString message =
        compatibility(*hub, *terminal) == Compatibility::ScreenTooOld
            ? QStringLiteral("The hub is of version %1: bring this screen up to date.").arg(own)
            : QStringLiteral("The hub is of version %1: bring it up to date before its screens.").arg(own);
    exchange->addHeader(programVersionHeader, own.toLatin1());
    exchange->response.status = 426;
    exchange->response.body = errorJson(QByteArrayLiteral("UPGRADE_REQUIRED"), message, exchange->requestId);
    return Flow::Answer;
}

} // namespace oshaq
