// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/replayplan.h"

#include "models/domain/quantity.h"

#include <QHash>

#include <algorithm>

namespace oshaq {

namespace {

struct MenuEntry
{
    qint64 itemId = 0;
    std::vector<qint64> optionIds;
};

/// The menu as a guest's phone sees it.
class MenuIndex
{
public:
    static Result<MenuIndex> read(const JsonValue &menuData)
    {
        MenuIndex index;
        const JsonValue &categories = menuData[u"categories"];
        if (!categories.isArray())
            return Error{ErrorCode::ValidationFailed, QStringLiteral("The hub's answer is not a menu."), {}};
        for (const JsonValue &category : categories.items()) {
            for (const JsonValue &item : category[u"items"].items())
                index.add(item);
        }
        return index;
    }

    const MenuEntry *find(const HistoricLine &line) const
    {
        if (!line.externalId.isEmpty()) {
            if (const auto it = m_byExternalId.constFind(line.externalId); it != m_byExternalId.constEnd())
                return &*it;
        }
        if (!line.name.isEmpty()) {
            if (const auto it = m_byName.constFind(line.name.toLower()); it != m_byName.constEnd())
                return &*it;
        }
        return nullptr;
    }

private:
    void add(const JsonValue &item)
    {
        MenuEntry entry;
        bool read = false;
        entry.itemId = item[u"item_id"].integer(&read);
        if (!read)
            return;
        for (const JsonValue &group : item[u"option_groups"].items()) {
            const std::vector<JsonValue> &options = group[u"options"].items();
            const auto needed = std::size_t(std::max(qint64{0}, group[u"min"].integer()));
            for (std::size_t i = 0; i < std::min(needed, options.size()); ++i)
                entry.optionIds.push_back(options[i][u"option_id"].integer());
        }
        const QString externalId = item[u"external_id"].string();
        if (!externalId.isEmpty())
            m_byExternalId.insert(externalId, entry);
        const QString name = item[u"name"].string().toLower();
        if (!m_byName.contains(name))
            m_byName.insert(name, entry);
    }

    QHash<QString, MenuEntry> m_byExternalId;
    QHash<QString, MenuEntry> m_byName;
};

} // namespace

Result<ReplayPlan> planReplay(const HistoryFile &history, const JsonValue &menuData, const ReplayPace &pace)
{
    const Result<MenuIndex> menu = MenuIndex::read(menuData);
    if (!menu)
        return menu.error();
    ReplayPlan plan;
    double atMs = 0;
    std::optional<qint64> lastMs;
    for (const HistoricOrder &historic : history.orders) {
        if (pace.limit > 0 && plan.orders.size() >= pace.limit)
            break;
        plan.linesWithoutItem += historic.linesWithoutItem;
        PlannedOrder order;
        order.sourceId = historic.id;
        for (const HistoricLine &line : historic.lines) {
            const MenuEntry *entry = menu->find(line);
            if (entry) {
                order.lines.push_back({entry->itemId, line.quantity, entry->optionIds});
                continue;
            }
            ++plan.linesUnknownItem;
            const QString shown = line.externalId.isEmpty() ? line.name : line.externalId;
            plan.problems.push_back(
                {line.fileLine, {}, QStringLiteral("The menu has no item \"%1\".").arg(shown.left(60))});
        }
        if (order.lines.empty()) {
            ++plan.ordersWithoutLines;
            continue;
        }
        if (historic.atMs && lastMs && pace.speed > 0)
            atMs += double(std::clamp(*historic.atMs - *lastMs, qint64{0}, pace.maxGapMs)) / pace.speed;
        if (historic.atMs)
            lastMs = historic.atMs;
        order.afterMs = qint64(atMs);
        plan.linesPlanned += int(order.lines.size());
        plan.orders.push_back(std::move(order));
    }
    return plan;
}

QByteArray orderBody(const PlannedOrder &order, const QString &uuid)
{
    JsonWriter json;
    json.beginObject();
    json.key("fulfilment").value(QStringLiteral("pickup"));
    json.key("order_uuid").value(uuid);
    json.key("items").beginArray();
    for (const PlannedLine &line : order.lines) {
        json.beginObject();
        json.key("item_id").value(line.itemId);
        json.key("quantity").raw(formatQuantity(line.quantity));
        if (!line.optionIds.empty()) {
            json.key("options").beginArray();
            for (const qint64 option : line.optionIds)
                json.value(option);
            json.endArray();
        }
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.take();
}

} // namespace oshaq
