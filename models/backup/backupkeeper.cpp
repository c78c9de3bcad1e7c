// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupkeeper.h"

#include "models/backup/restorer.h"
#include "models/hub/replicastore.h"
#include "models/runtime/threadrank.h"
#include "models/sql/maintenance.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>

#include <algorithm>
#include <chrono>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcBackup, "oshaq.backup")

constexpr std::size_t latestItems = 20;
constexpr qint64 tidyEveryMs = 3'600'000;
/// A full copy that fails is not tried with every increment.
constexpr qint64 fullRetryMs = 60'000;
constexpr qint64 quicklyCopiedBytes = 256LL * 1024 * 1024;
/// So late a backup is an alarm.
constexpr qint64 leastLateMs = 60'000;

} // namespace

BackupKeeper::BackupKeeper(Hub &hub, BackupOptions options)
    : m_hub(hub)
    , m_options(std::move(options))
    , m_bell(std::make_shared<Bell>())
    , m_queue(std::make_shared<ChangeQueue>(m_options.queueBytes))
    , m_reader(hub)
{
    setObjectName(QStringLiteral("oshaq-backup"));
    if (!m_options.isOn())
        return;
    m_hub.replica().setArchive([queue = m_queue](const ReplicaChangePtr &change) { queue->add(change); });
    m_hub.backups().setHandler([bell = m_bell](BackupRequest request) {
        const std::lock_guard lock(bell->mutex);
        (request == BackupRequest::Full ? bell->wantsFull : bell->wantsCheck) = true;
        bell->rung.notify_one();
    });
    start();
}

BackupKeeper::~BackupKeeper()
{
    if (!m_options.isOn())
        return;
    m_hub.backups().setHandler({});
    if (m_hub.replica().role() == ReplicaRole::Hub) {
        // Behind everything that is queued.
        WriteCommand last;
        last.principal.kind = Principal::Kind::System;
        last.requestId = QStringLiteral("backup");
        last.run = [](WriteContext &) -> Result<WriteOutcome> { return WriteOutcome{}; };
        if (auto answered = m_hub.writer().submitAndWait(std::move(last)); !answered)
            qCInfo(lcBackup).noquote() << "the last increment may lack something:" << answered.error().message;
    }
    m_hub.replica().setArchive({});
    {
        const std::lock_guard lock(m_bell->mutex);
        m_bell->isEnding = true;
        m_bell->rung.notify_one();
    }
    wait();
    m_hub.backups().update([](BackupState &state) { state.isOn = false; });
}

