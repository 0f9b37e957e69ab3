// Light and dark: the system's choice until the reader makes another. Charts take their colours from the style sheet.
const systemDark = matchMedia("(prefers-color-scheme: dark)");
const themeButton = document.getElementById("theme");
const redraws = [];

const isDark = () => (document.documentElement.dataset.theme ?? (systemDark.matches ? "dark" : "light")) === "dark";

// A page of the file system may have no storage.
const remembered = () => {
  try {
    return localStorage.getItem("jalons-theme");
  } catch {
    return null;
  }
};
const remember = (theme) => {
  try {
    localStorage.setItem("jalons-theme", theme);
  } catch {
    /* the choice lasts as long as the page */
  }
};

const showTheme = () => {
  themeButton.textContent = isDark() ? "Light" : "Dark";
  themeButton.setAttribute("aria-label", `Switch to ${isDark() ? "light" : "dark"} colours`);
  for (const redraw of redraws) redraw();
};

const probe = element("span", { hidden: "" });
probe.hidden = true;
document.body.append(probe);
const colour = (name) => {
  probe.style.color = `var(--${name})`;
  return getComputedStyle(probe).color;
};

if (["light", "dark"].includes(remembered())) document.documentElement.dataset.theme = remembered();
themeButton.addEventListener("click", () => {
  const theme = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  remember(theme);
  showTheme();
});
systemDark.addEventListener("change", showTheme);
