// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/paysheet.h"

#include "models/domain/uuid7.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/formats.h"
#include "ui/common/linktext.h"
#include "ui/common/qrpicture.h"
#include "ui/common/touchbutton.h"
#include "ui/common/zoneclock.h"
#include "ui/orders/entry/billsplit.h"
#include "ui/orders/entry/drafttext.h"
#include "ui/orders/entry/entrywidgets.h"
#include "ui/orders/entry/paymath.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <array>
#include <utility>

namespace oshaq {

namespace {

/// As they stand side by side; the last one only for a guest who has a card at the bank.
constexpr std::array offeredMethods{PaymentMethod::Cash, PaymentMethod::CardReader, PaymentMethod::Halyk,
                                    PaymentMethod::SavedCard};

int placeOf(PaymentMethod method)
{
    const auto found = std::find(offeredMethods.begin(), offeredMethods.end(), method);
    return found == offeredMethods.end() ? 0 : int(found - offeredMethods.begin());
}

/// "VISA •••• 1234"
QString cardName(const SavedCard &card)
{
    const QString end = QStringLiteral("•••• ") + card.mask.right(4);
    return card.type.isEmpty() ? end : card.type + u' ' + end;
}

QString methodName(PaymentMethod method)
{
    switch (method) {
    case PaymentMethod::Cash:
        return PaySheet::tr("Cash");
    case PaymentMethod::CardReader:
        return PaySheet::tr("Card reader");
    case PaymentMethod::Halyk:
        return PaySheet::tr("Guest's phone");
    case PaymentMethod::SavedCard:
        return PaySheet::tr("Saved card");
    }
    return {};
}

} // namespace

PaySheet::PaySheet(OrdersPort &port, ArchivePort &archive, TillPort &till, const Look &look, QWidget *parent)
    : EntrySheet(look, Place::Right, 760, parent)
    , m_port(port)
    , m_archive(archive)
    , m_till(till)
    , m_dueName(entry::label(QStringLiteral("muted"), nullptr))
    , m_due(entry::label(QStringLiteral("title"), nullptr))
    , m_paymentsLabel(entry::label(QStringLiteral("caption"), nullptr))
    , m_page(new QWidget)
    , m_code(new QrPicture(look))
    , m_pageText(entry::label(QStringLiteral("strong"), nullptr))
    , m_form(new QWidget)
    , m_methods(new ChoiceRow(look))
    , m_cardRow(new ChoiceRow(look))
    , m_amount(new QLineEdit)
    , m_amountField(new Field(m_amount))
    , m_share(new BillSplit(look))
    , m_tip(new QLineEdit)
    , m_tipField(new Field(m_tip))
    , m_tendered(new QLineEdit)
    , m_tenderedField(new Field(m_tendered))
    , m_quick(new ChoiceRow(look))
    , m_slip(new QLineEdit)
    , m_slipField(new Field(m_slip))
    , m_pad(new NumberPad(look, false))
    , m_changeName(entry::label(QStringLiteral("muted"), nullptr))
    , m_change(entry::label(QStringLiteral("title"), nullptr))
{
    setObjectName(QStringLiteral("paySheet"));
    m_amount->setObjectName(QStringLiteral("payAmount"));
    m_tip->setObjectName(QStringLiteral("payTip"));
    m_tendered->setObjectName(QStringLiteral("payTendered"));
    m_slip->setObjectName(QStringLiteral("paySlip"));
    m_slip->setMaxLength(40);
    m_methods->setObjectName(QStringLiteral("payMethods"));
    m_cardRow->setObjectName(QStringLiteral("payCards"));
    m_quick->setObjectName(QStringLiteral("payQuick"));
    for (QLineEdit *edit : {m_amount, m_tip, m_tendered, m_slip}) {
        edit->installEventFilter(this);
        edit->setMaxLength(40);
    }

    auto *due = new QVBoxLayout;
    due->addWidget(m_dueName);
    due->addWidget(m_due);
    auto *change = new QVBoxLayout;
    change->addWidget(m_changeName);
    change->addWidget(m_change);
    auto *figures = new QHBoxLayout;
    figures->addLayout(due, 1);
    figures->addLayout(change, 1);
    body()->addLayout(figures);
    body()->addWidget(m_paymentsLabel);

    auto *left = new QVBoxLayout;
    left->addWidget(m_share);
    left->addWidget(m_methods);
    left->addWidget(m_cardRow);
    left->addWidget(m_amountField);
    left->addWidget(m_tenderedField);
    left->addWidget(m_quick);
    left->addWidget(m_slipField);
    left->addWidget(m_tipField);
    left->addStretch(1);
    auto *columns = new QHBoxLayout(m_form);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->addLayout(left, 3);
    auto *right = new QVBoxLayout;
    right->addWidget(m_pad);
    right->addStretch(1);
    columns->addLayout(right, 2);
    m_columns = {left, right};
    auto *page = new QVBoxLayout(m_page);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_code, 0, Qt::AlignHCenter);
    m_pageText->setAlignment(Qt::AlignHCenter);
    page->addWidget(m_pageText);
    body()->addWidget(m_page);
    body()->addWidget(m_form);
    body()->addStretch(1);

