// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/refundsheet.h"

#include "models/domain/refundrules.h"
#include "models/domain/uuid7.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/formats.h"
#include "ui/common/linktext.h"
#include "ui/common/touchbutton.h"
#include "ui/common/zoneclock.h"
#include "ui/orders/entry/choicecard.h"
#include "ui/orders/entry/entrywidgets.h"
#include "ui/orders/ordertext.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>
#include <functional>
#include <utility>

namespace oshaq {

namespace {

constexpr int maxReason = 200;

} // namespace

RefundSheet::RefundSheet(OrdersPort &port, ArchivePort &archive, TillPort &till, const Look &look, QWidget *parent)
    : EntrySheet(look, Place::Right, 760, parent)
    , m_port(port)
    , m_archive(archive)
    , m_till(till)
    , m_state(entry::label(QStringLiteral("muted"), nullptr))
    , m_list(new QVBoxLayout)
    , m_form(new QWidget)
    , m_amount(new QLineEdit)
    , m_amountField(new Field(m_amount))
    , m_limit(entry::label(QStringLiteral("caption"), nullptr))
    , m_reasons(new ChoiceRow(look))
    , m_reason(new QLineEdit)
    , m_reasonField(new Field(m_reason))
    , m_how(entry::label(QStringLiteral("strong"), nullptr))
    , m_pad(new NumberPad(look, false))
{
    setObjectName(QStringLiteral("refundSheet"));
    m_amount->setObjectName(QStringLiteral("refundAmount"));
    m_reason->setObjectName(QStringLiteral("refundReason"));
    m_reasons->setObjectName(QStringLiteral("refundReasons"));
    m_amount->setMaxLength(40);
    m_reason->setMaxLength(maxReason);
    m_amount->installEventFilter(this);
    m_pad->setTarget(m_amount);

    auto *left = new QVBoxLayout;
    left->addWidget(m_amountField);
    left->addWidget(m_limit);
    left->addWidget(m_reasons);
    left->addWidget(m_reasonField);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->addWidget(m_pad);
    right->addStretch(1);
    auto *columns = new QHBoxLayout(m_form);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->addLayout(left, 3);
    columns->addLayout(right, 2);
    m_columns = {left, right};
    body()->addWidget(m_state);
    body()->addLayout(m_list);
    body()->addWidget(m_form);
    body()->addWidget(m_how);
    body()->addStretch(1);

    connect(m_amount, &QLineEdit::textEdited, this, [this] {
        m_typedAmount = typed();
        m_amountField->setError(QString());
        showButton();
    });
    connect(m_reasons, &ChoiceRow::picked, this, [this](int index) {
        m_reason->setText(usualReasons().at(index));
        m_reasonField->setError(QString());
    });
    connect(m_reason, &QLineEdit::textEdited, this, [this] {
        m_reasons->setChosen(-1);
        m_reasonField->setError(QString());
    });
    setLook(look);
    retranslate();
}

RefundSheet::~RefundSheet()
{
    if (m_call != 0)
        m_archive.cancel(m_call);
    if (m_sendCall != 0)
        m_till.cancel(m_sendCall);
}

void RefundSheet::setLook(const Look &look)
{
    m_list->setSpacing(look.px(8));
    for (ChoiceCard *card : m_cards)
        card->setLook(look);
    m_reasons->setLook(look);
    m_pad->setLook(look);
    m_form->layout()->setSpacing(look.px(20));
    for (QLayout *column : m_columns)
        column->setSpacing(look.px(10));
    EntrySheet::setLook(look);
}

void RefundSheet::retranslate()
{
    EntrySheet::retranslate();
    setTitle(m_number.isEmpty() ? tr("Give money back") : tr("Give money back for %1").arg(m_number));
    m_amountField->setLabel(tr("How much goes back"));
    m_reasons->setTexts(usualReasons());
    m_reasons->setAccessibleName(tr("Usual reasons"));
    m_reasonField->setLabel(tr("Why"));
    showAll();
}

QStringList RefundSheet::usualReasons() const
{
    return {tr("The dish was not right"), tr("It took too long"), tr("Charged by mistake"),
            tr("The guest changed their mind")};
}

void RefundSheet::begin(qint64 orderId, const QString &number)
{
    if (m_sendCall != 0 && m_orderId != orderId) {
        // Its answer would be told of another order.
        m_till.cancel(std::exchange(m_sendCall, 0));
    }
    m_orderId = orderId;
    m_number = number;
    m_payments.reset();
    m_failure.reset();
    m_chosen = 0;
    m_finished = false;
    m_key = makeUuid7(m_port.hubNowMs());
    m_amount->clear();
    m_typedAmount.reset();
    m_reason->clear();
    m_reasons->setChosen(-1);
    for (Field *field : {m_amountField, m_reasonField})
        field->setError(QString());
    say(QString(), false);
    rebuildCards();
    retranslate();
    ask();
    open(doneButton());
}

void RefundSheet::ask()
{
    if (m_call != 0)
        m_archive.cancel(std::exchange(m_call, 0));
    m_failure.reset();
    m_call = m_archive.payments(m_orderId, [this](const PortAnswer<std::vector<Payment>> &answer) {
        m_call = 0;
        if (answer) {
            takePayments(*answer.value);
        } else {
            m_failure = answer.failure;
            showAll();
        }
    });
    showAll();
}

void RefundSheet::takePayments(const std::vector<Payment> &payments)
{
    m_failure.reset();
    m_payments = payments;
    rebuildCards();
    if (!chosen() || chosen()->refundableMinor() == 0)
        m_chosen = 0;
    if (m_chosen == 0 && !m_finished) {
        // The last one that something can be given back of.
        for (std::size_t i = payments.size(); i-- > 0;) {
            if (payments[i].refundableMinor() > 0) {
                choose(i);
                m_amount->setFocus(Qt::OtherFocusReason);
                m_amount->selectAll();
                break;
            }
        }
    }
    showAll();
}

void RefundSheet::rebuildCards()
{
    for (ChoiceCard *card : std::exchange(m_cards, {})) {
        card->hide();
        m_list->removeWidget(card);
        card->deleteLater();
    }
    if (!m_payments)
        return;
    for (std::size_t i = 0; i < m_payments->size(); ++i) {
        auto *card = new ChoiceCard(look(), this);
        card->setObjectName(QStringLiteral("refundCard"));
        card->setCheckable(true);
        card->setEnabled((*m_payments)[i].refundableMinor() > 0);
        connect(card, &ChoiceCard::clicked, this, [this, i] {
            if (m_sendCall == 0)
                choose(i);
            showCards();
        });
        m_list->addWidget(card);
        card->show();
        if (!m_cards.empty())
            setTabOrder(m_cards.back(), card);
        m_cards.push_back(card);
    }
    if (!m_cards.empty())
        setTabOrder(m_cards.back(), m_amount);
}

void RefundSheet::choose(std::size_t index)
{
    const Payment &payment = m_payments->at(index);
    if (payment.id != m_chosen) {
        // Another payment is another request.
        m_key = makeUuid7(m_port.hubNowMs());
        m_chosen = payment.id;
        m_finished = false;
        m_typedAmount = mostMinor();
        m_amount->setText(formats::amount(*m_typedAmount, payment.currency));
        m_amountField->setError(QString());
        say(QString(), false);
    }
    showAll();
}

const Payment *RefundSheet::chosen() const
{
    if (!m_payments)
        return nullptr;
    const auto found =
        std::find_if(m_payments->begin(), m_payments->end(), [this](const Payment &one) { return one.id == m_chosen; });
    return found == m_payments->end() ? nullptr : &*found;
}

bool RefundSheet::isLimited() const
{
    const Payment *payment = chosen();
    const auto limit = payment ? refundLimitMinor(m_port.role(), payment->currency) : std::nullopt;
    return limit && payment->totalMinor() > *limit;
}

qint64 RefundSheet::mostMinor() const
{
    const Payment *payment = chosen();
    if (!payment)
        return 0;
    const auto limit = refundLimitMinor(m_port.role(), payment->currency);
    const qint64 gone = payment->refundedMinor + payment->returningMinor();
    const qint64 rest = limit ? std::max<qint64>(0, *limit - gone) : payment->refundableMinor();
    return std::min(rest, payment->refundableMinor());
}

std::optional<qint64> RefundSheet::typed() const
{
    const Payment *payment = chosen();
    return payment ? formats::readAmount(m_amount->text(), payment->currency) : std::nullopt;
}

void RefundSheet::showAll()
{
    QString text;
    if (m_failure)
        text = LinkText::failure(*m_failure);
    else if (!m_payments)
        text = tr("Asking for the payments so far…");
    else if (m_payments->empty())
        text = tr("Nothing was paid for this order.");
    else if (std::none_of(m_payments->begin(), m_payments->end(),
                          [](const Payment &one) { return one.refundableMinor() > 0; }))
        text = tr("Nothing of it can be given back any more.");
    else
        text = tr("Which payment goes back?");
    m_state->setText(text);
    entry::setRole(m_state, m_failure ? QStringLiteral("error") : QStringLiteral("muted"));
    showCards();
    showForm();
}

QString RefundSheet::cardBelow(const Payment &payment) const
{
    const ZoneClock clock(m_port.business().timeZone);
    const qint64 nowMs = m_port.hubNowMs();
    const Currency &currency = payment.currency;
    QStringList parts{clock.moment(payment.createdAtMs, nowMs)};
    if (payment.tipMinor > 0)
        parts << tr("tip %1").arg(formats::money(payment.tipMinor, currency));
    if (!payment.slip.isEmpty())
        parts << tr("slip %1").arg(payment.slip);
    for (const Refund &refund : payment.refunds) {
        const QString amount = formats::money(refund.amountMinor, currency);
        if (refund.isOpen())
            parts << tr("%1 is on its way back: %2").arg(amount, refund.reason);
        else if (refund.state == RefundState::Failed)
            parts << tr("the bank does not give %1 back").arg(amount);
        else
            parts << tr("given back %1: %2").arg(amount, refund.reason);
    }
    if (!isPaid(payment.status) && payment.status != PaymentStatus::Refunded)
        parts << OrderText::paymentStatus(payment.status);
    return parts.join(QStringLiteral(" · "));
}

void RefundSheet::showCards()
{
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        const Payment &payment = (*m_payments)[i];
        m_cards[i]->setTexts(OrderText::method(paymentMethodText(payment.method)), cardBelow(payment), QString(),
                             formats::money(payment.totalMinor(), payment.currency));
        m_cards[i]->setChecked(payment.id == m_chosen);
    }
}

