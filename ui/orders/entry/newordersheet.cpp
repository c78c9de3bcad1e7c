// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/newordersheet.h"

#include "models/domain/uuid7.h"
#include "ui/common/choicerow.h"
#include "ui/common/formats.h"
#include "ui/common/linktext.h"
#include "ui/common/stepper.h"
#include "ui/common/touchbutton.h"
#include "ui/common/zoneclock.h"
#include "ui/orders/entry/dishpicker.h"
#include "ui/orders/entry/drafttext.h"
#include "ui/orders/entry/draftticket.h"
#include "ui/orders/entry/entrywidgets.h"
#include "ui/orders/entry/lineeditor.h"
#include "ui/orders/entry/orderbuilder.h"
#include "ui/orders/entry/orderdetails.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>

#include <algorithm>
#include <array>
#include <utility>

namespace oshaq {

namespace {

constexpr int sheetWidth = 1760;
constexpr int numberPx = 96;
/// In the order of the choices.
constexpr std::array fulfilmentOrder{Fulfilment::DineIn, Fulfilment::Pickup, Fulfilment::Delivery};

} // namespace

NewOrderSheet::NewOrderSheet(OrdersPort &port, ArchivePort &archive, const LinkStatus &link, const Look &look,
                             QWidget *parent)
    : EntrySheet(look, Place::Right, sheetWidth, parent)
    , m_port(port)
    , m_link(link)
    , m_details(new OrderDetails(port, archive, look))
    , m_builder(new OrderBuilder(port, look, m_details))
    , m_pages(new QStackedWidget)
    , m_draftsBar(new QWidget)
    , m_draftsLabel(entry::label(QStringLiteral("strong"), m_draftsBar))
    , m_drafts(new ChoiceRow(look, m_draftsBar))
    , m_fulfilments(new ChoiceRow(look))
    , m_linkWords(entry::label(QStringLiteral("muted"), nullptr))
    , m_number(entry::label(QStringLiteral("title"), nullptr))
    , m_summary(entry::label(QStringLiteral("strong"), nullptr))
    , m_placedLink(entry::label(QStringLiteral("muted"), nullptr))
    , m_another(new TouchButton(look))
{
    setObjectName(QStringLiteral("newOrderSheet"));
    m_fulfilments->setObjectName(QStringLiteral("fulfilments"));
    m_drafts->setObjectName(QStringLiteral("keptDrafts"));
    m_linkWords->setObjectName(QStringLiteral("linkWords"));
    m_linkWords->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_number->setObjectName(QStringLiteral("placedNumber"));
    m_another->setObjectName(QStringLiteral("anotherOrder"));
    m_another->setTakesFocus(true);
    m_another->setKeys({QStringLiteral("F2")});
    m_another->hide();
    footer()->insertWidget(1, m_another);

    auto *drafts = new QHBoxLayout(m_draftsBar);
    drafts->setContentsMargins(0, 0, 0, 0);
    drafts->addWidget(m_draftsLabel);
    drafts->addWidget(m_drafts, 1);
    m_draftsLabel->setWordWrap(false);

    auto *desk = new QWidget;
    auto *rows = new QVBoxLayout(desk);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_draftsBar);
    auto *top = new QHBoxLayout;
    top->addWidget(m_fulfilments, 1);
    top->addWidget(m_linkWords, 1);
    rows->addLayout(top);
    rows->addWidget(m_builder, 1);

    auto *placed = new QWidget;
    auto *words = new QVBoxLayout(placed);
    words->addStretch(2);
    for (QLabel *label : {m_number, m_summary, m_placedLink}) {
        label->setAlignment(Qt::AlignHCenter);
        words->addWidget(label);
    }
    words->addStretch(3);
    m_pages->addWidget(desk);
    m_pages->addWidget(placed);
    body()->addWidget(m_pages, 1);

