// Stores the sent briefs in this browser's IndexedDB: plain JSON records, each under its `id`. It does not depend on
// what a record says. The list is a convenience: every record can be made again from its links.

const DATABASE = 'retour';
const STORE = 'sent';
const VERSION = 1;

/**
 * The promise of the one open connection; undefined if there is none, for instance after another tab needed it closed.
 */
let opened;

/** All stored records, ordered by their ids. */
export function all() {
  return within('readonly', (store) => store.getAll());
}

/**
 * Stores records in one transaction, each merged with what another tab has stored under its id: `merge(stored, record)`
 * gives both as one. Resolves to what is stored now.
 */
export async function put(records, merge) {
  const kept = [];
  await within('readwrite', (store) => {
    let found;
    for (const record of records) {
      found = store.get(record.id);
      found.onsuccess = ({ target: { result: stored } }) => {
        const merged = stored ? merge(stored, record) : record;
        kept.push(merged);
        store.put(merged);
      };
    }
    return found;
  });
  tellOthers();
  return kept;
}

/** Removes the record with this id; one that is not there is no error. */
export async function remove(id) {
  await within('readwrite', (store) => store.delete(id));
  tellOthers();
}

const CHANNEL = 'retour-sent';
let sender;

/** Tells every widget in this browser that the list has changed, and nothing of what is in it. */
function tellOthers() {
  sender ??= globalThis.BroadcastChannel && new BroadcastChannel(CHANNEL);
  sender?.postMessage('changed');
}

/** Calls `changed` when another widget, in this tab or another, has changed the list; until `signal` says stop. */
export function follow(changed, signal) {
  if (!globalThis.BroadcastChannel) return;
  const channel = new BroadcastChannel(CHANNEL);
  let timer;
  channel.onmessage = () => {
    // Several changes in a row are read once.
    clearTimeout(timer);
    timer = setTimeout(changed, 50);
  };
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    channel.close();
  });
}

/** Makes one request in a transaction; settles when the browser has written the data, not when the request succeeds. */
async function within(mode, ask) {
  try {
    const transaction = await begin(mode);
    return await new Promise((resolve, reject) => {
      const failed = () => reject(transaction.error ?? request?.error ?? new Error('The transaction was given up.'));
      let request;
      // If the request fails at once, the transaction completes without a result.
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = failed;
      transaction.onerror = failed;
      request = ask(transaction.objectStore(STORE));
    });
  } catch (error) {
    throw told(error);
  }
}

/** A transaction; if the browser has closed the connection in the meantime, it is opened once more. */
async function begin(mode) {
  const connection = await connect();
  try {
    return connection.transaction(STORE, mode);
  } catch (error) {
    if (error?.name !== 'InvalidStateError') throw error;
    opened = undefined;
    return (await connect()).transaction(STORE, mode);
  }
}

function connect() {
  opened ??= open().catch((error) => {
    // The next call tries again.
    opened = undefined;
    throw error;
  });
  return opened;
}

function open() {
  return new Promise((resolve, reject) => {
    // In frames that may not store anything, even reading the property throws.
    const request = globalThis.indexedDB?.open(DATABASE, VERSION);
    if (!request) throw new DOMException('There is no IndexedDB.', 'SecurityError');
    let isLate = false;
    request.onupgradeneeded = () => {
      const { result: connection } = request;
      if (!connection.objectStoreNames.contains(STORE)) connection.createObjectStore(STORE, { keyPath: 'id' });
    };
    request.onblocked = () => {
      isLate = true;
      reject(new DOMException('Another tab holds an older version open.', 'BlockedError'));
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const { result: connection } = request;
      // The caller has already got an error; an open connection would only block others.
      if (isLate) return connection.close();
      const forget = () => {
        opened = undefined;
      };
      connection.onversionchange = () => {
        connection.close();
        forget();
      };
      connection.onclose = forget;
      resolve(connection);
    };
  });
}

/** An Error that says what a failure means for the list; the browser's error is its cause. */
function told(error) {
  return new Error(meaning(error), { cause: error });
}

function meaning(error) {
  switch (error?.name) {
    case 'SecurityError':
    case 'NotAllowedError':
    case 'InvalidStateError':
      return 'This browser does not let this page keep anything.';
    case 'QuotaExceededError':
      return 'This browser has no room left for the list.';
    case 'BlockedError':
      return 'Another tab holds an older version of the list open: close it and try again.';
    case 'VersionError':
      return 'A newer version of Retour keeps the list of this browser: reload the page.';
    case 'DataError':
    case 'DataCloneError':
      return 'This is no record of a brief.';
    default:
      return `The list of this browser cannot be reached: ${error?.message || error?.name || 'no reason is given'}`;
  }
}