    connect(m_methods, &ChoiceRow::picked, this, [this] {
        showMethod();
        showChange();
    });
    connect(m_quick, &ChoiceRow::picked, this, [this](int index) {
        m_tendered->setText(formats::amount(m_quickMinor.at(std::size_t(index)), m_currency));
        showChange();
    });
    connect(m_share, &BillSplit::changed, this, [this] {
        m_amount->setText(formats::amount(m_share->shareMinor(), m_currency));
        m_tendered->clear();
        showChange();
    });
    for (QLineEdit *edit : {m_amount, m_tip, m_tendered, m_slip})
        connect(edit, &QLineEdit::textEdited, this, [this] { showChange(); });
    connect(&m_port, &OrdersPort::ordersChanged, this, [this] {
        if (const auto entry = m_port.order(m_orderId); entry && isOpen() && !m_finished) {
            const bool isOther = m_order.version != entry->order.version;
            m_order = entry->order;
            showDue();
            // The bank has said something.
            if (isOther && waitingPage())
                askPayments();
        }
    });
    connect(&m_port, &OrdersPort::orderKnown, this, [this](qint64 localId, qint64 orderId) {
        if (m_orderId != localId)
            return;
        m_orderId = orderId;
        if (isOpen())
            askPayments();
    });
    setLook(look);
    retranslate();
}

PaySheet::~PaySheet()
{
    for (const auto &call : {m_paymentsCall, m_payCall}) {
        if (call)
            m_archive.cancel(*call);
    }
    for (const auto &call : {m_pageCall, m_cardsCall}) {
        if (call)
            m_till.cancel(*call);
    }
}

void PaySheet::setLook(const Look &look)
{
    m_methods->setLook(look);
    m_cardRow->setLook(look);
    m_quick->setLook(look);
    m_share->setLook(look);
    m_pad->setLook(look);
    m_code->setLook(look);
    m_page->layout()->setSpacing(look.px(14));
    m_form->layout()->setSpacing(look.px(20));
    for (QLayout *column : m_columns)
        column->setSpacing(look.px(10));
    const QString big = QStringLiteral("font-size: %1px; font-weight: 800;").arg(look.px(38));
    m_due->setStyleSheet(big);
    m_change->setStyleSheet(big);
    EntrySheet::setLook(look);
}

void PaySheet::retranslate()
{
    EntrySheet::retranslate();
    const int method = m_methods->chosen();
    QStringList names;
    for (const PaymentMethod one : offeredMethods) {
        if (one != PaymentMethod::SavedCard || !m_cards.empty())
            names << methodName(one);
    }
    m_methods->setTexts(names);
    m_methods->setAccessibleName(tr("How it is paid"));
    m_methods->setChosen(method < 0 || method >= names.size() ? 0 : method);
    for (int i = 0; i < m_methods->count(); ++i)
        m_methods->button(i)->setKeys({QStringLiteral("F%1").arg(6 + i)});
    QStringList cards;
    for (const SavedCard &card : m_cards)
        cards << cardName(card);
    const int card = m_cardRow->chosen();
    m_cardRow->setTexts(cards);
    m_cardRow->setAccessibleName(tr("The guest's cards"));
    m_cardRow->setChosen(card < 0 || card >= cards.size() ? 0 : card);
    m_amountField->setLabel(tr("Amount of this payment"));
    m_tenderedField->setLabel(tr("Handed over"));
    m_quick->setAccessibleName(tr("Usual amounts"));
    m_slipField->setLabel(tr("Number on the slip of the card reader"));
    m_tipField->setLabel(tr("Tip"));
    //: the money that goes back to the guest
    m_changeName->setText(tr("Change"));
    showDue();
    showMethod();
    showChange();
}

