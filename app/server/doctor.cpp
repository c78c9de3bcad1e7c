// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/doctor.h"

#include "models/domain/timespans.h"
#include "models/hub/upgradecopy.h"
#include "sync/drawing/printraster.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslSocket>
#include <QStorageInfo>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <algorithm>
#include <cerrno>

#include <sys/statvfs.h>
#include <sys/timex.h>
#include <unistd.h>

namespace oshaq {

namespace {

using State = Finding::State;

constexpr qint64 mega = 1'000'000;
constexpr qint64 leastFree = 500 * mega;
constexpr qint64 comfortableFree = 5'000 * mega;
constexpr qint64 certificateWarningMs = 30 * dayMs;
constexpr qint64 clockToleranceMs = 60'000;
/// Before this version was made: the machine has lost its time.
constexpr qint64 earliestMs = 1'767'225'600'000; // 2026-01-01
constexpr int patienceMs = 3'000;

QString megabytes(qint64 bytes)
{
    return QStringLiteral("%1 MB").arg(bytes / mega);
}

QString day(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd"));
}

QString moment(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODate);
}

bool isReached(const QString &host, quint16 port, QString *why)
{
    QTcpSocket socket;
    socket.connectToHost(host, port);
    if (socket.waitForConnected(patienceMs))
        return true;
    *why = socket.errorString();
    return false;
}

std::vector<Finding> configuration(const Settings::Sources &sources)
{
    std::vector<Finding> findings;
    for (const Error &problem : Settings::problems(sources)) {
        findings.push_back({QStringLiteral("configuration"), State::Bad, problem.message,
                            QStringLiteral("Correct it there; \"oshaqd config\" lists every setting.")});
    }
    if (findings.empty()) {
        findings.push_back({QStringLiteral("configuration"),
                            State::Good,
                            sources.file.isEmpty() ? QStringLiteral("no file; defaults and environment")
                                                   : QStringLiteral("%1 is understood").arg(sources.file),
                            {}});
    }
    return findings;
}

Finding directoryFinding(const QString &directory)
{
    const QString about = QStringLiteral("directory");
    const QFileInfo info(directory);
    if (!info.isDir()) {
        return {about, State::Bad, QStringLiteral("%1 is not there").arg(directory),
                QStringLiteral("Set a restaurant up: oshaqd init --data %1 --business NAME").arg(directory)};
    }
    if (!info.isReadable() || !info.isExecutable()) {
        return {about, State::Bad, QStringLiteral("%1 cannot be read by this user").arg(directory),
                QStringLiteral("Run this as the hub's user: sudo -u oshaq oshaqd doctor ...")};
    }
    if (!info.isWritable()) {
        return {about, State::Bad, QStringLiteral("%1 cannot be written by this user").arg(directory),
                QStringLiteral("Run this as the hub's user, or give the directory to it: chown -R oshaq: %1")
                    .arg(directory)};
    }
    const bool isOpenToOthers =
        info.permissions() & (QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther);
    if (isOpenToOthers) {
        return {about, State::Warning, QStringLiteral("%1 can be entered by every user of this machine").arg(directory),
                QStringLiteral("chmod 0700 %1").arg(directory)};
    }
    return {about, State::Good, directory, {}};
}

Finding diskFinding(const QString &directory, qint64 databaseBytes)
{
    struct statvfs space = {};
    if (::statvfs(QFile::encodeName(directory).constData(), &space) != 0) {
        return {QStringLiteral("disk"),
                State::Skipped,
                QStringLiteral("%1: %2").arg(directory, qt_error_string(errno)),
                {}};
    }
    static const QList<QByteArray> remote{"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p"};
    const QByteArray type = QStorageInfo(directory).fileSystemType();
    if (remote.contains(type)) {
        return {
            QStringLiteral("disk"), State::Bad,
            QStringLiteral("%1 is on another machine (%2)").arg(directory, QString::fromLatin1(type)),
            QStringLiteral("The record needs a disk of this machine: locks and syncs of a network drive lose data.")};
    }
    const auto block = qint64(space.f_frsize);
    return doctor::disk(qint64(space.f_bavail) * block, qint64(space.f_blocks) * block, databaseBytes);
}

std::vector<Finding> database(const Result<HubLook> &look)
{
    const QString about = QStringLiteral("database");
    if (!look) {
        const bool isMissing = look.error().code == ErrorCode::NotFound;
        return {{about, State::Bad, look.error().message,
                 isMissing ? QStringLiteral("Set a restaurant up with \"oshaqd init\", or restore a backup.")
                           : QStringLiteral("Run this as the hub's user; if that does not help, restore a backup.")}};
    }
    if (!look->damage.isEmpty()) {
        return {{about, State::Bad, look->damage,
                 QStringLiteral("Stop the hub, keep a copy of the directory, and restore the newest backup.")}};
    }
    std::vector<Finding> findings;
    const QString name = look->businessName.isEmpty() ? QStringLiteral("no restaurant") : look->businessName;
    if (look->schema > look->newestSchema) {
        findings.push_back(
            {about, State::Bad,
             QStringLiteral("schema %1; this program knows schemas up to %2").arg(look->schema).arg(look->newestSchema),
             QStringLiteral("A newer version wrote it: install that version again.")});
    } else if (look->schema < look->newestSchema) {
        findings.push_back({about, State::Warning,
                            QStringLiteral("schema %1 of %2").arg(look->schema).arg(look->newestSchema),
                            QStringLiteral("The next start brings it up to date, with a copy of it first.")});
    } else {
        findings.push_back({about,
                            State::Good,
                            QStringLiteral("%1, schema %2, %3, sound; the hub %4")
                                .arg(name)
                                .arg(look->schema)
                                .arg(megabytes(look->bytes),
                                     look->isRunning ? QStringLiteral("runs") : QStringLiteral("does not run")),
                            {}});
    }
    if (look->walBytes > 256 * mega) {
        findings.push_back({about, State::Warning, QStringLiteral("its log holds %1").arg(megabytes(look->walBytes)),
                            QStringLiteral("Something keeps an old reading open: restart the hub.")});
    }
    return findings;
}

std::optional<bool> isClockKept()
{
    timex state = {};
    const int code = ::adjtimex(&state);
    if (code < 0)
        return std::nullopt;
    return code != TIME_ERROR && (state.status & STA_UNSYNC) == 0;
}

/// What answers there says about itself; empty when nothing like a hub does.
QByteArray readyAnswer(const QHostAddress &address, quint16 port, bool tls)
{
    QSslSocket socket;
    // Only whether it lives is asked, of this machine; nothing is told to it.
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    if (tls)
        socket.connectToHostEncrypted(address.toString(), port);
    else
        socket.connectToHost(address, port);
    if (!(tls ? socket.waitForEncrypted(patienceMs) : socket.waitForConnected(patienceMs)))
        return {};
    socket.write("GET /health/ready HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    while (answer.size() < 65'536 && socket.waitForReadyRead(patienceMs))
        answer += socket.readAll();
    return answer;
}

std::vector<Finding> port(const Settings &settings, bool isRunning)
{
    const QString about = QStringLiteral("port");
    const ListenAddress listen = settings.address("server.listen");
    std::vector<Finding> findings;
    if (!listen.isLoopback() && !settings.isOn("server.tls") && !settings.isOn("server.plain_http")) {
        findings.push_back({about, State::Bad,
                            QStringLiteral("%1 can be reached by other machines, in plain HTTP").arg(listen.text()),
                            QStringLiteral("The hub will not start so: set server.tls = on, or listen on 127.0.0.1 "
                                           "behind a proxy.")});
    }
    if (listen.isLoopback()) {
        findings.push_back(
            {about, State::Warning, QStringLiteral("only this machine reaches %1").arg(listen.text()),
             QStringLiteral("Screens and phones need server.listen = 0.0.0.0:%1 with server.tls = on, or "
                            "a proxy.")
                 .arg(listen.port)});
    }
    if (isRunning) {
        QHostAddress address = listen.address;
        if (address == QHostAddress(QHostAddress::AnyIPv4))
            address = QHostAddress(QHostAddress::LocalHost);
        else if (address == QHostAddress(QHostAddress::AnyIPv6))
            address = QHostAddress(QHostAddress::LocalHostIPv6);
        const QByteArray answer =
            listen.port > 0 ? readyAnswer(address, listen.port, settings.isOn("server.tls")) : QByteArray();
        if (answer.startsWith("HTTP/1.1 200"))
            findings.push_back({about, State::Good, QStringLiteral("the hub at %1 is ready").arg(listen.text()), {}});
        else if (answer.isEmpty())
            findings.push_back({about, State::Bad,
                                QStringLiteral("the hub runs, and nothing answers at %1").arg(listen.text()),
                                QStringLiteral("It may have been started with another --listen or configuration; give "
                                               "those to this command as well.")});
        else
            findings.push_back({about, State::Bad,
                                QStringLiteral("the hub at %1 is not ready: %2")
                                    .arg(listen.text(), QString::fromUtf8(answer.left(answer.indexOf('\r')))),
                                QStringLiteral("A standby never is. Otherwise look into log/oshaq.log.")});
        return findings;
    }
    QTcpServer server;
    if (server.listen(listen.address, listen.port))
        findings.push_back({about, State::Good, QStringLiteral("%1 is free").arg(listen.text()), {}});
    else
        findings.push_back({about, State::Bad, QStringLiteral("%1: %2").arg(listen.text(), server.errorString()),
                            QStringLiteral("Another program has it: find it with \"ss -ltnp\", or choose another "
                                           "server.listen.")});
    return findings;
}

Finding certificateFinding(const Settings &settings, const QString &directory, qint64 nowMs)
{
    const QString about = QStringLiteral("certificate");
    if (!settings.isOn("server.tls"))
        return {about, State::Skipped, QStringLiteral("server.tls is off"), {}};
    const QString given = settings.text("tls.certificate");
    const QString path = given.isEmpty() ? QDir(directory).filePath(QStringLiteral("tls/hub.pem")) : given;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        if (given.isEmpty() && !file.exists())
            return {about, State::Good, QStringLiteral("none yet; the hub makes its own at its first start"), {}};
        return {about, State::Bad, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()),
                QStringLiteral("Make it readable for the hub's user.")};
    }
    return doctor::certificate(file.read(mega), path, given.isEmpty(), nowMs);
}

