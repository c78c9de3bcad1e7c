// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/faultsite.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <array>
#include <cstring>
#include <random>
#include <set>

namespace oshaq::test {

namespace {

constexpr int retryPauseMs = 20;
constexpr int lookEveryMs = 20;
constexpr qint64 ordersAfterwards = 30;

bool isRefusal(int status)
{
    return status == 503 || status == 429;
}

QJsonObject dataOf(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object().value(u"data").toObject();
}

} // namespace

HonestReader::HonestReader(const LoadBoard &board, quint16 port, QByteArray businessToken)
    : m_board(board)
    , m_port(port)
    , m_token(std::move(businessToken))
{}

void HonestReader::run()
{
    std::mt19937 random(1);
    BlockingHttp http(m_port, m_token);
    std::vector<OrderAttempt> known;
    for (int i = 0; !m_isEnding; ++i) {
        if (i % 20 == 0) {
            known = m_board.attempts();
            std::erase_if(known, [](const OrderAttempt &attempt) { return !attempt.acknowledged; });
        }
        QThread::msleep(known.empty() ? 20 : 2); // a reader among others, not a flood
        if (known.empty()) {
            i = -1;
            continue;
        }
        const OrderAttempt &attempt = known[random() % known.size()];
        look(attempt, http.get("/api/v1/business/orders/" + attempt.uuid));
    }
}

void HonestReader::look(const OrderAttempt &attempt, const std::optional<WireAnswer> &answer)
{
    if (!answer || isRefusal(answer->status)) {
        ++m_refused;
        return;
    }
    const QJsonObject order = dataOf(answer->body);
    const QByteArray total =
        QByteArray::number(order.value(u"cost").toObject().value(u"total_cost").toDouble(), 'f', 2);
    const bool isRight = answer->status == 200 && qint64(order.value(u"order_id").toDouble()) == attempt.orderId &&
                         order.value(u"items").toArray().size() == attempt.lineCount && total == attempt.totalCost &&
                         order.value(u"status").toObject().value(u"status").toInt() >= attempt.acknowledgedStatus;
    if (isRight) {
        ++m_right;
        return;
    }
    if (m_wrong++ == 0)
        m_firstWrong = attempt.uuid + ": " + QByteArray::number(answer->status) + ' ' + answer->body.left(400);
}

QString FaultVerdict::text() const
{
    return QStringLiteral(
               "acknowledged %1, refused %2, lost %3, doubled %4, wrong %5, reads right %6, reads refused %7, "
               "restarts %8, recovered after %9 ms")
        .arg(acknowledged)
        .arg(refused)
        .arg(lost)
        .arg(doubled)
        .arg(wrong)
        .arg(readsRight)
        .arg(readsRefused)
        .arg(restarts)
        .arg(recoveredMs);
}

FaultSite::FaultSite(const OshaqdProcess &seed)
    : m_hub(m_directory.filePath(QStringLiteral("site")))
    , m_boardFile(m_directory.filePath(QStringLiteral("board")))
{
    QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), seed.directory(), m_hub.directory()});
    m_hub.setBusinessToken(seed.businessToken());
    if (m_boardFile.open(QIODevice::ReadWrite) && m_boardFile.resize(sizeof(FaultBoard)))
        m_faults = reinterpret_cast<FaultBoard *>(m_boardFile.map(0, sizeof(FaultBoard)));
    m_load.setRetryPauseMs(retryPauseMs);
}

FaultSite::~FaultSite()
{
    stopLoad();
    m_hub.kill();
    if (m_disk) {
        m_disk->closeWriteChannel();
        m_disk->waitForFinished();
    }
}

bool FaultSite::makeSmallDisk(int megabytes, int ballastBytes)
{
    m_disk = std::make_unique<QProcess>();
    const QString script =
        QStringLiteral("mkdir \"$0.seed\" && cp -a \"$0\"/. \"$0.seed\"/ && "
                       "mount -t tmpfs -o size=\"$1\"m none \"$0\" && cp -a \"$0.seed\"/. \"$0\"/ && "
                       "head -c \"$2\" /dev/zero > \"$0/ballast\" && echo ready && exec cat");
    m_disk->start(QStringLiteral("unshare"),
                  {QStringLiteral("-rm"), QStringLiteral("sh"), QStringLiteral("-c"), script, m_hub.directory(),
                   QString::number(megabytes), QString::number(ballastBytes)});
    if (!m_disk->waitForReadyRead() || !m_disk->readAllStandardOutput().startsWith("ready"))
        return false;
    m_wrapper =
        QStringList{QStringLiteral("nsenter"), QStringLiteral("--target"), QString::number(m_disk->processId()),
                    QStringLiteral("--user"),  QStringLiteral("--mount"),  QStringLiteral("--preserve-credentials"),
                    QStringLiteral("--")};
    return true;
}

