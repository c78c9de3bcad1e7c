// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/catalogjson.h"

#include "sync/protocol/fieldreader.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/taxjson.h"

namespace oshaq {

namespace {

SaleHours readSaleHours(const FieldReader &row)
{
    const SaleHours hours = readEach<SaleWindow>(row, u"hours", [](const FieldReader &in) {
        SaleWindow window;
        window.weekdays = 0;
        for (const JsonValue &day : in.array(u"weekdays")) {
            const qint64 number = day.integer();
            if (number < 1 || number > 7)
                in.wrong(u"weekdays", QStringLiteral("must be days from 1 to 7"));
            else
                window.weekdays |= 1U << unsigned(number - 1);
        }
        window.fromMinutes = in.small(u"from_minutes", -1);
        window.toMinutes = in.small(u"to_minutes", -1);
        return window;
    });
    const auto checked = checkSaleHours(hours);
    if (checked)
        return hours;
    for (const ErrorDetail &detail : checked.error().details)
        row.wrong(detail.path, detail.issue);
    return {};
}

void writeAllergens(JsonWriter &json, const Item &item)
{
    json.key("allergens").beginArray();
    for (const QString &allergen : item.allergens)
        json.value(allergen);
    json.endArray();
}

void writeOptionGroups(JsonWriter &json, const Item &item, const Currency &currency)
{
    json.key("option_groups").beginArray();
    for (const OptionGroup &group : item.optionGroups) {
        json.beginObject();
        json.key("group_id").value(group.id);
        json.key("name").value(group.name);
        json.key("min").value(group.minChoices);
        json.key("max").value(group.maxChoices);
        json.key("options").beginArray();
        for (const Option &option : group.options) {
            json.beginObject();
            json.key("option_id").value(option.id);
            json.key("name").value(option.name);
            json.key("price").raw(formatMajorUnits(option.priceMinor, currency));
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }
    json.endArray();
}

std::vector<OptionGroup> readOptionGroups(const FieldReader &item, const Currency &currency)
{
    return readEach<OptionGroup>(item, u"option_groups", [&](const FieldReader &in) {
        OptionGroup group;
        group.id = in.integer(u"group_id");
        group.name = in.requiredText(u"name");
        group.minChoices = in.small(u"min", 0);
        group.maxChoices = in.small(u"max", 1);
        group.options = readEach<Option>(in, u"options", [&](const FieldReader &option) {
            return Option{option.integer(u"option_id"), option.requiredText(u"name"), option.money(u"price", currency)};
        });
        return group;
    });
}

Item readItem(const FieldReader &in, const Currency &currency)
{
    Item item;
    item.id = in.integer(u"item_id");
    item.categoryId = in.integer(u"category_id");
    item.name = in.requiredText(u"name");
    item.description = in.text(u"description");
    item.priceMinor = in.money(u"price", currency);
    item.image = in.text(u"image");
    if (!in[u"quantity_step"].isNull())
        item.quantityStep = in.quantity(u"quantity_step");
    item.available = in.boolean(u"available", true);
    item.stationId = in.maybeInteger(u"station_id");
    item.prepSeconds = in.small(u"prep_seconds", 0);
    item.position = in.small(u"position", 0);
    item.externalId = in.text(u"external_id");
    item.optionGroups = readOptionGroups(in, currency);
    for (const JsonValue &allergen : in.array(u"allergens"))
        item.allergens.append(allergen.string());
    item.version = in.integer(u"version", 1);
    item.hours = readSaleHours(in);
    item.backAtMs = in.time(u"back_at");
    return item;
}

Category readCategory(const FieldReader &in)
{
    Category category;
    category.id = in.integer(u"category_id");
    category.name = in.requiredText(u"name");
    category.image = in.text(u"image");
    category.quantityStep = in.quantity(u"quantity_step");
    category.stationId = in.maybeInteger(u"station_id");
    category.position = in.small(u"position", 0);
    category.externalId = in.text(u"external_id");
    category.version = in.integer(u"version", 1);
    category.hours = readSaleHours(in);
    return category;
}

Station readStation(const FieldReader &in)
{
    Station station;
    station.id = in.integer(u"station_id");
    station.name = in.requiredText(u"name");
    station.position = in.small(u"position", 0);
    station.soonSeconds = in.small(u"soon_seconds", Station().soonSeconds);
    station.lateSeconds = in.small(u"late_seconds", Station().lateSeconds);
    station.version = in.integer(u"version", 1);
    return station;
}

struct MenuMoment
{
    QString timeZone;
    qint64 ms = 0;
};

/// One item of the public menu.
void writeMenuItem(JsonWriter &json, const Item &item, const Category &category, const SaleHours &hours,
                   const MenuMoment &now, const Currency &currency)
{
    json.beginObject();
    json.key("item_id").value(item.id);
    json.key("name").value(item.name);
    writeTextOrNull(json, "description", item.description);
    json.key("price").raw(formatMajorUnits(item.priceMinor, currency));
    writeTextOrNull(json, "image", item.image);
    json.key("quantity_step").raw(formatQuantity(item.quantityStep.value_or(category.quantityStep)));
    json.key("available").value(item.available && isOnSale(hours, now.timeZone, now.ms));
    writeSaleHours(json, hours);
    writeTextOrNull(json, "external_id", item.externalId);
    writeAllergens(json, item);
    writeOptionGroups(json, item, currency);
    json.endObject();
}

template <typename T> Result<T> finish(T value, const ReadIssues &issues, const QString &what)
{
    if (!issues.isEmpty())
        return issues.error(what);
    return value;
}

} // namespace

void writeSaleHours(JsonWriter &json, const SaleHours &hours)
{
    json.key("hours").beginArray();
    for (const SaleWindow &window : hours) {
        json.beginObject();
        json.key("weekdays").beginArray();
        for (int day = 0; day < 7; ++day) {
            if (window.weekdays & (1U << unsigned(day)))
                json.value(day + 1);
        }
        json.endArray();
        json.key("from_minutes").value(window.fromMinutes);
        json.key("to_minutes").value(window.toMinutes);
        json.endObject();
    }
    json.endArray();
}

QByteArray menuJson(const Catalog &catalog, const Currency &currency, const QString &timeZone, qint64 nowMs)
{
    const MenuMoment now{timeZone, nowMs};
    JsonWriter json;
    json.beginObject();
    json.key("categories").beginArray();
    for (const Category &category : catalog.categories) {
        json.beginObject();
        json.key("category_id").value(category.id);
        json.key("name").value(category.name);
        writeTextOrNull(json, "image", category.image);
        json.key("quantity_step").raw(formatQuantity(category.quantityStep));
        writeSaleHours(json, category.hours);
        json.key("items").beginArray();
        for (const Item &item : catalog.items) {
            if (item.categoryId == category.id)
                writeMenuItem(json, item, category, catalog.saleHoursOf(item), now, currency);
        }
        json.endArray();
        json.endObject();
    }
    json.endArray();
    json.key("currency").value(currency.code());
    json.endObject();
    return json.take();
}

void writeItemRow(JsonWriter &json, const Item &item, const Currency &currency)
{
    json.beginObject();
    json.key("item_id").value(item.id);
    json.key("category_id").value(item.categoryId);
    json.key("name").value(item.name);
    writeTextOrNull(json, "description", item.description);
    json.key("price").raw(formatMajorUnits(item.priceMinor, currency));
    writeTextOrNull(json, "image", item.image);
    json.key("quantity_step");
    if (item.quantityStep)
        json.raw(formatQuantity(*item.quantityStep));
    else
        json.null();
    json.key("available").value(item.available);
    writeNumberOrNull(json, "station_id", item.stationId);
    json.key("prep_seconds").value(item.prepSeconds);
    json.key("position").value(item.position);
    writeTextOrNull(json, "external_id", item.externalId);
    writeAllergens(json, item);
    writeOptionGroups(json, item, currency);
    writeSaleHours(json, item.hours);
    writeTimeOrNull(json, "back_at", item.backAtMs);
    json.key("version").value(item.version);
    json.endObject();
}

void writeCategoryRow(JsonWriter &json, const Category &category)
{
    json.beginObject();
    json.key("category_id").value(category.id);
    json.key("name").value(category.name);
    writeTextOrNull(json, "image", category.image);
    json.key("quantity_step").raw(formatQuantity(category.quantityStep));
    writeNumberOrNull(json, "station_id", category.stationId);
    json.key("position").value(category.position);
    writeTextOrNull(json, "external_id", category.externalId);
    writeSaleHours(json, category.hours);
    json.key("version").value(category.version);
    json.endObject();
}

void writeStationRow(JsonWriter &json, const Station &station)
{
    json.beginObject();
    json.key("station_id").value(station.id);
    json.key("name").value(station.name);
    json.key("position").value(station.position);
    json.key("soon_seconds").value(station.soonSeconds);
    json.key("late_seconds").value(station.lateSeconds);
    json.key("version").value(station.version);
    json.endObject();
}

void writeBusinessRow(JsonWriter &json, const Business &business)
{
    const Currency currency =
        Currency::fromCode(business.currency).ok() ? *Currency::fromCode(business.currency) : Currency();
    json.beginObject();
    json.key("business_id").value(business.id);
    json.key("name").value(business.name);
    json.key("currency").value(business.currency);
    json.key("time_zone").value(business.timeZone);
    json.key("day_start_minutes").value(business.dayStartMinutes);
    json.key("delivery_cost").raw(formatMajorUnits(business.deliveryCostMinor, currency));
    writeTaxRate(json, business.taxRate);
    writeTextOrNull(json, "tax_name", business.taxName);
    json.key("version").value(business.version);
    json.endObject();
}

void writeCatalog(JsonWriter &json, const Catalog &catalog, const Currency &currency)
{
    json.beginObject();
    json.key("categories").beginArray();
    for (const Category &category : catalog.categories)
        writeCategoryRow(json, category);
    json.endArray();
    json.key("items").beginArray();
    for (const Item &item : catalog.items)
        writeItemRow(json, item, currency);
    json.endArray();
    json.key("stations").beginArray();
    for (const Station &station : catalog.stations)
        writeStationRow(json, station);
    json.endArray();
    json.endObject();
}

Result<Catalog> readCatalog(const JsonValue &json, const Currency &currency)
{
    ReadIssues issues;
    const FieldReader in(json, {}, issues);
    Catalog catalog;
    catalog.categories = readEach<Category>(in, u"categories", readCategory);
    catalog.items = readEach<Item>(in, u"items", [&](const FieldReader &item) { return readItem(item, currency); });
    catalog.stations = readEach<Station>(in, u"stations", readStation);
    return finish(std::move(catalog), issues, QStringLiteral("a catalog"));
}

Result<Item> readItemRow(const JsonValue &json, const Currency &currency)
{
    ReadIssues issues;
    Item item = readItem(FieldReader(json, {}, issues), currency);
    return finish(std::move(item), issues, QStringLiteral("an item"));
}

Result<Category> readCategoryRow(const JsonValue &json)
{
    ReadIssues issues;
    Category category = readCategory(FieldReader(json, {}, issues));
    return finish(std::move(category), issues, QStringLiteral("a category"));
}

Result<Station> readStationRow(const JsonValue &json)
{
    ReadIssues issues;
    Station station = readStation(FieldReader(json, {}, issues));
    return finish(std::move(station), issues, QStringLiteral("a station"));
}

Result<Business> readBusinessRow(const JsonValue &json)
{
    ReadIssues issues;
    const FieldReader in(json, {}, issues);
    Business business;
    business.id = in.integer(u"business_id");
    business.name = in.requiredText(u"name");
    business.currency = in.requiredText(u"currency");
    const Result<Currency> currency = Currency::fromCode(business.currency);
    if (!currency)
        in.wrong(u"currency", QStringLiteral("is not a known currency"));
    else
        business.deliveryCostMinor = in.money(u"delivery_cost", *currency);
    business.timeZone = in.requiredText(u"time_zone");
    business.dayStartMinutes = in.small(u"day_start_minutes", Business().dayStartMinutes);
    business.taxRate = readTaxRate(in);
    business.taxName = in.text(u"tax_name");
    business.version = in.integer(u"version", 1);
    return finish(std::move(business), issues, QStringLiteral("a business"));
}

} // namespace oshaq
