// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/programversion.h"

#include <QRegularExpression>

namespace oshaq {

std::optional<ProgramVersion> ProgramVersion::fromText(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^([0-9]{1,6})\\.([0-9]{1,6})(\\.[0-9]{1,6})?([-+][!-~]*)?\\z"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return ProgramVersion{match.capturedView(1).toInt(), match.capturedView(2).toInt()};
}

QString ProgramVersion::text() const
{
    return QStringLiteral("%1.%2").arg(majorNumber).arg(minorNumber);
}

Compatibility compatibility(const ProgramVersion &hub, const ProgramVersion &terminal)
{
    if (terminal > hub)
        return Compatibility::HubTooOld;
    if (terminal.majorNumber == hub.majorNumber && hub.minorNumber - terminal.minorNumber <= 1)
        return Compatibility::Fits;
    return Compatibility::ScreenTooOld;
}

} // namespace oshaq
