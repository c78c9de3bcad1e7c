// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakecatalog.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <algorithm>

namespace oshaq {

namespace {

PortFailure refused(const QString &code, const QString &message, const QString &path = {})
{
    PortFailure failure{PortFailure::Kind::Refused, code, message, {}};
    if (!path.isEmpty())
        failure.details.push_back({path, message});
    return failure;
}

PortFailure notFound(const QString &path = {})
{
    return refused(QStringLiteral("NOT_FOUND"), QStringLiteral("There is no such thing."), path);
}

PortFailure stale(const QString &path)
{
    return refused(QStringLiteral("VERSION_STALE"), QStringLiteral("Somebody changed it meanwhile."), path);
}

PortFailure invalid(const QString &path, const QString &message)
{
    return refused(QStringLiteral("VALIDATION_FAILED"), message, path);
}

template <typename Row> Row *find(std::vector<Row> &rows, qint64 id)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [id](const Row &row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

template <typename T> void set(T *target, const std::optional<T> &value)
{
    if (value)
        *target = *value;
}

void write(const CategoryEdit &edit, Category *row)
{
    set(&row->name, edit.name);
    set(&row->quantityStep, edit.quantityStep);
    set(&row->stationId, edit.stationId);
    set(&row->position, edit.position);
    set(&row->externalId, edit.externalId);
    set(&row->hours, edit.hours);
    row->name = row->name.trimmed();
}

void write(const ItemEdit &edit, Item *row)
{
    set(&row->categoryId, edit.categoryId);
    set(&row->name, edit.name);
    set(&row->description, edit.description);
    set(&row->priceMinor, edit.priceMinor);
    set(&row->quantityStep, edit.quantityStep);
    set(&row->available, edit.available);
    set(&row->stationId, edit.stationId);
    set(&row->prepSeconds, edit.prepSeconds);
    set(&row->position, edit.position);
    set(&row->externalId, edit.externalId);
    set(&row->allergens, edit.allergens);
    set(&row->optionGroups, edit.optionGroups);
    set(&row->hours, edit.hours);
    set(&row->backAtMs, edit.backAtMs);
    row->name = row->name.trimmed();
    if (row->available)
        row->backAtMs = 0;
}

std::optional<PortFailure> problemOf(const Category &row, const std::vector<Category> &all, const QString &path)
{
    if (row.name.isEmpty())
        return invalid(path + QStringLiteral(".name"), QStringLiteral("is required"));
    for (const Category &other : all) {
        if (other.id != row.id && other.name == row.name) {
            return refused(QStringLiteral("ALREADY_EXISTS"), QStringLiteral("Another category has this name."),
                           path + QStringLiteral(".name"));
        }
    }
    return {};
}

std::optional<PortFailure> problemOf(const Item &row, const Catalog &catalog, const QString &path)
{
    if (row.name.isEmpty())
        return invalid(path + QStringLiteral(".name"), QStringLiteral("is required"));
    if (row.priceMinor < 0)
        return invalid(path + QStringLiteral(".price"), QStringLiteral("A price is 0 or more."));
    if (!catalog.findCategory(row.categoryId))
        return invalid(path + QStringLiteral(".category_id"), QStringLiteral("There is no such category."));
    for (const Item &other : catalog.items) {
        if (other.id == row.id)
            continue;
        const bool bothHaveKeys = !other.externalId.isEmpty() && !row.externalId.isEmpty();
        if (bothHaveKeys && other.externalId == row.externalId) {
            return refused(QStringLiteral("ALREADY_EXISTS"), QStringLiteral("Another item has this external id."),
                           path + QStringLiteral(".external_id"));
        }
        if (!bothHaveKeys && other.categoryId == row.categoryId && other.name == row.name) {
            return refused(QStringLiteral("ALREADY_EXISTS"), QStringLiteral("This category has an item of this name."),
                           path + QStringLiteral(".name"));
        }
    }
    return {};
}

template <typename Row> int nextPosition(const std::vector<Row> &rows)
{
    int next = 0;
    for (const Row &row : rows)
        next = std::max(next, row.position + 1);
    return next;
}

template <typename Row> void sortRows(std::vector<Row> *rows)
{
    std::stable_sort(rows->begin(), rows->end(), [](const Row &a, const Row &b) {
        return std::pair(a.position, a.id) < std::pair(b.position, b.id);
    });
}

/// Something warm on a dark table; the same path gives the same picture.
QByteArray pictureOf(const QString &path)
{
    const uint hash = uint(qHash(path, 7));
    QImage image(320, 200, QImage::Format_RGB32);
    QPainter painter(&image);
    QRadialGradient light(QPointF(150, 80), 200);
    light.setColorAt(0, QColor::fromHsv(int(hash % 46), 110 + int(hash / 64 % 90), 150 + int(hash / 4096 % 70)));
    light.setColorAt(1, QColor(0x2b, 0x1d, 0x14));
    painter.fillRect(image.rect(), light);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    // Not squeezed: it never leaves this process, and pages ask for many.
    constexpr int unsqueezed = 100;
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG", unsqueezed) ? bytes : QByteArray();
}

TablePreview readCsv(const QByteArray &file)
{
    TablePreview table;
    const QStringList lines = QString::fromUtf8(file).split(u'\n', Qt::SkipEmptyParts);
    if (lines.isEmpty())
        return table;
    table.columns = lines.first().trimmed().split(u',');
    for (const QString &column : std::as_const(table.columns))
        table.guessed.insert(column.trimmed().toLower(), column);
    table.rowCount = int(lines.size()) - 1;
    for (qsizetype i = 1; i < lines.size() && i <= 20; ++i)
        table.rows.push_back(lines[i].trimmed().split(u','));
    return table;
}

} // namespace

void FakeCatalogPort::setCatalog(const Catalog &catalog)
{
    m_hub = catalog;
    m_shown = catalog;
}

void FakeCatalogPort::setLagging(bool lagging)
{
    m_lagging = lagging;
    if (!lagging)
        publish();
}

bool FakeCatalogPort::changeElsewhere(const CatalogChange &change)
{
    return bool(applyNow(change));
}

void FakeCatalogPort::publish()
{
    if (m_lagging)
        return;
    m_shown = m_hub;
    if (std::exchange(m_announced, true))
        return;
    QTimer::singleShot(0, this, [this] {
        m_announced = false;
        Q_EMIT catalogChanged();
    });
}

Result<void> FakeCatalogPort::setAvailable(qint64 itemId, bool available, qint64 backAtMs)
{
    calls << QStringLiteral("available %1 %2 %3").arg(itemId).arg(int(available)).arg(backAtMs);
    const auto write = [&](Catalog &catalog, bool raise) {
        Item *row = find(catalog.items, itemId);
        if (!row)
            return false;
        row->available = available;
        row->backAtMs = available ? 0 : backAtMs;
        row->version += raise ? 1 : 0;
        return true;
    };
    if (!write(m_shown, !m_offline && !m_lagging))
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such thing."), {}};
    if (!m_offline)
        write(m_hub, true);
    QTimer::singleShot(0, this, &FakeCatalogPort::changed);
    return {};
}

PortAnswer<CatalogChanged> FakeCatalogPort::applyNow(const CatalogChange &change)
{
    using Answer = PortAnswer<CatalogChanged>;
    Catalog next = m_hub;
    auto removedItems = m_removedItems;
    auto removedCategories = m_removedCategories;
    CatalogChanged changed;
    changed.categories.resize(change.categories.size());
    changed.items.resize(change.items.size());

    const auto write = [&](const auto &one, auto &rows, auto &removed, const QString &path, const auto &problem,
                           auto *result) -> std::optional<PortFailure> {
        using Row = std::decay_t<decltype(rows.front())>;
        Row row;
        if (one.act == RowAct::Make) {
            row.id = m_nextId++;
            row.version = 0;
            row.position = nextPosition(rows);
        } else if (one.act == RowAct::Restore) {
            const auto found = removed.find(one.id);
            if (found == removed.end())
                return notFound(path);
            row = found->second;
        } else {
            const Row *found = find(rows, one.id);
            if (!found)
                return notFound(path);
            row = *found;
        }
        if (one.version && one.version != row.version)
            return stale(path + QStringLiteral(".version"));
        if (one.act == RowAct::Remove) {
            *result = row;
            ++row.version;
            removed[row.id] = row;
            std::erase_if(rows, [&](const Row &other) { return other.id == row.id; });
            return {};
        }
        const Row before = row;
        oshaq::write(one.edit, &row);
        if (const auto failure = problem(row))
            return failure;
        if (one.act != RowAct::Edit || !(row == before))
            ++row.version;
        removed.erase(row.id);
        if (Row *found = find(rows, row.id))
            *found = row;
        else
            rows.push_back(row);
        *result = row;
        return {};
    };

    const auto categories = [&](bool removing) -> std::optional<PortFailure> {
        for (size_t i = 0; i < change.categories.size(); ++i) {
            const CategoryChange &one = change.categories[i];
            if ((one.act == RowAct::Remove) != removing)
                continue;
            const QString path = QStringLiteral("categories[%1]").arg(i);
            const auto inUse = [&](const Item &item) { return item.categoryId == one.id; };
            if (removing && std::any_of(next.items.begin(), next.items.end(), inUse))
                return refused(QStringLiteral("STILL_IN_USE"), QStringLiteral("It still has items."), path);
            const auto problem = [&](const Category &row) { return problemOf(row, next.categories, path); };
            if (auto failure = write(one, next.categories, removedCategories, path, problem, &changed.categories[i]))
                return failure;
        }
        return {};
    };

    if (const auto failure = categories(false))
        return Answer::failed(*failure);
    for (size_t i = 0; i < change.items.size(); ++i) {
        const QString path = QStringLiteral("items[%1]").arg(i);
        const auto problem = [&](const Item &row) { return problemOf(row, next, path); };
        if (const auto failure = write(change.items[i], next.items, removedItems, path, problem, &changed.items[i]))
            return Answer::failed(*failure);
    }
    if (const auto failure = categories(true))
        return Answer::failed(*failure);

    sortRows(&next.categories);
    sortRows(&next.items);
    m_hub = std::move(next);
    m_removedItems = std::move(removedItems);
    m_removedCategories = std::move(removedCategories);
    publish();
    return Answer::of(std::move(changed));
}

PortCall FakeCatalogPort::apply(const QString &key, const CatalogChange &change, PortDone<CatalogChanged> done)
{
    calls << QStringLiteral("apply");
    changes.push_back(change);
    keys << key;
    return m_answers.ask<CatalogChanged>(this, std::move(done), [this, key, change] {
        if (const auto before = m_done.find(key); before != m_done.end())
            return PortAnswer<CatalogChanged>::of(before->second);
        auto answer = applyNow(change);
        if (answer)
            m_done.emplace(key, *answer.value);
        return answer;
    });
}

PortCall FakeCatalogPort::item(qint64 itemId, PortDone<Item> done)
{
    calls << QStringLiteral("item %1").arg(itemId);
    return m_answers.ask<Item>(this, std::move(done), [this, itemId] {
        const Item *row = find(m_hub.items, itemId);
        return row ? PortAnswer<Item>::of(*row) : PortAnswer<Item>::failed(notFound());
    });
}

PortCall FakeCatalogPort::category(qint64 categoryId, PortDone<Category> done)
{
    calls << QStringLiteral("category %1").arg(categoryId);
    return m_answers.ask<Category>(this, std::move(done), [this, categoryId] {
        const Category *row = find(m_hub.categories, categoryId);
        return row ? PortAnswer<Category>::of(*row) : PortAnswer<Category>::failed(notFound());
    });
}

PortCall FakeCatalogPort::picture(const QString &path, PortDone<QByteArray> done)
{
    calls << QStringLiteral("picture %1").arg(path);
    const auto answer = [this, path] {
        if (const auto failure = std::exchange(m_failNextPicture, std::nullopt))
            return PortAnswer<QByteArray>::failed(*failure);
        const auto found = pictures.constFind(path);
        return PortAnswer<QByteArray>::of(found == pictures.constEnd() ? pictureOf(path) : *found);
    };
    constexpr bool aside = true;
    return m_answers.ask<QByteArray>(this, std::move(done), answer, aside);
}

PortCall FakeCatalogPort::setItemPicture(const QString &key, qint64 itemId, const QByteArray &picture,
                                         PortDone<Item> done)
{
    calls << QStringLiteral("setItemPicture %1 %2").arg(itemId).arg(picture.size());
    keys << key;
    return m_answers.ask<Item>(this, std::move(done), [this, itemId, picture] {
        Item *row = find(m_hub.items, itemId);
        if (!row)
            return PortAnswer<Item>::failed(notFound());
        if (picture.size() > maxPictureBytes) {
            return PortAnswer<Item>::failed(
                refused(QStringLiteral("PAYLOAD_TOO_LARGE"), QStringLiteral("The picture is too large.")));
        }
        if (QImage::fromData(picture).isNull()) {
            return PortAnswer<Item>::failed(
                refused(QStringLiteral("UNSUPPORTED_MEDIA_TYPE"), QStringLiteral("This is no picture.")));
        }
        row->image = QStringLiteral("/images/set-%1").arg(m_nextPicture++);
        ++row->version;
        pictures.insert(row->image, picture);
        const Item now = *row;
        publish();
        return PortAnswer<Item>::of(now);
    });
}

PortCall FakeCatalogPort::removeItemPicture(qint64 itemId, PortDone<Item> done)
{
    calls << QStringLiteral("removeItemPicture %1").arg(itemId);
    return m_answers.ask<Item>(this, std::move(done), [this, itemId] {
        Item *row = find(m_hub.items, itemId);
        if (!row || row->image.isEmpty())
            return PortAnswer<Item>::failed(notFound());
        row->image.clear();
        ++row->version;
        const Item now = *row;
        publish();
        return PortAnswer<Item>::of(now);
    });
}

PortCall FakeCatalogPort::readTable(const QByteArray &file, PortDone<TablePreview> done)
{
    calls << QStringLiteral("readTable");
    return m_answers.ask<TablePreview>(this, std::move(done), [this, file] {
        return PortAnswer<TablePreview>::of(preview ? *preview : readCsv(file));
    });
}

PortCall FakeCatalogPort::importMenu(const QString &key, const QByteArray &file, const QMap<QString, QString> &columns,
                                     bool dryRun, PortDone<MenuImportResult> done)
{
    calls << (dryRun ? QStringLiteral("importMenu dry") : QStringLiteral("importMenu"));
    keys << key;
    imports.push_back({key, file, columns, dryRun});
    return m_answers.ask<MenuImportResult>(this, std::move(done), [this, dryRun] {
        MenuImportResult result = importResult;
        result.dryRun = dryRun;
        return PortAnswer<MenuImportResult>::of(result);
    });
}

PortCall FakeCatalogPort::exportMenu(PortDone<QByteArray> done)
{
    calls << QStringLiteral("exportMenu");
    return m_answers.ask<QByteArray>(this, std::move(done), [this] { return PortAnswer<QByteArray>::of(exported); });
}

void FakeCatalogPort::cancel(PortCall call)
{
    calls << QStringLiteral("cancel %1").arg(call);
    m_answers.cancel(call);
}

} // namespace oshaq
