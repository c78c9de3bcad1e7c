// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/catalogcommands.h"

#include "models/domain/catalogchange.h"
#include "models/domain/timetext.h"

#include <limits>

namespace oshaq {

namespace {

constexpr int maxName = 200;
constexpr int maxDescription = 2000;
constexpr int maxPosition = 1'000'000;
constexpr int maxPrepSeconds = 24 * 60 * 60;
constexpr int maxLateSeconds = 24 * 60 * 60;
constexpr int maxGroups = 20;
constexpr int maxOptions = 50;
constexpr int maxAllergens = 30;

SchemaField field(const char *name, Schema schema, Presence presence = Presence::Optional)
{
    return {QString::fromLatin1(name), std::move(schema), presence};
}

SchemaField versionField()
{
    return field("version", Schema::integer(1, std::numeric_limits<qint64>::max())
                                .described(QStringLiteral("The version that the person saw, unless If-Match says it; "
                                                          "another one now is a 412.")));
}

SchemaField nameField(Presence presence)
{
    return field("name", Schema::string(maxName, 1), presence);
}

SchemaField positionField()
{
    return field("position", Schema::integer(0, maxPosition).described(QStringLiteral("Smaller ones come first.")));
}

SchemaField stepField()
{
    return field("quantity_step", Schema::quantity().nullable().described(QStringLiteral(
                                      "Orders are for a multiple of it; an item without one has its category's.")));
}

SchemaField stationField()
{
    return field("station_id", Schema::id().nullable());
}

SchemaField hoursField()
{
    const Schema window = Schema::object(
        {field("weekdays",
               Schema::array(Schema::integer(1, 7), 1, 7)
                   .unique()
                   .described(QStringLiteral("On which it begins; 1 is Monday.")),
               Presence::Required),
         field("from_minutes", Schema::integer(0, 24 * 60 - 1).described(QStringLiteral("After local midnight.")),
               Presence::Required),
         field("to_minutes",
               Schema::integer(1, 24 * 60).described(QStringLiteral("Before from_minutes: on the next day.")),
               Presence::Required)});
    return field("hours", Schema::array(window, 0, maxSaleWindows)
                              .described(QStringLiteral("When it is sold, by the restaurant's clock. None: an item has "
                                                        "its category's, a category is sold always.")));
}

SchemaField backField()
{
    return field("back_at", Schema::dateTime().nullable().described(QStringLiteral(
                                "Of what is off the menu: when it comes back by itself, within 90 days. null, or left "
                                "out: when somebody puts it back.")));
}

std::vector<SchemaField> categoryFields(Presence presence)
{
    return {nameField(presence), field("quantity_step", Schema::quantity()),    stationField(),
            positionField(),     field("external_id", Schema::string(maxName)), hoursField()};
}

std::vector<SchemaField> itemFields(Presence presence)
{
    const Schema option =
        Schema::object({nameField(Presence::Required), field("price", Schema::money(), Presence::Required)});
    const Schema group =
        Schema::object({nameField(Presence::Required), field("min", Schema::integer(0, maxOptions), Presence::Required),
                        field("max", Schema::integer(1, maxOptions), Presence::Required),
                        field("options", Schema::array(option, 1, maxOptions), Presence::Required)});
    return {field("category_id", Schema::id(), presence),
            nameField(presence),
            field("description", Schema::note(maxDescription)),
            field("price", Schema::money(), presence),
            stepField(),
            field("available", Schema::boolean()),
            backField(),
            hoursField(),
            stationField(),
            field("prep_seconds", Schema::integer(0, maxPrepSeconds)),
            positionField(),
            field("external_id", Schema::string(maxName)),
            field("allergens", Schema::array(Schema::string(60, 1), 0, maxAllergens).unique()),
            field("option_groups",
                  Schema::array(group, 0, maxGroups)
                      .described(QStringLiteral("All of them: what is not here goes. Ids stay where names do.")))};
}

std::vector<SchemaField> stationFields(Presence presence)
{
    return {nameField(presence), positionField(), field("soon_seconds", Schema::integer(1, maxLateSeconds)),
            field("late_seconds", Schema::integer(1, maxLateSeconds))};
}

std::vector<SchemaField> terminalFields(Presence presence)
{
    QStringList roles;
    for (const Role role : {Role::Kitchen, Role::Counter, Role::Courier, Role::Manager, Role::Owner})
        roles.append(roleText(role));
    return {nameField(presence), field("role", Schema::oneOf(roles), presence), stationField()};
}

Schema withVersion(std::vector<SchemaField> fields)
{
    fields.push_back(versionField());
    return Schema::object(std::move(fields));
}

std::optional<QString> textOf(const JsonValue &body, QStringView name)
{
    const JsonValue &value = body[name];
    return value.isString() ? std::optional(cleanText(value.string()).trimmed()) : std::nullopt;
}

std::optional<int> numberOf(const JsonValue &body, QStringView name)
{
    const JsonValue &value = body[name];
    return value.isNumber() ? std::optional(static_cast<int>(value.integer())) : std::nullopt;
}

/// Left out: nothing is said. null: it is taken away, which is 0.
std::optional<qint64> timeOf(const JsonValue &body, QStringView name)
{
    const JsonValue *value = body.find(name);
    if (!value)
        return std::nullopt;
    return value->isString() ? fromIso(value->string()) : qint64{0};
}

std::optional<SaleHours> hoursOf(const JsonValue &body)
{
    const JsonValue &list = body[u"hours"];
    if (!list.isArray())
        return std::nullopt;
    SaleHours hours;
    for (const JsonValue &from : list.items()) {
        SaleWindow window;
        window.weekdays = 0;
        for (const JsonValue &day : from[u"weekdays"].items())
            window.weekdays |= 1U << unsigned(day.integer() - 1);
        window.fromMinutes = numberOf(from, u"from_minutes").value_or(0);
        window.toMinutes = numberOf(from, u"to_minutes").value_or(0);
        hours.push_back(window);
    }
    return hours;
}

/// Left out: nothing is said. null: it is taken away.
std::optional<std::optional<qint64>> idOf(const JsonValue &body, QStringView name)
{
    const JsonValue *value = body.find(name);
    if (!value)
        return std::nullopt;
    return std::optional(value->isNumber() ? std::optional(value->integer()) : std::optional<qint64>());
}

Result<std::optional<qint64>> quantityOf(const JsonValue &body, QStringView name)
{
    const JsonValue &value = body[name];
    if (!value.isNumber())
        return std::optional<qint64>();
    const Result<qint64> quantity = parseQuantity(value.numberText());
    if (!quantity) {
        Error error = quantity.error();
        error.details = {{name.toString(), error.message}};
        return error;
    }
    return std::optional(*quantity);
}

Result<qint64> priceOf(const JsonValue &value, const QString &path, const Currency &currency)
{
    Result<qint64> price = parseMajorUnits(value.numberText(), currency);
    if (!price) {
        Error error = price.error();
        error.details = {{path, error.message}};
        return error;
    }
    return price;
}

Result<std::vector<OptionGroup>> readGroups(const JsonValue &list, const Currency &currency)
{
    std::vector<OptionGroup> groups;
    for (std::size_t g = 0; g < list.items().size(); ++g) {
        const JsonValue &from = list.items()[g];
        OptionGroup group;
        group.name = textOf(from, u"name").value_or(QString());
        group.minChoices = numberOf(from, u"min").value_or(0);
        group.maxChoices = numberOf(from, u"max").value_or(1);
        const auto &options = from[u"options"].items();
        for (std::size_t o = 0; o < options.size(); ++o) {
            const auto price = priceOf(options[o][u"price"],
                                       QStringLiteral("option_groups[%1].options[%2].price").arg(g).arg(o), currency);
            if (!price)
                return price.error();
            group.options.push_back({0, textOf(options[o], u"name").value_or(QString()), *price});
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace

const Schema &newCategorySchema()
{
    static const Schema schema = Schema::object(categoryFields(Presence::Required));
    return schema;
}

const Schema &categoryChangeSchema()
{
    static const Schema schema = withVersion(categoryFields(Presence::Optional));
    return schema;
}

const Schema &newItemSchema()
{
    static const Schema schema = Schema::object(itemFields(Presence::Required));
    return schema;
}

const Schema &itemChangeSchema()
{
    static const Schema schema = withVersion(itemFields(Presence::Optional));
    return schema;
}

const Schema &availabilitySchema()
{
    static const Schema schema = Schema::object(
        {field("available", Schema::boolean(), Presence::Required), backField(),
         field("acted_at", Schema::dateTime().described(QStringLiteral(
                               "When somebody said so. What was to come back meanwhile changes nothing then.")))});
    return schema;
}

const Schema &newStationSchema()
{
    static const Schema schema = Schema::object(stationFields(Presence::Required));
    return schema;
}

const Schema &stationChangeSchema()
{
    static const Schema schema = withVersion(stationFields(Presence::Optional));
    return schema;
}

const Schema &newTerminalSchema()
{
    static const Schema schema = Schema::object(terminalFields(Presence::Required));
    return schema;
}

const Schema &terminalChangeSchema()
{
    static const Schema schema = withVersion(terminalFields(Presence::Optional));
    return schema;
}

const Schema &tokenRotationSchema()
{
    static const Schema schema = Schema::object(
        {field("overlap_seconds", Schema::integer(0, 24 * 60 * 60)
                                      .described(QStringLiteral("How long the old token stays good; 0, or left out: it "
                                                                "ends at once.")))});
    return schema;
}

const Schema &catalogChangeSchema()
{
    const auto row = [](const char *idField, std::vector<SchemaField> fields) {
        fields.insert(fields.begin(),
                      {field("act",
                             Schema::oneOf({QStringLiteral("make"), QStringLiteral("edit"), QStringLiteral("remove"),
                                            QStringLiteral("restore")})
                                 .described(QStringLiteral("restore: one that was removed comes back as it was.")),
                             Presence::Required),
                       field(idField, Schema::id().described(QStringLiteral("Of every row but new ones."))),
                       versionField()});
        return Schema::array(Schema::object(std::move(fields)), 0, maxCatalogChanges);
    };
    static const Schema schema = Schema::object(
        {field("categories", row("category_id", categoryFields(Presence::Optional))
                                 .described(QStringLiteral("Made, edited and restored before the items, removed after "
                                                           "them."))),
         field("items", row("item_id", itemFields(Presence::Optional)))});
    return schema;
}

Result<CategoryEdit> readCategoryEdit(const JsonValue &body)
{
    CategoryEdit edit;
    edit.name = textOf(body, u"name");
    const auto step = quantityOf(body, u"quantity_step");
    if (!step)
        return step.error();
    edit.quantityStep = *step;
    edit.stationId = idOf(body, u"station_id");
    edit.position = numberOf(body, u"position");
    edit.externalId = textOf(body, u"external_id");
    edit.hours = hoursOf(body);
    return edit;
}

Result<ItemEdit> readItemEdit(const JsonValue &body, const Currency &currency)
{
    ItemEdit edit;
    if (const JsonValue &category = body[u"category_id"]; category.isNumber())
        edit.categoryId = category.integer();
    edit.name = textOf(body, u"name");
    edit.description = textOf(body, u"description");
    if (const JsonValue &value = body[u"price"]; value.isNumber()) {
        const auto price = priceOf(value, QStringLiteral("price"), currency);
        if (!price)
            return price.error();
        edit.priceMinor = *price;
    }
    const auto step = quantityOf(body, u"quantity_step");
    if (!step)
        return step.error();
    if (body.find(u"quantity_step"))
        edit.quantityStep = *step;
    if (const JsonValue &available = body[u"available"]; available.isBool())
        edit.available = available.boolean();
    edit.backAtMs = timeOf(body, u"back_at");
    edit.hours = hoursOf(body);
    edit.stationId = idOf(body, u"station_id");
    edit.prepSeconds = numberOf(body, u"prep_seconds");
    edit.position = numberOf(body, u"position");
    edit.externalId = textOf(body, u"external_id");
    if (const JsonValue &allergens = body[u"allergens"]; allergens.isArray()) {
        edit.allergens.emplace();
        for (const JsonValue &allergen : allergens.items())
            edit.allergens->append(cleanText(allergen.string()).trimmed());
    }
    if (const JsonValue &list = body[u"option_groups"]; list.isArray()) {
        auto groups = readGroups(list, currency);
        if (!groups)
            return groups.error();
        edit.optionGroups = std::move(*groups);
    }
    return edit;
}

StationEdit readStationEdit(const JsonValue &body)
{
    return {textOf(body, u"name"), numberOf(body, u"position"), numberOf(body, u"soon_seconds"),
            numberOf(body, u"late_seconds")};
}

TerminalEdit readTerminalEdit(const JsonValue &body)
{
    TerminalEdit edit;
    edit.name = textOf(body, u"name");
    if (const JsonValue &role = body[u"role"]; role.isString())
        edit.role = roleFromText(role.string());
    edit.stationId = idOf(body, u"station_id");
    return edit;
}

} // namespace oshaq
