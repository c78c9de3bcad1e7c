// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/itemdelegate.h"

#include "ui/catalog/catalogtext.h"
#include "ui/catalog/pictureloader.h"
#include "ui/common/painting.h"
#include "ui/common/textblock.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace oshaq {

namespace {

constexpr int padding = 12;
constexpr int mostLines = 2;

} // namespace

ItemDelegate::ItemDelegate(const ItemModel &model, PictureLoader &pictures, const Look &look, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_pictures(pictures)
    , m_look(look)
{}

int ItemDelegate::textHeightOf(const ItemModel::Card &card, int width) const
{
    const auto lines = [&](TextRole role, const QString &text) {
        return QFontMetrics(m_look.font(role)).horizontalAdvance(text) > width ? mostLines : 1;
    };
    return lines(TextRole::CaptionBold, card.item.name) * m_look.lineSpacing(TextRole::CaptionBold) +
           m_look.lineSpacing(TextRole::Caption) +
           lines(TextRole::Tag, card.availability) * m_look.lineSpacing(TextRole::Tag);
}

QSize ItemDelegate::pictureSize() const
{
    const int wide = textWidth(m_cell.width());
    return QSize(wide, wide * 10 / 16);
}

int ItemDelegate::heightFor(int cellWidth) const
{
    return gap() + m_look.px(padding) + textWidth(cellWidth) * 10 / 16 + m_look.px(8) + m_textHeight +
           m_look.px(padding - 2);
}

QRect ItemDelegate::pictureRect(const QRect &cell) const
{
    const QRect card = cardRect(cell);
    return QRect(card.topLeft() + QPoint(m_look.px(padding), m_look.px(padding)), pictureSize());
}

QRect ItemDelegate::outRect(const QRect &cell) const
{
    const QRect picture = pictureRect(cell);
    const QSize size(qMax(m_look.px(50), m_look.mm(11)), qMax(m_look.px(36), m_look.mm(9)));
    const int inset = m_look.px(6);
    return QRect(QPoint(picture.right() + 1 - inset - size.width(), picture.bottom() + 1 - inset - size.height()),
                 size);
}

void ItemDelegate::paintPicture(QPainter *painter, const QRect &rect, const ItemModel::Card &card) const
{
    const Theme &theme = m_look.theme();
    const bool isOff = card.state != Availability::State::Available;
    QPainterPath path;
    path.addRoundedRect(rect, m_look.px(8), m_look.px(8));
    if (const QPixmap *pixmap = m_pictures.find(card.item.image, isOff)) {
        painter->save();
        painter->setClipPath(path);
        painter->drawPixmap(rect, *pixmap);
        painter->restore();
        return;
    }
    painter->fillPath(path, theme.raised);
    painter->setFont(m_look.font(TextRole::Figure));
    painter->setPen(theme.faint);
    painter->drawText(rect, Qt::AlignCenter, CatalogText::initials(card.item.name));
}

void ItemDelegate::paintOut(QPainter *painter, const QRect &rect, const ItemModel::Card &card, bool underPointer) const
{
    const Theme &theme = m_look.theme();
    const bool isOut = card.state == Availability::State::Out;
    // Smaller than what can be hit: it is on every card.
    const int inset = m_look.px(4);
    const QRect plate = rect.adjusted(inset, inset, 0, 0);
    const qreal radius = m_look.px(7);
    painting::fillRounded(*painter, plate, radius, isOut ? theme.text : underPointer ? theme.raised : theme.surface);
    painting::outlineRounded(*painter, plate, radius, isOut ? theme.text : theme.line);
    painter->setFont(m_look.font(TextRole::Tag));
    painter->setPen(!m_outAllowed ? theme.faint : isOut ? theme.plateText : theme.text);
    painter->drawText(plate, Qt::AlignCenter, QStringLiteral("86"));
}

void ItemDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const ItemModel::Card *card = m_model.card(index.row());
    if (!card)
        return;
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const Theme &theme = m_look.theme();
    const QRect rect = cardRect(option.rect);
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    const bool isCurrent = option.state.testFlag(QStyle::State_HasFocus);
    const bool isOff = card->state != Availability::State::Available;
    const qreal radius = m_look.px(11);
    painting::fillRounded(*painter, rect, radius, isOff && !isChosen ? theme.background : theme.surface);
    painting::outlineRounded(*painter, rect, radius, isChosen ? theme.ember : theme.line, isChosen ? m_look.px(3) : 1);
    if (isCurrent) {
        const int inset = isChosen ? m_look.px(4) : m_look.px(2);
        painting::outlineRounded(*painter, rect.adjusted(inset, inset, -inset, -inset), radius - inset, theme.focus,
                                 m_look.px(isChosen ? 1 : 2));
    }

    const QRect picture = pictureRect(option.rect);
    paintPicture(painter, picture, *card);
    paintOut(painter, outRect(option.rect), *card, option.state.testFlag(QStyle::State_MouseOver));
    if (m_choosing) {
        const int size = m_look.px(28);
        const QRect mark(picture.left() + m_look.px(6), picture.top() + m_look.px(6), size, size);
        painting::fillRounded(*painter, mark, m_look.px(6), isChosen ? theme.ember : theme.surface);
        painting::outlineRounded(*painter, mark, m_look.px(6), isChosen ? theme.ember : theme.muted, m_look.px(2));
        if (isChosen) {
            painter->setPen(QPen(theme.emberText, m_look.px(3), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            const QPointF at(mark.topLeft());
            painter->drawPolyline(QPolygonF{at + QPointF(size * 0.25, size * 0.52),
                                            at + QPointF(size * 0.43, size * 0.7),
                                            at + QPointF(size * 0.75, size * 0.32)});
        }
    }
    if (card->hasDraft) {
        const QString text = tr("NOT SAVED");
        const QSize tag = painting::tagSize(m_look, text);
        const QPoint at(qMax(picture.left(), picture.right() - m_look.px(6) - tag.width()),
                        picture.top() + m_look.px(6));
        painting::drawTag(*painter, m_look, QRect(at, tag), text, theme.soon);
    }

    const int left = picture.left();
    const int wide = picture.width();
    int y = picture.bottom() + 1 + m_look.px(8);
    const int spacing = m_look.lineSpacing(TextRole::CaptionBold);
    const TextBlock name(card->item.name, m_look.font(TextRole::CaptionBold), wide, spacing, mostLines);
    painter->setPen(isOff ? theme.muted : theme.text);
    name.draw(*painter, QPoint(left, y));
    y += qMax(spacing, name.height());
    painter->setFont(m_look.font(TextRole::Caption));
    const int priceHigh = m_look.lineSpacing(TextRole::Caption);
    painter->drawText(QRect(left, y, wide, priceHigh), Qt::AlignLeft | Qt::AlignVCenter, card->price);
    y += priceHigh;
    painter->setPen(card->state == Availability::State::Available ? theme.readyText
                    : card->state == Availability::State::Out     ? theme.lateText
                                                                  : theme.heldText);
    const TextBlock words(card->availability, m_look.font(TextRole::Tag), wide, m_look.lineSpacing(TextRole::Tag),
                          mostLines);
    words.draw(*painter, QPoint(left, y));
    painter->restore();
}

} // namespace oshaq
