// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/menuoptions.h"

namespace oshaq {

namespace {

constexpr int maxGroups = 20;
constexpr int maxOptions = 50;
constexpr qsizetype maxName = 200;

Error wrong(QStringView part, const QString &why)
{
    return {ErrorCode::ValidationFailed, QStringLiteral("\"%1\": %2").arg(part.trimmed().left(80).toString(), why), {}};
}

bool isName(QStringView name)
{
    return !name.isEmpty() && name.size() <= maxName;
}

bool readCount(QStringView text, int *count)
{
    bool ok = false;
    *count = text.trimmed().toInt(&ok);
    return ok && *count >= 0 && *count <= maxOptions;
}

bool readChoices(QStringView text, OptionGroup *group)
{
    const qsizetype dash = text.indexOf(u'-');
    if (dash < 0)
        return readCount(text, &group->minChoices) && readCount(text, &group->maxChoices);
    return readCount(text.first(dash), &group->minChoices) && readCount(text.sliced(dash + 1), &group->maxChoices);
}

Result<Option> readOption(QStringView text, const Currency &currency)
{
    Option option;
    QStringView name = text.trimmed();
    if (const qsizetype plus = name.lastIndexOf(u" +"); plus >= 0) {
        const auto price = parseMajorUnits(name.sliced(plus + 2).toUtf8(), currency);
        if (!price)
            return wrong(text, price.error().message);
        if (*price < 0)
            return wrong(text, QStringLiteral("the price of an option is 0 or more."));
        option.priceMinor = *price;
        name = name.first(plus).trimmed();
    }
    if (!isName(name))
        return wrong(text, QStringLiteral("an option needs a name of at most %1 characters.").arg(maxName));
    option.name = name.toString();
    return option;
}

Result<OptionGroup> readGroup(QStringView text, const Currency &currency)
{
    const QList<QStringView> parts = text.split(u':');
    if (parts.size() != 3)
        return wrong(text, QStringLiteral("a group is NAME:CHOICES:OPTIONS, for example Spice:0-1:mild|hot."));
    OptionGroup group;
    group.name = parts[0].trimmed().toString();
    if (!isName(group.name))
        return wrong(text, QStringLiteral("a group needs a name of at most %1 characters.").arg(maxName));
    const QList<QStringView> options = parts[2].split(u'|');
    if (options.size() > maxOptions)
        return wrong(text, QStringLiteral("a group has at most %1 options.").arg(maxOptions));
    for (const QStringView optionText : options) {
        auto option = readOption(optionText, currency);
        if (!option)
            return option.error();
        for (const Option &other : group.options) {
            if (other.name == option->name)
                return wrong(text, QStringLiteral("\"%1\" is there twice.").arg(option->name));
        }
        group.options.push_back(std::move(*option));
    }
    if (!readChoices(parts[1], &group) || group.maxChoices < 1 || group.minChoices > group.maxChoices ||
        group.maxChoices > int(group.options.size())) {
        return wrong(text, QStringLiteral("choices are MIN-MAX or one number, from 0 to the number of options."));
    }
    return group;
}

} // namespace

Result<std::vector<OptionGroup>> parseMenuOptions(QStringView text, const Currency &currency)
{
    std::vector<OptionGroup> groups;
    if (text.trimmed().isEmpty())
        return groups;
    const QList<QStringView> parts = text.split(u';');
    if (parts.size() > maxGroups)
        return wrong(text, QStringLiteral("an item has at most %1 groups of options.").arg(maxGroups));
    for (const QStringView part : parts) {
        auto group = readGroup(part, currency);
        if (!group)
            return group.error();
        groups.push_back(std::move(*group));
    }
    return groups;
}

QString formatMenuOptions(const std::vector<OptionGroup> &groups, const Currency &currency)
{
    QString text;
    for (const OptionGroup &group : groups) {
        if (!text.isEmpty())
            text += u';';
        text += QStringLiteral("%1:%2-%3:").arg(group.name).arg(group.minChoices).arg(group.maxChoices);
        for (std::size_t i = 0; i < group.options.size(); ++i) {
            if (i > 0)
                text += u'|';
            text += group.options[i].name;
            if (group.options[i].priceMinor != 0)
                text +=
                    QStringLiteral(" +") + QString::fromLatin1(formatMajorUnits(group.options[i].priceMinor, currency));
        }
    }
    return text;
}

} // namespace oshaq
