// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/itemform.h"

#include "ui/common/formats.h"

#include <QLocale>
#include <QSet>

namespace oshaq::itemforms {

namespace {

using Kind = FormProblem::Kind;

/// Spaces of every kind do not count in a number.
QString withoutSpaces(const QString &text)
{
    QString plain = text;
    plain.removeIf([](QChar letter) { return letter.isSpace(); });
    return plain;
}

/// Grouped by spaces in every language: a comma would be read back as a decimal sign.
QString amountText(qint64 minor, const Currency &currency)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = formats::amount(minor, currency, locale);
    const qsizetype point = text.indexOf(locale.decimalPoint());
    for (qsizetype at = (point < 0 ? text.size() : point) - 3; at > 0; at -= 3)
        text.insert(at, QChar(QChar::Nbsp));
    return text;
}

std::optional<int> minutesOf(const QString &text)
{
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return 0;
    bool ok = false;
    const int minutes = typed.toInt(&ok);
    return ok && minutes >= 0 && minutes <= maxPrepMinutes ? std::optional(minutes) : std::nullopt;
}

/// An empty price of an option is none.
std::optional<qint64> optionPrice(const QString &text, const Currency &currency)
{
    QString typed = text.trimmed();
    if (typed.startsWith(u'+'))
        typed = typed.mid(1).trimmed();
    if (typed.isEmpty())
        return 0;
    const auto price = formats::readAmount(typed, currency);
    return price && *price >= 0 && *price <= maxAmountMinor ? price : std::nullopt;
}

std::vector<OptionGroup> groupsOf(const std::vector<OptionGroupForm> &forms, const Currency &currency)
{
    std::vector<OptionGroup> groups;
    for (const OptionGroupForm &form : forms) {
        OptionGroup group;
        group.name = form.name.trimmed();
        group.minChoices = form.least;
        group.maxChoices = form.most;
        for (const OptionForm &option : form.options)
            group.options.push_back({0, option.name.trimmed(), optionPrice(option.price, currency).value_or(0)});
        groups.push_back(std::move(group));
    }
    return groups;
}

void checkGroups(const ItemForm &form, const Currency &currency, std::vector<FormProblem> *problems)
{
    QSet<QString> groupNames;
    for (int g = 0; g < int(form.groups.size()); ++g) {
        const OptionGroupForm &group = form.groups[size_t(g)];
        const auto add = [&](Kind kind, int option = -1) {
            problems->push_back({ItemField::Options, kind, g, option});
        };
        const QString name = group.name.trimmed();
        if (name.isEmpty())
            add(Kind::GroupWithoutName);
        else if (groupNames.contains(name))
            add(Kind::GroupTwice);
        groupNames.insert(name);
        if (group.options.empty())
            add(Kind::GroupWithoutOptions);
        else if (group.least < 0 || group.most < 1 || group.least > group.most ||
                 group.least > int(group.options.size()))
            add(Kind::TooFewOptions);
        QSet<QString> names;
        for (int o = 0; o < int(group.options.size()); ++o) {
            const OptionForm &option = group.options[size_t(o)];
            const QString optionName = option.name.trimmed();
            if (optionName.isEmpty())
                add(Kind::OptionWithoutName, o);
            else if (names.contains(optionName))
                add(Kind::OptionTwice, o);
            names.insert(optionName);
            if (!optionPrice(option.price, currency))
                add(Kind::OptionPrice, o);
        }
    }
}

} // namespace

std::optional<ItemField> fieldOf(const QString &path)
{
    const QString name = path.section(u'.', -1);
    if (name == u"name")
        return ItemField::Name;
    if (name == u"price")
        return ItemField::Price;
    if (name == u"quantity_step")
        return ItemField::Step;
    if (name == u"category_id")
        return ItemField::Category;
    if (name == u"description")
        return ItemField::Description;
    if (name == u"station_id")
        return ItemField::Station;
    if (name == u"prep_seconds")
        return ItemField::Prep;
    if (name.startsWith(u"option"))
        return ItemField::Options;
    if (name == u"allergens")
        return ItemField::Allergens;
    if (name == u"hours")
        return ItemField::Hours;
    if (name == u"external_id")
        return ItemField::ExternalId;
    return {};
}

ItemForm formOf(const Item &item, const Currency &currency)
{
    ItemForm form;
    form.name = item.name;
    form.price = amountText(item.priceMinor, currency);
    form.step = item.quantityStep ? formats::quantity(*item.quantityStep) : QString();
    form.categoryId = item.categoryId;
    form.description = item.description;
    form.stationId = item.stationId;
    // Rounded up: a dish of 90 seconds is not late after one minute.
    form.prep = item.prepSeconds > 0 ? QString::number((item.prepSeconds + 59) / 60) : QString();
    for (const OptionGroup &group : item.optionGroups) {
        OptionGroupForm typed{group.name, group.minChoices, group.maxChoices, {}};
        for (const Option &option : group.options)
            typed.options.push_back(
                {option.name, option.priceMinor > 0 ? amountText(option.priceMinor, currency) : QString()});
        form.groups.push_back(std::move(typed));
    }
    form.allergens = item.allergens;
    form.hours = item.hours;
    form.externalId = item.externalId;
    return form;
}

