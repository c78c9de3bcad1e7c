// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/staff/hoursview.h"

#include "models/domain/timetext.h"
#include "ui/common/band.h"
#include "ui/common/csvlines.h"
#include "ui/common/flowrow.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/lock/pageaccess.h"
#include "ui/staff/endshiftsheet.h"
#include "ui/staff/stafftable.h"
#include "ui/staff/stafftext.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDateEdit>
#include <QDir>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QSaveFile>
#include <QSignalBlocker>
#include <QStandardPaths>

#include <algorithm>

namespace oshaq {

namespace {

/// What the hub answers at most.
constexpr size_t mostShifts = 2000;
constexpr int mostDays = 92;
constexpr int daysOfWeek = 7;

QStringList spansOf(const WorkedDay &day, const ZoneClock &clock)
{
    QStringList lines;
    for (const WorkPart &part : day.parts) {
        lines << StaffText::span(part, clock);
        if (const QString remark = StaffText::remark(part); !remark.isEmpty())
            lines << remark;
    }
    return lines;
}

bool isUnusual(const WorkedDay &day)
{
    return std::any_of(day.parts.begin(), day.parts.end(),
                       [](const WorkPart &part) { return part.forgotten || part.endedByOther; });
}

qint64 openShiftOf(const WorkedDay &day)
{
    const auto found = std::find_if(day.parts.begin(), day.parts.end(),
                                    [](const WorkPart &part) { return part.open || part.forgotten; });
    return found == day.parts.end() ? 0 : found->shiftId;
}

} // namespace

HoursView::HoursView(StaffPort &port, const OperatorPort &screen, const OrdersPort &site, const Look &look,
                     QWidget *page)
    : QWidget(page)
    , m_port(port)
    , m_screen(screen)
    , m_site(site)
    , m_look(look)
    , m_bar(new FlowRow(this))
    , m_range(new QLabel(m_bar))
    , m_previous(new TouchButton(look, m_bar))
    , m_next(new TouchButton(look, m_bar))
    , m_thisWeek(new TouchButton(look, m_bar))
    , m_own(new TouchButton(look, m_bar))
    , m_fromEdit(new QDateEdit(m_bar))
    , m_toEdit(new QDateEdit(m_bar))
    , m_copy(new TouchButton(look, m_bar))
    , m_file(new TouchButton(look, m_bar))
    , m_band(new Band(look, this))
    , m_leftOpen(new Band(look, this))
    , m_notice(new Band(look, this))
    , m_sum(new QLabel(this))
    , m_table(new StaffTable(look, this))
    , m_state(new StateView(look, this))
    , m_sheet(new EndShiftSheet(port, look, page))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("hoursView"));
    m_range->setObjectName(QStringLiteral("hoursRange"));
    m_range->setProperty("role", QStringLiteral("strong"));
    m_range->setAlignment(Qt::AlignCenter);
    m_previous->setObjectName(QStringLiteral("hoursPrevious"));
    m_previous->setIconName(QStringLiteral("previous"));
    m_next->setObjectName(QStringLiteral("hoursNext"));
    m_next->setIconName(QStringLiteral("next"));
    m_thisWeek->setObjectName(QStringLiteral("hoursThisWeek"));
    m_own->setObjectName(QStringLiteral("hoursOwn"));
    m_own->setKind(TouchButton::Kind::Chosen);
    m_own->setCheckable(true);
    m_copy->setObjectName(QStringLiteral("hoursCopy"));
    m_file->setObjectName(QStringLiteral("hoursFile"));
    m_fromEdit->setObjectName(QStringLiteral("hoursFrom"));
    m_toEdit->setObjectName(QStringLiteral("hoursTo"));
    m_sum->setObjectName(QStringLiteral("hoursSum"));
    m_sum->setProperty("role", QStringLiteral("caption"));
    m_sum->setWordWrap(true);
    m_table->setObjectName(QStringLiteral("hoursTable"));
    m_table->setChoosesCells(true);
    m_leftOpen->setObjectName(QStringLiteral("leftOpenBand"));
    m_leftOpen->actionButton()->setObjectName(QStringLiteral("endShiftButton"));
    m_band->setObjectName(QStringLiteral("hoursBand"));
    m_notice->setObjectName(QStringLiteral("hoursNotice"));
    for (Band *band : {m_band, m_leftOpen, m_notice})
        band->actionButton()->setTakesFocus(true);
    for (TouchButton *button : {m_previous, m_next, m_thisWeek, m_own, m_copy, m_file})
        button->setTakesFocus(true);
    for (QDateEdit *edit : {m_fromEdit, m_toEdit}) {
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
        edit->setDisplayFormat(QStringLiteral("dd.MM.yyyy"));
        edit->setDateRange(QDate(2000, 1, 1), QDate(2199, 12, 31));
    }
    for (QWidget *widget : std::initializer_list<QWidget *>{m_previous, m_range, m_next, m_thisWeek, m_own, m_fromEdit,
                                                            m_toEdit, m_copy, m_file})
        m_bar->addWidget(widget);
    m_layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_bar, m_band, m_leftOpen, m_notice})
        m_layout->addWidget(widget);
    m_layout->addWidget(m_table, 1);
    m_layout->addWidget(m_state, 1);
    m_layout->addWidget(m_sum);
    setFocusProxy(m_table);

    const auto step = [this](int direction) {
        const int days = int(m_from.daysTo(m_to)) + 1;
        setRange(m_from.addDays(direction * days), m_to.addDays(direction * days));
    };
    connect(m_previous, &TouchButton::clicked, this, [step] { step(-1); });
    connect(m_next, &TouchButton::clicked, this, [step] { step(1); });
    connect(m_thisWeek, &TouchButton::clicked, this, [this] {
        m_isOwn = false;
        const QDate monday = weekOf(today());
        setRange(monday, monday.addDays(daysOfWeek - 1));
    });
    connect(m_own, &TouchButton::clicked, this, [this](bool checked) {
        m_isOwn = checked;
        if (!checked) {
            const QDate monday = weekOf(m_from);
            setRange(monday, monday.addDays(daysOfWeek - 1));
            return;
        }
        rebuild();
        m_fromEdit->setFocus(Qt::OtherFocusReason);
    });
    for (QDateEdit *edit : {m_fromEdit, m_toEdit})
        connect(edit, &QDateEdit::dateChanged, this, &HoursView::handleOwnRange);
    connect(m_copy, &TouchButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(clipboardLines(fileRows()));
        tell(Notice::Kind::Copied);
    });
    connect(m_file, &TouchButton::clicked, this, &HoursView::saveFile);
    connect(m_band->actionButton(), &TouchButton::clicked, this, &HoursView::refresh);
    connect(m_state->actionButton(), &TouchButton::clicked, this, &HoursView::refresh);
    connect(m_notice->actionButton(), &TouchButton::clicked, this, [this] { tell(Notice::Kind::None); });
    connect(m_leftOpen->actionButton(), &TouchButton::clicked, this, [this] { endShift(m_forgotten); });
    connect(m_table, &StaffTable::opened, this, &HoursView::openShift);
    connect(m_sheet, &EndShiftSheet::ended, this, [this](const StaffShift &ended) {
        if (m_known) {
            for (StaffShift &shift : *m_known) {
                if (shift.id == ended.id) {
                    shift.endedAtMs = ended.endedAtMs;
                    shift.endedByOther = ended.endedByOther;
                }
            }
        }
        rebuild();
        refresh();
    });
    const QDate monday = weekOf(today());
    m_from = monday;
    m_to = monday.addDays(daysOfWeek - 1);
    retranslate();
    setLook(look);
}

