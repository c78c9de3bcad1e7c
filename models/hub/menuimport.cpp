// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/businessstore.h"
#include "models/hub/catalogservice.h"
#include "models/hub/catalogstore.h"
#include "models/hub/journalstore.h"
#include "models/sql/transaction.h"

#include <QHash>
#include <QJsonObject>

#include <algorithm>
#include <memory>
#include <utility>

namespace oshaq {

namespace {

constexpr qsizetype maxName = 200;
constexpr qsizetype maxDescription = 2000;
constexpr int maxPrepSeconds = 24 * 60 * 60;
constexpr std::size_t maxReported = 100;

/// What is wrong with the whole import, place by place, so that a file can be corrected in one go.
class Problems
{
public:
    void add(std::size_t index, const QString &field, const QString &issue)
    {
        ++m_count;
        if (m_details.size() < maxReported)
            m_details.push_back({QStringLiteral("items[%1].%2").arg(index).arg(field), issue});
    }

    bool any() const { return m_count > 0; }

    Error take()
    {
        return {ErrorCode::ValidationFailed,
                QStringLiteral("%1 values of the menu are wrong; nothing was imported.").arg(m_count),
                std::move(m_details)};
    }

private:
    std::size_t m_count = 0;
    std::vector<ErrorDetail> m_details;
};

void checkOptions(const MenuImportItem &item, std::size_t index, Problems *problems)
{
    for (const OptionGroup &group : item.optionGroups) {
        if (group.name.isEmpty() || group.name.size() > maxName || group.options.empty())
            problems->add(index, QStringLiteral("options"),
                          QStringLiteral("Every group needs a name and at least one option."));
        if (group.minChoices < 0 || group.maxChoices < 1 || group.maxChoices < group.minChoices ||
            std::size_t(group.minChoices) > group.options.size()) {
            problems->add(
                index, QStringLiteral("options"),
                QStringLiteral("The number of choices of \"%1\" does not make sense.").arg(group.name.left(50)));
        }
        for (const Option &option : group.options) {
            if (option.name.isEmpty() || option.name.size() > maxName || option.priceMinor < 0 ||
                option.priceMinor > maxAmountMinor)
                problems->add(index, QStringLiteral("options"),
                              QStringLiteral("An option needs a name and a price of 0 or more."));
        }
    }
}

/// Items of one file that would be written to the same row say different things about it.
void checkDuplicates(const std::vector<MenuImportItem> &items, Problems *problems)
{
    QHash<QString, std::size_t> byExternalId;
    QHash<std::pair<QString, QString>, std::size_t> byName;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const MenuImportItem &item = items[i];
        if (!item.externalId.isEmpty()) {
            if (const auto it = byExternalId.constFind(item.externalId); it != byExternalId.constEnd())
                problems->add(i, QStringLiteral("external_id"), QStringLiteral("The same as items[%1].").arg(*it));
            else
                byExternalId.insert(item.externalId, i);
            continue;
        }
        const std::pair key(item.category, item.name);
        if (const auto it = byName.constFind(key); it != byName.constEnd())
            problems->add(i, QStringLiteral("name"),
                          QStringLiteral("The same category and name as items[%1].").arg(*it));
        else
            byName.insert(key, i);
    }
}

void checkItem(const MenuImportItem &item, std::size_t index, Problems *problems)
{
    if (item.category.isEmpty() || item.category.size() > maxName)
        problems->add(index, QStringLiteral("category"),
                      QStringLiteral("A category has 1 to %1 characters.").arg(maxName));
    if (item.name.isEmpty() || item.name.size() > maxName)
        problems->add(index, QStringLiteral("name"), QStringLiteral("A name has 1 to %1 characters.").arg(maxName));
    if (item.description.size() > maxDescription)
        problems->add(index, QStringLiteral("description"),
                      QStringLiteral("At most %1 characters.").arg(maxDescription));
    if (item.priceMinor < 0 || item.priceMinor > maxAmountMinor)
        problems->add(index, QStringLiteral("price"), QStringLiteral("A price is 0 or more."));
    if (item.quantityStep < 0 || item.quantityStep > maxQuantityThousandths)
        problems->add(index, QStringLiteral("quantity_step"), QStringLiteral("A step is a positive quantity."));
    if (item.prepSeconds < 0 || item.prepSeconds > maxPrepSeconds)
        problems->add(index, QStringLiteral("prep_seconds"), QStringLiteral("0 to %1 seconds.").arg(maxPrepSeconds));
    if (item.externalId.size() > maxName)
        problems->add(index, QStringLiteral("external_id"), QStringLiteral("At most %1 characters.").arg(maxName));
    if (item.station.size() > maxName)
        problems->add(index, QStringLiteral("station"), QStringLiteral("At most %1 characters.").arg(maxName));
    checkOptions(item, index, problems);
}

bool sameOptions(const std::vector<OptionGroup> &a, const std::vector<OptionGroup> &b)
{
    const auto sameOption = [](const Option &x, const Option &y) {
        return x.name == y.name && x.priceMinor == y.priceMinor;
    };
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [&sameOption](const OptionGroup &x, const OptionGroup &y) {
            return x.name == y.name && x.minChoices == y.minChoices && x.maxChoices == y.maxChoices &&
                   std::equal(x.options.begin(), x.options.end(), y.options.begin(), y.options.end(), sameOption);
        });
}

