// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/bankdaysheet.h"

#include "models/terminal/idempotencykey.h"
#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/formats.h"
#include "ui/common/linktext.h"
#include "ui/common/touchbutton.h"
#include "ui/common/zoneclock.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {

QLabel *label(const char *role)
{
    auto *made = new QLabel;
    made->setProperty("role", QLatin1String(role));
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    return made;
}

void setRole(QLabel *text, const QString &role)
{
    if (text->property("role").toString() == role)
        return;
    text->setProperty("role", role);
    text->style()->unpolish(text);
    text->style()->polish(text);
}

QString agreementWords(BankAgreement agreement)
{
    switch (agreement) {
    case BankAgreement::Agrees:
        return BankDaySheet::tr("The bank says the same.");
    case BankAgreement::NotAsked:
        return BankDaySheet::tr("The bank has not been asked about it.");
    case BankAgreement::Open:
        return BankDaySheet::tr("It is not decided yet.");
    case BankAgreement::MissingThere:
        return BankDaySheet::tr("It is paid here, but the bank has no money of it.");
    case BankAgreement::MissingHere:
        return BankDaySheet::tr("The bank has money that does not count here.");
    case BankAgreement::Refunds:
        return BankDaySheet::tr("Another amount was given back at the bank than here.");
    case BankAgreement::Other:
        return BankDaySheet::tr("Somebody has to look at it.");
    }
    return {};
}

QString statusWords(PaymentStatus status)
{
    switch (status) {
    case PaymentStatus::Created:
    case PaymentStatus::Pending:
    case PaymentStatus::Authorised:
        return BankDaySheet::tr("waits for the bank");
    case PaymentStatus::Charged:
        return BankDaySheet::tr("paid");
    case PaymentStatus::Cancelled:
        return BankDaySheet::tr("given up");
    case PaymentStatus::PartRefunded:
        return BankDaySheet::tr("part of it was given back");
    case PaymentStatus::Refunded:
        return BankDaySheet::tr("refunded");
    case PaymentStatus::Failed:
        return BankDaySheet::tr("the bank said no");
    case PaymentStatus::Unknown:
        return BankDaySheet::tr("unknown, checking");
    }
    return {};
}

} // namespace

BankDaySheet::BankDaySheet(StatisticsPort &port, const Look &look, QWidget *parent)
    : Sheet(look, Place::Right, 700, parent)
    , m_port(port)
    , m_before(new TouchButton(look))
    , m_dayLabel(label("strong"))
    , m_after(new TouchButton(look))
    , m_sums(label(""))
    , m_verdict(new Band(look))
    , m_told(label("error"))
    , m_filter(new ChoiceRow(look))
    , m_none(label("muted"))
    , m_list(new QVBoxLayout)
    , m_back(new TouchButton(look))
    , m_ask(new TouchButton(look))
{
    setObjectName(QStringLiteral("bankDaySheet"));
    m_before->setObjectName(QStringLiteral("bankDayBefore"));
    m_after->setObjectName(QStringLiteral("bankDayAfter"));
    m_before->setIconName(QStringLiteral("previous"));
    m_after->setIconName(QStringLiteral("next"));
    m_dayLabel->setAlignment(Qt::AlignCenter);
    m_sums->setObjectName(QStringLiteral("bankDaySums"));
    m_filter->setObjectName(QStringLiteral("bankDayFilter"));
    m_ask->setObjectName(QStringLiteral("bankDayAsk"));
    m_ask->setKind(TouchButton::Kind::Primary);
    m_back->setKeys({QStringLiteral("Esc")});
    for (TouchButton *button : {m_before, m_after, m_back, m_ask})
        button->setTakesFocus(true);
    auto *days = new QHBoxLayout;
    days->addWidget(m_before);
    days->addWidget(m_dayLabel, 1);
    days->addWidget(m_after);
    body()->addLayout(days);
    body()->addWidget(m_sums);
    body()->addWidget(m_verdict);
    body()->addWidget(m_told);
    body()->addWidget(m_filter);
    body()->addWidget(m_none);
    body()->addLayout(m_list);
    body()->addStretch(1);
    footer()->addWidget(m_back);
    footer()->addStretch(1);
    footer()->addWidget(m_ask);
    connect(m_back, &TouchButton::clicked, this, &Sheet::close);
    connect(m_ask, &TouchButton::clicked, this, &BankDaySheet::askBank);
    connect(m_before, &TouchButton::clicked, this, [this] { setDay(m_day.addDays(-1)); });
    connect(m_after, &TouchButton::clicked, this, [this] { setDay(m_day.addDays(1)); });
    connect(m_filter, &ChoiceRow::picked, this, &BankDaySheet::showRows);
    connect(this, &Sheet::closed, this, &BankDaySheet::forget);
    setLook(look);
    retranslate();
}