HoursView::~HoursView()
{
    forget();
}

void HoursView::setLook(const Look &look)
{
    m_look = look;
    for (TouchButton *button : {m_previous, m_next, m_thisWeek, m_own, m_copy, m_file})
        button->setLook(look);
    for (Band *band : {m_band, m_leftOpen, m_notice})
        band->setLook(look);
    m_table->setLook(look);
    m_state->setLook(look);
    m_table->setMinimumHeight(look.px(220));
    m_state->setMinimumHeight(look.px(220));
    m_sheet->adoptLook(look);
    m_bar->setSpacing(look.px(8));
    m_layout->setSpacing(look.px(12));
    m_range->setFixedHeight(look.metrics().buttonHeight());
    m_range->setContentsMargins(look.px(8), 0, look.px(8), 0);
    rebuild();
}

void HoursView::setWords(const QString &words)
{
    m_words = words;
    rebuild();
}

QDate HoursView::today() const
{
    const Business business = m_site.business();
    return businessDay(m_site.hubNowMs(), business.timeZone, business.dayStartMinutes);
}

// ---- asking

void HoursView::showEvent(QShowEvent *event)
{
    refresh();
    QWidget::showEvent(event);
}

void HoursView::hideEvent(QHideEvent *event)
{
    forget();
    QWidget::hideEvent(event);
}

void HoursView::forget()
{
    if (m_call != 0)
        m_port.cancel(m_call);
    m_call = 0;
}