/// One import against the catalog as it is in this transaction.
class Importer
{
public:
    Importer(WriteContext &context, Catalog catalog)
        : m_context(context)
        , m_catalog(std::move(catalog))
    {
        m_firstMenu =
            m_catalog.items.empty() && m_catalog.stations.size() == 1 && m_catalog.stations.front().version == 1;
        for (const Station &station : m_catalog.stations) {
            m_stations.insert(station.name, station.id);
            m_nextStation = std::max(m_nextStation, station.position + 1);
        }
        for (const Category &category : m_catalog.categories) {
            m_categories.insert(category.name, category.id);
            m_nextCategory = std::max(m_nextCategory, category.position + 1);
        }
        for (std::size_t i = 0; i < m_catalog.items.size(); ++i) {
            const Item &item = m_catalog.items[i];
            if (!item.externalId.isEmpty())
                m_byExternalId.insert(item.externalId, i);
            // Of several with one name the first is meant.
            if (const std::pair key(item.categoryId, item.name); !m_byName.contains(key))
                m_byName.insert(key, i);
            m_nextItem = std::max(m_nextItem, item.position + 1);
        }
    }

    Result<void> add(const MenuImportItem &wanted)
    {
        const auto categoryId = categoryNamed(wanted.category);
        if (!categoryId)
            return categoryId.error();
        std::optional<qint64> stationId;
        if (!wanted.station.isEmpty()) {
            const auto station = stationNamed(wanted.station);
            if (!station)
                return station.error();
            stationId = *station;
        }
        const Item *known = match(wanted, *categoryId);
        Item item = known ? *known : Item();
        item.categoryId = *categoryId;
        item.name = wanted.name;
        item.description = wanted.description;
        item.priceMinor = wanted.priceMinor;
        item.quantityStep = wanted.quantityStep == 0 ? std::nullopt : std::optional(wanted.quantityStep);
        item.stationId = stationId;
        item.prepSeconds = wanted.prepSeconds;
        item.allergens = wanted.allergens.value_or(item.allergens);
        if (!wanted.externalId.isEmpty())
            item.externalId = wanted.externalId;
        const bool optionsDiffer = !sameOptions(item.optionGroups, wanted.optionGroups);
        if (optionsDiffer)
            item.optionGroups = wanted.optionGroups;
        if (!known)
            return create(std::move(item));
        if (item == *known) {
            ++m_counts.itemsUnchanged;
            return {};
        }
        return update(std::move(item), optionsDiffer);
    }

    const MenuImportCounts &counts() const { return m_counts; }

private:
    qint64 businessId() const { return m_context.principal.businessId; }

    Result<void> journal(EntityKind kind, qint64 id, qint64 version, const QString &type, const QJsonObject &payload,
                         const QByteArray &digest)
    {
        const auto written = journalstore::append(m_context, businessId(), {kind, id, version, type, payload, digest});
        if (!written)
            return written.error();
        return {};
    }

    Result<qint64> stationNamed(const QString &name)
    {
        if (const auto it = m_stations.constFind(name); it != m_stations.constEnd()) {
            m_firstMenu = false;
            return *it;
        }
        return m_firstMenu ? renameFirstStation(name) : createStation(name);
    }

    /// The station that every new business gets would stay empty for ever beside those of its first menu: it takes the
    /// name.
    Result<qint64> renameFirstStation(const QString &name)
    {
        m_firstMenu = false;
        Station station = m_catalog.stations.front();
        m_stations.remove(station.name);
        station.name = name;
        ++station.version;
        if (const auto updated =
                catalogstore::updateStation(m_context.database, businessId(), station, m_context.nowMs);
            !updated)
            return updated.error();
        return noteStation(station, QStringLiteral("station.updated"));
    }

    Result<qint64> createStation(const QString &name)
    {
        Station station;
        station.name = name;
        station.position = m_nextStation++;
        if (const auto inserted =
                catalogstore::insertStation(m_context.database, businessId(), &station, m_context.nowMs);
            !inserted)
            return inserted.error();
        return noteStation(station, QStringLiteral("station.created"));
    }

    Result<qint64> noteStation(const Station &station, const QString &type)
    {
        m_stations.insert(station.name, station.id);
        const auto written =
            journal(EntityKind::Station, station.id, station.version, type, {}, catalogstore::digest(station));
        if (!written)
            return written.error();
        return station.id;
    }

