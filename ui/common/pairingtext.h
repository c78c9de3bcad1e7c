// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/portcall.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace oshaq {

/// Why a new screen was not let in, as the person before it reads it: what happened, and what to do. Pure.
class PairingText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::PairingText)

public:
    struct Words
    {
        QString title;
        QString text;
    };

    /// A page of its own for what is about the pairing; nothing: the failure is an ordinary one. `url`: of the hub.
    static std::optional<Words> refusal(const PortFailure &failure, const QString &url);
    /// A screen that has been let in, and finds another hub where its own should be.
    static Words foreignHub(const QString &url);
};

} // namespace oshaq
