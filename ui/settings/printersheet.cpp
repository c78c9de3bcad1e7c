// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/printersheet.h"

#include "models/terminal/idempotencykey.h"
#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/flowrow.h"
#include "ui/common/languageswitch.h"
#include "ui/common/touchbutton.h"
#include "ui/settings/printertext.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int sheetWidth = 620;
constexpr int leastSeconds = 5;
constexpr int mostSeconds = 600;
constexpr int longestName = 60;

// Places in the rows of choices.
enum Prints
{
    Tickets,
    Receipts,
    OnCompletion
};
enum Abilities
{
    InUse,
    TellsState,
    Drawer
};

} // namespace

PrinterSheet::PrinterSheet(PrinterPort &port, const Look &look, QWidget *parent)
    : Sheet(look, Place::Right, sheetWidth, parent)
    , m_port(port)
    , m_band(new Band(look, this))
    , m_nameEdit(new QLineEdit(this))
    , m_kindChoice(new ChoiceRow(look, this))
    , m_addressEdit(new QLineEdit(this))
    , m_widthChoice(new ChoiceRow(look, this))
    , m_languageChoice(new ChoiceRow(look, this))
    , m_printsChoice(new ChoiceRow(look, this))
    , m_stationChoice(new ChoiceRow(look, this))
    , m_abilityChoice(new ChoiceRow(look, this))
    , m_fallbackChoice(new QComboBox(this))
    , m_seconds(new QSpinBox(this))
    , m_buttons(new FlowRow(this))
    , m_remove(new TouchButton(look, this))
    , m_keep(new TouchButton(look, this))
    , m_save(new TouchButton(look, this))
{
    setObjectName(QStringLiteral("printerSheet"));
    m_band->setObjectName(QStringLiteral("printerBand"));
    m_nameEdit->setObjectName(QStringLiteral("printerName"));
    m_nameEdit->setMaxLength(longestName);
    m_addressEdit->setObjectName(QStringLiteral("printerAddress"));
    m_kindChoice->setObjectName(QStringLiteral("printerKind"));
    m_printsChoice->setObjectName(QStringLiteral("printerPrints"));
    m_stationChoice->setObjectName(QStringLiteral("printerStations"));
    m_abilityChoice->setObjectName(QStringLiteral("printerAbilities"));
    m_fallbackChoice->setObjectName(QStringLiteral("printerFallback"));
    m_seconds->setObjectName(QStringLiteral("printerSeconds"));
    m_seconds->setRange(leastSeconds, mostSeconds);
    for (ChoiceRow *row : {m_printsChoice, m_stationChoice, m_abilityChoice})
        row->setMany(true);

    body()->addWidget(m_band);
    const auto field = [this](QWidget *editor) {
        auto *made = new Field(editor, this);
        body()->addWidget(made);
        return made;
    };
    m_name = field(m_nameEdit);
    m_kind = field(m_kindChoice);
    m_address = field(m_addressEdit);
    m_width = field(m_widthChoice);
    m_language = field(m_languageChoice);
    m_prints = field(m_printsChoice);
    m_served = field(m_stationChoice);
    m_abilities = field(m_abilityChoice);
    m_fallback = field(m_fallbackChoice);
    m_after = field(m_seconds);
    body()->addStretch(1);

    m_remove->setObjectName(QStringLiteral("printerRemove"));
    m_remove->setKind(TouchButton::Kind::Danger);
    m_keep->setObjectName(QStringLiteral("printerKeep"));
    m_save->setObjectName(QStringLiteral("printerSave"));
    m_save->setKind(TouchButton::Kind::Primary);
    for (TouchButton *button : {m_remove, m_keep, m_save}) {
        button->setTakesFocus(true);
        m_buttons->addWidget(button);
    }
    footer()->addWidget(m_buttons, 1);

    connect(m_kindChoice, &ChoiceRow::picked, this, &PrinterSheet::updateKind);
    connect(m_printsChoice, &ChoiceRow::picked, this, &PrinterSheet::updateKind);
    connect(m_fallbackChoice, &QComboBox::currentIndexChanged, this, &PrinterSheet::updateKind);
    connect(m_nameEdit, &QLineEdit::textEdited, this, [this] { m_name->setError(QString()); });
    connect(m_addressEdit, &QLineEdit::textEdited, this, [this] {
        m_addressWrong = false;
        m_address->setError(QString());
    });
    for (QLineEdit *line : {m_nameEdit, m_addressEdit})
        connect(line, &QLineEdit::returnPressed, this, &PrinterSheet::save);
    connect(m_save, &TouchButton::clicked, this, [this] {
        if (m_asksLosing) {
            askBeforeLosing(false);
            close();
        } else {
            save();
        }
    });
    connect(m_keep, &TouchButton::clicked, this, [this] {
        askBeforeLosing(false);
        askBeforeRemoving(false);
    });
    connect(m_remove, &TouchButton::clicked, this, [this] {
        if (m_asksRemoving)
            remove();
        else
            askBeforeRemoving(true);
    });
    PrinterSheet::retranslate();
    PrinterSheet::setLook(look);
}