Finding printerFinding(const Printer &printer)
{
    Finding finding{QStringLiteral("printer %1").arg(printer.name), State::Good, {}, {}};
    if (!printer.active)
        return {finding.about, State::Skipped, QStringLiteral("switched off"), {}};
    if (const auto endpoint = printerEndpoint(printer.address); printer.kind == PrinterKind::Network && endpoint) {
        QString why;
        if (isReached(endpoint->host, endpoint->port, &why))
            finding.what = QStringLiteral("%1 answers").arg(printer.address);
        else
            finding = {
                finding.about, State::Bad, QStringLiteral("%1: %2").arg(printer.address, why),
                QStringLiteral("Is it on, has it paper, and is its cable in? Its address is on its self-test page.")};
    } else if (printer.kind == PrinterKind::Usb) {
        if (::access(QFile::encodeName(printer.address).constData(), W_OK) == 0)
            finding.what = QStringLiteral("%1 is there").arg(printer.address);
        else
            finding = {finding.about, State::Bad, QStringLiteral("%1: %2").arg(printer.address, qt_error_string(errno)),
                       QStringLiteral("Is it plugged in and on? The hub's user has to be in the group lp.")};
    } else {
        finding.what = QStringLiteral("the queue %1 of this machine").arg(printer.address);
    }
    if (finding.state == State::Good && printer.fault != PrintFault::None) {
        finding.state = State::Warning;
        finding.what += QStringLiteral("; its last paper failed: %1").arg(printer.error);
        finding.advice = printFaultAdvice(printer.fault);
    }
    return finding;
}

