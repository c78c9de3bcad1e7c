// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"

#include "models/domain/money.h"
#include "models/hub/accessservice.h"
#include "models/hub/catalogservice.h"
#include "models/hub/hub.h"
#include "sync/protocol/json.h"

#include <QDir>
#include <QFile>
#include <QTimeZone>

namespace oshaq {

namespace {

/// A directory that was set up half would refuse the next try.
void removeNewDatabase(const QString &directory)
{
    for (const char *name : {"hub.db", "hub.db-wal", "hub.db-shm", "hub.incarnation", "personal.key"})
        QFile::remove(QDir(directory).filePath(QLatin1String(name)));
}

Result<WriteOutcome> createBusiness(Hub &hub, const Business &business)
{
    auto reader = hub.openReader();
    if (!reader)
        return reader.error();
    // Another init may have come between the look at the directory and its lock.
    if (catalogreads::onlyBusiness(**reader)) {
        return Error{
            ErrorCode::AlreadyExists,
            QStringLiteral("%1 was set up by somebody else just now. Nothing was changed.").arg(hub.directory()),
            {}};
    }
    WriteCommand command;
    command.principal.kind = Principal::Kind::Business;
    command.principal.role = Role::Owner;
    command.principal.label = QStringLiteral("init");
    command.run = [business](WriteContext &context) { return accesswrites::createBusiness(context, business); };
    return hub.writer().submitAndWait(std::move(command));
}

Result<WriteOutcome> setUp(const QString &directory, const Business &business)
{
    const SystemClock clock;
    HubOptions options;
    options.directory = directory;
    auto hub = Hub::open(options, clock);
    if (!hub)
        return hub.error();
    Result<WriteOutcome> outcome = createBusiness(**hub, business);
    hub->reset();
    if (!outcome && outcome.error().code != ErrorCode::AlreadyExists)
        removeNewDatabase(directory);
    return outcome;
}

} // namespace

int runInit(const QStringList &arguments)
{
    CommandOptions options(
        QStringLiteral("init --data DIR --business NAME [--currency KZT] [--time-zone Asia/Almaty] [--json]"),
        QStringLiteral("Makes a hub in DIR with one business and prints the business token, once: only its hash is "
                       "stored. Keep it like a password."));
    const Business defaults;
    options.addValue("data", "DIR", "Directory of the hub; it is made when it is missing.");
    options.addValue("business", "NAME", "Name of the restaurant.");
    options.addValue("currency", "CODE", "ISO 4217 code of all prices.", "KZT");
    options.addValue("time-zone", "ZONE", "IANA name of the restaurant's time zone.", "Asia/Almaty");
    options.addSwitch("json", "Print {\"business_id\":1,\"business_token\":\"...\"}.");
    if (const auto code = options.parse(arguments))
        return *code;
    const auto directory = options.needed("data");
    const auto name = options.needed("business");
    if (!directory || !name)
        return exitcode::usage;

    Business business;
    business.name = name->trimmed();
    business.currency = options.value("currency");
    business.timeZone = options.value("time-zone");
    if (business.name.size() > 200) {
        sayError(QStringLiteral("--business has at most 200 characters."));
        return exitcode::usage;
    }
    if (const auto currency = Currency::fromCode(business.currency); !currency) {
        sayError(QStringLiteral("--currency: %1").arg(currency.error().message));
        return exitcode::usage;
    }
    if (!QTimeZone::isTimeZoneIdAvailable(business.timeZone.toLatin1())) {
        sayError(QStringLiteral("--time-zone: \"%1\" is not a time zone such as Asia/Almaty.")
                     .arg(business.timeZone.left(60)));
        return exitcode::usage;
    }
    if (Hub::exists(*directory)) {
        sayError(QStringLiteral("%1 holds a hub already (hub.db). Nothing was changed; use another directory, or "
                                "\"oshaqd serve --data %1\".")
                     .arg(*directory));
        return exitcode::failed;
    }

    const Result<WriteOutcome> outcome = setUp(*directory, business);
    if (!outcome) {
        sayError(outcome.error().message);
        return exitcode::failed;
    }
    QByteArray text;
    if (options.has("json")) {
        JsonWriter json;
        json.beginObject();
        json.key("business_id").value(outcome->entityId);
        json.key("business_token").value(outcome->secret);
        json.endObject();
        text = json.take();
    } else {
        text = "Business " + QByteArray::number(outcome->entityId) + " is set up in " + directory->toUtf8() +
               ".\nIts token, shown only now: " + outcome->secret.toUtf8();
    }
    if (!printLine(text)) {
        // Nobody has seen the token: a hub that nobody can enter is of no use.
        removeNewDatabase(*directory);
        sayError(QStringLiteral("The token could not be printed, so nothing was set up."));
        return exitcode::failed;
    }
    return exitcode::ok;
}

} // namespace oshaq