PrinterSheet::~PrinterSheet()
{
    if (m_call != 0)
        m_port.cancel(m_call);
}

void PrinterSheet::setLook(const Look &look)
{
    Sheet::setLook(look);
    m_band->setLook(look);
    for (ChoiceRow *row :
         {m_kindChoice, m_widthChoice, m_languageChoice, m_printsChoice, m_stationChoice, m_abilityChoice})
        row->setLook(look);
    for (TouchButton *button : {m_remove, m_keep, m_save})
        button->setLook(look);
    m_buttons->setSpacing(look.px(10));
    body()->setSpacing(look.px(14));
}

void PrinterSheet::retranslate()
{
    Sheet::retranslate();
    setTitle(m_printer.id == 0 ? tr("New printer") : tr("Printer"));
    m_name->setLabel(tr("Name"));
    m_name->setHint(tr("As people call it: “Grill”, “Counter”."));
    m_kind->setLabel(tr("How it is connected"));
    QStringList kinds;
    for (const PrinterKind kind : allPrinterKinds)
        kinds << PrinterText::kindName(kind);
    m_kindChoice->setTexts(kinds);
    m_address->setLabel(tr("Address"));
    m_width->setLabel(tr("Width of the paper"));
    m_widthChoice->setTexts({tr("%1 mm").arg(58), tr("%1 mm").arg(80)});
    m_language->setLabel(tr("Language of its papers"));
    QStringList languages;
    for (const QString &code : LanguageSwitch::languages())
        languages << LanguageSwitch::nameOf(code);
    m_languageChoice->setTexts(languages);
    m_prints->setLabel(tr("What it prints"));
    m_printsChoice->setTexts({tr("Tickets"), tr("Receipts"), tr("Receipt when completed")});
    m_prints->setHint(tr("“Receipt when completed” prints without anybody asking."));
    m_served->setLabel(tr("Whose tickets"));
    m_served->setHint(tr("None chosen: those of all stations."));
    m_abilities->setLabel(tr("More about it"));
    m_abilityChoice->setTexts({tr("In use"), tr("Tells how it is"), tr("Opens a cash drawer")});
    m_abilities->setHint(tr("Some cheap printers never tell whether they have paper: leave “Tells how it is” out."));
    m_fallback->setLabel(tr("Who takes over when it stays dead"));
    if (m_fallbackChoice->count() > 0)
        m_fallbackChoice->setItemText(0, tr("Nobody: papers wait"));
    m_after->setLabel(tr("Takes over after"));
    //: Unit after a number: seconds
    m_seconds->setSuffix(tr(" s"));
    updateKind();
    if (m_failure)
        m_band->setMessage(PrinterText::failure(*m_failure), Band::Tone::Alarm);
    if (m_asksLosing)
        askBeforeLosing(true);
    else
        askBeforeRemoving(m_asksRemoving);
}

void PrinterSheet::updateKind()
{
    const PrinterKind kind = allPrinterKinds.at(size_t(std::max(0, m_kindChoice->chosen())));
    m_address->setHint(PrinterText::addressHint(kind));
    m_address->setError(m_addressWrong ? PrinterText::addressError(kind) : QString());
    m_printsChoice->setChoiceEnabled(OnCompletion, m_printsChoice->isChosen(Receipts));
    m_served->setVisible(m_printsChoice->isChosen(Tickets) && !m_stations.empty());
    m_fallback->setVisible(m_fallbackChoice->count() > 1);
    m_after->setVisible(m_fallbackChoice->count() > 1 && m_fallbackChoice->currentIndex() > 0);
}

