// SPDX-License-Identifier: GPL-3.0-or-later
// What a team would build on Express and MariaDB with care: two workers, a pool each, prepared statements, one
// transaction for each order, lines fetched with one query for all orders of a page. The same routes, rows and bodies as
// the hub's, and none of its guarantees beyond the transaction: no idempotency, no journal, no feed, no permissions.
import cluster from 'node:cluster';
import {randomUUID} from 'node:crypto';
import express from 'express';
import mariadb from 'mariadb';

const [, , portText, socketPath] = process.argv;

if (cluster.isPrimary) {
  for (let i = 0; i < 2; ++i) cluster.fork();
} else {
  const pool = mariadb.createPool(
      {socketPath, user: 'bench', password: 'bench', database: 'bench', connectionLimit: 16, prepareCacheLength: 256});
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(express.json());
  app.use((request, response, next) => {
    if (request.headers.authorization !== 'Bearer bench') return response.status(401).json({success: false});
    next();
  });

  app.get('/orders', async (request, response) => {
    const orders = await pool.execute(
        'SELECT order_id, order_uuid, number, status, total, fulfilment, guest_name, placed_at, status_at FROM orders ' +
        'ORDER BY placed_at DESC, order_id DESC LIMIT 20');
    const ids = orders.map((order) => order.order_id);
    const lines = ids.length === 0 ? [] : await pool.query(
        'SELECT line_id, order_id, item_id, title, quantity, price, note, status FROM order_lines WHERE order_id IN (?)',
        [ids]);
    const byOrder = new Map(orders.map((order) => [order.order_id, {...order, items: []}]));
    for (const line of lines) byOrder.get(line.order_id).items.push(line);
    response.json({success: true, data: [...byOrder.values()], message: 'OK'});
  });

  app.post('/orders', async (request, response) => {
    const wanted = request.body.items ?? [];
    if (!Array.isArray(wanted) || wanted.length === 0) return response.status(422).json({success: false});
    const connection = await pool.getConnection();
    try {
      await connection.beginTransaction();
      const items = await connection.query('SELECT item_id, title, price FROM items WHERE item_id IN (?)',
                                           [wanted.map((line) => line.item_id)]);
      const known = new Map(items.map((item) => [item.item_id, item]));
      let total = 0;
      for (const line of wanted) total += known.get(line.item_id).price * line.quantity;
      const now = new Date();
      await connection.execute(
          'INSERT INTO numbers (day, last) VALUES (CURDATE(), LAST_INSERT_ID(1)) ON DUPLICATE KEY UPDATE ' +
          'last = LAST_INSERT_ID(last + 1)');
      const number = 'A-' + String((await connection.execute('SELECT LAST_INSERT_ID() AS n'))[0].n).padStart(3, '0');
      const made = await connection.execute(
          'INSERT INTO orders (order_uuid, number, status, total, fulfilment, guest_name, placed_at, status_at) ' +
          'VALUES (?, ?, 1, ?, ?, ?, ?, ?)',
          [randomUUID(), number, total, request.body.fulfilment, 'Dana', now, now]);
      for (const line of wanted) {
        const item = known.get(line.item_id);
        await connection.execute(
            'INSERT INTO order_lines (order_id, item_id, title, quantity, price, note, status) VALUES (?, ?, ?, ?, ?, ?, 1)',
            [made.insertId, item.item_id, item.title, line.quantity, item.price, '']);
      }
      await connection.execute('INSERT INTO orders_cost (order_id, subtotal, total) VALUES (?, ?, ?)',
                               [made.insertId, total, total]);
      await connection.execute('INSERT INTO order_status (order_id, status, at) VALUES (?, 1, ?)', [made.insertId, now]);
      await connection.commit();
      response.status(201).json({success: true, data: {order_id: Number(made.insertId), number, total}, message: 'Created'});
    } catch (error) {
      await connection.rollback();
      response.status(500).json({success: false, message: String(error)});
    } finally {
      connection.release();
    }
  });

  app.patch('/orders/:id/status', async (request, response) => {
    const connection = await pool.getConnection();
    try {
      await connection.beginTransaction();
      const [order] = await connection.execute('SELECT status FROM orders WHERE order_id = ? FOR UPDATE', [request.params.id]);
      if (!order) return response.status(404).json({success: false});
      const now = new Date();
      await connection.execute('UPDATE orders SET status = ?, status_at = ? WHERE order_id = ?',
                               [request.body.status, now, request.params.id]);
      await connection.execute('INSERT INTO order_status (order_id, status, at) VALUES (?, ?, ?)',
                               [request.params.id, request.body.status, now]);
      await connection.commit();
      response.json({success: true, data: {order_id: Number(request.params.id), status: request.body.status}, message: 'OK'});
    } finally {
      connection.release();
    }
  });

  app.listen(Number(portText), '127.0.0.1', 4096);
}