void RefundSheet::showForm()
{
    const Payment *payment = chosen();
    const bool isShown = payment && !m_finished && !m_failure;
    m_form->setVisible(isShown);
    m_how->setVisible(isShown);
    m_limit->setVisible(isShown);
    if (isShown) {
        const qint64 most = mostMinor();
        QString limit = tr("Up to %1 of it can go back.").arg(formats::money(most, payment->currency));
        if (isLimited()) {
            limit = tr("The counter gives back up to %1 of one payment; for more ask a manager.")
                        .arg(formats::money(*refundLimitMinor(m_port.role(), payment->currency), payment->currency));
        }
        m_limit->setText(limit);
        switch (payment->method) {
        case PaymentMethod::Cash:
            m_how->setText(tr("It is cash: take it out of the drawer and hand it over."));
            break;
        case PaymentMethod::CardReader:
            m_how->setText(tr("Give it back on the card reader; here it is only written down."));
            break;
        case PaymentMethod::Halyk:
        case PaymentMethod::SavedCard:
            m_how->setText(tr("The bank gives it back to the guest's card; that can take some days."));
            break;
        }
    }
    showButton();
}

void RefundSheet::showButton()
{
    const Payment *payment = chosen();
    QString text;
    if (m_failure)
        text = tr("Ask again");
    else if (m_finished || !payment)
        text = tr("Done");
    else
        text = tr("Give %1 back").arg(formats::money(m_typedAmount.value_or(0), payment->currency));
    const bool closes = !m_failure && (m_finished || !payment);
    doneButton()->setText(text);
    doneButton()->setEnabled(m_sendCall == 0);
    doneButton()->setKeys(closes ? QStringList{QStringLiteral("Enter")}
                                 : QStringList{QStringLiteral("Ctrl"), QStringLiteral("Enter")});
}

