// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/orderdraft.h"

#include "models/domain/searchtext.h"
#include "models/domain/timespans.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace oshaq {

namespace {

bool isSameDish(const NewOrderLine &a, const NewOrderLine &b)
{
    if (a.itemId != b.itemId || a.course != b.course || a.note.trimmed() != b.note.trimmed())
        return false;
    std::vector<qint64> first = a.optionIds;
    std::vector<qint64> second = b.optionIds;
    std::sort(first.begin(), first.end());
    std::sort(second.begin(), second.end());
    return first == second;
}

DraftProblem::At fieldOf(const QString &path)
{
    using At = DraftProblem::At;
    if (path == u"items")
        return At::Items;
    if (path == u"table")
        return At::Table;
    if (path == u"covers")
        return At::Covers;
    if (path == u"address" || path == u"address_id")
        return At::Address;
    if (path == u"promised_at")
        return At::Promise;
    if (path.startsWith(u"guest") || path == u"phone" || path == u"user_id")
        return At::Guest;
    return At::Other;
}

} // namespace

OrderDraft OrderDraft::from(const NewOrder &request)
{
    OrderDraft draft;
    draft.head.fulfilment = request.fulfilment;
    draft.head.table = request.table;
    draft.head.covers = request.covers;
    draft.head.guestName = request.guestName;
    draft.head.guestPhone = request.guestPhone;
    draft.head.userId = request.userId;
    draft.head.addressId = request.addressId;
    draft.head.address = request.address;
    draft.head.note = request.note;
    draft.head.allergy = request.allergy;
    for (const NewOrderLine &line : request.lines)
        draft.add(line);
    return draft;
}

const DraftLine *OrderDraft::line(int id) const
{
    const int index = indexOf(id);
    return index < 0 ? nullptr : &m_lines[std::size_t(index)];
}

int OrderDraft::indexOf(int id) const
{
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [id](const DraftLine &one) { return one.id == id; });
    return found == m_lines.end() ? -1 : int(found - m_lines.begin());
}

int OrderDraft::add(const NewOrderLine &wanted)
{
    for (DraftLine &line : m_lines) {
        if (!isSameDish(line.wanted, wanted))
            continue;
        line.wanted.quantity = std::min(line.wanted.quantity + wanted.quantity, maxQuantityThousandths);
        return line.id;
    }
    m_lines.push_back({m_nextId++, wanted});
    return m_lines.back().id;
}

bool OrderDraft::setLine(int id, const NewOrderLine &wanted)
{
    const int index = indexOf(id);
    if (index < 0)
        return false;
    m_lines[std::size_t(index)].wanted = wanted;
    return true;
}

bool OrderDraft::setQuantity(int id, qint64 thousandths)
{
    const int index = indexOf(id);
    if (index < 0)
        return false;
    m_lines[std::size_t(index)].wanted.quantity = thousandths;
    return true;
}

bool OrderDraft::remove(int id)
{
    const int index = indexOf(id);
    if (index < 0)
        return false;
    m_removed = Removed{std::size_t(index), m_lines[std::size_t(index)]};
    m_lines.erase(m_lines.begin() + index);
    return true;
}

int OrderDraft::putBack()
{
    if (!m_removed)
        return 0;
    const Removed removed = *std::exchange(m_removed, std::nullopt);
    const std::size_t at = std::min(removed.at, m_lines.size());
    m_lines.insert(m_lines.begin() + std::ptrdiff_t(at), removed.line);
    return removed.line.id;
}

bool OrderDraft::hasContent() const
{
    // How it is handed over is a choice of one touch; everything else took somebody's breath.
    DraftHead said = head;
    said.fulfilment = Fulfilment::Pickup;
    return !m_lines.empty() || said != DraftHead{};
}

NewOrder OrderDraft::toNewOrder(qint64 nowMs, const QString &zone) const
{
    NewOrder request;
    request.uuid = uuid;
    request.fulfilment = head.fulfilment;
    if (head.fulfilment == Fulfilment::DineIn) {
        request.table = head.table.simplified();
        request.covers = head.covers;
    }
    if (head.fulfilment == Fulfilment::Delivery) {
        request.address = head.address.simplified();
        // A typed address is the newer wish.
        if (request.address.isEmpty())
            request.addressId = head.addressId;
    }
    request.userId = head.userId;
    request.guestName = head.guestName.simplified();
    request.guestPhone = head.guestPhone.simplified();
    request.note = head.note.trimmed();
    request.allergy = head.allergy.trimmed();
    request.promisedAtMs = promisedAt(nowMs, zone).value_or(0);
    for (const DraftLine &line : m_lines) {
        request.lines.push_back(line.wanted);
        request.lines.back().note = line.wanted.note.trimmed();
    }
    return request;
}