/// Papers and pictures.
Finding drawingFinding()
{
    const QString about = QStringLiteral("drawing");
    PrintBlock block;
    block.text = QStringLiteral("1");
    if (const auto drawn = printRaster({{block}}, printerWidths.front()); !drawn) {
        return {about, State::Bad, drawn.error().message,
                QStringLiteral("Nothing can be printed. Install the package again, and start the hub again.")};
    }
    return {about, State::Good, QStringLiteral("papers can be drawn"), {}};
}

/// The place that an integration talks to.
Finding integrationFinding(const Integration &integration)
{
    Finding finding = doctor::integration(integration);
    if (finding.state == State::Bad || finding.state == State::Skipped)
        return finding;
    QString host = integration.value(u"host");
    int port = integration.value(u"port").toInt();
    if (const QUrl url(integration.value(u"url")); host.isEmpty() && !url.host().isEmpty()) {
        host = url.host();
        port = url.port(url.scheme() == QLatin1String("http") ? 80 : 443);
    }
    if (host.isEmpty() || port <= 0 || port > 65'535)
        return finding;
    if (QString why; !isReached(host, quint16(port), &why)) {
        return {finding.about, State::Bad, QStringLiteral("%1 port %2: %3").arg(host).arg(port).arg(why),
                QStringLiteral("Is the internet there? Does a firewall let this machine out to that port?")};
    }
    finding.what += QStringLiteral("; %1 is reached").arg(host);
    return finding;
}

Finding copies(const QString &directory)
{
    const QFileInfoList found =
        QDir(upgradecopy::folderIn(directory)).entryInfoList({QStringLiteral("hub-*.db")}, QDir::Files, QDir::Name);
    if (found.isEmpty())
        return {QStringLiteral("upgrade copies"), State::Good, QStringLiteral("none: nothing was upgraded yet"), {}};
    qint64 bytes = 0;
    for (const QFileInfo &info : found)
        bytes += info.size();
    return {QStringLiteral("upgrade copies"),
            State::Good,
            QStringLiteral("%1, the newest %2, %3").arg(found.size()).arg(found.last().fileName(), megabytes(bytes)),
            {}};
}

} // namespace

