// The engine's algorithm as a web developer would write it with care: typed arrays that are kept, no allocation in a
// loop over draws, only what changed drawn and summed up again, quantiles by selection. It leaves out the closed forms
// (tornado, Shapley effects, value of information), which take next to no time: that is in its favour.

const LEVELS = [0.1, 0.5, 0.9];
const BUCKETS = 2048;
const SAMPLE = 64;
const FUTURES = Array.from({ length: 20 }, (_, j) => (j + 0.5) / 20);

export class Baseline {
  constructor(draws) {
    this.q = nextCube(draws);
    this.n = this.q ** 3;
    this.columns = new Map();
    this.coordinates = new Map();
    this.table = new Float64Array(this.n);
    this.buckets = new Uint16Array(this.n);
    this.counts = new Uint32Array(BUCKETS);
    this.places = new Int32Array(BUCKETS);
    this.gathered = new Float64Array(this.n);
    this.sample = new Float64Array(SAMPLE);
    this.known = new Map();
    this.probits = Float64Array.from({ length: this.n }, (_, r) => probit((r + 0.5) / this.n));
    this.arrays = new Map();
  }

  // Value, net, return, payback and futures of the three ways, the advice, the outcomes.
  estimate(proposal) {
    const included = new Map(proposal.lines.filter((line) => line.included !== false).map((line) => [line.id, line]));
    const bought = (id) => proposal.withAdvice !== false && (included.get(id)?.advice?.time?.length ?? 0) > 0 && included.get(id).advice.included !== false;
    const anyBought = [...included.keys()].some(bought);
    const shapes = (state) => new Map(proposal.factors.map((factor) => {
      const advised = factor.advisedBy?.length ? factor.advisedBy.every(bought) : anyBought;
      const shape = state && advised ? factor.value : (factor.withoutAdvice ?? factor.value);
      const line = factor.scalesWith && included.get(factor.scalesWith.line);
      const ratio = factor.scalesWith ? (line ? (line.quantity ?? 1) / factor.scalesWith.at : 0) : 1;
      return [factor.id, this.column(`factor ${factor.id}`, scaled(shape, ratio))];
    }));
    const [withAdvice, without] = [shapes(true), shapes(false)];
    const benefits = proposal.benefits.filter((benefit) => (benefit.needs ?? []).every((id) => included.has(id)));
    const [production, advice] = this.costs(proposal, included, bought);
    const proposed = this.way('proposed', proposal, benefits, withAdvice, [production, advice], 0);
    const only = this.way('only', proposal, benefits, without, [production], 0);
    const result = { proposed: proposed.figures, only: only.figures, futures: proposed.futures, draws: this.n };
    const home = proposal.inHouse;
    if (home) {
      const day = (home.grossSalary * (1 + home.employerCharges) * (1 + home.overhead)) / home.workingDays;
      const cost = { fixed: home.purchases, parts: [[day, this.column('in-house', scaled(home.days, 1))]] };
      result.inHouse = this.way('home', proposal, benefits, without, [cost], home.delayMonths).figures;
    }
    result.addedValue = this.kept('added', [proposed, only], () => {
      const added = this.array('added');
      for (let i = 0; i < this.n; i++) added[i] = proposed.value[i] - only.value[i];
      return this.quantiles(added, LEVELS);
    });
    result.outcomes = benefits.filter((benefit) => benefit.kind === 'outcome').map((benefit) => (
      this.kept(benefit.id, [proposed.cost, ...benefit.factors.map((id) => withAdvice.get(id))], () => {
        const amount = this.array('amount');
        this.product(amount, benefit, withAdvice);
        const quantiles = this.quantiles(amount, LEVELS);
        for (let i = 0; i < this.n; i++) amount[i] = amount[i] === 0 ? Infinity : proposed.cost[i] / amount[i];
        return [quantiles, this.quantiles(amount, [0.5])];
      })
    ));
    return result;
  }

  // Computes a result again only if one of its inputs has changed.
  kept(name, inputs, compute) {
    const known = this.known.get(name);
    if (known?.inputs.length === inputs.length && inputs.every((input, i) => input === known.inputs[i])) return known.result;
    const result = compute();
    this.known.set(name, { inputs, result });
    return result;
  }

