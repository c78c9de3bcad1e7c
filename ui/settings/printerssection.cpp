// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/printerssection.h"

#include "models/terminal/idempotencykey.h"
#include "ui/common/band.h"
#include "ui/common/page.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/settings/paperrow.h"
#include "ui/settings/printersheet.h"
#include "ui/settings/printertext.h"

#include <QBoxLayout>
#include <QLabel>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int refreshMs = 3000;
constexpr size_t mostPapers = 20;

} // namespace

PrintersSection::PrintersSection(PrinterPort &port, const KitchenPort &site, const Look &look, QWidget *parent)
    : SettingsSection(parent)
    , m_port(port)
    , m_site(site)
    , m_look(look)
    , m_band(new Band(look, this))
    , m_state(new StateView(look, this))
    , m_papersTitle(new QLabel(this))
    , m_add(new TouchButton(look, this))
    , m_cardLayout(new QVBoxLayout)
    , m_paperLayout(new QVBoxLayout)
    , m_layout(new QVBoxLayout(this))
{
    m_band->setObjectName(QStringLiteral("printersBand"));
    m_state->setObjectName(QStringLiteral("printersState"));
    m_add->setObjectName(QStringLiteral("printerAdd"));
    m_add->setKind(TouchButton::Kind::Primary);
    m_add->setIconName(QStringLiteral("plus"));
    m_add->setTakesFocus(true);
    m_papersTitle->setProperty("role", QStringLiteral("title"));
    m_paperLayout->setSpacing(0);
    m_layout->addWidget(m_band);
    m_layout->addWidget(m_state, 1);
    m_layout->addLayout(m_cardLayout);
    m_layout->addWidget(m_add);
    m_layout->addWidget(m_papersTitle);
    m_layout->addLayout(m_paperLayout);
    m_layout->addStretch(1);

    connect(m_add, &TouchButton::clicked, this, [this] { openSheet(Printer()); });
    connect(m_state->actionButton(), &TouchButton::clicked, this, [this] {
        if (m_known)
            openSheet(Printer());
        else
            refresh();
    });
    connect(m_band->actionButton(), &TouchButton::clicked, this, [this] {
        m_told.reset();
        refresh();
    });
    m_timer.setInterval(refreshMs);
    connect(&m_timer, &QTimer::timeout, this, &PrintersSection::refresh);
    retranslate();
    setLook(look);
}

PrintersSection::~PrintersSection()
{
    forget();
}

void PrintersSection::setLook(const Look &look)
{
    m_look = look;
    m_band->setLook(look);
    m_state->setLook(look);
    m_add->setLook(look);
    for (PrinterCard *card : m_cards)
        card->setLook(look);
    for (PaperRow *row : m_papers)
        row->setLook(look);
    if (m_sheet)
        m_sheet->adoptLook(look);
    m_state->setMinimumHeight(look.px(280));
    m_cardLayout->setSpacing(look.px(12));
    m_layout->setContentsMargins(0, look.px(12), look.px(8), look.px(24));
    m_layout->setSpacing(look.px(14));
}

void PrintersSection::retranslate()
{
    m_add->setText(tr("Add a printer"));
    m_papersTitle->setText(tr("Papers"));
    m_band->setAction(tr("Try again"), QString());
    rebuild();
}

// ---- asking

void PrintersSection::showEvent(QShowEvent *event)
{
    m_timer.start();
    refresh();
    SettingsSection::showEvent(event);
}

void PrintersSection::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    // What was asked for may happen all the same; lists are asked for again when somebody looks.
    for (PortCall call : {m_listCall, m_jobsCall}) {
        if (call != 0)
            m_port.cancel(call);
    }
    m_listCall = 0;
    m_jobsCall = 0;
    SettingsSection::hideEvent(event);
}

void PrintersSection::forget()
{
    for (PortCall call : {m_listCall, m_jobsCall}) {
        if (call != 0)
            m_port.cancel(call);
    }
    for (PortCall call : std::as_const(m_calls))
        m_port.cancel(call);
    m_calls.clear();
}

void PrintersSection::refresh()
{
    if (!isVisible())
        return;
    ask();
}

