// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/catalogsheetsstage.h"
#include "ui/catalog/droparea.h"
#include "ui/catalog/hourseditor.h"
#include "ui/catalog/importmapping.h"
#include "ui/catalog/importplaces.h"
#include "ui/catalog/importundo.h"
#include "ui/catalog/managertext.h"
#include "ui/catalog/menuexportsheet.h"
#include "ui/catalog/pricetable.h"
#include "ui/catalog/texttable.h"
#include "ui/common/band.h"
#include "ui/common/stateview.h"

#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QTemporaryDir>
#include <QUrl>

using namespace oshaq;
using namespace oshaq::test;

/// Menus that are read from files and written into them.
class CatalogFilesTest final : public QObject, CatalogSheetsStage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, Look()); }
    void init() { prepare(); }
    void cleanup() { close(); }

    void importGoesStepByStep();
    void nothingIsWrittenBeforeTheLastButton();
    void requiredColumnsAreAskedFor();
    void columnsCanBeChosenByHand();
    void refusedPlacesAreListedAndSaved();
    void correctedFileKeepsItsColumns();
    void offlineKeepsFileColumnsAndKey();
    void stoppedImportIsTriedUnderTheSameKey();
    void otherColumnsAreAnotherImport();
    void filesThatCannotBeRead();
    void brokenFilesAreRefusedAtOnce();
    void droppedFilesAreTaken();
    void aSecondFileWhileTheFirstIsRead();
    void anImportIsTakenBack();
    void anImportThatCannotBeTakenBackSaysSo();
    void lossesAreSaid();
    void importTakenBackIsExact();
    void aReplayKnowsNoCounts();
    void exportSavesAndSaysWhere();
    void exportTroubles();
    void placesAreSafeForSpreadsheets();
    void reasonsAndCellsAreRead();
    void realFilesOfThisComputer();
};

void CatalogFilesTest::importGoesStepByStep()
{
    toColumns();
    // Found by their names, with what stands in them.
    QCOMPARE(import()->mapping()->choice(QStringLiteral("price"))->currentText(), QStringLiteral("price"));
    QCOMPARE(import()->previewTable()->rowCount(), 2);
    QCOMPARE(import()->previewTable()->index(0, 2).data().toString(), QStringLiteral("3,600\u00a0₸"));
    m_port->importResult = {false, 30, 5, 30, 2, 40, {QStringLiteral("notes")}};
    click("importPrimary");
    QCOMPARE(m_port->imports.size(), std::size_t(1));
    QVERIFY(m_port->imports[0].dryRun);
    QCOMPARE(m_port->imports[0].columns.value(QStringLiteral("price")), QStringLiteral("price"));
    for (const char *fact :
         {"30 New dishes", "5 New categories", "2 Dishes that change", "40 Dishes as they are", "notes"})
        QVERIFY2(import()->resultText().contains(QLatin1String(fact)), fact);
    QVERIFY(button("importPrimary")->text().contains(QStringLiteral("32 dishes")));
    click("importPrimary");
    QCOMPARE(import()->step(), ImportSheet::Step::Done);
    QVERIFY(!m_port->imports[1].dryRun);
    QCOMPARE(m_port->imports[1].file, menuFile);
    QCOMPARE(m_port->imports[1].key, m_port->imports[0].key);
    QVERIFY(find<QLabel>("importTitle")->text().contains(QStringLiteral("30 dishes in 5 categories")));
    click("importPrimary");
    QVERIFY(!import()->isOpen());
    // The next one begins anew.
    m_sheets->openImport();
    QCOMPARE(import()->step(), ImportSheet::Step::Choose);
}

void CatalogFilesTest::nothingIsWrittenBeforeTheLastButton()
{
    toChecked();
    QTest::keyClick(import(), Qt::Key_Escape);
    QVERIFY(!import()->isOpen());
    for (const FakeCatalogPort::Import &one : m_port->imports)
        QVERIFY(one.dryRun);
    // Kept until somebody comes back.
    m_sheets->openImport();
    QCOMPARE(import()->step(), ImportSheet::Step::Checked);
    m_port->importResult = {false, 2, 0, 0, 0, 2, {}};
    click("importBack");
    click("importPrimary");
    QVERIFY(!button("importPrimary")->isEnabled());
}

