// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shots/stage.h"
#include "tests/support/catalogsample.h"
#include "ui/catalog/catalogpage.h"
#include "ui/catalog/categorylist.h"
#include "ui/catalog/categorysheet.h"
#include "ui/catalog/conflictview.h"
#include "ui/catalog/cropsheet.h"
#include "ui/catalog/itemeditor.h"
#include "ui/catalog/itemformview.h"
#include "ui/catalog/itemgrid.h"
#include "ui/catalog/pictureeditor.h"
#include "ui/catalog/summarybutton.h"
#include "ui/common/touchbutton.h"

#include <QLineEdit>
#include <QPainter>

namespace oshaq {

namespace {

Scene scene(const char *state, std::function<void(Stage &)> prepare = {}, std::function<void(Stage &)> act = {})
{
    return {QStringLiteral("catalog"), QString::fromLatin1(state), std::move(prepare), std::move(act)};
}

void furnish(Stage &stage)
{
    stage.catalog.setCatalog(catalogsample::catalog());
}

qint64 idOf(Stage &stage, const char *name)
{
    return catalogsample::itemId(stage.catalog.atHub(), QString::fromUtf8(name));
}

void setOffline(Stage &stage)
{
    LinkStatus::Facts facts = stage.link.facts();
    facts.state = LinkStatus::State::Offline;
    facts.sinceMs = stage.catalog.hubNowMs() - 300'000;
    stage.link.update(facts);
    stage.catalog.setFailing(PortFailure{PortFailure::Kind::Unreachable, {}, {}, {}});
}

/// Main dishes with the wedding plov, and the pictures that came.
void showPlov(Stage &stage)
{
    CatalogPage *page = stage.catalogPage;
    page->categories()->setCurrentId(catalogsample::categoryId(stage.catalog.atHub(), QStringLiteral("Main dishes")));
    page->grid()->setCurrentId(idOf(stage, "Plov, wedding"));
    page->grid()->scrollToTop();
    Stage::settle();
    Stage::waitFor([&stage] { return stage.catalog.waiting() == 0; });
    Stage::waitFor([page] { return page->isQuiet(); });
}

QLineEdit *line(Stage &stage, const char *name)
{
    return stage.window->findChild<QLineEdit *>(QString::fromLatin1(name));
}

void type(Stage &stage, const char *name, const QString &text)
{
    QLineEdit *edit = line(stage, name);
    edit->setText(text);
    Q_EMIT edit->textEdited(text);
}

void openFold(Stage &stage, const char *name)
{
    stage.window->findChild<FoldedField *>(QString::fromLatin1(name))->setOpen(true);
    Stage::settle();
}

ItemChange changeOf(qint64 itemId)
{
    ItemChange change;
    change.id = itemId;
    return change;
}

QImage photograph()
{
    QImage image(1200, 900, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient light(0, 0, 1200, 900);
    light.setColorAt(0, QColor(0xd8, 0xb0, 0x60));
    light.setColorAt(1, QColor(0x50, 0x28, 0x18));
    painter.fillRect(image.rect(), light);
    return image;
}

} // namespace

std::vector<Scene> catalogScenes()
{
    return {
        scene("empty"),
        scene("loading",
              [](Stage &stage) {
                  LinkStatus::Facts facts;
                  facts.state = LinkStatus::State::Connecting;
                  stage.link.update(facts);
              }),
        scene("all", furnish, [](Stage &stage) { Stage::waitFor([&] { return stage.catalogPage->isQuiet(); }); }),
        scene("normal", furnish, showPlov),
        scene(
            "heavy",
            [](Stage &stage) {
                Catalog catalog = catalogsample::catalog();
                catalogsample::addMany(&catalog, 400);
                stage.catalog.setCatalog(catalog);
            },
            [](Stage &stage) {
                stage.catalogPage->categories()->setCurrentId(4);
                Stage::waitFor([&] { return stage.catalogPage->isQuiet(); });
            }),
        scene("offline", furnish,
              [](Stage &stage) {
                  showPlov(stage);
                  setOffline(stage);
                  Stage::settle();
              }),
        scene("nothing-found", furnish,
              [](Stage &stage) {
                  type(stage, "catalogSearch", QStringLiteral("sushi"));
                  Stage::waitFor([&] { return stage.catalogPage->grid()->items()->rowCount() == 0; });
              }),
        scene("several", furnish,
              [](Stage &stage) {
                  showPlov(stage);
                  ItemGrid *grid = stage.catalogPage->grid();
                  grid->choose({idOf(stage, "Kuyrdak"), idOf(stage, "Plov, wedding"), idOf(stage, "Manty, lamb")});
                  Stage::settle();
              }),
        scene("touch", furnish,
              [](Stage &stage) {
                  showPlov(stage);
                  stage.catalogPage->grid()->setChoosing(true);
                  Stage::settle();
              }),
        scene("out-done", furnish,
              [](Stage &stage) {
                  showPlov(stage);
                  stage.catalogPage->grid()->setFocus();
                  stage.press(Qt::Key_8, QStringLiteral("8"));
                  Stage::settle();
              }),
        scene("new", furnish,
              [](Stage &stage) {
                  stage.press(Qt::Key_N, {}, Qt::ControlModifier);
                  Stage::settle();
              }),
        scene("edited", furnish,
              [](Stage &stage) {
                  showPlov(stage);
                  type(stage, "itemPrice", QStringLiteral("2 500"));
                  Stage::settle();
              }),
        scene("wrong", furnish,
              [](Stage &stage) {
                  showPlov(stage);
                  type(stage, "itemName", QString());
                  type(stage, "itemPrice", QStringLiteral("12a"));
                  type(stage, "itemPrep", QStringLiteral("soon"));
                  Stage::settle();
              }),
        scene("options", furnish,
              [](Stage &stage) {
                  showPlov(stage);
                  openFold(stage, "optionsFold");
                  type(stage, "optionName", QString());
                  auto *area = stage.window->findChild<FoldedField *>(QStringLiteral("optionsFold"));
                  stage.catalogPage->editor()->reveal(area);
                  Stage::settle();
              }),
        scene("hours", furnish,
              [](Stage &stage) {
                  showPlov(stage);
                  openFold(stage, "allergensFold");
                  openFold(stage, "hoursFold");
                  openFold(stage, "moreFold");
                  stage.catalogPage->editor()->reveal(
                      stage.window->findChild<FoldedField *>(QStringLiteral("moreFold")));
                  Stage::settle();
              }),
        scene("conflict", furnish,
              [](Stage &stage) {
                  showPlov(stage);
                  type(stage, "itemPrice", QStringLiteral("3 800"));
                  stage.catalog.setLagging(true);
                  ItemChange change = changeOf(idOf(stage, "Plov, wedding"));
                  change.edit.priceMinor = 370'000;
                  change.edit.description = QStringLiteral("Rice, lamb, yellow carrot.");
                  stage.catalog.changeElsewhere({{}, {change}});
                  stage.catalogPage->editor()->save();
                  Stage::waitFor([&] { return !stage.catalogPage->editor()->conflictView()->isEmpty(); });
              }),
        scene("followed", furnish,
              [](Stage &stage) {
                  showPlov(stage);
                  type(stage, "itemPrice", QStringLiteral("3 800"));
                  ItemChange change = changeOf(idOf(stage, "Plov, wedding"));
                  change.edit.priceMinor = 370'000;
                  stage.catalog.changeElsewhere({{}, {change}});
                  Stage::settle();
              }),
        scene("removed-elsewhere", furnish,
              [](Stage &stage) {
                  showPlov(stage);
                  type(stage, "itemPrice", QStringLiteral("3 800"));
                  ItemChange change = changeOf(idOf(stage, "Plov, wedding"));
                  change.act = RowAct::Remove;
                  stage.catalog.changeElsewhere({{}, {change}});
                  Stage::settle();
              }),
        scene("save-error", furnish,
              [](Stage &stage) {
                  showPlov(stage);
                  type(stage, "itemPrice", QStringLiteral("3 800"));
                  stage.catalog.setFailing(PortFailure{PortFailure::Kind::Unreachable, {}, {}, {}});
                  stage.catalogPage->editor()->save();
                  Stage::settle();
              }),
        scene("out-sheet", furnish,
              [](Stage &stage) {
                  showPlov(stage);
                  Q_EMIT stage.catalogPage->editor()->outRequested(idOf(stage, "Plov, wedding"));
                  Stage::settle();
              }),
        scene("category-sheet", furnish,
              [](Stage &stage) {
                  stage.catalogPage->categorySheet()->edit(2);
                  Stage::settle();
              }),
        scene("category-new", furnish,
              [](Stage &stage) {
                  stage.catalogPage->categorySheet()->edit(0);
                  Stage::settle();
              }),
        scene("category-remove", furnish,
              [](Stage &stage) {
                  stage.catalogPage->categorySheet()->askRemoval(2);
                  Stage::settle();
              }),
        scene("crop", furnish,
              [](Stage &stage) {
                  showPlov(stage);
                  stage.catalogPage->editor()->formView()->picture()->takeImage(photograph());
                  Stage::settle();
              }),
    };
}

} // namespace oshaq