PaymentMethod PaySheet::method() const
{
    return offeredMethods[std::size_t(std::max(0, m_methods->chosen()))];
}

bool PaySheet::isCash() const
{
    return method() == PaymentMethod::Cash;
}

QWidget *PaySheet::firstField() const
{
    if (isCash())
        return m_tendered;
    return method() == PaymentMethod::CardReader ? m_slip : m_amount;
}

void PaySheet::begin(qint64 orderId)
{
    const auto entry = m_port.order(orderId);
    if (!entry)
        return;
    if (m_payCall && m_orderId != orderId) {
        // Its answer would be told of another order.
        m_archive.cancel(*std::exchange(m_payCall, std::nullopt));
    }
    if (m_pageCall && m_orderId != orderId)
        m_till.cancel(*std::exchange(m_pageCall, std::nullopt));
    m_orderId = orderId;
    m_order = entry->order;
    m_currency = m_order.cost.currency;
    m_payments.reset();
    m_paymentsFailure.reset();
    m_cards.clear();
    m_finished = false;
    m_lastChange = 0;
    m_key = makeUuid7(m_port.hubNowMs());
    m_methods->setChosen(0);
    m_form->show();
    m_share->begin(m_order);
    say(QString(), false);
    retranslate();
    prepare();
    if (const auto before = m_unanswered.find(orderId); before != m_unanswered.end()) {
        const ArchivePort::DirectPayment &payment = before->second;
        m_key = payment.key;
        // Whether the hub answers now or not: it is that card, and no other way, that is tried again.
        if (payment.method == PaymentMethod::SavedCard)
            offerCards({m_triedCards.at(orderId)});
        m_methods->setChosen(placeOf(payment.method));
        m_amount->setText(formats::amount(payment.amountMinor, m_currency));
        m_tip->setText(payment.tipMinor > 0 ? formats::amount(payment.tipMinor, m_currency) : QString());
        m_tendered->setText(payment.tenderedMinor ? formats::amount(*payment.tenderedMinor, m_currency) : QString());
        m_slip->setText(payment.slip);
        showMethod();
        showChange();
        say([] { return tr("The payment that was tried before got no answer. Try it again: nothing is taken twice."); },
            true);
    }
    askPayments();
    askCards();
    open(firstField());
}

void PaySheet::askCards()
{
    if (m_cardsCall)
        m_till.cancel(*std::exchange(m_cardsCall, std::nullopt));
    if (m_orderId <= 0)
        return;
    // Without an answer there is none to choose: money is taken in another way.
    m_cardsCall = m_till.savedCards(m_orderId, [this](const PortAnswer<std::vector<SavedCard>> &answer) {
        m_cardsCall.reset();
        if (!answer || answer.value->empty())
            return;
        // What was tried without an answer stays the one choice until it has one.
        const auto before = m_unanswered.find(m_orderId);
        if (before == m_unanswered.end() || before->second.method != PaymentMethod::SavedCard)
            offerCards(*answer.value);
    });
}

void PaySheet::offerCards(std::vector<SavedCard> cards)
{
    m_cards = std::move(cards);
    retranslate();
}