void CatalogFilesTest::requiredColumnsAreAskedFor()
{
    m_files->disk.insert(menuPath, "dish,category,price\nPlov,Main dishes,3600\n");
    toColumns();
    QCOMPARE(import()->mapping()->missing(), QStringList{QStringLiteral("name")});
    click("importPrimary");
    QCOMPARE(import()->step(), ImportSheet::Step::Columns);
    QVERIFY(m_port->imports.empty());
    QVERIFY(!import()->message().isEmpty());
    QCOMPARE(QApplication::focusWidget(), import()->mapping()->choice(QStringLiteral("name")));
    choose("column_name", QStringLiteral("dish"));
    QVERIFY(import()->mapping()->missing().isEmpty());
    click("importPrimary");
    QCOMPARE(m_port->imports.front().columns.value(QStringLiteral("name")), QStringLiteral("dish"));
}

void CatalogFilesTest::columnsCanBeChosenByHand()
{
    m_files->disk.insert(menuPath, "name,category,price,cost,twice,twice\nPlov,Main,abc,1250.50,1,2\n");
    toColumns();
    auto *choice = import()->mapping()->choice(QStringLiteral("price"));
    // Two columns of one name cannot be told apart.
    QCOMPARE(choice->findText(QStringLiteral("twice")), -1);
    const auto price = [this] { return import()->previewTable()->rows().front()[2]; };
    QVERIFY(price().isWrong);
    choose("column_price", QStringLiteral("cost"));
    QVERIFY(!price().isWrong);
    QCOMPARE(price().text, QStringLiteral("1,250.50\u00a0₸"));
    choose("column_price", QStringLiteral("Not in"));
    QCOMPARE(import()->mapping()->missing(), QStringList{QStringLiteral("price")});
}

void CatalogFilesTest::refusedPlacesAreListedAndSaved()
{
    toColumns();
    m_port->failNext(
        refusal("VALIDATION_FAILED", {{QStringLiteral("line 12, price"),
                                       QStringLiteral("\"12,5o\": An amount is a plain decimal number such as 12.95.")},
                                      {QStringLiteral("line 40, =name"), QStringLiteral("The name is missing.")},
                                      {QStringLiteral("file"), QStringLiteral("Something new.")}}));
    click("importPrimary");
    QCOMPARE(import()->step(), ImportSheet::Step::Refused);
    const auto &rows = import()->placesTable()->rows();
    QCOMPARE(rows.size(), std::size_t(3));
    QCOMPARE(rows[0][0].text, QStringLiteral("12"));
    QCOMPARE(rows[0][1].text, QStringLiteral("price"));
    QVERIFY(rows[0][2].text.contains(QStringLiteral("12,5o")));
    QCOMPARE(rows[1][2].text, QStringLiteral("It is empty."));
    QCOMPARE(rows[2][2].text, QStringLiteral("Something new."));

    m_files->target = QStringLiteral("/menus/mistakes.csv");
    click("importThird");
    settle();
    const QByteArray saved = m_files->disk.value(m_files->target);
    QVERIFY(saved.contains("12,price,"));
    QVERIFY(saved.contains("40,'=name,"));
    QVERIFY(import()->band()->message().contains(QStringLiteral("mistakes.csv")));
    m_files->writeTrouble = FileTrouble::Full;
    click("importThird");
    settle();
    QVERIFY(import()->band()->message().contains(QStringLiteral("full")));
    click("importBack");
    QCOMPARE(import()->step(), ImportSheet::Step::Columns);
}

void CatalogFilesTest::correctedFileKeepsItsColumns()
{
    m_files->disk.insert(menuPath, "dish,category,price\nPlov,Main,36o0\n");
    toColumns();
    choose("column_name", QStringLiteral("dish"));
    m_port->failNext(refusal("VALIDATION_FAILED", {{QStringLiteral("line 2, price"), QStringLiteral("No amount.")}}));
    click("importPrimary");
    const QString firstKey = m_port->imports.back().key;
    m_files->disk.insert(menuPath, "dish,category,price\nPlov,Main,3600\n");
    click("importPrimary");
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Columns);
    QCOMPARE(import()->mapping()->choice(QStringLiteral("name"))->currentText(), QStringLiteral("dish"));
    click("importPrimary");
    QVERIFY(m_port->imports.back().key != firstKey);
    // Another head is guessed anew.
    click("importBack");
    m_files->chosen = QStringLiteral("/menus/other.csv");
    m_files->disk.insert(m_files->chosen, "name,category,price\nPlov,Main,3600\n");
    click("importSecond");
    settle();
    QCOMPARE(import()->mapping()->choice(QStringLiteral("name"))->currentText(), QStringLiteral("name"));
}

