// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/stalerows.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {

bool isSame(const std::vector<OptionGroup> &one, const std::vector<OptionGroup> &other)
{
    const auto sameOption = [](const Option &a, const Option &b) {
        return a.name == b.name && a.priceMinor == b.priceMinor;
    };
    const auto sameGroup = [&sameOption](const OptionGroup &a, const OptionGroup &b) {
        return a.name == b.name && a.minChoices == b.minChoices && a.maxChoices == b.maxChoices &&
               std::equal(a.options.begin(), a.options.end(), b.options.begin(), b.options.end(), sameOption);
    };
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), sameGroup);
}

template <typename Value> bool isSame(const Value &one, const Value &other)
{
    return one == other;
}

/// True when `test(field)` is so for each field that the edit sets; `test` gets the wish and where the row has it.
template <typename Test> bool everyField(const ItemEdit &edit, const Test &test)
{
    const auto check = [&test](const auto &wish, auto member) { return !wish || test(*wish, member); };
    return check(edit.categoryId, &Item::categoryId) && check(edit.name, &Item::name) &&
           check(edit.description, &Item::description) && check(edit.priceMinor, &Item::priceMinor) &&
           check(edit.quantityStep, &Item::quantityStep) && check(edit.available, &Item::available) &&
           check(edit.stationId, &Item::stationId) && check(edit.prepSeconds, &Item::prepSeconds) &&
           check(edit.position, &Item::position) && check(edit.externalId, &Item::externalId) &&
           check(edit.allergens, &Item::allergens) && check(edit.optionGroups, &Item::optionGroups) &&
           check(edit.hours, &Item::hours) && check(edit.backAtMs, &Item::backAtMs);
}

} // namespace

bool isAlready(const ItemEdit &edit, const Item &now)
{
    return everyField(edit, [&now](const auto &wish, auto member) { return isSame(wish, now.*member); });
}

bool isUntouched(const ItemEdit &edit, const Item &seen, const Item &now)
{
    return everyField(edit, [&](const auto &, auto member) { return isSame(seen.*member, now.*member); });
}

std::vector<qint64> refusedItems(const PortFailure &failure, const CatalogChange &change)
{
    static const QRegularExpression place(QStringLiteral("^items\\[([0-9]{1,9})\\]"));
    std::vector<qint64> ids;
    for (const ErrorDetail &detail : failure.details) {
        const auto match = place.match(detail.path);
        const std::size_t index = match.hasMatch() ? match.captured(1).toUInt() : change.items.size();
        if (index < change.items.size() && std::find(ids.begin(), ids.end(), change.items[index].id) == ids.end())
            ids.push_back(change.items[index].id);
    }
    return ids;
}

StaleRows::StaleRows(CatalogPort &port, QObject *parent)
    : QObject(parent)
    , m_port(port)
{}

StaleRows::~StaleRows()
{
    forget();
}

void StaleRows::forget()
{
    if (m_call != 0)
        m_port.cancel(std::exchange(m_call, 0));
    m_waiting.clear();
    m_rows.clear();
    m_done = nullptr;
}

void StaleRows::ask(const std::vector<qint64> &itemIds, Done done)
{
    forget();
    m_waiting.assign(itemIds.begin(), itemIds.end());
    m_done = std::move(done);
    askNext();
}

void StaleRows::askNext()
{
    if (m_waiting.empty()) {
        end(std::nullopt);
        return;
    }
    const qint64 id = m_waiting.front();
    m_waiting.pop_front();
    m_call = m_port.item(id, [this, id](const PortAnswer<Item> &answer) {
        m_call = 0;
        const bool isGone = !answer && answer.failure.errorCode == u"NOT_FOUND";
        if (!answer && !isGone) {
            end(answer.failure);
            return;
        }
        m_rows.emplace(id, answer.value);
        askNext();
    });
}

void StaleRows::end(const std::optional<PortFailure> &failure)
{
    const Rows rows = std::exchange(m_rows, {});
    const Done done = std::exchange(m_done, nullptr);
    m_waiting.clear();
    if (done)
        done(rows, failure);
}

} // namespace oshaq
