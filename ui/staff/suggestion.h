// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QRandomGenerator;

namespace oshaq {

/// Six digits that checkPin() takes.
QString suggestedPin(QRandomGenerator &random);
/// "kmwt-47hx-pfn9-dr3z": read out and typed without mistakes, with some 78 bits nobody guesses it.
QString suggestedPassword(QRandomGenerator &random);

} // namespace oshaq