// ---- what is edited

void PrinterSheet::edit(const Printer &printer, const std::vector<Station> &stations,
                        const std::vector<Printer> &others)
{
    m_printer = printer;
    m_stations = stations;
    m_others.clear();
    for (const Printer &other : others) {
        if (other.id != printer.id)
            m_others.push_back(other);
    }
    m_key = newIdempotencyKey();
    m_failure.reset();
    m_name->setError(QString());
    m_addressWrong = false;
    m_asksLosing = false;
    m_asksRemoving = false;
    m_band->setMessage(QString(), Band::Tone::Alarm);
    QStringList names;
    for (const Station &station : m_stations)
        names << station.name;
    m_stationChoice->setTexts(names);
    m_fallbackChoice->clear();
    m_fallbackChoice->addItem(QString());
    for (const Printer &other : m_others)
        m_fallbackChoice->addItem(other.name);
    retranslate();
    write(printer);
    setBusy(false);
}

void PrinterSheet::write(const Printer &printer)
{
    m_nameEdit->setText(printer.name);
    m_addressEdit->setText(printer.address);
    m_kindChoice->setChosen(
        int(std::find(allPrinterKinds.begin(), allPrinterKinds.end(), printer.kind) - allPrinterKinds.begin()));
    m_widthChoice->setChosen(
        int(std::find(printerWidths.begin(), printerWidths.end(), printer.width) - printerWidths.begin()));
    m_languageChoice->setChosen(int(LanguageSwitch::languages().indexOf(printer.language)));
    m_printsChoice->setChosen(Tickets, printer.printsTickets);
    m_printsChoice->setChosen(Receipts, printer.printsReceipts);
    m_printsChoice->setChosen(OnCompletion, printer.receiptOnCompletion);
    for (int i = 0; i < int(m_stations.size()); ++i) {
        m_stationChoice->setChosen(i, std::find(printer.stations.begin(), printer.stations.end(),
                                                m_stations[size_t(i)].id) != printer.stations.end());
    }
    m_abilityChoice->setChosen(InUse, printer.active);
    m_abilityChoice->setChosen(TellsState, printer.answersStatus);
    m_abilityChoice->setChosen(Drawer, printer.hasDrawer);
    const auto fallback = std::find_if(m_others.begin(), m_others.end(),
                                       [&](const Printer &other) { return printer.fallbackId == other.id; });
    m_fallbackChoice->setCurrentIndex(fallback == m_others.end() ? 0 : int(fallback - m_others.begin()) + 1);
    m_seconds->setValue(printer.fallbackAfterSeconds);
    updateKind();
}

Printer PrinterSheet::read() const
{
    Printer printer = m_printer;
    printer.name = m_nameEdit->text().trimmed();
    printer.kind = allPrinterKinds.at(size_t(std::max(0, m_kindChoice->chosen())));
    printer.address = m_addressEdit->text().trimmed();
    if (m_widthChoice->chosen() >= 0)
        printer.width = printerWidths.at(size_t(m_widthChoice->chosen()));
    if (m_languageChoice->chosen() >= 0)
        printer.language = LanguageSwitch::languages().at(m_languageChoice->chosen());
    printer.printsTickets = m_printsChoice->isChosen(Tickets);
    printer.printsReceipts = m_printsChoice->isChosen(Receipts);
    printer.receiptOnCompletion = printer.printsReceipts && m_printsChoice->isChosen(OnCompletion);
    printer.stations.clear();
    for (int i = 0; i < int(m_stations.size()); ++i) {
        if (m_stationChoice->isChosen(i))
            printer.stations.push_back(m_stations[size_t(i)].id);
    }
    printer.active = m_abilityChoice->isChosen(InUse);
    printer.answersStatus = m_abilityChoice->isChosen(TellsState);
    printer.hasDrawer = m_abilityChoice->isChosen(Drawer);
    const int fallback = m_fallbackChoice->currentIndex();
    printer.fallbackId = fallback > 0 ? std::optional(m_others[size_t(fallback - 1)].id) : std::nullopt;
    printer.fallbackAfterSeconds = m_seconds->value();
    return printer;
}

