// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/orderpaper.h"

/// What papers are put together of.
namespace oshaq::paper {

PrintBlock text(const QString &content, int size, bool bold = false, PrintBlock::Align align = PrintBlock::Align::Left);
PrintBlock inverse(const QString &content, int size);
PrintBlock columns(const QString &left, const QString &right, int size, bool bold = false);
PrintBlock plain(PrintBlock::Kind kind, int size = 1);
/// Some blank and the cut.
void finish(PrintDocument *document);

QString upper(const PaperSetting &setting, const char *source);
QString timeText(qint64 ms, const PaperSetting &setting);
QString dateTimeText(qint64 ms, const PaperSetting &setting);
QString quantityText(qint64 thousandths, const QLocale &locale);

/// English sources of the context "Paper".
const char *fulfilmentWord(Fulfilment fulfilment);
const char *methodWord(PaymentMethod method);

} // namespace oshaq::paper