void PaySheet::askPayments()
{
    if (m_paymentsCall)
        m_archive.cancel(*std::exchange(m_paymentsCall, std::nullopt));
    if (m_orderId < 0) {
        showDue();
        return;
    }
    m_paymentsCall = m_archive.payments(m_orderId, [this](const PortAnswer<std::vector<Payment>> &answer) {
        m_paymentsCall.reset();
        m_paymentsFailure = answer ? std::nullopt : std::optional(answer.failure);
        if (answer)
            m_payments = *answer.value;
        takePage();
        const qint64 before = m_dueMinor;
        const bool untouched = typed(m_amount) == m_share->shareMinor();
        showDue();
        if (!m_finished && untouched && before != m_dueMinor && !m_unanswered.contains(m_orderId))
            prepare();
    });
}

QString PaySheet::paymentsProblem() const
{
    if (m_orderId < 0)
        return tr("The site does not have this order yet. Take the money when it has.");
    return m_paymentsFailure ? LinkText::failure(*m_paymentsFailure) : QString();
}

void PaySheet::showDue()
{
    const qint64 total = m_order.cost.totalMinor;
    const qint64 pending = m_payments ? summarise(total, *m_payments).pendingMinor : m_order.payment.pendingMinor;
    m_dueMinor = m_payments ? summarise(total, *m_payments).dueMinor
                            : std::max<qint64>(0, total - m_order.payment.paidMinor - pending);
    m_share->setDue(m_order, m_dueMinor);
    setTitle(m_order.number.isEmpty() ? tr("Pay") : tr("Pay for %1").arg(m_order.number));
    m_dueName->setText(tr("To pay, of %1").arg(formats::money(total, m_currency)));
    if (m_dueMinor == 0)
        m_due->setText(pending > 0 ? tr("Waits for the bank") : tr("Paid"));
    else
        m_due->setText(formats::money(m_dueMinor, m_currency));
    QStringList lines;
    const ZoneClock clock(m_port.business().timeZone);
    for (const Payment &payment : m_payments.value_or(std::vector<Payment>())) {
        QString line = clock.moment(payment.createdAtMs, m_port.hubNowMs()) + QStringLiteral(" · ") +
                       methodName(payment.method) + QStringLiteral(" · ") +
                       formats::money(payment.amountMinor, m_currency);
        if (payment.tipMinor > 0)
            line += QStringLiteral(" · ") + tr("tip %1").arg(formats::money(payment.tipMinor, m_currency));
        if (payment.refundedMinor > 0)
            line += QStringLiteral(" · ") + tr("given back %1").arg(formats::money(payment.refundedMinor, m_currency));
        if (payment.heldMinor() == 0 && payment.refundedMinor == 0)
            line += QStringLiteral(" · ") + tr("did not come");
        else if (!oshaq::isPaid(payment.status) && payment.refundedMinor == 0)
            line += QStringLiteral(" · ") + tr("not sure yet");
        lines << line;
    }
    const QString problem = paymentsProblem();
    if (!problem.isEmpty())
        lines << problem;
    else if (!m_payments && m_orderId != 0)
        lines << tr("Asking for the payments so far…");
    m_paymentsLabel->setText(lines.join(u'\n'));
    m_paymentsLabel->setVisible(!lines.isEmpty());
    entry::setRole(m_paymentsLabel, problem.isEmpty() ? QStringLiteral("caption") : QStringLiteral("error"));
    // What a bank said no to is owed again.
    if (m_payments && !m_payCall && !m_pageCall && !m_unanswered.contains(m_orderId))
        m_finished = m_dueMinor == 0 && !waitingPage();
    showPage();
    doneButton()->setKeys(m_finished ? QStringList{QStringLiteral("Enter")}
                                     : QStringList{QStringLiteral("Ctrl"), QStringLiteral("Enter")});
    showChange();
}

void PaySheet::prepare()
{
    m_amount->setText(formats::amount(m_share->shareMinor(), m_currency));
    m_tendered->clear();
    m_tip->clear();
    m_slip->clear();
    for (Field *field : {m_amountField, m_tenderedField, m_tipField, m_slipField})
        field->setError(QString());
    showChange();
}

void PaySheet::showMethod()
{
    m_tenderedField->setVisible(isCash());
    m_quick->setVisible(isCash());
    m_slipField->setVisible(method() == PaymentMethod::CardReader);
    m_cardRow->setVisible(method() == PaymentMethod::SavedCard);
}

