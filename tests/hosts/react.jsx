// An application that draws itself again whenever it likes, with the component of docs/hosts/react.md.

import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Estimator } from 'estimator';

const file = await (await fetch('/agency.json')).json();

function App() {
  const [drawn, setDrawn] = useState(1);
  const [changes, setChanges] = useState(0);
  // What the test calls; each drawing hands in an agency that is equal and yet another object.
  globalThis.drawAgain = () => setDrawn((count) => count + 1);
  return (
    <main data-drawn={drawn} data-changes={changes}>
      <h1>Notre agence</h1>
      <Estimator agency={structuredClone(file)} lang="fr" onChange={() => setChanges((count) => count + 1)} />
    </main>
  );
}

createRoot(document.getElementById('app')).render(<StrictMode><App /></StrictMode>);