NewOrder OrderDraft::toPrice() const
{
    NewOrder request;
    request.fulfilment = head.fulfilment;
    if (head.fulfilment == Fulfilment::DineIn)
        request.table = QStringLiteral("-");
    if (head.fulfilment == Fulfilment::Delivery)
        request.address = QStringLiteral("-");
    for (const DraftLine &line : m_lines)
        request.lines.push_back(line.wanted);
    return request;
}

std::optional<qint64> OrderDraft::promisedAt(qint64 nowMs, const QString &zone) const
{
    if (head.promiseMinutes > 0)
        return nowMs + head.promiseMinutes * minuteMs;
    if (head.promiseText.trimmed().isEmpty())
        return 0;
    const auto time = readTimeOfDay(head.promiseText);
    return time ? std::optional(nextMoment(*time, nowMs, zone)) : std::nullopt;
}

std::vector<DraftProblem> draftProblems(const Error &error)
{
    static const QRegularExpression linePath(QStringLiteral("^items\\[(\\d{1,6})\\]\\.?([a-z_]*)"));
    std::vector<DraftProblem> problems;
    for (const ErrorDetail &detail : error.details) {
        DraftProblem problem;
        problem.issue = detail.issue;
        const QRegularExpressionMatch match = linePath.match(detail.path);
        if (match.hasMatch()) {
            const QString what = match.captured(2);
            problem.line = match.captured(1).toInt();
            problem.at = what == u"item_id"    ? DraftProblem::At::Dish
                         : what == u"quantity" ? DraftProblem::At::Quantity
                         : what == u"options"  ? DraftProblem::At::Options
                                               : DraftProblem::At::Line;
        } else {
            problem.at = fieldOf(detail.path);
        }
        problems.push_back(problem);
    }
    return problems;
}

std::optional<QTime> readTimeOfDay(const QString &text)
{
    static const QRegularExpression written(QStringLiteral("^(\\d{1,2})(?:[:.,\\s]\\s*(\\d{2}))?$"));
    static const QRegularExpression figures(QStringLiteral("^(\\d{1,2})(\\d{2})$"));
    const QString plain = text.trimmed();
    QRegularExpressionMatch match = written.match(plain);
    if (!match.hasMatch())
        match = figures.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    const QTime time(match.captured(1).toInt(), match.captured(2).toInt());
    return time.isValid() ? std::optional(time) : std::nullopt;
}

qint64 nextMoment(QTime time, qint64 nowMs, const QString &zone)
{
    QTimeZone timeZone(zone.toUtf8());
    if (!timeZone.isValid())
        timeZone = QTimeZone::utc();
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs, timeZone).date();
    const qint64 moment = QDateTime(today, time, timeZone).toMSecsSinceEpoch();
    if (moment >= nowMs - nowMs % minuteMs)
        return moment;
    return QDateTime(today.addDays(1), time, timeZone).toMSecsSinceEpoch();
}

QStringList wordsOf(const QString &list)
{
    QStringList words;
    for (const QString &part : list.split(u',')) {
        const QString word = part.simplified();
        const bool isKnown = std::any_of(words.begin(), words.end(), [&word](const QString &one) {
            return foldForSearch(one) == foldForSearch(word);
        });
        if (!word.isEmpty() && !isKnown)
            words << word;
    }
    return words;
}

bool hasWord(const QString &list, const QString &word)
{
    const QStringList words = wordsOf(list);
    return std::any_of(words.begin(), words.end(),
                       [&word](const QString &one) { return foldForSearch(one) == foldForSearch(word); });
}

QString toggleWord(const QString &list, const QString &word)
{
    QStringList words = wordsOf(list);
    const bool wasThere = hasWord(list, word);
    if (wasThere)
        words.removeIf([&word](const QString &one) { return foldForSearch(one) == foldForSearch(word); });
    else
        words << word;
    return words.join(QStringLiteral(", "));
}

} // namespace oshaq