  way(name, proposal, benefits, columns, costs, delay) {
    const used = benefits.flatMap((benefit) => benefit.factors.map((id) => columns.get(id)));
    const timings = benefits.map((benefit) => JSON.stringify(benefit.timing));
    const parts = costs.flatMap(({ fixed, parts }) => [fixed, ...parts.flat()]);
    const inputs = [delay, proposal.horizonMonths, proposal.discountRate, ...timings, ...used, ...parts];
    return this.kept(name, inputs, () => {
      const { cost, quantiles } = this.kept(`${name} cost`, parts, () => {
        const cost = this.sum(`${name} cost`, costs);
        return { cost, quantiles: this.quantiles(cost, LEVELS) };
      });
      return this.compute(name, proposal, benefits, columns, cost, quantiles, delay);
    });
  }

  compute(name, proposal, benefits, columns, cost, costs, delay) {
    const { n } = this;
    const value = this.array(`${name} value`).fill(0);
    const lumps = [];
    for (const benefit of benefits) {
      if (benefit.kind === 'outcome') continue;
      const weight = timingWeight(benefit.timing ?? {}, proposal, delay);
      const product = this.array(`product ${lumps.length}`);
      this.product(product, benefit, columns);
      for (let i = 0; i < n; i++) value[i] += weight * product[i];
      lumps.push([(benefit.timing?.startMonth ?? 0) + delay, weight, product]);
    }
    const net = this.array(`${name} net`);
    const roi = this.array('roi');
    let paid = 0;
    for (let i = 0; i < n; i++) {
      net[i] = value[i] - cost[i];
      roi[i] = net[i] / cost[i];
      if (net[i] >= 0) paid++;
    }
    const figures = {
      cost: costs,
      value: this.quantiles(value, LEVELS),
      net: this.quantiles(net, LEVELS),
      roi: this.quantiles(roi, LEVELS),
      probabilityOfPayback: paid / n,
      payback: this.payback(lumps.sort((a, b) => a[0] - b[0]), cost),
    };
    return { figures, futures: this.quantiles(net, FUTURES), value, net, cost };
  }

  payback(lumps, cost) {
    const times = this.array('times');
    for (let i = 0; i < this.n; i++) {
      let received = 0;
      times[i] = Infinity;
      for (let k = 0; k < lumps.length; k++) {
        received += lumps[k][1] * lumps[k][2][i];
        if (received >= cost[i]) {
          times[i] = lumps[k][0];
          break;
        }
      }
    }
    return this.quantiles(times, [0.5])[0];
  }

  costs(proposal, included, bought) {
    const kept = 1 - (proposal.discount?.share ?? 0);
    const rates = new Map(proposal.rates.map((rate) => [rate.id, rate.dayRate]));
    const [production, advice] = [{ fixed: 0, parts: [] }, { fixed: 0, parts: [] }];
    const add = (cost, works, name) => works.forEach((work, index) => {
      const money = kept * rates.get(work.role) * (work.days === undefined ? 1 / proposal.hoursPerDay : 1);
      const time = work.days ?? work.hours;
      if (typeof time === 'number') cost.fixed += money * time;
      else cost.parts.push([money, this.column(`${name} ${index}`, time)]);
    });
    for (const line of included.values()) {
      production.fixed += kept * (line.quantity ?? 1) * (line.unitPrice ?? 0);
      add(production, line.making ?? [], `making ${line.id}`);
      if (bought(line.id)) add(advice, line.advice.time, `advice ${line.id}`);
    }
    return [production, advice];
  }

  sum(name, costs) {
    const out = this.array(name).fill(costs.reduce((sum, cost) => sum + cost.fixed, 0));
    for (const [weight, column] of costs.flatMap((cost) => cost.parts)) {
      for (let i = 0; i < this.n; i++) out[i] += weight * column[i];
    }
    return out;
  }

  product(out, benefit, columns) {
    out.fill(1);
    for (const id of benefit.factors) {
      const column = columns.get(id);
      for (let i = 0; i < this.n; i++) out[i] *= column[i];
    }
  }

