// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace oshaq {

/// A line of a log (UTF-8) without what is a phone or an e-mail address by its looks: "+77015550199" is "+***99", and
/// "dana@example.com" is "***@***". A phone is a plus, also as "%2B", and seven digits or more, with blanks,
/// hyphens and brackets between them; or ten to fifteen digits with nothing of a word, a number or an id beside them.
/// The last net under code that logs ids: no log line is made of a guest's data on purpose.
QByteArray maskPersonal(const QByteArray &line);

} // namespace oshaq