bool FaultSite::removeBallast()
{
    return QFile::remove(QStringLiteral("/proc/%1/root%2/ballast").arg(m_disk->processId()).arg(m_hub.directory()));
}

QString FaultSite::start(const QStringList &arguments, const QStringList &wrapper, int clients)
{
    if (!m_faults)
        return QStringLiteral("there is no board of faults");
    m_arguments = arguments;
    m_wrapper += wrapper;
    if (const QString problem = startHub(); !problem.isEmpty())
        return problem;
    const auto items = menuItemIds(m_hub.port(), m_hub.businessToken());
    if (items.empty())
        return QStringLiteral("the menu is empty");
    for (int i = 0; i < clients; ++i) {
        m_clients.push_back(
            std::make_unique<LoadClient>(m_load, m_hub.port(), m_hub.businessToken(), items, unsigned(i + 1)));
        m_clients.back()->start();
    }
    m_reader = std::make_unique<HonestReader>(m_load, m_hub.port(), m_hub.businessToken());
    m_reader->start();
    return untilAcknowledged(ordersAfterwards) ? QString() : QStringLiteral("no order was acknowledged");
}

QString FaultSite::startHub()
{
    QStringList command = m_wrapper;
    command << QStringLiteral("env") << QStringLiteral("LD_PRELOAD=" OSHAQ_FAULT_SHIM)
            << QLatin1String(faultBoardVariable) + u'=' + m_boardFile.fileName()
            // Sanitizers want to be first, and what they find is not what is looked for here.
            << QStringLiteral("ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0");
    return m_hub.start(command, m_arguments);
}

void FaultSite::failDisk(std::uint32_t files, int writeErrno, int syncErrno, int openErrno, int syncsToFail)
{
    m_faults->syncsToFail = 0;
    m_faults->files = files;
    m_faults->syncErrno = syncErrno; // from here on writes are remembered
    m_faults->writeErrno = writeErrno;
    m_faults->openErrno = openErrno;
    m_faults->syncsToFail = syncErrno == 0 ? 0 : syncsToFail;
}

void FaultSite::healDisk()
{
    m_faults->writeErrno = 0;
    m_faults->openErrno = 0;
    m_faults->syncsToFail = 0;
    m_faults->syncErrno = 0;
    m_faults->slowSyncMs = 0;
}

void FaultSite::stickThread(const char *name)
{
    std::array<std::uint64_t, 2> words{};
    std::strncpy(reinterpret_cast<char *>(words.data()), name, sizeof words - 1);
    m_faults->stuckName[1] = words[1];
    m_faults->stuckName[0] = words[0];
}

bool FaultSite::until(const std::function<bool()> &isSo, int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    while (!isSo()) {
        if (deadline.hasExpired())
            return false;
        // The process object learns of the end of its child here; nothing sleeps where there is something to see.
        if (m_hub.waitForEnd(lookEveryMs) && m_keepsRunning) {
            m_lastExitCode = m_hub.lastExitCode();
            ++m_restarts;
            if (const QString problem = startHub(); !problem.isEmpty())
                qWarning("%s", qPrintable(problem));
        }
    }
    return true;
}

bool FaultSite::untilAcknowledged(qint64 more, int timeoutMs)
{
    const qint64 goal = m_load.acknowledgements() + more;
    return until([&] { return m_load.acknowledgements() >= goal; }, timeoutMs);
}

bool FaultSite::untilRefused(qint64 more, int timeoutMs)
{
    const qint64 goal = m_load.unavailable() + more;
    return until([&] { return m_load.unavailable() >= goal; }, timeoutMs);
}

QByteArray FaultSite::ready()
{
    BlockingHttp http(m_hub.port());
    const auto answer = http.get("/health/ready");
    return answer ? QByteArray::number(answer->status) + ' ' + answer->body : QByteArray("no answer");
}

