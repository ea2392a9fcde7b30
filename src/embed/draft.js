// Drafts: proposals that a person wants to go on with, in the local storage of this browser.

import { json } from './json.js';

const key = (name) => `retour-draft:${name}`;

/** The draft of this name, or null. Storage may be forbidden, and what it holds may be of another version. */
export function findDraft(name) {
  try {
    return JSON.parse(localStorage.getItem(key(name)));
  } catch {
    return null;
  }
}

/** Stores a draft in place of the one of that name; false if the browser refuses. */
export function keepDraft(name, draft) {
  try {
    localStorage.setItem(key(name), json(draft));
    return true;
  } catch {
    return false;
  }
}

/** Erases the draft of this name. */
export function eraseDraft(name) {
  try {
    localStorage.removeItem(key(name));
  } catch {
    // Storage that is forbidden holds none.
  }
}
