// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogchange.h"
#include "models/terminal/portcall.h"

#include <QByteArray>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace oshaq {

/// A spreadsheet file as people recognise it before they import it.
struct TablePreview
{
    QStringList columns;           ///< as its first line names them
    std::vector<QStringList> rows; ///< at most the first 20
    int rowCount = 0;
    /// field ("name", "price", ...) -> column, as far as names tell
    QMap<QString, QString> guessed;
    std::vector<ErrorDetail> problems; ///< of the file as a whole: its encoding, a broken quotation; path is "line 12"

    bool operator==(const TablePreview &) const = default;
};

/// What an import did, or would do.
struct MenuImportResult
{
    bool dryRun = false;
    int rows = 0;
    int categoriesCreated = 0;
    int itemsCreated = 0;
    int itemsUpdated = 0;
    int itemsUnchanged = 0;
    QStringList ignoredColumns;

    bool operator==(const MenuImportResult &) const = default;
};

/// The menu as its editor reads and changes it. What it shows is this terminal's copy and is there without a hub, "86"
/// works without one too; every other change needs the hub. Implemented over Terminal and sync/client; faked in GUI
/// tests. GUI thread; nothing blocks. `key`: idempotency key, a UUID that stays the same when a person tries again.
class CatalogPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual Business business() const = 0;
    /// With what was done here about availability and has not reached the hub yet.
    virtual Catalog catalog() const = 0;
    /// Now on the hub's clock, as estimated.
    virtual qint64 hubNowMs() const = 0;

    /// "86" and back, for everybody, also without a hub. `backAtMs`: when the hub puts it on again by itself; 0: when
    /// somebody does.
    virtual Result<void> setAvailable(qint64 itemId, bool available, qint64 backAtMs = 0) = 0;

    /// All of it or nothing. Refused with VERSION_STALE when a row is not the one that the person saw any more, with
    /// details "items[3].version"; with VALIDATION_FAILED and "items[3].price" and the like for wrong values.
    virtual PortCall apply(const QString &key, const CatalogChange &change, PortDone<CatalogChanged> done) = 0;
    /// As it is at the hub now; what to show to whoever was refused as stale. NOT_FOUND: somebody removed it.
    virtual PortCall item(qint64 itemId, PortDone<Item> done) = 0;
    virtual PortCall category(qint64 categoryId, PortDone<Category> done) = 0;

    /// `path`: Item::image. PNG or JPEG bytes, kept for as long as this object lives (at most some MB).
    virtual PortCall picture(const QString &path, PortDone<QByteArray> done) = 0;
    /// PNG, JPEG or WebP; the hub makes the sizes. The row as it is then.
    virtual PortCall setItemPicture(const QString &key, qint64 itemId, const QByteArray &picture,
                                    PortDone<Item> done) = 0;
    virtual PortCall removeItemPicture(qint64 itemId, PortDone<Item> done) = 0;

    /// Reads the file here, on a worker. Needs no hub.
    virtual PortCall readTable(const QByteArray &file, PortDone<TablePreview> done) = 0;
    /// `columns`: field -> column. A dry run writes nothing and says what would happen. Refused with
    /// VALIDATION_FAILED and a detail for each wrong place: path "line 12, price".
    virtual PortCall importMenu(const QString &key, const QByteArray &file, const QMap<QString, QString> &columns,
                                bool dryRun, PortDone<MenuImportResult> done) = 0;
    /// A CSV file that can be imported again; safe to open in a spreadsheet.
    virtual PortCall exportMenu(PortDone<QByteArray> done) = 0;

    /// It is forgotten: its `done` is not called any more. What it asked for may happen all the same.
    virtual void cancel(PortCall call) = 0;

Q_SIGNALS:
    /// Anything that catalog() or business() returns; at most once an event-loop turn.
    void catalogChanged();
};

} // namespace oshaq
