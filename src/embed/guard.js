// Lets the program insert and remove nodes even if an extension has wrapped, moved or removed nodes of the widget. Only
// elements inside the widget get these methods, never the page's prototypes.

const { insertBefore, removeChild } = globalThis.Node?.prototype ?? {};

/** The child of `parent` that is or contains `node`; null if there is none. */
function childWith(parent, node) {
  while (node && node.parentNode !== parent) node = node.parentNode;
  return node;
}

const METHODS = {
  /** Inserts before the child that is or contains `next`, or at the end if `next` was removed. */
  insertBefore: {
    configurable: true,
    value(node, next) {
      return insertBefore.call(this, node, childWith(this, next));
    },
  },
  /** Removes the node with wrappers that contain nothing else; does nothing if it was removed already. */
  removeChild: {
    configurable: true,
    value(node) {
      let outer = node;
      while (outer.parentNode && outer.parentNode !== this && this.contains(outer.parentNode) && outer.parentNode.childNodes.length === 1) {
        outer = outer.parentNode;
      }
      if (outer.parentNode) removeChild.call(outer.parentNode, outer);
      return node;
    },
  },
};

/** Gives these methods to an element and to everything that is ever put into it. */
export function guard(root) {
  const guardOne = (element) => Object.defineProperties(element, METHODS);
  const guardAll = (node) => {
    if (node.nodeType !== 1) return;
    guardOne(node);
    node.querySelectorAll('*').forEach(guardOne);
  };
  guardAll(root);
  new MutationObserver((records) => {
    records.forEach((record) => record.addedNodes.forEach(guardAll));
  }).observe(root, { childList: true, subtree: true });
}
