-- SPDX-License-Identifier: GPL-3.0-or-later
-- Years of orders found while somebody types: which three letters stand in which order's words. The words themselves stay
-- in order_search; whoever writes there writes here.
CREATE VIRTUAL TABLE order_words USING fts5(
    words, content = 'order_search', content_rowid = 'order_id',
    tokenize = 'trigram case_sensitive 1', detail = none, columnsize = 0);
INSERT INTO order_words (order_words) VALUES ('rebuild');

-- A guest's name is looked for among their business's guests.
CREATE INDEX users_by_business ON users (business_id);
