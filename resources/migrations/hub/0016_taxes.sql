-- SPDX-License-Identifier: GPL-3.0-or-later
-- A tax that is inside the prices. Rates are thousandths of a percent; an order keeps the one of its day.
ALTER TABLE businesses ADD COLUMN tax_rate INTEGER NOT NULL DEFAULT 0 CHECK (tax_rate BETWEEN 0 AND 100000);
ALTER TABLE businesses ADD COLUMN tax_name TEXT NOT NULL DEFAULT '';
ALTER TABLE orders_cost ADD COLUMN tax_rate INTEGER NOT NULL DEFAULT 0 CHECK (tax_rate BETWEEN 0 AND 100000);
ALTER TABLE orders_cost ADD COLUMN tax INTEGER NOT NULL DEFAULT 0 CHECK (tax >= 0);
