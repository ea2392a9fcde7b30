/**
 * Types of everything that retour.js offers. Money is in major units, shares are fractions, dates are "2026-11-21",
 * payback is in months.
 */

export type Language = 'fr' | 'en';
export type Holder = 'agency' | 'client' | 'thirdParty' | 'market';

/** An uncertain number; a plain number is a fixed one. */
export type Shape =
  | number
  | { fixed: number }
  | { uniform: [low: number, high: number] }
  | { pert: [least: number, likely: number, most: number] }
  | { interval90: [p5: number, p95: number] }
  | { chance: number }
  | { count: { trials: number; rate: [least: number, likely: number, most: number] } };

export interface Party {
  name?: string;
  role?: string;
  organisation?: string;
  email?: string;
  phone?: string;
  address?: string;
  ids?: { label: string; value: string }[];
}

/** Time of one role: days or hours, whatever the quantity. */
export interface Work {
  role: string;
  days?: Shape;
  hours?: Shape;
  holder?: Holder;
  /** Every unit of the line takes this time. */
  perUnit?: boolean;
}
/** When a line falls due, in months from the start. */
export interface LineTiming {
  startMonth?: number;
  repeats?: 'once' | 'monthly';
  months?: number;
  /** What the client commits to; shown, not computed with. */
  firmMonths?: number;
  inAdvance?: boolean;
}

/** A field of a newer Retour that this one does not know: it is neither shown nor computed with, but stays in links. */
export interface Extension {
  number: number;
  /** Whole numbers from 0 to 255. */
  bytes: number[];
}

export interface Rate {
  id: string;
  label?: string;
  dayRate: number;
  /** Fields of a newer Retour. */
  extensions?: Extension[];
}

export interface Line {
  id: string;
  label?: string;
  quantity?: number;
  unit?: string;
  description?: string;
  unitPrice?: Shape;
  nature?: 'fee' | 'purchase' | 'onBehalf';
  section?: string;
  taxes?: string[];
  holder?: Holder;
  choice?: string;
  alternative?: string;
  needs?: string[];
  /** A factor of shape `chance`. */
  onlyIf?: string;
  timing?: LineTiming;
  percentOf?: { lines: string[]; share: number };
  making?: Work[];
  advice?: { label?: string; time?: Work[]; included?: boolean };
  optional?: boolean;
  included?: boolean;
  /** Fields of a newer Retour. */
  extensions?: Extension[];
}

export interface Factor {
  id: string;
  label?: string;
  unit?: string;
  holder: Holder;
  value: Shape;
  withoutAdvice?: Shape;
  advisedBy?: string[];
  scalesWith?: { line: string; at: number };
  source?: { kind: 'record' | 'client' | 'public' | 'guess'; n?: number; text?: string };
  /** Fields of a newer Retour. */
  extensions?: Extension[];
}

export interface Benefit {
  id: string;
  label?: string;
  kind?: 'money' | 'outcome';
  unit?: string;
  unitFactor?: string;
  factors: string[];
  needs?: string[];
  timing?: { startMonth?: number; rampMonths?: number; months?: number; repeats?: 'once' | 'monthly' };
  /** Fields of a newer Retour. */
  extensions?: Extension[];
}

export interface InHouse {
  grossSalary: number;
  employerCharges?: number;
  overhead?: number;
  workingDays?: number;
  days: Shape;
  purchases?: number;
  delayMonths?: number;
  timing?: LineTiming;
}