void CatalogFilesTest::offlineKeepsFileColumnsAndKey()
{
    toColumns();
    m_port->failNext(unreachable);
    click("importPrimary");
    QCOMPARE(import()->step(), ImportSheet::Step::Columns);
    QVERIFY(!import()->band()->isHidden());
    m_port->importResult = {false, 2, 0, 2, 0, 0, {}};
    import()->band()->actionButton()->click();
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Checked);
    m_port->failNext(unreachable);
    click("importPrimary");
    QCOMPARE(import()->step(), ImportSheet::Step::Checked);
    QVERIFY(import()->band()->message().contains(QStringLiteral("twice")));
    import()->band()->actionButton()->click();
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Done);
    QCOMPARE(m_port->imports.size(), std::size_t(4));
    for (const FakeCatalogPort::Import &one : m_port->imports) {
        QCOMPARE(one.key, m_port->imports.front().key);
        QCOMPARE(one.columns, m_port->imports.front().columns);
        QCOMPARE(one.file, menuFile);
    }
}

void CatalogFilesTest::stoppedImportIsTriedUnderTheSameKey()
{
    toChecked();
    m_port->setImmediate(false);
    click("importPrimary");
    QCOMPARE(import()->step(), ImportSheet::Step::Importing);
    QTest::keyClick(import(), Qt::Key_Escape);
    QVERIFY(import()->isOpen());
    import()->findChild<StateView *>()->actionButton()->click();
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Checked);
    QVERIFY(import()->band()->message().contains(QStringLiteral("all the same")));
    QCOMPARE(m_port->waiting(), 0);
    click("importPrimary");
    m_port->answerAll();
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Done);
    QCOMPARE(m_port->imports[1].key, m_port->imports[2].key);
}

void CatalogFilesTest::otherColumnsAreAnotherImport()
{
    toChecked();
    click("importBack");
    choose("column_description", QStringLiteral("notes"));
    click("importPrimary");
    QVERIFY(m_port->imports[1].key != m_port->imports[0].key);
    // The same choice again is the same import.
    click("importBack");
    click("importPrimary");
    QCOMPARE(m_port->imports[2].key, m_port->imports[1].key);
}

void CatalogFilesTest::filesThatCannotBeRead()
{
    m_files->chosen = QStringLiteral("/menus/none.csv");
    m_sheets->openImport();
    click("importChoose");
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Choose);
    QVERIFY(import()->band()->message().contains(QStringLiteral("none.csv")));
    for (const FileTrouble trouble :
         {FileTrouble::Missing, FileTrouble::Denied, FileTrouble::TooLarge, FileTrouble::Full, FileTrouble::Other}) {
        QVERIFY(!FileText::reading(trouble, menuPath).isEmpty());
        QVERIFY(!FileText::writing(trouble, menuPath).isEmpty());
    }
    // It is there now.
    m_files->disk.insert(m_files->chosen, menuFile);
    import()->band()->actionButton()->click();
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Columns);
    QVERIFY(import()->band()->isHidden());
}

void CatalogFilesTest::brokenFilesAreRefusedAtOnce()
{
    TablePreview broken;
    broken.problems.push_back({QStringLiteral("line 3"), QStringLiteral("A quote is never closed.")});
    m_port->preview = broken;
    m_files->chosen = menuPath;
    m_sheets->openImport();
    click("importChoose");
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Refused);
    QCOMPARE(import()->placesTable()->rowCount(), 1);
    QVERIFY(!button("importBack")->isVisible());
    m_port->preview = TablePreview();
    click("importPrimary");
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Refused);
    QCOMPARE(import()->placesTable()->rowCount(), 1);
    QVERIFY(m_port->imports.empty());
}

