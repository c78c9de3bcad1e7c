// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/menufile.h"

#include "models/hub/hub.h"
#include "models/hub/menuoptions.h"
#include "sync/protocol/columnmap.h"
#include "sync/protocol/menucolumns.h"
#include "sync/protocol/schema.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <memory>

namespace oshaq {

namespace {

constexpr int maxPrepSeconds = 24 * 60 * 60;
constexpr qsizetype maxAllergens = 30;

/// Reads one row; problems go to `problems` with the row's line.
class RowReader
{
public:
    RowReader(const ColumnMap &columns, const Currency &currency, const CsvRow &row, std::vector<FileProblem> *problems)
        : m_columns(columns)
        , m_currency(currency)
        , m_row(row)
        , m_problems(problems)
    {}

    MenuImportItem read()
    {
        MenuImportItem item;
        item.category = needed("category");
        item.name = needed("name");
        item.description = text("description");
        item.externalId = text("external_id");
        item.station = text("station");
        readPrice(&item);
        readStep(&item);
        readPrepSeconds(&item);
        readOptions(&item);
        readAllergens(&item);
        return item;
    }

private:
    QString text(const char *field)
    {
        // A spreadsheet's file comes back with the apostrophes that our export put before what looks like a formula.
        const QString value = csvUnsafe(m_columns.text(m_row.fields, field));
        // SQLite takes a byte order mark at the beginning of a text for one: it would drop it, or swap the bytes behind
        // it.
        const bool marked = value.startsWith(QChar::ByteOrderMark) || value.contains(QChar::ByteOrderSwapped) ||
                            value.contains(QChar(0xffff));
        // Descriptions have lines; spreadsheets end them as they like.
        const bool hasLines = qstrcmp(field, "description") == 0;
        const auto isControl = [hasLines](QChar c) {
            return c.category() == QChar::Other_Control && !(hasLines && (c == u'\n' || c == u'\r' || c == u'\t'));
        };
        if (marked || std::any_of(value.begin(), value.end(), isControl)) {
            problem(field, QStringLiteral("The field contains a character that is not text (a control character, "
                                          "U+FEFF, U+FFFE or U+FFFF)."));
            return {};
        }
        return cleanText(value).trimmed();
    }

    void problem(const char *field, const QString &reason)
    {
        m_problems->push_back({m_row.line, m_columns.columnOf(field), reason});
    }

    QString needed(const char *field)
    {
        const std::size_t before = m_problems->size();
        QString value = text(field);
        if (value.isEmpty() && m_problems->size() == before)
            problem(field, QStringLiteral("The %1 is missing.").arg(QLatin1String(field)));
        return value;
    }

    /// "3 600,50" as spreadsheets of half of the world write it. A comma between three digits stays what it is: nobody
    /// can tell 3,600 from 3.6.
    static QString plainNumber(const QString &typed)
    {
        QString plain = typed;
        plain.remove(u' ').remove(QChar(0x00A0)).remove(QChar(0x202F));
        const qsizetype comma = plain.indexOf(u',');
        const bool isDecimal =
            comma >= 0 && comma == plain.lastIndexOf(u',') && !plain.contains(u'.') && plain.size() - comma - 1 != 3;
        return isDecimal ? plain.replace(comma, 1, u'.') : plain;
    }

    void readPrice(MenuImportItem *item)
    {
        const QString value = needed("price");
        if (value.isEmpty())
            return;
        const Result<qint64> price = parseMajorUnits(plainNumber(value).toUtf8(), m_currency);
        if (!price)
            problem("price", QStringLiteral("\"%1\": %2").arg(value.left(40), price.error().message));
        else if (*price < 0)
            problem("price", QStringLiteral("\"%1\": a price is 0 or more.").arg(value.left(40)));
        else
            item->priceMinor = *price;
    }

    void readStep(MenuImportItem *item)
    {
        const QString value = text("quantity_step");
        if (value.isEmpty())
            return;
        if (const Result<qint64> step = parseQuantity(value.toUtf8()))
            item->quantityStep = *step;
        else
            problem("quantity_step", QStringLiteral("\"%1\": %2").arg(value.left(40), step.error().message));
    }

    void readPrepSeconds(MenuImportItem *item)
    {
        const QString value = text("prep_seconds");
        if (value.isEmpty())
            return;
        static const QRegularExpression digits(QStringLiteral("^[0-9]{1,6}$"));
        const int seconds = digits.match(value).hasMatch() ? value.toInt() : -1;
        if (seconds < 0 || seconds > maxPrepSeconds)
            problem(
                "prep_seconds",
                QStringLiteral("\"%1\" is not a number of seconds up to %2.").arg(value.left(40)).arg(maxPrepSeconds));
        else
            item->prepSeconds = seconds;
    }

    void readOptions(MenuImportItem *item)
    {
        auto groups = parseMenuOptions(text("options"), m_currency);
        if (groups)
            item->optionGroups = std::move(*groups);
        else
            problem("options", groups.error().message);
    }

    void readAllergens(MenuImportItem *item)
    {
        if (!m_columns.has("allergens"))
            return;
        item->allergens.emplace();
        for (const QString &part : text("allergens").split(u';')) {
            const QString allergen = part.trimmed();
            if (!allergen.isEmpty() && !item->allergens->contains(allergen, Qt::CaseInsensitive))
                item->allergens->append(allergen);
        }
        if (item->allergens->size() > maxAllergens)
            problem("allergens", QStringLiteral("An item has at most %1 allergens.").arg(maxAllergens));
    }

