// <retour-widget>: one widget in a page. It does not depend on what the widget shows, only on what the page asks of it.

import { isOwnFragment, linkOfPage, putRight, writeLink } from './address.js';
import { agencyOf } from './agency.js';
import * as drafts from './draft.js';
import { effect } from './effect.js';
import { Failure, asError } from './failure.js';
import { tellHeight } from './frame.js';
import { guard } from './guard.js';
import { keepTyping } from './keys.js';
import { addressOf, languageOf, optionsOfQuery } from './page.js';
import { plain } from './plain.js';
import { print } from './print.js';
import { chunkFor, compile, instance, modules } from './program.js';
import { follow } from './outbox.js';
import { continued } from './rewritten.js';
import { adopt } from './sheet.js';

// Without a DOM, the class is only defined, never instantiated.
const Element = globalThis.HTMLElement ?? class {};

/** Calls back when the page is idle. */
const whenIdle = globalThis.requestIdleCallback ?? ((call) => setTimeout(call, 200));

/** The widget that reads the page's fragment: the first one without the attribute `link`. */
let reader;

export class RetourWidget extends Element {
  static version = VERSION;
  static observedAttributes = ['agency', 'mode', 'link', 'lang', 'address'];

  #agency; // The property `agency`, if it is set.
  #root; // The shadow root.
  #host; // The element in it that the widget is mounted on.
  #widget; // The mounted widget.
  #program; // The instance of the program that the widget runs in.
  #last; // The proposal of the last `retour-change` event.
  #kept; // The proposal that the next mount restores.
  #run = 0; // Counts starts and stops, so that results of an earlier run are ignored.
  #waiting = []; // The promises that wait for the widget to be ready.
  #timer; // The timer for writing the fragment.
  #listening; // Aborts the listeners on the page.

