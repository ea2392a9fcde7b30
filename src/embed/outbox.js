// Keeps the briefs that were sent in this browser: plain JSON records, each under its `id`.
// It must not know what a record says. The list is a convenience: every record can be made again from its links.

const DATABASE = 'retour';
const STORE = 'sent';
const VERSION = 1;

/** One connection at a time, as a promise; none where another tab needed it closed. */
let opened;

/** Every record that is kept, in the order of their ids. */
export function all() {
  return within('readonly', (store) => store.getAll());
}

/** Keeps a record in place of the one with its id. */
export async function put(record) {
  await within('readwrite', (store) => store.put(record));
}

/** Forgets the record with this id; one that is not there is no error. */
export async function remove(id) {
  await within('readwrite', (store) => store.delete(id));
}

/** Does one thing within a transaction of its own; done is what the browser has written, not what was asked of it. */
async function within(mode, ask) {
  try {
    const transaction = await begin(mode);
    return await new Promise((resolve, reject) => {
      const failed = () => reject(transaction.error ?? request?.error ?? new Error('The transaction was given up.'));
      let request;
      // A request that was refused at once leaves a transaction that completes with nothing.
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = failed;
      transaction.onerror = failed;
      request = ask(transaction.objectStore(STORE));
    });
  } catch (error) {
    throw told(error);
  }
}

/** A transaction; a connection that the browser closed in the meantime is opened once more. */
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
    // The next one who asks tries again.
    opened = undefined;
    throw error;
  });
  return opened;
}

function open() {
  return new Promise((resolve, reject) => {
    // Reading the property alone throws in frames that may not store anything.
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
      // Whoever asked has been refused already; an open connection would only be in the way.
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

/** What went wrong, as an Error that says what it means for the list; the browser's own is its cause. */
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
