// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/kitchenport.h"
#include "models/terminal/printerport.h"
#include "ui/settings/printercard.h"
#include "ui/settings/settingssection.h"

#include <QSet>
#include <QTimer>

#include <map>
#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace oshaq {

class Band;
class PaperRow;
class PrinterSheet;
class StateView;
class TouchButton;

/// The hub's printers: how each of them is, what can be tried with it, and the papers that wait or have ended. Asks
/// again every few seconds while it is seen, and never while it is not.
class PrintersSection final : public SettingsSection
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrintersSection)

public:
    /// `site`: whose stations, clock and time zone. Both must outlive the section.
    PrintersSection(PrinterPort &port, const KitchenPort &site, const Look &look, QWidget *parent = nullptr);
    ~PrintersSection() override;

    QString key() const override { return QStringLiteral("printers"); }
    QString iconName() const override { return QStringLiteral("printer"); }
    QString title() const override { return tr("Printers"); }
    QString summary() const override { return tr("What prints tickets and receipts of this site, and how it is."); }
    void setLook(const Look &look) override;

    const std::vector<PrinterCard *> &cards() const { return m_cards; }
    const std::vector<PaperRow *> &papers() const { return m_papers; }
    PrinterSheet *sheet() const { return m_sheet; }
    StateView *stateView() const { return m_state; }
    Band *band() const { return m_band; }
    TouchButton *addButton() const { return m_add; }
    /// As its timer does.
    void refresh();
    bool isRefreshing() const { return m_timer.isActive(); }

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Try
    {
        PrinterCard::Trial trial;
        QString key;      ///< idempotency: the same until there is an answer
        qint64 jobId = 0; ///< whose end is awaited
        std::optional<PortFailure> failure;
        PrintFault fault = PrintFault::None;
    };

    void ask();
    void forget();
    void startTry(qint64 printerId, PrintJobKind kind);
    void followTries();
    void handleJob(qint64 jobId, bool retry);
    void openSheet(const Printer &printer);
    void rebuild();
    void tell(const std::optional<PortFailure> &failure);
    QString whyOf(const Try &one) const;
    const ListedPrinter *find(qint64 printerId) const;

    PrinterPort &m_port;
    const KitchenPort &m_site;
    Look m_look;
    std::optional<std::vector<ListedPrinter>> m_known;
    std::vector<PrintJob> m_jobs;
    std::optional<PortFailure> m_failure; ///< of the last question for the list
    std::optional<PortFailure> m_told;    ///< of something that a person wanted
    qint64 m_knownAtMs = 0;
    std::map<qint64, Try> m_tries; ///< by printer
    std::map<qint64, QString> m_jobKeys;
    QSet<PortCall> m_calls; ///< on their way; forgotten when nobody looks any more
    PortCall m_listCall = 0;
    PortCall m_jobsCall = 0;
    QTimer m_timer;

    Band *m_band;
    StateView *m_state;
    std::vector<PrinterCard *> m_cards;
    std::vector<PaperRow *> m_papers;
    QLabel *m_papersTitle;
    TouchButton *m_add;
    PrinterSheet *m_sheet = nullptr;
    QVBoxLayout *m_cardLayout;
    QVBoxLayout *m_paperLayout;
    QVBoxLayout *m_layout;
};

} // namespace oshaq
