// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/terminal/printerport.h"
#include "ui/common/sheet.h"

#include <optional>
#include <vector>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace oshaq {

class Band;
class ChoiceRow;
class Field;
class FlowRow;
class TouchButton;

/// A printer, new or known: how it is reached and what it prints. What is wrong stands beside its field; what was typed
/// stays until it is saved or somebody says that it may go.
class PrinterSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrinterSheet)

public:
    /// The port must outlive the sheet.
    PrinterSheet(PrinterPort &port, const Look &look, QWidget *parent);
    ~PrinterSheet() override;

    void setLook(const Look &look) override;
    /// `others`: all known printers, of which another one may take over.
    void edit(const Printer &printer, const std::vector<Station> &stations, const std::vector<Printer> &others);
    qint64 printerId() const { return m_printer.id; }

Q_SIGNALS:
    void saved(const ListedPrinter &state);
    void removed(qint64 printerId);

protected:
    bool mayClose() override;
    void retranslate() override;

private:
    Printer read() const;
    void write(const Printer &printer);
    bool check(const Printer &printer);
    void save();
    void remove();
    void handleRefused(const PortFailure &failure);
    void setBusy(bool busy);
    void askBeforeLosing(bool ask);
    void askBeforeRemoving(bool ask);
    void updateKind();

    PrinterPort &m_port;
    Printer m_printer;
    std::vector<Station> m_stations;
    std::vector<Printer> m_others;
    QString m_key; ///< idempotency: the same until it is saved
    PortCall m_call = 0;
    bool m_asksLosing = false;
    bool m_asksRemoving = false;
    std::optional<PortFailure> m_failure; ///< told in the band
    bool m_addressWrong = false;

    Band *m_band;
    Field *m_name;
    Field *m_kind;
    Field *m_address;
    Field *m_width;
    Field *m_language;
    Field *m_prints;
    Field *m_served;
    Field *m_abilities;
    Field *m_fallback;
    Field *m_after;
    QLineEdit *m_nameEdit;
    ChoiceRow *m_kindChoice;
    QLineEdit *m_addressEdit;
    ChoiceRow *m_widthChoice;
    ChoiceRow *m_languageChoice;
    ChoiceRow *m_printsChoice;
    ChoiceRow *m_stationChoice;
    ChoiceRow *m_abilityChoice;
    QComboBox *m_fallbackChoice;
    QSpinBox *m_seconds;
    FlowRow *m_buttons;
    TouchButton *m_remove;
    TouchButton *m_keep;
    TouchButton *m_save;
};

} // namespace oshaq
