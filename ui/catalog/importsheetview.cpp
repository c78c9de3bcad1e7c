// SPDX-License-Identifier: GPL-3.0-or-later
// What the import sheet shows in each of its steps.
#include "ui/catalog/importmapping.h"
#include "ui/catalog/importsheet.h"
#include "ui/catalog/importundo.h"
#include "ui/catalog/managertext.h"
#include "ui/catalog/texttable.h"
#include "ui/common/band.h"
#include "ui/common/flowrow.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"

#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>

#include <algorithm>
#include <array>

namespace oshaq {

namespace {

constexpr std::size_t previewRows = 6;
/// The site names no more.
constexpr std::size_t mostPlaces = 100;

} // namespace

void ImportSheet::showStep()
{
    const bool isWaiting = m_step == Step::Reading || m_step == Step::Checking || m_step == Step::Importing;
    const bool isResult = m_step == Step::Checked || m_step == Step::Refused || m_step == Step::Done;
    m_choosePage->setVisible(m_step == Step::Choose);
    m_columnsPage->setVisible(m_step == Step::Columns);
    m_wait->setVisible(isWaiting);
    m_resultPage->setVisible(isResult);
    m_placesView->setVisible(m_step == Step::Refused);
    switch (m_step) {
    case Step::Choose:
    case Step::Reading:
        m_steps->setText(tr("Step 1 of 3: the file"));
        break;
    case Step::Columns:
    case Step::Checking:
        m_steps->setText(tr("Step 2 of 3: which column is what · %1").arg(fileName()));
        break;
    case Step::Checked:
    case Step::Refused:
    case Step::Importing:
    case Step::Done:
        m_steps->setText(tr("Step 3 of 3: the import · %1").arg(fileName()));
        break;
    }
    if (isWaiting) {
        const QString title = m_step == Step::Reading    ? tr("Reading %1").arg(fileName())
                              : m_step == Step::Checking ? tr("Checking every line")
                                                         : tr("Importing %1").arg(fileName());
        const QString text = m_step == Step::Reading    ? QString()
                             : m_step == Step::Checking ? tr("The site tries the whole file and writes nothing.")
                                                        : tr("All of it happens together, or nothing.");
        m_wait->setState(QStringLiteral("clock"), title, text, tr("Stop waiting"));
    }
    if (isResult)
        showResult();
    showBand();
    showButtons();
}

void ImportSheet::showBand()
{
    QString text;
    QString action;
    Band::Tone tone = Band::Tone::Alarm;
    if (m_step == Step::Choose && m_readTrouble != FileTrouble::None) {
        text = FileText::reading(m_readTrouble, m_path);
        action = tr("Try again");
    } else if (m_failure && (m_step == Step::Choose || m_step == Step::Columns || m_step == Step::Checked)) {
        text = ManagerText::failure(*m_failure);
        // Unreachable may mean that only the answer got lost.
        if (m_step == Step::Checked)
            text += QLatin1Char(' ') + tr("Trying again does not import anything twice.");
        action = tr("Try again");
    } else if (m_step == Step::Checked && m_stopped) {
        text = tr("You stopped waiting: the site may have imported the file all the same. Trying again shows how it "
                  "ended and does not import anything twice.");
        tone = Band::Tone::Warning;
        action = tr("Try again");
    } else if (m_step == Step::Checked && !lossText().isEmpty()) {
        text = lossText();
        tone = Band::Tone::Warning;
    } else if (m_step == Step::Refused && m_saveTrouble != FileTrouble::None) {
        text = FileText::writing(m_saveTrouble, m_savedTo);
    } else if (m_step == Step::Refused && !m_savedTo.isEmpty()) {
        text = tr("The list is in %1").arg(QDir::toNativeSeparators(m_savedTo));
        tone = Band::Tone::Notice;
    } else if (m_step == Step::Done && m_failure) {
        text = tr("The import was not taken back.") + QLatin1Char(' ') + ManagerText::failure(*m_failure);
        action = tr("Try again");
    }
    band()->setAction(action, QString());
    band()->setMessage(text, tone);
}

void ImportSheet::showButtons()
{
    QString primary;
    QString second;
    QString third;
    bool isPossible = true;
    const int dishes = m_checked.itemsCreated + m_checked.itemsUpdated;
    switch (m_step) {
    case Step::Columns:
        primary = tr("Check the file");
        second = tr("Choose another file…");
        break;
    case Step::Checked:
        primary = dishes > 0 ? tr("Import %1").arg(ManagerText::dishes(dishes)) : tr("Import");
        second = tr("Choose another file…");
        isPossible = dishes > 0 || m_checked.categoriesCreated > 0;
        break;
    case Step::Refused:
        primary = tr("Read the corrected file");
        second = tr("Choose another file…");
        third = tr("Save this list…");
        break;
    case Step::Done:
        primary = tr("Close");
        second = m_takenBack ? QString() : tr("Take the import back");
        third = tr("Import another file");
        break;
    case Step::Choose:
    case Step::Reading:
    case Step::Checking:
    case Step::Importing:
        break;
    }
    const auto set = [](TouchButton *button, const QString &text) {
        button->setText(text);
        button->setVisible(!text.isEmpty());
    };
    set(m_primary, primary);
    set(m_second, second);
    set(m_third, third);
    const bool maySeeColumns =
        m_step == Step::Checked || (m_step == Step::Refused && m_table.problems.empty() && !m_table.columns.isEmpty());
    set(m_back, maySeeColumns ? tr("Change the columns") : QString());
    m_primary->setEnabled(isPossible && !m_takesBack);
    m_second->setEnabled(m_step != Step::Done ||
                         (!m_takesBack && importTakenBack(m_before, m_desk.catalog(), m_result)));
    m_third->setEnabled(!m_takesBack);
    rearrangeButtons();
}

// ---- what would be read

void ImportSheet::showPreview()
{
    const Currency currency = ManagerText::currencyOf(m_port.business());
    const QMap<QString, QString> columns = m_mapping->columns();
    QStringList head;
    QStringList fields;
    for (const QString &field : ManagerText::importFields()) {
        if (columns.contains(field)) {
            fields << field;
            head << ManagerText::fieldName(field);
        }
    }
    std::vector<TextTable::Row> rows;
    for (const QStringList &line : m_table.rows) {
        if (rows.size() == previewRows)
            break;
        TextTable::Row row;
        for (const QString &field : std::as_const(fields)) {
            const QString cell = m_mapping->cell(field, line).simplified();
            const auto read = ManagerText::readAs(field, cell, currency);
            row.push_back({read ? *read : cell.isEmpty() ? tr("missing") : tr("“%1”?").arg(cell), !read});
        }
        rows.push_back(std::move(row));
    }
    m_preview->setRows(head, std::move(rows));
    m_previewTitle->setVisible(!fields.isEmpty());
    m_previewView->setVisible(!fields.isEmpty());
    for (int column = 0; column < int(head.size()); ++column)
        m_previewView->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
}

// ---- what came of it

void ImportSheet::showPlaces()
{
    std::vector<TextTable::Row> rows;
    for (const ErrorDetail &detail : m_refused) {
        const FilePlace place = FilePlace::of(detail.path);
        rows.push_back({{place.line > 0 ? QString::number(place.line) : QString()},
                        {place.column},
                        {ManagerText::reason(detail.issue), true}});
    }
    m_places->setRows({ManagerText::lineHead(), ManagerText::columnHead(), ManagerText::reasonHead()}, std::move(rows));
    QHeaderView *head = m_placesView->horizontalHeader();
    head->setSectionResizeMode(0, QHeaderView::Fixed);
    head->setSectionResizeMode(1, QHeaderView::Fixed);
    head->setSectionResizeMode(2, QHeaderView::Stretch);
    m_placesView->setColumnWidth(0, m_places->widthOf(0));
    m_placesView->setColumnWidth(1, std::min(m_places->widthOf(1), look().px(260)));
}

void ImportSheet::showResult()
{
    QString title;
    QString text;
    if (m_step == Step::Checked) {
        title = m_checked.itemsCreated + m_checked.itemsUpdated + m_checked.categoriesCreated > 0
                    ? tr("The file is in order. Nothing is written yet.")
                    : tr("The menu is already as the file says.");
        text = checkedText();
    } else if (m_step == Step::Refused) {
        const auto count = int(m_refused.size());
        title = count == 1 ? tr("One place is wrong. Nothing was imported.")
                           : tr("%n places are wrong. Nothing was imported.", nullptr, count);
        text = tr("Correct them in the file, save it, and read it again. The columns stay as you chose them.");
        if (m_refused.size() >= mostPlaces)
            text += QLatin1Char(' ') + tr("These are the first %1; there may be more.").arg(qsizetype(mostPlaces));
    } else {
        title = m_takenBack ? tr("The import is taken back.")
                : m_result.itemsCreated > 0 && m_result.categoriesCreated > 0
                    ? tr("Imported: %1 in %2")
                          .arg(ManagerText::dishes(m_result.itemsCreated),
                               ManagerText::categories(m_result.categoriesCreated))
                    : tr("Imported: %1").arg(ManagerText::dishes(m_result.itemsCreated + m_result.itemsUpdated));
        text = doneText();
    }
    showFacts();
    m_resultTitle->setText(title);
    m_resultLabel->setText(text);
}

void ImportSheet::showFacts()
{
    const bool isShown = m_step == Step::Checked || (m_step == Step::Done && !m_takenBack);
    const MenuImportResult &result = m_step == Step::Done ? m_result : m_checked;
    const bool isDone = m_step == Step::Done;
    const std::array figures{result.itemsCreated, result.categoriesCreated, result.itemsUpdated, result.itemsUnchanged};
    const QStringList meanings{tr("New dishes"), tr("New categories"),
                               isDone ? tr("Dishes changed") : tr("Dishes that change"),
                               isDone ? tr("Dishes as they were") : tr("Dishes as they are")};
    for (std::size_t i = 0; i < m_factCards.size(); ++i) {
        const Fact &fact = m_factCards[i];
        fact.figure->setText(QLocale().toString(figures[i]));
        fact.meaning->setText(meanings.at(qsizetype(i)));
        fact.card->setVisible(isShown && figures[i] > 0);
    }
    m_facts->setVisible(isShown);
    m_facts->rearrange();
}

QString ImportSheet::checkedText() const
{
    QStringList lines{tr("Dishes that are not in the file stay on the menu.")};
    if (!m_checked.ignoredColumns.isEmpty())
        lines << tr("Columns that nobody uses: %1.").arg(m_checked.ignoredColumns.join(QStringLiteral(", ")));
    return lines.join(u'\n');
}

QString ImportSheet::lossText() const
{
    if (m_checked.itemsUpdated == 0)
        return {};
    QStringList fields;
    // What an import leaves alone without a column: allergens, and the code by which it finds dishes.
    for (const char *name : {"description", "station", "prep_seconds", "quantity_step", "options"}) {
        const QString field = QString::fromLatin1(name);
        if (!m_columns.contains(field))
            fields << ManagerText::fieldName(field);
    }
    return fields.isEmpty() ? QString()
                            : tr("The dishes that change lose what the file has no column for: %1.")
                                  .arg(fields.join(QStringLiteral(", ")));
}

QString ImportSheet::doneText() const
{
    if (m_takenBack)
        return tr("The dishes are as they were before. Stations that the file made stay: settings take them away.");
    if (m_takesBack)
        return tr("The import is being taken back…");
    if (importTakenBack(m_before, m_desk.catalog(), m_result))
        return tr("It can be taken back as a whole: new dishes go, changed ones get their values back.");
    return tr("It cannot be taken back from here: not all of it has arrived on this screen yet, or somebody goes on "
              "changing the menu. Change dishes by hand, or import the file that you saved before.");
}

} // namespace oshaq