    connect(m_fulfilments, &ChoiceRow::picked, this, &NewOrderSheet::chooseFulfilment);
    connect(m_drafts, &ChoiceRow::picked, this, [this](int index) { take(std::size_t(index)); });
    connect(m_builder, &OrderBuilder::changed, this, [this] {
        say(QString(), false);
        showDone();
    });
    connect(m_details, &OrderDetails::changed, this, [this] {
        m_builder->draft().head = m_details->head();
        m_builder->refresh();
        say(QString(), false);
        showDone();
    });
    connect(m_another, &TouchButton::clicked, this, [this] { begin(std::nullopt); });
    connect(&m_link, &LinkStatus::changed, this, &NewOrderSheet::showLink);
    connect(&m_port, &OrdersPort::catalogChanged, this, &NewOrderSheet::showDone);
    connect(&m_port, &OrdersPort::orderKnown, this, [this](qint64 localId, qint64 orderId) {
        if (!m_placed || m_placed->order.id != localId)
            return;
        if (const auto known = m_port.order(orderId))
            m_placed = known;
        showPlaced();
    });
    setLook(look);
    retranslate();
    startDraft({});
}

void NewOrderSheet::setLook(const Look &look)
{
    m_details->setLook(look);
    m_builder->setLook(look);
    m_drafts->setLook(look);
    m_fulfilments->setLook(look);
    m_another->setLook(look);
    for (QWidget *page : {m_pages->widget(0), m_pages->widget(1)})
        page->layout()->setSpacing(look.px(12));
    m_draftsBar->layout()->setSpacing(look.px(12));
    m_number->setStyleSheet(QStringLiteral("font-size: %1px; font-weight: 800;").arg(look.px(numberPx)));
    EntrySheet::setLook(look);
}

void NewOrderSheet::retranslate()
{
    EntrySheet::retranslate();
    setTitle(tr("New order"));
    QStringList texts;
    for (const Fulfilment fulfilment : fulfilmentOrder)
        texts << DraftText::fulfilment(fulfilment);
    m_fulfilments->setTexts(texts);
    m_fulfilments->setAccessibleName(tr("How it is handed over"));
    for (int i = 0; i < m_fulfilments->count(); ++i)
        m_fulfilments->button(i)->setKeys({QStringLiteral("F%1").arg(6 + i)});
    m_draftsLabel->setText(tr("Begun before:"));
    m_another->setText(tr("Another order"));
    leaveStrip()->setTexts(tr("Keep what you began?"), tr("Keep as draft"), tr("Discard"), tr("Go on"));
    showDrafts();
    showLink();
    showDone();
    if (isPlaced())
        showPlaced();
}

QString NewOrderSheet::draftName(const OrderDraft &draft) const
{
    QStringList parts;
    if (draft.begunAtMs > 0)
        parts << ZoneClock(m_port.business().timeZone).time(draft.begunAtMs);
    if (!draft.head.guestName.trimmed().isEmpty())
        parts << draft.head.guestName.simplified();
    else if (draft.head.fulfilment == Fulfilment::DineIn && !draft.head.table.trimmed().isEmpty())
        parts << tr("Table %1").arg(draft.head.table.simplified());
    else if (!draft.head.guestPhone.trimmed().isEmpty())
        parts << draft.head.guestPhone.simplified();
    if (!draft.lines().empty())
        parts << DraftText::dishes(int(draft.lines().size()));
    return parts.join(QStringLiteral(" · "));
}

void NewOrderSheet::showDrafts()
{
    QStringList texts;
    for (const OrderDraft &draft : m_kept)
        texts << draftName(draft);
    m_drafts->setTexts(texts);
    m_drafts->setChosen(-1);
    m_drafts->setAccessibleName(tr("Orders begun before"));
    for (int i = 0; i < m_drafts->count(); ++i)
        m_drafts->button(i)->setKeys(i == 0 ? QStringList{QStringLiteral("F9")} : QStringList());
    m_draftsBar->setVisible(!m_kept.empty());
}

void NewOrderSheet::showLink()
{
    const LinkStatus::State state = m_link.facts().state;
    const QString words = state == LinkStatus::State::Live
                              ? QString()
                              : tr("The site does not answer: the order is kept here and sent when it does.");
    m_linkWords->setText(words);
    m_linkWords->setVisible(!words.isEmpty());
    if (isPlaced())
        showPlaced();
}

