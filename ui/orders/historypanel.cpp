// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/historypanel.h"

#include "ui/common/formats.h"
#include "ui/common/painting.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/ordertext.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>

namespace oshaq {

namespace {

constexpr size_t mostPast = 5;

QLabel *captionLabel(QWidget *parent, const char *role)
{
    auto *label = new QLabel(parent);
    label->setProperty("role", QLatin1String(role));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// An event with its dot at the left.
class EventLabel final : public QLabel
{
public:
    EventLabel(const Look &look, QWidget *parent)
        : QLabel(parent)
    {
        setWordWrap(true);
        setTextFormat(Qt::RichText);
        setTextInteractionFlags(Qt::NoTextInteraction);
        setLook(look);
    }

    void setLook(const Look &look)
    {
        m_look = look;
        setContentsMargins(look.px(18), look.px(4), 0, look.px(4));
        update();
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal size = m_look.px(8);
        const qreal y = m_look.px(4) + (m_look.lineSpacing(TextRole::Caption) - size) / 2;
        painting::fillRounded(painter, QRectF(m_look.px(2), y, size, size), size / 2, m_look.theme().ember);
        painter.end();
        QLabel::paintEvent(event);
    }

private:
    Look m_look;
};

} // namespace

HistoryPanel::HistoryPanel(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_title(captionLabel(this, "caption"))
    , m_status(captionLabel(this, "caption"))
    , m_list(new QVBoxLayout)
{
    m_status->setObjectName(QStringLiteral("historyStatus"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addLayout(m_list);
    layout->addWidget(m_status);
    m_list->setSpacing(0);
    refresh();
}

void HistoryPanel::setLook(const Look &look)
{
    m_look = look;
    for (QLabel *label : m_labels)
        static_cast<EventLabel *>(label)->setLook(look);
    refresh();
}

void HistoryPanel::setClock(const ZoneClock &clock, qint64 nowMs, const Currency &currency)
{
    m_clock = clock;
    m_nowMs = nowMs;
    m_currency = currency;
}

void HistoryPanel::setTimeline(const OrderTimeline &timeline)
{
    m_events = timeline.events;
    m_status->clear();
    refresh();
}

void HistoryPanel::setStatus(const QString &words)
{
    m_status->setText(words);
    m_status->setVisible(!words.isEmpty());
}

void HistoryPanel::clear()
{
    m_events.clear();
    m_status->clear();
    refresh();
}

void HistoryPanel::refresh()
{
    m_title->setText(tr("History"));
    while (m_labels.size() > m_events.size()) {
        delete m_labels.back();
        m_labels.pop_back();
    }
    while (m_labels.size() < m_events.size()) {
        auto *label = new EventLabel(m_look, this);
        label->setProperty("role", QStringLiteral("event"));
        m_list->addWidget(label);
        m_labels.push_back(label);
    }
    for (size_t i = 0; i < m_events.size(); ++i) {
        const OrderText::EventWords words = OrderText::event(m_events[i], m_clock, m_nowMs, m_currency);
        m_labels[i]->setText(
            QStringLiteral("<b>%1</b> %2").arg(words.what.toHtmlEscaped(), words.rest.toHtmlEscaped()));
        m_labels[i]->setAccessibleName(words.what + QLatin1Char(' ') + words.rest);
    }
    m_status->setVisible(!m_status->text().isEmpty());
}

QStringList HistoryPanel::texts() const
{
    QStringList texts;
    for (const QLabel *label : m_labels)
        texts << label->accessibleName();
    return texts;
}

void HistoryPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

// ---- the guest

GuestPanel::GuestPanel(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_title(captionLabel(this, "caption"))
    , m_name(captionLabel(this, "event"))
    , m_allergy(captionLabel(this, "error"))
    , m_addresses(captionLabel(this, "caption"))
    , m_status(captionLabel(this, "caption"))
    , m_pastTitle(captionLabel(this, "caption"))
    , m_pastList(new QVBoxLayout)
{
    m_name->setObjectName(QStringLiteral("guestName"));
    m_allergy->setObjectName(QStringLiteral("guestAllergy"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (QLabel *label : {m_title, m_name, m_allergy, m_addresses, m_status, m_pastTitle})
        layout->addWidget(label);
    layout->addLayout(m_pastList);
    m_pastList->setSpacing(4);
    refresh();
}

void GuestPanel::setLook(const Look &look)
{
    m_look = look;
    for (TouchButton *button : m_past)
        button->setLook(look);
}

void GuestPanel::setGuest(const Order &order, const std::optional<GuestCard> &card, const QString &status,
                          const ZoneClock &clock, qint64 nowMs)
{
    if (order == m_order && card == m_card && status == m_statusText)
        return;
    m_order = order;
    m_card = card;
    m_statusText = status;
    m_clock = clock;
    m_nowMs = nowMs;
    refresh();
}

void GuestPanel::refresh()
{
    const auto say = [](QLabel *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    const QString dot = QStringLiteral(" · ");
    say(m_title, tr("Guest"));
    if (m_card) {
        QStringList parts;
        for (const QString &part : {m_card->name, m_card->phone, OrderText::ordersSince(*m_card)}) {
            if (!part.isEmpty())
                parts << part;
        }
        say(m_name, parts.join(dot));
    } else {
        say(m_name, m_order.guestPhone.isEmpty()  ? OrderText::guest(m_order)
                    : m_order.guestName.isEmpty() ? m_order.guestPhone
                                                  : m_order.guestName + dot + m_order.guestPhone);
    }
    say(m_allergy, m_card && !m_card->lastAllergy.isEmpty() ? tr("Allergy: %1").arg(m_card->lastAllergy) : QString());
    QStringList addresses;
    for (const GuestAddress &address : m_card ? m_card->addresses : std::vector<GuestAddress>())
        addresses << (address.label.isEmpty() ? address.address
                                              : address.label + QStringLiteral(": ") + address.address);
    say(m_addresses, addresses.join(QLatin1Char('\n')));
    say(m_status, m_statusText);

    std::vector<Order> past;
    for (const Order &order : m_card ? m_card->recent : std::vector<Order>()) {
        if (order.id != m_order.id && past.size() < mostPast)
            past.push_back(order);
    }
    say(m_pastTitle, past.empty() ? QString() : tr("Past orders"));
    while (m_past.size() > past.size()) {
        delete m_past.back();
        m_past.pop_back();
    }
    while (m_past.size() < past.size()) {
        auto *button = new TouchButton(m_look, this);
        button->setTakesFocus(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &TouchButton::clicked, this,
                [this, button] { Q_EMIT orderRequested(button->property("orderId").toLongLong()); });
        m_pastList->addWidget(button);
        m_past.push_back(button);
    }
    for (size_t i = 0; i < past.size(); ++i) {
        const Order &order = past[i];
        m_past[i]->setProperty("orderId", order.id);
        m_past[i]->setObjectName(QStringLiteral("pastOrder%1").arg(order.id));
        m_past[i]->setText(order.number + dot + m_clock.moment(order.placedAtMs, m_nowMs));
        m_past[i]->setAccessibleName(
            tr("Open %1, %2, %3")
                .arg(order.number, m_clock.moment(order.placedAtMs, m_nowMs), OrderText::items(order)));
        m_past[i]->setToolTip(OrderText::items(order));
    }
}

QString GuestPanel::text() const
{
    return QStringList{m_name->text(), m_allergy->text(), m_addresses->text(), m_status->text()}.join(
        QLatin1Char('\n'));
}

void GuestPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace oshaq
