// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/cashcounter.h"

#include "ui/common/flowrow.h"
#include "ui/common/formats.h"
#include "ui/common/stepper.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFontMetrics>
#include <QLabel>

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {

constexpr qint64 mostPieces = 99'999;

} // namespace

CashCounter::CashCounter(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_flow(new FlowRow(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_flow);
}

void CashCounter::setLook(const Look &look)
{
    m_look = look;
    for (const Row &row : m_rows) {
        row.stepper->setLook(look);
        row.box->layout()->setSpacing(look.px(10));
    }
    m_flow->setSpacing(look.px(10));
    showSums();
}

void CashCounter::begin(const Currency &currency)
{
    if (currency == m_currency && !m_rows.empty()) {
        for (const Row &row : m_rows)
            row.stepper->setValue(0);
        showSums();
        return;
    }
    m_currency = currency;
    m_rows.clear();
    delete std::exchange(m_flow, new FlowRow(this));
    layout()->addWidget(m_flow);
    for (const qint64 face : cashFaces(currency)) {
        Row row;
        row.faceMinor = face;
        row.box = new QWidget;
        row.face = new QLabel(row.box);
        row.face->setProperty("role", QStringLiteral("strong"));
        row.face->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row.stepper = new Stepper(m_look, row.box);
        row.stepper->setRange(1000, 0, mostPieces * 1000);
        row.stepper->setValue(0);
        row.sum = new QLabel(row.box);
        row.sum->setProperty("role", QStringLiteral("muted"));
        auto *columns = new QHBoxLayout(row.box);
        columns->setContentsMargins(0, 0, 0, 0);
        columns->addWidget(row.face);
        columns->addWidget(row.stepper);
        columns->addWidget(row.sum);
        connect(row.stepper, &Stepper::valueChanged, this, [this] {
            showSums();
            Q_EMIT changed();
        });
        m_flow->addWidget(row.box);
        if (!m_rows.empty())
            setTabOrder(m_rows.back().stepper, row.stepper);
        m_rows.push_back(row);
    }
    setLook(m_look);
}

std::vector<DrawerPieces> CashCounter::pieces() const
{
    std::vector<DrawerPieces> found;
    for (const Row &row : m_rows) {
        if (row.stepper->value() > 0)
            found.push_back({row.faceMinor, row.stepper->value() / 1000});
    }
    return found;
}

qint64 CashCounter::sumMinor() const
{
    const auto sum = sumOfPieces(pieces());
    return sum ? *sum : 0;
}

bool CashCounter::isValid() const
{
    return std::all_of(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.stepper->isValid(); });
}

void CashCounter::showSums()
{
    if (m_rows.empty())
        return;
    // Columns that stand below each other, and sums that do not push them.
    const QFontMetrics strong(m_look.font(TextRole::BodyBold));
    const QFontMetrics plain(m_look.font(TextRole::Body));
    int faceWidth = 0;
    for (const Row &row : m_rows)
        faceWidth = std::max(faceWidth, strong.horizontalAdvance(formats::money(row.faceMinor, m_currency)));
    const int sumWidth = plain.horizontalAdvance(formats::money(m_rows.front().faceMinor * 100, m_currency));
    for (const Row &row : m_rows) {
        const QString face = formats::money(row.faceMinor, m_currency);
        row.face->setText(face);
        row.face->setFixedWidth(faceWidth + m_look.px(4));
        row.stepper->setWhat(face);
        const qint64 sum = row.faceMinor * (row.stepper->value() / 1000);
        row.sum->setText(sum > 0 ? formats::money(sum, m_currency) : QStringLiteral("—"));
        row.sum->setFixedWidth(sumWidth + m_look.px(4));
    }
    m_flow->rearrange();
}

void CashCounter::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showSums();
    QWidget::changeEvent(event);
}

} // namespace oshaq