void HoursView::setRange(QDate from, QDate to)
{
    m_from = from;
    m_to = to;
    m_told = {};
    refresh();
}

void HoursView::refresh()
{
    rebuild();
    if (!isVisible())
        return;
    forget();
    const auto asked = range();
    m_call = m_port.shifts(m_from, m_to, [this, asked](const PortAnswer<std::vector<StaffShift>> &answer) {
        m_call = 0;
        if (answer) {
            m_known = *answer.value;
            m_knownRange = asked;
            m_knownAtMs = m_site.hubNowMs();
            m_failure.reset();
        } else {
            m_failure = answer.failure;
        }
        rebuild();
    });
    rebuild();
}

void HoursView::handleOwnRange()
{
    if (!m_isOwn)
        return;
    QDate from = m_fromEdit->date();
    QDate to = m_toEdit->date();
    if (to < from)
        std::swap(from, to);
    if (from.daysTo(to) >= mostDays)
        to = from.addDays(mostDays - 1);
    setRange(from, to);
}

// ---- what is shown

std::vector<WorkedPerson> HoursView::people() const
{
    if (!m_known || m_knownRange != range())
        return {};
    const Business business = m_site.business();
    // Of what is open, the time until it was last heard of: without a hub nobody knows who is still here.
    const qint64 now = m_failure ? m_knownAtMs : m_site.hubNowMs();
    std::vector<WorkedPerson> all =
        workedHours(*m_known, m_from, m_to, now, business.timeZone, business.dayStartMinutes);
    std::erase_if(all, [this](const WorkedPerson &person) {
        for (const QString &word : m_words.split(u' ', Qt::SkipEmptyParts)) {
            if (!person.name.contains(word, Qt::CaseInsensitive))
                return true;
        }
        return false;
    });
    return all;
}

void HoursView::rebuild()
{
    m_openAt.clear();
    const std::vector<WorkedPerson> all = people();
    m_table->setVisible(!all.empty());
    if (m_from.daysTo(m_to) < daysOfWeek)
        showWeek(all);
    else
        showList(all);
    m_range->setText(StaffText::range(m_from, m_to));
    m_own->setChecked(m_isOwn);
    {
        const QSignalBlocker quietFrom(m_fromEdit);
        const QSignalBlocker quietTo(m_toEdit);
        m_fromEdit->setDate(m_from);
        m_toEdit->setDate(m_to);
    }
    m_fromEdit->setVisible(m_isOwn);
    m_toEdit->setVisible(m_isOwn);
    m_range->setVisible(!m_isOwn);
    m_copy->setEnabled(!all.empty());
    m_file->setEnabled(!all.empty());
    m_next->setEnabled(m_to < today());
    qint64 sum = 0;
    for (const WorkedPerson &person : all)
        sum += person.totalMs;
    const int count = int(all.size());
    QString text;
    if (count == 1)
        text = tr("1 person, %1").arg(StaffText::length(sum));
    else if (count > 1)
        text = tr("%n people, %1 together", nullptr, count).arg(StaffText::length(sum));
    if (m_known && m_known->size() >= mostShifts)
        text += QStringLiteral(". ") + tr("These are the newest %1 shifts; a shorter range shows all.").arg(mostShifts);
    m_sum->setText(text);
    m_sum->setVisible(!text.isEmpty());
    m_bar->rearrange();
    updateState(all.empty());
}

