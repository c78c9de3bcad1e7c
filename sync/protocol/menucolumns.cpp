// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/menucolumns.h"

namespace oshaq {

const std::vector<ColumnField> &menuFields()
{
    static const std::vector<ColumnField> fields{
        {"name",
         true,
         {"item_name", "item", "title", "product_name", "product", "dish", "название", "наименование", "блюдо", "атауы",
          "тағам"}},
        {"category",
         true,
         {"category_name", "menu_category", "group", "section", "категория", "раздел", "группа", "санат", "бөлім"}},
        {"price", true, {"item_price", "unit_price", "amount", "цена", "стоимость", "баға", "бағасы"}},
        {"description", false, {"item_description", "details", "описание", "состав", "сипаттама", "құрамы"}},
        {"quantity_step", false, {"step"}},
        {"station", false, {"station_name", "kitchen_station", "цех", "станция"}},
        {"prep_seconds", false, {}},
        {"external_id", false, {"menu_item_id", "item_id", "product_id", "sku", "code", "id", "код", "артикул"}},
        {"options", false, {"option_groups", "modifiers"}},
        {"allergens", false, {}},
    };
    return fields;
}

} // namespace oshaq
