// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/catalogport.h"
#include "tests/support/scriptedanswers.h"

#include <QHash>
#include <QMap>
#include <QStringList>

#include <map>
#include <vector>

namespace oshaq {

/// A CatalogPort without a hub: tests own its menu and its time and say when it answers (see ScriptedAnswers). It takes
/// changes as the hub does, as far as a screen can tell: all or nothing, versions, names that exist, rows that went and
/// come back.
class FakeCatalogPort final : public CatalogPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeCatalogPort)

public:
    explicit FakeCatalogPort(QObject *parent = nullptr) : CatalogPort(parent) { m_business.id = 1; }

    struct Import
    {
        QString key;
        QByteArray file;
        QMap<QString, QString> columns;
        bool dryRun = false;
    };

    // What it knows.
    /// {}: it did not hear from its hub yet.
    void setBusiness(const Business &business) { m_business = business; }
    /// What the hub has and what is shown.
    void setCatalog(const Catalog &catalog);
    const Catalog &atHub() const { return m_hub; }
    void setNow(qint64 ms) { m_nowMs = ms; }
    void advance(int seconds) { m_nowMs += qint64(seconds) * 1000; }
    /// Somebody else did it at the hub; false: the hub refused. It is shown at once, unless it lags.
    bool changeElsewhere(const CatalogChange &change);
    /// What the hub has is not shown any more until it is not lagging.
    void setLagging(bool lagging);
    /// An 86 is shown and goes no further: no version is raised.
    void setOffline(bool offline) { m_offline = offline; }
    /// By Item::image; a path that is not here gets a picture of its own colours.
    QHash<QString, QByteArray> pictures;
    /// At most so many bytes, as the hub has it.
    qsizetype maxPictureBytes = 8 * 1024 * 1024;
    std::optional<TablePreview> preview; ///< of any file; none: a plain CSV is read, its columns guessed by their names
    MenuImportResult importResult;       ///< `dryRun` is set by the call
    QByteArray exported = "name,price\n";

    // When it answers.
    void answerAll() { m_answers.answerAll(); }
    void setImmediate(bool immediate) { m_answers.setImmediate(immediate); }
    /// The next answer that is no picture.
    void failNext(const PortFailure &failure) { m_answers.failNext(failure); }
    void failNextPicture(const PortFailure &failure) { m_failNextPicture = failure; }
    void setFailing(const std::optional<PortFailure> &failure) { m_answers.setFailing(failure); }
    int waiting() const { return m_answers.waiting(); }
    /// Tells the screen now.
    void changed() { Q_EMIT catalogChanged(); }

    // What was asked: "available 12 0 1768510800000", "apply", "item 12", "category 3", "picture /path",
    // "setItemPicture 12 2048", "removeItemPicture 12", "readTable", "importMenu dry", "importMenu", "exportMenu",
    // "cancel 4".
    QStringList calls;
    std::vector<CatalogChange> changes; ///< of apply, in order
    std::vector<Import> imports;
    QStringList keys; ///< of apply, setItemPicture and importMenu, in order
    int picturesAsked() const { return int(calls.filter(QStringLiteral("picture /")).size()); }

    Business business() const override { return m_business; }
    Catalog catalog() const override { return m_shown; }
    qint64 hubNowMs() const override { return m_nowMs; }
    Result<void> setAvailable(qint64 itemId, bool available, qint64 backAtMs = 0) override;
    PortCall apply(const QString &key, const CatalogChange &change, PortDone<CatalogChanged> done) override;
    PortCall item(qint64 itemId, PortDone<Item> done) override;
    PortCall category(qint64 categoryId, PortDone<Category> done) override;
    PortCall picture(const QString &path, PortDone<QByteArray> done) override;
    PortCall setItemPicture(const QString &key, qint64 itemId, const QByteArray &picture, PortDone<Item> done) override;
    PortCall removeItemPicture(qint64 itemId, PortDone<Item> done) override;
    PortCall readTable(const QByteArray &file, PortDone<TablePreview> done) override;
    PortCall importMenu(const QString &key, const QByteArray &file, const QMap<QString, QString> &columns, bool dryRun,
                        PortDone<MenuImportResult> done) override;
    PortCall exportMenu(PortDone<QByteArray> done) override;
    void cancel(PortCall call) override;

private:
    PortAnswer<CatalogChanged> applyNow(const CatalogChange &change);
    /// What was changed at the hub is shown, and the screen is told in the next turn.
    void publish();

    Business m_business;
    Catalog m_hub;
    Catalog m_shown;
    std::map<qint64, Item> m_removedItems;
    std::map<qint64, Category> m_removedCategories;
    std::map<QString, CatalogChanged> m_done; ///< by key: the same key acts once
    ScriptedAnswers m_answers;
    std::optional<PortFailure> m_failNextPicture;
    qint64 m_nextId = 9'000;
    qint64 m_nowMs = 1'768'488'420'000; ///< 2026-01-15 19:47 in Almaty
    int m_nextPicture = 1;
    bool m_lagging = false;
    bool m_offline = false;
    bool m_announced = false;
};

} // namespace oshaq
