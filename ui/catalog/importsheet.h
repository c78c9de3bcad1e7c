// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/catalogdesk.h"
#include "ui/catalog/catalogfiles.h"
#include "ui/catalog/managersheet.h"

#include <QMap>

#include <optional>
#include <vector>

namespace oshaq {

class DropArea;
class FlowRow;
class ImportMapping;
class StateView;
class TextTable;

/// A menu from a file, step by step: the file, which column is what, what would happen, and then the import. Nothing is
/// written before the last button. The file and the columns stay until it is imported, also when the hub is away or the
/// sheet is closed; however often it is tried, the same file with the same columns is imported once.
class ImportSheet final : public ManagerSheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportSheet)

public:
    enum class Step
    {
        Choose,
        Reading,
        Columns,
        Checking,
        Checked,
        Refused, ///< places of the file are wrong
        Importing,
        Done
    };

    /// Desk and files must outlive the sheet.
    ImportSheet(CatalogDesk &desk, CatalogFiles &files, const Look &look, QWidget *parent);
    ~ImportSheet() override;

    void setLook(const Look &look) override;
    /// Goes on where it was.
    void begin();
    Step step() const { return m_step; }
    ImportMapping *mapping() const { return m_mapping; }
    TextTable *previewTable() const { return m_preview; }
    TextTable *placesTable() const { return m_places; }
    /// What is said of a check or an import, figures first.
    QString resultText() const;
    /// As if it had been chosen or dropped.
    void takeFile(const QString &path);

Q_SIGNALS:
    /// Somebody wants the menu as a file first.
    void exportWanted();
    /// The dishes are in; the sheet is still open and says so.
    void imported();

protected:
    bool mayClose() override;
    void retranslate() override;

private:
    /// A figure and what it counts.
    struct Fact
    {
        QWidget *card = nullptr;
        QLabel *figure = nullptr;
        QLabel *meaning = nullptr;
    };

    /// Also says what there is to see in it.
    void goTo(Step step);
    void focusStep();
    void handleBytes(const QString &path, const CatalogFiles::Read &read);
    void handleTable(const PortAnswer<TablePreview> &answer);
    void ask(bool dryRun);
    void handleChecked(const PortAnswer<MenuImportResult> &answer);
    void handleImported(const PortAnswer<MenuImportResult> &answer);
    void takeBack();
    void savePlaces();
    void stopWaiting();
    void startOver();
    void fail(const PortFailure &failure);
    void handleBand();
    void handlePrimary();
    void handleSecond();
    void handleThird();
    void chooseFile();
    void showStep();
    void sayMissing();
    void showBand();
    void showButtons();
    void showPreview();
    void showPlaces();
    void showResult();
    QString fileName() const;
    void showFacts();
    QString checkedText() const;
    QString doneText() const;
    /// What dishes that are on the menu would lose; empty: nothing.
    QString lossText() const;

    CatalogDesk &m_desk;
    CatalogPort &m_port; ///< outlives the desk, a sibling that goes first
    CatalogFiles &m_files;
    Step m_step = Step::Choose;
    QString m_path;
    QByteArray m_bytes;
    TablePreview m_table;
    QMap<QString, QString> m_columns; ///< that the key is for
    QString m_key;
    MenuImportResult m_checked;
    MenuImportResult m_result;
    std::vector<ErrorDetail> m_refused;
    Catalog m_before; ///< as it was when the import with m_beforeKey was first sent
    QString m_beforeKey;
    CatalogChange m_backChange; ///< that takes it back
    QString m_backKey;
    PortCall m_call = 0;
    quint64 m_reading = 0; ///< tells the answer about one file from that about another
    std::optional<PortFailure> m_failure;
    FileTrouble m_readTrouble = FileTrouble::None;
    FileTrouble m_saveTrouble = FileTrouble::None;
    QString m_savedTo; ///< of the list of places
    bool m_stopped = false;
    bool m_takesBack = false; ///< on its way
    bool m_takenBack = false;
    bool m_saysMissing = false; ///< that columns are needed

    QLabel *m_steps;
    DropArea *m_drop;
    QLabel *m_dropTitle;
    QLabel *m_dropText;
    TouchButton *m_choose;
    QLabel *m_exportText;
    TouchButton *m_export;
    QWidget *m_choosePage;
    ImportMapping *m_mapping;
    QLabel *m_previewTitle;
    TextTable *m_preview;
    QTableView *m_previewView;
    QWidget *m_columnsPage;
    StateView *m_wait;
    QLabel *m_resultTitle;
    FlowRow *m_facts;
    std::vector<Fact> m_factCards;
    QLabel *m_resultLabel;
    TextTable *m_places;
    QTableView *m_placesView;
    QWidget *m_resultPage;
    TouchButton *m_back;
    TouchButton *m_third;
    TouchButton *m_second;
    TouchButton *m_primary;
};

} // namespace oshaq