QString findingStateText(State state)
{
    switch (state) {
    case State::Good:
        return QStringLiteral("good");
    case State::Skipped:
        return QStringLiteral("skipped");
    case State::Warning:
        return QStringLiteral("warning");
    case State::Bad:
        return QStringLiteral("bad");
    }
    return {};
}

Finding doctor::disk(qint64 freeBytes, qint64 totalBytes, qint64 databaseBytes)
{
    const QString about = QStringLiteral("disk");
    const QString what = QStringLiteral("%1 free of %2").arg(megabytes(freeBytes), megabytes(totalBytes));
    // An upgrade copies the record, and a migration may write as much again.
    const qint64 forUpgrade = 2 * databaseBytes;
    if (freeBytes < leastFree) {
        return {about, State::Bad, what,
                QStringLiteral("Make room now: a hub on a full disk takes no orders. Old logs and copies go first.")};
    }
    if (freeBytes < forUpgrade) {
        return {about, State::Warning, what,
                QStringLiteral("An upgrade needs %1: make room before the next one.").arg(megabytes(forUpgrade))};
    }
    if (freeBytes < comfortableFree)
        return {about, State::Warning, what, QStringLiteral("Make room, or use a larger disk.")};
    return {about, State::Good, what, {}};
}

Finding doctor::clock(qint64 nowMs, qint64 lastWrittenAtMs, std::optional<bool> synchronized)
{
    const QString about = QStringLiteral("clock");
    if (nowMs < earliestMs) {
        return {about, State::Bad, QStringLiteral("it says %1").arg(moment(nowMs)),
                QStringLiteral("Set the time; if it is lost at every start, the machine's battery is empty.")};
    }
    if (lastWrittenAtMs > nowMs + clockToleranceMs) {
        return {about, State::Bad,
                QStringLiteral("it says %1, and the record's last change is of %2")
                    .arg(moment(nowMs), moment(lastWrittenAtMs)),
                QStringLiteral("Set the time before the hub starts: days and reports go by it.")};
    }
    if (!synchronized)
        return {about,
                State::Skipped,
                QStringLiteral("it says %1; the system does not tell who keeps it right").arg(moment(nowMs)),
                {}};
    if (!*synchronized) {
        return {about, State::Warning, QStringLiteral("it says %1, and nobody keeps it right").arg(moment(nowMs)),
                QStringLiteral("timedatectl set-ntp true (package systemd-timesyncd or chrony)")};
    }
    return {about, State::Good, QStringLiteral("it says %1 and is kept right").arg(moment(nowMs)), {}};
}

