// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the bank's own page for one payment. Nothing of a card comes past here: the bank's script asks for it.
'use strict';

const words = {
  en: {
    order: 'Order %1', pay: 'Pay by card', wait: 'We are asking the bank…', paid: 'Paid. Thank you!',
    over: 'Nothing is to be paid here any more. Please ask the staff.',
    failed: 'The payment was not made. Please ask the staff.',
    noBank: 'The bank cannot be reached. Please try again in a moment.', again: 'Try again',
  },
  ru: {
    order: 'Заказ %1', pay: 'Оплатить картой', wait: 'Спрашиваем банк…', paid: 'Оплачено. Спасибо!',
    over: 'Здесь больше нечего оплачивать. Обратитесь к персоналу.',
    failed: 'Оплата не прошла. Обратитесь к персоналу.',
    noBank: 'Банк не отвечает. Попробуйте ещё раз через минуту.', again: 'Попробовать ещё раз',
  },
  kk: {
    order: '%1 тапсырысы', pay: 'Картамен төлеу', wait: 'Банктен сұрап жатырмыз…', paid: 'Төленді. Рақмет!',
    over: 'Мұнда төлейтін ештеңе қалмады. Қызметкерлерге айтыңыз.',
    failed: 'Төлем өтпеді. Қызметкерлерге айтыңыз.',
    noBank: 'Банк жауап бермейді. Сәл күтіп, қайталап көріңіз.', again: 'Қайталап көру',
  },
};

const language = (navigator.languages || [navigator.language]).map(l => l.slice(0, 2)).find(l => words[l]) || 'en';
const say = words[language];
document.documentElement.lang = language;

const key = location.pathname.split('/').pop();
const element = id => document.getElementById(id);
const open = ['created', 'pending', 'authorised', 'unknown'];

function show(page, text) {
  if (page) {
    element('title').textContent = say.order.replace('%1', page.order_number);
    element('amount').textContent =
      new Intl.NumberFormat(language, { style: 'currency', currency: page.currency }).format(page.amount);
  }
  element('text').textContent = text || '';
}

async function ask(path) {
  const answer = await fetch('/api/v1/payment/pages/' + encodeURIComponent(key) + path, { cache: 'no-store' });
  const body = await answer.json();
  if (!answer.ok) {
    const error = new Error(body.error ? body.error.code : String(answer.status));
    error.status = answer.status;
    throw error;
  }
  return body.data;
}

function ended(page) {
  if (['charged', 'part_refunded', 'refunded'].includes(page.status))
    show(page, say.paid);
  else
    show(page, page.status === 'failed' ? say.failed : say.over);
  element('pay').hidden = true;
}

async function watch() {
  try {
    const page = await ask('/state');
    if (!open.includes(page.status))
      return ended(page);
  } catch (error) {
    // The hub is away for a moment; it is asked again.
  }
  setTimeout(watch, 3000);
}

function offer(text, action) {
  const button = element('pay');
  button.textContent = text;
  button.hidden = false;
  button.onclick = () => { button.hidden = true; action(); };
}

function load(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = resolve;
    script.onerror = () => reject(new Error('script'));
    document.head.append(script);
  });
}

async function begin() {
  show(null, say.wait);
  try {
    const page = await ask('');
    if (!page.parameters)
      return open.includes(page.status) ? (show(page, say.wait), watch()) : ended(page);
    await load(page.script_url);
    show(page, '');
    offer(say.pay, () => {
      show(page, say.wait);
      window.halyk.pay(page.parameters);
      watch();
    });
  } catch (error) {
    if (error.status === 404)
      return show(null, say.over);
    show(null, say.noBank);
    offer(say.again, begin);
  }
}

begin();
