// The same fields with the renderer of formio.js, in the bundle that its makers publish for showing forms.

import { Formio } from '@formio/js/dist/formio.form.min.js';
import '@formio/js/dist/formio.form.min.css';
import { fields, ready, show } from './fields.js';

const components = fields.map(({ id, label, quantity }) => ({
  type: 'number',
  key: id,
  label,
  input: true,
  defaultValue: quantity,
}));

const form = await Formio.createForm(document.getElementById('form'), { display: 'form', components });
form.on('change', () => show(form.submission.data));
await form.ready;
show(form.submission.data);
ready();