void RefundSheet::submit()
{
    if (m_sendCall != 0)
        return;
    if (m_failure) {
        ask();
        return;
    }
    const Payment *payment = chosen();
    if (m_finished || !payment) {
        close();
        return;
    }
    const auto wrong = [](Field *field, std::function<QString()> words) {
        field->setProblem(std::move(words));
        field->editor()->setFocus(Qt::OtherFocusReason);
    };
    const auto amount = typed();
    if (!amount || *amount <= 0) {
        wrong(m_amountField, [most = mostMinor(), cash = payment->currency] {
            return tr("Write an amount, such as %1.").arg(formats::amount(most, cash));
        });
        return;
    }
    if (*amount > mostMinor()) {
        wrong(m_amountField, [limited = isLimited(), minor = mostMinor(), cash = payment->currency] {
            const QString most = formats::money(minor, cash);
            return limited ? tr("You can give back %1; for more ask a manager.").arg(most)
                           : tr("No more than %1 is left of it.").arg(most);
        });
        return;
    }
    const QString reason = m_reason->text().simplified();
    if (reason.isEmpty()) {
        wrong(m_reasonField, [] { return tr("Choose a reason or write one."); });
        return;
    }
    say([] { return tr("Writing it down at the site…"); }, false);
    m_sendCall =
        m_till.refund(m_key, payment->id, *amount, reason, [this, minor = *amount](const PortAnswer<Payment> &answer) {
            m_sendCall = 0;
            if (answer)
                given(*answer.value, minor);
            else
                failed(answer.failure);
        });
    showButton();
}