Finding doctor::certificate(const QByteArray &pem, const QString &name, bool isRenewedByItself, qint64 nowMs)
{
    const QString about = QStringLiteral("certificate");
    const QList<QSslCertificate> chain = QSslCertificate::fromData(pem, QSsl::Pem);
    if (chain.isEmpty()) {
        return {about, State::Bad, QStringLiteral("%1 holds no certificate").arg(name),
                QStringLiteral("It has to be PEM: a text that begins with -----BEGIN CERTIFICATE-----.")};
    }
    const qint64 fromMs = chain.front().effectiveDate().toMSecsSinceEpoch();
    const qint64 untilMs = chain.front().expiryDate().toMSecsSinceEpoch();
    const QString what = QStringLiteral("%1, good until %2").arg(name, day(untilMs));
    if (nowMs < fromMs) {
        return {about, State::Bad, QStringLiteral("%1 counts only from %2").arg(name, day(fromMs)),
                QStringLiteral("Is the clock right?")};
    }
    if (isRenewedByItself)
        return {about, State::Good, what + QStringLiteral("; the hub renews it"), {}};
    if (nowMs >= untilMs) {
        return {about, State::Bad, QStringLiteral("%1 ended on %2").arg(name, day(untilMs)),
                QStringLiteral("Get a new one and put it there; the hub reads it within a minute.")};
    }
    if (untilMs - nowMs < certificateWarningMs)
        return {about, State::Warning, what, QStringLiteral("Renew it; the hub reads the new one within a minute.")};
    return {about, State::Good, what, {}};
}

Finding doctor::integration(const Integration &integration)
{
    Finding finding{QStringLiteral("integration %1").arg(integrationKindText(integration.kind)), State::Good, {}, {}};
    if (!integration.enabled)
        return {finding.about, State::Skipped, QStringLiteral("switched off"), {}};
    if (!integration.secretsProblem.isEmpty()) {
        return {finding.about, State::Bad, integration.secretsProblem,
                QStringLiteral("Put secrets.key back from the backup, or type its secrets again in the settings.")};
    }
    if (const QStringList missing = integration.missing(); !missing.isEmpty()) {
        return {finding.about, State::Bad, QStringLiteral("lacks %1").arg(missing.join(QStringLiteral(", "))),
                QStringLiteral("Fill it in in the settings, or switch it off.")};
    }
    if (integration.state == IntegrationState::Failing) {
        return {finding.about, State::Warning,
                QStringLiteral("failing since %1: %2").arg(moment(integration.stateAtMs), integration.stateReason),
                QStringLiteral("\"Test\" in the settings tries it out and says the real reason.")};
    }
    finding.what = integrationStateText(integration.state);
    return finding;
}

std::vector<Finding> examine(const DoctorRequest &request, const Clock &clock)
{
    std::vector<Finding> findings = configuration(request.sources);
    const auto settings = Settings::load(request.sources);
    findings.push_back(directoryFinding(request.directory));
    const bool isThere = findings.back().state != State::Bad;
    const Result<HubLook> look = isThere ? hublook::at(request.directory)
                                         : Result<HubLook>(Error{ErrorCode::NotFound, findings.back().what, {}});
    findings.push_back(diskFinding(request.directory, look ? look->bytes : 0));
    for (Finding &finding : database(look))
        findings.push_back(std::move(finding));
    findings.push_back(doctor::clock(clock.nowMs(), look ? look->lastWrittenAtMs : 0, isClockKept()));
    if (settings) {
        for (Finding &finding : port(*settings, look && look->isRunning))
            findings.push_back(std::move(finding));
        findings.push_back(certificateFinding(*settings, request.directory, clock.nowMs()));
        for (Finding &finding : doctor::backups(*settings, request.directory, look ? look->lastWrittenAtMs : 0))
            findings.push_back(std::move(finding));
    }
    findings.push_back(drawingFinding());
    if (look) {
        for (const Printer &printer : look->printers)
            findings.push_back(printerFinding(printer));
        for (const Integration &integration : look->integrations)
            findings.push_back(integrationFinding(integration));
        findings.push_back(copies(request.directory));
    }
    return findings;
}

} // namespace oshaq