void PrintersSection::ask()
{
    // A slow hub is not asked twice.
    if (m_listCall == 0) {
        m_listCall = m_port.printers([this](const PortAnswer<std::vector<ListedPrinter>> &answer) {
            m_listCall = 0;
            if (answer) {
                m_known = *answer.value;
                m_knownAtMs = m_site.hubNowMs();
                m_failure.reset();
            } else {
                m_failure = answer.failure;
            }
            rebuild();
        });
    }
    if (m_jobsCall == 0) {
        m_jobsCall = m_port.jobs(false, [this](const PortAnswer<std::vector<PrintJob>> &answer) {
            m_jobsCall = 0;
            if (!answer)
                return; // the other question says it
            m_jobs = *answer.value;
            followTries();
            rebuild();
        });
    }
}

// ---- trying

void PrintersSection::startTry(qint64 printerId, PrintJobKind kind)
{
    Try &one = m_tries[printerId];
    if (one.trial.state == PrinterCard::Trial::State::Asked)
        return;
    // After a question without an answer the same one is asked again: it may have arrived.
    const bool again = one.failure && one.trial.kind == kind && !one.key.isEmpty();
    const QString key = again ? one.key : newIdempotencyKey();
    one = Try{{PrinterCard::Trial::State::Asked, kind, {}}, key, 0, std::nullopt, PrintFault::None};
    auto call = std::make_shared<PortCall>(0);
    const auto done = [this, printerId, call](const PortAnswer<PrintJob> &answer) {
        m_calls.remove(*call);
        Try &tried = m_tries[printerId];
        if (answer) {
            tried.jobId = answer.value->id;
            tried.key.clear();
            refresh();
        } else {
            tried.trial.state = PrinterCard::Trial::State::Failed;
            tried.failure = answer.failure;
            if (answer.failure.kind != PortFailure::Kind::Unreachable)
                tried.key.clear();
        }
        rebuild();
    };
    *call =
        kind == PrintJobKind::Test ? m_port.printTest(key, printerId, done) : m_port.openDrawer(key, printerId, done);
    m_calls.insert(*call);
    rebuild();
}

void PrintersSection::followTries()
{
    for (auto &[printerId, one] : m_tries) {
        if (one.trial.state != PrinterCard::Trial::State::Asked || one.jobId == 0)
            continue;
        const auto job = std::find_if(m_jobs.begin(), m_jobs.end(),
                                      [id = one.jobId](const PrintJob &candidate) { return candidate.id == id; });
        if (job == m_jobs.end() || !isOver(job->state))
            continue;
        const bool printed = job->state == PrintJobState::Printed;
        one.trial.state = printed ? PrinterCard::Trial::State::Done : PrinterCard::Trial::State::Failed;
        one.fault = job->fault;
    }
}

QString PrintersSection::whyOf(const Try &one) const
{
    if (one.failure)
        return PrinterText::failure(*one.failure);
    return PrinterText::faultAndAdvice(one.fault);
}

void PrintersSection::handleJob(qint64 jobId, bool retry)
{
    QString &key = m_jobKeys[jobId];
    if (key.isEmpty())
        key = newIdempotencyKey();
    auto call = std::make_shared<PortCall>(0);
    const auto done = [this, jobId, call](const PortAnswer<PrintJob> &answer) {
        m_calls.remove(*call);
        const bool again = !answer && answer.failure.kind == PortFailure::Kind::Unreachable;
        if (!again)
            m_jobKeys.erase(jobId);
        tell(answer ? std::nullopt : std::optional(answer.failure));
        refresh();
    };
    *call = retry ? m_port.retryJob(key, jobId, done) : m_port.cancelJob(key, jobId, done);
    m_calls.insert(*call);
    for (PaperRow *row : m_papers) {
        if (row->jobId() == jobId)
            row->setBusy(true);
    }
}

// ---- the sheet

void PrintersSection::openSheet(const Printer &printer)
{
    if (!m_sheet) {
        // Over the whole page, not only over the section.
        QWidget *page = this;
        for (QWidget *at = this; at; at = at->parentWidget()) {
            if (qobject_cast<Page *>(at))
                page = at;
        }
        m_sheet = new PrinterSheet(m_port, m_look, page);
        connect(m_sheet, &PrinterSheet::saved, this, [this](const ListedPrinter &state) {
            if (!m_known)
                m_known.emplace();
            const auto same = std::find_if(m_known->begin(), m_known->end(), [&state](const ListedPrinter &one) {
                return one.printer.id == state.printer.id;
            });
            if (same == m_known->end())
                m_known->push_back(state);
            else
                *same = state;
            rebuild();
            refresh();
        });
        connect(m_sheet, &PrinterSheet::removed, this, [this](qint64 printerId) {
            if (m_known)
                std::erase_if(*m_known, [=](const ListedPrinter &one) { return one.printer.id == printerId; });
            m_tries.erase(printerId);
            rebuild();
            refresh();
        });
    }
    std::vector<Printer> others;
    if (m_known) {
        for (const ListedPrinter &state : *m_known)
            others.push_back(state.printer);
    }
    m_sheet->edit(printer, m_site.stations(), others);
    m_sheet->open(m_sheet->findChild<QWidget *>(QStringLiteral("printerName")));
}