void CatalogFilesTest::droppedFilesAreTaken()
{
    m_sheets->openImport();
    auto *area = import()->findChild<DropArea *>();
    const auto drop = [&](const QList<QUrl> &urls) {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.setAccepted(false);
        QApplication::sendEvent(area, &enter);
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        if (enter.isAccepted())
            QApplication::sendEvent(area, &event);
        settle();
    };
    drop({QUrl(QStringLiteral("https://example.org/menu.csv"))});
    drop({});
    drop({QUrl::fromLocalFile(menuPath), QUrl::fromLocalFile(menuPath)});
    QVERIFY(m_files->calls.isEmpty());
    drop({QUrl::fromLocalFile(menuPath)});
    QCOMPARE(import()->step(), ImportSheet::Step::Columns);
}

void CatalogFilesTest::aSecondFileWhileTheFirstIsRead()
{
    const QString second = QStringLiteral("/menus/second.csv");
    m_files->disk.insert(second, "name,category,price\nSorpa,Soups,1900\n");
    m_files->isSlow = true;
    m_sheets->openImport();
    import()->takeFile(menuPath);
    import()->takeFile(second);
    QCOMPARE(import()->step(), ImportSheet::Step::Reading);
    m_files->answer();
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Columns);
    QCOMPARE(m_port->calls.count(QStringLiteral("readTable")), 1);
    QCOMPARE(import()->previewTable()->rowCount(), 1);
    // Whoever stops waiting for a slow disk hears nothing of it any more.
    import()->takeFile(menuPath);
    import()->findChild<StateView *>()->actionButton()->click();
    m_files->answer();
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Choose);
}

