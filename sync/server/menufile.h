// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/domain/result.h"
#include "models/hub/catalogservice.h"
#include "sync/protocol/csv.h"

#include <QMap>

#include <vector>

namespace oshaq {

class Hub;

/// A menu as a file describes it: every sound row, and everything that is wrong. With a single problem nothing may be
/// imported.
struct MenuFile
{
    std::vector<MenuImportItem> items;
    std::vector<int> lines; ///< of each item
    int rows = 0;           ///< below the header, sound or not
    int categories = 0;     ///< different ones among the items
    QStringList ignoredColumns;
    std::vector<FileProblem> problems;
    bool problemsCut = false;
};

/// Fields: name, category, price (required), description, quantity_step, station, prep_seconds, external_id, options,
/// allergens (separated by semicolons; without the column they stay as they are).
///
/// Prices are in major units of `currency`, options as parseMenuOptions() has them. `wishes` is field -> column as from
/// parseColumnWishes(). Two rows with one external id, or without one with the same category and name, are a problem of
/// the later one.
MenuFile readMenu(const CsvTable &table, const QMap<QString, QString> &wishes, const Currency &currency);

/// Places of a refusal by catalogwrites::importMenu ("items[3].price") as places of the file.
std::vector<FileProblem> placesInFile(const Error &error, const MenuFile &menu);

/// A menu as readMenu() reads it back without a change, for spreadsheets: texts that look like formulas are made
/// harmless. What nothing says here is not in it: pictures, positions, what is sold out.
QByteArray menuCsv(const Catalog &catalog, const Currency &currency);

/// What catalogwrites::importMenu() did.
Result<MenuImportCounts> importCounts(const WriteOutcome &outcome);

/// The whole import in the hub's one writer: all or nothing. With `dryRun` everything is checked and counted, also by
/// the hub, and nothing is written.
Result<MenuImportCounts> importMenu(Hub &hub, qint64 businessId, const std::vector<MenuImportItem> &items, bool dryRun);

} // namespace oshaq