void NewOrderSheet::showDone()
{
    if (isPlaced()) {
        //: closes the sheet after an order was placed
        doneButton()->setText(tr("Done"));
        doneButton()->setKeys({QStringLiteral("Enter")});
        m_another->show();
        return;
    }
    m_another->hide();
    doneButton()->setKeys({QStringLiteral("Ctrl"), QStringLiteral("Enter")});
    doneButton()->setText(m_builder->draft().lines().empty() ? tr("Place order")
                                                             : tr("Place order · %1").arg(m_builder->totalText()));
}

void NewOrderSheet::startDraft(const OrderDraft &draft)
{
    OrderDraft fresh = draft;
    if (fresh.uuid.isEmpty())
        fresh.uuid = makeUuid7(m_port.hubNowMs());
    if (fresh.begunAtMs == 0)
        fresh.begunAtMs = m_port.hubNowMs();
    m_placed.reset();
    m_untouched = fresh;
    m_pages->setCurrentIndex(0);
    m_details->setHead(fresh.head);
    m_builder->setDraft(fresh);
    m_builder->picker()->clearSearch();
    const auto at = std::find(fulfilmentOrder.begin(), fulfilmentOrder.end(), fresh.head.fulfilment);
    m_fulfilments->setChosen(int(at - fulfilmentOrder.begin()));
    m_builder->setCourses(fresh.head.fulfilment == Fulfilment::DineIn, 1);
    say(QString(), false);
    showDrafts();
    showLink();
    showDone();
}

void NewOrderSheet::begin(const std::optional<NewOrder> &prefill)
{
    stopAsking();
    if (isOpen())
        keepDraft();
    startDraft(prefill ? OrderDraft::from(*prefill) : OrderDraft());
    if (prefill) {
        // It is a wish of its own until something is said: nothing typed would be lost.
        m_untouched = m_builder->draft();
    }
    if (isOpen())
        m_builder->focusSearch();
    else
        open(m_builder->picker()->searchEdit());
}

void NewOrderSheet::take(std::size_t kept)
{
    if (kept >= m_kept.size())
        return;
    const OrderDraft draft = m_kept[kept];
    m_kept.erase(m_kept.begin() + std::ptrdiff_t(kept));
    keepDraft();
    startDraft(draft);
    // It was kept because it would be missed.
    m_untouched = OrderDraft();
    m_builder->focusSearch();
}

bool NewOrderSheet::wouldLose() const
{
    const OrderDraft &draft = m_builder->draft();
    return !isPlaced() && draft.hasContent() &&
           (draft.head != m_untouched.head || draft.lines() != m_untouched.lines());
}

void NewOrderSheet::keepDraft()
{
    if (!wouldLose())
        return;
    m_kept.push_back(m_builder->draft());
    startDraft({});
}

bool NewOrderSheet::keep()
{
    keepDraft();
    return true;
}

void NewOrderSheet::discard()
{
    startDraft({});
}

void NewOrderSheet::chooseFulfilment(int index)
{
    m_fulfilments->setChosen(index);
    const Fulfilment fulfilment = fulfilmentOrder[std::size_t(index)];
    m_details->setFulfilment(fulfilment);
    m_builder->draft().head.fulfilment = fulfilment;
    m_builder->setCourses(fulfilment == Fulfilment::DineIn, 1);
    m_builder->setProblems({});
    m_details->setProblems({});
    say(QString(), false);
    showDone();
}

void NewOrderSheet::submit()
{
    if (isPlaced()) {
        startDraft({});
        close();
        return;
    }
    if (m_builder->isEditing()) {
        say([] { return tr("First finish the dish that is open: add it, or go back."); }, true);
        m_builder->editor()->setFocus(Qt::OtherFocusReason);
        return;
    }
    // A dish that was typed but not added would be missing at the table.
    if (const QString typed = m_builder->picker()->searchEdit()->text().trimmed(); !typed.isEmpty()) {
        say([typed] { return tr("“%1” is not on the ticket yet: Enter adds it, Esc clears it.").arg(typed); }, true);
        m_builder->focusSearch();
        return;
    }
    OrderDraft &draft = m_builder->draft();
    if (!m_details->coversStepper()->isValid() && draft.head.fulfilment == Fulfilment::DineIn) {
        refused({ErrorCode::ValidationFailed, QString(), {{QStringLiteral("covers"), QString()}}});
        return;
    }
    if (!draft.promisedAt(m_port.hubNowMs(), m_port.business().timeZone)) {
        refused({ErrorCode::ValidationFailed, QString(), {{QStringLiteral("promised_at"), QString()}}});
        return;
    }
    const auto made = m_port.create(draft.toNewOrder(m_port.hubNowMs(), m_port.business().timeZone));
    if (!made) {
        refused(made.error());
        return;
    }
    m_placed = *made;
    showPlaced();
    m_pages->setCurrentIndex(1);
    showDone();
    say(QString(), false);
    doneButton()->setFocus(Qt::OtherFocusReason);
    Q_EMIT placed(made->order.id);
}

