// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/dayendpaper.h"

#include "models/domain/paperblocks.h"

#include <algorithm>

namespace oshaq {

namespace {

using Kind = PrintBlock::Kind;
using Align = PrintBlock::Align;
using namespace paper;

constexpr std::size_t topDishes = 10;
constexpr qsizetype shortHashBytes = 8;
constexpr int hashGroup = 4;

/// Puts one report together, part by part.
class DayEndPaper
{
public:
    DayEndPaper(const DayEnd &dayEnd, const DayEndFigures &figures, const PaperSetting &setting)
        : m_dayEnd(dayEnd)
        , m_figures(figures)
        , m_sales(figures.sales)
        , m_setting(setting)
        , m_words(setting.language)
        , m_fractions(m_sales.currency.code() != QLatin1String("KZT"))
    {}

    PrintDocument make()
    {
        head();
        sales();
        takings();
        drawers();
        ways();
        cancellations();
        dishes();
        times();
        anchor();
        finish(&m_document);
        return std::move(m_document);
    }

private:
    QString amount(qint64 minor) const { return paperMoney(minor, m_sales.currency, m_words.locale, m_fractions); }
    QString count(qint64 number) const { return m_words.locale.toString(number); }
    void add(PrintBlock block) { m_document.blocks.push_back(std::move(block)); }
    void pair(const char *source, const QString &value, int size = 2, bool bold = false)
    {
        add(columns(m_words(source), value, size, bold));
    }
    void heading(const char *source)
    {
        add(plain(Kind::Rule));
        add(text(m_words(source), 3, true));
    }

    void head()
    {
        add(text(m_figures.businessName, 4, true, Align::Center));
        add(text(upper(m_setting, QT_TRANSLATE_NOOP("Paper", "Day-end report")), 3, true, Align::Center));
        add(text(m_words.locale.toString(m_dayEnd.day, QLocale::ShortFormat), 4, true, Align::Center));
        add(text(m_words(QT_TRANSLATE_NOOP("Paper", "Report %1 of this day")).arg(m_dayEnd.number), 2, false,
                 Align::Center));
        if (!m_figures.isOver()) {
            add(inverse(m_words(QT_TRANSLATE_NOOP("Paper", "Until %1")).arg(timeText(m_figures.untilMs, m_setting)),
                        3));
            add(text(m_words(QT_TRANSLATE_NOOP("Paper", "The day was not over yet.")), 2, true, Align::Center));
        }
        if (m_sales.openOrders > 0) {
            add(inverse(m_words(QT_TRANSLATE_NOOP("Paper", "Open orders: %1")).arg(m_sales.openOrders), 3));
            add(text(m_words(QT_TRANSLATE_NOOP("Paper", "They are in no revenue below.")), 2, true, Align::Center));
        }
        add(plain(Kind::Rule));
    }

    void sales()
    {
        pair(QT_TRANSLATE_NOOP("Paper", "Revenue"), amount(m_sales.total.revenueMinor), 4, true);
        if (m_sales.deliveryMinor != 0)
            pair(QT_TRANSLATE_NOOP("Paper", "of it delivery"), amount(m_sales.deliveryMinor));
        if (m_sales.taxMinor != 0)
            pair(QT_TRANSLATE_NOOP("Paper", "of it tax"), amount(m_sales.taxMinor));
        pair(QT_TRANSLATE_NOOP("Paper", "Orders"), count(m_sales.total.orders));
        pair(QT_TRANSLATE_NOOP("Paper", "Completed"), count(m_sales.total.completed));
        pair(QT_TRANSLATE_NOOP("Paper", "Cancelled"), count(m_sales.total.cancelled));
        pair(QT_TRANSLATE_NOOP("Paper", "Open"), count(m_sales.openOrders));
        pair(QT_TRANSLATE_NOOP("Paper", "Average check"), amount(m_sales.total.averageCheckMinor()));
        if (m_figures.firstOrderAtMs != 0) {
            pair(QT_TRANSLATE_NOOP("Paper", "First order"), timeText(m_figures.firstOrderAtMs, m_setting));
            pair(QT_TRANSLATE_NOOP("Paper", "Last order"), timeText(m_figures.lastOrderAtMs, m_setting));
        }
    }

    void takings()
    {
        heading(QT_TRANSLATE_NOOP("Paper", "Payments"));
        if (m_figures.takings.empty())
            add(text(m_words(QT_TRANSLATE_NOOP("Paper", "None")), 2));
        qint64 kept = 0;
        for (const MethodTakings &one : m_figures.takings) {
            const char *method = one.method == PaymentMethod::SavedCard ? QT_TRANSLATE_NOOP("Paper", "Saved card")
                                                                        : methodWord(one.method);
            add(columns(QStringLiteral("%1 × %2").arg(m_words(method), count(one.payments)), amount(one.amountMinor), 2,
                        true));
            if (one.tipMinor != 0)
                add(columns(m_words(QT_TRANSLATE_NOOP("Paper", "Tips")), amount(one.tipMinor), 2));
            if (one.refundedMinor != 0)
                add(columns(m_words(QT_TRANSLATE_NOOP("Paper", "Given back")), amount(-one.refundedMinor), 2));
            kept += one.keptMinor();
        }
        if (!m_figures.takings.empty())
            pair(QT_TRANSLATE_NOOP("Paper", "Together"), amount(kept), 3, true);
    }

