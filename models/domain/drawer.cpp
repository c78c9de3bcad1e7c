// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drawer.h"

#include <algorithm>

namespace oshaq {

namespace {

Error wrongPiece(std::size_t index, const char *member, const QString &issue)
{
    return {ErrorCode::ValidationFailed,
            issue,
            {{QStringLiteral("pieces[%1].%2").arg(index).arg(QLatin1String(member)), issue}}};
}

struct Faces
{
    const char *currency;
    std::vector<qint64> faces; ///< minor units
};

const std::vector<Faces> &knownFaces()
{
    static const std::vector<Faces> known{
        {"KZT",
         {2'000'000, 1'000'000, 500'000, 200'000, 100'000, 50'000, 20'000, 10'000, 5'000, 2'000, 1'000, 500, 200, 100}},
        {"RUB", {500'000, 200'000, 100'000, 50'000, 20'000, 10'000, 5'000, 1'000, 500, 200, 100}},
        {"EUR", {50'000, 20'000, 10'000, 5'000, 2'000, 1'000, 500, 200, 100, 50, 20, 10, 5, 2, 1}},
        {"USD", {10'000, 5'000, 2'000, 1'000, 500, 200, 100, 50, 25, 10, 5, 1}},
    };
    return known;
}

} // namespace

QString drawerMoveKindText(DrawerMoveKind kind)
{
    switch (kind) {
    case DrawerMoveKind::PayIn:
        return QStringLiteral("pay_in");
    case DrawerMoveKind::PayOut:
        return QStringLiteral("pay_out");
    case DrawerMoveKind::Sale:
        return QStringLiteral("sale");
    case DrawerMoveKind::Refund:
        return QStringLiteral("refund");
    }
    return {};
}

std::optional<DrawerMoveKind> drawerMoveKindFromText(QStringView text)
{
    for (const DrawerMoveKind kind : allDrawerMoveKinds) {
        if (text == drawerMoveKindText(kind))
            return kind;
    }
    return std::nullopt;
}

Result<qint64> sumOfPieces(const std::vector<DrawerPieces> &pieces)
{
    qint64 sum = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const DrawerPieces &one = pieces[i];
        if (one.faceMinor <= 0)
            return wrongPiece(i, "face", QStringLiteral("must be more than 0"));
        if (one.count < 0)
            return wrongPiece(i, "count", QStringLiteral("must not be negative"));
        const auto same = [&one](const DrawerPieces &other) { return other.faceMinor == one.faceMinor; };
        if (std::count_if(pieces.begin(), pieces.end(), same) > 1)
            return wrongPiece(i, "face", QStringLiteral("is there twice"));
        if (one.faceMinor > maxAmountMinor || one.count > (maxAmountMinor - sum) / one.faceMinor)
            return Error{ErrorCode::AmountOutOfRange, QStringLiteral("No drawer holds as much."), {}};
        sum += one.faceMinor * one.count;
    }
    return sum;
}

std::vector<qint64> cashFaces(const Currency &currency)
{
    for (const Faces &one : knownFaces()) {
        if (currency.code() == QLatin1String(one.currency))
            return one.faces;
    }
    qint64 unit = 1;
    for (int i = 0; i < currency.exponent(); ++i)
        unit *= 10;
    std::vector<qint64> faces;
    for (const qint64 face : {500, 200, 100, 50, 20, 10, 5, 2, 1})
        faces.push_back(face * unit);
    return faces;
}

const DrawerSession *drawerFor(const std::vector<DrawerSession> &open, qint64 terminalId)
{
    for (const DrawerSession &session : open) {
        if (session.terminalId == terminalId)
            return &session;
    }
    return open.size() == 1 ? &open.front() : nullptr;
}

} // namespace oshaq
