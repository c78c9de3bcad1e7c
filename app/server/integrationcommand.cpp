// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/importsite.h"
#include "models/hub/integrationservice.h"
#include "sync/protocol/integrationjson.h"

#include <QFile>

namespace oshaq {

namespace {

constexpr qint64 maxBodyBytes = 256 * 1024;

/// Of --file, or of standard input: a secret on a command line can be read by everybody on the computer.
std::optional<JsonValue> bodyFrom(const QString &name)
{
    QFile file(name);
    const bool isOpen = name.isEmpty() ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen) {
        sayError(QStringLiteral("%1 cannot be read: %2").arg(name, file.errorString()));
        return {};
    }
    const QByteArray text = file.read(maxBodyBytes + 1);
    if (text.size() > maxBodyBytes) {
        sayError(QStringLiteral("What it is set up with has more than 256 KiB."));
        return {};
    }
    const auto body = parseJson(text);
    if (!body || !body->isObject()) {
        sayError(QStringLiteral("What it is set up with is not a JSON object: %1")
                     .arg(body ? QStringLiteral("it is another kind of value") : body.error().message));
        return {};
    }
    return *body;
}

} // namespace

int runIntegration(const QStringList &arguments)
{
    CommandOptions options(
        QStringLiteral("integration KIND --data DIR [--file FILE]"),
        QStringLiteral(
            "Sets up the bank (halyk), smtp, sms, webpush, telegram, delivery or outside while no hub runs on "
            "DIR, from a JSON object with \"enabled\", \"config\" and \"secrets\" in FILE or on standard "
            "input. What it does not name stays. Secrets are sealed; they are never taken from the command "
            "line."));
    options.addValue("data", "DIR", "Directory of the hub.");
    options.addValue("file", "FILE", "The JSON object; without it standard input.");
    options.addValue("business-id", "ID", "Whose it is, when the hub holds more than one restaurant.");
    options.addSettings();
    if (const auto code = options.parse(arguments, 1, "KIND"))
        return *code;
    const auto directory = options.needed("data");
    if (!directory)
        return exitcode::usage;
    const auto kind = integrationKindFromText(options.positionals().front());
    if (!kind) {
        sayError(QStringLiteral("There is no integration \"%1\".").arg(options.positionals().front().left(40)));
        return exitcode::usage;
    }
    const auto settings = options.settings(*directory);
    if (!settings)
        return exitcode::usage;
    const auto body = bodyFrom(options.value("file"));
    if (!body)
        return exitcode::badFile;
    const auto site = openImportSite(*directory, options);
    if (!site)
        return exitcode::failed;

    IntegrationEdit edit;
    if ((*body)[u"enabled"].isBool())
        edit.enabled = (*body)[u"enabled"].boolean();
    edit.config = readIntegrationValues((*body)[u"config"]);
    edit.secrets = readIntegrationValues((*body)[u"secrets"]);
    auto reader = site->hub->openReader();
    if (!reader) {
        sayError(reader.error().message);
        return exitcode::failed;
    }
    SecretStore &secrets = site->hub->secrets();
    const auto known = integrationreads::one(**reader, secrets, site->business.id, *kind);
    if (!known) {
        sayError(known.error().message);
        return exitcode::failed;
    }
    WriteCommand command;
    command.principal.kind = Principal::Kind::Business;
    command.principal.role = Role::Owner;
    command.principal.businessId = site->business.id;
    command.principal.id = site->business.id;
    command.principal.label = QStringLiteral("integration");
    command.run = [&secrets, kind = *kind, edit, version = known->version,
                   isPrivateToo = settings->isOn("webhooks.private_addresses")](WriteContext &context) {
        return integrationwrites::put(context, secrets, kind, edit, version, isPrivateToo);
    };
    const auto done = site->hub->writer().submitAndWait(std::move(command));
    if (!done) {
        sayError(done.error().message);
        for (const ErrorDetail &detail : done.error().details)
            sayNote(QStringLiteral("%1: %2").arg(detail.path, detail.issue));
        return exitcode::failed;
    }
    return exitcode::ok;
}

} // namespace oshaq
