// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/catalogchangejson.h"

#include "models/domain/timetext.h"
#include "sync/protocol/catalogcommands.h"
#include "sync/protocol/catalogjson.h"
#include "sync/protocol/fieldreader.h"
#include "sync/protocol/jsonhelp.h"

#include <array>

namespace oshaq {

namespace {

struct ActName
{
    RowAct act;
    const char *name;
};

constexpr std::array actNames{
    ActName{RowAct::Make, "make"},
    ActName{RowAct::Edit, "edit"},
    ActName{RowAct::Remove, "remove"},
    ActName{RowAct::Restore, "restore"},
};

QString actText(RowAct act)
{
    for (const ActName &one : actNames) {
        if (one.act == act)
            return QString::fromLatin1(one.name);
    }
    return {};
}

RowAct actFromText(const QString &text)
{
    for (const ActName &one : actNames) {
        if (text == QLatin1String(one.name))
            return one.act;
    }
    return RowAct::Edit;
}

void writeText(JsonWriter &json, const char *name, const std::optional<QString> &text)
{
    if (text)
        json.key(name).value(*text);
}

void writeNumber(JsonWriter &json, const char *name, const std::optional<int> &number)
{
    if (number)
        json.key(name).value(*number);
}

/// What can be taken away is null then.
void writeMaybe(JsonWriter &json, const char *name, const std::optional<std::optional<qint64>> &number)
{
    if (number)
        writeNumberOrNull(json, name, *number);
}

void writeHours(JsonWriter &json, const std::optional<SaleHours> &hours)
{
    if (hours)
        writeSaleHours(json, *hours);
}

void writeEdit(JsonWriter &json, const CategoryEdit &edit)
{
    writeText(json, "name", edit.name);
    if (edit.quantityStep)
        json.key("quantity_step").raw(formatQuantity(*edit.quantityStep));
    writeMaybe(json, "station_id", edit.stationId);
    writeNumber(json, "position", edit.position);
    writeText(json, "external_id", edit.externalId);
    writeHours(json, edit.hours);
}

void writeGroups(JsonWriter &json, const std::vector<OptionGroup> &groups, const Currency &currency)
{
    json.key("option_groups").beginArray();
    for (const OptionGroup &group : groups) {
        json.beginObject();
        json.key("name").value(group.name);
        json.key("min").value(group.minChoices);
        json.key("max").value(group.maxChoices);
        json.key("options").beginArray();
        for (const Option &option : group.options) {
            json.beginObject();
            json.key("name").value(option.name);
            json.key("price").raw(formatMajorUnits(option.priceMinor, currency));
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }
    json.endArray();
}

void writeEdit(JsonWriter &json, const ItemEdit &edit, const Currency &currency)
{
    if (edit.categoryId)
        json.key("category_id").value(*edit.categoryId);
    writeText(json, "name", edit.name);
    writeText(json, "description", edit.description);
    if (edit.priceMinor)
        json.key("price").raw(formatMajorUnits(*edit.priceMinor, currency));
    if (edit.quantityStep) {
        json.key("quantity_step");
        if (*edit.quantityStep)
            json.raw(formatQuantity(**edit.quantityStep));
        else
            json.null();
    }
    if (edit.available)
        json.key("available").value(*edit.available);
    if (edit.backAtMs)
        writeTimeOrNull(json, "back_at", *edit.backAtMs);
    writeHours(json, edit.hours);
    writeMaybe(json, "station_id", edit.stationId);
    writeNumber(json, "prep_seconds", edit.prepSeconds);
    writeNumber(json, "position", edit.position);
    writeText(json, "external_id", edit.externalId);
    if (edit.allergens) {
        json.key("allergens").beginArray();
        for (const QString &allergen : *edit.allergens)
            json.value(allergen);
        json.endArray();
    }
    if (edit.optionGroups)
        writeGroups(json, *edit.optionGroups, currency);
}

/// What stands before the fields of both kinds of rows.
template <typename Change> void writeHead(JsonWriter &json, const Change &change, const char *idField)
{
    json.key("act").value(actText(change.act));
    if (change.act != RowAct::Make)
        json.key(idField).value(change.id);
    if (change.version)
        json.key("version").value(*change.version);
}

/// Places of a row's refusal as places of the whole.
void addIssues(ReadIssues *issues, const QString &place, const Error &error)
{
    if (error.details.empty())
        issues->add(place, error.message);
    for (const ErrorDetail &detail : error.details)
        issues->add(place + u'.' + detail.path, detail.issue);
}

template <typename Change, typename ReadEdit>
std::vector<Change> readRows(const JsonValue &body, const char16_t *list, const char16_t *idField, ReadIssues *issues,
                             ReadEdit readEdit)
{
    std::vector<Change> changes;
    const std::vector<JsonValue> &rows = body[list].items();
    changes.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const JsonValue &row = rows[i];
        const QString place = QStringLiteral("%1[%2]").arg(QStringView(list)).arg(i);
        Change change;
        change.act = actFromText(row[u"act"].string());
        const bool hasId = row[idField].isNumber();
        if (hasId == (change.act == RowAct::Make)) {
            issues->add(place + u'.' + QStringView(idField).toString(),
                        hasId ? QStringLiteral("is not known before it is made") : QStringLiteral("is required"));
        }
        change.id = row[idField].integer();
        if (const JsonValue &version = row[u"version"]; version.isNumber())
            change.version = version.integer();
        auto edit = readEdit(row);
        if (edit)
            change.edit = std::move(*edit);
        else
            addIssues(issues, place, edit.error());
        changes.push_back(std::move(change));
    }
    return changes;
}

} // namespace

QByteArray catalogChangeBody(const CatalogChange &change, const Currency &currency)
{
    JsonWriter json;
    json.beginObject();
    json.key("categories").beginArray();
    for (const CategoryChange &one : change.categories) {
        json.beginObject();
        writeHead(json, one, "category_id");
        writeEdit(json, one.edit);
        json.endObject();
    }
    json.endArray();
    json.key("items").beginArray();
    for (const ItemChange &one : change.items) {
        json.beginObject();
        writeHead(json, one, "item_id");
        writeEdit(json, one.edit, currency);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.take();
}

Result<CatalogChange> readCatalogChange(const JsonValue &body, const Currency &currency)
{
    ReadIssues issues;
    CatalogChange change;
    change.categories = readRows<CategoryChange>(body, u"categories", u"category_id", &issues,
                                                 [](const JsonValue &row) { return readCategoryEdit(row); });
    change.items = readRows<ItemChange>(body, u"items", u"item_id", &issues,
                                        [&currency](const JsonValue &row) { return readItemEdit(row, currency); });
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("a change of the menu"));
    return change;
}

void writeCatalogChanged(JsonWriter &json, const CatalogChanged &changed, const Currency &currency)
{
    json.beginObject();
    json.key("categories").beginArray();
    for (const Category &category : changed.categories)
        writeCategoryRow(json, category);
    json.endArray();
    json.key("items").beginArray();
    for (const Item &item : changed.items)
        writeItemRow(json, item, currency);
    json.endArray();
    json.endObject();
}

Result<CatalogChanged> readCatalogChanged(const JsonValue &json, const Currency &currency)
{
    auto rows = readCatalog(json, currency);
    if (!rows)
        return rows.error();
    return CatalogChanged{std::move(rows->categories), std::move(rows->items)};
}

QByteArray availabilityBody(bool available, qint64 backAtMs, qint64 actedAtMs)
{
    JsonWriter json;
    json.beginObject();
    json.key("available").value(available);
    if (backAtMs != 0)
        json.key("back_at").value(isoUtc(backAtMs));
    // It matters only for what comes back.
    if (backAtMs != 0 && actedAtMs != 0)
        json.key("acted_at").value(isoUtc(actedAtMs));
    json.endObject();
    return json.take();
}

} // namespace oshaq
