// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/catalogdesk.h"
#include "ui/catalog/conflictview.h"
#include "ui/catalog/itemform.h"
#include "ui/common/look.h"

#include <QHash>
#include <QTimeZone>
#include <QWidget>

#include <optional>

class QBoxLayout;
class QLabel;
class QScrollArea;

namespace oshaq {

class FlowRow;
class ItemFormView;
class PictureLoader;
class TouchButton;

/// One dish beside the cards: everything of it, its picture, and 86. What is typed and not saved is kept for each dish,
/// whatever else is looked at; what somebody else changes meanwhile is followed where nothing was typed, and told where
/// something was.
class ItemEditor final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ItemEditor)

public:
    /// The dish that nobody saved yet.
    static constexpr qint64 newId = 0;
    static constexpr qint64 nothing = -1;

    /// Desk and pictures must outlive it. `sheetParent`: over what sheets open.
    ItemEditor(CatalogDesk &desk, PictureLoader &pictures, const Look &look, QWidget *sheetParent,
               QWidget *parent = nullptr);
    ~ItemEditor() override;

    void setLook(const Look &look);
    /// The menu as it is now; also when only the time is another one.
    void setCatalog(const Catalog &catalog, const Business &business, qint64 nowMs);
    /// Without the hub only 86 works.
    void setOnline(bool online);
    void setBackVisible(bool visible);

    /// `nothing`, newId, or a dish.
    qint64 itemId() const { return m_id; }
    void open(qint64 itemId);
    /// What was typed of a new dish before is still there.
    void openNew(qint64 categoryId);
    bool isDirty() const;
    bool isDirty(qint64 itemId) const;
    void save();
    /// What was typed goes.
    void revert();
    void focusFirst();
    /// Scrolls so that a part of the form is seen.
    void reveal(QWidget *part);

    ItemFormView *formView() const { return m_form; }
    ConflictView *conflictView() const { return m_conflict; }
    TouchButton *saveButton() const { return m_save; }
    TouchButton *outButton() const { return m_out; }
    TouchButton *revertButton() const { return m_revert; }
    /// What is said of the dish as a whole; empty: nothing.
    QString message() const;

Q_SIGNALS:
    /// A dish has something that is not saved, or has not any more.
    void draftsChanged();
    void saved(qint64 itemId, bool isNew);
    void outRequested(qint64 itemId);
    void bringBackRequested(qint64 itemId);
    void removeRequested(qint64 itemId);
    void backRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What is typed of a dish, over what it was when that began.
    struct Draft
    {
        Item base;
        ItemForm baseForm;
        ItemForm form;
        QString key;        ///< of a save whose answer did not come
        QByteArray picture; ///< of a new dish
        /// What somebody else made of fields that are typed in.
        std::vector<std::pair<ItemField, ItemForm>> foreign;
        bool isRemoved = false;     ///< by somebody else
        std::optional<Item> theirs; ///< waits for a choice
    };

    void retranslate();
    void fitForm();
    void store();
    void show(qint64 itemId, const Draft &draft);
    void refresh();
    void check();
    void follow(const Item &row, bool tellForeign);
    void handleEdited(ItemField field);
    void handleSaved(qint64 itemId, const ItemForm &sent, const PortAnswer<CatalogChanged> &answer);
    void handleFailure(qint64 itemId, const PortFailure &failure);
    void askTheirs(qint64 itemId);
    std::vector<ConflictView::Choice> choicesOver(const Item &theirs) const;
    void showConflict(const Item &theirs);
    void takeChoices();
    void restore();
    void upload(qint64 itemId, const QByteArray &bytes);
    void removePicture();
    void handlePicture(qint64 itemId, const PortAnswer<Item> &answer);
    void fail(const PortFailure &failure);
    void fitFooter();
    QString foreignWords() const;
    ChangeWords undoWords(const Draft &draft) const;
    void forget(PortCall *call);

    CatalogDesk &m_desk;
    CatalogPort &m_port; ///< outlives the desk, a sibling that goes first
    Look m_look;
    Catalog m_catalog;
    Business m_business;
    Currency m_currency;
    QTimeZone m_zone;
    qint64 m_nowMs = 0;
    qint64 m_id = nothing;
    Draft m_now;
    QHash<qint64, Draft> m_drafts;
    bool m_online = true;
    bool m_saving = false;
    bool m_wasDirty = false;
    bool m_checked = false;               ///< of a new dish: what is missing is told once somebody tried to save it
    std::optional<PortFailure> m_failure; ///< of the last save
    PortCall m_itemCall = 0;
    PortCall m_pictureCall = 0;
    QString m_pictureKey;

    TouchButton *m_back;
    QLabel *m_title;
    QLabel *m_state;
    QLabel *m_words;
    QLabel *m_foreign;
    QScrollArea *m_scroll;
    QBoxLayout *m_content;
    QBoxLayout *m_buttons;
    ConflictView *m_conflict;
    ItemFormView *m_form;
    QLabel *m_nothing;
    QWidget *m_footer;
    TouchButton *m_save;
    TouchButton *m_out;
    TouchButton *m_revert;
};

} // namespace oshaq
