// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/menuoptions.h"

namespace oshaq {

namespace {

constexpr int maxGroups = 20;
constexpr int maxOptions = 50;
constexpr qsizetype maxName = 200;

constexpr QStringView marks = u";:|+\\";
/// Stand for the marks while a text is taken apart: noncharacters, which no text of a person holds.
constexpr char16_t firstStandIn = 0xfdd0;

/// Marks that a backslash took the meaning from do not separate anything any more.
QString withStandIns(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype mark = text[i] == u'\\' && i + 1 < text.size() ? marks.indexOf(text[i + 1]) : -1;
        if (mark < 0) {
            out += text[i];
            continue;
        }
        out += QChar(char16_t(firstStandIn + mark));
        ++i;
    }
    return out;
}

QString plain(QStringView name)
{
    QString out = name.toString();
    for (QChar &c : out) {
        if (c.unicode() >= firstStandIn && c.unicode() < firstStandIn + marks.size())
            c = marks[c.unicode() - firstStandIn];
    }
    return out;
}

QString escaped(const QString &name)
{
    QString out;
    for (qsizetype i = 0; i < name.size(); ++i) {
        // A plus means something behind a blank only.
        const bool means = name[i] == u'+' ? i > 0 && name[i - 1] == u' ' : marks.contains(name[i]);
        if (means)
            out += u'\\';
        out += name[i];
    }
    return out;
}

Error wrong(QStringView part, const QString &why)
{
    return {ErrorCode::ValidationFailed, QStringLiteral("\"%1\": %2").arg(plain(part.trimmed().left(80)), why), {}};
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
    option.name = plain(name);
    return option;
}

Result<OptionGroup> readGroup(QStringView text, const Currency &currency)
{
    const QList<QStringView> parts = text.split(u':');
    if (parts.size() != 3)
        return wrong(text, QStringLiteral("a group is NAME:CHOICES:OPTIONS, for example Spice:0-1:mild|hot."));
    OptionGroup group;
    group.name = plain(parts[0].trimmed());
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
        group.minChoices > int(group.options.size())) {
        return wrong(text, QStringLiteral("choices are MIN-MAX or one number; nobody can take more than there are."));
    }
    return group;
}

} // namespace

Result<std::vector<OptionGroup>> parseMenuOptions(QStringView text, const Currency &currency)
{
    std::vector<OptionGroup> groups;
    if (text.trimmed().isEmpty())
        return groups;
    const QString safe = withStandIns(text);
    const QList<QStringView> parts = QStringView(safe).split(u';');
    if (parts.size() > maxGroups)
        return wrong(text, QStringLiteral("an item has at most %1 groups of options.").arg(maxGroups));
    for (const QStringView part : parts) {
        auto group = readGroup(part, currency);
        if (!group)
            return group.error();
        for (const OptionGroup &other : groups) {
            if (other.name == group->name)
                return wrong(part, QStringLiteral("there are two groups of this name."));
        }
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
        text += escaped(group.name) +
                QStringLiteral(":%1-%2:").arg(group.minChoices).arg(group.maxChoices);
        for (std::size_t i = 0; i < group.options.size(); ++i) {
            if (i > 0)
                text += u'|';
            text += escaped(group.options[i].name);
            if (group.options[i].priceMinor != 0)
                text +=
                    QStringLiteral(" +") + QString::fromLatin1(formatMajorUnits(group.options[i].priceMinor, currency));
        }
    }
    return text;
}

} // namespace oshaq
