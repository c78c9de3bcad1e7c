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
    std::size_t usable = 0;
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
        if (usable++ % pace.parts != pace.part)
            continue;
        order.afterMs = qint64(atMs);
        plan.linesPlanned += int(order.lines.size());
        plan.orders.push_back(std::move(order));
    }
    return plan;
}

JsonValue menuOf(const Catalog &catalog)
{
    const auto number = [](qint64 value) { return JsonValue::makeNumber(QByteArray::number(value)); };
    std::vector<JsonValue> items;
    for (const Item &item : catalog.items) {
        std::vector<JsonValue> groups;
        for (const OptionGroup &group : item.optionGroups) {
            std::vector<JsonValue> options;
            for (const Option &option : group.options)
                options.push_back(JsonValue::makeObject({{QStringLiteral("option_id"), number(option.id)}}));
            groups.push_back(
                JsonValue::makeObject({{QStringLiteral("min"), number(group.minChoices)},
                                       {QStringLiteral("options"), JsonValue::makeArray(std::move(options))}}));
        }
        items.push_back(
            JsonValue::makeObject({{QStringLiteral("item_id"), number(item.id)},
                                   {QStringLiteral("name"), JsonValue::makeString(item.name)},
                                   {QStringLiteral("external_id"), JsonValue::makeString(item.externalId)},
                                   {QStringLiteral("option_groups"), JsonValue::makeArray(std::move(groups))}}));
    }
    std::vector<JsonValue> categories;
    categories.push_back(JsonValue::makeObject({{QStringLiteral("items"), JsonValue::makeArray(std::move(items))}}));
    return JsonValue::makeObject({{QStringLiteral("categories"), JsonValue::makeArray(std::move(categories))}});
}

std::size_t resumeReplay(ReplayPlan *plan, const QByteArray &history)
{
    struct Earlier
    {
        QString uuid;
        QByteArray guestToken;
        bool ended = false;
    };
    QHash<QString, Earlier> bySource;
    QHash<QString, QString> sourceOf; // by key
    for (const QByteArray &text : history.split('\n')) {
        const auto line = parseJson(text);
        if (!line)
            continue; // torn by the end of that run: what it was about is asked for again or was never asked for
        const QString what = (*line)[u"what"].string();
        const QString key = (*line)[u"key"].string();
        if (what == QLatin1String("asked")) {
            const QString source = (*line)[u"source"].string();
            bySource[source] = {(*line)[u"uuid"].string(), (*line)[u"guest"].string().toLatin1(), false};
            sourceOf[key] = source;
        } else if (what == QLatin1String("answered") || what == QLatin1String("given_up")) {
            bySource[sourceOf.value(key)].ended = true;
        }
    }
    const std::size_t planned = plan->orders.size();
    std::erase_if(plan->orders, [&](const PlannedOrder &order) { return bySource.value(order.sourceId).ended; });
    const qint64 nextMs = [&]() -> qint64 {
        for (const PlannedOrder &order : plan->orders) {
            if (!bySource.contains(order.sourceId))
                return order.afterMs;
        }
        return 0;
    }();
    for (PlannedOrder &order : plan->orders) {
        if (const auto earlier = bySource.constFind(order.sourceId); earlier != bySource.constEnd()) {
            order.uuid = earlier->uuid;
            order.guestToken = earlier->guestToken;
        }
        order.afterMs = std::max(qint64{0}, order.afterMs - nextMs);
    }
    return planned - plan->orders.size();
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