void CatalogFilesTest::anImportIsTakenBack()
{
    toChecked(); // one new dish, one changed
    const Catalog before = m_port->atHub();
    click("importPrimary");
    QCOMPARE(import()->step(), ImportSheet::Step::Done);
    // Nothing of it has arrived yet.
    QVERIFY(!button("importSecond")->isEnabled());
    QVERIFY(import()->resultText().contains(QStringLiteral("cannot")));
    CatalogChange done;
    ItemEdit made;
    made.name = QStringLiteral("Quince sherbet");
    made.categoryId = catalogsample::categoryId(before, QStringLiteral("Sweets"));
    made.priceMinor = 900 * tenge;
    ItemEdit changed;
    changed.priceMinor = 2'000 * tenge;
    done.items = {{RowAct::Make, 0, std::nullopt, made}, {RowAct::Edit, id("Sorpa"), std::nullopt, changed}};
    QVERIFY(m_port->changeElsewhere(done));
    settle();
    QVERIFY(button("importSecond")->isEnabled());
    m_port->failNext(unreachable);
    click("importSecond");
    QVERIFY(!import()->band()->isHidden());
    import()->band()->actionButton()->click();
    settle();
    QVERIFY(import()->band()->isHidden());
    QCOMPARE(m_port->atHub().items.size(), before.items.size());
    QCOMPARE(priceOf("Sorpa"), 1'900 * tenge);
    QVERIFY(!button("importSecond")->isVisible());
    // Which can be undone like everything else.
    QVERIFY(m_desk->canUndo());
    click("importThird");
    QCOMPARE(import()->step(), ImportSheet::Step::Choose);
}

void CatalogFilesTest::anImportThatCannotBeTakenBackSaysSo()
{
    toChecked();
    click("importPrimary");
    ItemEdit changed;
    changed.priceMinor = 2'000 * tenge;
    for (const char *name : {"Sorpa", "Shurpa", "Okroshka"})
        elsewhere(id(name), changed);
    QVERIFY(!button("importSecond")->isEnabled());
    QVERIFY(import()->resultText().contains(QStringLiteral("cannot")));
}

void CatalogFilesTest::lossesAreSaid()
{
    toChecked();
    QVERIFY(import()->band()->message().contains(QStringLiteral("Description")));
    QVERIFY(!import()->band()->message().contains(QStringLiteral("Allergens")));
    click("importBack");
    m_port->importResult = {false, 2, 0, 2, 0, 0, {}};
    click("importPrimary");
    QVERIFY(import()->band()->isHidden());
}

void CatalogFilesTest::importTakenBackIsExact()
{
    const Catalog before = catalogsample::catalog();
    Catalog now = before;
    MenuImportResult result;
    QVERIFY(!importTakenBack(before, now, result)); // nothing to take back
    now.categories.push_back({});
    now.categories.back().id = 900;
    now.categories.back().version = 1;
    now.items.push_back({});
    now.items.back().id = 901;
    now.items.back().version = 1;
    now.items[0].priceMinor += 5;
    now.items[0].description = QStringLiteral("new");
    ++now.items[0].version;
    // An 86 is nothing that an import does.
    now.items[1].available = !now.items[1].available;
    ++now.items[1].version;
    result.categoriesCreated = 1;
    result.itemsCreated = 1;
    result.itemsUpdated = 1;
    const auto change = importTakenBack(before, now, result);
    QVERIFY(change);
    QCOMPARE(change->categories.size(), std::size_t(1));
    QCOMPARE(change->categories[0].act, RowAct::Remove);
    QCOMPARE(change->items.size(), std::size_t(2));
    const ItemChange &back = change->items[0].act == RowAct::Edit ? change->items[0] : change->items[1];
    QCOMPARE(back.version, std::optional<qint64>(now.items[0].version));
    QCOMPARE(back.edit.priceMinor, std::optional<qint64>(before.items[0].priceMinor));
    QCOMPARE(back.edit.description, std::optional(before.items[0].description));
    QVERIFY(!back.edit.name);

    MenuImportResult less = result;
    less.itemsUpdated = 2;
    QVERIFY(!importTakenBack(before, now, less));
    Catalog removed = now;
    removed.items.erase(removed.items.begin() + 2);
    QVERIFY(!importTakenBack(before, removed, result));
}

void CatalogFilesTest::aReplayKnowsNoCounts()
{
    toChecked();
    m_port->importResult = {};
    click("importPrimary");
    QCOMPARE(import()->step(), ImportSheet::Step::Done);
    QVERIFY2(import()->resultText().contains(QStringLiteral("1 New dishes")), qPrintable(import()->resultText()));
}

// ---- export

void CatalogFilesTest::exportSavesAndSaysWhere()
{
    m_sheets->openImport();
    m_files->target = QStringLiteral("/menus/menu.csv");
    m_port->exported = "name\r\nPlov\r\n";
    click("importExport");
    settle();
    MenuExportSheet *sheet = m_sheets->exportSheet();
    QVERIFY(sheet->isOpen());
    QVERIFY(!import()->isOpen());
    QCOMPARE(sheet->step(), MenuExportSheet::Step::Saved);
    QCOMPARE(m_files->disk.value(m_files->target), m_port->exported);
    QVERIFY(sheet->text().contains(QStringLiteral("menu.csv")));
    click("exportFolder");
    QCOMPARE(m_files->calls.last(), QStringLiteral("folder /menus/menu.csv"));
    click("exportPrimary");
    QVERIFY(!sheet->isOpen());
}

void CatalogFilesTest::exportTroubles()
{
    MenuExportSheet *sheet = m_sheets->exportSheet();
    m_port->failNext(unreachable);
    m_sheets->openExport();
    settle();
    QCOMPARE(sheet->step(), MenuExportSheet::Step::Failed);
    QVERIFY(sheet->text().contains(QStringLiteral("does not answer")));
    // The person thinks better of it, then chooses a disk that is full.
    click("exportPrimary");
    QCOMPARE(sheet->step(), MenuExportSheet::Step::Ready);
    m_files->target = QStringLiteral("/stick/menu.csv");
    m_files->writeTrouble = FileTrouble::Full;
    click("exportPrimary");
    settle();
    QCOMPARE(sheet->step(), MenuExportSheet::Step::Ready);
    QVERIFY(sheet->text().contains(QStringLiteral("full")));
    m_files->writeTrouble = FileTrouble::None;
    click("exportPrimary");
    settle();
    QCOMPARE(sheet->step(), MenuExportSheet::Step::Saved);
    QVERIFY(!sheet->text().contains(QStringLiteral("full")));
    // Whoever closes it while the site writes gets nothing later.
    m_port->setImmediate(false);
    m_sheets->openExport();
    QTest::keyClick(sheet, Qt::Key_Escape);
    QVERIFY(!sheet->isOpen());
    QCOMPARE(m_port->waiting(), 0);
}

void CatalogFilesTest::placesAreSafeForSpreadsheets()
{
    const QByteArray csv = placesCsv({{QStringLiteral("line 3, @SUM(A1)"), QStringLiteral("a \"b\", c")},
                                      {QStringLiteral("line 4"), QStringLiteral("=1+1")}});
    QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
    QVERIFY(csv.contains("3,'@SUM(A1),\"a \"\"b\"\", c\"\r\n"));
    QVERIFY(csv.contains("4,,'=1+1\r\n"));
}

void CatalogFilesTest::reasonsAndCellsAreRead()
{
    QCOMPARE(ManagerText::reason(QStringLiteral("Nobody knows.")), QStringLiteral("Nobody knows."));
    QVERIFY(ManagerText::reason(QStringLiteral("\"Plov\" is in line 7 already.")).contains(QStringLiteral("line 7")));
    QVERIFY(ManagerText::reason(QStringLiteral("\"1.234\": KZT has at most 2 decimal places.")).contains(u'2'));
    QCOMPARE(FilePlace::of(QStringLiteral("line 12")).line, 12);
    QCOMPARE(FilePlace::of(QStringLiteral("line x, y")).column, QStringLiteral("line x, y"));
    const Currency tenges;
    QVERIFY(!ManagerText::readAs(QStringLiteral("name"), QStringLiteral(" "), tenges));
    QVERIFY(!ManagerText::readAs(QStringLiteral("price"), QStringLiteral("-5"), tenges));
    QVERIFY(!ManagerText::readAs(QStringLiteral("prep_seconds"), QStringLiteral("8 min"), tenges));
    QCOMPARE(ManagerText::readAs(QStringLiteral("prep_seconds"), QStringLiteral("480"), tenges),
             std::optional(QStringLiteral("8:00 min")));
    QCOMPARE(ManagerText::readAs(QStringLiteral("station"), QString(), tenges), std::optional(QString()));
}

void CatalogFilesTest::realFilesOfThisComputer()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("menu.csv"));
    DialogFiles files;
    std::optional<FileTrouble> written;
    files.write(path, menuFile, [&written](FileTrouble trouble) { written = trouble; });
    QTRY_VERIFY(written.has_value());
    QCOMPARE(*written, FileTrouble::None);
    std::optional<CatalogFiles::Read> read;
    const auto keep = [&read](const CatalogFiles::Read &answer) { read = answer; };
    files.read(path, keep);
    QTRY_VERIFY(read.has_value());
    QCOMPARE(read->bytes, menuFile);

    read.reset();
    files.read(directory.filePath(QStringLiteral("none.csv")), keep);
    QTRY_VERIFY(read.has_value());
    QCOMPARE(read->trouble, FileTrouble::Missing);
    read.reset();
    files.read(directory.path(), keep);
    QTRY_VERIFY(read.has_value());
    QCOMPARE(read->trouble, FileTrouble::Missing);

    const QString large = directory.filePath(QStringLiteral("large.csv"));
    QFile file(large);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(CatalogFiles::maxBytes + 1));
    file.close();
    read.reset();
    files.read(large, keep);
    QTRY_VERIFY(read.has_value());
    QCOMPARE(read->trouble, FileTrouble::TooLarge);

    written.reset();
    files.write(directory.filePath(QStringLiteral("no/such/menu.csv")), menuFile,
                [&written](FileTrouble trouble) { written = trouble; });
    QTRY_VERIFY(written.has_value());
    QCOMPARE(*written, FileTrouble::Missing);
    // What is no plain file stays what it is: as root, a device would be replaced by a file of that name.
    const QString folder = directory.filePath(QStringLiteral("folder.csv"));
    QVERIFY(QDir().mkdir(folder));
    written.reset();
    files.write(folder, menuFile, [&written](FileTrouble trouble) { written = trouble; });
    QTRY_VERIFY(written.has_value());
    QCOMPARE(*written, FileTrouble::Denied);
    QVERIFY(QFileInfo(folder).isDir());
}

QTEST_MAIN(CatalogFilesTest)
#include "catalogfilestest.moc"
