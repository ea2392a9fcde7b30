// What somebody who uses the module or the element in TypeScript writes; it only has to type-check.

import { load, type Estimate, type IssuesError, type LinkError, type Proposal } from '../../dist/retour.js';

const proposal: Proposal = {
  title: 'Journée presse',
  currency: 'EUR',
  rates: [{ id: 'dir', dayRate: 1100 }],
  lines: [{ id: 'journee', unitPrice: 110, quantity: 80, advice: { time: [{ role: 'dir', days: { pert: [1, 2, 4] } }] } }],
  factors: [{ id: 'presents', holder: 'client', value: { interval90: [20, 60] } }],
  benefits: [{ id: 'chantiers', factors: ['presents'], timing: { repeats: 'once', startMonth: 3 } }],
};

export async function use(): Promise<number | null> {
  const retour = await load({ wasm: new URL('https://cdn.example/retour/1.0.0/retour_bg.wasm') });
  const estimate: Estimate = retour.estimate(proposal, { lang: 'en' });
  try {
    const opened = await retour.open(await retour.seal(proposal));
    if (opened.kind === 'reply') return opened.reply.budget ?? null;
  } catch (error) {
    const { issues } = error as IssuesError;
    const { reason } = error as LinkError;
    if (reason !== 'cut') throw issues[0];
  }
  // @ts-expect-error: figures in money may be missing.
  estimate.net.mean;
  return estimate.probabilityOfPayback;
}

export async function embed(): Promise<string> {
  const widget = document.createElement('retour-widget');
  const { version }: { version: string } = await customElements.whenDefined('retour-widget');
  console.info(version);
  widget.agency = { name: 'Atelier' };
  widget.addEventListener('retour-error', ({ detail }) => console.warn(detail.stage, detail.remedy));
  await widget.open(proposal);
  // @ts-expect-error: the mode is one of two.
  widget.mode = 'other';
  return widget.link();
}