export interface Proposal {
  title: string;
  reference?: string;
  locale?: string;
  currency: string;
  from?: Party;
  to?: Party;
  context?: string;
  message?: string;
  objectives?: string[];
  commitments?: string[];
  outOfHands?: string[];
  terms?: string;
  dates?: { issued?: string; replyBy?: string; validUntil?: string; start?: string };
  effort?: { people?: number; hours?: number; byPerson?: { name?: string; hours?: number }[] };
  /** Digest of the brief that this one replaces. */
  replaces?: string;
  /** Short for one default tax. */
  vatRate?: number;
  taxes?: { id: string; label?: string; rate: number; number?: string; default?: boolean }[];
  taxNote?: string;
  recoversVat?: boolean;
  hoursPerDay?: number;
  rates: Rate[];
  withAdvice?: boolean;
  sections?: { id: string; label?: string }[];
  choices?: { id: string; label?: string; required?: boolean; chosen?: string; alternatives: { id: string; label?: string }[] }[];
  lines: Line[];
  discount?: { share?: number; amount?: number; label?: string };
  payments?: { label?: string; share: number; month?: number }[];
  /** An offer to be signed, not an indicative estimate. */
  binding?: boolean;
  factors: Factor[];
  benefits: Benefit[];
  /** Factors and lines to ask a prospect for. */
  ask?: string[];
  horizonMonths?: number;
  discountRate?: number;
  inHouse?: InHouse;
  mentions?: string;
  locks?: ('options' | 'quantities' | 'rates' | 'clientFactors' | 'otherFactors' | 'texts')[];
  seed?: number;
  /** Fields of a newer Retour. */
  extensions?: Extension[];
}

export interface Quantiles {
  p10: number;
  p50: number;
  p90: number;
}
export interface Spread extends Quantiles {
  mean: number;
}
export interface Net extends Spread {
  variance: number;
}
export interface Cost extends Spread {
  production: number;
  advice: number;
  onBehalf: number;
  taxes: { id: string; rate: number; base: number; amount: number }[];
  vat: number;
  inclVat: number;
  once: number;
  monthly: number;
  conditional: number;
  atMost: number | null;
}
export interface Payback {
  p50: number | null;
  withinHorizon: number;
}
export type Holders = Record<Holder, number>;

/** The figures of an alternative. Those that need a benefit in money are null without one. */
export interface Alternative {
  cost: Spread;
  value: Spread | null;
  net: Net | null;
  roi: Quantiles | null;
  probabilityOfPayback: number | null;
  payback: Payback | null;
}

/** The figures of a proposal. Those that need a benefit in money are null without one. */
export interface Estimate {
  cost: Cost;
  value: Spread | null;
  net: Net | null;
  roi: Quantiles | null;
  probabilityOfPayback: number | null;
  futures: number[] | null;
  payback: Payback | null;
  holders: Holders | null;
  factors:
    | {
        id: string;
        netAtP10: number;
        netAtP90: number;
        breakEven: number | null;
        varianceShare: number;
        evppi: number;
      }[]
    | null;
  evpi: number | null;
  benefits: { id: string; mean: number; breakEvenUnits: number | null; breakEvenUnitsInAll: number | null }[];
  choices: {
    id: string;
    alternatives: {
      id: string;
      cost: number;
      value: number | null;
      net: number | null;
      probabilityOfPayback: number | null;
    }[];
  }[];
  advice: {
    cost: number;
    addedValue: Spread | null;
    probabilityWorthIt: number | null;
    breakEvenUplift: number | null;
  };
  alternatives: { productionOnly: Alternative; inHouse: Alternative | null };
  outcomes: { id: string; amount: Spread; costPer: { p50: number | null } }[];
  draws: number;
}

/** The figures that a link carries, and the version of the engine that computed them. */
export interface Figures {
  cost: Cost;
  value: Spread | null;
  probabilityOfPayback: number | null;
  futures: number[] | null;
  payback: Payback | null;
  holders: Holders | null;
  engine: string;
}

export type Answer =
  | 'yes'
  | 'yesWithChanges'
  | 'letsTalk'
  | 'notNow'
  | 'no'
  | 'tooExpensive'
  | 'notWhatIExpected'
  | 'inHouse'
  | 'someoneElse'
  | 'cancelled';

export interface Reply {
  answer: Answer;
  answerOn?: string;
  budget?: number;
  comment?: string;
  name?: string;
  on: string;
  /** Digest of the proposal that is answered; when sealing, by default that of the given proposal. */
  proposal?: string;
  changes?: { path: string; from?: unknown; to?: unknown }[];
  /** Fields of a newer Retour. */
  extensions?: Extension[];
}

/** A fault: its path in the JSON, what is wrong and what to do about it. */
export interface Issue {
  path: string;
  message: string;
  /** `warning`: a key that Retour does not know. It is left out of figures and links, and prevents nothing. */
  severity: 'error' | 'warning';
}

/** A proposal that cannot be computed; its issues are errors. */
export interface IssuesError extends Error {
  issues: Issue[];
}

