// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/importsheet.h"

#include "models/terminal/idempotencykey.h"
#include "ui/catalog/droparea.h"
#include "ui/catalog/importmapping.h"
#include "ui/catalog/importplaces.h"
#include "ui/catalog/importundo.h"
#include "ui/catalog/managertext.h"
#include "ui/catalog/texttable.h"
#include "ui/common/band.h"
#include "ui/common/flowrow.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileInfo>
#include <QFrame>
#include <QLabel>
#include <QPointer>
#include <QTableView>

#include <utility>

namespace oshaq {

namespace {

constexpr int importSheetWidth = 1120;

} // namespace

ImportSheet::ImportSheet(CatalogDesk &desk, CatalogFiles &files, const Look &look, QWidget *parent)
    : ManagerSheet(look, Place::Right, importSheetWidth, parent)
    , m_desk(desk)
    , m_port(desk.port())
    , m_files(files)
    , m_steps(makeLabel(QStringLiteral("caption")))
    , m_drop(new DropArea(look))
    , m_dropTitle(makeLabel(QStringLiteral("strong")))
    , m_dropText(makeLabel(QStringLiteral("muted")))
    , m_choose(makeButton(QStringLiteral("importChoose")))
    , m_exportText(makeLabel(QStringLiteral("muted")))
    , m_export(makeButton(QStringLiteral("importExport")))
    , m_choosePage(new QWidget)
    , m_mapping(new ImportMapping(look))
    , m_previewTitle(makeLabel(QStringLiteral("strong")))
    , m_preview(new TextTable(look, this))
    , m_previewView(makeTable(QStringLiteral("importPreview")))
    , m_columnsPage(new QWidget)
    , m_wait(new StateView(look))
    , m_resultTitle(makeLabel(QStringLiteral("title")))
    , m_facts(new FlowRow)
    , m_factCards(4)
    , m_resultLabel(makeLabel(QStringLiteral("")))
    , m_places(new TextTable(look, this))
    , m_placesView(makeTable(QStringLiteral("importPlaces")))
    , m_resultPage(new QWidget)
    , m_back(addButton(QStringLiteral("importBack")))
    , m_third(addButton(QStringLiteral("importThird")))
    , m_second(addButton(QStringLiteral("importSecond")))
    , m_primary(addButton(QStringLiteral("importPrimary"), true))
{
    setObjectName(QStringLiteral("importSheet"));
    m_resultTitle->setObjectName(QStringLiteral("importTitle"));
    m_resultLabel->setObjectName(QStringLiteral("importResult"));
    m_choose->setKind(TouchButton::Kind::Primary);

    m_drop->content()->addWidget(m_dropTitle);
    m_drop->content()->addWidget(m_dropText);
    m_drop->content()->addWidget(m_choose, 0, Qt::AlignLeft);
    const auto page = [this](QWidget *widget, std::initializer_list<QWidget *> parts) {
        auto *layout = new QVBoxLayout(widget);
        layout->setContentsMargins(0, 0, 0, 0);
        for (QWidget *part : parts)
            layout->addWidget(part);
        body()->addWidget(widget, 1);
        return layout;
    };
    body()->insertWidget(0, m_steps);
    page(m_choosePage, {m_drop, m_exportText, m_export})->addStretch(1);
    m_choosePage->layout()->setAlignment(m_export, Qt::AlignLeft);
    page(m_columnsPage, {m_mapping, m_previewTitle, m_previewView});
    QVBoxLayout *result = page(m_resultPage, {m_resultTitle, m_facts, m_resultLabel, m_placesView});
    result->setStretch(3, 1);
    result->addStretch(0);
    for (Fact &fact : m_factCards) {
        auto *card = new QFrame;
        card->setProperty("card", true);
        fact.card = card;
        fact.figure = makeLabel(QStringLiteral("title"));
        fact.meaning = makeLabel(QStringLiteral("caption"));
        fact.meaning->setWordWrap(false);
        auto *inside = new QVBoxLayout(card);
        inside->addWidget(fact.figure);
        inside->addWidget(fact.meaning);
        m_facts->addWidget(card);
    }
    body()->addWidget(m_wait, 1);
    m_previewView->setModel(m_preview);
    m_placesView->setModel(m_places);

    connect(m_drop, &DropArea::dropped, this, &ImportSheet::takeFile);
    connect(m_choose, &TouchButton::clicked, this, &ImportSheet::chooseFile);
    connect(m_export, &TouchButton::clicked, this, &ImportSheet::exportWanted);
    connect(m_mapping, &ImportMapping::changed, this, [this] {
        showPreview();
        m_saysMissing = false;
        say(QString());
    });
    connect(m_primary, &TouchButton::clicked, this, &ImportSheet::handlePrimary);
    connect(m_second, &TouchButton::clicked, this, &ImportSheet::handleSecond);
    connect(m_third, &TouchButton::clicked, this, &ImportSheet::handleThird);
    connect(m_back, &TouchButton::clicked, this, [this] { goTo(Step::Columns); });
    connect(m_wait->actionButton(), &TouchButton::clicked, this, &ImportSheet::stopWaiting);
    connect(band()->actionButton(), &TouchButton::clicked, this, &ImportSheet::handleBand);
    m_wait->actionButton()->setTakesFocus(true);
    band()->actionButton()->setTakesFocus(true);
    connect(&desk, &CatalogDesk::catalogChanged, this, [this] {
        if (m_step == Step::Done)
            showStep();
    });
    ImportSheet::setLook(look);
    ImportSheet::retranslate();
}

ImportSheet::~ImportSheet()
{
    if (m_call != 0)
        m_port.cancel(m_call);
}

void ImportSheet::setLook(const Look &look)
{
    ManagerSheet::setLook(look);
    m_drop->setLook(look);
    m_mapping->setLook(look);
    m_wait->setLook(look);
    m_preview->setLook(look);
    m_places->setLook(look);
    for (QWidget *page : {m_choosePage, m_columnsPage, m_resultPage})
        page->layout()->setSpacing(look.px(14));
    m_facts->setSpacing(look.px(12));
    for (const Fact &fact : m_factCards) {
        const int edge = look.px(14);
        fact.card->layout()->setContentsMargins(edge, look.px(10), edge, look.px(12));
        fact.card->layout()->setSpacing(look.px(2));
    }
    m_previewView->setMinimumHeight(look.px(260));
    m_placesView->setMinimumHeight(look.px(260));
    showPreview();
    showPlaces();
}

void ImportSheet::retranslate()
{
    ManagerSheet::retranslate();
    setTitle(tr("Import a menu"));
    m_dropTitle->setText(tr("Drop a file with your menu here"));
    m_dropText->setText(
        tr("A table in CSV, as Excel, LibreOffice and Google Sheets save it. Its first line names the "
           "columns; each line below it is a dish. A name, a category and a price are needed; "
           "descriptions, stations, times, options and allergens may be there. Dishes that are on the "
           "menu already are found by their code, or by name and category, and get what the file says."));
    m_choose->setText(tr("Choose a file…"));
    m_exportText->setText(tr("To change many dishes at once, save the menu as it is, edit it as a table, and import it "
                             "again. The saved file is also the way back."));
    m_export->setText(tr("Save the menu as a file…"));
    m_previewTitle->setText(tr("The first dishes as they would be read"));
    m_previewView->setAccessibleName(m_previewTitle->text());
    m_placesView->setAccessibleName(tr("What is wrong in the file"));
    showPreview();
    showPlaces();
    showStep();
    if (m_saysMissing)
        sayMissing();
}

void ImportSheet::sayMissing()
{
    say(tr("Some columns are still needed."), true);
}

QString ImportSheet::fileName() const
{
    return QFileInfo(m_path).fileName();
}

QString ImportSheet::resultText() const
{
    QString text;
    for (const Fact &fact : m_factCards) {
        if (!fact.card->isHidden())
            text += fact.figure->text() + QLatin1Char(' ') + fact.meaning->text() + QLatin1Char('\n');
    }
    return text + m_resultLabel->text();
}

void ImportSheet::begin()
{
    if (m_step == Step::Done && !m_takesBack)
        startOver();
    showStep();
    open();
    focusStep();
}

void ImportSheet::startOver()
{
    m_path.clear();
    m_bytes.clear();
    m_table = {};
    m_columns.clear();
    m_key.clear();
    m_refused.clear();
    m_before = {};
    m_beforeKey.clear();
    m_backKey.clear();
    m_takenBack = false;
    m_stopped = false;
    m_failure.reset();
    m_readTrouble = FileTrouble::None;
    m_saveTrouble = FileTrouble::None;
    m_savedTo.clear();
    goTo(Step::Choose);
}

bool ImportSheet::mayClose()
{
    // Somebody has to see how it ended.
    return m_step != Step::Importing && !m_takesBack;
}

void ImportSheet::goTo(Step step)
{
    m_step = step;
    m_saysMissing = false;
    say(QString());
    showStep();
    scrollToTop();
    focusStep();
}

void ImportSheet::focusStep()
{
    if (!isOpen())
        return;
    if (m_step == Step::Choose)
        m_choose->setFocus(Qt::OtherFocusReason);
    else if (m_wait->isVisible())
        m_wait->actionButton()->setFocus(Qt::OtherFocusReason);
    else if (m_primary->isEnabled())
        m_primary->setFocus(Qt::OtherFocusReason);
    else
        m_second->setFocus(Qt::OtherFocusReason);
}

// ---- the file

void ImportSheet::chooseFile()
{
    m_files.chooseMenu(window(), [self = QPointer<ImportSheet>(this)](const QString &path) {
        if (self)
            self->takeFile(path);
    });
}

void ImportSheet::takeFile(const QString &path)
{
    if (m_step == Step::Importing || m_takesBack)
        return;
    if (m_call != 0)
        m_port.cancel(std::exchange(m_call, 0));
    m_failure.reset();
    m_readTrouble = FileTrouble::None;
    m_stopped = false;
    m_savedTo.clear();
    m_path = path;
    goTo(Step::Reading);
    m_files.read(path,
                 [self = QPointer<ImportSheet>(this), path, reading = ++m_reading](const CatalogFiles::Read &read) {
                     if (self && reading == self->m_reading)
                         self->handleBytes(path, read);
                 });
}

void ImportSheet::handleBytes(const QString &path, const CatalogFiles::Read &read)
{
    if (read.trouble != FileTrouble::None) {
        m_readTrouble = read.trouble;
        goTo(Step::Choose);
        return;
    }
    m_path = path;
    m_bytes = read.bytes;
    m_call = m_port.readTable(m_bytes, [this](const PortAnswer<TablePreview> &answer) {
        m_call = 0;
        handleTable(answer);
    });
}

void ImportSheet::handleTable(const PortAnswer<TablePreview> &answer)
{
    if (!answer) {
        m_failure = answer.failure;
        goTo(Step::Choose);
        return;
    }
    const bool isSameHead = !m_table.columns.isEmpty() && m_table.columns == answer.value->columns;
    const QMap<QString, QString> columns = isSameHead ? m_mapping->columns() : answer.value->guessed;
    m_table = *answer.value;
    m_key.clear();
    m_mapping->setTable(m_table, columns);
    if (m_table.columns.isEmpty() || !m_table.problems.empty()) {
        m_refused = m_table.problems;
        if (m_refused.empty())
            m_refused.push_back({QStringLiteral("file"), tr("There is no table in it.")});
        showPlaces();
        goTo(Step::Refused);
        return;
    }
    showPreview();
    goTo(Step::Columns);
}

// ---- the hub

void ImportSheet::ask(bool dryRun)
{
    if (m_call != 0)
        return;
    if (!m_mapping->missing().isEmpty()) {
        goTo(Step::Columns);
        m_mapping->showMissing();
        m_saysMissing = true;
        sayMissing();
        return;
    }
    // The same file with the same columns is one import, however often it is tried.
    const QMap<QString, QString> columns = m_mapping->columns();
    if (m_key.isEmpty() || columns != m_columns) {
        m_key = newIdempotencyKey();
        m_columns = columns;
    }
    m_failure.reset();
    m_saveTrouble = FileTrouble::None;
    if (!dryRun && m_beforeKey != m_key) {
        m_before = m_desk.catalog();
        m_beforeKey = m_key;
    }
    m_stopped = false;
    goTo(dryRun ? Step::Checking : Step::Importing);
    m_call = m_port.importMenu(m_key, m_bytes, m_columns, dryRun,
                               [this, dryRun](const PortAnswer<MenuImportResult> &answer) {
                                   m_call = 0;
                                   dryRun ? handleChecked(answer) : handleImported(answer);
                               });
}

void ImportSheet::fail(const PortFailure &failure)
{
    if (failure.kind == PortFailure::Kind::Refused && !failure.details.empty()) {
        m_refused = failure.details;
        m_savedTo.clear();
        showPlaces();
        goTo(Step::Refused);
        return;
    }
    m_failure = failure;
    goTo(m_step == Step::Importing ? Step::Checked : Step::Columns);
}

void ImportSheet::handleChecked(const PortAnswer<MenuImportResult> &answer)
{
    if (!answer) {
        fail(answer.failure);
        return;
    }
    m_checked = *answer.value;
    goTo(Step::Checked);
}

void ImportSheet::handleImported(const PortAnswer<MenuImportResult> &answer)
{
    if (!answer) {
        fail(answer.failure);
        return;
    }
    m_result = *answer.value;
    // The answer to a second try of the same import knows no counts: the first one did the work.
    const bool knowsNothing = m_result.itemsCreated + m_result.itemsUpdated + m_result.itemsUnchanged == 0;
    if (knowsNothing)
        m_result = m_checked;
    goTo(Step::Done);
    Q_EMIT imported();
}

void ImportSheet::stopWaiting()
{
    if (m_call != 0)
        m_port.cancel(std::exchange(m_call, 0));
    ++m_reading;
    switch (m_step) {
    case Step::Reading:
        goTo(Step::Choose);
        break;
    case Step::Checking:
        goTo(Step::Columns);
        break;
    case Step::Importing:
        m_stopped = true;
        goTo(Step::Checked);
        break;
    default:
        break;
    }
}

void ImportSheet::takeBack()
{
    const auto change = importTakenBack(m_before, m_desk.catalog(), m_result);
    if (!change || m_takesBack || m_takenBack)
        return;
    if (m_backKey.isEmpty() || !(*change == m_backChange))
        m_backKey = newIdempotencyKey();
    m_backChange = *change;
    m_takesBack = true;
    m_failure.reset();
    showStep();
    m_desk.apply([] { return tr("Taking back of an import"); }, *change,
                 [self = QPointer<ImportSheet>(this)](const PortAnswer<CatalogChanged> &answer) {
                     if (!self)
                         return;
                     self->m_takesBack = false;
                     self->m_takenBack = bool(answer);
                     if (!answer)
                         self->m_failure = answer.failure;
                     self->showStep();
                 },
                 m_backKey);
}

void ImportSheet::savePlaces()
{
    const QString name = tr("mistakes in %1").arg(QFileInfo(m_path).completeBaseName()) + QStringLiteral(".csv");
    m_files.chooseTarget(window(), name, [self = QPointer<ImportSheet>(this)](const QString &path) {
        if (!self)
            return;
        self->m_files.write(path, placesCsv(self->m_refused), [self, path](FileTrouble trouble) {
            if (!self)
                return;
            self->m_saveTrouble = trouble;
            self->m_savedTo = path;
            self->showStep();
        });
    });
}

// ---- what is pressed

void ImportSheet::handlePrimary()
{
    switch (m_step) {
    case Step::Columns:
        ask(true);
        break;
    case Step::Checked:
        ask(false);
        break;
    case Step::Refused:
        takeFile(m_path);
        break;
    case Step::Done:
        close();
        break;
    default:
        break;
    }
}

void ImportSheet::handleSecond()
{
    switch (m_step) {
    case Step::Columns:
    case Step::Checked:
    case Step::Refused:
        chooseFile();
        break;
    case Step::Done:
        takeBack();
        break;
    default:
        break;
    }
}

void ImportSheet::handleThird()
{
    if (m_step == Step::Refused)
        savePlaces();
    else if (m_step == Step::Done)
        startOver();
}

void ImportSheet::handleBand()
{
    if (m_step == Step::Columns && m_failure)
        ask(true);
    else if (m_step == Step::Checked && (m_failure || m_stopped))
        ask(false);
    else if (m_step == Step::Choose && !m_path.isEmpty())
        takeFile(m_path);
    else if (m_step == Step::Done && m_failure)
        takeBack();
}

} // namespace oshaq
