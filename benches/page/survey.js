// The same fields with SurveyJS: one page of text questions, values taken over while typing as the total asks for.

import { Model } from 'survey-core';
import 'survey-js-ui';
import 'survey-core/survey-core.fontless.min.css';
import { fields, ready, show } from './fields.js';

const survey = new Model({
  textUpdateMode: 'onTyping',
  showNavigationButtons: false,
  elements: fields.map(({ id, label, quantity }) => ({
    type: 'text',
    inputType: 'number',
    name: id,
    title: label,
    defaultValue: quantity,
  })),
});

const update = () => show(survey.data);
survey.onValueChanged.add(update);
survey.onAfterRenderSurvey.add(ready);
update();
survey.render(document.getElementById('form'));