/** A link that cannot be opened. */
export interface LinkError extends Error {
  reason: 'empty' | 'notALink' | 'newerVersion' | 'cut' | 'damaged' | 'tooLong';
}

/** A failure that the owner of the site can fix. */
export interface LoadError extends Error {
  stage: Stage;
  remedy: string;
}

export type Stage =
  | 'browser'
  | 'network'
  | 'wasm'
  | 'policy'
  | 'version'
  | 'agency'
  | 'link'
  | 'mount'
  | 'panic';

/**
 * The content of a sealed text. `signed`: it carries a signature that this version cannot verify. `more`: a newer
 * version made it, and it holds more than this one knows (see `Extension`); a page that shows it should say so.
 */
export type Opened =
  | { kind: 'proposal'; proposal: Proposal; figures: Figures; repairs: Issue[]; signed: boolean; more: boolean }
  | { kind: 'reply'; reply: Required<Pick<Reply, 'proposal'>> & Reply; proposal: Proposal; figures: Figures; repairs: Issue[]; signed: boolean; more: boolean };

/** The language of messages; default: the proposal's. */
export interface MessageOptions {
  lang?: Language;
}

export interface Retour {
  readonly version: string;
  /** Throws an {@link IssuesError} on a proposal that cannot be computed. */
  estimate(proposal: Proposal, options?: MessageOptions): Estimate;
  /** The faults, then the unknown keys: up to twenty of them, then the number of the others. */
  check(proposal: unknown, options?: MessageOptions): Issue[];
  /** The text for after `#retour=`. Rejects with an {@link IssuesError}; logs unknown keys by one `console.warn`. */
  seal(proposal: Proposal, options?: MessageOptions): Promise<string>;
  /** Opens a sealed text, a whole address, or a letter that holds one. Rejects with a {@link LinkError}. */
  open(sealed: string, options?: MessageOptions): Promise<Opened>;
  /** As `seal`, for a reply; the paths of its issues start with `reply`. */
  sealReply(proposal: Proposal, reply: Reply, options?: MessageOptions): Promise<string>;
}

/** Loads the program, by default from beside this module. Rejects with a {@link LoadError}. */
export function load(options?: {
  wasm?: ArrayBuffer | ArrayBufferView | Response | WebAssembly.Module | URL | string;
  /** Digests such as `sha384-…` by the names of files, for the files of the program that this page will fetch. */
  integrity?: Record<string, string>;
}): Promise<Retour>;

export interface RetourEventMap {
  'retour-ready': CustomEvent<null>;
  'retour-change': CustomEvent<{ proposal: Proposal; estimate: Estimate | null }>;
  'retour-share': CustomEvent<{ link: string; via: string }>;
  'retour-reply': CustomEvent<{ reply: Reply; link: string }>;
  'retour-error': CustomEvent<{ stage: Stage; message: string; remedy: string }>;
}

/** `<retour-widget>`; it has the attribute `ready` while the widget is shown in place of the fallback. */
export interface RetourWidget extends HTMLElement {
  /** The agency's file, or its address. */
  get agency(): unknown;
  set agency(value: object | string | null | undefined);
  mode: 'estimate' | 'compose';
  /** The address that shared links start with. */
  address: string;
  /** Whether the link in the page's fragment is updated as the user edits. */
  sync: boolean;
  /** Shows a sealed link or a proposal; unknown keys are logged by one `console.warn`, and shown at the desk. */
  open(linkOrProposal: string | Proposal): Promise<void>;
  /** The whole address that opens the current proposal. */
  link(): Promise<string>;
  /** The current proposal; null before the widget is ready. */
  proposal(): Proposal | null;
  print(): void;
  /** Starts again after a failure. */
  retry(): Promise<void>;
}

/** What `customElements.whenDefined('retour-widget')` resolves to. */
export interface RetourWidgetClass {
  new (): RetourWidget;
  readonly version: string;
  readonly load: typeof load;
}

declare global {
  interface CustomElementRegistry {
    get(name: 'retour-widget'): RetourWidgetClass | undefined;
    whenDefined(name: 'retour-widget'): Promise<RetourWidgetClass>;
  }
  interface HTMLElementTagNameMap {
    'retour-widget': RetourWidget;
  }
  interface GlobalEventHandlersEventMap extends RetourEventMap {}
}
