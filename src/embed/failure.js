// Failures between the page and the program, reported to the owner of the site.

/** A failure at a stage, with what the owner of the site can do about it. */
export class Failure extends Error {
  constructor(stage, message, remedy) {
    super(message);
    this.name = 'RetourError';
    this.stage = stage;
    this.remedy = remedy;
  }
}

/** Whatever was thrown, as an Error. */
export function asError(thrown) {
  try {
    if (thrown instanceof Error) return thrown;
    return new Error(String(thrown));
  } catch {
    return new Error('Something was thrown that has no text.');
  }
}

/** Whether a browser's message is about a content security policy. */
export function isPolicy(message) {
  return /CSP|Content Security Policy|unsafe-eval/i.test(message);
}