QByteArray FaultSite::log() const
{
    QFile file(m_hub.directory() + QStringLiteral("/log/oshaq.log"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void FaultSite::recover(int timeoutMs)
{
    QElapsedTimer watch;
    watch.start();
    if (!untilAcknowledged(1, timeoutMs))
        return;
    m_recoveredMs = watch.elapsed();
    untilAcknowledged(ordersAfterwards, timeoutMs);
}

void FaultSite::stopLoad()
{
    m_load.end();
    for (auto &client : m_clients)
        client->wait();
    if (m_reader) {
        m_reader->end();
        m_reader->wait();
    }
}

QString FaultSite::sendKeysAgain(bool canForgetKeys, FaultVerdict *verdict)
{
    BlockingHttp http(m_hub.port());
    for (const OrderAttempt &attempt : m_load.attempts()) {
        http.setToken(attempt.token);
        const auto answer =
            http.request("POST", "/api/v1/user/orders/create", attempt.body, {{"Idempotency-Key", attempt.key}});
        if (!answer)
            return QStringLiteral("a key that was sent again got no answer");
        const qint64 id = qint64(dataOf(answer->body).value(u"order_id").toDouble());
        if (canForgetKeys && answer->status == 409 && answer->body.contains("ALREADY_EXISTS"))
            continue;
        if (answer->status != 201)
            return QStringLiteral("a key that was sent again was answered %1 %2")
                .arg(answer->status)
                .arg(QString::fromUtf8(answer->body.left(300)));
        if (attempt.acknowledged && id != attempt.orderId)
            ++verdict->doubled;
    }
    return {};
}

void FaultSite::count(FaultVerdict *verdict)
{
    BlockingHttp http(m_hub.port(), m_hub.businessToken());
    const HubOrders stored = readHubOrders(http);
    if (!stored.problem.isEmpty()) {
        verdict->problem = stored.problem;
        return;
    }
    const auto attempts = m_load.attempts();
    const Comparison comparison = compare(attempts, stored);
    std::set<QByteArray> placed;
    for (const OrderAttempt &attempt : attempts)
        placed.insert(attempt.uuid);
    int foreign = 0; // an order that nobody placed is one too many
    for (const auto &[uuid, order] : stored.byUuid)
        foreign += placed.count(uuid) ? 0 : 1;
    verdict->acknowledged = comparison.acknowledged;
    verdict->lost = std::max(verdict->lost, comparison.lost);
    verdict->wrong = std::max(verdict->wrong, comparison.differing);
    verdict->doubled = std::max(verdict->doubled, stored.doubled + foreign);
}

QString FaultSite::checkFile() const
{
    QStringList command = m_wrapper;
    command << QStringLiteral(OSHAQ_BIN_DIR "/oshaqd") << QStringLiteral("check") << QStringLiteral("--data")
            << m_hub.directory();
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(command.front(), command.mid(1));
    process.closeWriteChannel();
    const bool isWell =
        process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    return isWell ? QString() : QStringLiteral("oshaqd check: ") + QString::fromUtf8(process.readAll());
}

FaultVerdict FaultSite::finish(bool canForgetKeys)
{
    FaultVerdict verdict;
    stopLoad();
    verdict.refused = m_load.unavailable();
    verdict.restarts = m_restarts;
    verdict.recoveredMs = m_recoveredMs;
    if (m_reader) {
        verdict.readsRight = m_reader->right();
        verdict.readsRefused = m_reader->refused();
    }
    count(&verdict); // before any key repairs what may be missing
    if (verdict.problem.isEmpty())
        verdict.problem = sendKeysAgain(canForgetKeys, &verdict);
    if (verdict.problem.isEmpty())
        count(&verdict);
    if (!verdict.problem.isEmpty())
        return verdict;
    // And what is on the disk is what was said.
    m_hub.kill();
    verdict.problem = checkFile();
    if (verdict.problem.isEmpty())
        verdict.problem = startHub();
    if (verdict.problem.isEmpty())
        count(&verdict);
    if (m_reader)
        verdict.wrong += int(m_reader->wrong());
    if (verdict.problem.isEmpty() && m_reader && m_reader->wrong() > 0)
        verdict.problem = QString::fromUtf8(m_reader->firstWrong());
    if (verdict.problem.isEmpty() && !m_load.unexpected().isEmpty())
        verdict.problem = QStringLiteral("unexpected: ") + QString::fromUtf8(m_load.unexpected().join(' ').left(600));
    return verdict;
}

} // namespace oshaq::test
