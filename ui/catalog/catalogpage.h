// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/catalogport.h"
#include "models/terminal/linkstatus.h"
#include "ui/catalog/catalogdesk.h"
#include "ui/catalog/catalogsheets.h"
#include "ui/common/page.h"
#include "ui/common/zoneclock.h"

#include <QPointer>
#include <QStringList>
#include <QTimeZone>
#include <QTimer>

#include <functional>
#include <vector>

class QBoxLayout;
class QComboBox;
class QFrame;
class QLabel;
class QLineEdit;
class QMenu;

namespace oshaq {

class Band;
class CategoryList;
class CategorySheet;
class ItemEditor;
class ItemGrid;
class OutSheet;
class PictureLoader;
class SelectionBar;
class StateView;
class TouchButton;

/// The menu as its manager keeps it: categories, cards of dishes, and everything of one dish. What it shows is there
/// without the hub, 86 works without it, and every change can be taken back. Nothing on it blocks or is modal.
class CatalogPage final : public Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CatalogPage)

public:
    /// Asks a person where a file goes and calls back with its name, or not at all.
    using FileSaver = std::function<void(QWidget *parent, const QString &suggested,
                                         const std::function<void(const QString &)> &done)>;

    /// Port and link must outlive the page.
    CatalogPage(CatalogPort &port, LinkStatus &link, const Look &look, QWidget *parent = nullptr);
    ~CatalogPage() override;

    QString key() const override { return QStringLiteral("catalog"); }
    QString iconName() const override { return QStringLiteral("catalog"); }
    QString title() const override;
    std::vector<Shortcut> shortcuts() const override;
    void setLook(const Look &look) override;
    void enter() override;
    /// Little: what does not fit scrolls or is left out.
    QSize minimumSizeHint() const override;

    /// Where many dishes change at once. Null, as at first: what needs them is not offered.
    void setSheets(CatalogSheets *sheets);
    void setFileSaver(FileSaver saver) { m_saver = std::move(saver); }
    /// Everything that changes the menu goes through it, so that undo knows it.
    CatalogDesk *desk() const { return m_desk; }

    ItemGrid *grid() const { return m_grid; }
    CategoryList *categories() const { return m_categories; }
    ItemEditor *editor() const { return m_editor; }
    SelectionBar *selectionBar() const { return m_selection; }
    CategorySheet *categorySheet() const { return m_categorySheet; }
    OutSheet *outSheet() const { return m_outSheet; }
    QLineEdit *search() const { return m_search; }
    Band *notice() const { return m_notice; }
    Band *linkBand() const { return m_linkBand; }
    StateView *stateView() const { return m_state; }
    /// No picture and no change is on its way.
    bool isQuiet() const;
    /// Reads the hub's clock and says again what is sold now. Called by the page's own minute hand.
    void refreshTime();

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class NoticeAct
    {
        None,
        UndoChange,
        UndoOut
    };
    struct OutBefore
    {
        qint64 itemId = 0;
        bool available = true;
        qint64 backAtMs = 0;
    };

    void buildTop();
    void connectAll();
    void arrange();
    void arrangeTop();
    void armMinuteHand();

    // ---- what is shown
    void handleCatalogChanged();
    void handleLinkChanged();
    void handleDeskChanged();
    void updateCards();
    void updateState();
    void updateSelection();
    void updateCategoryCombo();
    void handleCurrentChanged(qint64 itemId);
    void showCategory(qint64 categoryId);
    void showAlone(bool alone);
    bool isOnline() const;
    bool isLoading() const;

    // ---- acts
    /// In the language of the screen, whichever that is then.
    using Words = std::function<QString()>;

    void tell(const Words &words, NoticeAct act);
    void tellAlarm(const Words &words);
    void tellFailure(const PortFailure &failure);
    void showNotice();
    void apply(const ChangeWords &words, const CatalogChange &change, const Words &success);
    void takeBack();
    void undo();
    void redo();
    void newItem();
    void newCategory();
    void editItem(qint64 itemId);
    void toggleOut(const std::vector<qint64> &itemIds);
    void setOut(const std::vector<qint64> &itemIds, bool available, qint64 backAtMs);
    void askOut(qint64 itemId);
    void removeItems(const std::vector<qint64> &itemIds);
    void moveItems(const std::vector<qint64> &itemIds, qint64 categoryId);
    void reorderItems(const std::vector<qint64> &itemIds, qint64 beforeId);
    void reorderCategory(qint64 categoryId, qint64 beforeId);
    void showMoveMenu();
    void showMoreMenu();
    void openPrices();
    void openImport();
    void exportMenu();
    void saveExport(const QString &fileName, const QByteArray &bytes);
    void handleStateAction();
    QString nameOf(const std::vector<qint64> &itemIds) const;

    CatalogPort &m_port;
    LinkStatus &m_link;
    Look m_look;
    CatalogDesk *m_desk;
    PictureLoader *m_pictures;
    CatalogSheets *m_sheets = nullptr;
    FileSaver m_saver;
    Catalog m_catalog;
    Business m_business;
    ZoneClock m_clock;
    QTimeZone m_zone;
    QStringList m_words; ///< searched for, folded
    qint64 m_category = 0;
    bool m_alone = false; ///< the editor covers the cards
    bool m_wasOnline = true;
    bool m_itemWanted = false; ///< once there is a category
    PortCall m_exportCall = 0;
    NoticeAct m_noticeAct = NoticeAct::None;
    Words m_noticeWords;
    bool m_isAlarm = false;
    std::vector<OutBefore> m_before; ///< an 86 that can be taken back

    QWidget *m_top;
    QLabel *m_title;
    QLineEdit *m_search;
    TouchButton *m_undo;
    TouchButton *m_redo;
    TouchButton *m_import;
    TouchButton *m_export;
    TouchButton *m_prices;
    TouchButton *m_more;
    TouchButton *m_new;
    Band *m_linkBand;
    QFrame *m_left;
    CategoryList *m_categories;
    TouchButton *m_newCategory;
    TouchButton *m_editCategory;
    QWidget *m_middle;
    QComboBox *m_categoryCombo;
    ItemGrid *m_grid;
    StateView *m_state;
    SelectionBar *m_selection;
    Band *m_notice;
    QFrame *m_right;
    ItemEditor *m_editor;
    CategorySheet *m_categorySheet;
    OutSheet *m_outSheet;
    QPointer<QMenu> m_menu;
    QBoxLayout *m_body;
    QTimer m_noticeTimer;
    QTimer m_searchTimer;
    QTimer m_minuteHand;
};

} // namespace oshaq
