// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/addlinessheet.h"

#include "ui/common/formats.h"
#include "ui/common/linktext.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/entry/dishpicker.h"
#include "ui/orders/entry/drafttext.h"
#include "ui/orders/entry/entrywidgets.h"
#include "ui/orders/entry/lineeditor.h"
#include "ui/orders/entry/orderbuilder.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace oshaq {

AddLinesSheet::AddLinesSheet(OrdersPort &port, const Look &look, QWidget *parent)
    : EntrySheet(look, Place::Right, 1180, parent)
    , m_port(port)
    , m_builder(new OrderBuilder(port, look, nullptr))
    , m_about(entry::label(QStringLiteral("muted"), nullptr))
{
    setObjectName(QStringLiteral("addLinesSheet"));
    body()->addWidget(m_about);
    body()->addWidget(m_builder, 1);
    connect(m_builder, &OrderBuilder::changed, this, [this] {
        say(QString(), false);
        showDone();
    });
    connect(&m_port, &OrdersPort::ordersChanged, this, &AddLinesSheet::showDone);
    connect(&m_port, &OrdersPort::orderKnown, this, [this](qint64 localId, qint64 orderId) {
        if (auto node = m_kept.extract(localId); !node.empty()) {
            node.key() = orderId;
            m_kept.insert(std::move(node));
        }
        if (m_orderId == localId)
            m_orderId = orderId;
    });
    setLook(look);
    retranslate();
}

void AddLinesSheet::setLook(const Look &look)
{
    m_builder->setLook(look);
    EntrySheet::setLook(look);
}

void AddLinesSheet::retranslate()
{
    EntrySheet::retranslate();
    leaveStrip()->setTexts(tr("Keep these dishes for the order?"), tr("Keep"), tr("Discard"), tr("Go on"));
    showDone();
}

void AddLinesSheet::begin(qint64 orderId)
{
    const auto entry = m_port.order(orderId);
    if (!entry)
        return;
    stopAsking();
    m_orderId = orderId;
    OrderDraft draft;
    if (const auto kept = m_kept.find(orderId); kept != m_kept.end())
        draft = kept->second;
    draft.head.allergy = entry->order.allergy;
    m_builder->setDraft(draft);
    m_builder->picker()->clearSearch();
    m_builder->setCourses(true, std::max(1, lastFiredCourse(entry->order.lines)));
    say(QString(), false);
    showDone();
    open(m_builder->picker()->searchEdit());
}

void AddLinesSheet::showDone()
{
    const auto entry = m_port.order(m_orderId);
    if (!entry) {
        setTitle(tr("Add dishes"));
        doneButton()->setText(tr("Add to the order"));
        return;
    }
    const Order &order = entry->order;
    setTitle(tr("Add to %1").arg(order.number));
    m_about->setText(DraftText::whereTo(order) + QStringLiteral(" · ") +
                     tr("so far %1").arg(formats::money(order.cost.totalMinor, order.cost.currency)));
    doneButton()->setText(m_builder->draft().lines().empty() ? tr("Add to the order")
                                                             : tr("Add · %1").arg(m_builder->totalText()));
}

bool AddLinesSheet::wouldLose() const
{
    const auto kept = m_kept.find(m_orderId);
    const auto &lines = m_builder->draft().lines();
    return !lines.empty() && (kept == m_kept.end() || kept->second.lines() != lines);
}

void AddLinesSheet::keepLines()
{
    if (!m_builder->draft().lines().empty())
        m_kept[m_orderId] = m_builder->draft();
}

void AddLinesSheet::discard()
{
    m_kept.erase(m_orderId);
    m_builder->setDraft({});
}

void AddLinesSheet::submit()
{
    if (m_builder->isEditing()) {
        say([] { return tr("First finish the dish that is open: add it, or go back."); }, true);
        m_builder->editor()->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (const QString typed = m_builder->picker()->searchEdit()->text().trimmed(); !typed.isEmpty()) {
        say([typed] { return tr("“%1” is not on the ticket yet: Enter adds it, Esc clears it.").arg(typed); }, true);
        m_builder->focusSearch();
        return;
    }
    const NewOrder request = m_builder->draft().toNewOrder(m_port.hubNowMs(), m_port.business().timeZone);
    if (request.lines.empty()) {
        say([] { return tr("Choose at least one dish."); }, true);
        m_builder->focusSearch();
        return;
    }
    const auto added = m_port.addLines(m_orderId, request.lines);
    if (!added) {
        const auto problems = draftProblems(added.error());
        m_builder->setProblems(problems);
        say(problems.empty() ? LinkText::refusal(errorCodeText(added.error().code), added.error().message)
                             : tr("Look at the marked dishes."),
            true);
        return;
    }
    m_kept.erase(m_orderId);
    m_builder->setDraft({});
    close();
}

void AddLinesSheet::keyPressEvent(QKeyEvent *event)
{
    if (!isAsking() && event->key() == Qt::Key_F2) {
        m_builder->closeEditor();
        m_builder->focusSearch();
    } else if (!isAsking() && event->key() == Qt::Key_F3) {
        m_builder->focusTicket();
    } else {
        EntrySheet::keyPressEvent(event);
        return;
    }
    event->accept();
}

} // namespace oshaq