bool isSame(ItemField field, const ItemForm &a, const ItemForm &b)
{
    switch (field) {
    case ItemField::Name:
        return a.name.trimmed() == b.name.trimmed();
    case ItemField::Price:
        return withoutSpaces(a.price) == withoutSpaces(b.price);
    case ItemField::Step:
        return a.step.trimmed() == b.step.trimmed();
    case ItemField::Category:
        return a.categoryId == b.categoryId;
    case ItemField::Description:
        return a.description.trimmed() == b.description.trimmed();
    case ItemField::Station:
        return a.stationId == b.stationId;
    case ItemField::Prep:
        return a.prep.trimmed() == b.prep.trimmed();
    case ItemField::Options:
        return a.groups == b.groups;
    case ItemField::Allergens:
        return a.allergens == b.allergens;
    case ItemField::Hours:
        return a.hours == b.hours;
    case ItemField::ExternalId:
        return a.externalId.trimmed() == b.externalId.trimmed();
    }
    return true;
}

void copy(ItemField field, const ItemForm &from, ItemForm *to)
{
    switch (field) {
    case ItemField::Name:
        to->name = from.name;
        return;
    case ItemField::Price:
        to->price = from.price;
        return;
    case ItemField::Step:
        to->step = from.step;
        return;
    case ItemField::Category:
        to->categoryId = from.categoryId;
        return;
    case ItemField::Description:
        to->description = from.description;
        return;
    case ItemField::Station:
        to->stationId = from.stationId;
        return;
    case ItemField::Prep:
        to->prep = from.prep;
        return;
    case ItemField::Options:
        to->groups = from.groups;
        return;
    case ItemField::Allergens:
        to->allergens = from.allergens;
        return;
    case ItemField::Hours:
        to->hours = from.hours;
        return;
    case ItemField::ExternalId:
        to->externalId = from.externalId;
        return;
    }
}

std::vector<ItemField> difference(const ItemForm &a, const ItemForm &b)
{
    std::vector<ItemField> fields;
    for (const ItemField field : allItemFields) {
        if (!isSame(field, a, b))
            fields.push_back(field);
    }
    return fields;
}

std::vector<FormProblem> problems(const ItemForm &form, const Currency &currency)
{
    std::vector<FormProblem> found;
    const auto add = [&found](ItemField field, Kind kind) { found.push_back({field, kind, -1, -1}); };
    if (form.name.trimmed().isEmpty())
        add(ItemField::Name, Kind::Missing);
    else if (form.name.trimmed().size() > maxName)
        add(ItemField::Name, Kind::TooLong);
    const auto price = formats::readAmount(form.price, currency);
    if (form.price.trimmed().isEmpty())
        add(ItemField::Price, Kind::Missing);
    else if (!price || *price < 0)
        add(ItemField::Price, Kind::NoAmount);
    else if (*price > maxAmountMinor)
        add(ItemField::Price, Kind::TooLarge);
    if (!form.step.trimmed().isEmpty()) {
        const auto step = formats::readQuantity(form.step);
        if (!step || *step <= 0 || *step > maxQuantityThousandths)
            add(ItemField::Step, Kind::NoQuantity);
    }
    if (form.categoryId == 0)
        add(ItemField::Category, Kind::Missing);
    if (!minutesOf(form.prep))
        add(ItemField::Prep, Kind::NoMinutes);
    checkGroups(form, currency, &found);
    if (form.allergens.join(QString()).contains(u';'))
        add(ItemField::Allergens, Kind::Semicolon);
    if (form.hours.size() > size_t(maxSaleWindows))
        add(ItemField::Hours, Kind::TooManyWindows);
    for (const SaleWindow &window : form.hours) {
        if (window.weekdays == 0 || window.fromMinutes == window.toMinutes) {
            add(ItemField::Hours, Kind::EmptyWindow);
            break;
        }
    }
    return found;
}

ItemEdit editOf(const ItemForm &form, const std::vector<ItemField> &fields, const Currency &currency)
{
    ItemEdit edit;
    for (const ItemField field : fields) {
        switch (field) {
        case ItemField::Name:
            edit.name = form.name.trimmed();
            break;
        case ItemField::Price:
            edit.priceMinor = formats::readAmount(form.price, currency).value_or(0);
            break;
        case ItemField::Step:
            edit.quantityStep =
                form.step.trimmed().isEmpty() ? std::optional<qint64>() : formats::readQuantity(form.step);
            break;
        case ItemField::Category:
            edit.categoryId = form.categoryId;
            break;
        case ItemField::Description:
            edit.description = form.description.trimmed();
            break;
        case ItemField::Station:
            edit.stationId = form.stationId;
            break;
        case ItemField::Prep:
            edit.prepSeconds = minutesOf(form.prep).value_or(0) * 60;
            break;
        case ItemField::Options:
            edit.optionGroups = groupsOf(form.groups, currency);
            break;
        case ItemField::Allergens:
            edit.allergens = form.allergens;
            break;
        case ItemField::Hours:
            edit.hours = form.hours;
            break;
        case ItemField::ExternalId:
            edit.externalId = form.externalId.trimmed();
            break;
        }
    }
    return edit;
}

ItemForm merged(const ItemForm &base, const ItemForm &mine, const ItemForm &theirs)
{
    ItemForm form = theirs;
    for (const ItemField field : difference(base, mine))
        copy(field, mine, &form);
    return form;
}

std::vector<ItemField> conflicts(const ItemForm &base, const ItemForm &mine, const ItemForm &theirs)
{
    std::vector<ItemField> fields;
    for (const ItemField field : allItemFields) {
        if (!isSame(field, base, theirs) && !isSame(field, mine, theirs))
            fields.push_back(field);
    }
    return fields;
}

} // namespace oshaq::itemforms
