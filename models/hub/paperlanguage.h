// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/orderpaper.h"

namespace oshaq {

/// The words of a printer's language, "en", "ru" or "kk", whatever language the program itself speaks; another code is
/// English. Thread-safe.
PaperLanguage paperLanguage(const QString &code);

} // namespace oshaq