BankDaySheet::~BankDaySheet()
{
    forget();
    if (m_askCall != 0)
        m_port.cancel(m_askCall);
}

void BankDaySheet::forget()
{
    if (m_call != 0)
        m_port.cancel(std::exchange(m_call, 0));
}

void BankDaySheet::setLook(const Look &look)
{
    for (TouchButton *button : {m_before, m_after, m_back, m_ask})
        button->setLook(look);
    m_verdict->setLook(look);
    m_filter->setLook(look);
    m_list->setSpacing(look.px(14));
    Sheet::setLook(look);
}

void BankDaySheet::retranslate()
{
    Sheet::retranslate();
    setTitle(tr("Compare with the bank"));
    m_before->setAccessibleName(tr("Day before"));
    m_after->setAccessibleName(tr("Day after"));
    m_back->setText(tr("Back"));
    const int chosen = m_filter->chosen();
    m_filter->setTexts({tr("What differs"), tr("All payments")});
    m_filter->setAccessibleName(tr("Which payments are shown"));
    m_filter->setChosen(std::max(0, chosen));
    showAll();
}

void BankDaySheet::begin(const QDate &day, const QDate &today)
{
    m_today = today;
    m_filter->setChosen(0);
    open(m_ask);
    setDay(day);
}

void BankDaySheet::setDay(const QDate &day)
{
    m_day = std::min(day, m_today);
    m_known.reset();
    m_askFailure.reset();
    m_asked = false;
    if (m_askCall == 0)
        m_key.clear();
    read();
}

void BankDaySheet::read()
{
    forget();
    m_failure.reset();
    m_call = m_port.bankDay(m_day, [this](const PortAnswer<BankDay> &answer) {
        m_call = 0;
        if (answer)
            m_known = answer.value;
        else
            m_failure = answer.failure;
        showAll();
    });
    showAll();
}

void BankDaySheet::askBank()
{
    if (m_askCall != 0)
        return;
    if (m_failure) {
        read();
        return;
    }
    if (m_key.isEmpty())
        m_key = newIdempotencyKey();
    m_askFailure.reset();
    m_asked = false;
    m_askCall = m_port.askBank(m_key, m_day, [this, day = m_day](const PortAnswer<PortNothing> &answer) {
        m_askCall = 0;
        const bool mayHaveHappened = !answer && (answer.failure.kind == PortFailure::Kind::Unreachable ||
                                                 answer.failure.kind == PortFailure::Kind::Broken);
        if (!mayHaveHappened)
            m_key.clear();
        if (day == m_day) {
            m_asked = bool(answer);
            m_askFailure = answer ? std::nullopt : std::optional(answer.failure);
            if (answer && isOpen())
                read();
        }
        showAll();
    });
    showAll();
}

int BankDaySheet::differences() const
{
    if (!m_known)
        return 0;
    return int(std::count_if(m_known->rows.begin(), m_known->rows.end(),
                             [](const BankDayRow &row) { return row.agreement != BankAgreement::Agrees; }));
}

