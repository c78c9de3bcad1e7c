// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/settingsport.h"
#include "ui/firststart/firststartstep.h"

#include <optional>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace oshaq {

class Band;
class Field;

/// What the restaurant is called, its money and its clock.
class RestaurantStep final : public FirstStartStep
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RestaurantStep)

public:
    RestaurantStep(SettingsPort &port, const Look &look, QWidget *parent = nullptr);
    ~RestaurantStep() override;

    QString key() const override { return QStringLiteral("restaurant"); }
    QString title() const override { return tr("Your restaurant"); }
    QString text() const override
    {
        return tr("The name stands on receipts. The currency stays as it is once there are orders.");
    }
    void setLook(const Look &look) override;
    void enter() override;
    void commit() override;

protected:
    void retranslate() override;

private:
    void ask(std::function<void()> then = {});
    void send(bool again);
    void fail(const PortFailure &failure);

    SettingsPort &m_port;
    std::optional<SiteSettings> m_known;
    PortCall m_call = 0;
    Band *m_band;
    QLineEdit *m_name;
    QComboBox *m_currency;
    QLineEdit *m_zone;
    Field *m_nameField;
    Field *m_currencyField;
    Field *m_zoneField;
    QVBoxLayout *m_layout;
};

} // namespace oshaq
