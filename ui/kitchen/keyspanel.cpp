// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/keyspanel.h"

#include "ui/common/fittinglook.h"
#include "ui/common/painting.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int headHeight = 96;
constexpr double leastRowHeight = 40;
constexpr int columnCount = 3;

} // namespace

KeysPanel::KeysPanel(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_wanted(look)
    , m_look(look)
    , m_rows(learnableKeys())
{
    setObjectName(QStringLiteral("keysPanel"));
    setAccessibleName(tr("Keys"));
    setFocusPolicy(Qt::StrongFocus);
    setVisible(false);
}

void KeysPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Keys"));
        fit();
    }
    QWidget::changeEvent(event);
}

void KeysPanel::setLook(const Look &look)
{
    m_wanted = look;
    fit();
}

void KeysPanel::resizeEvent(QResizeEvent *)
{
    fit();
}

void KeysPanel::fit()
{
    m_look = fittingLook(m_wanted, [this](const Look &look) {
        if (look.px(headHeight) + look.px(12) + rowsPerColumn() * look.px(leastRowHeight) > height())
            return false;
        const QFontMetrics metrics(look.font(TextRole::Body));
        const int room = (width() - 2 * look.px(24)) / columns() - look.px(16);
        return std::all_of(m_rows.begin(), m_rows.end(), [&](const KitchenKeyPress &press) {
            const std::vector<QString> keys = m_map.keysFor(press);
            const int cap = keys.empty() ? 0 : painting::keyCapSize(look, keys.front()).width();
            return metrics.horizontalAdvance(meaning(press)) + cap + look.px(14 + 20 + 12 + 6) <= room;
        });
    });
    update();
}

void KeysPanel::setMap(const KitchenKeyMap &map)
{
    m_map = map;
    fit();
}

QString KeysPanel::meaning(const KitchenKeyPress &press)
{
    switch (press.key) {
    case KitchenKey::Slot:
        return tr("Ticket %1").arg((press.slot + 1) % 10);
    case KitchenKey::Left:
        return tr("Ticket to the left");
    case KitchenKey::Right:
        return tr("Ticket to the right");
    case KitchenKey::Up:
        return tr("Ticket above");
    case KitchenKey::Down:
        return tr("Ticket below");
    case KitchenKey::Act:
        return tr("Start, bump, hand over");
    case KitchenKey::NextLine:
        return tr("Next dish");
    case KitchenKey::PreviousLine:
        return tr("Dish before");
    case KitchenKey::ToggleLine:
        return tr("Dish done");
    case KitchenKey::Clear:
        return tr("Let go, close");
    case KitchenKey::NextPage:
        return tr("Next page");
    case KitchenKey::PreviousPage:
        return tr("Previous page");
    case KitchenKey::FirstPage:
        return tr("First page");
    case KitchenKey::LastPage:
        return tr("Last page");
    case KitchenKey::Recall:
        return tr("Recall the last bump");
    case KitchenKey::Undo:
        return tr("Undo");
    case KitchenKey::Journal:
        return tr("What was done here");
    case KitchenKey::Priority:
        return tr("Priority");
    case KitchenKey::Fire:
        return tr("Fire the next course");
    case KitchenKey::Hold:
        return tr("Hold the course");
    case KitchenKey::Sounds:
        return tr("Sounds");
    case KitchenKey::Out:
        return tr("86: dishes that are out");
    case KitchenKey::More:
        return tr("More");
    case KitchenKey::Seen:
        return tr("Changes seen");
    case KitchenKey::Void:
        return tr("Void the dish");
    case KitchenKey::Expo:
        return tr("Expo view");
    case KitchenKey::Stations:
        return tr("Stations");
    case KitchenKey::Keys:
        return tr("Keys");
    case KitchenKey::Dismiss:
        return tr("Dismiss a message");
    case KitchenKey::None:
        break;
    }
    return {};
}

int KeysPanel::columns() const
{
    return columnCount;
}

int KeysPanel::rowsPerColumn() const
{
    return (int(m_rows.size()) + columns() - 1) / columns();
}

QRect KeysPanel::rowRect(int row) const
{
    const int margin = m_look.px(24);
    const int width = (this->width() - 2 * margin) / columns();
    const int top = m_look.px(headHeight);
    const int height = std::min(m_look.px(64), (this->height() - top - m_look.px(12)) / std::max(1, rowsPerColumn()));
    return QRect(margin + row / rowsPerColumn() * width, top + row % rowsPerColumn() * height, width - m_look.px(16),
                 height - m_look.px(6));
}

QRect KeysPanel::resetRect() const
{
    const int width = QFontMetrics(m_look.font(TextRole::BodyBold)).horizontalAdvance(tr("As usual")) + m_look.px(40);
    return QRect(this->width() - m_look.px(24) - width, m_look.px(20), width, m_look.metrics().buttonHeight());
}

