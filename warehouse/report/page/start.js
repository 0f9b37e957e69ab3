// Everything is defined: draw.
for (const section of document.querySelectorAll(".mart")) startMart(section);
redraws.push(drawSupport);
fillSupport();
fillFilters();
if (location.hash.includes("=")) readAddress();
else applyFilters();
showTheme();
let width = innerWidth;
addEventListener("resize", () => {
  // Legends and tiles are laid out for a width; phones fire this when only the height changes.
  if (Math.abs(innerWidth - width) < 60) return;
  width = innerWidth;
  showTheme();
});