    const ColumnMap &m_columns;
    const Currency &m_currency;
    const CsvRow &m_row;
    std::vector<FileProblem> *m_problems;
};

void findDuplicates(MenuFile *menu, const ColumnMap &columns)
{
    QHash<QString, int> byExternalId;
    QHash<std::pair<QString, QString>, int> byName;
    for (std::size_t i = 0; i < menu->items.size(); ++i) {
        const MenuImportItem &item = menu->items[i];
        const int line = menu->lines[i];
        if (!item.externalId.isEmpty()) {
            const int first = byExternalId.value(item.externalId, line);
            if (first != line) {
                menu->problems.push_back(
                    {line, columns.columnOf("external_id"),
                     QStringLiteral("\"%1\" is in line %2 already.").arg(item.externalId.left(60)).arg(first)});
            }
            byExternalId.insert(item.externalId, first);
            continue;
        }
        const std::pair key(item.category, item.name);
        const int first = byName.value(key, line);
        if (first != line) {
            menu->problems.push_back(
                {line, columns.columnOf("name"),
                 QStringLiteral("\"%1\" of this category is in line %2 already.").arg(item.name.left(60)).arg(first)});
        }
        byName.insert(key, first);
    }
}

} // namespace

MenuFile readMenu(const CsvTable &table, const QMap<QString, QString> &wishes, const Currency &currency)
{
    MenuFile menu;
    menu.problems = table.problems;
    menu.problemsCut = table.problemsCut;
    if (table.header.isEmpty())
        return menu;
    const Result<ColumnMap> columns = ColumnMap::make(table.header, menuFields(), wishes);
    if (!columns) {
        menu.problems.insert(menu.problems.begin(), {1, {}, columns.error().message});
        return menu;
    }
    menu.ignoredColumns = columns->unused();

    QSet<int> badLines;
    for (const FileProblem &problem : table.problems)
        badLines.insert(problem.line);
    menu.rows = int(table.rows.size()) + int(badLines.size());

    QSet<QString> categories;
    for (const CsvRow &row : table.rows) {
        const std::size_t before = menu.problems.size();
        MenuImportItem item = RowReader(*columns, currency, row, &menu.problems).read();
        if (menu.problems.size() > before)
            continue;
        categories.insert(item.category);
        menu.items.push_back(std::move(item));
        menu.lines.push_back(row.line);
    }
    menu.categories = int(categories.size());
    findDuplicates(&menu, *columns);
    if (menu.items.empty() && menu.problems.empty())
        menu.problems.push_back({0, {}, QStringLiteral("The file has no rows below its header.")});
    return menu;
}

std::vector<FileProblem> placesInFile(const Error &error, const MenuFile &menu)
{
    static const QRegularExpression place(QStringLiteral("^items\\[([0-9]{1,9})\\]\\.?(.*)$"));
    std::vector<FileProblem> problems;
    for (const ErrorDetail &detail : error.details) {
        const auto match = place.match(detail.path);
        const std::size_t index = match.hasMatch() ? match.captured(1).toUInt() : menu.lines.size();
        if (index < menu.lines.size())
            problems.push_back({menu.lines[index], match.captured(2), detail.issue});
        else
            problems.push_back({0, detail.path, detail.issue});
    }
    if (problems.empty())
        problems.push_back({0, {}, error.message});
    return problems;
}

QByteArray menuCsv(const Catalog &catalog, const Currency &currency)
{
    QByteArray csv = csvByteOrderMark;
    QStringList header;
    for (const ColumnField &field : menuFields())
        header.append(QString::fromLatin1(field.name));
    writeCsvRow(csv, header);
    QHash<qint64, QString> stations;
    for (const Station &station : catalog.stations)
        stations.insert(station.id, station.name);
    for (const Category &category : catalog.categories) {
        for (const Item &item : catalog.items) {
            if (item.categoryId != category.id)
                continue;
            writeCsvRow(csv, {item.name, category.name,
                              QString::fromLatin1(formatMajorUnits(item.priceMinor, currency)), item.description,
                              item.quantityStep ? QString::fromLatin1(formatQuantity(*item.quantityStep)) : QString(),
                              item.stationId ? stations.value(*item.stationId) : QString(),
                              item.prepSeconds > 0 ? QString::number(item.prepSeconds) : QString(), item.externalId,
                              formatMenuOptions(item.optionGroups, currency), item.allergens.join(u';')});
        }
    }
    return csv;
}

Result<MenuImportCounts> importCounts(const WriteOutcome &outcome)
{
    const std::vector<qint64> &values = outcome.values;
    if (values.size() < 4)
        return Error{ErrorCode::Internal, QStringLiteral("The import did not say what it did."), {}};
    return MenuImportCounts{int(values[0]), int(values[1]), int(values[2]), int(values[3])};
}

Result<MenuImportCounts> importMenu(Hub &hub, qint64 businessId, const std::vector<MenuImportItem> &items, bool dryRun)
{
    WriteCommand command;
    command.principal.kind = Principal::Kind::Business;
    command.principal.role = Role::Owner;
    command.principal.businessId = businessId;
    command.principal.id = businessId;
    command.principal.label = QStringLiteral("import");
    command.run = [items, dryRun](WriteContext &context) { return catalogwrites::importMenu(context, items, dryRun); };
    const Result<WriteOutcome> outcome = hub.writer().submitAndWait(std::move(command));
    if (!outcome)
        return outcome.error();
    return importCounts(*outcome);
}

} // namespace oshaq
