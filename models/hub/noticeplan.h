// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/noticeboard.h"
#include "models/hub/noticestore.h"
#include "models/sql/database.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace oshaq {

/// Something that happened and may be told.
struct NoticeNews
{
    NoticeEvent event = NoticeEvent::OrderReady;
    std::optional<qint64> seq; ///< none: the clock says so
    qint64 atMs = 0;
    std::optional<qint64> orderId;
    QJsonObject facts; ///< codes and amounts; "item", "payment", "amount", "minutes", ...
};

/// From what happened to who is told by which channel. Reads only. The board is of the pages and screens that are open;
/// null: this hub tells none.
namespace noticeplan {

Result<std::vector<NoticeNews>> newsOf(sql::Database &database, qint64 businessId,
                                       const std::vector<noticestore::JournalLine> &lines);

/// What a business has set up: the same for all of its news.
struct Site
{
    qint64 businessId = 0;
    NoticeRules rules;
    QStringList integrations; ///< kinds of those that are on
    QString timeZone;
};
Result<Site> siteOf(sql::Database &database, qint64 businessId);

/// The rows of the outbox for one piece of news: for each channel that is on and set up, each address that there is.
/// Nobody: none. News that are too old are told to nobody.
Result<std::vector<Notice>> noticesOf(sql::Database &database, const Site &site, const NoticeNews &news,
                                      const NoticeBoard *board, qint64 nowMs);

/// Until when this must be quiet; nothing: it may go now.
std::optional<qint64> heldUntil(const NoticeRules &rules, const GuestNoticeWishes &wishes, const QString &timeZone,
                                NoticeEvent event, NoticeChannel channel, qint64 nowMs);

/// How a guest can be reached; empty fields for what is not known.
struct GuestContact
{
    qint64 userId = 0; ///< 0: nobody, or somebody who is gone
    QString name;
    QString phone; ///< in its one form; empty: none that can be reached
    QString email;
};
Result<GuestContact> contactOf(sql::Database &database, qint64 businessId, qint64 userId);

} // namespace noticeplan

} // namespace oshaq
