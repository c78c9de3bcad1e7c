// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/systemalarm.h"

#include "models/domain/timespans.h"

#include <algorithm>

namespace oshaq {

namespace {

constexpr qint64 gigabyte = 1'000'000'000;

/// %1: the subject, %2: the figure, %3: what is usual.
struct ProblemRule
{
    SystemProblem problem;
    const char *text;
    AlarmSeverity severity;
    qint64 holdMs;
    const char16_t *en;
    const char16_t *ru;
    const char16_t *kk;
};

// A table: the formatter would break each sentence in another place.
// clang-format off
constexpr std::array problemRules{
    ProblemRule{SystemProblem::QueueLong, "queue_long", AlarmSeverity::Critical, 30'000,
        u"Orders wait to be written: %2 in the queue.",
        u"Заказы ждут записи: в очереди %2.",
        u"Тапсырыстар жазылуын күтіп тұр: кезекте %2."},
    ProblemRule{SystemProblem::DiskLow, "disk_low", AlarmSeverity::Warning, 0,
        u"The disk is nearly full: %2 % are free.",
        u"Диск почти заполнен: свободно %2 %.",
        u"Диск толуға жақын: бос орын %2 %."},
    ProblemRule{SystemProblem::DiskFull, "disk_full", AlarmSeverity::Critical, 0,
        u"The disk is full: %2 % are free. Soon no order can be taken.",
        u"Диск заполнен: свободно %2 %. Скоро заказы нельзя будет принимать.",
        u"Диск толды: бос орын %2 %. Жақында тапсырыс қабылдау мүмкін болмайды."},
    ProblemRule{SystemProblem::StandbyAway, "standby_away", AlarmSeverity::Critical, minuteMs,
        u"The standby computer does not answer.",
        u"Резервный компьютер не отвечает.",
        u"Қосалқы компьютер жауап бермейді."},
    ProblemRule{SystemProblem::StandbyBehind, "standby_behind", AlarmSeverity::Warning, minuteMs,
        u"The standby computer is %2 s behind.",
        u"Резервный компьютер отстаёт на %2 с.",
        u"Қосалқы компьютер %2 с кешігіп тұр."},
    ProblemRule{SystemProblem::BackupOld, "backup_old", AlarmSeverity::Critical, 0,
        u"The last backup is %2 min old.",
        u"Последней резервной копии %2 мин.",
        u"Соңғы сақтық көшірмеге %2 мин болды."},
    ProblemRule{SystemProblem::BackupBad, "backup_bad", AlarmSeverity::Critical, 0,
        u"The last backup cannot be restored.",
        u"Последнюю резервную копию нельзя восстановить.",
        u"Соңғы сақтық көшірмені қалпына келтіру мүмкін емес."},
    ProblemRule{SystemProblem::IntegrationDown, "integration_down", AlarmSeverity::Warning, 2 * minuteMs,
        u"A service outside does not answer: %1.",
        u"Внешняя служба не отвечает: %1.",
        u"Сыртқы қызмет жауап бермейді: %1."},
    ProblemRule{SystemProblem::OutboxStuck, "outbox_stuck", AlarmSeverity::Warning, minuteMs,
        u"Waiting to be sent for %2 min: %1.",
        u"Ждёт отправки %2 мин: %1.",
        u"Жіберілуін %2 мин күтіп тұр: %1."},
    ProblemRule{SystemProblem::SignInFailures, "sign_in_failures", AlarmSeverity::Critical, 0,
        u"%2 failed attempts to sign in within 15 minutes.",
        u"Неудачных попыток входа за 15 минут: %2.",
        u"15 минуттағы сәтсіз кіру әрекеттері: %2."},
    ProblemRule{SystemProblem::ManyRefunds, "many_refunds", AlarmSeverity::Warning, 0,
        u"%2 refunds today; a usual day has %3.",
        u"Возвратов сегодня: %2; обычно за день %3.",
        u"Бүгінгі қайтарымдар: %2; әдетте күніне %3."},
    ProblemRule{SystemProblem::ManyVoids, "many_voids", AlarmSeverity::Warning, 0,
        u"%2 voided dishes today; a usual day has %3.",
        u"Снятых блюд сегодня: %2; обычно за день %3.",
        u"Бүгін алынған тағамдар: %2; әдетте күніне %3."},
    ProblemRule{SystemProblem::FewOrders, "few_orders", AlarmSeverity::Warning, 5 * minuteMs,
        u"%2 orders in the last hour; this hour of other weeks has %3.",
        u"Заказов за последний час: %2; обычно в этот час %3.",
        u"Соңғы сағаттағы тапсырыстар: %2; әдетте осы сағатта %3."},
    ProblemRule{SystemProblem::ManyOrders, "many_orders", AlarmSeverity::Warning, 5 * minuteMs,
        u"%2 orders in the last hour; this hour of other weeks has %3. Is the kitchen ready for it?",
        u"Заказов за последний час: %2; обычно в этот час %3. Справится ли кухня?",
        u"Соңғы сағаттағы тапсырыстар: %2; әдетте осы сағатта %3. Ас үй үлгере ме?"},
};

/// Names of what a sentence may be about.
struct SubjectWords
{
    const char *subject;
    const char16_t *en;
    const char16_t *ru;
    const char16_t *kk;
};
constexpr std::array subjectWords{
    SubjectWords{"webhooks", u"webhooks", u"вебхуки", u"вебхуктар"},
    SubjectWords{"notifications", u"messages", u"сообщения", u"хабарламалар"},
    SubjectWords{"printing", u"printing", u"печать", u"басып шығару"},
    SubjectWords{"deliveries", u"deliveries", u"доставка", u"жеткізу"},
    SubjectWords{"smtp", u"e-mail", u"электронная почта", u"электрондық пошта"},
    SubjectWords{"sms", u"SMS", u"SMS", u"SMS"},
    SubjectWords{"telegram", u"Telegram", u"Telegram", u"Telegram"},
    SubjectWords{"webpush", u"web push", u"веб-уведомления", u"веб-хабарламалар"},
    SubjectWords{"halyk", u"Halyk bank", u"банк Halyk", u"Halyk банкі"},
    SubjectWords{"delivery", u"delivery service", u"служба доставки", u"жеткізу қызметі"},
    SubjectWords{"outside", u"outside orders", u"внешние заказы", u"сыртқы тапсырыстар"},
};
// clang-format on

static_assert(problemRules.size() == allSystemProblems.size());

const ProblemRule &ruleOf(SystemProblem problem)
{
    return problemRules[std::size_t(problem)];
}

template <typename Words> QString inLanguage(const Words &words, const QString &language)
{
    return QString::fromUtf16(language == u"ru" ? words.ru : language == u"kk" ? words.kk : words.en);
}

// What is an anomaly: beyond what chance does to counts of this size, and enough for somebody to care.
constexpr int signInLimit = 10;
constexpr qint64 leastRefunds = 5;
constexpr qint64 leastVoids = 10;
constexpr qint64 leastForecast = 10;

constexpr qint64 diskLowPercent = 10;
constexpr qint64 diskFullPercent = 3;
constexpr qint64 diskFullBytes = gigabyte / 2;
constexpr qint64 diskPlentyBytes = 20 * gigabyte; ///< a tenth of a large disk is no reason to worry
constexpr qint64 standbyLagMs = 30'000;
constexpr qint64 backupOldMs = hourMs;
constexpr qint64 outboxOldMs = 15 * minuteMs;

void addDisk(const SystemFacts &facts, std::vector<SystemFinding> *all)
{
    if (facts.diskTotalBytes <= 0 || facts.diskFreeBytes < 0)
        return;
    const qint64 percent = facts.diskFreeBytes / std::max<qint64>(1, facts.diskTotalBytes / 100);
    if (percent < diskFullPercent && facts.diskFreeBytes < diskPlentyBytes)
        all->push_back({SystemProblem::DiskFull, {}, percent, 0});
    else if (facts.diskFreeBytes < diskFullBytes)
        all->push_back({SystemProblem::DiskFull, {}, percent, 0});
    else if (percent < diskLowPercent && facts.diskFreeBytes < diskPlentyBytes)
        all->push_back({SystemProblem::DiskLow, {}, percent, 0});
}

void addBackups(const SystemFacts &facts, std::vector<SystemFinding> *all)
{
    if (!facts.backups)
        return;
    const BackupStanding &backups = *facts.backups;
    if (backups.lastGoodAtMs > 0 && facts.nowMs - backups.lastGoodAtMs > backupOldMs)
        all->push_back({SystemProblem::BackupOld, {}, (facts.nowMs - backups.lastGoodAtMs) / minuteMs, 0});
    if (backups.lastCheckedAtMs > 0 && !backups.isLastCheckGood)
        all->push_back({SystemProblem::BackupBad, {}, 0, 0});
}

} // namespace

QString systemProblemText(SystemProblem problem)
{
    return QString::fromLatin1(ruleOf(problem).text);
}

std::optional<SystemProblem> systemProblemFromText(QStringView text)
{
    for (const ProblemRule &rule : problemRules) {
        if (text == QLatin1String(rule.text))
            return rule.problem;
    }
    return std::nullopt;
}

QString alarmSeverityText(AlarmSeverity severity)
{
    return severity == AlarmSeverity::Critical ? QStringLiteral("critical") : QStringLiteral("warning");
}

AlarmSeverity severityOf(SystemProblem problem)
{
    return ruleOf(problem).severity;
}

qint64 holdMsOf(SystemProblem problem)
{
    return ruleOf(problem).holdMs;
}

QString systemAlarmSentence(const SystemFinding &finding, const QString &language)
{
    QString text = inLanguage(ruleOf(finding.problem), language);
    // Not by arg(): a subject may hold anything.
    text.replace(QLatin1String("%2"), QString::number(finding.figure));
    text.replace(QLatin1String("%3"), QString::number(finding.usual));
    text.replace(QLatin1String("%1"), systemSubjectText(finding.subject, language));
    return text;
}

QString systemSubjectText(const QString &subject, const QString &language)
{
    const auto found = std::find_if(subjectWords.begin(), subjectWords.end(),
                                    [&](const SubjectWords &words) { return subject == QLatin1String(words.subject); });
    return found == subjectWords.end() ? subject : inLanguage(*found, language);
}

std::optional<qint64> systemrules::forecast(std::vector<qint64> sameHourOfWeeks)
{
    if (sameHourOfWeeks.size() < 3)
        return std::nullopt;
    std::sort(sameHourOfWeeks.begin(), sameHourOfWeeks.end());
    const std::size_t middle = sameHourOfWeeks.size() / 2;
    if (sameHourOfWeeks.size() % 2 == 1)
        return sameHourOfWeeks[middle];
    return (sameHourOfWeeks[middle - 1] + sameHourOfWeeks[middle] + 1) / 2;
}

std::vector<SystemFinding> systemrules::anomalies(const AnomalyFacts &facts)
{
    std::vector<SystemFinding> all;
    if (facts.signInFailures >= signInLimit)
        all.push_back({SystemProblem::SignInFailures, {}, facts.signInFailures, 0});
    if (facts.refundsToday >= std::max(leastRefunds, 3 * facts.refundsUsual))
        all.push_back({SystemProblem::ManyRefunds, {}, facts.refundsToday, facts.refundsUsual});
    if (facts.voidsToday >= std::max(leastVoids, 3 * facts.voidsUsual))
        all.push_back({SystemProblem::ManyVoids, {}, facts.voidsToday, facts.voidsUsual});
    if (facts.ordersForecast) {
        // Counts spread by about their root: three of them apart is not chance, and half or double is worth a look.
        const qint64 expected = *facts.ordersForecast;
        const qint64 actual = facts.ordersLastHour;
        const qint64 apart = actual - expected;
        const bool isFar = apart * apart > 9 * std::max<qint64>(expected, 1);
        if (expected >= leastForecast && isFar && 2 * actual < expected)
            all.push_back({SystemProblem::FewOrders, {}, actual, expected});
        if (isFar && actual > 2 * expected + leastForecast)
            all.push_back({SystemProblem::ManyOrders, {}, actual, expected});
    }
    return all;
}

std::vector<SystemFinding> systemrules::findings(const SystemFacts &facts)
{
    std::vector<SystemFinding> all;
    if (facts.maxQueued > 0 && facts.queued * 4 > facts.maxQueued)
        all.push_back({SystemProblem::QueueLong, {}, facts.queued, 0});
    addDisk(facts, &all);
    if (facts.hasStandby && !facts.isStandbyConnected)
        all.push_back({SystemProblem::StandbyAway, {}, 0, 0});
    else if (facts.hasStandby && facts.standbyLagMs > standbyLagMs)
        all.push_back({SystemProblem::StandbyBehind, {}, facts.standbyLagMs / 1000, 0});
    addBackups(facts, &all);
    for (const QString &kind : facts.integrationsDown)
        all.push_back({SystemProblem::IntegrationDown, kind, 0, 0});
    for (const SystemFacts::Outbox &outbox : facts.outboxes) {
        if (outbox.waiting > 0 && outbox.oldestMs > outboxOldMs)
            all.push_back({SystemProblem::OutboxStuck, outbox.name, outbox.oldestMs / minuteMs, 0});
    }
    const auto found = anomalies(facts.anomalies);
    all.insert(all.end(), found.begin(), found.end());
    return all;
}

std::vector<SystemFinding> systemrules::held(const std::vector<SystemFinding> &found, Since *since, qint64 nowMs)
{
    Since still;
    std::vector<SystemFinding> due;
    for (const SystemFinding &one : found) {
        const auto key = std::pair(one.problem, one.subject);
        const auto known = since->find(key);
        const qint64 began = known == since->end() ? nowMs : known->second;
        still.emplace(key, began);
        if (nowMs - began >= holdMsOf(one.problem))
            due.push_back(one);
    }
    *since = std::move(still);
    return due;
}

bool systemrules::isToEscalate(const SystemAlarm &alarm, qint64 afterMs, qint64 nowMs)
{
    return afterMs > 0 && alarm.endedAtMs == 0 && alarm.confirmedAtMs == 0 && alarm.level < maxLevel &&
           nowMs - alarm.toldAtMs >= afterMs;
}

} // namespace oshaq