    void drawers()
    {
        if (m_figures.drawers.empty())
            return;
        heading(QT_TRANSLATE_NOOP("Paper", "Cash drawers"));
        for (const DrawerOfDay &one : m_figures.drawers) {
            const QString closed = one.isClosed() ? timeText(one.closedAtMs, m_setting) : QStringLiteral("…");
            const QString times = QStringLiteral("%1–%2").arg(timeText(one.openedAtMs, m_setting), closed);
            add(columns(one.terminalName.isEmpty() ? m_words(QT_TRANSLATE_NOOP("Paper", "Drawer")) : one.terminalName,
                        times, 2, true));
            pair(QT_TRANSLATE_NOOP("Paper", "Float"), amount(one.floatMinor));
            pair(QT_TRANSLATE_NOOP("Paper", "Cash payments"), amount(one.salesMinor));
            if (one.refundsMinor != 0)
                pair(QT_TRANSLATE_NOOP("Paper", "Given back"), amount(-one.refundsMinor));
            if (one.paidInMinor != 0)
                pair(QT_TRANSLATE_NOOP("Paper", "Put in"), amount(one.paidInMinor));
            if (one.paidOutMinor != 0)
                pair(QT_TRANSLATE_NOOP("Paper", "Taken out"), amount(-one.paidOutMinor));
            pair(QT_TRANSLATE_NOOP("Paper", "Should hold"), amount(one.expectedMinor()), 2, true);
            if (!one.isClosed()) {
                add(text(m_words(QT_TRANSLATE_NOOP("Paper", "Still open, not counted.")), 2, true));
                continue;
            }
            pair(QT_TRANSLATE_NOOP("Paper", "Counted"), amount(one.countedMinor), 2, true);
            pair(QT_TRANSLATE_NOOP("Paper", "Difference"), amount(one.differenceMinor()), 2,
                 one.differenceMinor() != 0);
        }
    }

    void ways()
    {
        heading(QT_TRANSLATE_NOOP("Paper", "Where orders went"));
        for (std::size_t i = 0; i < m_sales.fulfilments.size(); ++i) {
            const SalesFigures &way = m_sales.fulfilments[i];
            if (way.orders == 0)
                continue;
            add(columns(QStringLiteral("%1 × %2").arg(m_words(fulfilmentWord(allFulfilments[i])), count(way.orders)),
                        amount(way.revenueMinor), 2));
        }
        if (m_sales.total.orders == 0)
            add(text(m_words(QT_TRANSLATE_NOOP("Paper", "None")), 2));
    }

    void cancellations()
    {
        if (m_sales.total.cancelled == 0)
            return;
        heading(QT_TRANSLATE_NOOP("Paper", "Cancelled"));
        for (const Analytics::Cancellation &one : m_sales.cancellations) {
            const QString reason =
                one.reason.isEmpty() ? m_words(QT_TRANSLATE_NOOP("Paper", "No reason given")) : one.reason;
            add(columns(QStringLiteral("%1 × %2").arg(reason, count(one.orders)), amount(one.totalMinor), 2));
        }
        pair(QT_TRANSLATE_NOOP("Paper", "Together"), amount(m_sales.cancelledMinor), 2, true);
    }

    void dishes()
    {
        if (m_sales.items.empty())
            return;
        heading(QT_TRANSLATE_NOOP("Paper", "Best sold"));
        for (std::size_t i = 0; i < std::min(topDishes, m_sales.items.size()); ++i) {
            const Analytics::ItemSales &item = m_sales.items[i];
            add(columns(QStringLiteral("%1 × %2").arg(item.name, quantityText(item.quantity, m_words.locale)),
                        amount(item.revenueMinor), 2));
        }
    }

    void times()
    {
        if (m_sales.promised == 0)
            return;
        heading(QT_TRANSLATE_NOOP("Paper", "Promises"));
        pair(QT_TRANSLATE_NOOP("Paper", "Ready after the promise"),
             m_words(QT_TRANSLATE_NOOP("Paper", "%1 of %2")).arg(count(m_sales.late), count(m_sales.promised)));
        // Half up, in whole numbers.
        const qint64 percent = (m_sales.late * 200 + m_sales.promised) / (2 * m_sales.promised);
        pair(QT_TRANSLATE_NOOP("Paper", "Share of late ones"), m_words.locale.toString(percent) + QStringLiteral(" %"));
    }

    void anchor()
    {
        add(plain(Kind::Rule));
        pair(QT_TRANSLATE_NOOP("Paper", "Made at"), dateTimeText(m_dayEnd.madeAtMs, m_setting));
        if (!m_dayEnd.madeBy.isEmpty())
            pair(QT_TRANSLATE_NOOP("Paper", "Made by"), m_dayEnd.madeBy);
        pair(QT_TRANSLATE_NOOP("Paper", "Journal row"), count(m_dayEnd.journalSeq));
        pair(QT_TRANSLATE_NOOP("Paper", "Its seal"), shortJournalHash(m_dayEnd.journalHash));
        add(text(m_words(QT_TRANSLATE_NOOP("Paper", "Keep this paper: the seal shows whether anything before it was "
                                                    "changed later.")),
                 1));
        add(text(m_words(QT_TRANSLATE_NOOP("Paper", "Printed %1")).arg(dateTimeText(m_setting.nowMs, m_setting)), 1,
                 false, Align::Center));
    }

    const DayEnd &m_dayEnd;
    const DayEndFigures &m_figures;
    const Analytics &m_sales;
    const PaperSetting &m_setting;
    const PaperLanguage &m_words;
    const bool m_fractions;
    PrintDocument m_document;
};

} // namespace

PrintDocument dayEndDocument(const DayEnd &dayEnd, const DayEndFigures &figures, const PaperSetting &setting)
{
    return DayEndPaper(dayEnd, figures, setting).make();
}

QString shortJournalHash(const QByteArray &hash)
{
    QString digits = QString::fromLatin1(hash.first(std::min(hash.size(), shortHashBytes)).toHex());
    for (qsizetype at = hashGroup; at < digits.size(); at += hashGroup + 1)
        digits.insert(at, u' ');
    return digits;
}

} // namespace oshaq