void HoursView::showWeek(const std::vector<WorkedPerson> &people)
{
    using Tone = StaffCell::Tone;
    const ZoneClock clock(m_site.business().timeZone);
    std::vector<StaffColumn> columns{{tr("Name"), Qt::AlignLeft, 0, true}};
    for (QDate day = m_from; day <= m_to; day = day.addDays(1))
        columns.push_back({StaffText::dayHead(day), Qt::AlignRight, 0, false});
    columns.push_back({tr("Total"), Qt::AlignRight, 0, false});
    std::vector<StaffRow> rows;
    std::map<QDate, qint64> sums;
    qint64 all = 0;
    for (const WorkedPerson &person : people) {
        StaffRow row;
        row.key = person.staffId;
        row.cells.push_back({person.name, {}, {}, Tone::Strong});
        for (QDate day = m_from; day <= m_to; day = day.addDays(1)) {
            const auto found = person.days.find(day);
            if (found == person.days.end()) {
                row.cells.push_back({QStringLiteral("–"), {}, tr("did not work"), Tone::Muted});
                continue;
            }
            sums[day] += found->second.totalMs;
            const QStringList spans = spansOf(found->second, clock);
            row.cells.push_back(
                {StaffText::hours(found->second.totalMs), spans.join(u'\n'),
                 StaffText::length(found->second.totalMs) + QStringLiteral(": ") + spans.join(QStringLiteral(", ")),
                 isUnusual(found->second) ? Tone::Warning : Tone::Plain});
            if (const qint64 open = openShiftOf(found->second); open != 0)
                m_openAt[{row.key, int(row.cells.size()) - 1}] = open;
        }
        all += person.totalMs;
        row.cells.push_back({StaffText::hours(person.totalMs), {}, StaffText::length(person.totalMs), Tone::Strong});
        rows.push_back(std::move(row));
    }
    if (rows.size() > 1) {
        StaffRow together;
        together.key = -1;
        together.cells.push_back({tr("Together"), {}, {}, Tone::Muted});
        for (QDate day = m_from; day <= m_to; day = day.addDays(1)) {
            const bool isNone = sums[day] == 0;
            together.cells.push_back({isNone ? QStringLiteral("–") : StaffText::hours(sums[day]),
                                      {},
                                      StaffText::length(sums[day]),
                                      Tone::Muted});
        }
        together.cells.push_back({StaffText::hours(all), {}, StaffText::length(all), Tone::Strong});
        rows.push_back(std::move(together));
    }
    // Where seven days have no room beside each other they stand below each other.
    if (!m_table->hasRoomFor(columns, rows)) {
        m_openAt.clear();
        showList(people);
        return;
    }
    m_rowCount = int(rows.size());
    m_table->setContent(std::move(columns), std::move(rows));
}

void HoursView::showList(const std::vector<WorkedPerson> &people)
{
    using Tone = StaffCell::Tone;
    const ZoneClock clock(m_site.business().timeZone);
    std::vector<StaffRow> rows;
    qint64 key = 0;
    for (const WorkedPerson &person : people) {
        StaffRow head;
        head.isHeading = true;
        head.cells.push_back({tr("%1: %2").arg(person.name, StaffText::length(person.totalMs))});
        rows.push_back(std::move(head));
        for (const auto &[day, worked] : person.days) {
            StaffRow row;
            row.key = ++key;
            const QStringList spans = spansOf(worked, clock);
            const Tone tone = isUnusual(worked) ? Tone::Warning : Tone::Plain;
            row.cells.push_back({QLocale().toString(day, QStringLiteral("ddd d MMM")), {}, {}, Tone::Plain});
            row.cells.push_back({spans.value(0), spans.mid(1).join(u'\n'), {}, tone});
            row.cells.push_back({StaffText::hours(worked.totalMs), {}, StaffText::length(worked.totalMs), Tone::Plain});
            if (const qint64 open = openShiftOf(worked); open != 0) {
                for (int column = 0; column < int(row.cells.size()); ++column)
                    m_openAt[{row.key, column}] = open;
            }
            rows.push_back(std::move(row));
        }
    }
    m_rowCount = int(rows.size());
    m_table->setContent({{tr("Day"), Qt::AlignLeft, 0, false},
                         {tr("From and to"), Qt::AlignLeft, 0, true},
                         {tr("Total"), Qt::AlignRight, 0, false}},
                        std::move(rows));
}

QString HoursView::sumText() const
{
    return m_sum->text();
}

void HoursView::updateState(bool isEmpty)
{
    const ZoneClock clock(m_site.business().timeZone);
    const qint64 now = m_site.hubNowMs();
    const bool isKnown = m_known && m_knownRange == range();
    m_state->setVisible(isEmpty);
    if (!isKnown && m_failure && m_call == 0) {
        m_state->setState(QStringLiteral("link"), tr("The hours of these days are not known now"),
                          StaffText::failure(*m_failure), tr("Try again"));
    } else if (!isKnown) {
        m_state->setState(QStringLiteral("clock"), tr("Asking the site for the hours…"), QString());
    } else {
        m_state->setState(QStringLiteral("clock"),
                          m_words.isEmpty() ? tr("Nobody worked in these days")
                                            : tr("Nobody found for “%1”").arg(m_words),
                          tr("Hours are counted from sign-in to sign-out, at screens that ask for a PIN."));
    }
    m_band->setAction(tr("Try again"), QString());
    m_band->setMessage(
        isKnown && m_failure && m_call == 0
            ? tr("%1 What you see is as of %2.").arg(StaffText::failure(*m_failure), clock.moment(m_knownAtMs, now))
            : QString(),
        Band::Tone::Warning);

    m_forgotten = 0;
    QString who;
    int others = -1;
    if (isKnown) {
        // The oldest one first: the list is from new to old.
        for (const StaffShift &shift : *m_known) {
            if (!isForgotten(shift, now))
                continue;
            m_forgotten = shift.id;
            who = tr("%1 is signed in since %2 and seems to have gone without signing out.")
                      .arg(shift.staffName, clock.moment(shift.beganAtMs, now));
            ++others;
        }
    }
    if (others == 1)
        who += u' ' + tr("So has one more.");
    else if (others > 1)
        who += u' ' + tr("So have %n more.", nullptr, others);
    m_leftOpen->setAction(mayEnd() && m_forgotten != 0 ? tr("End it at…") : QString(), QString());
    m_leftOpen->setMessage(who, Band::Tone::Warning);
    tell(m_told.kind, m_told.detail);
}

