// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/qrpicture.h"

#include "ui/common/accessible.h"

#include <QPainter>

#include <memory>

#include <qrencode.h>

namespace oshaq {

namespace {

constexpr int quietModules = 4; // what the standard asks for
constexpr int designSide = 300;

struct CodeReleaser
{
    void operator()(QRcode *code) const { QRcode_free(code); }
};

} // namespace

QrPicture::QrPicture(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(this, QAccessible::Graphic);
}

void QrPicture::setLook(const Look &look)
{
    m_look = look;
    updateGeometry();
    update();
}

void QrPicture::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_side = 0;
    m_dark.clear();
    const QByteArray bytes = text.toUtf8();
    if (!bytes.isEmpty()) {
        const std::unique_ptr<QRcode, CodeReleaser> code(
            QRcode_encodeData(int(bytes.size()), reinterpret_cast<const unsigned char *>(bytes.constData()), 0,
                              QR_ECLEVEL_M));
        if (code) {
            m_side = code->width;
            m_dark.resize(qsizetype(m_side) * m_side);
            for (qsizetype i = 0; i < m_dark.size(); ++i)
                m_dark[i] = char(code->data[i] & 1);
        }
    }
    updateGeometry();
    update();
}

bool QrPicture::isDark(int x, int y) const
{
    return x >= 0 && y >= 0 && x < m_side && y < m_side && m_dark.at(qsizetype(y) * m_side + x) != 0;
}

/// Whole pixels for each module: blurred edges are what cameras stumble over.
QSize QrPicture::sizeHint() const
{
    if (m_side == 0)
        return {0, 0};
    const int all = m_side + 2 * quietModules;
    const int pixels = std::max(3, m_look.px(designSide) / all);
    return {all * pixels, all * pixels};
}

void QrPicture::paintEvent(QPaintEvent *)
{
    if (m_side == 0)
        return;
    QPainter painter(this);
    const int all = m_side + 2 * quietModules;
    const int pixels = std::max(1, std::min(width(), height()) / all);
    const QPoint corner((width() - all * pixels) / 2, (height() - all * pixels) / 2);
    painter.fillRect(QRect(corner, QSize(all * pixels, all * pixels)), Qt::white);
    for (int y = 0; y < m_side; ++y) {
        for (int x = 0; x < m_side; ++x) {
            if (isDark(x, y))
                painter.fillRect(QRect(corner + QPoint(x + quietModules, y + quietModules) * pixels,
                                       QSize(pixels, pixels)),
                                 Qt::black);
        }
    }
}

} // namespace oshaq