const TillPort::BankPage *PaySheet::waitingPage() const
{
    const auto page = m_pages.find(m_orderId);
    return page == m_pages.end() ? nullptr : &page->second;
}

QString PaySheet::pageUrl() const
{
    return m_page->isHidden() ? QString() : m_code->text();
}

void PaySheet::showPage()
{
    const TillPort::BankPage *page = waitingPage();
    m_page->setVisible(page != nullptr);
    m_form->setVisible(!m_finished && !page);
    const bool isCard = page && page->payment.method == PaymentMethod::SavedCard;
    m_code->setText(page ? page->url : QString());
    m_code->setVisible(!isCard);
    if (!page)
        return;
    const QString amount = formats::money(page->payment.totalMinor(), m_currency);
    if (isCard) {
        m_pageText->setText(
            tr("The bank is asked for %1 from the guest's card. As soon as it says so, it stands here.").arg(amount));
        return;
    }
    m_code->setAccessibleName(tr("Code of the bank's page"));
    m_pageText->setText(
        tr("The guest scans this code and pays %1 on their phone. As soon as the bank says so, it stands "
           "here.")
            .arg(amount));
}

void PaySheet::takePage()
{
    const TillPort::BankPage *page = waitingPage();
    if (!page || !m_payments)
        return;
    const auto found = std::find_if(m_payments->begin(), m_payments->end(),
                                    [page](const Payment &one) { return one.id == page->payment.id; });
    if (found == m_payments->end())
        return;
    if (oshaq::isPaid(found->status)) {
        m_share->paid();
        say(
            [total = found->totalMinor(), currency = m_currency, method = found->method] {
                const QString amount = formats::money(total, currency);
                return method == PaymentMethod::SavedCard ? tr("Paid by the saved card: %1.").arg(amount)
                                                          : tr("Paid on the phone: %1.").arg(amount);
            },
            false);
    } else if (found->heldMinor() == 0) {
        say(
            [method = found->method] {
                return method == PaymentMethod::SavedCard
                           ? tr("The bank said no to this card. Nothing was taken.")
                           : tr("Nothing came by the phone: it was given up, or the bank said no.");
            },
            true);
    } else {
        return;
    }
    m_lastChange = 0;
    m_pages.erase(m_orderId);
}

std::optional<qint64> PaySheet::typed(const QLineEdit *edit) const
{
    return formats::readAmount(edit->text(), m_currency);
}

void PaySheet::showChange()
{
    m_typedAmount = typed(m_amount);
    m_typedTip = typed(m_tip);
    m_typedTendered = typed(m_tendered);
    const qint64 amount = m_typedAmount.value_or(0);
    const qint64 tip = m_typedTip.value_or(0);
    for (Field *field : {m_amountField, m_tenderedField, m_tipField, m_slipField})
        field->setError(QString());
    m_quickMinor = quickCash(amount + tip, m_currency);
    QStringList texts;
    for (std::size_t i = 0; i < m_quickMinor.size(); ++i) {
        texts << (i == 0 ? tr("Exactly %1").arg(formats::money(m_quickMinor[i], m_currency))
                         : formats::money(m_quickMinor[i], m_currency));
    }
    m_quick->setTexts(texts);
    const auto tendered = m_typedTendered;
    const auto at = std::find(m_quickMinor.begin(), m_quickMinor.end(), tendered.value_or(-1));
    m_quick->setChosen(at == m_quickMinor.end() ? -1 : int(at - m_quickMinor.begin()));
    const qint64 change = m_finished ? m_lastChange : tendered ? std::max<qint64>(0, *tendered - amount - tip) : 0;
    const bool isShown = m_finished ? m_lastChange > 0 : isCash();
    m_changeName->setVisible(isShown);
    m_change->setVisible(isShown);
    m_change->setText(formats::money(change, m_currency));
    //: the button that ends the sheet
    if (m_finished)
        doneButton()->setText(tr("Done"));
    else if (waitingPage())
        doneButton()->setText(tr("Ask again"));
    else if (method() == PaymentMethod::Halyk)
        doneButton()->setText(tr("Show the code for %1").arg(formats::money(amount + tip, m_currency)));
    else
        doneButton()->setText(tr("Take %1").arg(formats::money(amount + tip, m_currency)));
}

