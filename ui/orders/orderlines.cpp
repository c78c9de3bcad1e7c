// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/orderlines.h"

#include "ui/common/formats.h"
#include "ui/common/painting.h"
#include "ui/common/touchbutton.h"
#include "ui/orders/orderactlist.h"
#include "ui/orders/ordertext.h"

#include <QBoxLayout>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int wrapFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

int wrappedHeight(const QFont &font, int width, const QString &text)
{
    return QFontMetrics(font).boundingRect(QRect(0, 0, qMax(1, width), 100'000), wrapFlags, text).height();
}

} // namespace

OrderLineRow::OrderLineRow(const Look &look, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::NoFocus);
}

void OrderLineRow::setLook(const Look &look)
{
    m_look = look;
    updateGeometry();
    update();
}

void OrderLineRow::setLine(const OrderLine &line, bool added, const Currency &currency)
{
    const bool isSame = line == m_line && added == m_added && currency == m_currency;
    m_line = line;
    m_added = added;
    m_currency = currency;
    setAccessibleName(OrderText::line(line, added, currency));
    if (isSame)
        return;
    updateGeometry();
    update();
}

void OrderLineRow::setChoosing(bool choosing, bool may)
{
    m_choosing = choosing;
    m_may = may;
    if (!choosing || !may)
        setChecked(false);
    setCheckable(choosing && may);
    setFocusPolicy(choosing && may ? Qt::StrongFocus : Qt::NoFocus);
    updateGeometry();
    update();
}

int OrderLineRow::left() const
{
    return m_choosing ? m_look.px(36) : 0;
}

QString OrderLineRow::amountText() const
{
    if (m_line.status == LineStatus::Voided)
        return {};
    const auto cost = lineTotalMinor(m_line.priceMinor, m_line.quantity);
    return cost ? formats::amount(*cost, m_currency) : QString();
}

int OrderLineRow::textWidth(int width) const
{
    const int amount = painting::figuresWidth(amountText(), m_look.font(TextRole::BodyBold));
    return width - left() - m_look.px(38) - (amount > 0 ? amount + m_look.px(10) : 0);
}

std::vector<OrderLineRow::Part> OrderLineRow::parts() const
{
    const Theme &theme = m_look.theme();
    std::vector<Part> parts;
    QStringList options;
    for (const OrderLineOption &option : m_line.options)
        options << QStringLiteral("+ ") + option.name;
    if (!options.isEmpty())
        parts.push_back({options.join(QStringLiteral("  ")), TextRole::Caption, theme.muted});
    if (!m_line.note.trimmed().isEmpty())
        parts.push_back({tr("“%1”").arg(m_line.note.trimmed()), TextRole::Caption, theme.muted});
    if (const QString state = OrderText::lineState(m_line); !state.isEmpty())
        parts.push_back({state, TextRole::Caption, m_line.status == LineStatus::Done ? theme.readyText : theme.muted});
    return parts;
}

int OrderLineRow::lay(QPainter *painter, int width) const
{
    if (m_choosing)
        width -= m_look.px(6); // the outline of the focus stands beside the amount, not on it
    const Theme &theme = m_look.theme();
    const bool isVoid = m_line.status == LineStatus::Voided;
    const int x = left() + m_look.px(38);
    const int wide = textWidth(width);
    int y = m_look.px(9);
    const QFont name = m_look.font(TextRole::BodyBold);
    const int nameHeight = wrappedHeight(name, wide, m_line.name);
    if (painter) {
        QFont shown = name;
        shown.setStrikeOut(isVoid);
        painter->setFont(shown);
        painter->setPen(isVoid ? theme.faint : theme.text);
        painter->drawText(QRect(x, y, wide, nameHeight), wrapFlags, m_line.name);
        painter->setPen(isVoid ? theme.faint : theme.text);
        painter->setFont(name);
        painter->drawText(QRect(left(), y, m_look.px(38), QFontMetrics(name).height()), Qt::AlignLeft | Qt::AlignTop,
                          formats::quantity(m_line.quantity));
        painting::drawFigures(*painter, QRect(0, y, width, QFontMetrics(name).height()), Qt::AlignRight | Qt::AlignTop,
                              amountText(), name);
    }
    y += nameHeight;
    for (const Part &part : parts()) {
        const QFont font = m_look.font(part.role);
        const int height = wrappedHeight(font, wide, part.text);
        if (painter) {
            painter->setFont(font);
            painter->setPen(isVoid ? theme.faint : part.colour);
            painter->drawText(QRect(x, y, wide, height), wrapFlags, part.text);
        }
        y += height;
    }
    if (isVoid || m_added) {
        // Tags stand under the words: they never cover them.
        y += m_look.px(3);
        int tagX = x;
        const auto tag = [&](const QString &text, const QColor &fill) {
            const QSize size = painting::tagSize(m_look, text);
            if (painter)
                painting::drawTag(*painter, m_look, QRect(QPoint(tagX, y), size), text, fill);
            tagX += size.width() + m_look.px(6);
        };
        if (isVoid)
            //: Tag on a dish that is not wanted any more
            tag(tr("VOID"), theme.scheduled);
        if (m_added)
            //: Tag on a dish that came later
            tag(tr("ADDED"), theme.soon);
        y += painting::tagSize(m_look, tr("VOID")).height();
    }
    y += m_look.px(9);
    return m_choosing ? qMax(y, m_look.metrics().lineHeight()) : y;
}