void KeysPanel::takeKey(const QKeyEvent &event)
{
    const bool escape = event.key() == Qt::Key_Escape;
    if (m_isLearning) {
        if (event.isAutoRepeat() || keyName(event).isEmpty())
            return;
        // Esc must stay a way out: it is never learned.
        m_isLearning = false;
        if (!escape) {
            m_map.learn(event, m_rows[size_t(m_row)]);
            Q_EMIT mapChanged();
        }
        update();
        return;
    }
    const int count = int(m_rows.size());
    switch (event.key()) {
    case Qt::Key_Escape:
        Q_EMIT closeRequested();
        return;
    case Qt::Key_Down:
    case Qt::Key_Tab:
        m_row = (m_row + 1) % count;
        break;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        m_row = (m_row + count - 1) % count;
        break;
    case Qt::Key_Right:
        m_row = std::min(count - 1, m_row + rowsPerColumn());
        break;
    case Qt::Key_Left:
        m_row = std::max(0, m_row - rowsPerColumn());
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        m_isLearning = !event.isAutoRepeat();
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        m_map.reset();
        Q_EMIT mapChanged();
        break;
    default:
        return;
    }
    update();
}

void KeysPanel::mouseReleaseEvent(QMouseEvent *event)
{
    if (resetRect().contains(event->position().toPoint()) && !m_map.isUsual()) {
        m_isLearning = false;
        m_map.reset();
        Q_EMIT mapChanged();
        update();
        return;
    }
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (!rowRect(row).contains(event->position().toPoint()))
            continue;
        m_isLearning = !(m_isLearning && m_row == row);
        m_row = row;
        update();
        return;
    }
    m_isLearning = false;
    update();
}

void KeysPanel::paintRow(QPainter &painter, int row) const
{
    const Theme &theme = m_look.theme();
    const QRect rect = rowRect(row);
    const bool isChosen = row == m_row;
    painting::fillRounded(painter, rect, m_look.px(8), isChosen ? theme.raised : theme.surface);
    if (isChosen)
        painting::outlineRounded(painter, rect, m_look.px(8), theme.text, m_look.px(2));
    int right = rect.right() - m_look.px(12);
    if (isChosen && m_isLearning) {
        painter.setFont(m_look.font(TextRole::CaptionBold));
        painter.setPen(theme.ember);
        const QString words = tr("press the key");
        const int width = QFontMetrics(painter.font()).horizontalAdvance(words);
        painter.drawText(QRect(right - width, rect.top(), width + 1, rect.height()), Qt::AlignVCenter | Qt::AlignRight,
                         words);
        right -= width + m_look.px(10);
    } else {
        for (const QString &key : m_map.keysFor(m_rows[size_t(row)])) {
            const QSize cap = painting::keyCapSize(m_look, key);
            if (right - cap.width() < rect.center().x())
                break;
            painting::drawKeyCap(painter, m_look,
                                 QRect(QPoint(right - cap.width(), rect.center().y() - cap.height() / 2), cap), key,
                                 false);
            right -= cap.width() + m_look.px(6);
        }
    }
    const QRect text(rect.left() + m_look.px(14), rect.top(), right - rect.left() - m_look.px(20), rect.height());
    painter.setFont(m_look.font(TextRole::Body));
    painter.setPen(theme.text);
    painter.drawText(
        text, Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics(painter.font()).elidedText(meaning(m_rows[size_t(row)]), Qt::ElideRight, text.width()));
}

void KeysPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    painter.fillRect(rect(), theme.background);
    const int left = m_look.px(24);
    const QRect reset = resetRect();
    const int width = reset.left() - left - m_look.px(16);
    painter.setFont(m_look.font(TextRole::Title));
    painter.setPen(theme.text);
    painter.drawText(QRect(left, m_look.px(14), width, m_look.lineSpacing(TextRole::Title)), Qt::AlignVCenter,
                     tr("Keys"));
    painter.setFont(m_look.font(TextRole::Caption));
    painter.setPen(theme.muted);
    const QString help = m_isLearning ? tr("Press the key of the keyboard or bump bar that shall do this. Esc: none.")
                                      : tr("Touch what a key shall do, or choose it and press Enter. Esc closes.");
    painter.drawText(QRect(left, m_look.px(14) + m_look.lineSpacing(TextRole::Title), width,
                           m_look.px(headHeight - 14) - m_look.lineSpacing(TextRole::Title)),
                     Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap, help);
    if (!m_map.isUsual()) {
        painting::fillRounded(painter, reset, m_look.px(10), theme.raised);
        painting::outlineRounded(painter, reset, m_look.px(10), theme.line);
        painter.setFont(m_look.font(TextRole::BodyBold));
        painter.setPen(theme.text);
        painter.drawText(reset, Qt::AlignCenter, tr("As usual"));
    }
    for (int row = 0; row < int(m_rows.size()); ++row)
        paintRow(painter, row);
}

} // namespace oshaq
