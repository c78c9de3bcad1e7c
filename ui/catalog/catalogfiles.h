// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/mailbox.h"
#include "models/runtime/workerpool.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>

class QFileDialog;
class QWidget;

namespace oshaq {

/// Why a file of this computer could not be read or written.
enum class FileTrouble
{
    None,
    Missing,
    Denied,
    TooLarge,
    Full,
    Other
};

/// Files that a person chooses, read and written off the GUI thread: a share of the network may hang. Faked in tests.
/// GUI thread; each `done` is called once, from the event loop, and not at all after the object went.
class CatalogFiles
{
    Q_DISABLE_COPY_MOVE(CatalogFiles)

public:
    /// Larger files are no menus: nothing reads them.
    static constexpr qint64 maxBytes = 8 * 1024 * 1024;

    struct Read
    {
        QByteArray bytes;
        FileTrouble trouble = FileTrouble::None;
    };

    CatalogFiles() = default;
    virtual ~CatalogFiles() = default;

    /// Asks over `window` for a file to open. `done` gets its path; not called when the person thinks better of it.
    virtual void chooseMenu(QWidget *window, std::function<void(const QString &path)> done) = 0;
    /// Asks where to save; `name` is what is offered.
    virtual void chooseTarget(QWidget *window, const QString &name, std::function<void(const QString &path)> done) = 0;
    virtual void read(const QString &path, std::function<void(const Read &)> done) = 0;
    /// All of it or nothing: what was there stays until the new file is complete.
    virtual void write(const QString &path, const QByteArray &bytes, std::function<void(FileTrouble)> done) = 0;
    /// In the file manager of this computer.
    virtual void showFolder(const QString &path) = 0;
};

/// With Qt's dialogs, which never stop the program.
class DialogFiles final : public CatalogFiles
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::DialogFiles)
    Q_DISABLE_COPY_MOVE(DialogFiles)

public:
    DialogFiles();
    ~DialogFiles() override;

    void chooseMenu(QWidget *window, std::function<void(const QString &path)> done) override;
    void chooseTarget(QWidget *window, const QString &name, std::function<void(const QString &path)> done) override;
    void read(const QString &path, std::function<void(const Read &)> done) override;
    void write(const QString &path, const QByteArray &bytes, std::function<void(FileTrouble)> done) override;
    void showFolder(const QString &path) override;

private:
    void ask(QFileDialog *dialog, std::function<void(const QString &path)> done);
    WorkerPool &workers();

    QString m_folder; ///< where the person was last
    std::shared_ptr<Mailbox> m_mailbox;
    std::unique_ptr<WorkerPool> m_workers; ///< made when the first file is read; goes before the mailbox
};

/// What is wrong with a file and what to do.
class FileText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::FileText)

public:
    static QString reading(FileTrouble trouble, const QString &path);
    static QString writing(FileTrouble trouble, const QString &path);
};

} // namespace oshaq