void BackupKeeper::run()
{
    setThreadRank(ThreadRank::Background);
    if (!open())
        return;
    const qint64 step = std::min<qint64>(m_options.intervalMs, 1'000);
    for (;;) {
        bool wantsFull = false;
        bool wantsCheck = false;
        bool isEnding = false;
        {
            std::unique_lock lock(m_bell->mutex);
            m_bell->rung.wait_for(lock, std::chrono::milliseconds(step),
                                  [this] { return m_bell->isEnding || m_bell->wantsFull || m_bell->wantsCheck; });
            wantsFull = std::exchange(m_bell->wantsFull, false);
            wantsCheck = std::exchange(m_bell->wantsCheck, false);
            isEnding = m_bell->isEnding;
        }
        const bool isTime = monotonicMs() - m_flushedAtMs >= m_options.intervalMs;
        if (isTime || isEnding || wantsFull || wantsCheck)
            note(QStringLiteral("increment"), flush(!isEnding || isQuicklyCopied()));
        const bool mayTry = m_triedFullAtMs == 0 || monotonicMs() - m_triedFullAtMs >= fullRetryMs;
        if (!isEnding && (wantsFull || m_spool->takeOverflow() || (isFullDue() && mayTry)))
            note(QStringLiteral("full copy"), makeFull(m_stream.chain.isEmpty()));
        deliver(isEnding || wantsFull || wantsCheck);
        if (!isEnding && monotonicMs() - m_tidiedAtMs >= tidyEveryMs)
            removeOutdated();
        const bool isCheckDue =
            m_stream.fullMs > 0 && nowMs() - m_stream.checkMs >= m_options.checkMs && m_spool->waiting().files == 0;
        if (!isEnding && (wantsCheck || isCheckDue))
            check();
        report();
        m_reader.close();
        if (isEnding)
            break;
    }
}

bool BackupKeeper::open()
{
    m_spool = std::make_unique<BackupSpool>(QDir(m_hub.directory()).filePath(QStringLiteral("backup")),
                                            m_options.targets(), m_options.spoolBytes);
    m_retryAtMs.assign(m_spool->targets().size(), 0);
    QStringList titles;
    for (const auto &target : m_spool->targets())
        titles << target->title();
    m_hub.backups().update([&titles](BackupState &state) {
        state.isOn = true;
        state.targets = titles;
    });
    if (auto opened = m_spool->open(); !opened) {
        note(QStringLiteral("folder"), opened);
        report();
        return false;
    }
    if (const auto stream = m_spool->stream())
        m_stream = *stream;
    m_queue->startAt(m_stream.lastMs);
    m_flushedAtMs = monotonicMs() - m_options.intervalMs;
    m_tidiedAtMs = monotonicMs() - tidyEveryMs;
    // Where the last run ended is where this one goes on, or a new chain begins.
    const auto database = m_reader.open();
    const auto position = database ? replicastore::position(**database) : Result<qint64>(database.error());
    const bool goesOn = position && m_stream.epoch == m_hub.epoch() &&
                        (m_stream.last == *position || !m_queue->isEmpty()) &&
                        m_options.secret->keyFor(m_stream.recipe).ok();
    if (!goesOn)
        m_stream.chain.clear();
    report();
    return true;
}

bool BackupKeeper::follows(const ReplicaChangePtr &change) const
{
    return !m_stream.chain.isEmpty() && change->epoch == m_stream.epoch && change->n == m_stream.last + 1;
}

bool BackupKeeper::isFullDue() const
{
    if (m_stream.chain.isEmpty() || m_stream.fullMs == 0)
        return true;
    const qint64 age = nowMs() - m_stream.fullMs;
    return age >= m_options.quietFullMs || (age >= m_options.fullMs && m_stream.last > m_stream.fullPosition);
}

/// A hub that ends is waited for; a copy that takes minutes is for the next start.
bool BackupKeeper::isQuicklyCopied()
{
    const auto database = m_reader.open();
    if (!database)
        return false;
    const auto bytes = sql::databaseBytes(**database);
    return bytes && *bytes <= quicklyCopiedBytes;
}

Result<void> BackupKeeper::flush(bool mayCopy)
{
    m_flushedAtMs = monotonicMs();
    std::vector<ReplicaChangePtr> changes = m_queue->take();
    while (!changes.empty()) {
        std::erase_if(changes, [this](const ReplicaChangePtr &change) {
            return change->epoch == m_stream.epoch && !m_stream.chain.isEmpty() && change->n <= m_stream.last;
        });
        if (changes.empty())
            break;
        if (!follows(changes.front())) {
            if (!mayCopy || m_isCopying) {
                m_queue->giveBack(std::move(changes));
                return {};
            }
            if (!m_stream.chain.isEmpty())
                qCWarning(lcBackup) << "a gap after change" << m_stream.last << "- the next one is"
                                    << changes.front()->n << "- a new full copy begins";
            if (auto made = makeFull(true); !made) {
                m_queue->giveBack(std::move(changes));
                return made;
            }
            const bool isStillForeign = !changes.empty() && changes.front()->epoch != m_stream.epoch;
            if (isStillForeign) // of an epoch that ended meanwhile
                std::erase_if(changes, [this](const ReplicaChangePtr &one) { return one->epoch != m_stream.epoch; });
            continue;
        }
        std::vector<ReplicaChangePtr> run;
        for (const ReplicaChangePtr &change : changes) {
            if (!run.empty() && (change->n != run.back()->n + 1 || change->epoch != run.back()->epoch))
                break;
            run.push_back(change);
        }
        if (auto made = makeIncrement(run); !made) {
            m_queue->giveBack(std::move(changes));
            return made;
        }
        changes.erase(changes.begin(), changes.begin() + qsizetype(run.size()));
    }
    return {};
}

Result<void> BackupKeeper::makeIncrement(const std::vector<ReplicaChangePtr> &changes)
{
    const auto database = m_reader.open();
    if (!database)
        return database.error();
    const auto head = backupmaker::makeIncrement(changes, **database, m_spool->workshop(),
                                                 {m_stream.chain, m_stream.recipe}, *m_options.secret);
    if (!head)
        return head.error();
    const BackupName name = BackupName::of(*head);
    const qint64 bytes = QFileInfo(QDir(m_spool->workshop()).filePath(name.text())).size();
    if (auto queued = m_spool->enqueue(name); !queued)
        return queued;
    m_stream.last = head->last;
    m_stream.lastMs = head->toMs;
    if (auto stored = m_spool->setStream(m_stream); !stored)
        return stored;
    m_latest.insert(m_latest.begin(), BackupItem{name.text(), false, head->toMs, bytes});
    m_hub.backups().update([at = nowMs()](BackupState &state) { state.lastIncrementMs = at; });
    return {};
}

Result<void> BackupKeeper::makeFull(bool beginsChain)
{
    m_triedFullAtMs = monotonicMs();
    const auto database = m_reader.open();
    if (!database)
        return database.error();
    backupmaker::ChainKey chain{m_stream.chain, m_stream.recipe};
    if (beginsChain) {
        const auto recipe = m_options.secret->newRecipe();
        if (!recipe)
            return recipe.error();
        chain = {backupmaker::newChain(), *recipe};
    }
    m_isCopying = true;
    const auto head =
        backupmaker::makeFull(**database, m_hub.directory(), m_spool->workshop(), chain, *m_options.secret,
                              m_hub.clock(), m_queue->lastMs(), progress(QStringLiteral("copying")));
    m_isCopying = false;
    if (!head)
        return head.error();
    const BackupName name = BackupName::of(*head);
    const qint64 bytes = QFileInfo(QDir(m_spool->workshop()).filePath(name.text())).size();
    if (auto queued = m_spool->enqueue(name); !queued)
        return queued;
    if (beginsChain) {
        m_stream.chain = chain.chain;
        m_stream.recipe = chain.recipe;
        m_stream.last = head->last;
    }
    m_stream.epoch = head->epoch;
    m_stream.lastMs = std::max(m_stream.lastMs, head->toMs);
    m_queue->startAt(head->toMs);
    m_stream.fullMs = head->toMs;
    m_stream.fullPosition = head->last;
    if (auto stored = m_spool->setStream(m_stream); !stored)
        return stored;
    m_latest.insert(m_latest.begin(), BackupItem{name.text(), true, head->toMs, bytes});
    m_hub.backups().update([at = head->toMs](BackupState &state) { state.lastFullMs = at; });
    qCInfo(lcBackup).noquote() << "full copy" << name.text() << bytes << "bytes";
    return {};
}

void BackupKeeper::deliver(bool atOnce)
{
    for (std::size_t i = 0; i < m_spool->targets().size(); ++i) {
        if (!atOnce && monotonicMs() < m_retryAtMs[i])
            continue;
        const auto delivered = m_spool->deliver(i);
        m_retryAtMs[i] = delivered ? 0 : monotonicMs() + m_options.retryMs;
        note(m_spool->targets()[i]->title(), delivered);
    }
}

void BackupKeeper::removeOutdated()
{
    m_tidiedAtMs = monotonicMs();
    for (const auto &target : m_spool->targets()) {
        const auto entries = target->list();
        if (!entries) {
            note(QStringLiteral("retention"), entries.error());
            continue;
        }
        Result<void> removed;
        qint64 count = 0;
        for (const BackupName &name : outdated(namesOf(*entries), nowMs(), m_options.retention)) {
            removed = target->remove(name);
            if (!removed)
                break;
            ++count;
        }
        // A place that takes files and lets nobody remove them is a good place.
        if (!removed)
            qCWarning(lcBackup).noquote() << "old backups stay in" << target->title() << ":" << removed.error().message;
        if (count > 0)
            qCInfo(lcBackup).noquote() << count << "old backups were removed from" << target->title();
    }
}

BackupProgress BackupKeeper::progress(const QString &doing)
{
    return [this, doing](const QString &step, int percent) {
        m_hub.backups().update([&](BackupState &state) {
            state.activity = doing + QStringLiteral(": ") + step;
            state.percent = percent;
        });
        // What takes minutes must not keep the changes of minutes in memory alone.
        if (!m_isCopying && monotonicMs() - m_flushedAtMs >= m_options.intervalMs) {
            note(QStringLiteral("increment"), flush(false));
            deliver(false);
        }
    };
}

void BackupKeeper::check()
{
    QStringList texts;
    Result<void> result;
    for (const auto &target : m_spool->targets()) {
        const auto checked = checkTarget(*target);
        if (checked) {
            texts << target->title() + QStringLiteral(": ") + *checked;
            continue;
        }
        result = Error{checked.error().code, target->title() + QStringLiteral(": ") + checked.error().message, {}};
        texts << result.error().message;
    }
    note(QStringLiteral("check"), result);
    m_stream.checkMs = nowMs();
    if (auto stored = m_spool->setStream(m_stream); !stored)
        note(QStringLiteral("folder"), stored);
    m_hub.backups().update([&](BackupState &state) {
        state.lastCheckMs = m_stream.checkMs;
        state.lastCheckOk = result.ok();
        state.lastCheckText = texts.join(QLatin1String("; "));
    });
    const QString found = texts.join(QLatin1String("; "));
    if (result)
        qCInfo(lcBackup).noquote() << "checked:" << found;
    else
        qCCritical(lcBackup).noquote() << "checked:" << found;
}

Result<QString> BackupKeeper::checkTarget(BackupTarget &target)
{
    const auto entries = target.list();
    if (!entries)
        return entries.error();
    const auto names = namesOf(*entries);
    const auto plan = planRestore(names, {});
    if (!plan)
        return plan.error();
    const QString folder = QDir(m_hub.directory()).filePath(QStringLiteral("backup/check"));
    const auto record =
        restorer::rebuild(*plan, target, *m_options.secret, folder, progress(QStringLiteral("checking")));
    QDir(folder).removeRecursively();
    if (!record)
        return record.error();
    return QStringLiteral("%1 files up to %2, %3")
        .arg(record->files)
        .arg(momentText(record->reachedMs), record->findings.summary());
}

void BackupKeeper::note(const QString &what, const Result<void> &result)
{
    if (result) {
        if (m_problems.erase(what) > 0)
            qCInfo(lcBackup).noquote() << what << "works again";
        return;
    }
    QString &known = m_problems[what];
    if (known != result.error().message)
        qCCritical(lcBackup).noquote() << what << ":" << result.error().message;
    known = result.error().message;
}

void BackupKeeper::report()
{
    if (m_latest.size() > latestItems)
        m_latest.resize(latestItems);
    const BackupSpool::Waiting waiting = m_spool->waiting();
    const qint64 queuedMs = m_queue->oldestMs();
    qint64 missingMs = waiting.oldestMs;
    if (queuedMs > 0)
        missingMs = missingMs == 0 ? queuedMs : std::min(missingMs, queuedMs);
    const qint64 lateMs = std::max(leastLateMs, 10 * m_options.intervalMs);
    const bool isLate = missingMs > 0 && nowMs() - missingMs > lateMs;
    note(QStringLiteral("age"),
         isLate ? Result<void>(
                      Error{ErrorCode::StorageUnavailable,
                            QStringLiteral("what was written since %1 is in no backup").arg(momentText(missingMs)),
                            {}})
                : Result<void>());
    QString problem;
    for (const auto &[what, text] : m_problems)
        problem += (problem.isEmpty() ? QString() : QStringLiteral("; ")) + what + QStringLiteral(": ") + text;
    m_hub.backups().update([&](BackupState &state) {
        state.activity.clear();
        state.percent = 0;
        state.waitingFiles = waiting.files;
        state.firstMissingMs = missingMs;
        state.latest = m_latest;
        state.lastFullMs = m_stream.fullMs;
        if (state.problem.isEmpty() != problem.isEmpty())
            state.problemSinceMs = problem.isEmpty() ? 0 : nowMs();
        state.problem = problem;
    });
}

} // namespace oshaq