void RefundSheet::given(const Payment &payment, qint64 amountMinor)
{
    m_key = makeUuid7(m_port.hubNowMs());
    m_finished = true;
    m_chosen = 0;
    m_reason->clear();
    m_reasons->setChosen(-1);
    say(
        [amountMinor, currency = payment.currency, method = payment.method] {
            const QString money = formats::money(amountMinor, currency);
            if (!isDirect(method))
                return tr("The bank is asked to give %1 back.").arg(money);
            return method == PaymentMethod::Cash ? tr("Written down. Hand over %1.").arg(money)
                                                 : tr("Given back: %1.").arg(money);
        },
        false);
    doneButton()->setFocus(Qt::OtherFocusReason);
    // The rest of the payment, and what others did meanwhile.
    ask();
}

void RefundSheet::failed(const PortFailure &failure)
{
    // An answer says that nothing went back; without one nobody knows, and the key stays.
    const bool isAnswer = failure.kind == PortFailure::Kind::Refused || failure.kind == PortFailure::Kind::SignIn;
    if (isAnswer) {
        m_key = makeUuid7(m_port.hubNowMs());
        ask();
    }
    showButton();
    say(
        [failure, isAnswer] {
            const QString words = failure.errorCode == u"REFUND_EXCEEDS_PAID"
                                      ? tr("Less than that is left of it: somebody may have given it back meanwhile.")
                                      : LinkText::failure(failure);
            return isAnswer ? words : words + u' ' + tr("What you typed stays; nothing goes back twice.");
        },
        true);
}

QString RefundSheet::stateText() const
{
    return m_state->text();
}

QString RefundSheet::howText() const
{
    return m_how->isHidden() ? QString() : m_how->text();
}

QString RefundSheet::limitText() const
{
    return m_limit->isHidden() ? QString() : m_limit->text();
}

bool RefundSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && watched == m_amount)
        m_pad->setTarget(m_amount);
    return EntrySheet::eventFilter(watched, event);
}

void RefundSheet::changeEvent(QEvent *event)
{
    // "41,200" is another amount where commas begin the decimals.
    if (event->type() == QEvent::LanguageChange && m_typedAmount && chosen())
        m_amount->setText(formats::amount(*m_typedAmount, chosen()->currency));
    EntrySheet::changeEvent(event);
}

void RefundSheet::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_finished && !m_failure) {
        close();
    } else {
        EntrySheet::keyPressEvent(event);
        return;
    }
    event->accept();
}

} // namespace oshaq