QString NewOrderSheet::refusalWords(const Error &error) const
{
    const std::vector<DraftProblem> problems = draftProblems(error);
    if (problems.empty())
        return LinkText::refusal(errorCodeText(error.code), error.message);
    const DraftProblem &first = problems.front();
    const OrderDraft &draft = m_builder->draft();
    const bool isOfLine = first.line >= 0 && first.line < int(draft.lines().size());
    const NewOrderLine *line = isOfLine ? &draft.lines()[std::size_t(first.line)].wanted : nullptr;
    const Catalog catalog = m_port.catalog();
    const Item *item = line ? catalog.findItem(line->itemId) : nullptr;
    const QString words = DraftText::problem(first, line, item, item ? catalog.quantityStepOf(*item) : 1000);
    return item ? item->name + QStringLiteral(": ") + words : words;
}

void NewOrderSheet::refused(const Error &error)
{
    const std::vector<DraftProblem> problems = draftProblems(error);
    m_details->setProblems(problems);
    m_builder->setProblems(problems);
    say([this, error] { return refusalWords(error); }, true);
    if (problems.empty() || m_details->focusProblem())
        return;
    if (problems.front().line >= 0)
        m_builder->focusTicket();
    else
        m_builder->focusSearch();
}

void NewOrderSheet::showPlaced()
{
    const Order &order = m_placed->order;
    m_number->setText(order.number);
    const QString zone = m_port.business().timeZone;
    QStringList parts{DraftText::whereTo(order), formats::money(order.cost.totalMinor, order.cost.currency)};
    if (!order.guestName.isEmpty())
        parts.prepend(order.guestName);
    if (order.promisedAtMs > 0)
        parts << tr("promised %1").arg(ZoneClock(zone).moment(order.promisedAtMs, m_port.hubNowMs()));
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    const bool isLive = m_link.facts().state == LinkStatus::State::Live;
    m_placedLink->setText(!m_placed->onlyHere ? tr("The site has it.")
                          : isLive            ? tr("On its way to the kitchen.")
                                              : tr("Kept here. It is sent when the site answers."));
    setAccessibleDescription(order.number + QStringLiteral(", ") + m_summary->text());
}

QString NewOrderSheet::placedNumber() const
{
    return isPlaced() ? m_placed->order.number : QString();
}

void NewOrderSheet::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (isAsking()) {
        EntrySheet::keyPressEvent(event);
        return;
    }
    if (isPlaced()) {
        if (key == Qt::Key_F2)
            entry::click(m_another);
        else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !m_another->hasFocus())
            entry::click(doneButton());
        else
            EntrySheet::keyPressEvent(event);
        event->accept();
        return;
    }
    if (key == Qt::Key_F2) {
        m_builder->closeEditor();
        m_builder->focusSearch();
    } else if (key == Qt::Key_F3) {
        m_builder->focusTicket();
    } else if (key == Qt::Key_F4) {
        m_details->focusFirst();
    } else if (key >= Qt::Key_F6 && key <= Qt::Key_F8) {
        chooseFulfilment(key - Qt::Key_F6);
        m_details->focusFirst();
    } else if (key == Qt::Key_F9) {
        take(0);
    } else if (!event->text().isEmpty() && event->text().at(0).isLetterOrNumber() &&
               !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
        // Wherever the hand is: typing means a dish.
        m_builder->closeEditor();
        m_builder->focusSearch();
        QCoreApplication::sendEvent(m_builder->picker()->searchEdit(), event);
    } else {
        EntrySheet::keyPressEvent(event);
        return;
    }
    event->accept();
}

} // namespace oshaq
