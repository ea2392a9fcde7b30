// Compares the figures of the baseline with the engine's, so that both are known to compute the same before they are
// timed.

// The largest difference of each kind: quantiles as a share of the width from P10 to P90 of their result, the cost of an
// outcome and months as a share of themselves, probabilities as they are.
export function compare(estimate, baseline) {
  const worst = {};
  const note = (kind, place, one, other, unit) => {
    const difference = one === other ? 0 : Math.abs(one - other) / unit;
    // NaN counts as the largest difference.
    if (!(difference <= (worst[kind]?.difference ?? -1))) worst[kind] = { difference, place };
  };
  const quantiles = (place, { p10, p50, p90 }, tenths) => {
    [p10, p50, p90].forEach((x, i) => note('quantiles', `${place} P${[10, 50, 90][i]}`, x, tenths[i], p90 - p10));
  };
  const ways = [
    ['as proposed', estimate, baseline.proposed],
    ['production only', estimate.alternatives.productionOnly, baseline.only],
    ['in-house', estimate.alternatives.inHouse, baseline.inHouse],
  ];
  for (const [name, way, other] of ways) {
    for (const result of ['cost', 'value', 'net', 'roi']) quantiles(`${result}, ${name}`, way[result], other[result]);
    note('probabilities', `payback, ${name}`, way.probabilityOfPayback, other.probabilityOfPayback, 1);
    note('months', `payback, ${name}`, way.payback.p50, other.payback, way.payback.p50);
  }
  const { p10, p90 } = estimate.net;
  estimate.futures.slice(1, -1).forEach((x, j) => note('futures', `future ${j + 2}`, x, baseline.futures[j + 1], p90 - p10));
  quantiles('added value', estimate.advice.addedValue, baseline.addedValue);
  estimate.outcomes.forEach(({ id, amount, costPer }, i) => {
    const [tenths, [cost]] = baseline.outcomes[i];
    quantiles(id, amount, tenths);
    note('cost of an outcome', id, costPer.p50, cost, costPer.p50);
  });
  return worst;
}