    Result<qint64> categoryNamed(const QString &name)
    {
        if (const auto it = m_categories.constFind(name); it != m_categories.constEnd())
            return *it;
        Category category;
        category.name = name;
        category.position = m_nextCategory++;
        if (const auto inserted =
                catalogstore::insertCategory(m_context.database, businessId(), &category, m_context.nowMs);
            !inserted)
            return inserted.error();
        m_categories.insert(name, category.id);
        ++m_counts.categoriesCreated;
        const auto written = journal(EntityKind::Category, category.id, category.version,
                                     QStringLiteral("category.created"), {}, catalogstore::digest(category));
        if (!written)
            return written.error();
        return category.id;
    }

    const Item *match(const MenuImportItem &wanted, qint64 categoryId) const
    {
        if (!wanted.externalId.isEmpty()) {
            if (const auto it = m_byExternalId.constFind(wanted.externalId); it != m_byExternalId.constEnd())
                return &m_catalog.items[*it];
        }
        const auto it = m_byName.constFind(std::pair(categoryId, wanted.name));
        if (it == m_byName.constEnd())
            return nullptr;
        const Item &item = m_catalog.items[*it];
        // Two different foreign keys are two different things, whatever they are called.
        return wanted.externalId.isEmpty() || item.externalId.isEmpty() ? &item : nullptr;
    }

    Result<void> create(Item item)
    {
        item.position = m_nextItem++;
        if (auto inserted = catalogstore::insertItem(m_context.database, businessId(), &item, m_context.nowMs);
            !inserted)
            return inserted;
        ++m_counts.itemsCreated;
        return journal(EntityKind::Item, item.id, item.version, QStringLiteral("item.created"),
                       {{QStringLiteral("price"), item.priceMinor}}, catalogstore::digest(item));
    }

    Result<void> update(Item item, bool optionsDiffer)
    {
        ++item.version;
        auto updated =
            catalogstore::updateItem(m_context.database, businessId(), &item, optionsDiffer, m_context.nowMs);
        if (!updated)
            return updated;
        ++m_counts.itemsUpdated;
        return journal(EntityKind::Item, item.id, item.version, QStringLiteral("item.updated"),
                       {{QStringLiteral("price"), item.priceMinor}}, catalogstore::digest(item));
    }

    WriteContext &m_context;
    const Catalog m_catalog;
    QHash<QString, qint64> m_stations;
    QHash<QString, qint64> m_categories;
    QHash<QString, std::size_t> m_byExternalId;
    QHash<std::pair<qint64, QString>, std::size_t> m_byName;
    bool m_firstMenu = false; ///< no items yet, and the first station is as it was made
    int m_nextStation = 0;
    int m_nextCategory = 0;
    int m_nextItem = 0;
    MenuImportCounts m_counts;
};

MenuImportItem trimmed(MenuImportItem item)
{
    item.category = item.category.trimmed();
    item.name = item.name.trimmed();
    item.description = item.description.trimmed();
    item.externalId = item.externalId.trimmed();
    item.station = item.station.trimmed();
    return item;
}

} // namespace

Result<WriteOutcome> catalogwrites::importMenu(WriteContext &context, const std::vector<MenuImportItem> &items,
                                               bool dryRun)
{
    const qint64 businessId = context.principal.businessId;
    if (const auto business = businessstore::find(context.database, businessId); !business)
        return business.error();
    std::vector<MenuImportItem> menu;
    menu.reserve(items.size());
    for (const MenuImportItem &item : items)
        menu.push_back(trimmed(item));

    Problems problems;
    for (std::size_t i = 0; i < menu.size(); ++i)
        checkItem(menu[i], i, &problems);
    checkDuplicates(menu, &problems);
    if (problems.any())
        return problems.take();

    auto catalog = catalogstore::load(context.database, businessId);
    if (!catalog)
        return catalog.error();
    std::unique_ptr<sql::Savepoint> savepoint;
    const auto heads = context.journalHeads;
    if (dryRun) {
        auto begun = sql::Savepoint::begin(context.database);
        if (!begun)
            return begun.error();
        savepoint = std::move(*begun);
    }
    Importer importer(context, std::move(*catalog));
    for (const MenuImportItem &item : menu) {
        if (const auto added = importer.add(item); !added)
            return added.error();
    }
    if (savepoint) {
        if (const auto undone = savepoint->rollback(); !undone)
            return undone.error();
        context.journalHeads = heads;
    }
    const MenuImportCounts &counts = importer.counts();
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = businessId;
    outcome.values = {counts.categoriesCreated, counts.itemsCreated, counts.itemsUpdated, counts.itemsUnchanged};
    return outcome;
}

} // namespace oshaq
