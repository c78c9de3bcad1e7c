// SPDX-License-Identifier: GPL-3.0-or-later
// The sheets in which many dishes change at once.
#include "tests/gui/shots/stage.h"
#include "tests/support/catalogsample.h"
#include "ui/catalog/bulksheet.h"
#include "ui/catalog/menuexportsheet.h"
#include "ui/catalog/importsheet.h"
#include "ui/catalog/managersheets.h"
#include "ui/catalog/pricesheet.h"
#include "ui/common/choicerow.h"
#include "ui/common/touchbutton.h"

#include <QComboBox>
#include <QLineEdit>

namespace oshaq {

namespace {

const QString path = QStringLiteral("/home/aigul/Documents/summer menu 2026.csv");
const PortFailure unreachable{PortFailure::Kind::Unreachable, {}, {}, {}};

Scene scene(const char *state, std::function<void(Stage &)> act, std::function<void(Stage &)> prepare = {})
{
    return {QStringLiteral("catalog"), QString::fromLatin1(state),
            [prepare = std::move(prepare)](Stage &stage) {
                stage.catalog.setCatalog(catalogsample::catalog());
                stage.catalog.setImmediate(true);
                if (prepare)
                    prepare(stage);
            },
            std::move(act)};
}

template <typename Widget> Widget *find(Stage &stage, const char *name)
{
    return stage.window->findChild<Widget *>(QString::fromLatin1(name));
}

void press(Stage &stage, const char *button)
{
    find<TouchButton>(stage, button)->click();
    Stage::settle();
}

void pick(Stage &stage, const char *row, int index)
{
    find<ChoiceRow>(stage, row)->button(index)->click();
    Stage::settle();
}

void type(Stage &stage, const char *edit, const char *text)
{
    auto *line = find<QLineEdit>(stage, edit);
    line->setText(QString::fromUtf8(text));
    Q_EMIT line->textEdited(line->text());
    Stage::settle();
}

void choose(Stage &stage, const char *name, int index)
{
    auto *combo = find<QComboBox>(stage, name);
    combo->setCurrentIndex(index);
    Q_EMIT combo->activated(index);
    Stage::settle();
}

std::vector<qint64> dishesOf(Stage &stage, const char *category)
{
    std::vector<qint64> ids;
    const Catalog catalog = stage.catalog.catalog();
    for (const Item &item : catalog.items) {
        if (item.categoryId == catalogsample::categoryId(catalog, QString::fromUtf8(category)))
            ids.push_back(item.id);
    }
    return ids;
}

void openPrices(Stage &stage)
{
    stage.managerSheets->openPrices(dishesOf(stage, "Main dishes"));
    Stage::settle();
}

void raise(Stage &stage)
{
    openPrices(stage);
    type(stage, "priceValue", "8");
    pick(stage, "priceStep", 3);
    pick(stage, "priceOptions", 1);
}

void somebodyElse(Stage &stage, const char *dish, qint64 priceMinor)
{
    CatalogChange change;
    ItemEdit edit;
    edit.priceMinor = priceMinor;
    change.items.push_back(
        {RowAct::Edit, catalogsample::itemId(stage.catalog.atHub(), QString::fromUtf8(dish)), std::nullopt, edit});
    stage.catalog.changeElsewhere(change);
    Stage::settle();
}

void openBulk(Stage &stage)
{
    stage.managerSheets->openBulk(dishesOf(stage, "Main dishes"));
    Stage::settle();
}

void fillBulk(Stage &stage)
{
    openBulk(stage);
    choose(stage, "bulkCategory", 3);
    type(stage, "bulkPrep", "12");
    choose(stage, "bulkHours", 2);
    pick(stage, "bulkAdd", 0);
}

// A real file has more columns than anybody needs, and none of them is called as we call it.
void openImport(Stage &stage)
{
    TablePreview table;
    table.columns =
        QStringList{QStringLiteral("Наименование блюда"), QStringLiteral("Раздел"), QStringLiteral("Цена, тенге"),
                    QStringLiteral("Описание"),           QStringLiteral("Цех"),    QStringLiteral("Артикул"),
                    QStringLiteral("Остаток на складе")};
    table.rows = {{QStringLiteral("Бешбармак"), QStringLiteral("Горячие блюда"), QStringLiteral("5800"),
                   QStringLiteral("Конина, тесто, лук"), QStringLiteral("Горячий цех"), QStringLiteral("A-101"),
                   QStringLiteral("12")},
                  {QStringLiteral("Куырдак"), QStringLiteral("Горячие блюда"), QStringLiteral("4350"), QString(),
                   QStringLiteral("Горячий цех"), QStringLiteral("A-102"), QStringLiteral("8")},
                  {QStringLiteral("Плов свадебный, с айвой и изюмом"), QStringLiteral("Горячие блюда"),
                   QStringLiteral("3 600,50"), QStringLiteral("Рис, баранина, жёлтая морковь, айва"),
                   QStringLiteral("Горячий цех"), QStringLiteral("A-103"), QStringLiteral("40")},
                  {QStringLiteral("Самса"), QStringLiteral("Выпечка"), QStringLiteral("девятьсот"), QString(),
                   QStringLiteral("Тандыр"), QStringLiteral("B-001"), QString()}};
    table.rowCount = 84;
    table.guessed = {{QStringLiteral("name"), table.columns[0]},
                     {QStringLiteral("category"), table.columns[1]},
                     {QStringLiteral("price"), table.columns[2]},
                     {QStringLiteral("description"), table.columns[3]},
                     {QStringLiteral("external_id"), table.columns[5]}};
    stage.catalog.preview = table;
    stage.menuFiles.disk.insert(path, "x");
    stage.managerSheets->openImport();
    stage.managerSheets->importSheet()->takeFile(path);
    Stage::settle();
}

void check(Stage &stage)
{
    openImport(stage);
    stage.catalog.importResult = {
        false, 84, 5, 30, 12, 42, {QStringLiteral("Цех"), QStringLiteral("Остаток на складе")}};
    press(stage, "importPrimary");
}

void refuse(Stage &stage, int count)
{
    openImport(stage);
    PortFailure failure{PortFailure::Kind::Refused, QStringLiteral("VALIDATION_FAILED"), QStringLiteral("No."), {}};
    for (int i = 0; i < count; ++i) {
        failure.details.push_back(
            {QStringLiteral("line %1, Цена, тенге").arg(5 + 3 * i),
             i % 3 == 0   ? QStringLiteral("\"девятьсот\": An amount is a plain decimal number such as 12.95.")
             : i % 3 == 1 ? QStringLiteral("The price is missing.")
                          : QStringLiteral("\"Самса\" of this category is in line %1 already.").arg(2 + i)});
    }
    stage.catalog.failNext(failure);
    press(stage, "importPrimary");
}

void importNow(Stage &stage)
{
    check(stage);
    press(stage, "importPrimary");
}

/// As it arrives from the hub.
void arrive(Stage &stage)
{
    stage.catalog.importResult = {false, 2, 0, 1, 1, 0, {}};
    openImport(stage);
    press(stage, "importPrimary");
    press(stage, "importPrimary");
    CatalogChange change;
    ItemEdit made;
    made.name = QStringLiteral("Quince sherbet");
    made.categoryId = catalogsample::categoryId(stage.catalog.atHub(), QStringLiteral("Sweets"));
    change.items.push_back({RowAct::Make, 0, std::nullopt, made});
    stage.catalog.changeElsewhere(change);
    somebodyElse(stage, "Sorpa", 200'000);
}

} // namespace

std::vector<Scene> catalogSheetScenes()
{
    return {
        scene("prices-untouched", openPrices),
        scene("prices-normal", raise),
        scene(
            "prices-heavy",
            [](Stage &stage) {
                stage.managerSheets->openPrices({});
                type(stage, "priceValue", "7.5");
                pick(stage, "priceStep", 3);
            },
            [](Stage &stage) {
                Catalog catalog = catalogsample::catalog();
                catalogsample::addMany(&catalog, 900);
                stage.catalog.setCatalog(catalog);
            }),
        scene("prices-warnings",
              [](Stage &stage) {
                  openPrices(stage);
                  pick(stage, "priceWay", 1);
                  pick(stage, "priceDirection", 1);
                  type(stage, "priceValue", "3000");
              }),
        scene("prices-exact",
              [](Stage &stage) {
                  openPrices(stage);
                  pick(stage, "priceWay", 2);
                  type(stage, "priceValue", "3 990");
              }),
        scene("prices-wrong",
              [](Stage &stage) {
                  openPrices(stage);
                  type(stage, "priceValue", "ten");
              }),
        scene("prices-stale",
              [](Stage &stage) {
                  raise(stage);
                  somebodyElse(stage, "Beshbarmak", 610'000);
                  somebodyElse(stage, "Kuyrdak", 460'000);
              }),
        scene("prices-offline",
              [](Stage &stage) {
                  raise(stage);
                  stage.catalog.failNext(unreachable);
                  press(stage, "priceApply");
              }),
        scene("prices-busy",
              [](Stage &stage) {
                  raise(stage);
                  stage.catalog.setImmediate(false);
                  press(stage, "priceApply");
              }),
        scene("bulk-untouched", openBulk),
        scene("bulk-normal", fillBulk),
        scene("bulk-wrong",
              [](Stage &stage) {
                  openBulk(stage);
                  type(stage, "bulkPrep", "soon");
                  choose(stage, "bulkStep", find<QComboBox>(stage, "bulkStep")->count() - 1);
                  type(stage, "bulkStepOther", "0.0001");
              }),
        scene("bulk-leave",
              [](Stage &stage) {
                  fillBulk(stage);
                  stage.press(Qt::Key_Escape);
                  Stage::settle();
              }),
        scene("import-choose",
              [](Stage &stage) {
                  stage.managerSheets->openImport();
                  Stage::settle();
              }),
        scene("import-unread",
              [](Stage &stage) {
                  stage.menuFiles.readTrouble = FileTrouble::Denied;
                  openImport(stage);
              }),
        scene("import-reading",
              [](Stage &stage) {
                  stage.menuFiles.isSlow = true;
                  openImport(stage);
              }),
        scene("import-columns", openImport),
        scene("import-missing",
              [](Stage &stage) {
                  openImport(stage);
                  choose(stage, "column_category", 0);
                  press(stage, "importPrimary");
              }),
        scene("import-offline",
              [](Stage &stage) {
                  openImport(stage);
                  stage.catalog.failNext(unreachable);
                  press(stage, "importPrimary");
              }),
        scene("import-checked", check),
        scene("import-refused", [](Stage &stage) { refuse(stage, 7); }),
        scene("import-refused-heavy", [](Stage &stage) { refuse(stage, 100); }),
        scene("import-running",
              [](Stage &stage) {
                  check(stage);
                  stage.catalog.setImmediate(false);
                  press(stage, "importPrimary");
              }),
        scene("import-stopped",
              [](Stage &stage) {
                  check(stage);
                  stage.catalog.failNext(unreachable);
                  press(stage, "importPrimary");
              }),
        scene("import-done", importNow),
        scene("import-arrived", arrive),
        scene("import-takenback",
              [](Stage &stage) {
                  arrive(stage);
                  press(stage, "importSecond");
              }),
        scene("export-ready",
              [](Stage &stage) {
                  stage.managerSheets->openExport();
                  Stage::settle();
              }),
        scene("export-saved",
              [](Stage &stage) {
                  stage.menuFiles.target = path;
                  stage.managerSheets->openExport();
                  Stage::settle();
              }),
        scene("export-offline",
              [](Stage &stage) {
                  stage.catalog.failNext(unreachable);
                  stage.managerSheets->openExport();
                  Stage::settle();
              }),
    };
}

} // namespace oshaq
