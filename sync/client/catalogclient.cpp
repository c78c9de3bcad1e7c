// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/catalogclient.h"

#include "sync/client/querytext.h"
#include "sync/protocol/catalogchangejson.h"
#include "sync/protocol/catalogjson.h"
#include "sync/protocol/csv.h"
#include "sync/protocol/fieldreader.h"
#include "sync/protocol/menucolumns.h"

#include <QLoggingCategory>
#include <QSet>

#include <algorithm>

namespace oshaq {

Q_LOGGING_CATEGORY(lcCatalog, "oshaq.client.catalog")

namespace {

constexpr int maxWaitingFiles = 4;
constexpr std::size_t maxProblems = 100;

const QByteArray itemsPath = QByteArrayLiteral("/api/v1/business/items");
const QString picturesPath = QStringLiteral("/api/menu/images/");

QByteArray itemPath(qint64 itemId, const char *rest = "")
{
    return itemsPath + '/' + QByteArray::number(itemId) + rest;
}

FeedChange rowOf(const Item &item)
{
    FeedChange row;
    row.change.entity = EntityKind::Item;
    row.change.id = item.id;
    row.change.version = item.version;
    row.item = item;
    return row;
}

FeedChange rowOf(const Category &category)
{
    FeedChange row;
    row.change.entity = EntityKind::Category;
    row.change.id = category.id;
    row.change.version = category.version;
    row.category = category;
    return row;
}

template <typename Change, typename Row>
void addRows(std::vector<FeedChange> *rows, const std::vector<Change> &changes, const std::vector<Row> &after)
{
    for (std::size_t i = 0; i < std::min(changes.size(), after.size()); ++i) {
        FeedChange row = rowOf(after[i]);
        row.change.deleted = changes[i].act == RowAct::Remove;
        rows->push_back(std::move(row));
    }
}

/// As its first bytes say; empty: it is none that the hub takes.
QByteArray pictureType(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return QByteArrayLiteral("image/png");
    if (bytes.startsWith("\xff\xd8\xff"))
        return QByteArrayLiteral("image/jpeg");
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return QByteArrayLiteral("image/webp");
    return {};
}

QString placeOf(const FileProblem &problem)
{
    return problem.line > 0 ? QStringLiteral("line %1").arg(problem.line) : QStringLiteral("file");
}

TablePreview previewOf(const QByteArray &file)
{
    TablePreview preview;
    if (file.size() > maxMenuFileBytes) {
        preview.problems.push_back(
            {QStringLiteral("file"),
             QStringLiteral("The file is larger than %1 MB.").arg(maxMenuFileBytes / (1024 * 1024))});
        return preview;
    }
    const CsvTable table = parseSpreadsheet(file);
    preview.columns = table.header;
    preview.guessed = guessColumns(table.header, menuFields());
    QSet<int> badLines;
    for (const FileProblem &problem : table.problems) {
        badLines.insert(problem.line);
        if (preview.problems.size() < maxProblems)
            preview.problems.push_back({placeOf(problem), problem.reason});
    }
    preview.rowCount = int(table.rows.size() + std::size_t(badLines.size()));
    for (const CsvRow &row : table.rows) {
        if (preview.rows.size() == CatalogClient::previewRows)
            break;
        QStringList fields;
        for (const QString &field : row.fields)
            fields << csvUnsafe(field);
        preview.rows.push_back(std::move(fields));
    }
    return preview;
}

Result<MenuImportResult> readImport(const Answer &answer)
{
    ReadIssues issues;
    const FieldReader in(answer.data, {}, issues);
    MenuImportResult result;
    result.dryRun = in.boolean(u"dry_run", false);
    result.rows = in.small(u"rows", 0);
    result.categoriesCreated = in.small(u"categories_created", 0);
    result.itemsCreated = in.small(u"items_created", 0);
    result.itemsUpdated = in.small(u"items_updated", 0);
    result.itemsUnchanged = in.small(u"items_unchanged", 0);
    for (const JsonValue &column : in.array(u"ignored_columns"))
        result.ignoredColumns << column.string();
    if (!issues.isEmpty())
        return issues.error(QStringLiteral("an import"));
    return result;
}

Error notA(const QString &what)
{
    return {ErrorCode::ValidationFailed, QStringLiteral("This is not %1.").arg(what), {}};
}

} // namespace

CatalogClient::CatalogClient(Terminal &terminal, const HubEndpoint &endpoint, HttpTransport &transport, QObject *parent)
    : CatalogPort(parent)
    , m_terminal(terminal)
    , m_calls(endpoint, transport)
    , m_pictures(maxPictureBytes)
{
    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(0);
    connect(&m_changeTimer, &QTimer::timeout, this, &CatalogClient::catalogChanged);
    connect(&terminal.visibleCatalog(), &VisibleCatalog::changed, this, [this] {
        if (!m_changeTimer.isActive())
            m_changeTimer.start();
    });
}

CatalogClient::~CatalogClient() = default;

Business CatalogClient::business() const
{
    return m_terminal.cache().business();
}

Catalog CatalogClient::catalog() const
{
    return m_terminal.visibleCatalog().catalog();
}

qint64 CatalogClient::hubNowMs() const
{
    return m_terminal.hubClock().nowMs();
}

Currency CatalogClient::currency() const
{
    const Result<Currency> known = Currency::fromCode(m_terminal.cache().business().currency);
    return known ? *known : Currency();
}

Result<void> CatalogClient::setAvailable(qint64 itemId, bool available, qint64 backAtMs)
{
    return m_terminal.acts().setAvailable(itemId, available, backAtMs);
}

void CatalogClient::fold(const std::vector<FeedChange> &rows)
{
    OrderCache &cache = m_terminal.cache();
    // Before the first snapshot there is nothing to put them into.
    const Cursor here = cache.cursor();
    if (!here.isValid())
        return;
    if (const auto folded = cache.applyChanges(rows, here); !folded)
        qCWarning(lcCatalog, "%ls", qUtf16Printable(folded.error().message));
}

PortDone<Item> CatalogClient::folding(PortDone<Item> done)
{
    return [this, done = std::move(done)](const PortAnswer<Item> &answer) {
        if (answer)
            fold({rowOf(*answer.value)});
        done(answer);
    };
}

template <typename T> PortCall CatalogClient::refuse(ErrorCode code, const QString &message, PortDone<T> done)
{
    return m_calls.tell<T>(PortAnswer<T>::failed({PortFailure::Kind::Refused, errorCodeText(code), message, {}}),
                           std::move(done));
}

PortCall CatalogClient::apply(const QString &key, const CatalogChange &change, PortDone<CatalogChanged> done)
{
    const Currency money = currency();
    return m_calls.ask<CatalogChanged>(
        {"POST", "/api/v1/business/catalog/changes", catalogChangeBody(change, money), key},
        [change, money](const Answer &answer) -> Result<CatalogChanged> {
            auto changed = readCatalogChanged(answer.data, money);
            const bool whole = changed && changed->categories.size() == change.categories.size() &&
                               changed->items.size() == change.items.size();
            return !changed || whole ? std::move(changed) : Result<CatalogChanged>(notA(QStringLiteral("the answer")));
        },
        [this, change, done = std::move(done)](const PortAnswer<CatalogChanged> &answer) {
            if (answer) {
                std::vector<FeedChange> rows;
                addRows(&rows, change.categories, answer.value->categories);
                addRows(&rows, change.items, answer.value->items);
                fold(rows);
            }
            done(answer);
        });
}

PortCall CatalogClient::item(qint64 itemId, PortDone<Item> done)
{
    return m_calls.ask<Item>(
        {"GET", itemPath(itemId)},
        [money = currency()](const Answer &answer) { return readItemRow(answer.data, money); },
        folding(std::move(done)));
}

PortCall CatalogClient::category(qint64 categoryId, PortDone<Category> done)
{
    return m_calls.ask<Category>(
        {"GET", "/api/v1/business/categories/" + QByteArray::number(categoryId)},
        [](const Answer &answer) { return readCategoryRow(answer.data); },
        [this, done = std::move(done)](const PortAnswer<Category> &answer) {
            if (answer)
                fold({rowOf(*answer.value)});
            done(answer);
        });
}

PortCall CatalogClient::picture(const QString &path, PortDone<QByteArray> done)
{
    if (const QByteArray *kept = m_pictures.object(path))
        return m_calls.tell<QByteArray>(PortAnswer<QByteArray>::of(*kept), std::move(done));
    const QString name = path.mid(picturesPath.size());
    const bool sound = path.startsWith(picturesPath) && !name.isEmpty() &&
                       std::all_of(name.begin(), name.end(),
                                   [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    if (!sound)
        return refuse<QByteArray>(ErrorCode::NotFound, QStringLiteral("No menu has such a picture."), std::move(done));
    return m_calls.askRaw<QByteArray>(
        {"GET", path.toLatin1()},
        [](const WireReply &reply) -> Result<QByteArray> {
            if (pictureType(reply.body).isEmpty())
                return notA(QStringLiteral("a picture"));
            return reply.body;
        },
        [this, path, done = std::move(done)](const PortAnswer<QByteArray> &answer) {
            if (answer)
                m_pictures.insert(path, new QByteArray(*answer.value), answer.value->size());
            done(answer);
        });
}

PortCall CatalogClient::setItemPicture(const QString &key, qint64 itemId, const QByteArray &picture,
                                       PortDone<Item> done)
{
    const QByteArray type = pictureType(picture);
    if (type.isEmpty()) {
        return refuse<Item>(ErrorCode::UnsupportedMediaType, QStringLiteral("Pictures are PNG, JPEG or WebP."),
                            std::move(done));
    }
    return m_calls.ask<Item>(
        {"PUT", itemPath(itemId, "/image"), picture, key, type},
        [money = currency()](const Answer &answer) { return readItemRow(answer.data, money); },
        folding(std::move(done)));
}

PortCall CatalogClient::removeItemPicture(qint64 itemId, PortDone<Item> done)
{
    return m_calls.ask<Item>(
        {"DELETE", itemPath(itemId, "/image")},
        [money = currency()](const Answer &answer) { return readItemRow(answer.data, money); },
        folding(std::move(done)));
}

PortCall CatalogClient::readTable(const QByteArray &file, PortDone<TablePreview> done)
{
    if (!m_workers)
        m_workers = std::make_unique<WorkerPool>(1, WorkerPool::Limits{maxWaitingFiles});
    const auto slot = std::make_shared<PortAnswer<TablePreview>>();
    const PortCall call = m_calls.expect<TablePreview>(slot, std::move(done));
    const bool posted = m_workers->post([this, slot, call, file](int) {
        auto preview = PortAnswer<TablePreview>::of(previewOf(file));
        m_mailbox.post([this, slot, call, preview = std::move(preview)] {
            *slot = preview;
            m_calls.settle(call);
        });
    });
    if (!posted) {
        *slot = PortAnswer<TablePreview>::failed({PortFailure::Kind::Refused,
                                                  errorCodeText(ErrorCode::Overloaded),
                                                  QStringLiteral("Too many files are being read."),
                                                  {}});
        m_mailbox.post([this, call] { m_calls.settle(call); });
    }
    return call;
}

PortCall CatalogClient::importMenu(const QString &key, const QByteArray &file, const QMap<QString, QString> &columns,
                                   bool dryRun, PortDone<MenuImportResult> done)
{
    QueryText query;
    query.add("dry_run", dryRun ? QStringLiteral("true") : QString());
    query.add("map", columnWishesText(columns));
    return m_calls.ask<MenuImportResult>(
        {"POST", itemsPath + "/import" + query.text(), file, key, QByteArrayLiteral("text/csv")}, readImport,
        std::move(done));
}

PortCall CatalogClient::exportMenu(PortDone<QByteArray> done)
{
    return m_calls.askRaw<QByteArray>(
        {"GET", itemsPath + "/export"},
        [](const WireReply &reply) -> Result<QByteArray> {
            if (!reply.header("content-type").startsWith("text/csv"))
                return notA(QStringLiteral("a menu"));
            return reply.body;
        },
        std::move(done));
}

void CatalogClient::cancel(PortCall call)
{
    m_calls.cancel(call);
}

void CatalogClient::giveUp()
{
    m_calls.giveUp();
}

} // namespace oshaq