int OrderLineRow::heightForWidth(int width) const
{
    return lay(nullptr, width);
}

QSize OrderLineRow::sizeHint() const
{
    const int wide = width() > 0 ? width() : m_look.px(280);
    return QSize(m_look.px(200), heightForWidth(wide));
}

QSize OrderLineRow::minimumSizeHint() const
{
    return QSize(m_look.px(120), m_look.px(36));
}

void OrderLineRow::resizeEvent(QResizeEvent *)
{
    updateGeometry();
}

void OrderLineRow::keyPressEvent(QKeyEvent *event)
{
    // Up and down go through the dishes; QAbstractButton would go through all buttons around.
    const bool isStep = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down;
    if (!isStep) {
        QAbstractButton::keyPressEvent(event);
        return;
    }
    const int by = event->key() == Qt::Key_Up ? -1 : 1;
    const auto rows = parentWidget()->findChildren<OrderLineRow *>(QString(), Qt::FindDirectChildrenOnly);
    std::vector<OrderLineRow *> sorted;
    for (OrderLineRow *row : rows) {
        if (row->isCheckable())
            sorted.push_back(row);
    }
    std::sort(sorted.begin(), sorted.end(), [](const auto *a, const auto *b) { return a->y() < b->y(); });
    const auto at = std::find(sorted.begin(), sorted.end(), this);
    const auto place = at - sorted.begin() + by;
    if (at != sorted.end() && place >= 0 && place < std::ssize(sorted))
        sorted[size_t(place)]->setFocus(Qt::OtherFocusReason);
}

void OrderLineRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    if (m_choosing && isChecked())
        painting::fillRounded(painter, rect(), m_look.px(6), theme.selection);
    else if (m_added)
        painting::fillRounded(painter, rect(), m_look.px(6), theme.addedTint);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
    if (m_choosing && m_may) {
        const int size = m_look.px(22);
        const QRectF box(m_look.px(3), (height() - size) / 2.0, size, size);
        if (isChecked()) {
            painting::fillRounded(painter, box, m_look.px(4), theme.ember);
            painter.setPen(QPen(theme.emberText, m_look.px(2.5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPolyline(QPolygonF{box.topLeft() + QPointF(size * 0.24, size * 0.52),
                                           box.topLeft() + QPointF(size * 0.43, size * 0.72),
                                           box.topLeft() + QPointF(size * 0.77, size * 0.30)});
        } else {
            painting::outlineRounded(painter, box, m_look.px(4), theme.muted, m_look.px(2));
        }
    }
    if (hasFocus())
        painting::outlineRounded(painter, rect(), m_look.px(6), theme.focus, m_look.px(2));
    lay(&painter, width());
}

// ---- all of them

OrderLines::OrderLines(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void OrderLines::setLook(const Look &look)
{
    m_look = look;
    for (OrderLineRow *row : m_rows)
        row->setLook(look);
    for (const CourseHead &head : m_heads)
        head.fire->setLook(look);
}

void OrderLines::setOrder(const Order &order, bool mayFire)
{
    m_order = order;
    m_mayFire = mayFire;
    std::stable_sort(m_order.lines.begin(), m_order.lines.end(),
                     [](const OrderLine &a, const OrderLine &b) { return a.course < b.course; });
    std::vector<std::pair<qint64, int>> shape;
    for (const OrderLine &line : m_order.lines)
        shape.emplace_back(line.id, line.course);
    if (shape != m_shape) {
        m_shape = shape;
        build();
    }
    apply();
}

void OrderLines::build()
{
    std::map<qint64, OrderLineRow *> before;
    for (OrderLineRow *row : m_rows)
        before.emplace(row->line().id, row);
    while (QLayoutItem *item = m_layout->takeAt(0))
        delete item;
    for (const CourseHead &head : m_heads)
        delete head.bar;
    m_heads.clear();
    m_rows.clear();

    const bool hasCourses = !m_shape.empty() && m_shape.back().second != m_shape.front().second;
    int course = 0;
    for (const auto &[lineId, lineCourse] : m_shape) {
        if (hasCourses && lineCourse != course) {
            CourseHead head;
            head.course = lineCourse;
            head.bar = new QWidget(this);
            head.name = new QLabel(head.bar);
            head.name->setProperty("role", QStringLiteral("caption"));
            head.fire = new TouchButton(m_look, head.bar);
            head.fire->setObjectName(QStringLiteral("fireButton%1").arg(lineCourse));
            head.fire->setTakesFocus(true);
            connect(head.fire, &TouchButton::clicked, this,
                    [this, lineCourse = lineCourse] { Q_EMIT fireRequested(lineCourse); });
            auto *bar = new QHBoxLayout(head.bar);
            bar->setContentsMargins(0, m_look.px(10), 0, m_look.px(2));
            bar->addWidget(head.name, 1);
            bar->addWidget(head.fire);
            m_layout->addWidget(head.bar);
            head.bar->show();
            m_heads.push_back(head);
        }
        course = lineCourse;
        OrderLineRow *row = nullptr;
        if (const auto found = before.find(lineId); found != before.end()) {
            row = found->second;
            before.erase(found);
        } else {
            row = new OrderLineRow(m_look, this);
            connect(row, &OrderLineRow::toggled, this, &OrderLines::choiceChanged);
            row->show();
        }
        m_layout->addWidget(row);
        m_rows.push_back(row);
    }
    for (const auto &[lineId, row] : before)
        row->deleteLater();
    for (const auto &[lineId, row] : before)
        row->hide();
}

void OrderLines::apply()
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const OrderLine &line = m_order.lines[i];
        m_rows[i]->setObjectName(QStringLiteral("line%1").arg(line.id));
        m_rows[i]->setLine(line, isAddedLater(m_order, line), m_order.cost.currency);
    }
    const int next = nextHeldCourse(m_order);
    for (const CourseHead &head : m_heads) {
        const bool isHeld = std::any_of(m_order.lines.begin(), m_order.lines.end(), [&](const OrderLine &line) {
            return line.course == head.course && line.isHeld();
        });
        head.name->setText(isHeld ? tr("Course %1, held").arg(head.course) : tr("Course %1").arg(head.course));
        head.fire->setVisible(isHeld && m_mayFire && !m_choosing);
        //: Button: the kitchen begins with this course
        head.fire->setText(tr("Fire"));
        head.fire->setAccessibleName(tr("Fire course %1").arg(head.course));
        head.fire->setKeys(head.course == next ? QStringList{OrderActList::keyOf(OrderAct::Kind::Fire)}
                                               : QStringList());
    }
    if (m_choosing)
        setChoosing(true, m_choosable);
}

void OrderLines::setChoosing(bool choosing, const std::set<qint64> &choosable)
{
    m_choosing = choosing;
    m_choosable = choosable;
    for (OrderLineRow *row : m_rows)
        row->setChoosing(choosing, choosable.count(row->line().id) > 0);
    for (const CourseHead &head : m_heads) {
        if (choosing)
            head.fire->hide();
    }
    if (!choosing)
        apply();
}

std::vector<qint64> OrderLines::chosen() const
{
    std::vector<qint64> ids;
    for (const OrderLineRow *row : m_rows) {
        if (row->isChecked())
            ids.push_back(row->line().id);
    }
    return ids;
}

OrderLineRow *OrderLines::rowOf(qint64 lineId) const
{
    for (OrderLineRow *row : m_rows) {
        if (row->line().id == lineId)
            return row;
    }
    return nullptr;
}

void OrderLines::focusFirst()
{
    for (OrderLineRow *row : m_rows) {
        if (row->isCheckable()) {
            row->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void OrderLines::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (OrderLineRow *row : m_rows)
            row->updateGeometry();
        apply();
    }
    QWidget::changeEvent(event);
}

} // namespace oshaq
