// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/managertext.h"

#include "models/domain/quantity.h"
#include "ui/catalog/catalogtext.h"
#include "ui/common/formats.h"

#include <QRegularExpression>

namespace oshaq {

namespace {

constexpr int namesShown = 3;

} // namespace

QString ManagerText::failure(const PortFailure &failure)
{
    if (failure.kind != PortFailure::Kind::Refused)
        return CatalogText::failure(failure);
    if (failure.errorCode == u"VERSION_STALE")
        return tr("Somebody else goes on changing the same dishes. Look at them, then try again.");
    if (failure.errorCode == u"ALREADY_EXISTS")
        return tr("The menu has another dish of this name in this category. Give one of them another name.");
    if (failure.errorCode == u"PAYLOAD_TOO_LARGE")
        return tr("The file is too large for the site. Divide it into several files.");
    return CatalogText::failure(failure);
}

QString ManagerText::names(const QStringList &names)
{
    const QString shown = names.mid(0, namesShown).join(QStringLiteral(" · "));
    const int more = int(names.size()) - namesShown;
    return more <= 0   ? shown
           : more == 1 ? tr("%1 and 1 more").arg(shown)
                       : tr("%1 and %n more", nullptr, more).arg(shown);
}

QString ManagerText::dishes(int count)
{
    return count == 1 ? tr("1 dish") : tr("%n dishes", nullptr, count);
}

QString ManagerText::categories(int count)
{
    return count == 1 ? tr("1 category") : tr("%n categories", nullptr, count);
}

Currency ManagerText::currencyOf(const Business &business)
{
    const auto currency = Currency::fromCode(business.currency);
    return currency ? *currency : Currency();
}

// ---- files

QStringList ManagerText::importFields()
{
    return {QStringLiteral("name"),          QStringLiteral("category"), QStringLiteral("price"),
            QStringLiteral("description"),   QStringLiteral("station"),  QStringLiteral("prep_seconds"),
            QStringLiteral("quantity_step"), QStringLiteral("options"),  QStringLiteral("allergens"),
            QStringLiteral("external_id")};
}

bool ManagerText::isRequired(const QString &field)
{
    return field == u"name" || field == u"category" || field == u"price";
}

QString ManagerText::fieldName(const QString &field)
{
    if (field == u"name")
        return tr("Name");
    if (field == u"category")
        return tr("Category");
    if (field == u"price")
        return tr("Price");
    if (field == u"description")
        return tr("Description");
    if (field == u"station")
        return tr("Station");
    if (field == u"prep_seconds")
        return tr("Preparation time");
    if (field == u"quantity_step")
        return tr("Step of the quantity");
    if (field == u"options")
        return tr("Options");
    if (field == u"allergens")
        return tr("Allergens");
    if (field == u"external_id")
        return tr("Code of the dish");
    return field;
}

QString ManagerText::fieldHint(const QString &field)
{
    if (field == u"price")
        return tr("a number such as 1900 or 12.95");
    if (field == u"station")
        return tr("where it is made: grill, bar");
    if (field == u"prep_seconds")
        return tr("seconds: 480 is eight minutes");
    if (field == u"quantity_step")
        return tr("0.1 for what is sold by weight");
    if (field == u"options")
        return tr("Spice:0-1:mild|hot;Extras:0-3:egg +250");
    if (field == u"allergens")
        return tr("gluten;nuts");
    if (field == u"external_id")
        return tr("finds the same dish again under another name");
    return {};
}

std::optional<QString> ManagerText::readAs(const QString &field, const QString &cell, const Currency &currency)
{
    const QString text = cell.trimmed();
    if (text.isEmpty())
        return isRequired(field) ? std::nullopt : std::optional(QString());
    if (field == u"price") {
        const auto price = formats::readAmount(text, currency);
        return price && *price >= 0 ? std::optional(formats::money(*price, currency)) : std::nullopt;
    }
    if (field == u"quantity_step") {
        const auto step = formats::readQuantity(text);
        return step ? std::optional(formats::quantity(*step)) : std::nullopt;
    }
    if (field == u"prep_seconds") {
        bool isNumber = false;
        const int seconds = text.toInt(&isNumber);
        if (!isNumber || seconds < 0)
            return std::nullopt;
        //: Minutes and seconds: 8:00
        return tr("%1 min").arg(formats::age(qint64(seconds) * 1000));
    }
    if (field == u"allergens") {
        QStringList parts;
        for (const QString &part : text.split(u';', Qt::SkipEmptyParts))
            parts << part.trimmed();
        return parts.join(QStringLiteral(", "));
    }
    return text;
}

FilePlace FilePlace::of(const QString &path)
{
    static const QRegularExpression known(QStringLiteral("^line ([0-9]{1,9})(?:, (.*))?$"));
    const auto match = known.match(path);
    if (match.hasMatch())
        return {match.captured(1).toInt(), match.captured(2)};
    return {0, path == u"file" ? QString() : path};
}

QString ManagerText::lineHead()
{
    return tr("Line");
}

QString ManagerText::columnHead()
{
    return tr("Column");
}

QString ManagerText::reasonHead()
{
    return tr("What is wrong");
}

QString ManagerText::reason(const QString &issue)
{
    // The site's sentences are English and may change: what is not known here is said as it came.
    static const QRegularExpression missing(QStringLiteral("^The [a-z_]+ is missing\\.$"));
    static const QRegularExpression quoted(QStringLiteral("^\"(.*)\"(?:: | )(.*)$"));
    static const QRegularExpression twice(QStringLiteral("is in line ([0-9]+) already\\.$"));
    static const QRegularExpression places(QStringLiteral("^[A-Z]{3} has at most ([0-9]) decimal places\\.$"));
    if (missing.match(issue).hasMatch())
        return tr("It is empty.");
    const auto match = quoted.match(issue);
    const QString what = match.captured(1);
    const QString why = match.hasMatch() ? match.captured(2) : issue;
    QString said;
    if (const auto line = twice.match(why); line.hasMatch())
        said = tr("the same dish is in line %1 already").arg(line.captured(1));
    else if (const auto most = places.match(why); most.hasMatch())
        said = tr("the currency has at most %1 decimal places").arg(most.captured(1));
    else if (why.startsWith(u"An amount is a plain decimal number"))
        said = tr("no amount such as 12.95");
    else if (why == u"a price is 0 or more.")
        said = tr("a price is not below zero");
    else if (why.startsWith(u"is not a number of seconds"))
        said = tr("no number of seconds");
    else
        return issue;
    //: A cell of the file, and what is wrong with it
    return what.isEmpty() ? said : tr("“%1”: %2").arg(what, said);
}

} // namespace oshaq