  array(name) {
    if (!this.arrays.has(name)) this.arrays.set(name, new Float64Array(this.n));
    return this.arrays.get(name);
  }

  // Quantiles of ascending levels: draws are counted in buckets of equal width, and only those of the buckets in which a
  // quantile lies are gathered and sorted.
  quantiles(draws, levels) {
    const { n, buckets, counts, places, gathered } = this;
    const [start, scale] = this.spread(draws);
    counts.fill(0);
    places.fill(-1);
    for (let i = 0; i < n; i++) {
      const place = (draws[i] - start) * scale + 1;
      const bucket = place > 0 ? (place < BUCKETS - 1 ? place | 0 : BUCKETS - 1) : 0;
      buckets[i] = bucket;
      counts[bucket]++;
    }
    let [bucket, passed, room] = [0, 0, 0];
    const regions = [];
    const found = levels.map((level) => {
      const rank = Math.max(Math.ceil(level * n - 1e-9) - 1, 0);
      while (passed + counts[bucket] <= rank) passed += counts[bucket++];
      if (places[bucket] < 0) {
        places[bucket] = room;
        regions.push([room, (room += counts[bucket])]);
      }
      return regions.at(-1)[0] + rank - passed;
    });
    for (let i = 0; i < n; i++) {
      const place = places[buckets[i]];
      if (place >= 0) {
        gathered[place] = draws[i];
        places[buckets[i]] = place + 1;
      }
    }
    for (const [first, end] of regions) gathered.subarray(first, end).sort();
    return found.map((place) => gathered[place]);
  }

  // Where the buckets start and how many there are per unit, from a few draws.
  spread(draws) {
    const stride = Math.max(Math.floor(this.n / SAMPLE), 1);
    for (let i = 0; i < SAMPLE; i++) this.sample[i] = draws[(i * stride) % this.n];
    this.sample.sort();
    const finite = this.sample.findLastIndex((x) => x < Infinity);
    const start = finite < 0 ? 0 : this.sample[0];
    const scale = finite < 0 ? 1 : (BUCKETS - 2) / (this.sample[finite] - start);
    return [start, Number.isFinite(scale) ? scale : 1];
  }

  // The draws of one uncertain number: its quantiles at evenly spaced probabilities, in an order that depends on its
  // key.
  column(key, shape) {
    const name = `${key} ${JSON.stringify(shape)}`;
    const known = this.columns.get(name);
    if (known) return known;
    if (this.columns.size > 200) this.columns.clear();
    this.fill(shape);
    const { q, table } = this;
    const random = generator(key);
    const [first, second, third] = [q * q, q, 1].map((unit) => shuffled(q, unit, random));
    if (!this.coordinates.has(key)) this.coordinates.set(key, this.coordinates.size % q);
    const a = this.coordinates.get(key);
    const out = new Float64Array(this.n);
    for (let c2 = 0, i = 0; c2 < q; c2++) {
      for (let c1 = 0; c1 < q; c1++) {
        const offset = second[(c1 + 2 * a * c2) % q] + third[c2];
        let digit = (a * (c1 + a * c2)) % q;
        for (let c0 = 0; c0 < q; c0++, i++) {
          out[i] = table[first[digit] + offset];
          if (++digit === q) digit = 0;
        }
      }
    }
    this.columns.set(name, out);
    return out;
  }

  fill(shape) {
    const { n, table, probits } = this;
    if (typeof shape === 'number') {
      table.fill(shape);
    } else if (shape.uniform) {
      const [low, high] = shape.uniform;
      for (let r = 0; r < n; r++) table[r] = low + ((high - low) * (r + 0.5)) / n;
    } else if (shape.interval90) {
      const [low, high] = shape.interval90.map(Math.log);
      const [nu, sigma] = [(low + high) / 2, (high - low) / 3.2897072539];
      for (let r = 0; r < n; r++) table[r] = Math.exp(nu + sigma * probits[r]);
    } else if (shape.pert) {
      const [low, mode, high] = shape.pert;
      const cumulative = betaCumulative((mode - low) / (high - low));
      const cells = cumulative.length - 1;
      for (let r = 0, cell = 0; r < n; r++) {
        const u = (r + 0.5) / n;
        while (cell < cells - 1 && cumulative[cell + 1] < u) cell++;
        const t = (cell + (u - cumulative[cell]) / (cumulative[cell + 1] - cumulative[cell])) / cells;
        table[r] = low + (high - low) * t;
      }
    } else {
      const cumulative = shape.chance === undefined ? countCumulative(shape.count) : [1 - shape.chance, 1];
      for (let r = 0, k = 0; r < n; r++) {
        while (k < cumulative.length - 1 && cumulative[k] < (r + 0.5) / n) k++;
        table[r] = k;
      }
    }
  }
}

