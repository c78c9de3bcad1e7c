// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/orderdetail.h"

#include "ui/common/formats.h"
#include "ui/common/painting.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/historypanel.h"
#include "ui/orders/orderlines.h"
#include "ui/orders/ordertext.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFontMetrics>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScroller>

namespace oshaq {

/// The coloured square and the word beside it.
class StatusChip final : public QWidget
{
public:
    StatusChip(const Look &look, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    void setLook(const Look &look)
    {
        m_look = look;
        updateGeometry();
        update();
    }

    void setStatus(OrderStatus status)
    {
        m_status = status;
        setAccessibleName(OrderText::status(status));
        updateGeometry();
        update();
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_look.font(TextRole::BodyBold));
        return QSize(m_look.px(22) + metrics.horizontalAdvance(OrderText::status(m_status)) + m_look.px(2),
                     metrics.height() + m_look.px(4));
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = m_look.theme();
        const qreal size = m_look.px(14);
        const QRectF square(0, (height() - size) / 2, size, size);
        const QColor colour = statusColour(theme, m_status);
        painting::fillRounded(painter, square, m_look.px(3), colour);
        painting::outlineRounded(painter, square, m_look.px(3),
                                 theme.isDark ? colour.lighter(120) : colour.darker(150));
        painter.setFont(m_look.font(TextRole::BodyBold));
        painter.setPen(theme.text);
        painter.drawText(rect().adjusted(m_look.px(22), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         OrderText::status(m_status));
    }

private:
    Look m_look;
    OrderStatus m_status = OrderStatus::New;
};

/// What nobody may overlook: a filled band with a sign and words.
class AllergyBand final : public QWidget
{
public:
    AllergyBand(const Look &look, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
    {
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        hide();
    }

    void setLook(const Look &look)
    {
        m_look = look;
        updateGeometry();
        update();
    }

    void setText(const QString &text)
    {
        m_text = text;
        setAccessibleName(text);
        setVisible(!text.isEmpty());
        updateGeometry();
        update();
    }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        const QFontMetrics metrics(m_look.font(TextRole::BodyBold));
        return metrics.boundingRect(QRect(0, 0, qMax(1, width - m_look.px(52)), 10'000), Qt::TextWordWrap, m_text)
                   .height() +
               m_look.px(14);
    }
    QSize sizeHint() const override { return QSize(m_look.px(200), heightForWidth(qMax(width(), m_look.px(240)))); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = m_look.theme();
        painting::fillRounded(painter, rect(), m_look.px(8), theme.allergy);
        const qreal size = m_look.px(22);
        painting::drawWarningSign(painter, QRectF(m_look.px(10), (height() - size) / 2, size, size), theme.ink,
                                  theme.allergy);
        painter.setFont(m_look.font(TextRole::BodyBold));
        painter.setPen(theme.ink);
        painter.drawText(rect().adjusted(m_look.px(40), 0, -m_look.px(10), 0),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, m_text);
    }

private:
    Look m_look;
    QString m_text;
};

namespace {

QLabel *makeLabel(QWidget *parent, const char *name, const char *role = "")
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    if (*role)
        label->setProperty("role", QLatin1String(role));
    return label;
}

QLabel *amountLabel(QWidget *parent, const char *name, const char *role = "")
{
    QLabel *label = makeLabel(parent, name, role);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

} // namespace

OrderDetail::OrderDetail(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_state(new StateView(look, this))
    , m_whole(new QWidget(this))
    , m_back(new TouchButton(look, m_whole))
    , m_number(makeLabel(m_whole, "detailNumber", "figure"))
    , m_chip(new StatusChip(look, m_whole))
    , m_where(makeLabel(m_whole, "detailWhere", "muted"))
    , m_pending(makeLabel(m_whole, "detailPending", "caption"))
    , m_allergy(new AllergyBand(look, m_whole))
    , m_scroll(new QScrollArea(m_whole))
{
    setObjectName(QStringLiteral("orderDetail"));
    m_chip->setObjectName(QStringLiteral("detailStatus"));
    m_allergy->setObjectName(QStringLiteral("detailAllergy"));
    m_where->setWordWrap(true);
    m_pending->setWordWrap(true);
    m_back->setObjectName(QStringLiteral("detailBack"));
    m_back->setTakesFocus(true);
    m_back->hide();

    auto *content = new QWidget(m_scroll);
    m_note = makeLabel(content, "detailNote", "note");
    m_note->setWordWrap(true);
    m_lines = new OrderLines(look, content);
    m_costs = new QGridLayout;
    m_subtotalName = makeLabel(content, "subtotalName");
    m_subtotal = amountLabel(content, "subtotal");
    m_deliveryName = makeLabel(content, "deliveryName");
    m_delivery = amountLabel(content, "delivery");
    m_costs->addWidget(m_subtotalName, 0, 0);
    m_costs->addWidget(m_subtotal, 0, 1);
    m_costs->addWidget(m_deliveryName, 1, 0);
    m_costs->addWidget(m_delivery, 1, 1);
    m_costs->setColumnStretch(0, 1);
    m_history = new HistoryPanel(look, content);
    m_history->setObjectName(QStringLiteral("orderHistory"));
    m_guest = new GuestPanel(look, content);
    m_guest->setObjectName(QStringLiteral("guestPanel"));
    auto *inner = new QVBoxLayout(content);
    inner->addWidget(m_note);
    inner->addWidget(m_lines);
    inner->addLayout(m_costs);
    inner->addWidget(m_history);
    inner->addWidget(m_guest);
    inner->addStretch(1);
    m_scroll->setObjectName(QStringLiteral("detailScroll"));
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setMinimumHeight(1);
    // A finger moves it wherever it is put down.
    QScroller::grabGesture(m_scroll->viewport(), QScroller::TouchGesture);

    m_footer = new QWidget(m_whole);
    m_totalName = makeLabel(m_footer, "totalName", "title");
    m_totalName->setWordWrap(true); // the payment may stand beside it
    m_total = amountLabel(m_footer, "total", "title");
    m_paymentName = makeLabel(m_footer, "detailPayment", "muted");
    m_paymentName->setWordWrap(true);
    m_due = amountLabel(m_footer, "due", "strong");
    m_waits = makeLabel(m_footer, "detailWaits", "caption");
    m_waits->setWordWrap(true);
    m_buttonBox = new QWidget(m_footer);
    const auto button = [&](const char *name, TouchButton::Kind kind) {
        auto *made = new TouchButton(look, m_buttonBox);
        made->setObjectName(QLatin1String(name));
        made->setKind(kind);
        made->setTakesFocus(true);
        made->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_buttons.push_back(made);
        return made;
    };
    m_primary = button("primaryButton", TouchButton::Kind::Primary);
    m_refuse = button("refuseButton", TouchButton::Kind::Danger);
    m_pay = button("payButton", TouchButton::Kind::Raised);
    m_print = button("printButton", TouchButton::Kind::Raised);
    m_more = button("moreButton", TouchButton::Kind::Raised);
    m_keep = button("keepButton", TouchButton::Kind::Raised);
    m_void = button("voidButton", TouchButton::Kind::Danger);
    auto *totals = new QGridLayout;
    totals->addWidget(m_totalName, 0, 0);
    totals->addWidget(m_total, 0, 1);
    totals->addWidget(m_paymentName, 1, 0);
    totals->addWidget(m_due, 1, 1);
    totals->setColumnStretch(0, 1);
    auto *foot = new QVBoxLayout(m_footer);
    foot->addLayout(totals);
    foot->addWidget(m_waits);
    foot->addWidget(m_buttonBox);

    auto *headLine = new QHBoxLayout;
    headLine->setSpacing(look.px(12));
    headLine->addWidget(m_number);
    headLine->addWidget(m_chip, 0, Qt::AlignVCenter);
    headLine->addStretch(1);
    headLine->addWidget(m_back);
    auto *whole = new QVBoxLayout(m_whole);
    whole->addLayout(headLine);
    whole->addWidget(m_where);
    whole->addWidget(m_pending);
    whole->addWidget(m_allergy);
    whole->addWidget(m_scroll, 1);
    whole->addWidget(m_footer);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_whole, 1);
    layout->addWidget(m_state, 1);

    connect(m_primary, &TouchButton::clicked, this, [this] { Q_EMIT actRequested(OrderAct::Kind::Advance); });
    connect(m_refuse, &TouchButton::clicked, this, [this] { Q_EMIT actRequested(OrderAct::Kind::Cancel); });
    connect(m_pay, &TouchButton::clicked, this, [this] { Q_EMIT actRequested(OrderAct::Kind::Pay); });
    connect(m_print, &TouchButton::clicked, this, [this] { Q_EMIT actRequested(OrderAct::Kind::Print); });
    connect(m_more, &TouchButton::clicked, this, &OrderDetail::moreRequested);
    connect(m_keep, &TouchButton::clicked, this, &OrderDetail::choosingEnded);
    connect(m_void, &TouchButton::clicked, this, &OrderDetail::voidRequested);
    connect(m_back, &TouchButton::clicked, this, &OrderDetail::backRequested);
    connect(m_lines, &OrderLines::fireRequested, this, &OrderDetail::fireRequested);
    connect(m_lines, &OrderLines::choiceChanged, this, &OrderDetail::refreshButtons);
    connect(m_guest, &GuestPanel::orderRequested, this, &OrderDetail::pastOrderRequested);

    setLook(look);
    clear();
}

OrderDetail::~OrderDetail() = default;

void OrderDetail::setLook(const Look &look)
{
    m_look = look;
    m_state->setLook(look);
    m_chip->setLook(look);
    m_allergy->setLook(look);
    m_lines->setLook(look);
    m_history->setLook(look);
    m_guest->setLook(look);
    m_back->setLook(look);
    for (TouchButton *button : m_buttons)
        button->setLook(look);
    const int edge = look.px(18);
    m_whole->layout()->setContentsMargins(edge, look.px(14), edge, look.px(14));
    m_whole->layout()->setSpacing(look.px(6));
    m_scroll->widget()->layout()->setContentsMargins(0, 0, look.px(4), 0);
    m_scroll->widget()->layout()->setSpacing(look.px(10));
    m_costs->setVerticalSpacing(look.px(4));
    m_footer->layout()->setContentsMargins(0, 0, 0, 0);
    m_footer->layout()->setSpacing(look.px(6));
    refresh();
}

void OrderDetail::clear()
{
    m_desk.reset();
    m_earlier = false;
    m_acts = OrderActList();
    m_lines->setChoosing(false, {});
    refresh();
}

void OrderDetail::setOrder(const DeskOrder &desk, bool earlier, const OrderActList &acts, const ZoneClock &clock,
                           qint64 nowMs)
{
    const bool isOther = !m_desk || m_desk->order.id != desk.order.id;
    m_desk = desk;
    m_earlier = earlier;
    m_acts = acts;
    m_clock = clock;
    m_nowMs = nowMs;
    if (isOther) {
        m_lines->setChoosing(false, {});
        m_scroll->ensureVisible(0, 0);
    }
    refresh();
}

void OrderDetail::setBackVisible(bool visible)
{
    m_back->setVisible(visible);
}

void OrderDetail::setGuestVisible(bool visible)
{
    m_guest->setVisible(visible);
}

void OrderDetail::setChoosing(bool choosing, const std::set<qint64> &choosable)
{
    m_lines->setChoosing(choosing, choosable);
    refreshButtons();
    if (choosing)
        m_lines->focusFirst();
}

bool OrderDetail::isChoosing() const
{
    return m_lines->isChoosing();
}

void OrderDetail::refresh()
{
    m_whole->setVisible(m_desk.has_value());
    m_state->setVisible(!m_desk);
    if (!m_desk) {
        m_state->setState(QStringLiteral("orders"), tr("No order chosen"),
                          tr("Choose one with the arrow keys or a tap: what it is and what can be done stands here."));
        return;
    }
    const Order &order = m_desk->order;
    const Currency &currency = order.cost.currency;
    const auto say = [](QLabel *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    m_number->setText(order.number);
    m_chip->setStatus(order.status);
    m_where->setText(OrderText::where(order, m_clock, m_nowMs) + QStringLiteral(" · ") +
                     tr("placed %1").arg(m_clock.moment(order.placedAtMs, m_nowMs)));
    if (m_earlier)
        say(m_pending, tr("An earlier order: it can be read and printed."));
    else if (!OrderText::deadline(order, m_nowMs).isEmpty())
        say(m_pending, tr("%1 waits for an answer until %2.")
                           .arg(order.origin.title(), m_clock.moment(order.origin.acceptByMs, m_nowMs)));
    else if (m_desk->onlyHere)
        say(m_pending, tr("Not sent yet: the site does not know this order."));
    else if (m_desk->pending)
        say(m_pending, tr("A change of it has not reached the site yet."));
    else if (!order.cancelReason.isEmpty())
        say(m_pending, OrderText::cancelled(order.cancelReason));
    else
        say(m_pending, {});
    m_allergy->setText(OrderText::allergy(order));
    say(m_note, order.note.trimmed().isEmpty() ? QString() : tr("“%1”").arg(order.note.trimmed()));
    m_lines->setOrder(order, m_acts.find(OrderAct::Kind::Fire) != nullptr);
    m_subtotalName->setText(tr("Subtotal"));
    m_subtotal->setText(formats::money(order.cost.subtotalMinor, currency));
    const bool isDelivered = order.fulfilment == Fulfilment::Delivery || order.cost.deliveryMinor != 0;
    m_deliveryName->setText(tr("Delivery"));
    m_delivery->setText(formats::money(order.cost.deliveryMinor, currency));
    m_deliveryName->setVisible(isDelivered);
    m_delivery->setVisible(isDelivered);
    // Where all is large, every line counts.
    const bool isLow = height() < m_look.px(460);
    m_totalName->setText(isLow ? tr("Total") + QStringLiteral(" · ") + OrderText::payment(order) : tr("Total"));
    m_total->setText(formats::money(order.cost.totalMinor, currency));
    m_paymentName->setText(isLow ? QString() : OrderText::payment(order));
    m_paymentName->setVisible(!isLow);
    const qint64 due = dueMinor(order);
    const bool owes = due > 0 && due != order.cost.totalMinor && order.status != OrderStatus::Cancelled;
    //: What is still to be paid
    say(m_due, owes && !isLow ? tr("%1 due").arg(formats::money(due, currency)) : QString());
    say(m_waits, height() < m_look.px(660) ? QString() : m_acts.waitsFor());
    m_back->setText(tr("Back"));
    //: Key on the keyboard
    m_back->setKeys({tr("Esc")});
    refreshButtons();
}

void OrderDetail::refreshButtons()
{
    if (!m_desk)
        return;
    const bool choosing = m_lines->isChoosing();
    const auto show = [choosing](TouchButton *button, const OrderAct *act) {
        button->setVisible(act && !choosing);
        if (!act)
            return;
        button->setText(act->text);
        button->setKeys({act->key});
    };
    show(m_primary, m_acts.find(OrderAct::Kind::Advance));
    show(m_refuse, m_desk->order.status == OrderStatus::New ? m_acts.find(OrderAct::Kind::Cancel) : nullptr);
    show(m_pay, m_acts.find(OrderAct::Kind::Pay));
    show(m_print, m_acts.find(OrderAct::Kind::Print));
    //: Button: everything else that can be done with the order
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("More"));
    m_more->setIconName(QStringLiteral("more"));
    m_more->setKeys({QStringLiteral("M")});
    m_more->setVisible(!choosing && !m_acts.others().empty());
    const int count = int(m_lines->chosen().size());
    m_keep->setVisible(choosing);
    m_keep->setText(tr("Keep all"));
    m_keep->setKeys({tr("Esc")});
    m_void->setVisible(choosing);
    m_void->setEnabled(count > 0);
    m_void->setText(count == 0   ? tr("Choose dishes")
                    : count == 1 ? tr("Void 1 dish")
                                 : tr("Void %n dishes", nullptr, count));
    m_void->setKeys({tr("Enter")});
    arrangeButtons();
}

void OrderDetail::arrangeButtons()
{
    // Each row is filled: the button that comes next is as wide as it can be, the others share.
    const int gap = m_look.px(8);
    const QMargins margins = m_whole->layout()->contentsMargins();
    const int wide = width() - margins.left() - margins.right();
    std::vector<std::vector<TouchButton *>> rows;
    int used = 0;
    for (TouchButton *button : m_buttons) {
        if (button->isHidden())
            continue;
        const int needs = button->leastWidth();
        const bool own = button == m_pay || (button == m_print && m_pay->isHidden());
        if (rows.empty() || own || used + gap + needs > wide) {
            rows.emplace_back();
            used = 0;
        }
        used += (rows.back().empty() ? 0 : gap) + needs;
        rows.back().push_back(button);
    }
    const int high = m_look.metrics().buttonHeight();
    m_buttonBox->setFixedHeight(qMax(0, int(rows.size()) * (high + gap) - gap));
    int y = 0;
    for (const auto &row : rows) {
        int natural = gap * (int(row.size()) - 1);
        for (const TouchButton *button : row)
            natural += button->sizeHint().width();
        const int spare = wide - natural;
        int x = 0;
        int place = 0;
        for (TouchButton *button : row) {
            // The spare room in equal parts, its remainder to the first.
            const int extra = spare / int(row.size()) + (place++ == 0 ? spare % int(row.size()) : 0);
            const int buttonWidth = qMin(button->sizeHint().width() + extra, wide);
            button->setGeometry(x, y, buttonWidth, high);
            x += buttonWidth + gap;
        }
        y += high + gap;
    }
}

void OrderDetail::resizeEvent(QResizeEvent *)
{
    refresh();
}

void OrderDetail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painting::fillRounded(painter, rect(), m_look.px(10), m_look.theme().surface);
    painting::outlineRounded(painter, rect(), m_look.px(10), m_look.theme().line);
}

void OrderDetail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace oshaq
