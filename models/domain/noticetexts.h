// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/notice.h"

namespace oshaq {

/// The words of one message, with placeholders in braces or filled in.
struct NoticeText
{
    QString subject; ///< of an e-mail, and the title of a push; SMS and Telegram have none
    QString body;

    bool operator==(const NoticeText &) const = default;
};

/// A template that somebody of the restaurant wrote instead of the program's own.
struct NoticeTemplate
{
    NoticeEvent event = NoticeEvent::OrderReady;
    NoticeChannel channel = NoticeChannel::Email;
    QString language;
    NoticeText text;
    bool isOwn = false; ///< false: the program's

    bool operator==(const NoticeTemplate &) const = default;
};

using NoticeValues = std::map<QString, QString>;

/// Languages that the program has words in: "en", "ru", "kk".
const QStringList &noticeLanguages();

/// What a template of this event may name: "number", "business", "total", ...
QStringList noticePlaceholders(NoticeEvent event);
/// Whether messages of this channel have a subject of their own.
bool hasSubject(NoticeChannel channel);
/// How long a body may be: an SMS is paid by the piece, a push has to fit one record.
qsizetype longestBody(NoticeChannel channel);

/// The program's own words. Another language is English.
NoticeText defaultNoticeText(NoticeEvent event, NoticeChannel channel, const QString &language);

/// ValidationFailed with a detail for each wrong place: an empty body, one that is too long, a placeholder that the
/// event does not have, a brace without its pair.
Result<void> checkNoticeText(NoticeEvent event, NoticeChannel channel, const NoticeText &text);

/// Puts the values in. A value cannot bring a placeholder in, nor a line end into a subject.
NoticeText fillNotice(const NoticeText &text, const NoticeValues &values);

/// What a template looks like with made-up values, for whoever edits it.
NoticeValues exampleNoticeValues(NoticeEvent event, const QString &language);

} // namespace oshaq
