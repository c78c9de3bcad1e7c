// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/outpanel.h"

#include "ui/common/fittinglook.h"
#include "ui/common/painting.h"
#include "ui/common/touchbutton.h"
#include "ui/kitchen/dishbutton.h"

#include <QEvent>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <tuple>
#include <utility>

namespace oshaq {

namespace {

constexpr double margin = 20;
constexpr double cellGap = 10;
constexpr double leastCellWidth = 280;
constexpr int leastColumns = 2;
constexpr int leastRows = 3;
constexpr int mostReturns = 12;
constexpr int slotCount = 10;

} // namespace

OutPanel::OutPanel(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_wanted(look)
    , m_look(look)
    , m_close(new TouchButton(look, this))
    , m_previous(new TouchButton(look, this))
    , m_next(new TouchButton(look, this))
{
    setObjectName(QStringLiteral("outPanel"));
    setFocusPolicy(Qt::StrongFocus);
    setVisible(false);
    m_close->setObjectName(QStringLiteral("outClose"));
    m_previous->setObjectName(QStringLiteral("outPrevious"));
    m_previous->setIconName(QStringLiteral("previous"));
    m_next->setObjectName(QStringLiteral("outNext"));
    m_next->setIconName(QStringLiteral("next"));
    connect(m_close, &TouchButton::clicked, this, &OutPanel::closeRequested);
    connect(m_previous, &TouchButton::clicked, this, [this] { turn(-1); });
    connect(m_next, &TouchButton::clicked, this, [this] { turn(1); });
    retranslate();
}

OutPanel::~OutPanel() = default;

void OutPanel::setLook(const Look &look)
{
    m_wanted = look;
    fit();
}

void OutPanel::fit()
{
    m_look = fittingLook(m_wanted, [this](const Look &look) {
        const int wide = leastColumns * look.px(leastCellWidth + cellGap) - look.px(cellGap) + 2 * look.px(margin);
        const int cell = std::max(look.mm(15), 2 * look.lineSpacing(TextRole::BodyBold) + look.px(16));
        const int around = 3 * look.metrics().buttonHeight() + look.lineSpacing(TextRole::CaptionBold) + look.px(64);
        return wide <= width() && around + leastRows * (cell + look.px(cellGap)) <= height();
    });
    for (TouchButton *button : {m_close, m_previous, m_next})
        button->setLook(m_look);
    for (DishButton *cell : m_cells)
        cell->setLook(m_look);
    arrange();
}

void OutPanel::retranslate()
{
    setAccessibleName(tr("Dishes that are out"));
    m_close->setText(tr("Close"));
    //: Key on the keyboard
    m_close->setKeys({tr("Esc")});
    m_previous->setAccessibleName(tr("Previous page"));
    m_next->setAccessibleName(tr("Next page"));
    //: Key on the keyboard
    m_previous->setKeys({tr("PgUp")});
    //: Key on the keyboard
    m_next->setKeys({tr("PgDn")});
    arrange();
}

void OutPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

// ---- what there is

void OutPanel::setMenu(const Catalog &catalog, std::optional<qint64> station)
{
    const qint64 before = chosenItem();
    using Place = std::tuple<bool, int, int, QString>; // elsewhere, category, position, name
    std::vector<std::pair<Place, Dish>> sorted;
    for (const Item &item : catalog.items) {
        const Category *category = catalog.findCategory(item.categoryId);
        const bool elsewhere = station && catalog.stationOf(item) != station;
        sorted.push_back({{elsewhere, category ? category->position : 0, item.position, item.name},
                          {item.id, item.name, item.available}});
    }
    // Whether it is out plays no part: a dish stays where it was pressed.
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    m_dishes.clear();
    for (auto &[place, dish] : sorted)
        m_dishes.push_back(std::move(dish));
    filter();
    for (size_t i = 0; i < m_found.size(); ++i) {
        if (m_dishes[m_found[i]].id == before)
            m_chosen = int(i);
    }
    arrange();
}

void OutPanel::begin()
{
    m_search.clear();
    m_page = 0;
    m_chosen = 0;
    filter();
    arrange();
}

void OutPanel::filter()
{
    m_found.clear();
    for (size_t i = 0; i < m_dishes.size(); ++i) {
        if (m_search.isEmpty() || m_dishes[i].name.contains(m_search.trimmed(), Qt::CaseInsensitive))
            m_found.push_back(i);
    }
    m_chosen = std::clamp(m_chosen, 0, std::max(0, int(m_found.size()) - 1));
}

qint64 OutPanel::chosenItem() const
{
    return m_chosen < int(m_found.size()) ? m_dishes[m_found[size_t(m_chosen)]].id : 0;
}

int OutPanel::pages() const
{
    return std::max(1, (int(m_found.size()) + perPage() - 1) / perPage());
}

QAbstractButton *OutPanel::buttonOf(qint64 itemId) const
{
    for (DishButton *cell : m_cells) {
        if (!cell->isHidden() && cell->itemId() == itemId)
            return cell;
    }
    return nullptr;
}

QAbstractButton *OutPanel::returnButtonOf(qint64 itemId) const
{
    const auto found = std::find(m_returnIds.begin(), m_returnIds.end(), itemId);
    return found == m_returnIds.end() ? nullptr : m_returns[size_t(found - m_returnIds.begin())];
}

// ---- keys

void OutPanel::takeKey(const QKeyEvent &event, const KitchenKeyPress &press)
{
    const QString text = event.text();
    const bool typed = text.size() == 1 && text.front().isPrint() &&
                       !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    switch (press.key) {
    case KitchenKey::Clear:
        if (m_search.isEmpty())
            Q_EMIT closeRequested();
        else
            setSearch(QString());
        return;
    case KitchenKey::Act:
        this->press(size_t(m_chosen));
        return;
    case KitchenKey::Slot:
        if (press.slot < perPage())
            this->press(size_t(m_page * perPage() + press.slot));
        return;
    case KitchenKey::Left:
    case KitchenKey::PreviousLine:
        moveBy(-1);
        return;
    case KitchenKey::Right:
    case KitchenKey::NextLine:
        moveBy(1);
        return;
    case KitchenKey::Up:
        moveBy(-columns());
        return;
    case KitchenKey::Down:
        moveBy(columns());
        return;
    case KitchenKey::NextPage:
        turn(1);
        return;
    case KitchenKey::PreviousPage:
        turn(-1);
        return;
    case KitchenKey::FirstPage:
        turn(-m_page);
        return;
    case KitchenKey::LastPage:
        turn(pages());
        return;
    default:
        break;
    }
    if (event.key() == Qt::Key_Backspace || event.key() == Qt::Key_Delete)
        setSearch(m_search.chopped(1));
    else if (typed && !(m_search.isEmpty() && text.front().isSpace()))
        setSearch(m_search + text);
    else if (press.key == KitchenKey::ToggleLine && !event.isAutoRepeat())
        this->press(size_t(m_chosen));
}

void OutPanel::setSearch(const QString &text)
{
    m_search = text;
    m_page = 0;
    m_chosen = 0;
    filter();
    arrange();
}

void OutPanel::moveBy(int steps)
{
    m_chosen = std::clamp(m_chosen + steps, 0, std::max(0, int(m_found.size()) - 1));
    m_page = m_chosen / perPage();
    arrange();
}

void OutPanel::turn(int pages)
{
    m_page = std::clamp(m_page + pages, 0, this->pages() - 1);
    m_chosen = std::min(m_page * perPage(), std::max(0, int(m_found.size()) - 1));
    arrange();
}

void OutPanel::press(size_t found)
{
    if (found >= m_found.size())
        return;
    m_chosen = int(found);
    const Dish &dish = m_dishes[m_found[found]];
    Q_EMIT availabilityWanted(dish.id, !dish.available);
    arrange();
}

// ---- room

int OutPanel::columns() const
{
    const int gap = m_look.px(cellGap);
    return std::max(1, (width() - 2 * m_look.px(margin) + gap) / (m_look.px(leastCellWidth) + gap));
}

int OutPanel::cellHeight() const
{
    return std::max(m_look.mm(15), 2 * m_look.lineSpacing(TextRole::BodyBold) + m_look.px(16));
}

int OutPanel::rows() const
{
    const int foot = m_look.metrics().buttonHeight() + m_look.px(20);
    const int room = height() - m_gridTop - foot;
    return std::max(1, (room + m_look.px(cellGap)) / (cellHeight() + m_look.px(cellGap)));
}

int OutPanel::perPage() const
{
    return columns() * rows();
}

QRect OutPanel::searchRect() const
{
    const int left = m_look.px(margin);
    return QRect(left, m_look.px(12), m_close->x() - left - m_look.px(16), m_close->height());
}

void OutPanel::arrange()
{
    const int side = m_look.px(margin);
    const int gap = m_look.px(cellGap);
    const QSize close = m_close->sizeHint();
    m_close->setGeometry(QRect(QPoint(width() - side - close.width(), m_look.px(12)), close));
    int y = m_close->geometry().bottom() + m_look.px(12);

    // Those that are out, on at most two lines: a touch brings them back.
    std::vector<const Dish *> out;
    for (const Dish &dish : m_dishes) {
        if (!dish.available)
            out.push_back(&dish);
    }
    for (TouchButton *button : m_returns) {
        button->hide();
        button->deleteLater(); // one of them may be what was just pressed
    }
    m_returns.clear();
    m_returnIds.clear();
    m_outMore.clear();
    m_outLabel = QRect();
    // Where the window is low, the dishes themselves come before what they are called at the top.
    const int needed = m_look.lineSpacing(TextRole::CaptionBold) + m_close->height() + m_look.px(20);
    const int foot = m_look.metrics().buttonHeight() + m_look.px(20);
    if (!out.empty() && y + needed + cellHeight() + foot <= height()) {
        m_outLabel = QRect(side, y, width() - 2 * side, m_look.lineSpacing(TextRole::CaptionBold));
        y = m_outLabel.bottom() + m_look.px(6);
        int x = side;
        int line = 1;
        const int mostLines = m_look.metrics().isCompact() ? 1 : 2;
        const QString more = tr("and %n more", nullptr, int(out.size()));
        const int moreWidth = QFontMetrics(m_look.font(TextRole::Caption)).horizontalAdvance(more);
        for (size_t i = 0; i < out.size(); ++i) {
            auto *button = new TouchButton(m_look, this);
            button->setKind(TouchButton::Kind::Chosen);
            button->setIconName(QStringLiteral("undo"));
            button->setText(out[i]->name);
            button->setAccessibleName(tr("Bring back %1").arg(out[i]->name));
            QSize size = button->sizeHint();
            size.setWidth(std::min(size.width(), width() - 2 * side));
            if (x > side && x + size.width() > width() - side && line < mostLines) {
                x = side;
                y += size.height() + gap;
                ++line;
            }
            const bool isLast = i + 1 == out.size();
            const int right = width() - side - (isLast ? 0 : moreWidth + gap);
            if (int(i) >= mostReturns || (x > side && x + size.width() > right)) {
                delete button;
                m_outMore = tr("and %n more", nullptr, int(out.size() - i));
                m_outMoreRect = QRect(x, y, width() - side - x, size.height());
                break;
            }
            button->setGeometry(QRect(QPoint(x, y), size));
            x += size.width() + gap;
            const qint64 id = out[i]->id;
            connect(button, &TouchButton::clicked, this, [this, id] { Q_EMIT availabilityWanted(id, true); });
            button->show();
            m_returns.push_back(button);
            m_returnIds.push_back(id);
        }
        y += m_close->height() + m_look.px(14);
    }
    m_gridTop = y;
    m_page = std::clamp(m_page, 0, pages() - 1);

    const int wide = (width() - 2 * side - (columns() - 1) * gap) / columns();
    while (int(m_cells.size()) < perPage()) {
        auto *cell = new DishButton(m_look, this);
        connect(cell, &DishButton::clicked, this,
                [this, index = m_cells.size()] { press(size_t(m_page * perPage()) + index); });
        m_cells.push_back(cell);
    }
    for (int i = 0; i < int(m_cells.size()); ++i) {
        const int found = m_page * perPage() + i;
        DishButton *cell = m_cells[size_t(i)];
        const bool used = i < perPage() && found < int(m_found.size());
        if (used) {
            const Dish &dish = m_dishes[m_found[size_t(found)]];
            cell->setDish(dish.id, dish.name, dish.available,
                          i < slotCount ? QString::number((i + 1) % slotCount) : QString());
            cell->setChosen(found == m_chosen);
            cell->setGeometry(side + i % columns() * (wide + gap), m_gridTop + i / columns() * (cellHeight() + gap),
                              wide, cellHeight());
        }
        cell->setVisible(used);
    }

    const QSize turnSize = m_next->sizeHint();
    const int bottom = height() - turnSize.height() - m_look.px(10);
    m_next->setGeometry(QRect(QPoint(width() - side - turnSize.width(), bottom), turnSize));
    m_previous->setGeometry(QRect(QPoint(m_next->x() - gap - turnSize.width(), bottom), turnSize));
    m_next->setEnabled(m_page + 1 < pages());
    m_previous->setEnabled(m_page > 0);
    m_next->setVisible(pages() > 1);
    m_previous->setVisible(pages() > 1);
    update();
}

void OutPanel::resizeEvent(QResizeEvent *)
{
    fit();
    m_page = m_chosen / perPage();
    arrange();
}

void OutPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    painter.fillRect(rect(), theme.background);

    // What is typed stands where a person looks for it, with a stroke that does not blink.
    const QRect field = searchRect();
    painting::fillRounded(painter, field, m_look.px(9), theme.surface);
    painting::outlineRounded(painter, field, m_look.px(9), theme.focus, m_look.px(2));
    const QRect inner = field.adjusted(m_look.px(14), 0, -m_look.px(14), 0);
    painter.setFont(m_look.font(TextRole::Body));
    const QFontMetrics metrics(painter.font());
    if (m_search.isEmpty()) {
        painter.setPen(theme.muted);
        // The longest that is seen whole.
        QString hint = tr("Type to search");
        for (const QString &longer : {tr("Press a dish that is out. Type to search."),
                                      tr("86: press a dish that is out, press it again when it is back. "
                                         "Type to search.")}) {
            if (metrics.horizontalAdvance(longer) <= inner.width())
                hint = longer;
        }
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(hint, Qt::ElideRight, inner.width()));
    } else {
        const QString shown = metrics.elidedText(m_search, Qt::ElideLeft, inner.width() - m_look.px(4));
        painter.setPen(theme.text);
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, shown);
        painter.fillRect(QRect(inner.left() + metrics.horizontalAdvance(shown) + m_look.px(2),
                               inner.center().y() - metrics.ascent() / 2, m_look.px(2), metrics.height()),
                         theme.text);
    }
    if (!m_outLabel.isEmpty()) {
        painter.setFont(m_look.font(TextRole::CaptionBold));
        painter.setPen(theme.muted);
        painter.drawText(m_outLabel, Qt::AlignLeft | Qt::AlignVCenter, tr("OUT NOW, press to bring back"));
    }
    painter.setFont(m_look.font(TextRole::Caption));
    painter.setPen(theme.muted);
    if (!m_outMore.isEmpty())
        painter.drawText(m_outMoreRect, Qt::AlignLeft | Qt::AlignVCenter, m_outMore);
    if (m_found.empty()) {
        painter.setFont(m_look.font(TextRole::Body));
        painter.drawText(QRect(m_look.px(margin), m_gridTop, width() - 2 * m_look.px(margin), cellHeight()),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                         m_dishes.empty() ? tr("The menu is not known yet.")
                                          : tr("No dish has “%1” in its name.").arg(m_search));
    }
    if (pages() > 1) {
        const QRect words(m_look.px(margin), m_next->y(), m_previous->x() - m_look.px(margin) - m_look.px(12),
                          m_next->height());
        painter.setFont(m_look.font(TextRole::Caption));
        painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, tr("Page %1 of %2").arg(m_page + 1).arg(pages()));
    }
}

} // namespace oshaq