  connectedCallback() {
    this.#upgrade('agency');
    this.#upgrade('mode');
    this.#upgrade('address');
    this.#upgrade('sync');
    if (!this.#root) {
      this.#root = this.attachShadow({ mode: 'open' });
      this.#showFallback();
    }
    this.#adopt();
    if (!this.#widget) this.#start();
  }

  disconnectedCallback() {
    // An element that is moved is disconnected and connected again within one task.
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  // Because this method exists, moveBefore() does not disconnect and connect the element.
  connectedMoveCallback() {}

  adoptedCallback() {
    if (this.#root) this.#adopt();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected || !this.#root) return;
    if (!this.#widget) this.#start();
    else if (name === 'agency') this.#readAgency();
    else if (name === 'link') now && this.#widget.openLink(now);
    else this.#widget.set(name, this.#options()[name]);
  }

  /** The agency's file: an object, or the address of one. */
  get agency() {
    return this.#agency ?? this.getAttribute('agency');
  }
  set agency(value) {
    if (typeof value === 'string') {
      this.#agency = undefined;
      this.setAttribute('agency', value);
    } else {
      this.#agency = value ?? undefined;
      if (this.#widget) this.#readAgency();
      else if (this.isConnected && this.#root) this.#start();
    }
  }

  get mode() {
    return this.getAttribute('mode') === 'compose' ? 'compose' : 'estimate';
  }
  set mode(value) {
    this.setAttribute('mode', value);
  }

  get address() {
    return addressOf(this);
  }
  set address(value) {
    this.setAttribute('address', value);
  }

  get sync() {
    return this.hasAttribute('sync');
  }
  set sync(value) {
    this.toggleAttribute('sync', Boolean(value));
  }

  /** Shows a sealed link or a proposal; settles when it is shown. */
  async open(linkOrProposal) {
    const isLink = typeof linkOrProposal === 'string';
    const widget = await this.#ready(!isLink ? 'brief' : this.mode === 'compose' ? 'desk' : 'reply');
    try {
      if (isLink) widget.openLink(linkOrProposal);
      else widget.openProposal(plain(linkOrProposal));
    } catch (error) {
      throw asError(error);
    }
  }

  /** The whole address that opens the current proposal. */
  async link() {
    const widget = await this.#ready('brief');
    try {
      return widget.link();
    } catch (error) {
      throw asError(error);
    }
  }

  /** The current proposal; null before the widget is ready. */
  proposal() {
    return this.#widget?.proposal() ?? null;
  }

  /** Prints the document on screen. */
  print() {
    if (this.#widget) print(this.#host, this.#program.styles);
  }

  /** Starts again after a failure. */
  async retry() {
    if (!this.#widget && this.isConnected) this.#start();
    await this.#ready();
  }

  /** A property that was set before the class was defined hides the accessor: it is set again through the accessor. */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  /** The widget, once it is ready and the chunk, if one is named, is loaded. */
  async #ready(chunk) {
    const widget = this.#widget ?? (await new Promise((resolve, reject) => this.#waiting.push({ resolve, reject })));
    if (chunk) await this.#grow(chunk);
    // The widget may have been removed in the meantime.
    return this.#widget === widget ? widget : this.#ready(chunk);
  }

  /** Loads a chunk; a failure is reported and thrown. */
  async #grow(chunk) {
    const run = this.#run;
    try {
      await this.#program?.grow(chunk);
      this.#adopt();
    } catch (error) {
      // The widget keeps working without it.
      if (run === this.#run) this.#tell(asError(error));
      throw error;
    }
  }

  #adopt() {
    adopt(this.#root, this.ownerDocument, this.hasAttribute('standalone'), this.#program?.styles ?? []);
  }

  /** The chunk that this widget needs at its start, if any. */
  #first() {
    if (this.#options().mode === 'compose') return chunkFor('compose');
    return this.#link() ? chunkFor('link') : undefined;
  }

  async #start() {
    const run = (this.#run += 1);
    this.#claimAddress();
    try {
      if (typeof this.ownerDocument.adoptedStyleSheets !== 'object') {
        throw new Failure('browser', 'This browser is too old for the widget.', 'The text inside the element serves its readers.');
      }
      const first = this.#first();
      const [module, chunks, agency] = await Promise.all([
        compile(),
        first ? modules(first).then((files) => [[first, files]]) : [],
        agencyOf(this, this.#agency),
      ]);
      if (run === this.#run && this.isConnected) this.#mount(run, module, chunks, agency);
    } catch (error) {
      if (run === this.#run) this.#fail(error);
    }
  }

  #mount(run, module, chunks, agency) {
    if (this.hasAttribute('standalone')) {
      this.ownerDocument.documentElement.lang = this.#options().lang ?? '';
      // In a frame, the page around it is sent the height of this element.
      tellHeight(this);
    }
    let panic;
    const panicked = (message) => {
      const remedy = 'Call retry() or reload the page, and report the message to the makers of Retour.';
      panic = new Failure('panic', message, remedy);
      // The instance has stopped in the middle of a call: the failure is handled when that call is over.
      queueMicrotask(() => run === this.#run && this.#fail(panic));
    };
    const program = instance(module, panicked, chunks);
    this.#program = program;
    this.#adopt();
    const host = this.ownerDocument.createElement('div');
    host.hidden = true;
    // Both languages are written from left to right, whatever the page's direction.
    host.dir = 'ltr';
    this.#root.append(host);
    guard(host);
    keepTyping(host);
    this.#host = host;
    const kept = this.#kept;
    const link = this.#link();
    // The user's earlier proposal takes precedence over the link in the page's address.
    const options = { ...this.#options(), agency, link: kept ? null : link, shares: 'share' in navigator };
    options.resumes = reader === this && isOwnFragment();
    const page = {
      emit: (name, detail) => run === this.#run && this.#emit(name, detail),
      print: () => print(host, program.styles),
      do: (kind, what, to) => effect(kind, what, to, program),
      ...drafts,
      fetch: (chunk) => (run === this.#run ? this.#grow(chunk) : Promise.reject(new Error('The widget is gone.'))),
    };
    // Users who start working with the widget will need the brief: it is loaded while the page is idle.
    const soon = () =>
      whenIdle(async () => {
        // A failure is reported when the chunk is needed.
        await this.#program?.grow('brief').catch(() => {});
        if (run !== this.#run) return;
        this.#adopt();
        this.#widget?.enterBrief();
      });
    host.addEventListener('focusin', soon, { once: true });
    let widget;
    try {
      widget = program.mount(host, plain(options), page);
    } catch (error) {
      throw panic ?? error;
    }
    this.#kept = undefined;
    this.#widget = widget;
    if (kept) widget.restore(kept);
    this.#followPage();
  }

  #stop() {
    this.#run += 1;
    const widget = this.#widget;
    this.#widget = undefined;
    this.#letGo();
    if (!widget) return;
    try {
      this.#kept = widget.proposal();
      widget.destroy();
    } catch {
      // The widget is being removed: its failure has no consequence.
    }
    this.#showFallback();
  }

  #fail(thrown) {
    const error = asError(thrown);
    const { stage = 'mount', remedy = 'Report the message to the makers of Retour.' } = error;
    this.#run += 1;
    this.#widget = undefined;
    // retry() restores the user's last proposal, unless that is what breaks the widget.
    this.#kept = this.#last;
    this.#last = undefined;
    this.#letGo();
    if (this.#root) this.#showFallback();
    this.#waiting.splice(0).forEach(({ reject }) => reject(error));
    this.#tell({ stage, message: error.message, remedy });
  }

  /** Reports a failure on the console and to the page. */
  #tell({ stage, message, remedy }) {
    console.error(`Retour (${stage}): ${message} Remedy: ${remedy}`);
    this.#dispatch('error', { stage, message, remedy });
  }

  #emit(name, detail) {
    if (name === 'ready') {
      this.#root.querySelector('slot')?.remove();
      this.#host.hidden = false;
      // Editors and page builders measure again when something changes outside the shadow root.
      this.setAttribute('ready', '');
      // `ready` is emitted after the first render, perhaps before mount() has returned.
      queueMicrotask(() => {
        if (this.#widget) this.#waiting.splice(0).forEach(({ resolve }) => resolve(this.#widget));
      });
    }
    if (name === 'change') {
      this.#last = detail.proposal;
      if (this.sync) this.#sync();
    }
    this.#dispatch(name, detail);
  }

  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(`retour-${name}`, { bubbles: true, composed: true, detail }));
  }

  /** Writes the link into the address when the user pauses, because browsers limit how often a page may change it. */
  #sync() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      const widget = this.#widget;
      try {
        await this.#grow('brief');
      } catch {
        return;
      }
      // A brief that somebody sent stays in the address as it is.
      if (widget && widget === this.#widget && widget.isOwn() && this.sync) writeLink(() => widget.link());
    }, 400);
  }

  #followPage() {
    const { signal } = (this.#listening = new AbortController());
    window.addEventListener('pagehide', () => this.#widget?.keep(), { signal });
    // Shared links lead to the router's path or the anchor that is in the page's address.
    window.addEventListener('hashchange', () => this.#widget?.set('address', this.#options().address), { signal });
    // A tab stays open for days: the screen follows midnight, and a computer that wakes up.
    const wake = () => this.#widget?.wake();
    document.addEventListener('visibilitychange', wake, { signal });
    window.addEventListener('pageshow', wake, { signal });
    const minutes = setInterval(wake, 60_000);
    signal.addEventListener('abort', () => clearInterval(minutes));
    follow(() => this.mode === 'compose' && this.#widget?.listChanged(), signal);
    if (reader !== this) return;
    // Pasting a link over the page's address changes only the fragment, without loading the page again.
    const open = () => linkOfPage() && this.#widget?.openLink(linkOfPage());
    window.addEventListener('hashchange', open, { signal });
  }

  /** Ends everything that this widget has requested of the page. */
  #letGo() {
    clearTimeout(this.#timer);
    this.#listening?.abort();
    // The instance holds the program's memory.
    this.#program = undefined;
    if (reader === this) reader = undefined;
  }

  /** Shows the content that the page has put into the element. */
  #showFallback() {
    this.removeAttribute('ready');
    this.#root.replaceChildren(this.ownerDocument.createElement('slot'));
    this.#host = undefined;
  }

  #options() {
    const query = this.hasAttribute('standalone') ? optionsOfQuery() : {};
    return { mode: query.mode ?? this.mode, lang: query.lang ?? languageOf(this), address: continued(addressOf(this)) };
  }

  #link() {
    const own = this.getAttribute('link');
    if (own !== null) return own;
    return reader === this ? linkOfPage() : null;
  }

  /** Claims the page's address if no other widget reads it, and corrects it before anything is fetched. */
  #claimAddress() {
    if (this.hasAttribute('link') || (reader && reader !== this)) return;
    reader = this;
    putRight();
  }

  async #readAgency() {
    const run = this.#run;
    try {
      const agency = await agencyOf(this, this.#agency);
      if (run === this.#run) this.#widget.set('agency', agency);
    } catch (error) {
      // The widget keeps working with the agency it has.
      const { stage, message, remedy } = error;
      if (run === this.#run) this.#dispatch('error', { stage, message, remedy });
    }
  }
}