void BankDaySheet::showAll()
{
    if (!m_day.isValid())
        return;
    const QString day = QLocale().toString(m_day, QStringLiteral("ddd, d MMM yyyy"));
    m_dayLabel->setText(m_day == m_today ? tr("Today, %1").arg(day) : day);
    m_after->setEnabled(m_day < m_today);
    QString sums;
    QString verdict;
    Band::Tone tone = Band::Tone::Notice;
    if (m_failure) {
        sums = LinkText::failure(*m_failure);
    } else if (!m_known) {
        sums = tr("On the way.");
    } else {
        const Currency &currency = m_known->currency;
        sums = tr("Here: %1 paid, %2 given back")
                   .arg(formats::money(m_known->chargedMinor, currency),
                        formats::money(m_known->refundedMinor, currency)) +
               u'\n' +
               tr("The bank: %1 paid, %2 given back")
                   .arg(formats::money(m_known->bankChargedMinor, currency),
                        formats::money(m_known->bankRefundedMinor, currency));
        const int count = differences();
        if (count == 1)
            verdict = tr("1 payment has to be looked at.");
        else if (count > 1)
            verdict = tr("%n payments have to be looked at.", nullptr, count);
        else if (!m_known->rows.empty())
            verdict = tr("The bank says the same of every payment.");
        tone = count > 0 ? Band::Tone::Warning : Band::Tone::Notice;
    }
    m_sums->setText(sums);
    setRole(m_sums, m_failure ? QStringLiteral("error") : QString());
    m_verdict->setMessage(verdict, tone);
    QString told;
    if (m_askFailure)
        told = tr("The bank was not asked.") + u' ' + LinkText::failure(*m_askFailure);
    else if (m_asked)
        told = tr("The bank is being asked; what it says comes here one by one. Look again in a moment.");
    m_told->setText(told);
    m_told->setVisible(!told.isEmpty());
    setRole(m_told, m_askFailure ? QStringLiteral("error") : QStringLiteral("strong"));
    m_ask->setEnabled(m_askCall == 0);
    m_ask->setText(m_askCall != 0 ? tr("Asking the bank") : m_failure ? tr("Try again") : tr("Ask the bank again"));
    showRows();
}

void BankDaySheet::showRows()
{
    for (const Row &row : std::exchange(m_rows, {})) {
        row.box->hide();
        m_list->removeWidget(row.box);
        row.box->deleteLater();
    }
    const bool isKnown = m_known && !m_failure;
    m_filter->setVisible(isKnown && !m_known->rows.empty());
    const bool all = m_filter->chosen() == 1;
    const ZoneClock clock(m_port.business().timeZone);
    for (std::size_t i = 0; isKnown && i < m_known->rows.size(); ++i) {
        const BankDayRow &one = m_known->rows[i];
        if (!all && one.agreement == BankAgreement::Agrees)
            continue;
        Row row{new QWidget(this), label("strong"), label("caption"), label("")};
        row.box->setObjectName(QStringLiteral("bankDayRow"));
        auto *lines = new QVBoxLayout(row.box);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(look().px(4));
        for (QLabel *text : {row.title, row.facts, row.difference})
            lines->addWidget(text);
        const Currency &currency = m_known->currency;
        row.title->setText(one.orderNumber + QStringLiteral(" · ") + formats::money(one.amountMinor, currency) +
                           QStringLiteral(" · ") + statusWords(one.status));
        QStringList facts{clock.time(one.createdAtMs),
                          tr("the bank: %1").arg(formats::money(one.bankAmountMinor, currency))};
        if (one.refundedMinor > 0 || one.bankRefundedMinor > 0) {
            facts << tr("given back: %1 here, %2 there")
                         .arg(formats::money(one.refundedMinor, currency),
                              formats::money(one.bankRefundedMinor, currency));
        }
        row.facts->setText(facts.join(QStringLiteral(" · ")));
        QString words = agreementWords(one.agreement);
        if (!one.problem.isEmpty())
            words += u' ' + tr("The site noted: %1").arg(one.problem);
        row.difference->setText(words);
        const bool isAlarming = one.agreement != BankAgreement::Agrees && one.agreement != BankAgreement::Open;
        setRole(row.difference, isAlarming ? QStringLiteral("error") : QStringLiteral("caption"));
        m_list->addWidget(row.box);
        row.box->show();
        m_rows.push_back(row);
    }
    QString none;
    if (isKnown && m_known->rows.empty())
        none = tr("Nothing was paid through the bank on that day.");
    else if (isKnown && m_rows.empty())
        none = tr("Nothing differs.");
    m_none->setText(none);
    m_none->setVisible(!none.isEmpty());
}

QString BankDaySheet::sumsText() const
{
    return m_sums->text();
}

QString BankDaySheet::toldText() const
{
    return m_told->isHidden() ? QString() : m_told->text();
}

QStringList BankDaySheet::rows() const
{
    QStringList all;
    for (const Row &row : m_rows)
        all << QStringList{row.title->text(), row.facts->text(), row.difference->text()}.join(QStringLiteral(": "));
    return all;
}

} // namespace oshaq
