// The event of the reference proposals as a model of squiggle-lang: value, cost, net and return of three ways of doing it,
// the twenty futures and the added value. Without payback, outcomes and closed forms, which is in its favour; and without
// common draws for a factor with advice and without, which it cannot express, so that its added value scatters more.
// Needs `@quri/squiggle-lang` in the version of `package-lock.json` (`npm ci` in this folder).

import { run } from '@quri/squiggle-lang';

// Shapes as the engine has them; days and articles as there. Discount factors are those of 5 % a year.
const MODEL = `
pert(a, c, b) = SampleSet.fromDist(a + (b - a) * beta(1 + 4 * (c - a) / (b - a), 1 + 4 * (b - c) / (b - a)))
range(low, high) = SampleSet.fromDist(lognormal({p5: low, p95: high}))
articles(a, c, b) = Danger.binomialDist(40, pert(a, c, b))
tenths(x) = [quantile(x, 0.1), quantile(x, 0.5), quantile(x, 0.9)]
at(month) = 1.05 ^ (-month / 12)
demande = pert(0.1, 0.2, 0.35)
parArticle = range(0.2, 1.6)
demandeFilm = pert(0.01, 0.03, 0.08)
signature = pert(0.15, 0.25, 0.35)
marge = range(9000, 24000)
making = 550 * pert(4, 5, 9)
value(presents, inscrits, vues, parus, delay) = signature * marge * (
  at(3 + delay) * (presents + inscrits) * demande + at(6 + delay) * vues * demandeFilm + at(4 + delay) * parus * parArticle)
presents = pert(PRESENTS)
inscrits = pert(2, 9, 18)
vues = range(30, 260)
parus = articles(0.03, 0.12, 0.3)
presents0 = pert(20, 35, 54)
inscrits0 = pert(0, 5, 12)
vues0 = range(15, 140)
parus0 = articles(0.01, 0.05, 0.15)
way(v, c) = {
  net = v - c
  [tenths(v), tenths(c), tenths(net), tenths(net / c), List.map(List.upTo(1, 20), {|j| quantile(net, (j - 0.5) / 20)})]
}
with = value(presents, inscrits, vues, parus, 0)
without = value(presents0, inscrits0, vues0, parus0, 0)
day = 45000 * 1.42 * 1.25 / 218
[way(with, 33625 + making), way(without, 23625 + making),
 way(value(presents0, inscrits0, vues0, parus0, 2), 19500 + day * pert(30, 52, 90)), tenths(with - without)]
`;

// Runs the model once; squiggle keeps nothing from run to run, so a change costs as much.
export async function estimate(draws, mostLikely) {
  const code = MODEL.replace('PRESENTS', `30, ${mostLikely}, 66`);
  const output = await run(code, { environment: { sampleCount: draws, xyPointLength: 1000, seed: 'retour' } });
  if (!output.result.ok) throw new Error(output.result.value.toString());
  return output.result.value.result.toString();
}
