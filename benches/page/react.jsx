// A form with React as a web developer would write it with care: controlled inputs that keep the text as typed, one
// reducer, rows that are drawn again only when they change, and a total computed while rendering.

import { memo, useLayoutEffect, useMemo, useReducer } from 'react';
import { createRoot } from 'react-dom/client';
import { fields, read, ready, total } from './fields.js';
import './form.css';

const initial = Object.fromEntries(fields.map(({ id, quantity }) => [id, String(quantity)]));

function reduce(texts, action) {
  switch (action.type) {
    case 'typed':
      return texts[action.id] === action.text ? texts : { ...texts, [action.id]: action.text };
    case 'reset':
      return initial;
    default:
      return texts;
  }
}

const Row = memo(function Row({ id, label, text, dispatch }) {
  return (
    <li>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={text}
        aria-invalid={read(text) === null}
        onChange={(event) => dispatch({ type: 'typed', id, text: event.target.value })}
      />
    </li>
  );
});

function Form() {
  const [texts, dispatch] = useReducer(reduce, initial);
  const sum = useMemo(() => total(texts), [texts]);
  useLayoutEffect(ready, []);
  return (
    <>
      <h1>Quantities and their total</h1>
      <form onReset={() => dispatch({ type: 'reset' })}>
        <ul>
          {fields.map(({ id, label }) => (
            <Row key={id} id={id} label={label} text={texts[id]} dispatch={dispatch} />
          ))}
        </ul>
        <p>Total <output>{sum}</output></p>
        <button type="reset">Reset</button>
      </form>
    </>
  );
}

createRoot(document.querySelector('main')).render(<Form />);
