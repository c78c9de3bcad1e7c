-- SPDX-License-Identifier: GPL-3.0-or-later
CREATE TABLE items (item_id INT PRIMARY KEY, title VARCHAR(200) NOT NULL, price INT NOT NULL) ENGINE=InnoDB;
CREATE TABLE numbers (day DATE PRIMARY KEY, last INT NOT NULL) ENGINE=InnoDB;
CREATE TABLE orders (
    order_id INT AUTO_INCREMENT PRIMARY KEY, order_uuid CHAR(36) NOT NULL UNIQUE, number VARCHAR(16) NOT NULL,
    status TINYINT NOT NULL, total INT NOT NULL, fulfilment VARCHAR(20) NOT NULL, guest_name VARCHAR(100) NOT NULL,
    placed_at DATETIME(3) NOT NULL, status_at DATETIME(3) NOT NULL,
    INDEX (placed_at, order_id), INDEX (status, placed_at)) ENGINE=InnoDB;
CREATE TABLE order_lines (
    line_id INT AUTO_INCREMENT PRIMARY KEY, order_id INT NOT NULL, item_id INT NOT NULL, title VARCHAR(200) NOT NULL,
    quantity INT NOT NULL, price INT NOT NULL, note VARCHAR(200) NOT NULL, status TINYINT NOT NULL,
    INDEX (order_id), FOREIGN KEY (order_id) REFERENCES orders (order_id)) ENGINE=InnoDB;
CREATE TABLE orders_cost (
    order_id INT PRIMARY KEY, subtotal INT NOT NULL, total INT NOT NULL,
    FOREIGN KEY (order_id) REFERENCES orders (order_id)) ENGINE=InnoDB;
CREATE TABLE order_status (
    status_id INT AUTO_INCREMENT PRIMARY KEY, order_id INT NOT NULL, status TINYINT NOT NULL, at DATETIME(3) NOT NULL,
    INDEX (order_id), FOREIGN KEY (order_id) REFERENCES orders (order_id)) ENGINE=InnoDB;
INSERT INTO items VALUES (1, 'Lentil soup', 160000), (2, 'Chalop', 120000), (3, 'Stuffed peppers', 310000);