std::optional<ArchivePort::DirectPayment> PaySheet::request()
{
    const auto wrong = [](Field *field, const QString &words) {
        field->setError(words);
        field->editor()->setFocus(Qt::OtherFocusReason);
        return std::nullopt;
    };
    ArchivePort::DirectPayment payment;
    payment.key = m_key;
    payment.orderId = m_orderId;
    payment.method = method();
    const auto amount = typed(m_amount);
    if (!amount || *amount <= 0)
        return wrong(m_amountField, tr("Write an amount, such as %1.").arg(formats::amount(m_dueMinor, m_currency)));
    if (*amount > m_dueMinor && !m_unanswered.contains(m_orderId))
        return wrong(m_amountField, tr("No more than %1 is owed.").arg(formats::money(m_dueMinor, m_currency)));
    payment.amountMinor = *amount;
    if (!m_tip->text().trimmed().isEmpty()) {
        const auto tip = typed(m_tip);
        if (!tip || *tip < 0)
            return wrong(m_tipField, tr("Write an amount, or nothing."));
        payment.tipMinor = *tip;
    }
    if (isCash()) {
        const qint64 sum = payment.amountMinor + payment.tipMinor;
        const auto tendered = m_tendered->text().trimmed().isEmpty() ? std::optional(sum) : typed(m_tendered);
        if (!tendered)
            return wrong(m_tenderedField, tr("Write what was handed over."));
        if (*tendered < sum)
            return wrong(m_tenderedField, tr("%1 is missing.").arg(formats::money(sum - *tendered, m_currency)));
        payment.tenderedMinor = *tendered;
    } else if (payment.method == PaymentMethod::CardReader) {
        payment.slip = m_slip->text().simplified();
    }
    return payment;
}

void PaySheet::submit()
{
    if (m_finished) {
        close();
        return;
    }
    if (m_payCall || m_pageCall)
        return;
    if (waitingPage()) {
        askPayments();
        return;
    }
    if (m_orderId < 0) {
        say([this] { return paymentsProblem(); }, true);
        return;
    }
    const auto payment = request();
    if (!payment)
        return;
    // Until an answer says otherwise, it may have happened.
    m_unanswered[m_orderId] = *payment;
    if (payment->method == PaymentMethod::Halyk) {
        submitPage(*payment);
        return;
    }
    if (payment->method == PaymentMethod::SavedCard) {
        submitCard(*payment);
        return;
    }
    say([] { return tr("Writing it down at the site…"); }, false);
    doneButton()->setEnabled(false);
    m_payCall = m_archive.pay(*payment, [this, orderId = m_orderId](const PortAnswer<Payment> &answer) {
        m_payCall.reset();
        doneButton()->setEnabled(true);
        if (orderId != m_orderId)
            return;
        if (answer)
            taken(*answer.value);
        else
            failed(answer.failure);
    });
}

void PaySheet::submitPage(const ArchivePort::DirectPayment &payment)
{
    say([] { return tr("Asking the bank for its page…"); }, false);
    doneButton()->setEnabled(false);
    m_pageCall = m_till.payOnPage({payment.key, payment.orderId, payment.amountMinor, payment.tipMinor},
                                  [this, orderId = m_orderId](const PortAnswer<TillPort::BankPage> &answer) {
                                      m_pageCall.reset();
                                      doneButton()->setEnabled(true);
                                      if (orderId != m_orderId)
                                          return;
                                      if (!answer) {
                                          failed(answer.failure);
                                          return;
                                      }
                                      waitForBank(*answer.value);
                                  });
}

