// A module of the site's own, which its pages know by a name of their import map.
export const enlarge = () => document.getElementById('lightbox').showModal();
