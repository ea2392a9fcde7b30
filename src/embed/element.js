// <retour-widget>: one widget in a page. It must not know what the widget shows, only what the page asks of it.

import { isOwnFragment, linkOfPage, putRight, writeLink } from './address.js';
import { agencyOf } from './agency.js';
import { effect } from './effect.js';
import { Failure, asError } from './failure.js';
import { tellHeight } from './frame.js';
import { addressOf, keepsDrafts, languageOf, optionsOfQuery } from './page.js';
import { plain } from './plain.js';
import { print } from './print.js';
import { chunkFor, compile, instance, modules } from './program.js';
import { continued } from './rewritten.js';
import { adopt } from './sheet.js';

// Where there is no DOM the class is never made, only defined.
const Element = globalThis.HTMLElement ?? class {};

/** Calls when the page has nothing else to do. */
const whenIdle = globalThis.requestIdleCallback ?? ((call) => setTimeout(call, 200));

/** The widget that took the page's fragment: the first one without a link of its own. */
let reader;

export class RetourWidget extends Element {
  static version = VERSION;
  static observedAttributes = ['agency', 'mode', 'link', 'lang', 'address'];

  #agency; // The property, where it is set.
  #root; // The shadow root.
  #host; // The element in it that the widget has to itself.
  #widget; // The mounted widget.
  #program; // The program that the widget runs in.
  #last; // The proposal as the page was last told of it.
  #kept; // The proposal that the next mount goes on with.
  #run = 0; // Counts starts and stops, so that a late answer finds out that it is late.
  #waiting = []; // Who waits for the widget to be ready.
  #timer; // Until the fragment is written.
  #listening; // What ends the listening to the page.

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
    // An element that is moved is out and in again within one task.
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  // A page that moves it by moveBefore() need not tell us anything.
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

  /** Shows a sealed link, or a proposal; settles when it is shown. */
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

  /** The whole address that opens what is shown now. */
  async link() {
    const widget = await this.#ready('brief');
    try {
      return widget.link();
    } catch (error) {
      throw asError(error);
    }
  }

  /** The proposal as it is now; null before the widget is ready. */
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

  /** A property that was set before this class was known hides the accessor: give it to the accessor. */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  /** The widget, once a chunk of its program is there, if one is named. */
  async #ready(chunk) {
    const widget = this.#widget ?? (await new Promise((resolve, reject) => this.#waiting.push({ resolve, reject })));
    if (chunk) await this.#grow(chunk);
    // It may have gone meanwhile.
    return this.#widget === widget ? widget : this.#ready(chunk);
  }

  /** Promises a chunk; one that does not arrive is told. */
  async #grow(chunk) {
    const run = this.#run;
    try {
      await this.#program?.grow(chunk);
      this.#adopt();
    } catch (error) {
      // The widget goes on without.
      if (run === this.#run) this.#tell(asError(error));
      throw error;
    }
  }

  #adopt() {
    adopt(this.#root, this.ownerDocument, this.hasAttribute('standalone'), this.#program?.styles ?? []);
  }

  /** The chunk that this widget starts with, if it shows one at once. */
  #first() {
    if (this.#options().mode === 'compose') return chunkFor('compose');
    if (this.#link()) return chunkFor('link');
    return keepsDrafts() ? chunkFor('draft') : undefined;
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
      // In a frame the page around it learns how high this is.
      tellHeight(this);
    }
    let panic;
    const panicked = (message) => {
      const remedy = 'Call retry() or reload the page, and report the message to the makers of Retour.';
      panic = new Failure('panic', message, remedy);
      // The instance is dead in the middle of what it does: look after the page when that is over.
      queueMicrotask(() => run === this.#run && this.#fail(panic));
    };
    const program = instance(module, panicked, chunks);
    this.#program = program;
    this.#adopt();
    const host = this.ownerDocument.createElement('div');
    host.hidden = true;
    // Both languages are written so, whatever the page around is.
    host.dir = 'ltr';
    this.#root.append(host);
    this.#host = host;
    const kept = this.#kept;
    const link = this.#link();
    // What the person had before goes before what the page's address held once.
    const options = { ...this.#options(), agency, link: kept ? null : link, shares: 'share' in navigator };
    options.resumes = reader === this && isOwnFragment();
    const page = {
      emit: (name, detail) => run === this.#run && this.#emit(name, detail),
      print: () => print(host, program.styles),
      do: effect,
      fetch: (chunk) => (run === this.#run ? this.#grow(chunk) : Promise.reject(new Error('The widget is gone.'))),
    };
    // Whoever begins to work with it comes to the brief: it is fetched while the page is idle.
    const soon = () =>
      whenIdle(async () => {
        // Whoever wants it and does not get it is told then.
        await this.#program?.grow('brief').catch(() => {});
        if (run === this.#run) this.#widget?.enterBrief();
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
      // A widget that fails while it goes away has nothing left to lose.
    }
    this.#showFallback();
  }

  #fail(thrown) {
    const error = asError(thrown);
    const { stage = 'mount', remedy = 'Report the message to the makers of Retour.' } = error;
    this.#run += 1;
    this.#widget = undefined;
    // What the person had done so far comes back with retry(), unless it is what breaks the widget.
    this.#kept = this.#last;
    this.#last = undefined;
    this.#letGo();
    if (this.#root) this.#showFallback();
    console.error(`Retour (${stage}): ${error.message} Remedy: ${remedy}`);
    this.#waiting.splice(0).forEach(({ reject }) => reject(error));
    this.#dispatch('error', { stage, message: error.message, remedy });
  }

  /** Tells of a failure with which the widget goes on. */
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
      // Ready is told after the first drawing, perhaps before mount() has returned.
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

  /** Browsers allow a page few changes of its address in a while: wait until the person pauses. */
  #sync() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      const widget = this.#widget;
      try {
        await this.#grow('brief');
      } catch {
        return;
      }
      // Somebody else's brief stays in the address as it was sent.
      if (widget && widget === this.#widget && widget.isOwn() && this.sync) writeLink(() => widget.link());
    }, 400);
  }

  #followPage() {
    const { signal } = (this.#listening = new AbortController());
    window.addEventListener('pagehide', () => this.#widget?.keep(), { signal });
    // Where a router's path or an anchor is in the address, links lead there.
    window.addEventListener('hashchange', () => this.#widget?.set('address', this.#options().address), { signal });
    if (reader !== this) return;
    // A link that is pasted over the page's address changes nothing but its fragment.
    const open = () => linkOfPage() && this.#widget?.openLink(linkOfPage());
    window.addEventListener('hashchange', open, { signal });
  }

  /** What the page was asked for by this widget ends with it. */
  #letGo() {
    clearTimeout(this.#timer);
    this.#listening?.abort();
    // It holds the program's memory.
    this.#program = undefined;
    if (reader === this) reader = undefined;
  }

  /** The page's own content shows again. */
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

  /** The page's address is this widget's to read if no other reads it; before anything is fetched it is put right. */
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
      // The widget goes on with the agency it has.
      const { stage, message, remedy } = error;
      if (run === this.#run) this.#dispatch('error', { stage, message, remedy });
    }
  }
}
