// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/pricing.h"
#include "models/domain/result.h"

#include <QString>
#include <QTime>

#include <optional>
#include <vector>

namespace oshaq {

/// What is said of an order besides its dishes, as it was typed: whatever the way to hand it over, nothing is thrown
/// away while somebody changes their mind.
struct DraftHead
{
    Fulfilment fulfilment = Fulfilment::Pickup;
    QString table;
    int covers = 0;
    QString guestName;
    QString guestPhone;
    std::optional<qint64> userId;
    std::optional<qint64> addressId;
    QString address;
    QString note;
    QString allergy;
    int promiseMinutes = 0; ///< from the moment of placing; 0: see promiseText
    QString promiseText;    ///< a time of day; empty: no promise

    bool operator==(const DraftHead &) const = default;
};

/// A line with a name of its own, so that a screen can follow it while others come and go.
struct DraftLine
{
    int id = 0;
    NewOrderLine wanted;

    bool operator==(const DraftLine &) const = default;
};

/// What somebody is ordering, before it is placed. A value: it knows no widget, no catalog and no clock.
class OrderDraft
{
public:
    DraftHead head;
    QString uuid;         ///< the order's, however often it is tried
    qint64 begunAtMs = 0; ///< UTC

    /// "Order again". The uuid is not taken over.
    static OrderDraft from(const NewOrder &request);

    const std::vector<DraftLine> &lines() const { return m_lines; }
    const DraftLine *line(int id) const;
    /// Of the line in lines(); -1: there is none.
    int indexOf(int id) const;

    /// Adds it, or raises a line of the same dish, options, note and course. The id of the line.
    int add(const NewOrderLine &wanted);
    /// False: there is no such line.
    bool setLine(int id, const NewOrderLine &wanted);
    bool setQuantity(int id, qint64 thousandths);
    bool remove(int id);
    /// The line that was removed last, where it was; its id, 0 when there is none.
    int putBack();
    const DraftLine *lastRemoved() const { return m_removed ? &m_removed->line : nullptr; }

    /// Something was said that would be missed.
    bool hasContent() const;

    /// As it is to be placed at `nowMs`: only what belongs to its fulfilment, texts trimmed. A promise that cannot be
    /// read is none; see promisedAt().
    NewOrder toNewOrder(qint64 nowMs, const QString &zone) const;
    /// Its lines alone, priced as they would be: what is still missing of table and address is made up.
    NewOrder toPrice() const;
    /// UTC; 0: no promise. Nothing when what was typed is no time.
    std::optional<qint64> promisedAt(qint64 nowMs, const QString &zone) const;

private:
    struct Removed
    {
        std::size_t at = 0;
        DraftLine line;
    };

    std::vector<DraftLine> m_lines;
    std::optional<Removed> m_removed;
    int m_nextId = 1;
};

/// One thing that is wrong with an order, and where a screen has to say it.
struct DraftProblem
{
    enum class At
    {
        Items, ///< nothing is ordered
        Table,
        Covers,
        Address,
        Promise,
        Guest,    ///< name or phone
        Dish,     ///< the line's dish is out, or not on the menu any more
        Quantity, ///< of the line
        Options,  ///< of the line
        Line,     ///< something else of the line
        Other
    };

    At at = At::Other;
    int line = -1; ///< its index; -1: not of a line
    QString issue; ///< English

    bool operator==(const DraftProblem &) const = default;
};

/// By the paths of priceOrder() and of the hub.
std::vector<DraftProblem> draftProblems(const Error &error);

/// "20:30", "20.30", "2030", "9 05", "20"; nothing when it is no time of day.
std::optional<QTime> readTimeOfDay(const QString &text);
/// The next time that it is `time` in the zone (IANA; unknown: UTC), at or after `nowMs`'s minute. UTC.
qint64 nextMoment(QTime time, qint64 nowMs, const QString &zone);

/// The words of a list that people write: "nuts, milk"; trimmed, none empty, each once.
QStringList wordsOf(const QString &list);
/// The list with the word added or, when it was there (however it is written), without it.
QString toggleWord(const QString &list, const QString &word);
bool hasWord(const QString &list, const QString &word);

} // namespace oshaq
