// A module of the site, which its pages import by a name in their import map.
export const enlarge = () => document.getElementById('lightbox').showModal();
