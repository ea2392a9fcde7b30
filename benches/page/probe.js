// Records times inside a measured page. It is put before everything else in the page, so that it gets events first.
// Times are milliseconds of performance.now(), which starts with the navigation, as do the time stamps of events.

globalThis.probe = (() => {
  const after = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  };
  /** Calls back as soon as the main thread has painted the next frame, with that time and the frame's beginning. */
  const painted = (then) =>
    requestAnimationFrame(() => {
      const begun = performance.now();
      after(() => then(performance.now(), begun));
    });

  const probe = { ready: null, strokes: [] };

  for (const said of ['retour-ready', 'form-ready']) {
    addEventListener(said, () => painted((time) => (probe.ready ??= time)), { capture: true, once: true });
  }

  let pressed;
  addEventListener('keydown', (event) => (pressed = { pressed: event.timeStamp, heard: performance.now() }), true);
  addEventListener(
    'input',
    (event) => {
      if (!/^\d$/.test(event.data)) return;
      const stroke = { ...pressed, digit: event.data, worked: null, painted: null, figure: null };
      probe.strokes.push(stroke);
      painted((time, begun) => Object.assign(stroke, { painted: time, begun }));
      // The next task: all listeners and the microtasks that they have queued are done. A page may keep the event to itself.
      after(() => (stroke.worked = performance.now()));
    },
    true,
  );
  /** Every element of the page that a selector finds and a person sees, shadow roots included. */
  probe.all = (selector, below = document) =>
    [...below.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches(selector) && element.checkVisibility() ? [element] : []),
      ...(element.shadowRoot ? probe.all(selector, element.shadowRoot) : []),
    ]);

  /** Records when a figure is painted that has changed since a key was pressed; does nothing without a figure. */
  probe.watch = (figure) => {
    if (!figure) return;
    const note = () => {
      const stroke = probe.strokes.at(-1);
      if (stroke && stroke.figure === null) {
        stroke.figure = NaN;
        painted((time) => (stroke.figure = time));
      }
    };
    new MutationObserver(note).observe(figure, { subtree: true, childList: true, characterData: true });
  };

  return probe;
})();