// ---- acts

bool HoursView::mayEnd() const
{
    return mayManage(m_screen.effectiveRole());
}

void HoursView::openShift(qint64 key, int column)
{
    if (const auto found = m_openAt.find({key, column}); found != m_openAt.end())
        endShift(found->second);
}

void HoursView::endShift(qint64 shiftId)
{
    if (!m_known || !mayEnd())
        return;
    for (const StaffShift &shift : *m_known) {
        if (shift.id == shiftId && !shift.endedAtMs)
            m_sheet->ask(shift, m_site.business().timeZone, m_site.hubNowMs());
    }
}

std::vector<QStringList> HoursView::fileRows() const
{
    const ZoneClock clock(m_site.business().timeZone);
    std::vector<QStringList> rows{
        {tr("Name"), tr("Day"), tr("From"), tr("To"), tr("Hours"), tr("Minutes"), tr("Remark")}};
    for (const WorkedPerson &person : people()) {
        for (const auto &[day, worked] : person.days) {
            for (const WorkPart &part : worked.parts) {
                rows.push_back({person.name, day.toString(Qt::ISODate), clock.time(part.beginMs),
                                part.open ? QString() : clock.time(part.endMs), StaffText::hours(part.lengthMs()),
                                QString::number(part.lengthMs() / 60'000), StaffText::remark(part)});
            }
        }
    }
    return rows;
}

QString HoursView::saveFile()
{
    const QString folder =
        m_folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : m_folder;
    const QString path = QDir(folder).filePath(
        QStringLiteral("oshaq-hours-%1-%2.csv").arg(m_from.toString(Qt::ISODate), m_to.toString(Qt::ISODate)));
    QDir().mkpath(folder);
    // Either the whole file is there or the one of before.
    QSaveFile file(path);
    const QByteArray bytes = csvLines(fileRows());
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        tell(Notice::Kind::NotSaved, file.errorString());
        return {};
    }
    tell(Notice::Kind::Saved, QDir::toNativeSeparators(path));
    return path;
}

void HoursView::tell(Notice::Kind kind, const QString &detail)
{
    m_told = {kind, detail};
    m_notice->setAction(tr("All right"), QString());
    switch (kind) {
    case Notice::Kind::None:
        m_notice->setMessage(QString(), Band::Tone::Notice);
        break;
    case Notice::Kind::Copied:
        m_notice->setMessage(tr("The hours can be pasted into a spreadsheet now."), Band::Tone::Notice);
        break;
    case Notice::Kind::Saved:
        m_notice->setMessage(tr("Saved as %1").arg(detail), Band::Tone::Notice);
        break;
    case Notice::Kind::NotSaved:
        m_notice->setMessage(tr("The file could not be written: %1").arg(detail), Band::Tone::Alarm);
        break;
    }
}

// ---- words and room

void HoursView::retranslate()
{
    m_previous->setAccessibleName(tr("Days before"));
    m_previous->setToolTip(tr("Days before"));
    m_next->setAccessibleName(tr("Days after"));
    m_next->setToolTip(tr("Days after"));
    m_thisWeek->setText(tr("This week"));
    m_own->setText(tr("Own range"));
    m_copy->setText(tr("Copy"));
    m_file->setText(tr("Save as CSV"));
    m_fromEdit->setAccessibleName(tr("From"));
    m_toEdit->setAccessibleName(tr("To"));
    m_table->setAccessibleName(tr("Hours of work"));
    rebuild();
}

void HoursView::resizeEvent(QResizeEvent *)
{
    // The table gets its size after the view: what fits is known then.
    QMetaObject::invokeMethod(this, &HoursView::rebuild, Qt::QueuedConnection);
}

void HoursView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace oshaq