void PaySheet::submitCard(const ArchivePort::DirectPayment &payment)
{
    say([] { return tr("Asking the bank…"); }, false);
    doneButton()->setEnabled(false);
    const SavedCard card = m_cards.at(std::size_t(std::max(0, m_cardRow->chosen())));
    m_triedCards[m_orderId] = card;
    m_pageCall = m_till.payWithCard({payment.key, payment.orderId, card.id, payment.amountMinor, payment.tipMinor},
                                    [this, orderId = m_orderId](const PortAnswer<Payment> &answer) {
                                        m_pageCall.reset();
                                        doneButton()->setEnabled(true);
                                        if (orderId != m_orderId)
                                            return;
                                        if (!answer) {
                                            failed(answer.failure);
                                            return;
                                        }
                                        waitForBank({*answer.value, {}});
                                    });
}

/// It is begun; what becomes of it the order tells.
void PaySheet::waitForBank(const TillPort::BankPage &page)
{
    m_unanswered.erase(m_orderId);
    m_key = makeUuid7(m_port.hubNowMs());
    m_pages[m_orderId] = page;
    if (!m_payments)
        m_payments.emplace();
    m_payments->push_back(page.payment);
    say(QString(), false);
    showDue();
    askPayments();
}

void PaySheet::taken(const Payment &payment)
{
    m_unanswered.erase(m_orderId);
    m_key = makeUuid7(m_port.hubNowMs());
    m_lastChange = std::max<qint64>(0, payment.changeMinor());
    if (!m_payments)
        m_payments.emplace();
    const bool isKnown = std::any_of(m_payments->begin(), m_payments->end(),
                                     [&payment](const Payment &one) { return one.id == payment.id; });
    if (!isKnown)
        m_payments->push_back(payment);
    const auto words = [total = payment.totalMinor(), change = m_lastChange, currency = m_currency] {
        const QString taken = tr("Taken: %1.").arg(formats::money(total, currency));
        return change > 0 ? taken + u' ' + tr("Change: %1.").arg(formats::money(change, currency)) : taken;
    };
    // One of those who share has paid.
    m_share->paid();
    showDue();
    if (!m_finished) {
        prepare();
        firstField()->setFocus(Qt::OtherFocusReason);
    } else {
        doneButton()->setFocus(Qt::OtherFocusReason);
    }
    say(words, false);
    // What others took meanwhile.
    askPayments();
}

void PaySheet::failed(const PortFailure &failure)
{
    // An answer says that nothing was taken; without one nobody knows, and the key stays.
    const bool isAnswer = failure.kind == PortFailure::Kind::Refused || failure.kind == PortFailure::Kind::SignIn;
    if (isAnswer) {
        m_unanswered.erase(m_orderId);
        m_key = makeUuid7(m_port.hubNowMs());
        askPayments();
    }
    say(
        [failure, isAnswer] {
            const QString words = LinkText::failure(failure);
            return isAnswer ? words : words + u' ' + tr("What you typed stays; nothing is taken twice.");
        },
        true);
}

QString PaySheet::dueText() const
{
    return m_due->text();
}

QString PaySheet::changeText() const
{
    return m_change->isHidden() ? QString() : m_change->text();
}

QString PaySheet::paymentsText() const
{
    return m_paymentsLabel->text();
}

bool PaySheet::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        if (auto *edit = qobject_cast<QLineEdit *>(watched); edit && edit->window() == window())
            m_pad->setTarget(edit);
    }
    return EntrySheet::eventFilter(watched, event);
}

void PaySheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        // "41,200" is another amount where commas begin the decimals.
        const std::array known{std::pair(m_amount, m_typedAmount), std::pair(m_tip, m_typedTip),
                               std::pair(m_tendered, m_typedTendered)};
        for (const auto &[edit, minor] : known) {
            if (minor)
                edit->setText(formats::amount(*minor, m_currency));
        }
    }
    EntrySheet::changeEvent(event);
}

void PaySheet::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_finished && isEnter) {
        close();
    } else if (!m_finished && !waitingPage() && event->key() >= Qt::Key_F6 &&
               event->key() < Qt::Key_F6 + m_methods->count()) {
        m_methods->setChosen(event->key() - Qt::Key_F6);
        showMethod();
        showChange();
        firstField()->setFocus(Qt::OtherFocusReason);
    } else {
        EntrySheet::keyPressEvent(event);
        return;
    }
    event->accept();
}

} // namespace oshaq