// ---- showing

const ListedPrinter *PrintersSection::find(qint64 printerId) const
{
    if (!m_known)
        return nullptr;
    const auto found = std::find_if(m_known->begin(), m_known->end(),
                                    [=](const ListedPrinter &one) { return one.printer.id == printerId; });
    return found == m_known->end() ? nullptr : &*found;
}

void PrintersSection::tell(const std::optional<PortFailure> &failure)
{
    m_told = failure;
    rebuild();
}

void PrintersSection::rebuild()
{
    const ZoneClock clock(m_site.timeZone());
    const qint64 now = m_site.hubNowMs();
    if (!m_known && m_failure)
        m_state->setState(QStringLiteral("link"), tr("The printers are not known"), PrinterText::failure(*m_failure),
                          tr("Try again"));
    else if (!m_known)
        m_state->setState(QStringLiteral("printer"), tr("Asking for the printers"), tr("One moment."));
    else
        m_state->setState(QStringLiteral("printer"), tr("No printers yet"),
                          tr("Kitchens without a screen get their tickets on paper, and guests their receipts."),
                          tr("Add a printer"));
    const bool any = m_known && !m_known->empty();
    m_state->setVisible(!any);
    m_add->setVisible(any);
    if (m_told)
        m_band->setMessage(PrinterText::failure(*m_told), Band::Tone::Alarm);
    else if (m_known && m_failure)
        m_band->setMessage(
            tr("As it was at %1. %2").arg(clock.moment(m_knownAtMs, now), PrinterText::failure(*m_failure)),
            Band::Tone::Warning);
    else
        m_band->setMessage(QString(), Band::Tone::Warning);

    const std::vector<Station> stations = m_site.stations();
    const size_t count = m_known ? m_known->size() : 0;
    while (m_cards.size() > count) {
        m_cards.back()->hide();
        m_cards.back()->deleteLater(); // one of its buttons may be what was just pressed
        m_cards.pop_back();
    }
    while (m_cards.size() < count) {
        auto *card = new PrinterCard(m_look, this);
        connect(card->edit, &TouchButton::clicked, this, [this, card] {
            if (const ListedPrinter *state = find(card->printerId()))
                openSheet(state->printer);
        });
        connect(card->test, &TouchButton::clicked, this,
                [this, card] { startTry(card->printerId(), PrintJobKind::Test); });
        connect(card->drawer, &TouchButton::clicked, this,
                [this, card] { startTry(card->printerId(), PrintJobKind::Drawer); });
        m_cardLayout->addWidget(card);
        m_cards.push_back(card);
    }
    for (size_t i = 0; i < count; ++i) {
        const ListedPrinter &state = (*m_known)[i];
        const auto tried = m_tries.find(state.printer.id);
        PrinterCard::Trial trial;
        if (tried != m_tries.end()) {
            trial = tried->second.trial;
            trial.why = whyOf(tried->second);
        }
        m_cards[i]->setPrinter(state, stations, trial, clock, now);
    }

    const size_t papers = any ? std::min(m_jobs.size(), mostPapers) : 0;
    m_papersTitle->setVisible(papers > 0);
    while (m_papers.size() > papers) {
        m_papers.back()->hide();
        m_papers.back()->deleteLater();
        m_papers.pop_back();
    }
    while (m_papers.size() < papers) {
        auto *row = new PaperRow(m_look, this);
        connect(row->retry, &TouchButton::clicked, this, [this, row] { handleJob(row->jobId(), true); });
        connect(row->cancel, &TouchButton::clicked, this, [this, row] { handleJob(row->jobId(), false); });
        m_paperLayout->addWidget(row);
        m_papers.push_back(row);
    }
    for (size_t i = 0; i < papers; ++i) {
        const PrintJob &job = m_jobs[i];
        const ListedPrinter *printer = find(job.sentToId.value_or(job.printerId));
        m_papers[i]->setBusy(false);
        m_papers[i]->setPaper(job, printer ? printer->printer.name : QString(), clock, now);
    }
}

} // namespace oshaq
