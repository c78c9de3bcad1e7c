// SPDX-License-Identifier: GPL-3.0-or-later
// Files of the statistics page: what is on its way and what came of it.
#include "ui/common/band.h"
#include "ui/common/linktext.h"
#include "ui/statistics/chartcard.h"
#include "ui/statistics/chartpicture.h"
#include "ui/statistics/figurecard.h"
#include "ui/statistics/statisticsfiles.h"
#include "ui/statistics/statisticspage.h"
#include "ui/statistics/statisticstext.h"

#include <QDesktopServices>
#include <QDir>
#include <QLocale>
#include <QUrl>

namespace oshaq {

void StatisticsPage::save(ExportSheet::What what, bool personal, const QString &stem)
{
    using What = ExportSheet::What;
    using Format = FilesPort::ReportFormat;
    const DayRange range = rangeOf(m_choice, today());
    const QString path = freeFilePath(filesFolder(), stem, exportSuffix(what));
    const QString language = QLocale().name().left(2);
    const auto report = [&](Format format) { return m_files.saveReport(range.from, range.to, format, language, path); };
    const auto orders = [&](OrderFileRequest::Form form) {
        return m_files.saveOrders({range.from, range.to, form, personal}, path);
    };
    switch (what) {
    case What::Xlsx:
        followWork(report(Format::Xlsx));
        return;
    case What::Csv:
        followWork(report(Format::Csv));
        return;
    case What::Pdf:
        followWork(report(Format::Pdf));
        return;
    case What::Png:
        followWork(savePicture(path));
        return;
    case What::OrdersCsv:
        followWork(orders(OrderFileRequest::Form::OrdersCsv));
        return;
    case What::LinesCsv:
        followWork(orders(OrderFileRequest::Form::LinesCsv));
        return;
    case What::OrdersJson:
        followWork(orders(OrderFileRequest::Form::JsonLines));
        return;
    }
}

quint64 StatisticsPage::savePicture(const QString &path)
{
    QList<QWidget *> parts;
    for (FigureCard *card : m_figures)
        parts << card;
    for (ChartCard *card : m_cards)
        parts << card;
    const DayRange range = rangeOf(m_choice, today());
    auto *picture = new ChartPicture(m_content, parts, m_look.theme().background, path, m_works);
    const QString heading = m_port.business().name + QStringLiteral(" · ") + StatisticsText::range(m_choice, today()) +
                            QStringLiteral(" · ") + StatisticsText::comparison(m_choice.comparison, m_choice, today());
    picture->setHeading(heading, m_look.font(TextRole::Title), m_look.theme().text, m_look.px(56));
    return picture->start(range.from.toString(Qt::ISODate) + QLatin1Char(' ') + range.to.toString(Qt::ISODate),
                          m_port.hubNowMs());
}

void StatisticsPage::followWork(quint64 id)
{
    m_work = id;
    m_noticeTimer.stop();
    updateFileBand();
}

void StatisticsPage::updateFileBand()
{
    const std::optional<Work> work = m_work == 0 ? std::nullopt : m_works.work(m_work);
    if (!work || work->state == Work::State::Cancelled) {
        m_fileBand->setMessage(QString(), Band::Tone::Notice);
        return;
    }
    switch (work->state) {
    case Work::State::Running: {
        constexpr qint64 whole = 100;
        m_fileBand->setAction(tr("Cancel"), QString());
        m_fileBand->setMessage(work->total > 0
                                   ? tr("The file is being made: %1 %").arg(work->done * whole / work->total)
                                   : tr("The file is being made."),
                               Band::Tone::Notice);
        break;
    }
    case Work::State::Done:
        m_fileBand->setAction(work->file.isEmpty() ? tr("Close") : tr("Open"), QString());
        m_fileBand->setMessage(tr("Saved: %1").arg(QDir::toNativeSeparators(work->file)), Band::Tone::Notice);
        if (!m_noticeTimer.isActive())
            m_noticeTimer.start();
        break;
    case Work::State::Failed:
        m_fileBand->setAction(tr("Close"), QString());
        m_fileBand->setMessage(tr("The file was not saved.") + QLatin1Char(' ') + LinkText::failure(work->failure),
                               Band::Tone::Alarm);
        break;
    case Work::State::Cancelled:
        break;
    }
}

void StatisticsPage::handleFileAction()
{
    const std::optional<Work> work = m_work == 0 ? std::nullopt : m_works.work(m_work);
    if (work && work->state == Work::State::Running) {
        m_works.cancel(m_work);
        return;
    }
    if (work && work->state == Work::State::Done && !work->file.isEmpty())
        QDesktopServices::openUrl(QUrl::fromLocalFile(work->file));
    followWork(0);
}

} // namespace oshaq
