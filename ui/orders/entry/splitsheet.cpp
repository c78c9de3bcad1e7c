// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/splitsheet.h"

#include "models/domain/pricing.h"
#include "models/domain/uuid7.h"
#include "ui/common/formats.h"
#include "ui/common/linktext.h"
#include "ui/common/stepper.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/entry/entrywidgets.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>
#include <utility>

namespace oshaq {

SplitSheet::SplitSheet(OrdersPort &port, ArchivePort &archive, const Look &look, QWidget *parent)
    : EntrySheet(look, Place::Right, 700, parent)
    , m_port(port)
    , m_archive(archive)
    , m_list(new QVBoxLayout)
    , m_about(entry::label(QStringLiteral("muted"), nullptr))
    , m_stays(entry::label(QStringLiteral("strong"), nullptr))
    , m_goes(entry::label(QStringLiteral("strong"), nullptr))
{
    setObjectName(QStringLiteral("splitSheet"));
    body()->addWidget(m_about);
    body()->addLayout(m_list);
    body()->addWidget(m_stays);
    body()->addWidget(m_goes);
    body()->addStretch(1);
    setLook(look);
    retranslate();
}

SplitSheet::~SplitSheet()
{
    if (m_call)
        m_archive.cancel(*m_call);
}

void SplitSheet::setLook(const Look &look)
{
    m_list->setSpacing(look.px(10));
    for (const Row &row : m_rows)
        row.stepper->setLook(look);
    EntrySheet::setLook(look);
}

void SplitSheet::retranslate()
{
    EntrySheet::retranslate();
    setTitle(m_order.number.isEmpty() ? tr("Split the order") : tr("Split %1").arg(m_order.number));
    m_about->setText(tr("How much of each dish goes to the new order?"));
    showTotals();
}

void SplitSheet::begin(qint64 orderId)
{
    const auto entry = m_port.order(orderId);
    if (!entry)
        return;
    if (m_call)
        m_archive.cancel(*std::exchange(m_call, std::nullopt));
    m_order = entry->order;
    m_finished = false;
    m_key.clear();
    for (const Row &row : std::exchange(m_rows, {})) {
        row.box->hide();
        row.box->deleteLater();
    }
    const Catalog catalog = m_port.catalog();
    for (const OrderLine &line : m_order.lines) {
        if (line.status == LineStatus::Voided)
            continue;
        auto *box = new QWidget;
        auto *columns = new QHBoxLayout(box);
        columns->setContentsMargins(0, 0, 0, 0);
        auto *words = new QVBoxLayout;
        QLabel *name = entry::label(QStringLiteral("strong"), box);
        name->setText(formats::quantity(line.quantity) + QStringLiteral("  ") + line.name);
        words->addWidget(name);
        QStringList options;
        for (const OrderLineOption &option : line.options)
            options << option.name;
        if (!options.isEmpty()) {
            QLabel *below = entry::label(QStringLiteral("caption"), box);
            below->setText(options.join(QStringLiteral(" · ")));
            words->addWidget(below);
        }
        columns->addLayout(words, 1);
        auto *stepper = new Stepper(look(), box);
        stepper->setObjectName(QStringLiteral("splitQuantity"));
        const Item *item = catalog.findItem(line.itemId);
        qint64 step = item ? catalog.quantityStepOf(*item) : line.quantity;
        // A quantity of an older menu goes as a whole.
        if (step <= 0 || line.quantity % step != 0)
            step = line.quantity;
        stepper->setRange(step, 0, line.quantity);
        stepper->setValue(0);
        stepper->setWhat(line.name);
        columns->addWidget(stepper);
        m_list->addWidget(box);
        connect(stepper, &Stepper::valueChanged, this, [this] {
            // Another choice is another request.
            m_key.clear();
            say(QString(), false);
            showTotals();
        });
        m_rows.push_back({line, box, stepper});
    }
    for (std::size_t i = 1; i < m_rows.size(); ++i)
        setTabOrder(m_rows[i - 1].stepper, m_rows[i].stepper);
    doneButton()->setEnabled(true);
    say(m_order.id < 0 ? tr("The site does not have this order yet. Split it when it has.") : QString(),
        m_order.id < 0);
    retranslate();
    open(m_rows.empty() ? nullptr : static_cast<QWidget *>(m_rows.front().stepper));
}

std::vector<ArchivePort::SplitLine> SplitSheet::choice() const
{
    std::vector<ArchivePort::SplitLine> lines;
    for (const Row &row : m_rows) {
        if (row.stepper->value() > 0)
            lines.push_back({row.line.id, row.stepper->value()});
    }
    return lines;
}

void SplitSheet::showTotals()
{
    std::vector<OrderLine> stay;
    std::vector<OrderLine> go;
    for (const Row &row : m_rows) {
        OrderLine part = row.line;
        part.quantity = row.stepper->value();
        if (part.quantity > 0)
            go.push_back(part);
        part.quantity = row.line.quantity - part.quantity;
        if (part.quantity > 0)
            stay.push_back(part);
    }
    const Currency currency = m_order.cost.currency;
    const auto total = [&currency, rate = m_order.cost.taxRate](const std::vector<OrderLine> &lines, qint64 delivery) {
        const auto cost = costOf(lines, delivery, currency, rate);
        return formats::money(cost ? cost->totalMinor : 0, currency);
    };
    m_stays->setText(tr("%1 keeps %2").arg(m_order.number, total(stay, m_order.cost.deliveryMinor)));
    m_goes->setText(tr("The new order gets %1").arg(total(go, 0)));
    m_stays->setVisible(!m_rows.empty());
    m_goes->setVisible(!m_rows.empty());
    doneButton()->setText(m_finished ? tr("Done") : tr("Split"));
    doneButton()->setKeys(m_finished ? QStringList{QStringLiteral("Enter")}
                                     : QStringList{QStringLiteral("Ctrl"), QStringLiteral("Enter")});
}

QString SplitSheet::staysText() const
{
    return m_stays->text();
}

QString SplitSheet::goesText() const
{
    return m_goes->text();
}

void SplitSheet::submit()
{
    if (m_finished) {
        close();
        return;
    }
    if (m_call)
        return;
    if (m_order.id < 0) {
        say([] { return tr("The site does not have this order yet. Split it when it has."); }, true);
        return;
    }
    const auto lines = choice();
    const bool isValid =
        std::all_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.stepper->isValid(); });
    if (!isValid) {
        say([] { return tr("Look at the marked quantities."); }, true);
        return;
    }
    const bool somethingStays = std::any_of(m_rows.begin(), m_rows.end(),
                                            [](const Row &row) { return row.stepper->value() < row.line.quantity; });
    if (lines.empty() || !somethingStays) {
        say(lines.empty() ? tr("Choose what goes to the new order.") : tr("Something has to stay in this order."),
            true);
        return;
    }
    if (m_key.isEmpty())
        m_key = makeUuid7(m_port.hubNowMs());
    say([] { return tr("Asking the site…"); }, false);
    doneButton()->setEnabled(false);
    m_call = m_archive.split(m_key, m_order.id, lines, [this](const PortAnswer<Order> &answer) {
        m_call.reset();
        doneButton()->setEnabled(true);
        if (!answer) {
            if (answer.failure.kind == PortFailure::Kind::Refused)
                m_key.clear();
            say([failure = answer.failure] { return LinkText::failure(failure) + u' ' + tr("Your choice stays."); },
                true);
            return;
        }
        m_finished = true;
        for (const Row &row : m_rows)
            row.stepper->setEnabled(false);
        say(tr("The new order is %1.").arg(answer.value->number), false);
        showTotals();
        doneButton()->setFocus(Qt::OtherFocusReason);
    });
}

void SplitSheet::keyPressEvent(QKeyEvent *event)
{
    if (m_finished && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        close();
        event->accept();
        return;
    }
    EntrySheet::keyPressEvent(event);
}

} // namespace oshaq
