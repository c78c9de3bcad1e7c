// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/menucolumns.h"

namespace oshaq {

const std::vector<ColumnField> &menuFields()
{
    static const std::vector<ColumnField> fields{
        {"name", true, {"item_name", "item", "title", "product_name", "product", "dish"}},
        {"category", true, {"category_name", "menu_category", "group", "section"}},
        {"price", true, {"item_price", "unit_price", "amount"}},
        {"description", false, {"item_description", "details"}},
        {"quantity_step", false, {"step"}},
        {"station", false, {"station_name", "kitchen_station"}},
        {"prep_seconds", false, {}},
        {"external_id", false, {"menu_item_id", "item_id", "product_id", "sku", "code", "id"}},
        {"options", false, {"option_groups", "modifiers"}},
        {"allergens", false, {}},
    };
    return fields;
}

} // namespace oshaq