bool PrinterSheet::check(const Printer &printer)
{
    const bool isNameWrong = printer.name.isEmpty();
    m_addressWrong = !checkPrinterAddress(printer.kind, printer.address);
    m_name->setError(QString());
    if (isNameWrong)
        m_name->setProblem([] { return tr("Give it a name."); });
    updateKind();
    if (isNameWrong)
        m_nameEdit->setFocus();
    else if (m_addressWrong)
        m_addressEdit->setFocus();
    return !isNameWrong && !m_addressWrong;
}

// ---- saving and removing

void PrinterSheet::save()
{
    const Printer printer = read();
    if (m_call != 0 || !check(printer))
        return;
    setBusy(true);
    m_call = m_port.savePrinter(m_key, printer, [this](const PortAnswer<ListedPrinter> &answer) {
        m_call = 0;
        setBusy(false);
        if (!answer) {
            handleRefused(answer.failure);
            return;
        }
        m_printer = answer.value->printer;
        Q_EMIT saved(*answer.value);
        close();
    });
}

void PrinterSheet::remove()
{
    if (m_call != 0)
        return;
    setBusy(true);
    m_call = m_port.removePrinter(m_printer.id, [this](const PortAnswer<PortNothing> &answer) {
        m_call = 0;
        setBusy(false);
        askBeforeRemoving(false);
        if (!answer) {
            handleRefused(answer.failure);
            return;
        }
        Q_EMIT removed(m_printer.id);
        close();
    });
}

void PrinterSheet::handleRefused(const PortFailure &failure)
{
    // Beside the field that it is about, where there is one.
    bool said = false;
    for (const ErrorDetail &detail : failure.details) {
        if (detail.path.endsWith(u"name")) {
            const bool isEmpty = m_nameEdit->text().trimmed().isEmpty();
            m_name->setProblem(
                [isEmpty] { return isEmpty ? tr("Give it a name.") : tr("The site does not take this name."); });
            said = true;
        } else if (detail.path.endsWith(u"address")) {
            m_addressWrong = true;
            updateKind();
            said = true;
        }
    }
    if (said)
        return;
    m_failure = failure;
    m_band->setMessage(PrinterText::failure(failure), Band::Tone::Alarm);
}

void PrinterSheet::setBusy(bool busy)
{
    for (TouchButton *button : {m_remove, m_keep, m_save})
        button->setEnabled(!busy);
    if (busy) {
        m_failure.reset();
        m_band->setMessage(QString(), Band::Tone::Alarm);
    }
}

bool PrinterSheet::mayClose()
{
    Printer now = read();
    Printer before = m_printer;
    before.name = before.name.trimmed();
    before.receiptOnCompletion = before.printsReceipts && before.receiptOnCompletion;
    std::sort(now.stations.begin(), now.stations.end());
    std::sort(before.stations.begin(), before.stations.end());
    if (now == before || m_asksLosing)
        return true;
    askBeforeLosing(true);
    return false;
}

void PrinterSheet::askBeforeLosing(bool ask)
{
    m_asksLosing = ask;
    if (ask)
        m_asksRemoving = false;
    m_remove->setVisible(!ask && m_printer.id != 0);
    m_keep->setVisible(ask || m_asksRemoving);
    m_save->setVisible(!m_asksRemoving);
    m_save->setText(ask ? tr("Throw away") : tr("Save"));
    m_remove->setText(m_asksRemoving ? tr("Remove it") : tr("Remove"));
    m_keep->setText(ask ? tr("Go on editing") : tr("Keep it"));
    if (ask)
        m_band->setMessage(tr("What you changed is not saved."), Band::Tone::Warning);
    else if (!m_failure && !m_asksRemoving)
        m_band->setMessage(QString(), Band::Tone::Alarm);
    m_buttons->rearrange();
}

void PrinterSheet::askBeforeRemoving(bool ask)
{
    m_asksRemoving = ask;
    if (ask)
        m_asksLosing = false;
    askBeforeLosing(m_asksLosing);
    if (ask) {
        m_band->setMessage(tr("Remove %1? Papers that wait for it are lost.").arg(m_printer.name), Band::Tone::Warning);
    }
}

} // namespace oshaq