function timingWeight({ startMonth = 0, repeats = 'once', rampMonths = 0, months = Infinity }, { horizonMonths = 12, discountRate = 0 }, delay) {
  const start = startMonth + delay;
  const discount = (t) => (1 + discountRate) ** (-t / 12);
  if (repeats === 'once') return start <= horizonMonths ? discount(start) : 0;
  let weight = 0;
  for (let t = start + 1; t <= Math.min(horizonMonths, start + months); t++) {
    weight += Math.min(1, (t - start) / Math.max(rampMonths, 1)) * discount(t);
  }
  return weight;
}

function scaled(shape, ratio) {
  if (typeof shape === 'number') return shape * ratio;
  if (shape.chance !== undefined) return shape;
  if (shape.count) return { count: { ...shape.count, trials: Math.floor(shape.count.trials * ratio + 0.5) } };
  const [[key, numbers]] = Object.entries(shape);
  return ratio === 0 ? 0 : { [key]: numbers.map((x) => x * ratio) };
}

// The distribution function of a beta-PERT on a grid, by the midpoint rule.
function betaCumulative(mode, cells = 1024) {
  const cumulative = new Float64Array(cells + 1);
  for (let cell = 0; cell < cells; cell++) {
    const t = (cell + 0.5) / cells;
    cumulative[cell + 1] = cumulative[cell] + t ** (4 * mode) * (1 - t) ** (4 - 4 * mode);
  }
  for (let cell = 0; cell <= cells; cell++) cumulative[cell] /= cumulative[cells];
  return cumulative;
}

function countCumulative({ trials, rate: [low, mode, high] }, nodes = 200) {
  const weights = betaCumulative((mode - low) / (high - low), nodes);
  const cumulative = new Float64Array(trials + 1);
  for (let node = 0; node < nodes; node++) {
    const p = low + ((high - low) * (node + 0.5)) / nodes;
    let term = (1 - p) ** trials;
    for (let k = 0; k <= trials; k++) {
      cumulative[k] += (weights[node + 1] - weights[node]) * term;
      term *= ((trials - k) / (k + 1)) * (p / (1 - p));
    }
  }
  for (let k = 1; k <= trials; k++) cumulative[k] += cumulative[k - 1];
  return cumulative;
}

// The inverse of the normal distribution function (P. J. Acklam's rational approximation, relative error below 1.2e-9).
function probit(u) {
  const a = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239];
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1];
  const c = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];
  const polynomial = (coefficients, x) => coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);
  if (u < 0.02425) {
    const x = Math.sqrt(-2 * Math.log(u));
    return polynomial(c, x) / polynomial(d, x);
  }
  if (u > 1 - 0.02425) return -probit(1 - u);
  const x = u - 0.5;
  return (x * polynomial(a, x * x)) / polynomial(b, x * x);
}

function nextCube(points) {
  const isPrime = (q) => q > 1 && Array.from({ length: q - 2 }, (_, k) => k + 2).every((d) => q % d);
  let q = 2;
  while (q ** 3 < points || !isPrime(q)) q++;
  return q;
}

function generator(text) {
  let state = [...text].reduce((hash, letter) => Math.imul(hash ^ letter.codePointAt(0), 16777619), 2166136261);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled(q, unit, random) {
  const digits = Uint32Array.from({ length: q }, (_, digit) => digit * unit);
  for (let last = q - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [digits[last], digits[other]] = [digits[other], digits[last]];
  }
  return digits;
}
