// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/catalogtext.h"

#include "ui/common/formats.h"
#include "ui/common/linktext.h"

#include <QDateTime>
#include <QLocale>

namespace oshaq {

namespace {

constexpr unsigned everyDay = 0x7f;
const QString dot = QStringLiteral(" · ");

} // namespace

QString CatalogText::moment(qint64 ms, qint64 nowMs, const QTimeZone &zone)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(ms, zone);
    const QDate today = QDateTime::fromMSecsSinceEpoch(nowMs, zone).date();
    const QString time = at.toString(QStringLiteral("HH:mm"));
    const qint64 days = today.daysTo(at.date());
    if (days == 0)
        return time;
    if (days == 1)
        return tr("tomorrow %1").arg(time);
    if (days > 1 && days < 7)
        return shortDay(at.date().dayOfWeek()) + u' ' + time;
    const bool sameYear = at.date().year() == today.year();
    return QLocale().toString(at.date(), sameYear ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy")) + u' ' +
           time;
}

QString CatalogText::availability(const Availability &availability, qint64 nowMs, const QTimeZone &zone)
{
    const bool isKnown = availability.backAtMs > nowMs;
    switch (availability.state) {
    case Availability::State::Available:
        return tr("Available");
    case Availability::State::Out:
        //: 86: the trade's word for what is out
        return isKnown ? tr("86 · back %1").arg(moment(availability.backAtMs, nowMs, zone)) : tr("86 · out");
    case Availability::State::NotNow:
        return isKnown ? tr("Not sold now · from %1").arg(moment(availability.backAtMs, nowMs, zone))
                       : tr("Not sold now");
    }
    return {};
}

QString CatalogText::shortDay(int dayOfWeek)
{
    return QLocale().standaloneDayName(dayOfWeek, QLocale::ShortFormat);
}

QString CatalogText::minutes(int afterMidnight)
{
    return QStringLiteral("%1:%2")
        .arg(afterMidnight / 60, 2, 10, QLatin1Char('0'))
        .arg(afterMidnight % 60, 2, 10, QLatin1Char('0'));
}

QString CatalogText::days(unsigned weekdays)
{
    if ((weekdays & everyDay) == everyDay)
        return tr("every day");
    QStringList parts;
    for (int day = 1; day <= 7;) {
        const auto has = [weekdays](int one) { return one <= 7 && (weekdays & (1U << (one - 1))) != 0; };
        if (!has(day)) {
            ++day;
            continue;
        }
        int last = day;
        while (has(last + 1))
            ++last;
        if (last - day >= 2) {
            parts << shortDay(day) + QStringLiteral("–") + shortDay(last);
        } else {
            for (int one = day; one <= last; ++one)
                parts << shortDay(one);
        }
        day = last + 1;
    }
    return parts.join(QStringLiteral(", "));
}

QString CatalogText::window(const SaleWindow &window)
{
    if (window.fromMinutes == 0 && window.toMinutes == 1440)
        return days(window.weekdays);
    return days(window.weekdays) + u' ' + minutes(window.fromMinutes) + QStringLiteral("–") + minutes(window.toMinutes);
}

QString CatalogText::hours(const SaleHours &hours)
{
    if (hours.empty())
        return tr("always");
    QStringList parts;
    for (const SaleWindow &one : hours)
        parts << window(one);
    return parts.join(QStringLiteral("; "));
}

QString CatalogText::step(qint64 thousandths)
{
    const QString step = formats::quantity(thousandths);
    return thousandths % 500 == 0 ? tr("portion · step %1").arg(step) : tr("weight · step %1").arg(step);
}

QString CatalogText::choices(int least, int most)
{
    if (least == 0)
        return most == 1 ? tr("optional, one") : tr("optional, up to %1").arg(most);
    if (least == most)
        return least == 1 ? tr("required, one") : tr("required, exactly %1").arg(least);
    return tr("required, %1 to %2").arg(least).arg(most);
}

QString CatalogText::group(const OptionGroupForm &group)
{
    QStringList options;
    for (const OptionForm &option : group.options) {
        QString text = option.name;
        QString price = option.price.trimmed();
        if (price.startsWith(u'+'))
            price = price.mid(1);
        if (!price.isEmpty() && price != u"0")
            text += QStringLiteral(" +") + price;
        options << text;
    }
    return group.name + QStringLiteral(": ") + options.join(QStringLiteral(", ")) + dot +
           choices(group.least, group.most);
}

QStringList CatalogText::knownAllergens()
{
    // The fourteen that kitchens have to name, as the menu's files write them.
    return {QStringLiteral("gluten"),   QStringLiteral("eggs"),     QStringLiteral("milk"),
            QStringLiteral("nuts"),     QStringLiteral("peanuts"),  QStringLiteral("sesame"),
            QStringLiteral("soya"),     QStringLiteral("fish"),     QStringLiteral("crustaceans"),
            QStringLiteral("molluscs"), QStringLiteral("celery"),   QStringLiteral("mustard"),
            QStringLiteral("lupin"),    QStringLiteral("sulphites")};
}

QString CatalogText::allergen(const QString &word)
{
    const QString known = word.toLower();
    if (known == u"gluten")
        return tr("gluten");
    if (known == u"eggs")
        return tr("eggs");
    if (known == u"milk")
        return tr("milk");
    if (known == u"nuts")
        return tr("nuts");
    if (known == u"peanuts")
        return tr("peanuts");
    if (known == u"sesame")
        return tr("sesame");
    if (known == u"soya")
        return tr("soya");
    if (known == u"fish")
        return tr("fish");
    if (known == u"crustaceans")
        return tr("crustaceans");
    if (known == u"molluscs")
        return tr("molluscs");
    if (known == u"celery")
        return tr("celery");
    if (known == u"mustard")
        return tr("mustard");
    if (known == u"lupin")
        return tr("lupin");
    if (known == u"sulphites")
        return tr("sulphites");
    return word;
}

QString CatalogText::fieldName(ItemField field)
{
    switch (field) {
    case ItemField::Name:
        return tr("Name");
    case ItemField::Price:
        return tr("Price");
    case ItemField::Step:
        return tr("Sold by");
    case ItemField::Category:
        return tr("Category");
    case ItemField::Description:
        return tr("Description");
    case ItemField::Station:
        return tr("Station");
    case ItemField::Prep:
        return tr("Preparation");
    case ItemField::Options:
        return tr("Options");
    case ItemField::Allergens:
        return tr("Allergens");
    case ItemField::Hours:
        return tr("Sold");
    case ItemField::ExternalId:
        return tr("External id");
    }
    return {};
}

QString CatalogText::fieldValue(ItemField field, const ItemForm &form, const Catalog &catalog, const Currency &currency)
{
    const auto orNothing = [](const QString &text) {
        return text.trimmed().isEmpty() ? tr("nothing") : text.trimmed();
    };
    switch (field) {
    case ItemField::Name:
        return orNothing(form.name);
    case ItemField::Price:
        return orNothing(form.price) + u' ' + formats::currencySign(currency);
    case ItemField::Step: {
        const auto own = formats::readQuantity(form.step);
        return form.step.trimmed().isEmpty() ? tr("as its category") : own ? step(*own) : form.step;
    }
    case ItemField::Category: {
        const Category *category = catalog.findCategory(form.categoryId);
        return category ? category->name : tr("nothing");
    }
    case ItemField::Description:
        return orNothing(form.description);
    case ItemField::Station:
        for (const Station &station : catalog.stations) {
            if (station.id == form.stationId)
                return station.name;
        }
        return tr("as its category");
    case ItemField::Prep:
        return form.prep.trimmed().isEmpty() ? tr("as its station") : tr("%1 min").arg(form.prep.trimmed());
    case ItemField::Options: {
        QStringList groups;
        for (const OptionGroupForm &one : form.groups)
            groups << group(one);
        return groups.isEmpty() ? tr("none") : groups.join(u'\n');
    }
    case ItemField::Allergens: {
        QStringList words;
        for (const QString &word : form.allergens)
            words << allergen(word);
        return words.isEmpty() ? tr("none declared") : words.join(QStringLiteral(", "));
    }
    case ItemField::Hours:
        return form.hours.empty() ? tr("as its category") : hours(form.hours);
    case ItemField::ExternalId:
        return orNothing(form.externalId);
    }
    return {};
}

QString CatalogText::problem(FormProblem::Kind kind)
{
    using Kind = FormProblem::Kind;
    switch (kind) {
    case Kind::Missing:
        return tr("This cannot be empty.");
    case Kind::TooLong:
        return tr("At most %1 letters.").arg(itemforms::maxName);
    case Kind::NoAmount:
        return tr("Type an amount of money, such as 3600.");
    case Kind::TooLarge:
        return tr("That is too much.");
    case Kind::NoQuantity:
        return tr("Type a quantity above 0, such as 0.1.");
    case Kind::NoMinutes:
        return tr("Type whole minutes, at most %1.").arg(itemforms::maxPrepMinutes);
    case Kind::GroupWithoutName:
        return tr("Give the group a name.");
    case Kind::GroupWithoutOptions:
        return tr("A group needs at least one option.");
    case Kind::GroupTwice:
        return tr("There is another group of this name.");
    case Kind::TooFewOptions:
        return tr("So many cannot be chosen from these options.");
    case Kind::OptionWithoutName:
        return tr("Give the option a name.");
    case Kind::OptionTwice:
        return tr("The group has this option already.");
    case Kind::OptionPrice:
        return tr("Type an amount of money, or leave it empty.");
    case Kind::Semicolon:
        return tr("An allergen has no semicolon.");
    case Kind::EmptyWindow:
        return tr("Choose at least one day, and an end that is not the beginning.");
    case Kind::TooManyWindows:
        return tr("At most %1 times.").arg(maxSaleWindows);
    }
    return {};
}

QString CatalogText::initials(const QString &name)
{
    QString letters;
    for (const QString &word : name.split(u' ', Qt::SkipEmptyParts)) {
        if (word.at(0).isLetterOrNumber())
            letters += word.at(0).toUpper();
        if (letters.size() == 2)
            break;
    }
    return letters.isEmpty() ? QStringLiteral("?") : letters;
}

QString CatalogText::items(int count)
{
    // The singular is a text of its own: English has no translation file that would pick it.
    return count == 1 ? tr("1 item") : tr("%n items", nullptr, count);
}

QString CatalogText::failure(const PortFailure &failure)
{
    if (failure.kind == PortFailure::Kind::Refused) {
        if (failure.errorCode == u"NOT_FOUND")
            return tr("Somebody removed it from the menu meanwhile.");
        if (failure.errorCode == u"VERSION_STALE")
            return tr("Somebody else changed it meanwhile: nothing was changed here.");
        if (failure.errorCode == u"ALREADY_EXISTS")
            return tr("The menu has one of this name already.");
        if (failure.errorCode == u"STILL_IN_USE")
            return tr("The category still has items: move them first.");
        if (failure.errorCode == u"PAYLOAD_TOO_LARGE")
            return tr("The file is too large for the site.");
        if (failure.errorCode == u"UNSUPPORTED_MEDIA_TYPE")
            return tr("The site cannot read this picture. Take a PNG, a JPEG or a WebP file.");
    }
    return LinkText::failure(failure);
}

} // namespace oshaq
