// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/catalogfiles.h"

#include <QMap>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <utility>

namespace oshaq {

/// Files of a computer without a disk and without dialogs: a test says what a person chooses and what the disk does.
class FakeCatalogFiles final : public CatalogFiles
{
    Q_DISABLE_COPY_MOVE(FakeCatalogFiles)

public:
    FakeCatalogFiles() = default;

    QString chosen;                 ///< what the person chooses to open; empty: they think better of it
    QString target;                 ///< where they save
    QMap<QString, QByteArray> disk; ///< by path
    FileTrouble readTrouble = FileTrouble::None;
    FileTrouble writeTrouble = FileTrouble::None;
    bool isSlow = false; ///< reading takes until answer()
    QStringList calls;   ///< "choose", "target menu.csv", "read /a.csv", "write /b.csv", "folder /b.csv"

    void answer()
    {
        for (const auto &waiting : std::exchange(m_waiting, {}))
            waiting();
    }

    void chooseMenu(QWidget *, std::function<void(const QString &path)> done) override
    {
        calls << QStringLiteral("choose");
        if (!chosen.isEmpty())
            later([done = std::move(done), path = chosen] { done(path); });
    }
    void chooseTarget(QWidget *, const QString &name, std::function<void(const QString &path)> done) override
    {
        calls << QStringLiteral("target ") + name;
        if (!target.isEmpty())
            later([done = std::move(done), path = target] { done(path); });
    }
    void read(const QString &path, std::function<void(const Read &)> done) override
    {
        calls << QStringLiteral("read ") + path;
        const auto give = [this, path, done = std::move(done)] {
            if (readTrouble != FileTrouble::None)
                done({{}, readTrouble});
            else if (!disk.contains(path))
                done({{}, FileTrouble::Missing});
            else
                done({disk.value(path), FileTrouble::None});
        };
        if (isSlow)
            m_waiting.push_back(give);
        else
            later(give);
    }
    void write(const QString &path, const QByteArray &bytes, std::function<void(FileTrouble)> done) override
    {
        calls << QStringLiteral("write ") + path;
        if (writeTrouble == FileTrouble::None)
            disk.insert(path, bytes);
        later([done = std::move(done), trouble = writeTrouble] { done(trouble); });
    }
    void showFolder(const QString &path) override { calls << QStringLiteral("folder ") + path; }

private:
    void later(std::function<void()> act) { QTimer::singleShot(0, &m_context, std::move(act)); }

    QObject m_context;
    std::vector<std::function<void()>> m_waiting;
};

} // namespace oshaq
